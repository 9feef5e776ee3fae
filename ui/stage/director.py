"""Decides what the room sees: holds the operator's choice, and composes a new view when anything moves.

Every page that shows something to the room talks to the one `StageDirector`; the stage's window and
the previews follow it. What is composed has no private field (`facilitator/domain/stage.py`).
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from facilitator.domain.agenda import Session, TimerTransition
from facilitator.domain.changes import ChangeSet
from facilitator.domain.ids import BoardId, ReflectionId, SessionId
from facilitator.domain.stage import BlankView, StageFrame, StageView, Theme
from facilitator.domain.timer import TimerState, current_session
from ui.runtime.desk import Desk
from ui.runtime.ticker import Ticker
from ui.stage.composing import Composing
from ui.stage.following import TIME, asks_for_view, place_of, shows, view_name
from ui.stage.outlet import StageOutlet
from ui.stage.phases import PhaseLeader
from ui.stage.prepared import Prepared
from ui.theme.theme import Theme as OperatorTheme

if TYPE_CHECKING:
    from uuid import UUID

    from facilitator.services.stage import StageChoice, ViewKey
    from ui.stage.preview import StagePreview
    from ui.stage.widget import StageWidget
    from ui.stage.window import StageWindow

State = Literal["live", "frozen", "off"]
Shown: TypeAlias = "tuple[StageChoice | None, bool]"
"""What was chosen, and whether the stage was blank."""


class StageDirector(QObject):
    """What the room sees, whether the stage is open or not."""

    state_changed = Signal()
    """Another view was chosen, or the stage is live, frozen, blank or off now."""

    view_changed = Signal(object)
    """A StageView was composed: another one, or the same with another face of the clock."""

    page_changed = Signal(int, int)
    """The page that the room sees, from 1, and how many its view takes."""

    display_lost = Signal()
    """The projector is gone, and the stage with it until the projector is back."""

    display_returned = Signal()
    """The projector is back, and the stage is on it as before."""

    stage_closed = Signal()
    """The operator turned the stage off."""

    mirroring = Signal(bool)
    """The displays show the same picture now, so that the room sees the operator's screen; or no longer."""

    def __init__(self, desk: Desk, theme: OperatorTheme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._choice: StageChoice | None = None
        self._composing = Composing(desk)
        self.next = Prepared(self._composing, self)
        """What the operator prepares before the room sees it."""
        self._stage_theme: Theme = "default"
        self._view: StageView = BlankView(frame=StageFrame())
        self._by_hand = False
        self._session: SessionId | None = None
        self._step: object = None
        self._blank_by_step = False
        self._clock: TimerState | None = None
        self._blank = self._frozen = False
        self._held_key: str = "agenda"
        self.ticker = Ticker(desk.clock, lambda: self._clock, self)
        """The one ticker: the console follows it too, so that both flip together."""
        self.ticker.ticked.connect(self._ticked)
        self.next.changed.connect(self.state_changed)
        desk.opened.connect(self._opened)
        desk.changed.connect(self._changed)
        self._phases = PhaseLeader(desk, self)
        self.outlet = StageOutlet(theme, self)
        """The stage's window, and the way to it."""
        self.outlet.made.connect(self._join)
        self.outlet.blanked.connect(self._blanked)

    # What there is

    @property
    def view(self) -> StageView:
        """The view that was chosen, as it is now; a frozen or blank stage does not show it."""
        return self._view

    @property
    def key(self) -> str:
        """Key of the view that was chosen, "blank" while the stage is blank."""
        return "blank" if self._blank else self._choice.view if self._choice else "agenda"

    @property
    def board(self) -> BoardId | None:
        """The board that was chosen; None for that of the session that runs."""
        return self._choice.board if self._choice else None

    @property
    def clock(self) -> TimerState | None:
        """The clock of the session that runs."""
        return self._clock

    @property
    def state(self) -> State:
        """Whether the room sees the view, a held one, or nothing."""
        if not self.is_open:
            return "off"
        return "frozen" if self._frozen else "live"

    @property
    def is_open(self) -> bool:
        """Whether the stage's window is open."""
        return self.outlet.is_open

    @property
    def is_here(self) -> bool:
        """Whether the stage is a window on the operator's screen, for want of a projector."""
        return self.outlet.is_here

    @property
    def is_frozen(self) -> bool:
        """Whether what the room sees is held."""
        return self._frozen

    def view_label(self) -> str:
        """Return the name of what the room sees, in the screen's language."""
        held = self._frozen and not self._blank
        return view_name(self._held_key if held else self.key)

    # What the operator does

    @Slot(str)
    def show(
        self,
        view: "ViewKey",
        *,
        board: BoardId | None = None,
        reflection: ReflectionId | None = None,
        session: SessionId | None = None,
    ) -> None:
        """Show a view; a key left out means the session that runs. "blank" blanks, or ends that."""
        if view == "blank":
            self.blank()
            return
        self._by_hand = True
        self._blank = False
        self._choose(view, board=board, reflection=reflection, session=session)

    @property
    def shown(self) -> "Shown":
        """What was chosen, for `show_again`."""
        return self._choice, self._blank

    def show_again(self, shown: "Shown") -> None:
        """Put back what was shown before something else came between."""
        self._choice, self._blank = shown
        if self._choice is not None:
            self._choice = replace(self._choice, theme=self._stage_theme)
        self._compose()
        self._tell_window()
        self.state_changed.emit()

    @Slot(str)
    def press(self, view: "ViewKey") -> None:
        """Do what the key of a view asks for: show it, or prepare it while "preview first" is on."""
        if view == "blank" or not self.next.first:
            self.show(view)
        elif view == self.key:
            self.next.drop()
        else:
            from facilitator.services.stage import StageChoice  # noqa: PLC0415 - after the first paint

            self.next.prepare(StageChoice(view, theme=self._stage_theme))

    def lead(self, view: "ViewKey", board: BoardId) -> None:
        """Follow a board's phase: prepared first where that is wanted; a blank stage stays blank."""
        from facilitator.services.stage import StageChoice  # noqa: PLC0415 - after the first paint

        if self.next.first and not self._blank and (view, board) != (self.key, self.board):
            self.next.prepare(StageChoice(view, board=board, theme=self._stage_theme))
            return
        self.next.drop()
        self._by_hand = True
        self._choose(view, board=board)

    @Slot()
    def put_next(self) -> None:
        """Show the room what was prepared."""
        if (choice := self.next.taken()) is not None:
            self._by_hand = True
            self._blank = False
            self._choice = choice
            self._compose()
            self._tell_window()
            self.state_changed.emit()

    def preview_first(self) -> None:
        """Prepare every view before the room sees it; once more to show views at once."""
        self.next.set_first(not self.next.first)

    def blank(self) -> None:
        """Show nothing at all; once more to bring the view back."""
        self._blank_by_step = False
        self._blank = not self._blank
        self._tell_window()
        self.state_changed.emit()

    def freeze(self) -> None:
        """Hold what the room sees while the next view is prepared; once more to let it go."""
        self.outlet.need()
        self._held_key = self.key
        self._frozen = not self._frozen
        self._tell_window()
        self.state_changed.emit()

    def set_theme(self, theme: str) -> None:
        """Show every view for another light in the room: default, bright_room or dark."""
        self._stage_theme = cast("Theme", theme)
        if self._choice is not None:
            self._choice = replace(self._choice, theme=self._stage_theme)
            self._compose()
        self.next.themed(self._stage_theme)

    def toggle_stage(self) -> None:
        """Turn the stage on, on the projector when there is one, or off."""
        self.outlet.toggle()

    @property
    def seen(self) -> "StageWidget":
        """What paints the stage's window: its view, page and width are those that the room sees."""
        return self.outlet.need().widget

    @property
    def page(self) -> tuple[int, int]:
        """The page that the room sees, from 1, and how many there are."""
        widget = self.outlet.need().widget
        return widget.page + 1, widget.pages

    def next_page(self) -> None:
        """Turn the page on the stage."""
        self.outlet.need().widget.next_page()

    def previous_page(self) -> None:
        """Turn back one page on the stage."""
        self.outlet.need().widget.previous_page()

    def preview(self, parent: QWidget | None = None, *, ahead: bool = False) -> "StagePreview":
        """Return a small live picture of the stage, painted by the stage's own painter.

        One that looks `ahead` shows what is prepared as long as something is.
        """
        return self.outlet.preview(parent, self.next if ahead else None)

    def retranslate(self) -> None:
        """Follow the screen's language; the room keeps its own."""
        if self.outlet.window is not None:
            self.outlet.window.retranslate()
        self.state_changed.emit()

    def close(self) -> None:
        """Turn the stage off for good: the program ends."""
        self.ticker.stop()
        self.outlet.close()

    # Following

    @Slot()
    def _opened(self) -> None:
        self.next.drop()
        live = self._live()
        self._session = live.id if live else None
        self._step = place_of(live)
        self._by_hand = False
        self._choice = None
        self._read_clock(live)
        self._follow(live)

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        self.next.follow(changes)
        if changes.touches(*TIME):
            live = self._live()
            self._read_clock(live)
            started = live.id if live else None
            moved, self._step = place_of(live) != self._step, place_of(live)
            if started != self._session or (moved and asks_for_view(live)):
                self._session, self._by_hand = started, False
                if not self._frozen:
                    self._follow(live)
                    return
        if shows(self._chosen_key, changes):
            self._compose()

    @property
    def _chosen_key(self) -> str:
        return self._choice.view if self._choice else "agenda"

    def _live(self) -> Session | None:
        return current_session(self._desk.records.where(Session, workshop=self._desk.workshop_id))

    def _read_clock(self, live: Session | None) -> None:
        transitions = self._desk.records.where(TimerTransition, session=live.id) if live else ()
        self._clock = TimerState.of(live, transitions) if live else None
        self.ticker.start()

    def _follow(self, live: Session | None) -> None:
        """Show what a session needs; what the operator chose by hand stays until the next one starts."""
        from facilitator.services.stage import following  # noqa: PLC0415 - after the first paint

        if self._by_hand:
            return
        view = following(self._desk.records, live)
        if (view == "blank") != self._blank and (view == "blank" or self._blank_by_step):
            self.blank()
            self._blank_by_step = self._blank
        if view == "blank":
            return
        if self.next.first and self._choice is not None and view != self.key:
            self.next.prepare(replace(self._choice, view=view, board=None, reflection=None, session=None))
            self._compose()
        else:
            self._choose(view)

    def _choose(self, view: "ViewKey", **ids: "UUID | None") -> None:
        from facilitator.services.stage import StageChoice  # noqa: PLC0415 - after the first paint

        self._choice = StageChoice(view, theme=self._stage_theme, **ids)  # type: ignore[arg-type]  # keys by name
        self._compose()
        self.state_changed.emit()

    def _compose(self) -> None:
        from facilitator.services.stage import StageChoice  # noqa: PLC0415 - after the first paint

        self._put(self._composing.view(self._choice or StageChoice(theme=self._stage_theme)))

    @Slot()
    def _ticked(self) -> None:
        if self._desk.ready and self._choice is not None:
            self._put(self._composing.ticked(self._choice, self._view))
            self.next.tick()

    def _put(self, view: StageView) -> None:
        if view == self._view:
            return
        self._view = view
        self._tell_window()
        self.view_changed.emit(view)

    # The window

    @Slot(object)
    def _join(self, window: "StageWindow") -> None:
        """Pass on what happens to the window, and tell it what it shows."""
        window.widget.page_changed.connect(self.page_changed)
        window.appeared.connect(self.state_changed)
        window.closed.connect(self.stage_closed)
        window.lost.connect(self.display_lost)
        window.returned.connect(self.display_returned)
        window.mirroring.connect(self.mirroring)
        self._tell_window()

    def _tell_window(self) -> None:
        self.outlet.tell(self._view, frozen=self._frozen, blank=self._blank)

    @Slot(bool)
    def _blanked(self, on: bool) -> None:
        """Follow a presenter remote."""
        if on != self._blank:
            self._blank = on
            self.state_changed.emit()
