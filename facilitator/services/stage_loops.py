"""Composes a reflection for the room: both loops as they fill, evidence in words, nobody's name."""

from collections.abc import Iterable
from typing import Final

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Card, CardStatus
from facilitator.domain.cases import Case
from facilitator.domain.ids import ReflectionId
from facilitator.domain.reflections import Effect, Evidence, Reflection
from facilitator.domain.reflections import Level as Reached
from facilitator.domain.stage import FirstLoop, Level, ReflectionView, SecondLoop, StageFrame, StageText
from facilitator.domain.values import Text
from facilitator.i18n import N_
from facilitator.services.stage_room import NOTHING, Room

_LEVELS: Final[dict[Reached, Level]] = {
    Reached.DRAFT: "none",
    Reached.SINGLE: "single",
    Reached.DOUBLE: "double",
    Reached.TRIPLE: "triple",
}


def reflection_view(
    room: Room, frame: StageFrame, session: Session | None, reflection: ReflectionId | None = None
) -> ReflectionView:
    """Return a reflection: the one named, else the session's latest, else an empty one to begin with."""
    found = room.records.get(Reflection, reflection)
    if found is None and session is not None:
        found = max(
            room.records.where(Reflection, session=session.id), key=lambda each: each.id.int, default=None
        )
    if found is None:
        return ReflectionView(frame=frame, subject=room.say(session.title) if session else NOTHING)
    return ReflectionView(
        frame=frame,
        subject=_subject(room, found),
        first=_first(room, found),
        second=_second(room, found),
        level=_LEVELS[found.level],
    )


def _subject(room: Room, reflection: Reflection) -> StageText:
    case = room.records.get(Case, reflection.case)
    if case is not None:
        return _joined(room.fixed(N_("Case")), room.say(case.chain))
    session = room.records.get(Session, reflection.session)
    return room.say(session.title) if session is not None else NOTHING


def _first(room: Room, reflection: Reflection) -> FirstLoop:
    gap = room.say(reflection.gap.text)
    if not gap and reflection.gap.kind is not None:
        gap = room.word(reflection.gap.kind)
    return FirstLoop(
        action=room.say(reflection.action),
        expected=room.say(reflection.expected_result),
        actual=room.say(reflection.actual_result),
        gap=gap,
        causes=_all(room, reflection.first_loop.causes),
        correction=room.say(reflection.first_loop.correction),
    )


def _second(room: Room, reflection: Reflection) -> SecondLoop:
    loop = reflection.second_loop
    return SecondLoop(
        assumption=room.say(loop.governing_assumption),
        evidence_for=_evidence(room, loop.evidence_for),
        evidence_against=_evidence(room, loop.evidence_against),
        verdict=room.word(loop.verdict) if loop.verdict else NOTHING,
        revised=room.say(loop.revised_assumption),
        effects=tuple(_effect(room, each) for each in loop.effects),
        decision=room.word(loop.decision) if loop.decision else NOTHING,
    )


def _all(room: Room, texts: Iterable[Text]) -> tuple[StageText, ...]:
    return tuple(said for said in map(room.say, texts) if said)


def _evidence(room: Room, evidence: Iterable[Evidence]) -> tuple[StageText, ...]:
    """Return evidence in words; a card speaks only if the room may see it, and sources stay inside."""
    said = []
    for each in evidence:
        if each.text:
            said.append(room.say(each.text))
            continue
        card = room.records.get(Card, each.ref) if each.ref is not None else None
        if card is not None and card.status is CardStatus.ACTIVE and not card.hidden_on_stage:
            said.append(room.say(card.text))
    return tuple(said)


def _effect(room: Room, effect: Effect) -> StageText:
    target = room.word(effect.on)
    words = room.say(effect.text)
    return _joined(target, words) if words else target


def _joined(first: StageText, second: StageText) -> StageText:
    """Return "first: second" in each language of the room."""
    both = StageText(f"{first.text}: {second.text}")
    if first.second is None and second.second is None:
        return both
    other = f"{first.second or first.text}: {second.second or second.text}"
    return StageText(both.text, other if other != both.text else None)
