"""Composes what the room may see from the desk's records, at the desk's own time."""

from typing import TYPE_CHECKING

from facilitator.domain.stage import StageView
from ui.runtime.desk import Desk
from ui.stage.following import BY_THE_MINUTE

if TYPE_CHECKING:
    from facilitator.services.stage import Composer, StageChoice


class Composing:
    """One composer for what is on stage and for what is prepared: cards that both show are made once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._composer: Composer | None = None

    def view(self, choice: "StageChoice") -> StageView:
        """Return the view that a choice asks for, as it is now."""
        from facilitator.services.stage import Composer  # noqa: PLC0415 - after the first paint

        if self._composer is None:
            self._composer = Composer()
        desk = self._desk
        return self._composer.compose(desk.records, choice, workshop=desk.workshop_id, now=desk.now())

    def ticked(self, choice: "StageChoice", view: StageView) -> StageView:
        """Return the view with the clock's new face; nothing else of it is made anew within a minute."""
        from facilitator.services.stage import face  # noqa: PLC0415 - after the first paint

        desk, frame = self._desk, view.frame
        timer, clock, turn = face(desk.records, workshop=desk.workshop_id, now=desk.now())
        if clock != frame.clock and choice.view in BY_THE_MINUTE:
            return self.view(choice)
        if (frame.timer, frame.clock, frame.turn) == (timer, clock, turn):
            return view
        showing = frame.timer is not None or timer is None or choice.view != "break"
        return view.at(timer if showing else None, clock, turn)
