"""What the Reflection page shows: the workshop's reflections, the level reached, the next step, the notes."""

import datetime as dt
from typing import Final, Literal

from facilitator.domain.agenda import Session, SessionType
from facilitator.domain.cases import Case
from facilitator.domain.change_theory import Assumption
from facilitator.domain.cycles import Workshop
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import ReflectionId, WorkshopId
from facilitator.domain.people import Person
from facilitator.domain.places import zone_of
from facilitator.domain.plans import WorkItem
from facilitator.domain.records import Records
from facilitator.domain.reflections import Attribution, Level, Reflection
from facilitator.domain.timer import current_session
from facilitator.domain.values import Text
from facilitator.formats import formats
from facilitator.i18n import N_, _, translations
from facilitator.services.privacy import Privacy
from facilitator.words import word

MISSING: Final[dict[str, str]] = {
    "action": N_("what was done"),
    "expected_result": N_("the expected result"),
    "actual_result": N_("what happened"),
    "gap": N_("the difference"),
    "correction": N_("the change to the action"),
    "governing_assumption": N_("the assumption"),
    "evidence": N_("evidence for or against it"),
    "verdict": N_("the verdict"),
    "about": N_("what we saw of how we learn"),
    "change": N_("what we change in it"),
    "revised_assumption": N_("the revised assumption"),
    "effects": N_("what else changes"),
}
"""What a level still asks for, within a sentence."""

STILL_MISSING: Final[dict[Level, str]] = {
    Level.SINGLE: N_("For a single loop, still missing: {fields}."),
    Level.DOUBLE: N_("For a double loop, still missing: {fields}."),
    Level.TRIPLE: N_("A triple loop is optional; it asks for {fields}."),
}

