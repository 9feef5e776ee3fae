"""Says on the operator's window what happens to the projector: gone, back, or showing the same picture."""

from PySide6.QtCore import QObject, Slot

from facilitator.i18n import _
from ui.operator.shell.banner import Notice
from ui.operator.shell.window import OperatorWindow
from ui.stage.director import StageDirector
from ui.widgets.announce import announce

LOST = "display-lost"
MIRRORED = "displays-mirrored"


class StageBanners(QObject):
    """The banners of the displays. Each goes when its cause does; none takes the focus."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: OperatorWindow | None = None

    def follow(self, window: OperatorWindow, director: StageDirector) -> None:
        """Say on `window` what `director` notices of the displays."""
        self._window = window
        director.display_lost.connect(self._lost)
        director.display_returned.connect(self._returned)
        director.mirroring.connect(self._mirroring)

    @Slot()
    def _lost(self) -> None:
        """Tell that the stage came here, and what is safe."""
        sentence = _("The projector is gone. The stage is a window here; the timer goes on.")
        self._show(Notice(sentence, LOST, tone="warn", icon="projector"))

    @Slot()
    def _returned(self) -> None:
        """Take the banner away: the stage is on the projector as before."""
        if self._window is not None:
            self._window.banners.close_cause(LOST)
            announce(self._window, _("The projector is back."))

    @Slot(bool)
    def _mirroring(self, on: bool) -> None:
        """Tell that the room sees the operator's screen, until it no longer does."""
        if self._window is None:
            return
        if not on:
            self._window.banners.close_cause(MIRRORED)
            return
        sentence = _(
            "The displays show the same picture: the room sees this window. "
            "Extend the displays in the system's settings."
        )
        self._show(Notice(sentence, MIRRORED, tone="warn", icon="projector"))

    def _show(self, notice: Notice) -> None:
        if self._window is not None:
            self._window.banners.show_notice(notice)
