"""Every kind of record, once: its list, what it belongs to, and how it points to others.

Tables, change log, interchange, import checks and screens all read this one declaration.
"""

import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Final, NewType, TypeVar, Union, cast, get_args, get_origin
from uuid import UUID

from facilitator.domain import (
    agenda,
    cards,
    cases,
    change_theory,
    cycles,
    documents,
    evaluation,
    notes,
    people,
    plans,
    prototypes,
    reflections,
    turns,
)
from facilitator.domain.frozen import dataclass
from facilitator.domain.record import Record

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Entry:
    """One kind of record.

    `list_name` is its table and its list in the interchange file; `key` names it in labels.
    `owner` is the field of the record it lives and dies with. `on_demand` records are heavy and
    are read one by one, never with their workshop.
    """

    record: type[Record]
    list_name: str
    key: str
    owner: str | None = None
    on_demand: bool = False


ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(people.Organisation, "organisations", "organisation"),
    Entry(people.Person, "people", "person"),
    Entry(people.Consent, "consents", "consent", "person"),
    Entry(cycles.Alliance, "alliances", "alliance"),
    Entry(people.Membership, "memberships", "membership", "alliance"),
    Entry(cycles.Cycle, "cycles", "cycle"),
    Entry(cycles.Workshop, "workshops", "workshop"),
    Entry(cycles.PriorOutput, "starting_material", "prior_output", "workshop"),
    Entry(agenda.Session, "sessions", "session", "workshop"),
    Entry(agenda.TimerTransition, "timer_transitions", "timer_transition", "session"),
    Entry(turns.SpeakingTurn, "speaking_turns", "speaking_turn", "session"),
    Entry(people.Attendance, "attendance", "attendance", "workshop"),
    Entry(notes.Note, "notes", "note", "workshop"),
    Entry(cards.CardKind, "card_kinds", "card_kind", "workshop"),
    Entry(cards.Board, "boards", "board", "session"),
    Entry(cards.Cluster, "clusters", "cluster", "board"),
    Entry(cards.Card, "cards", "card", "board"),
    Entry(cards.Vote, "votes", "vote", "board"),
    Entry(cases.Case, "cases", "case"),
    Entry(cases.ChainMap, "chain_maps", "chain_map", "case"),
    Entry(cases.Canvas, "canvases", "canvas", "case"),
    Entry(cases.PrincipleAssessment, "principle_assessments", "principle_assessment", "case"),
    Entry(change_theory.Indicator, "indicators", "indicator"),
    Entry(change_theory.Measurement, "measurements", "measurement", "indicator"),
    Entry(prototypes.PrototypeIteration, "prototypes", "prototype", "case"),
    Entry(prototypes.Hypothesis, "hypotheses", "hypothesis", "iteration"),
    Entry(reflections.Reflection, "reflections", "reflection", "workshop"),
    Entry(change_theory.TheoryOfChange, "theories_of_change", "theory_of_change", "cycle"),
    Entry(change_theory.Assumption, "assumptions", "assumption", "theory_of_change"),
    Entry(notes.Agreement, "agreements", "agreement", "workshop"),
    Entry(notes.ParkingItem, "parking_lot", "parking_item", "workshop"),
    Entry(plans.WorkItem, "work_plan", "work_item"),
    Entry(plans.Contribution, "contributions", "contribution", "work_item"),
    Entry(plans.FollowUp, "follow_ups", "follow_up", "work_item"),
    Entry(plans.BudgetRevision, "budget_revisions", "budget_revision"),
    Entry(evaluation.Evaluation, "evaluations", "evaluation", "workshop"),
    Entry(notes.Photo, "photos", "photo", "workshop"),
    Entry(notes.PhotoContent, "photo_contents", "photo_content", "photo", on_demand=True),
    Entry(documents.MinutesDocument, "minutes", "minutes_document", "workshop"),
    Entry(documents.DocumentTemplate, "document_templates", "document_template"),
)
"""Owners stand before what they own, so that a list can be stored from top to bottom."""

_BY_RECORD: Final = {entry.record: entry for entry in ENTRIES}
_BY_LIST: Final = {entry.list_name: entry for entry in ENTRIES}


