"""Gives the word: groups and speakers that share the time of a session, and whoever simply speaks.

Each is one undoable operation. One turn is open at a time; whatever opens one closes the other.
"""

from collections.abc import Sequence
from dataclasses import replace

from facilitator.domain.agenda import Session
from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import InvalidInput
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import OrganisationId, PersonId, SessionId, new_id
from facilitator.domain.records import need
from facilitator.domain.timer import current_session
from facilitator.domain.turn_clock import by_place, on_turn, speaking, waiting
from facilitator.domain.turns import SpeakingTurn, Spell, TimeShared
from facilitator.persistence.unit_of_work import Operation
from facilitator.services.operations import Operations


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: a person with the organisation, an organisation, or a group by its name."""

    organisation: OrganisationId | None = None
    person: PersonId | None = None
    name: str | None = None

    @classmethod
    def of(cls, turn: SpeakingTurn) -> "Speaker":
        """Return whose turn it is."""
        return cls(turn.organisation, turn.person, turn.name)


class Talking:
    """What the facilitator does about who speaks."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    # Sharing time

    def share(self, session: SessionId, speakers: Sequence[Speaker], shares: TimeShared) -> ChangeSet:
        """Let these share what is left, one after the other, behind those who wait. Raises NotFound."""

        def change(operation: Operation) -> None:
            found = need(operation, Session, session)
            first = operation.next_position(SpeakingTurn, session=session)
            for place, speaker in enumerate(speakers, start=first):
                operation.add(_turn(found, speaker, shares=shares, position=place))

        return self._operations.perform("share-time", change)

    def start_next(self, session: SessionId) -> ChangeSet:
        """End the turn that is on and begin the next one; after the last one nobody speaks.

        Raises NotFound, InvalidInput when the session does not run or nobody waits.
        """

        def change(operation: Operation) -> None:
            turns = _turns_of_live(operation, session)
            now, coming = on_turn(turns), waiting(turns)
            if now is None and not coming:
                raise InvalidInput("nobody-waits")
            _close(operation, turns)
            if now is not None:
                operation.edit(SpeakingTurn, now.id, done=True)
            if coming:
                _open(operation, coming[0])

        return self._operations.perform("next-turn", change)

    def hold_or_go_on(self, session: SessionId) -> ChangeSet:
        """Hold the turn that is on, or let it go on; begin the first one when none is on.

        Raises NotFound, InvalidInput when the session does not run or nobody waits.
        """

        def change(operation: Operation) -> None:
            turns = _turns_of_live(operation, session)
            now = on_turn(turns)
            turn = now or next(iter(waiting(turns)), None)
            if turn is None:
                raise InvalidInput("nobody-waits")
            was = speaking(turns)
            _close(operation, turns)
            if was is None or was.id != turn.id:
                _open(operation, turn)

        return self._operations.perform("hold-turn", change)

    def take(self, turn: SpeakingTurn) -> ChangeSet:
        """Begin this turn out of the row; the one that is on is done. Raises NotFound, InvalidInput."""

        def change(operation: Operation) -> None:
            turns = _turns_of_live(operation, turn.session)
            now = on_turn(turns)
            _close(operation, turns)
            if now is not None and now.id != turn.id:
                operation.edit(SpeakingTurn, now.id, done=True)
            _open(operation, need(operation, SpeakingTurn, turn.id))

        return self._operations.perform("next-turn", change)

    def end_sharing(self, session: SessionId) -> ChangeSet:
        """End the turn that is on and send home those who wait; what was spoken stays. Raises NotFound."""

        def change(operation: Operation) -> None:
            turns = by_place(operation.where(SpeakingTurn, session=session))
            now, coming = on_turn(turns), waiting(turns)
            _close(operation, [each for each in turns if each.shares])
            if now is not None:
                operation.edit(SpeakingTurn, now.id, done=True)
            for each in coming:
                operation.delete(SpeakingTurn, each.id)

        return self._operations.perform("end-turns", change)

    def move(self, turn: SpeakingTurn, steps: int) -> ChangeSet:
        """Let a waiting turn come earlier or later. Raises NotFound."""

        def change(operation: Operation) -> None:
            turns = by_place(operation.where(SpeakingTurn, session=turn.session))
            row = waiting(turns)
            place = next((number for number, each in enumerate(row) if each.id == turn.id), None)
            if place is None:
                return
            places = sorted(each.position for each in row)
            row.insert(max(0, min(len(row) - 1, place + steps)), row.pop(place))
            for position, each in zip(places, row, strict=True):
                operation.edit(SpeakingTurn, each.id, position=position)

        return self._operations.perform("move-turn", change)

    def leave_out(self, turn: SpeakingTurn) -> ChangeSet:
        """Take a turn out of the row. Raises NotFound."""
        return self._operations.perform(
            "delete-speaking_turn", lambda operation: operation.delete(SpeakingTurn, turn.id)
        )

    # Simply speaking

    def speak(self, session: SessionId, speaker: Speaker) -> ChangeSet:
        """Note that somebody speaks now; whoever spoke before stops. Raises NotFound, InvalidInput."""

        def change(operation: Operation) -> None:
            turns = _turns_of_live(operation, session)
            _close(operation, turns)
            found = next((each for each in turns if not each.shares and Speaker.of(each) == speaker), None)
            if found is None:
                place = operation.next_position(SpeakingTurn, session=session)
                found = operation.add(_turn(need(operation, Session, session), speaker, position=place))
            _open(operation, found)

        return self._operations.perform("speak", change)

    def stop(self, session: SessionId) -> ChangeSet:
        """Note that nobody speaks any more. Raises NotFound."""

        def change(operation: Operation) -> None:
            _close(operation, operation.where(SpeakingTurn, session=session))

        return self._operations.perform("stop-speaking", change)


def _turns_of_live(operation: Operation, session: SessionId) -> list[SpeakingTurn]:
    if current_session([need(operation, Session, session)]) is None:
        raise InvalidInput("session-not-running")
    return by_place(operation.where(SpeakingTurn, session=session))


def _turn(
    session: Session, speaker: Speaker, *, shares: TimeShared | None = None, position: int = 0
) -> SpeakingTurn:
    return SpeakingTurn(
        id=new_id(),
        workshop=session.workshop,
        session=session.id,
        organisation=speaker.organisation,
        person=speaker.person,
        name=speaker.name,
        shares=shares,
        position=position,
    )


def _open(operation: Operation, turn: SpeakingTurn) -> None:
    operation.edit(SpeakingTurn, turn.id, spoken=(*turn.spoken, Spell(operation.now)), done=False)


def _close(operation: Operation, turns: Sequence[SpeakingTurn]) -> None:
    """End every spell that lasts; a clock that was set back does not make one end before it began."""
    for turn in turns:
        if turn.spoken and turn.spoken[-1].end is None:
            last = turn.spoken[-1]
            ended = replace(last, end=max(last.start, operation.now))
            operation.edit(SpeakingTurn, turn.id, spoken=(*turn.spoken[:-1], ended))
