"""What a guided step asks of the stage: which view, and its instruction as the room reads it.

A step's tip is read nowhere here.
"""

from typing import TYPE_CHECKING, Final

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Board
from facilitator.domain.guiding import step_now
from facilitator.domain.stage import StageText
from facilitator.domain.steps import Step, StepCaptures, StepShows
from facilitator.services.stage_room import Room

if TYPE_CHECKING:
    from facilitator.services.stage import ViewKey

_VIEWS: Final[dict[StepShows, "ViewKey"]] = {
    StepShows.INSTRUCTION: "question",
    StepShows.QUESTION: "question",
    StepShows.CARDS: "cards",
    StepShows.REFLECTION: "reflection",
    StepShows.WORK_PLAN: "work_plan",
    StepShows.AGREEMENTS: "agreements",
    StepShows.AGENDA: "agenda",
    StepShows.BREAK: "break",
    StepShows.BLANK: "blank",
}


def view_of_step(session: Session | None) -> "ViewKey | None":
    """Return the view that a session's step asks for; None when it leaves the stage as it is."""
    step = None if session is None else step_now(session)
    return None if step is None or step.shows is None else _VIEWS[step.shows]


def asked_in_step(
    room: Room, session: Session, board: Board | None
) -> tuple[StageText, StageText | None, bool]:
    """Return what the room is asked, how to answer, and whether kinds of card belong beside it.

    In a session that runs its step says how to answer, or is itself what the room is asked; otherwise
    the board asks, or the session by its objective or title.
    """
    step: Step | None = step_now(session) if room.live is not None and room.live.id == session.id else None
    if step is not None and step.shows is StepShows.INSTRUCTION:
        return room.say(step.instruction), None, board is not None and step.captures is StepCaptures.CARDS
    question = board.question if board is not None else session.objective or session.title
    instruction = session.instructions if step is None else step.instruction
    return room.say(question), room.say(instruction) or None, board is not None
