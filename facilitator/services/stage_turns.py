"""Whose turn it is, as the room reads it: a name and what is left. How long others spoke is not told.

Organisations and groups carry names on stage, people do not (design.md section 8).
"""

from facilitator.domain.agenda import TimerTransition
from facilitator.domain.people import Organisation
from facilitator.domain.stage import StageText, StageTurn
from facilitator.domain.timer import face
from facilitator.domain.turn_clock import Talk, clock_of_turn
from facilitator.domain.turns import SpeakingTurn
from facilitator.i18n import N_
from facilitator.services.stage_room import Room


def turn_of(room: Room) -> StageTurn | None:
    """Return the turn that is on in the session that runs; None while no time is shared."""
    live = room.live
    turns = room.records.where(SpeakingTurn, session=live.id) if live is not None else ()
    if live is None or not turns:
        return None
    talk = Talk(live, room.records.where(TimerTransition, session=live.id), turns, room.now)
    now, coming = talk.face(), talk.coming
    if now is None:
        return None
    return StageTurn(
        name=_name(room, now.turn),
        text=face(clock_of_turn(now, room.now), room.now),
        phase="paused" if now.held else "over" if now.left.total_seconds() < 0 else "running",
        next_name=_name(room, coming[0]) if coming else None,
    )


def _name(room: Room, turn: SpeakingTurn) -> StageText:
    if turn.name:
        return StageText(turn.name)
    home = room.records.get(Organisation, turn.organisation)
    return StageText(home.known_as) if home is not None else room.fixed(N_("Participant"))
