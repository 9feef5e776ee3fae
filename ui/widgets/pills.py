"""Pills: a state as an icon and a word. The saved pill tells whether the last change is on disk."""

from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.i18n import _
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme

Tone = Literal["ok", "warn", "over", "progress", "neutral"]
SavedState = Literal["saved", "saving", "retrying"]

HEIGHT: Final = 26
_SIDE: Final = 15
_PADDING: Final = 10
_GAP: Final = 6

_COLOURS: Final[dict[str, tuple[str, str]]] = {
    "ok": ("ok_tint", "ok"),
    "warn": ("now_tint", "now_ink"),
    "over": ("over_tint", "over"),
    "progress": ("primary_tint", "primary"),
    "neutral": ("sunken", "ink_2"),
}


class PillLook(NamedTuple):
    """What a pill says: a word, its tone, and the icon that says it again."""

    text: str
    tone: Tone = "neutral"
    icon: str = ""


def pill_width(theme: Theme, look: PillLook) -> float:
    """Return how wide a pill is in px."""
    words = QFontMetricsF(theme.font("meta", weight=600, tabular=True)).horizontalAdvance(look.text)
    return 2 * _PADDING + words + (_SIDE + _GAP if look.icon else 0)


def paint_pill(painter: QPainter, rect: QRectF, look: PillLook, theme: Theme) -> None:
    """Paint a pill into `rect`; for lists and tables that have no widget for it.

    Where the room is too narrow the icon goes first, then the word is elided.
    """
    if look.icon and rect.width() < pill_width(theme, look) - 1:
        look = look._replace(icon="")
    ground, ink = (theme.colour(name) for name in _COLOURS[look.tone])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    words = rect.adjusted(_PADDING, 0, -_PADDING + 2, 0)
    if look.icon:
        paint_icon(painter, QRectF(words.x(), rect.y(), _SIDE, rect.height()), look.icon, ink)
        words.setLeft(words.left() + _SIDE + _GAP)
    painter.setPen(ink)
    painter.setFont(theme.font("meta", weight=600, tabular=True))
    text = QFontMetricsF(painter.font()).elidedText(look.text, Qt.TextElideMode.ElideRight, words.width() + 1)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()


class Pill(QWidget):
    """A state in a word. The icon says it again for those who see no colour."""

    def __init__(self, theme: Theme, text: str = "", tone: Tone = "neutral", icon: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._look = PillLook(text, tone, icon)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    @property
    def look(self) -> PillLook:
        """What the pill says now."""
        return self._look

    def show_state(self, text: str, tone: Tone, icon: str = "") -> None:
        """Say another state."""
        self._look = PillLook(text, tone, icon)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Fit the words."""
        return QSize(round(pill_width(self._theme, self._look) + 0.5), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill."""
        del event
        painter = QPainter(self)
        paint_pill(painter, QRectF(self.rect()), self._look, self._theme)
        painter.end()


class SavedPill(Pill):
    """Whether the last change is on disk; a save that takes under 400 ms is never mentioned."""

    unsaved_for_long = Signal()
    """Five seconds have passed without being able to save: time for the error banner."""

    SAVING_AFTER: Final = 400
    LONG_AFTER: Final = 5000

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tone="ok", icon="check")
        self._state: SavedState = "saved"
        self._time = ""
        self._patience = QTimer(self, singleShot=True, interval=self.SAVING_AFTER)
        self._patience.timeout.connect(self.retranslate)
        self._alarm = QTimer(self, singleShot=True, interval=self.LONG_AFTER)
        self._alarm.timeout.connect(self.unsaved_for_long)
        self.retranslate()

    def set_state(self, state: SavedState, time: str = "") -> None:
        """Say "saved" (with the time of the commit), "saving" or "retrying"."""
        self._time = time or self._time
        if state == self._state and state != "saved":
            return
        self._state = state
        self._patience.stop()
        if state == "saving":
            self._patience.start()
            return
        if state == "retrying":
            self._alarm.start()
        else:
            self._alarm.stop()
        self.retranslate()

    @Slot()
    def retranslate(self) -> None:
        """Say the state in the screen's language."""
        match self._state:
            case "saved":
                words = _("Saved {time}").format(time=self._time) if self._time else _("Saved")
                self.show_state(words, "ok", "check")
            case "saving":
                self.show_state(_("Saving"), "warn", "refresh-cw")
            case "retrying":
                self.show_state(_("Not saved, retrying"), "over", "triangle-alert")
