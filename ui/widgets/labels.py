"""Words on a page: labels of the type scale, titles that elide, and the thin rules between parts."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ui.presenters.tips import as_tip
from ui.theme.theme import Theme


def restyle(widget: QWidget) -> None:
    """Make the style sheet look again at a widget whose properties changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def set_tone(widget: QLabel, tone: str) -> None:
    """Colour a label "ink", "ink_2", "ink_3", "primary", "over", "ok" or "now"."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        restyle(widget)


def label(
    theme: Theme, text: str = "", role: str = "body", tone: str = "ink", *, wrap: bool = False
) -> QLabel:
    """Return a label of plain text in a role of the type scale; what people wrote is never markup."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(theme.font(role))
    made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    made.setText(text)
    return made


def heading(theme: Theme, text: str = "", role: str = "heading", *, wrap: bool = False) -> QLabel:
    """Return the heading of a part of a page."""
    return label(theme, text, role, wrap=wrap)


def rule(*, vertical: bool = False) -> QFrame:
    """Return a 1 px line between two parts."""
    line = QFrame()
    line.setProperty("rule", "vertical" if vertical else "horizontal")
    return line


class ElidedLabel(QLabel):
    """One line that gives way to its neighbours; what does not fit is elided and shown as a tip."""

    def __init__(self, theme: Theme, role: str = "body", tone: str = "ink") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(role))
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Show `text` on one line, whatever breaks it contains."""
        self.setText(" ".join(text.split()))
        self._tell()

    def is_elided(self) -> bool:
        """Say whether the whole text has no room."""
        return QFontMetrics(self.font()).horizontalAdvance(self.text()) > self.contentsRect().width()

    def minimumSizeHint(self) -> QSize:
        """Ask for no width: others come first."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as a tip once it does not fit."""
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        self.setToolTip(as_tip(self.text()) if self.is_elided() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits."""
        del event
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.contentsRect()
        text = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, text)
        painter.end()
