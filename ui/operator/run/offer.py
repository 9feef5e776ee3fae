"""A question beside the capture bar that interrupts nobody: one sentence and two answers, inline."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.icon import IconLabel
from ui.widgets.labels import ElidedLabel

_SHOWN: int = 160
"""Characters of people's words that an offer repeats."""


def quoted(text: str) -> str:
    """Return people's words on one line, shortened, to stand inside a sentence."""
    line = " ".join(text[: 4 * _SHOWN].split())
    return f"{line[:_SHOWN]}…" if len(line) > _SHOWN else line


class Offer(QWidget):
    """One question. Whatever is answered, it goes; it never takes the focus by itself."""

    def __init__(self, theme: Theme, *, tone: str = "now", icon: str = "pencil") -> None:
        super().__init__()
        self._theme = theme
        self._tone = tone
        self._line = ElidedLabel(theme, "body", "now" if tone == "now" else "over")
        self._yes = Button(theme, " ", size="small")
        self._no = Button(theme, " ", kind="quiet", size="small")
        self._answers: tuple[Callable[[], None], Callable[[], None]] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(IconLabel(theme, icon, "now_ink" if tone == "now" else "over", 18))
        row.addWidget(self._line, 1)
        row.addWidget(self._yes)
        row.addWidget(self._no)
        for button in (self._yes, self._no):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._yes.clicked.connect(self.accept)
        self._no.clicked.connect(self.decline)
        self.hide()

    def ask(
        self, sentence: str, answers: tuple[str, str], yes: Callable[[], None], no: Callable[[], None]
    ) -> None:
        """Ask with two answers by their words; `yes` or `no` is called, and the question goes."""
        self._line.set_text(sentence)
        self._yes.setText(answers[0])
        self._no.setText(answers[1])
        self._no.show()
        self.setAccessibleName(sentence)
        self._answers = (yes, no)
        self.show()
        announce(self, sentence)

    def tell(self, sentence: str, close: str) -> None:
        """Say something that has one answer: to close it."""
        self.ask(sentence, (close, " "), lambda: None, lambda: None)
        self._no.hide()

    def come_after(self, part: QWidget) -> None:
        """Let Tab lead from a part of the page to the two answers."""
        QWidget.setTabOrder(part, self._yes)
        QWidget.setTabOrder(self._yes, self._no)

    @property
    def is_open(self) -> bool:
        """Whether a question waits."""
        return self._answers is not None

    def withdraw(self) -> None:
        """Ask no more, whatever would have been answered."""
        self._answers = None
        self.hide()

    def accept(self) -> None:
        """Answer with the first."""
        self._end(0)

    def decline(self) -> None:
        """Answer with the second."""
        self._end(1)

    def _end(self, place: int) -> None:
        if self._answers is None:
            return
        answer = self._answers[place]
        self._answers = None
        self.hide()
        answer()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tint."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(f"{self._tone}_tint"))
            painter.drawRoundedRect(self.rect(), 6, 6)
