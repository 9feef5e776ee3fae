"""What the keys of steps and turns do, on whatever page one is."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from facilitator.domain.agenda import Session
from facilitator.domain.timer import current_session
from ui.runtime.desk import Desk

if TYPE_CHECKING:
    from facilitator.bootstrap import Workspace
    from facilitator.domain.changes import ChangeSet
    from facilitator.domain.ids import SessionId


class Leading:
    """One intention a method; what cannot be done is said on the window."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def next_step(self) -> None:
        """Go on to the next step of the session that runs."""
        self._with_live(lambda work, key: work.guiding.next_step(key))

    def previous_step(self) -> None:
        """Go back one step."""
        self._with_live(lambda work, key: work.guiding.previous_step(key))

    def go_to(self, number: int) -> None:
        """Go to a step by its number."""
        self._with_live(lambda work, key: work.guiding.go_to(key, number))

    def next_turn(self) -> None:
        """Give the word to the next who shares the time."""
        self._with_live(lambda work, key: work.talking.start_next(key))

    def hold_turn(self) -> None:
        """Hold the turn that is on, or let it go on."""
        self._with_live(lambda work, key: work.talking.hold_or_go_on(key))

    def _with_live(self, change: "Callable[[Workspace, SessionId], ChangeSet]") -> None:
        live = current_session(self._desk.records.where(Session, workshop=self._desk.workshop_id))
        if live is not None:
            key = live.id
            self._desk.perform(lambda work: change(work, key))

    def callbacks(self) -> dict[str, Callable[[], None]]:
        """Return what the program's actions of steps and turns do."""
        return {
            "run.next_step": self.next_step,
            "run.previous_step": self.previous_step,
            "run.next_turn": self.next_turn,
            "run.hold_turn": self.hold_turn,
        }
