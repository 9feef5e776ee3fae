"""What happened to a file: that it is being read, what it brought, or everything that is wrong with it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.theme.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.icon import IconLabel
from ui.widgets.labels import label

_TONES = {"over": ("over_tint", "triangle-alert", "over"), "ok": ("ok_tint", "check", "ok")}

_MOST = 150
"""px of the list of problems; more of them scroll."""


class FileNews(QWidget):
    """One sentence, and below it the list of problems if there are any. It stays until it is closed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tone = "ok"
        self._icon = IconLabel(theme, "check", "ok", 20)
        self._sentence = label(theme, wrap=True)
        self.problems = QPlainTextEdit()
        self.problems.setReadOnly(True)
        self.problems.setTabChangesFocus(True)
        self.close_button = Button(theme, icon="x", kind="quiet", size="small")
        self.close_button.clicked.connect(self.dismiss)
        row = QHBoxLayout()
        row.setSpacing(12)
        for part, stretch in ((self._icon, 0), (self._sentence, 1), (self.close_button, 0)):
            row.addWidget(part, stretch, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 10, 16, 10)
        column.addLayout(row)
        column.addWidget(self.problems)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said now; empty when nothing is."""
        return "" if self.isHidden() else self._sentence.text()

    def tell(self, sentence: str, problems: Sequence[str] = (), *, wrong: bool = False) -> None:
        """Say a sentence, with one line for each problem."""
        self._tone = "over" if wrong else "ok"
        _ground, icon, ink = _TONES[self._tone]
        self._icon.set_icon(icon, ink)
        self._sentence.setText(sentence)
        self.problems.setPlainText("\n".join(problems))
        self.problems.setVisible(bool(problems))
        self.problems.setFixedHeight(min(_MOST, 20 + len(problems) * self.fontMetrics().lineSpacing()))
        self.setAccessibleName(sentence)
        self.show()
        self.update()
        announce(self, sentence)

    def dismiss(self) -> None:
        """Say no more."""
        self.hide()

    def retranslate(self) -> None:
        """Say its own words in the screen's language; what happened stays as it was said."""
        self.close_button.setAccessibleName(_("Close"))
        self.close_button.setToolTip(_("Close"))
        self.problems.setAccessibleName(_("What is wrong with the file"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        del event
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), self._theme.colour(_TONES[self._tone][0]))
        painter.end()
