"""Says on the operator's window what happens to the projector: gone, back, or showing the same picture."""

from PySide6.QtCore import QObject, Slot

from facilitator.i18n import _
from ui.operator.shell.banner import Notice
from ui.operator.shell.window import OperatorWindow
from ui.stage.director import StageDirector
from ui.widgets.announce import announce

LOST = "display-lost"
MIRRORED = "displays-mirrored"
HERE = "stage-here"


class StageBanners(QObject):
    """The banners of the displays. Each goes when its cause does; none takes the focus."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: OperatorWindow | None = None
        self._director: StageDirector | None = None
        self._here = False

    def follow(self, window: OperatorWindow, director: StageDirector) -> None:
        """Say on `window` what `director` notices of the displays."""
        self._window, self._director = window, director
        director.display_lost.connect(self._lost)
        director.display_returned.connect(self._returned)
        director.stage_closed.connect(self._solved)
        director.state_changed.connect(self._looked_at)
        director.mirroring.connect(self._mirroring)

    @Slot()
    def _lost(self) -> None:
        """Tell that the room sees nothing of the stage, and what is safe; offer to show it here."""
        if self._director is None:
            return
        sentence = _(
            "If the displays are mirrored now, the room sees this window. "
            "The timer goes on, and the stage comes back with the projector."
        )
        notice = Notice(
            sentence,
            LOST,
            tone="warn",
            icon="projector",
            lead=_("The projector is gone."),
            actions=((_("Show it here"), self._director.toggle_stage),),
        )
        self._show(notice)

    @Slot()
    def _returned(self) -> None:
        """Take the banner away: the stage is on the projector as before."""
        self._solved()
        if self._window is not None:
            announce(self._window, _("The projector is back."))

    @Slot()
    def _looked_at(self) -> None:
        """Take the banner away once the stage is shown somewhere, and say once when that is here."""
        if self._director is None or self._window is None:
            return
        if self._director.is_open:
            self._solved()
        if self._director.is_here == self._here:
            return
        self._here = self._director.is_here
        self._window.banners.close_cause(HERE)
        if self._here:
            sentence = _("The stage is a window on this screen. F5 closes it.")
            self._show(Notice(sentence, HERE, tone="info", icon="monitor", lead=_("No projector found.")))

    @Slot()
    def _solved(self) -> None:
        if self._window is not None:
            self._window.banners.close_cause(LOST)

    @Slot(bool)
    def _mirroring(self, on: bool) -> None:
        """Tell that the room sees the operator's screen, until it no longer does."""
        if self._window is None:
            return
        if not on:
            self._window.banners.close_cause(MIRRORED)
            return
        self._window.banners.close_cause(HERE)
        sentence = _(
            "The displays show the same picture: the room sees this window. "
            "Extend the displays in the system's settings."
        )
        self._show(Notice(sentence, MIRRORED, tone="warn", icon="projector"))

    def _show(self, notice: Notice) -> None:
        if self._window is not None:
            self._window.banners.show_notice(notice)
