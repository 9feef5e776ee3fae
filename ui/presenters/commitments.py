"""What the workshop agreed and what it set aside, as rows of two tables (domain.md 5, 6.6)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final
from uuid import UUID

from facilitator.domain.agenda import Session
from facilitator.domain.errors import InvalidInput
from facilitator.domain.ids import OrganisationId, PersonId, SessionId
from facilitator.domain.notes import Agreement, ParkingItem, ParkingOutcome
from facilitator.domain.people import Person
from facilitator.domain.plans import WorkItem
from facilitator.domain.records import Records
from facilitator.domain.typed import typed_count, typed_date
from facilitator.domain.values import Text
from facilitator.i18n import _, translations
from facilitator.words import word
from ui.presenters.cells import Cell, Column, PillTone, PillWords, Row
from ui.presenters.forms import Items
from ui.presenters.wording import NewText, reworded
from ui.presenters.work_item_fields import near, one_line, people_items
from ui.presenters.work_plan import Plan, code_of, name_of, organisation_items

_OUTCOMES: Final[dict[ParkingOutcome | None, tuple[PillTone, str]]] = {
    None: ("warn", "circle-dashed"),
    ParkingOutcome.ANSWERED_IN_SESSION: ("ok", "circle-check"),
    ParkingOutcome.TO_WORK_PLAN: ("progress", "chart-no-axes-gantt"),
    ParkingOutcome.TO_AGENDA: ("progress", "calendar-days"),
    ParkingOutcome.TO_PERSON: ("progress", "user-round"),
    ParkingOutcome.DROPPED: ("neutral", "x"),
}


# Agreements


def agreement_columns() -> list[Column]:
    """Return the columns of the agreements."""
    return [
        Column(key="number", head=_("No."), spoken=_("Number"), width=56, editor="line"),
        Column(key="text", head=_("Agreement"), width=280, stretch=True, editor="line"),
        Column(
            key="responsible", head=_("Who"), spoken=_("Responsible organisation"), width=96, editor="choice"
        ),
        Column(
            key="responsible_person",
            head=_("Person"),
            spoken=_("Responsible person"),
            width=180,
            editor="choice",
            drop=2,
        ),
        Column(key="due", head=_("Due"), width=130, editor="line"),
        Column(
            key="source", head=_("From"), spoken=_("Where it came from"), width=200, editor="choice", drop=3
        ),
        Column(key="plan", head=_("In the work plan"), width=150, drop=1),
    ]


def agreements_of(plan: Plan) -> list[Agreement]:
    """Return what the workshop agreed, by number."""
    found = plan.records.where(Agreement, workshop=plan.workshop.id)
    return sorted(found, key=lambda each: (each.number or 0, each.id.int))


def agreement_rows(plan: Plan) -> list[Row]:
    """Return one row an agreement."""
    return [_agreement_row(plan, each, place) for place, each in enumerate(agreements_of(plan), start=1)]


def _agreement_row(plan: Plan, agreement: Agreement, place: int) -> Row:
    records, item = plan.records, item_of_agreement(plan, agreement)
    person = records.get(Person, agreement.responsible_person)
    due = plan.formats.short_day(agreement.due) if agreement.due else ""
    number = "" if agreement.number is None else str(agreement.number)
    words = agreement.text.best(plan.language)
    cells = {
        "number": Cell(shown=number or str(place), edit=number, tone="ink_2"),
        "text": Cell(shown=words, edit=words, strong=True),
        "responsible": _organisation(plan, agreement.responsible),
        "responsible_person": Cell(
            shown=person.full_name if person else "", edit=str(agreement.responsible_person or "")
        ),
        "due": Cell(shown=plan.formats.brief_span(agreement.due, None), edit=due),
        "source": Cell(
            shown=_source(plan, agreement),
            # What it grew from is known better than by its session; that stays as it is.
            edit=None if plan.records.find(agreement.source) else str(agreement.session or ""),
            tone="ink_2",
        ),
        "plan": _in_plan(item),
    }
    return Row(key=agreement.id, cells=cells)


def item_of_agreement(plan: Plan, agreement: Agreement) -> WorkItem | None:
    """Return the activity that an agreement became, or None."""
    found = plan.records.where(WorkItem, agreement=agreement.id)
    return found[0] if found else None


def _organisation(plan: Plan, key: OrganisationId | None) -> Cell:
    code = code_of(plan.records, key)
    if not code:
        return Cell(shown=_("Nobody yet"), tone="ink_2", edit="")
    return Cell(chips=(code,), edit=str(key), spoken=name_of(plan.records, key))


def _in_plan(item: WorkItem | None) -> Cell:
    if item is None:
        return Cell(shown=_("Not yet"), tone="ink_2")
    words = _("As {code}").format(code=item.code) if item.code else _("Yes")
    return Cell(pill=PillWords(words, "progress", "chart-no-axes-gantt"), spoken=words)


def _source(plan: Plan, agreement: Agreement) -> str:
    if (said := _words_of(plan, agreement.source)) is not None:
        return one_line(said, plan.language)
    session = plan.records.get(Session, agreement.session)
    return one_line(session.title, plan.language) if session else ""


def agreement_fields(
    plan: Plan, agreement: Agreement, name: str, value: str, new_text: NewText
) -> dict[str, object]:
    """Return the fields that an edited cell changes. Raises InvalidInput."""
    match name:
        case "text":
            return {"text": reworded(agreement.text, value, plan.language, new_text) or new_text("")}
        case "due":
            return {"due": typed_date(value, near(plan))}
        case "number":
            return {"number": typed_count(value)}
        case "source":
            return {"session": _KEYS["session"](value)}
        case _:
            return {name: _KEYS[name](value)}


# The parking lot


def parking_columns() -> list[Column]:
    """Return the columns of the parking lot."""
    return [
        Column(key="text", head=_("Set aside"), width=280, stretch=True, editor="line"),
        Column(key="raised_by", head=_("Raised by"), width=190, editor="choice", drop=1),
        Column(key="session", head=_("Session"), width=220, editor="choice", drop=3),
        Column(key="outcome", head=_("What became of it"), width=200, editor="choice"),
        Column(
            key="linked", head=_("Where"), spoken=_("What took it over"), width=200, editor="choice", drop=2
        ),
    ]


def parking_rows(plan: Plan) -> list[Row]:
    """Return one row a matter set aside, undecided ones first."""
    found = plan.records.where(ParkingItem, workshop=plan.workshop.id)
    found.sort(key=lambda each: (each.outcome is not None, each.id.int))
    return [_parking_row(plan, each) for each in found]


def _parking_row(plan: Plan, parked: ParkingItem) -> Row:
    person = plan.records.get(Person, parked.raised_by)
    session = plan.records.get(Session, parked.session)
    tone, icon = _OUTCOMES[parked.outcome]
    words = outcome_word(plan.language, parked.outcome)
    outcome = parked.outcome.value if parked.outcome else ""
    said = parked.text.best(plan.language)
    cells = {
        "text": Cell(shown=said, edit=said, strong=True),
        "raised_by": Cell(shown=person.full_name if person else "", edit=str(parked.raised_by or "")),
        "session": Cell(
            shown=one_line(session.title, plan.language) if session else "", edit=str(parked.session or "")
        ),
        "outcome": Cell(
            pill=PillWords(words, tone, icon),
            edit=outcome,
            spoken=words,
        ),
        "linked": Cell(shown=_linked(plan, parked), edit=str(parked.linked or ""), tone="ink_2"),
    }
    return Row(key=parked.id, cells=cells)


def _linked(plan: Plan, parked: ParkingItem) -> str:
    found = plan.records.find(parked.linked)
    if isinstance(found, WorkItem):
        return _named(found.code, found.activity, plan)
    said = _words_of(plan, parked.linked)
    return "" if said is None else one_line(said, plan.language)


def _words_of(plan: Plan, key: UUID | None) -> Text | None:
    """Return what a card, cluster, agreement or session says."""
    found = plan.records.find(key)
    said = getattr(found, "text", None) or getattr(found, "title", None)
    return said if isinstance(said, Text) else None


def outcome_word(language: str, outcome: ParkingOutcome | None) -> str:
    """Return what became of something parked, in a word."""
    return _("Undecided") if outcome is None else word(translations(language), outcome)


def undecided(plan: Plan) -> int:
    """Return how many matters still have to be decided before the workshop closes."""
    found = plan.records.where(ParkingItem, workshop=plan.workshop.id)
    return sum(each.outcome is None for each in found)


def parking_fields(
    plan: Plan, parked: ParkingItem, name: str, value: str, new_text: NewText
) -> dict[str, object]:
    """Return the fields that an edited cell changes. Raises InvalidInput."""
    if name == "text":
        return {"text": reworded(parked.text, value, plan.language, new_text) or new_text("")}
    fields = {name: _KEYS[name](value)}
    if name == "linked" and parked.outcome is None:
        fields["outcome"] = _outcome_of(plan, value)
    return fields


def _outcome_of(plan: Plan, linked: str) -> ParkingOutcome | None:
    """Return what became of something whose new place says it: the plan, the agenda, an agreement."""
    found = plan.records.find(UUID(linked)) if linked else None
    match found:
        case WorkItem():
            return ParkingOutcome.TO_WORK_PLAN
        case Session():
            return ParkingOutcome.TO_AGENDA
        case Agreement():
            return ParkingOutcome.ANSWERED_IN_SESSION
        case _:
            return None


_KEYS: Final[dict[str, Callable[[str], object]]] = {
    "responsible": lambda value: OrganisationId(UUID(value)) if value else None,
    "responsible_person": lambda value: PersonId(UUID(value)) if value else None,
    "raised_by": lambda value: PersonId(UUID(value)) if value else None,
    "session": lambda value: SessionId(UUID(value)) if value else None,
    "outcome": lambda value: ParkingOutcome(value) if value else None,
    "linked": lambda value: UUID(value) if value else None,
}


def choices_of(plan: Plan) -> dict[str, Items]:
    """Return what can be chosen in the columns of both tables."""
    records, language = plan.records, plan.language
    outcomes: list[tuple[str, str]] = [("", outcome_word(language, None))]
    outcomes += [(each.value, outcome_word(language, each)) for each in ParkingOutcome]
    return {
        "responsible": organisation_items(records, _("Nobody yet")),
        "responsible_person": people_items(records, _("Nobody yet")),
        "raised_by": people_items(records, _("Not said")),
        "session": _sessions(records, plan),
        "source": _sessions(records, plan),
        "linked": _places(plan),
        "outcome": outcomes,
    }


def _sessions(records: Records, plan: Plan) -> Items:
    found = sorted(records.where(Session, workshop=plan.workshop.id), key=lambda each: each.order)
    return [("", _("None")), *((str(each.id), one_line(each.title, plan.language)) for each in found)]


def _places(plan: Plan) -> Items:
    """Return what can take something over: activities, agreements, sessions."""
    items = [(str(each.id), _named(each.code, each.activity, plan)) for each in plan.items]
    agreed = [
        (
            str(each.id),
            _("Agreement {n}: {words}").format(n=each.number or n, words=one_line(each.text, plan.language)),
        )
        for n, each in enumerate(agreements_of(plan), start=1)
    ]
    nothing, *sessions = _sessions(plan.records, plan)
    return [nothing, *items, *agreed, *sessions]


def _named(code: str | None, words: Text, plan: Plan) -> str:
    return " ".join(part for part in (code, one_line(words, plan.language)) if part)


def refusal(change: Callable[[], dict[str, object]], record: Agreement | ParkingItem) -> InvalidInput | None:
    """Return why words cannot go into a cell, or None; nothing is changed."""
    try:
        replace(record, **change())  # type: ignore[arg-type]  # fields by name
    except InvalidInput as error:
        return error
    return None
