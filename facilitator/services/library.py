"""Finds workshops as people call them: by id, by the id they had in a file, by a part of their title."""

import unicodedata

from facilitator.domain.cycles import Cycle, Workshop
from facilitator.domain.errors import Ambiguous, NotFound
from facilitator.domain.frozen import dataclass
from facilitator.domain.records import Reader


@dataclass(frozen=True, slots=True)
class Shelved:
    """One workshop of a database, with the label of its cycle."""

    workshop: Workshop
    cycle: str | None = None


def workshops(records: Reader) -> list[Shelved]:
    """Return all workshops in the order they were held; those without a date come last."""
    labels = {cycle.id: cycle.label for cycle in records.where(Cycle)}
    found = [
        Shelved(each, None if each.cycle is None else labels.get(each.cycle))
        for each in records.where(Workshop)
    ]
    return sorted(found, key=lambda shelved: (*_when(shelved.workshop), shelved.workshop.id))


def find(records: Reader, wanted: str) -> Workshop:
    """Return the workshop that `wanted` names: its id, its id in a file, or a part of its title alone.

    Accents and capitals do not matter in a title. Raises NotFound, and Ambiguous with the titles
    and ids of those that fit.
    """
    name = wanted.strip()
    everything = [shelved.workshop for shelved in workshops(records)]
    if not everything:
        raise NotFound("no-workshop-yet")
    for fitting in (
        [each for each in everything if name and str(each.id) == name.lower()],
        [each for each in everything if name and each.file_id == name],
        [
            each
            for each in everything
            if name and any(folded(name) == folded(title) for title in titles(each))
        ],
        [
            each
            for each in everything
            if name and any(folded(name) in folded(title) for title in titles(each))
        ],
    ):
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            raise Ambiguous("workshop-ambiguous", wanted=wanted, candidates=_named(fitting))
    raise NotFound("workshop-not-found", wanted=wanted, candidates=_named(everything))


def titles(workshop: Workshop) -> tuple[str, ...]:
    """Return a workshop's title in every language that somebody wrote it in."""
    return (workshop.title.text, *(each.text for each in workshop.title.translations))


def folded(text: str) -> str:
    """Return a text without capitals, accents and runs of spaces, to compare by."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


def _when(workshop: Workshop) -> tuple[bool, str]:
    start = workshop.start or workshop.planned_month
    return start is None, "" if start is None else start.isoformat()


def _named(found: list[Workshop]) -> str:
    return "; ".join(f"{each.title.text} ({each.id})" for each in found)
