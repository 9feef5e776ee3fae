"""The parts of the Minutes page side by side, or the one sentence where there is no workshop."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.operator.minutes.left import LeftColumn
from ui.operator.minutes.options import Options
from ui.operator.minutes.page_bar import PageBar
from ui.operator.minutes.pages_view import PagesView
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import label


class Waiting(QWidget):
    """What stands where no pages are yet: that they are being made, or why they cannot be."""

    again_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = label(theme, tone="ink_2", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.again = Button(theme, " ", icon="refresh-cw")
        self.again.clicked.connect(self.again_wanted)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "board")
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 24, 48, 24)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._words)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()

    @property
    def offers_again(self) -> bool:
        """Whether something went wrong that can be tried again."""
        return not self.again.isHidden()

    def say(self, words: str, *, again: bool) -> None:
        """Say a sentence, and offer to try again."""
        self._words.setText(words)
        self.again.setVisible(again)

    def retranslate(self) -> None:
        """Say its own words in the screen's language."""
        self.again.setText(_("Try again"))


class MinutesView(QWidget):
    """Everything of the page once there is a workshop."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.left = LeftColumn(theme)
        self.pages = PagesView(theme)
        self.bar = PageBar(theme, self.pages)
        self.waiting = Waiting(theme)
        self.options = Options(theme)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.waiting, 1)
        middle.addWidget(self.pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left)
        row.addLayout(middle, 1)
        row.addWidget(self.options)
        self.show_pages(shown=False)

    def show_pages(self, *, shown: bool) -> None:
        """Show the pages, or what is said while there are none."""
        self.pages.setVisible(shown)
        self.waiting.setVisible(not shown)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        for part in (self.left, self.pages, self.bar, self.waiting, self.options):
            part.retranslate()
