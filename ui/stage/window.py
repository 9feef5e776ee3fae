"""The stage's window: full screen on the projector, else a normal window. Never a dialog, never the desktop.

It takes no input but a presenter remote's keys, holds what is frozen or blanked, and survives
the loss of its display. Closing it turns the stage off; what it shows is kept for the next time.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QMouseEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.stage import BlankView, StageFrame, StageView, Theme
from facilitator.i18n import _
from ui.stage.painter import StagePainter
from ui.stage.screens import ScreenFacts, ScreenWatch, facts, find, mirrored, pick_stage_screen
from ui.stage.widget import StageWidget

_NEXT: Final = (Qt.Key.Key_PageDown, Qt.Key.Key_Right)
_PREVIOUS: Final = (Qt.Key.Key_PageUp, Qt.Key.Key_Left)
_BLANK: Final = (Qt.Key.Key_B, Qt.Key.Key_Period)
_WINDOW_SHARE: Final = 0.6
"""Share of the operator's screen that the stage takes as a window."""
_FULL: Final = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint


class StageWindow(QWidget):
    """What the room looks at."""

    next_pressed = Signal()
    previous_pressed = Signal()
    blank_pressed = Signal()
    escape_pressed = Signal()
    """The presenter's keys. Pages turn and the stage blanks by themselves; Esc is left to the operator."""
    blanked = Signal(bool)
    frozen = Signal(bool)
    lost = Signal()
    """The stage's display is gone; the stage is a window on the operator's screen."""
    returned = Signal()
    """The display is back, and the stage is on it as before."""
    mirroring = Signal(bool)
    """The displays now show the same picture, or no longer do."""
    opened = Signal()
    closed = Signal()

    def __init__(
        self,
        operator: QWidget | None = None,
        remembered: ScreenFacts | None = None,
        screens: Callable[[], Sequence[QScreen]] = QGuiApplication.screens,
    ) -> None:
        """Make the window, not yet open.

        `operator` is the window beside which the stage looks for another display, `remembered`
        the display it used last, `screens` tells which displays there are.
        """
        super().__init__(None, _FULL)
        self._screens = screens
        self.painter = StagePainter()
        self.widget = StageWidget(self.painter, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.widget)
        self.setFocusProxy(self.widget)
        self._operator = operator
        self._remembered = remembered
        self._on: ScreenFacts | None = None
        self._lost = False
        self._wanted = False
        self._mirrored = False
        self._latest: StageView = BlankView(frame=StageFrame())
        self._held: StageView = self._latest
        self._theme: Theme | None = None
        self._blank = False
        self._frozen = False
        self._watch = ScreenWatch(self)
        self._watch.leaving.connect(self._leave)
        self._watch.settled.connect(self._settle)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.retranslate()

    @property
    def is_blank(self) -> bool:
        """Whether the room sees the empty surface."""
        return self._blank

    @property
    def is_frozen(self) -> bool:
        """Whether the room's picture is held."""
        return self._frozen

    @property
    def screen_in_use(self) -> ScreenFacts | None:
        """The display that the stage fills, to be remembered; None while it is a window."""
        return self._on

    def retranslate(self) -> None:
        """Set the title in the screen's language."""
        self.setWindowTitle(_("Facilitator stage"))
        self.widget.retranslate()

    def show_view(self, view: StageView) -> None:
        """Show a view; while the stage is frozen or blank it waits."""
        self._latest = view
        self._refresh()

    def freeze(self, on: bool) -> None:
        """Keep what the room sees, whatever the operator shows; let it go again with False."""
        if on != self._frozen:
            self._frozen = on
            self._held = self._latest
            self.widget.hold_page(on)
            self._refresh()
            self.frozen.emit(on)

    def blank(self, on: bool) -> None:
        """Show a calm empty surface, also while frozen; come back to the latest view with False."""
        if on != self._blank:
            self._blank = on
            self._refresh()
            self.blanked.emit(on)

    def set_theme(self, theme: Theme | None) -> None:
        """Show every view in one theme, whatever it asks for; None follows the views."""
        self._theme = theme
        self._refresh()

    def open(self) -> None:
        """Turn the stage on: on the projector when there is one, else as a window."""
        self._wanted = True
        self._place(self._choose())
        self._tell_mirroring()
        self.opened.emit()

    def _refresh(self) -> None:
        view = self._held if self._frozen else self._latest
        if self._theme:
            view = view.themed(self._theme)
        self.widget.show_view(BlankView(frame=view.frame) if self._blank else view)

    def _operator_screen(self) -> QScreen:
        screen = self._operator.screen() if self._operator else None
        return screen if screen is not None and screen in self._screens() else QGuiApplication.primaryScreen()

    def _choose(self) -> ScreenFacts | None:
        screens = [facts(screen) for screen in self._screens()]
        return pick_stage_screen(screens, facts(self._operator_screen()), self._remembered)

    def _place(self, chosen: ScreenFacts | None) -> None:
        """Fill the chosen display, or be a window on the operator's."""
        screen = find(chosen, self._screens()) if chosen else None
        if chosen is None or screen is None:
            self._as_window()
            return
        self._on = self._remembered = chosen
        self._dress(_FULL)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def _as_window(self) -> None:
        self._on = None
        room = self._operator_screen().availableGeometry()
        size = room.size() * _WINDOW_SHARE
        place = QRect(room.topLeft(), size)
        place.moveBottomRight(room.bottomRight())
        self._dress(Qt.WindowType.Window)
        self.setGeometry(place)
        self.showNormal()

    def _dress(self, flags: Qt.WindowType) -> None:
        """Give the window a frame or none; Qt makes it anew for that, so only when it must."""
        if self.windowFlags() != flags:
            self.setWindowFlags(flags)

    def _leave(self, name: str) -> None:
        """Hide while the display goes: nothing of the stage may jump onto the operator's work."""
        if self._on is not None and self._on.name == name:
            self.hide()

    def _settle(self) -> None:
        """Look at the displays again after they changed."""
        self._tell_mirroring()
        if not self._wanted:
            return
        chosen = self._choose()
        if chosen == self._on and self.isVisible():
            return
        had, was_lost = self._on, self._lost
        self._place(chosen)
        self._lost = chosen is None and (had is not None or was_lost)
        if self._lost and not was_lost:
            self.lost.emit()
        elif was_lost and not self._lost:
            self.returned.emit()

    def _tell_mirroring(self) -> None:
        now = mirrored(facts(screen) for screen in self._screens())
        if now != self._mirrored:
            self._mirrored = now
            self.mirroring.emit(now)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer a presenter remote; every other key is nobody's."""
        key = Qt.Key(event.key())
        if key in _NEXT:
            self.widget.next_page()
            self.next_pressed.emit()
        elif key in _PREVIOUS:
            self.widget.previous_page()
            self.previous_pressed.emit()
        elif key in _BLANK:
            self.blank(not self._blank)
            self.blank_pressed.emit()
        elif key == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ignore the mouse: a click on the stage does nothing."""
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Turn the stage off, keeping what it would show."""
        self._wanted = False
        self._lost = False
        self._on = None
        super().closeEvent(event)
        self.closed.emit()
