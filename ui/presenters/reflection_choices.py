"""What can be chosen in a reflection's fields: sessions, cases, people, indicators, assumptions, words."""

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Final
from uuid import UUID

from facilitator.domain.agenda import Session
from facilitator.domain.cases import Case
from facilitator.domain.change_theory import Assumption, Indicator
from facilitator.domain.ids import WorkshopId
from facilitator.domain.people import Organisation, Person
from facilitator.domain.plans import WorkItem
from facilitator.domain.records import Records
from facilitator.domain.reflections import Attribution, EffectOn, Reflection, ReviewOutcome
from facilitator.i18n import _, translations
from facilitator.words import country, word
from ui.presenters.reflection_fields import ENUMS
from ui.presenters.reflection_rows import said_by

Items = Sequence[tuple[str, str]]
Choices = dict[str, Items]

_ALWAYS: Final = (Attribution, ReviewOutcome)
"""Choices that always say something."""

_LONGEST: Final = 90


def fixed_choices(screen: str) -> Choices:
    """Return the choices among fixed words."""
    return {name: _words(kind, screen) for name, kind in ENUMS.items()}


def _words(kind: type[Enum], screen: str) -> Items:
    said = [(str(each.value), word(translations(screen), each)) for each in kind]
    return said if kind in _ALWAYS else [("", _("Not said")), *said]


def record_choices(
    records: Records, workshop: WorkshopId | None, record: Reflection | None, screen: str
) -> Choices:
    """Return the choices among records, each with one that says nothing."""
    people, organisations = _people(records), _organisations(records)
    indicators = [(each.id, each.name.best(screen)) for each in records.where(Indicator)]
    found: dict[str, Iterable[tuple[UUID, str]]] = {
        "session": _sessions(records, workshop, screen),
        "case": _cases(records, screen),
        "expected_indicator": indicators,
        "first_loop.owner": organisations,
        "second_loop.owner": organisations,
        "second_loop.owner_person": people,
        "second_loop.assumption_ref": _assumptions(records, record, screen),
        "attributed_to": organisations,
        "attributed_person": people,
        "recorded_by": people,
    }
    return {name: _items(pairs) for name, pairs in found.items()}


def reference_items(records: Records, on: EffectOn, ref: UUID | None, screen: str) -> Items:
    """Return what an effect of this kind can point to; none where there is nothing to point to."""
    pairs: list[tuple[UUID, str]] = []
    if on is EffectOn.THEORY_OF_CHANGE:
        pairs = [(each.id, _versioned(each, screen)) for each in records.where(Assumption)]
    elif on is EffectOn.INDICATOR:
        pairs = [(each.id, each.name.best(screen)) for each in records.where(Indicator)]
    elif on is EffectOn.BUDGET:
        pairs = [(each.id, each.activity.best(screen)) for each in records.where(WorkItem)]
    if ref is not None and all(key != ref for key, _name in pairs):
        pairs.append((ref, said_by(records, ref, screen)[0]))
    return _items(pairs) if pairs else ()


def _items(pairs: Iterable[tuple[UUID, str]]) -> Items:
    return [("", _("Not said")), *((str(key), _short(name)) for key, name in pairs)]


def _short(name: str) -> str:
    line = " ".join(name.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _sessions(records: Records, workshop: WorkshopId | None, screen: str) -> list[tuple[UUID, str]]:
    ordered = sorted(records.where(Session, workshop=workshop), key=lambda each: each.order)
    return [
        (each.id, _("{number}. {title}").format(number=number, title=each.title.best(screen)))
        for number, each in enumerate(ordered, 1)
    ]


def _cases(records: Records, screen: str) -> list[tuple[UUID, str]]:
    named: list[tuple[UUID, str]] = []
    for each in records.where(Case):
        chain, where = each.chain.best(screen), country(screen, each.country)
        named.append(
            (each.id, _("{chain}, {country}").format(chain=chain, country=where) if where else chain)
        )
    return named


def _assumptions(records: Records, record: Reflection | None, screen: str) -> list[tuple[UUID, str]]:
    """Return the newest version of each assumption, and whichever the reflection is linked to."""
    chosen = None if record is None else record.second_loop.assumption_ref
    return [
        (each.id, _versioned(each, screen))
        for each in records.where(Assumption)
        if each.id == chosen or not records.where(Assumption, previous=each.id)
    ]


def _versioned(assumption: Assumption, screen: str) -> str:
    words = assumption.text.best(screen)
    if assumption.version == 1 and assumption.previous is None:
        return words
    return _("{words} (version {number})").format(words=_short(words), number=assumption.version)


def _people(records: Records) -> list[tuple[UUID, str]]:
    named = [each for each in records.where(Person) if each.full_name]
    return [(each.id, each.full_name) for each in sorted(named, key=lambda each: each.full_name.casefold())]


def _organisations(records: Records) -> list[tuple[UUID, str]]:
    found = sorted(records.where(Organisation), key=lambda each: each.known_as.casefold())
    return [(each.id, each.known_as) for each in found]
