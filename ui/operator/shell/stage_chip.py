"""What the room sees, on every page, and the list to change it."""

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from facilitator.i18n import _
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme, mixed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from ui.widgets.menu import Menu

StageState = Literal["live", "frozen", "off"]

VIEWS: Final = ("agenda", "question", "cards", "reflection", "work_plan", "break", "blank")
"""The stage's views in the order of their keys, Alt+1 to 6 and Ctrl+. for blank."""

_ICON: Final = 18
_PADDING: Final = 13
_GAP: Final = 8


class StageChip(QPushButton):
    """Say what the room sees: live is marigold, frozen has a snowflake, off is plain.

    Pressing it lists the views.
    """

    view_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._view = ""
        self._state: StageState = "off"
        self._further: list[QAction] = []
        self._list: Menu | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def complete(self) -> None:
        """Add the list of views, which nobody can open before the chip was seen. Once is enough."""
        if self._list is not None:
            return
        from ui.widgets.menu import Menu  # noqa: PLC0415 - behind the first paint

        self._list = Menu(self)
        self._list.aboutToShow.connect(self._fill)
        self.setMenu(self._list)

    @property
    def state(self) -> StageState:
        """Whether the stage is live, frozen or off."""
        return self._state

    def set_state(self, view: str, state: StageState) -> None:
        """Say which view the room sees, by its translated name, and whether it is live."""
        self._view, self._state = view, state
        self.retranslate()

    def set_further_actions(self, actions: "Sequence[QAction]") -> None:
        """Add actions below the views, such as opening the stage or freezing it."""
        self._further = list(actions)

    def retranslate(self) -> None:
        """Say the state in the screen's language."""
        self.setAccessibleName(self._sentence().format(view=self._view))
        self.updateGeometry()
        self.update()

    def _sentence(self) -> str:
        match self._state:
            case "live":
                return _("On stage: {view}")
            case "frozen":
                return _("Frozen: {view}")
            case "off":
                return _("Stage is off")

    def _parts(self) -> list[tuple[str, QFont]]:
        """Return the sentence in pieces, each with its font: the view's name is bold."""
        before, name, after = self._sentence().partition("{view}")
        plain, strong = self._theme.font("body"), self._theme.font("body", weight=700)
        pieces = [(before, plain), (self._view if name else "", strong), (after, plain)]
        return [(words, font) for words, font in pieces if words]

    def _fill(self) -> None:
        from ui.actions import BY_ID  # noqa: PLC0415 - behind the first paint

        assert self._list is not None  # noqa: S101 - it is this list that asks
        self._list.clear()
        for view in VIEWS:
            spec = BY_ID[f"stage.{view}"]
            action = self._list.addAction(self._theme.icon(spec.icon, "ink_2"), _(spec.label))
            action.setShortcut(spec.keys[0])
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setData(view)
            action.triggered.connect(self._choose)
        if self._further:
            self._list.addSeparator()
            self._list.addActions(self._further)

    def _choose(self) -> None:
        from PySide6.QtGui import QAction  # noqa: PLC0415 - behind the first paint

        action = self.sender()
        if isinstance(action, QAction):
            self.view_chosen.emit(str(action.data()))

    def sizeHint(self) -> QSize:
        """Fit the words."""
        words = sum(QFontMetricsF(font).horizontalAdvance(text) for text, font in self._parts())
        return QSize(round(2 * _PADDING + _ICON + _GAP + words + 2 * _GAP + 14), 36)

    def minimumSizeHint(self) -> QSize:
        """Never cut what the room sees."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon, words and chevron."""
        del event
        theme = self._theme
        on = self._state != "off"
        ground = theme.colour("now_tint" if on else "surface")
        if self.underMouse() or self.isDown():
            ground = mixed(theme.colour("ink"), ground, 0.06)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("now_ink" if on else "line_strong"), 1))
        painter.setBrush(ground)
        radius = theme.radius("control")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        ink = theme.colour("ink" if on else "ink_2")
        icon = "snowflake" if self._state == "frozen" else "projector"
        x: float = _PADDING
        paint_icon(painter, QRectF(x, 0, _ICON, self.height()), icon, ink)
        x += _ICON + _GAP
        painter.setPen(ink)
        for words, font in self._parts():
            painter.setFont(font)
            width = QFontMetricsF(font).horizontalAdvance(words)
            painter.drawText(QRectF(x, 0, width + 4, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
            x += width
        paint_icon(painter, QRectF(self.width() - _PADDING - 14, 0, 16, self.height()), "chevron-down", ink)
        painter.end()
