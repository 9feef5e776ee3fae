"""Composes what the projector shows: from records, one immutable `StageView` that holds nothing private.

Authors, the facilitator's and private notes, hidden, merged and withdrawn cards and open dots are left
out here, so that neither the stage's painter nor the operator's preview can ever draw them.
"""

import datetime as dt
from typing import Final, Literal, TypeAlias

from facilitator.domain.agenda import Session, SessionType
from facilitator.domain.cards import Board
from facilitator.domain.cycles import Workshop
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import BoardId, ReflectionId, SessionId, WorkshopId
from facilitator.domain.records import Reader
from facilitator.domain.stage import BlankView, StageFrame, StageTimer, StageTurn, StageView, Theme
from facilitator.services.stage_loops import reflection_view
from facilitator.services.stage_room import Room, Walls, languages_of
from facilitator.services.stage_steps import view_of_step
from facilitator.services.stage_turns import turn_of
from facilitator.services.stage_views import (
    agenda_view,
    board_of,
    break_view,
    cards_view,
    question_view,
    work_plan_view,
)

ViewKey: TypeAlias = Literal[
    "agenda", "question", "cards", "matrix", "reflection", "work_plan", "agreements", "break", "blank"
]

_WALLS_MOST: Final = 3
"""Boards that are remembered before the memory is emptied: on stage, prepared, and the one before."""
_PLANNING: Final = frozenset({SessionType.PLANNING})
_REFLECTING: Final = frozenset({SessionType.REFLECTION})


@dataclass(frozen=True, slots=True)
class StageChoice:
    """What the operator wants the room to see; a key left out means the session that runs."""

    view: ViewKey = "agenda"
    board: BoardId | None = None
    reflection: ReflectionId | None = None
    session: SessionId | None = None
    theme: Theme = "default"


class Composer:
    """Composes one view after the other and remembers the walls that stay as they are between them."""

    def __init__(self) -> None:
        self._walls: Walls = {}
        self._languages: tuple[str, str | None] | None = None

    def compose(
        self, records: Reader, choice: StageChoice, *, workshop: WorkshopId | None, now: dt.datetime
    ) -> StageView:
        """Return the view that the choice asks for, as it is at `now`; blank without a workshop."""
        found = records.get(Workshop, workshop)
        if found is None:
            return BlankView(frame=StageFrame(choice.theme))
        languages = languages_of(found)
        if languages != self._languages or len(self._walls) > _WALLS_MOST:
            self._walls, self._languages = {}, languages
        room = Room(records, found, now, self._walls)
        frame = StageFrame(choice.theme, *languages, room.timer, room.local(now), turn_of(room))
        return _view(room, choice, frame)


def compose(
    records: Reader, choice: StageChoice, *, workshop: WorkshopId | None, now: dt.datetime
) -> StageView:
    """Return the view that the choice asks for, as it is at `now`; blank without a workshop."""
    return Composer().compose(records, choice, workshop=workshop, now=now)


def face(
    records: Reader, *, workshop: WorkshopId | None, now: dt.datetime
) -> tuple[StageTimer | None, str, StageTurn | None]:
    """Return timer, time of day and turn at `now`: what `StageView.at` takes between two compositions."""
    found = records.get(Workshop, workshop)
    if found is None:
        return None, "", None
    room = Room(records, found, now)
    return room.timer, room.local(now), turn_of(room)


def following(records: Reader, session: Session | None) -> ViewKey:
    """Return the view that the stage shows by itself when a session starts: what its work needs."""
    if session is None:
        return "agenda"
    if (wanted := view_of_step(session)) is not None:
        return wanted
    if session.type.is_break:
        return "break"
    if session.type in _REFLECTING:
        return "reflection"
    if session.type in _PLANNING:
        return "work_plan"
    return "question" if records.where(Board, session=session.id) else "agenda"


def _view(room: Room, choice: StageChoice, frame: StageFrame) -> StageView:  # noqa: PLR0911 - nine views
    match choice.view:
        case "agenda":
            return agenda_view(room, frame, choice.session)
        case "question":
            return question_view(room, frame, _session(room, choice), choice.board)
        case "cards":
            return cards_view(room, frame, _session(room, choice), choice.board)
        case "matrix":
            from facilitator.services.stage_matrix import matrix_view  # noqa: PLC0415 - seldom shown

            return matrix_view(room, frame, board_of(room, _session(room, choice), choice.board))
        case "reflection":
            return reflection_view(room, frame, _session(room, choice), choice.reflection)
        case "work_plan":
            return work_plan_view(room, frame)
        case "agreements":
            from facilitator.services.stage_agreements import (  # noqa: PLC0415 - read back once, at the end
                agreements_view,
            )

            return agreements_view(room, frame)
        case "break":
            return break_view(room, frame, choice.session)
        case "blank":
            return BlankView(frame=frame)


def _session(room: Room, choice: StageChoice) -> Session | None:
    """Return the session that a view is about: the one chosen, else the one that runs."""
    return room.records.get(Session, choice.session) or room.live
