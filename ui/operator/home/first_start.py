"""Home before anything is there: two buttons, and a third for who brings a file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.empty_state import DottedLoop
from ui.widgets.labels import heading, label


class FirstStart(QWidget):
    """Nothing is there yet."""

    example_wanted = Signal()
    workshop_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._heading = heading(theme, role="title")
        self._sentence = label(theme, tone="ink_2", wrap=True)
        self.example = Button(theme, " ", kind="primary", size="large", icon="circle-play")
        self.new = Button(theme, " ", size="large", icon="plus")
        self.open_file = Button(theme, " ", kind="quiet", icon="hard-drive")
        self.example.clicked.connect(self.example_wanted)
        self.new.clicked.connect(self.workshop_wanted)
        self.open_file.clicked.connect(self.import_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.example, self.new):
            buttons.addWidget(button)
        buttons.addStretch(1)
        block = QWidget()
        block.setMaximumWidth(560)
        column = QVBoxLayout(block)
        column.setSpacing(8)
        column.addWidget(DottedLoop(theme))
        column.addSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(self._sentence)
        column.addSpacing(12)
        column.addLayout(buttons)
        column.addWidget(self.open_file, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(block, 6)
        row.addStretch(1)
        around = QVBoxLayout(self)
        around.addStretch(2)
        around.addLayout(row)
        around.addStretch(3)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self._heading.setText(_("Start with a workshop"))
        self._sentence.setText(
            _("The example is a whole workshop with sample data: look around in it, or begin with your own.")
        )
        self.example.setText(_("Open the example workshop"))
        self.new.setText(_("New workshop"))
        self.open_file.setText(_("Open a file"))
        self.setAccessibleName(_("Start with a workshop"))
