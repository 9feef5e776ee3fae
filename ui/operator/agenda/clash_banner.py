"""The line that says where times collide, with the one lawful way out."""

from html import escape

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.presenters.clashes import Clash
from ui.theme.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.icon import IconLabel
from ui.widgets.labels import label


class ClashBanner(QWidget):
    """Stays as long as times collide; it has no height while they do not."""

    fix_wanted = Signal(object)
    """The date of the day that is to be repaired."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._clash: Clash | None = None
        self._words = label(theme, wrap=True)
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self.button = Button(theme, " ", size="small")
        self.button.clicked.connect(self._fix)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(12)
        row.addWidget(IconLabel(theme, "triangle-alert", "over", 20), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said now, empty when nothing collides."""
        return "" if self._clash is None else f"{self._clash.lead} {self._clash.sentence}"

    def show_clash(self, clash: Clash | None) -> None:
        """Say what collides, or nothing."""
        if clash == self._clash:
            return
        self._clash = clash
        self.setVisible(clash is not None)
        if clash is None:
            return
        self._words.setText(f"<b>{escape(clash.lead)}</b> {escape(clash.sentence)}")
        self.button.setText(clash.fix)
        self.button.setVisible(bool(clash.fix))
        self.setAccessibleName(self.sentence)
        announce(self, self.sentence)

    def _fix(self) -> None:
        if self._clash is not None:
            self.fix_wanted.emit(self._clash.date)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("over_tint"))
        radius = self._theme.radius("control")
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        painter.end()
