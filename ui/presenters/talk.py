"""What the console says of who speaks: whose turn it is, who waits, who has spoken. No Qt."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias
from uuid import UUID

from facilitator.domain.agenda import Session, TimerTransition
from facilitator.domain.frozen import dataclass
from facilitator.domain.guiding import step_now
from facilitator.domain.ids import WorkshopId
from facilitator.domain.people import Attendance, Organisation, Person
from facilitator.domain.records import Records
from facilitator.domain.timer import TimerState, current_session, face
from facilitator.domain.turn_clock import Talk, clock_of_turn, speaking
from facilitator.domain.turns import SpeakingTurn, TimeShared
from facilitator.i18n import N_, _, ngettext, pgettext, translations
from ui.presenters.capture import Who
from ui.presenters.cards import folded

Key: TypeAlias = UUID | str
"""An organisation or a person without one by key, a group by its name."""

_ZERO: Final = dt.timedelta()
_SECOND: Final = dt.timedelta(seconds=1)
LONGEST_NAME: Final = 60
"""Characters of a group's name: the stage shows it whole, in two lines."""


@dataclass(frozen=True, slots=True)
class TurnLine:
    """A turn that waits."""

    key: UUID
    title: str

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return self.title


@dataclass(frozen=True, slots=True)
class TurnFaceWords:
    """The turn that is on, or the row before its first one; `name` is empty then."""

    name: str
    digits: str
    note: str
    over: bool
    held: bool
    has_next: bool
    coming: tuple[TurnLine, ...]


@dataclass(frozen=True, slots=True)
class SpokenRow:
    """How long an organisation or a group has spoken, in this session and in all."""

    key: Key
    title: str
    here: str
    in_all: str
    times: str
    share: float
    speaking: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        parts = [self.title, _("speaks now") if self.speaking else "", self.here, self.times]
        parts.append(_("{time} in all").format(time=self.in_all) if self.in_all else "")
        return ", ".join(part for part in parts if part)


def name_of(records: Records, turn: SpeakingTurn) -> str:
    """Return whose turn it is, for the operator's eyes."""
    if turn.name:
        return turn.name
    person = records.get(Person, turn.person)
    if person is not None and not person.anonymised:
        return person.full_name
    home = records.get(Organisation, turn.organisation)
    return home.known_as if home is not None else _("Somebody")


def talk_of(records: Records, session: Session, now: dt.datetime) -> Talk:
    """Return who speaks in a session."""
    return Talk(
        session,
        records.where(TimerTransition, session=session.id),
        records.where(SpeakingTurn, session=session.id),
        now,
    )


def turn_words(records: Records, talk: Talk) -> TurnFaceWords | None:
    """Return what is said of the row of turns; None while no time is shared."""
    shown, coming = talk.face(), talk.coming
    lines = tuple(TurnLine(each.id, name_of(records, each)) for each in coming)
    if shown is None and not coming:
        return None
    each = _clock(talk.next_share())
    note = ngettext("{n} waits, {time}", "{n} wait, {time} each", len(coming)).format(
        n=len(coming), time=each
    )
    note = note if coming else _("Nobody waits")
    if shown is None:
        return TurnFaceWords("", each, note, over=False, held=False, has_next=True, coming=lines)
    return TurnFaceWords(
        name=name_of(records, shown.turn),
        digits=face(clock_of_turn(shown, talk.now), talk.now),
        note=note,
        over=shown.left < _ZERO,
        held=shown.held,
        has_next=bool(coming),
        coming=lines,
    )