def entry_of(kind: type[Record]) -> Entry:
    """Return the entry of a record class."""
    return _BY_RECORD[kind]


def entry_named(list_name: str) -> Entry:
    """Return the entry of a list. Raises KeyError for a list that does not exist."""
    return _BY_LIST[list_name]


def remembered(function: F) -> F:
    """Compute once for each argument; `functools.cache` alone forgets the argument's types."""
    return cast("F", cache(function))


@remembered
def hints(kind: type) -> Mapping[str, Any]:
    """Return the types of a dataclass's fields, in their order."""
    return {field.name: field.type for field in fields(kind)}


@remembered
def target_of(id_type: object) -> type[Record] | None:
    """Return the record class whose `id` has this type; None for a key of any record."""
    if id_type is UUID:
        return None
    for entry in ENTRIES:
        if hints(entry.record)["id"] is id_type:
            return entry.record
    return None


@remembered
def optional(hint: Any) -> tuple[Any, bool]:
    """Split `X | None` into X and True; anything else is itself and False."""
    if get_origin(hint) in {Union, types.UnionType}:
        inner = [each for each in get_args(hint) if each is not type(None)]
        if len(inner) == 1 and len(get_args(hint)) == 2:
            return inner[0], True
    return hint, False


def is_id(hint: Any) -> bool:
    """Whether values of this type are keys of records."""
    return hint is UUID or (isinstance(hint, NewType) and hint.__supertype__ is UUID)


@remembered
def direct_references(kind: type) -> Mapping[str, type[Record] | None]:
    """Return the fields that hold one key, and which record class each points to.

    The record's own key and the stamps are left out; None means any record.
    """
    found = {}
    for name, hint in hints(kind).items():
        inner, _ = optional(hint)
        if name not in {"id", "created_by", "changed_by"} and is_id(inner):
            found[name] = target_of(inner)
    return found


@dataclass(frozen=True, slots=True)
class Reference:
    """One key that a record holds, with the path of fields and places that leads to it."""

    path: tuple[str | int, ...]
    id: UUID
    target: type[Record] | None


def references(record: Record) -> Iterator[Reference]:
    """Yield every key that a record holds, however deep, but for its own and its stamps."""
    for name, path, hint in _referring(type(record)):
        value = getattr(record, name)
        if isinstance(value, UUID):
            yield Reference(path, value, target_of(hint))
        elif value is not None:
            yield from _references(value, hint, path)


@remembered
def _referring(kind: type) -> tuple[tuple[str, tuple[str], Any], ...]:
    """Return the fields of a dataclass that may hold keys, with their names in a path and what they hold."""
    own = {"id", "created_by", "changed_by"} if issubclass(kind, Record) else {"id"}
    return tuple(
        (name, (name.rstrip("_"),), optional(hint)[0])
        for name, hint in hints(kind).items()
        if name not in own and _may_refer(optional(hint)[0])
    )


@remembered
def _may_refer(hint: Any) -> bool:
    """Whether values of this type may hold keys, however deep."""
    if is_id(hint):
        return True
    if isinstance(hint, type) and is_dataclass(hint):
        return bool(_referring(hint))
    return any(_may_refer(optional(each)[0]) for each in get_args(hint))


def _references(value: Any, hint: Any, path: tuple[str | int, ...]) -> Iterator[Reference]:
    inner, _ = optional(hint)
    if value is None or not _may_refer(inner):
        return
    if is_id(inner):
        yield Reference(path, value, target_of(inner))
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from _references(item, get_args(inner)[0], (*path, place))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _references(item, get_args(inner)[1], (*path, str(key)))
    else:
        for name, step, each in _referring(type(value)):
            yield from _references(getattr(value, name), each, (*path, *step))


@remembered
def is_of_workshop(kind: type) -> bool:
    """Whether records of this class belong to exactly one workshop and travel with it."""
    return "workshop" in hints(kind) and not optional(hints(kind)["workshop"])[1]


@remembered
def owned_by(kind: type) -> tuple[tuple[type[Record], str], ...]:
    """Return the classes whose records live and die with records of `kind`, and by which field."""
    return tuple(
        (entry.record, entry.owner)
        for entry in ENTRIES
        if entry.owner is not None and direct_references(entry.record).get(entry.owner) is kind
    )
