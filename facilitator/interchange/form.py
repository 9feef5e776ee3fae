"""How a record looks in a file: the names of its fields, and which are filled in where they are missing."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, Final

from facilitator.domain import cards, cases, change_theory, cycles, documents, evaluation, plans, reflections
from facilitator.domain.catalogue import hints, optional, remembered
from facilitator.domain.record import Record

FORMAT: Final = "facilitator"
VERSION: Final = 1

HEADER: Final = ("format", "version", "language", "note", "exported_at", "exported_by")
"""What stands in a file before its lists."""

NEVER_WRITTEN: Final = frozenset({"deleted_at"})
"""The bin stays on the laptop."""

_WITH_CYCLE: Final = (
    cases.Case,
    change_theory.Indicator,
    change_theory.TheoryOfChange,
    plans.WorkItem,
    plans.BudgetRevision,
)
_FILLED: Final[Mapping[type[Record], frozenset[str]]] = {
    cycles.Workshop: frozenset({"language"}),
    documents.MinutesDocument: frozenset({"language"}),
    plans.WorkItem: frozenset({"workshop"}),
    plans.BudgetRevision: frozenset({"workshop"}),
}

ALSO: Final[Mapping[type, frozenset[str]]] = {
    cards.Card: frozenset({"lang", "translation", "votes"}),
    plans.WorkItem: frozenset({"currency", "contributions"}),
    evaluation.OpenAnswer: frozenset({"lang"}),
    reflections.FirstLoop: frozenset({"cause"}),
}
"""Names that a file may use beside those of the fields (see `shorthands.py`)."""

_ALSO_BY_LIST: Final[Mapping[str, frozenset[str]]] = {
    "people": frozenset({"consents"}),
    "prototypes": frozenset({"hypotheses"}),
    "theories_of_change": frozenset({"assumptions"}),
}


ENTERED_BY: Final = "entered_by"
"""Another name of `created_by`, but for a record that has a field of this name."""


def outside(name: str) -> str:
    """Return a field's name in a file: `from_` is `from` there."""
    return name.rstrip("_")


@remembered
def filled(kind: type[Record]) -> frozenset[str]:
    """Return the fields that reading fills in where they are missing, so that writing always says them."""
    names = set(_FILLED.get(kind, ()))
    if kind in _WITH_CYCLE:
        names.add("cycle")
    if hints(kind).get("position") is int:
        names.add("position")
    return frozenset(names)


@remembered
def field_names(kind: type) -> Mapping[str, Any]:
    """Return the names in a file of a value's own fields, with the types of what they hold."""
    return {outside(name): hint for name, hint in hints(kind).items() if name not in NEVER_WRITTEN}


@remembered
def known_names(kind: type, list_name: str | None = None) -> frozenset[str]:
    """Return every key that a file may use in this value."""
    also = ALSO.get(kind, frozenset()) | _ALSO_BY_LIST.get(list_name or "", frozenset())
    return frozenset(field_names(kind)) | also | ({ENTERED_BY} if issubclass(kind, Record) else frozenset())


@remembered
def has_default(kind: type) -> frozenset[str]:
    """Return the names in a file of the fields that may be left out."""
    assert is_dataclass(kind)  # noqa: S101 - called with the domain's values only
    return frozenset(
        outside(field.name)
        for field in fields(kind)
        if field.default is not MISSING or field.default_factory is not MISSING
    )


@remembered
def null_means_default(kind: type) -> frozenset[str]:
    """Return the names of the fields that cannot be empty: null is the same there as leaving them out."""
    defaults = has_default(kind)
    return frozenset(
        name for name, hint in field_names(kind).items() if name in defaults and not optional(hint)[1]
    )