def _clock(span: dt.timedelta) -> str:
    """Return a length of time as a clock shows it, whole seconds: "4:20"."""
    start = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
    return face(TimerState(planned=dt.timedelta(seconds=span // _SECOND), started=start), start)


# Who has spoken


def key_of(turn: SpeakingTurn) -> Key:
    """Return to whom the time of a turn is counted."""
    return turn.organisation or turn.person or (turn.name or "")


def spoken_before(
    records: Records, workshop: WorkshopId | None, but: Session | None, now: dt.datetime
) -> Counter[Key]:
    """Return for how many seconds each spoke in the workshop's other sessions."""
    found: Counter[Key] = Counter()
    sessions = {each.session for each in records.where(SpeakingTurn, workshop=workshop)}
    for key in sessions - {but.id if but is not None else None}:
        session = records.get(Session, key)
        if session is not None:
            talk = talk_of(records, session, now)
            for turn in talk.turns:
                found[key_of(turn)] += int(talk.spoken(turn) / _SECOND)
    return found


def spoken_rows(
    records: Records, workshop: WorkshopId | None, talk: Talk | None, before: Counter[Key]
) -> list[SpokenRow]:
    """Return how long each organisation and group has spoken; who has not yet is there too, with nothing."""
    turns = talk.turns if talk is not None else []
    here: Counter[Key] = Counter()
    times: Counter[Key] = Counter()
    names: dict[Key, str] = {}
    for turn in turns:
        key = key_of(turn)
        here[key] += int(talk.spoken(turn) / _SECOND) if talk is not None else 0
        times[key] += len(turn.spoken)
        names[key] = _counted_as(records, turn)
    names |= {each.id: each.known_as for each in organisations_there(records, workshop)}
    most = max((here[key] + before[key] for key in names), default=0)
    now = speaking(turns)
    rows = [
        SpokenRow(
            key=key,
            title=name,
            here=_clock(here[key] * _SECOND) if here[key] or times[key] else "",
            in_all=_clock((here[key] + before[key]) * _SECOND) if here[key] + before[key] else "",
            times=ngettext("{n} time", "{n} times", times[key]).format(n=times[key]) if times[key] else "",
            share=(here[key] + before[key]) / most if most else 0.0,
            speaking=now is not None and key_of(now) == key,
        )
        for key, name in names.items()
        if times[key] or not isinstance(key, str)
    ]
    return sorted(rows, key=lambda each: (isinstance(each.key, str), folded(each.title)))


def _counted_as(records: Records, turn: SpeakingTurn) -> str:
    home = records.get(Organisation, turn.organisation)
    return home.known_as if home is not None else name_of(records, turn)


def organisations_there(records: Records, workshop: WorkshopId | None) -> list[Organisation]:
    """Return the organisations with somebody in the workshop, all that have people while nobody is marked."""
    marked = {each.person for each in records.where(Attendance, workshop=workshop)}
    people = [each for each in records.where(Person) if not marked or each.id in marked]
    homes = dict.fromkeys(each.organisation for each in people)
    found = [records.get(Organisation, key) for key in homes]
    return sorted((each for each in found if each is not None), key=lambda each: folded(each.known_as))


# Who is to speak


def shares_offered(session: Session | None) -> list[tuple[str, str]]:
    """Return whose remaining time can be shared: the session's, and its step's if that has minutes."""
    step = None if session is None else step_now(session)
    offered = [(TimeShared.SESSION.value, pgettext("time shared by turns", "Session"))]
    if step is not None and step.minutes:
        offered.append((TimeShared.STEP.value, pgettext("time shared by turns", "Step")))
    return offered


def group_names(count: int, taken: Iterable[str], language: str) -> list[str]:
    """Return names for so many groups in the room's language, none that is taken."""
    named = translations(language).gettext(N_("Group {number}"))
    known, found, number = set(taken), list[str](), 1
    while len(found) < count:
        name = named.format(number=number)
        number += 1
        if name not in known:
            found.append(name)
    return found


def meant(typed: str, known: Sequence[Who]) -> Who | None:
    """Return the one who is called exactly so; anything else is the name of a group."""
    wanted = folded(" ".join(typed.split()))
    return next((each for each in known if wanted in {folded(each.label), folded(each.shown)}), None)


def can_speak(session: Session | None) -> bool:
    """Whether the word can be given: only in a session that runs."""
    return session is not None and current_session([session]) is not None