StepState = Literal["reached", "next", "later"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReflectionRow:
    """One reflection in the page's list."""

    key: ReflectionId
    number: int
    action: str
    level: Level
    below: str
    """The level reached, and the case if it is about one."""


@dataclass(frozen=True, slots=True)
class LevelView:
    """The three levels with their state, and one line that says what the next one misses."""

    steps: tuple[tuple[str, StepState], ...]
    sentence: str
    level: Level


@dataclass(frozen=True, slots=True)
class NextStep:
    """The correction on its way to the work plan; `item` says where it stands once it is there."""

    correction: str
    item: str = ""

    @property
    def can_send(self) -> bool:
        """Whether the correction can become a work-plan item now."""
        return bool(self.correction) and not self.item


def workshop_reflections(records: Records, workshop: WorkshopId | None) -> list[Reflection]:
    """Return a workshop's reflections in the order they were begun."""
    return [] if workshop is None else records.where(Reflection, workshop=workshop)


def rows_of(records: Records, workshop: WorkshopId | None, screen: str) -> list[ReflectionRow]:
    """Return the page's list."""
    rows = []
    for number, each in enumerate(workshop_reflections(records, workshop), 1):
        level = word(translations(screen), each.level)
        case = case_name(records, each, screen)
        rows.append(
            ReflectionRow(
                key=each.id,
                number=number,
                action=" ".join(each.action.best(screen).split()),
                level=each.level,
                below=_("{level}, {case}").format(level=level, case=case) if case else level,
            )
        )
    return rows


def case_name(records: Records, record: Reflection, screen: str) -> str:
    """Return the chain or product of the case, empty without one."""
    case = records.get(Case, record.case)
    return "" if case is None else " ".join(case.chain.best(screen).split())


def level_view(record: Reflection | None, screen: str) -> LevelView:
    """Return how deep a reflection has come and what the next level misses."""
    t = translations(screen)
    reached = Level.DRAFT if record is None else record.level
    steps: list[tuple[str, StepState]] = []
    for level in (Level.SINGLE, Level.DOUBLE, Level.TRIPLE):
        state: StepState = "reached" if level <= reached else "next" if level == reached + 1 else "later"
        steps.append((word(t, level), state))
    if record is None:
        sentence = _("Begin with what was done; everything else can wait.")
    elif reached is Level.TRIPLE:
        sentence = _("All three loops are written.")
    else:
        following = Level(reached + 1)
        sentence = _(STILL_MISSING[following]).format(fields=_listed(record.missing_for(following), screen))
    return LevelView(tuple(steps), sentence, reached)


def revision_due(record: Reflection | None, screen: str) -> str:
    """Return what the verdict asks for and nobody wrote yet, as a sentence; empty when nothing is due."""
    missing = () if record is None else record.missing_revision()
    if not missing:
        return ""
    return _("This verdict asks for a revision. Still missing: {fields}.").format(
        fields=_listed(missing, screen)
    )


def _listed(names: tuple[str, ...], screen: str) -> str:
    return formats(screen).listing([_(MISSING[name]) for name in names])


def session_number(records: Records, session: Session) -> int:
    """Return the place of a session in the agenda, from 1."""
    ordered = sorted(records.where(Session, workshop=session.workshop), key=lambda each: each.order)
    return next(place for place, each in enumerate(ordered, 1) if each.id == session.id)


def context_of(records: Records, record: Reflection | None, screen: str) -> str:
    """Return the header's line: session, day and case."""
    if record is None:
        return ""
    parts = []
    session = records.get(Session, record.session)
    if session is not None:
        number, day = session_number(records, session), formats(screen).weekday(session.date)
        parts.append(_("Session {number}, {day}").format(number=number, day=day))
    if case := case_name(records, record, screen):
        parts.append(_("Case: {case}").format(case=case))
    return ". ".join(parts)


def next_step(records: Records, record: Reflection | None, screen: str) -> NextStep:
    """Return the correction and where it is in the work plan."""
    if record is None:
        return NextStep("")
    correction = record.first_loop.correction
    words = " ".join(correction.best(screen).split()) if correction else ""
    item = records.get(WorkItem, record.first_loop.work_item)
    if item is None:
        return NextStep(words)
    if not item.code:
        return NextStep(words, _("In the work plan"))
    return NextStep(words, _("In the work plan as {code}").format(code=item.code))


def version_note(records: Records, record: Reflection | None, screen: str) -> str:
    """Return that the revision made a new version of the linked assumption, and its words."""
    if record is None:
        return ""
    old = records.get(Assumption, record.second_loop.assumption_ref)
    made = records.where(Assumption, previous=old.id) if old is not None else []
    if old is None or not made or old.revised_by != record.id:
        return ""
    return _("Version {number} of the assumption: “{words}”").format(
        number=made[0].version, words=" ".join(made[0].text.best(screen).split())
    )


def naming_note(records: Records, record: Reflection | None) -> str:
    """Return that a person may not be named, where the reflection would name one."""
    if record is None or record.attribution is not Attribution.NAMED:
        return ""
    person = records.get(Person, record.attributed_person)
    if person is None:
        return _("Choose the person; without one it stays with the organisation.")
    if Privacy(records, record.workshop).may_be_quoted(person):
        return ""
    return _("No consent to be quoted by name: documents leave the name out.")


def edited_line(records: Records, record: Reflection | None, workshop: Workshop | None) -> str:
    """Return who changed the reflection last, and when by the workshop's clock."""
    if record is None or record.changed_at is None:
        return ""
    zone = dt.UTC if workshop is None else zone_of(workshop)
    time = f"{record.changed_at.astimezone(zone):%H:%M}"
    person = records.get(Person, record.changed_by)
    if person is None:
        return _("Edited {time}").format(time=time)
    return _("Edited by {name}, {time}").format(name=person.full_name, time=time)


def new_reflection(records: Records, workshop: WorkshopId, key: ReflectionId, action: Text) -> Reflection:
    """Return a new reflection of the session that runs, else of the first one meant for reflecting."""
    sessions = sorted(records.where(Session, workshop=workshop), key=lambda each: each.order)
    meant = (each for each in sessions if each.type is SessionType.REFLECTION)
    session = current_session(sessions) or next(meant, None)
    return Reflection(id=key, workshop=workshop, session=session.id if session else None, action=action)
