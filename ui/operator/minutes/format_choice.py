"""In which format the document is written: what stands above the name of its file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.presenters.minutes_files import FORMATS
from ui.widgets.switches import SegmentedControl


class FormatChoice(QWidget):
    """The formats side by side; their names say what they are."""

    chosen = Signal(str)
    """The ending of the format that a person chose."""

    def __init__(self) -> None:
        super().__init__()
        self.control = SegmentedControl("")
        self.control.set_items(FORMATS)
        self.control.chosen.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.addWidget(self.control)

    def show_format(self, ending: str) -> None:
        """Show which format the file has."""
        self.control.set_key(ending)

    def retranslate(self) -> None:
        """Say in the screen's language what is chosen here."""
        self.control.setAccessibleName(_("Format"))
