"""The cycle's theory of change: elements by level, links, assumptions with versions, risks (domain.md 4)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final
from uuid import UUID

from facilitator.domain.change_theory import (
    Assumption,
    Element,
    ElementLevel,
    Link,
    TheoryOfChange,
)
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import TheoryId, new_id
from facilitator.domain.record import Record
from facilitator.i18n import N_, _, translations
from facilitator.words import word
from ui.presenters.cases import Casebook, theories_of
from ui.presenters.cases_fields import Field
from ui.presenters.cases_tables import Change, Choices, ListTable, Revise
from ui.presenters.cells import Cell, Row

HEAD: Final = (
    Field(name="date", head=N_("Date"), kind="day", row=1),
    Field(name="impact", head=N_("Impact: the change that is wanted in the end"), rows=(1, 4), row=1),
    Field(
        name="narrative", head=N_("Narrative: entry points, what is done, why it should work"), rows=(2, 20)
    ),
)
"""Fields above the elements."""


def items(book: Casebook, found: Sequence[TheoryOfChange]) -> list[tuple[UUID, str]]:
    """Return versions as "Version 2, 07/02/2014"."""
    made: list[tuple[UUID, str]] = []
    for each in found:
        number = _("Version {n}").format(n=each.version)
        made.append((each.id, f"{number}, {book.formats.short_day(each.date)}" if each.date else number))
    return made


def first_theory(book: Casebook) -> TheoryOfChange:
    """Return an empty theory of the cycle, of today."""
    versions = [each.version for each in theories_of(book)]
    return TheoryOfChange(
        id=TheoryId(new_id()),
        cycle=book.workshop.cycle,
        version=max(versions, default=0) + 1,
        date=book.today,
    )


def _levels(book: Casebook, _owner: TheoryOfChange) -> Choices:
    t = translations(book.language)
    return {"level": [(each.value, word(t, each)) for each in ElementLevel]}


def _ends(book: Casebook, owner: TheoryOfChange) -> Choices:
    offered = [(str(each.id), book.say(each.text)) for each in owner.elements]
    return {"from_": offered, "to": offered}


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementTable(ListTable):
    """Elements under the heading of their level; links go with the element they belong to."""

    def rows(self, book: Casebook, owner: Record | None) -> list[Row]:
        """Return the elements level by level, from what is done to the impact."""
        if not isinstance(owner, TheoryOfChange):
            return []
        found = ListTable.rows(self, book, owner)
        t = translations(book.language)
        rows = []
        for level in ElementLevel:
            inside = [found[place] for place, each in enumerate(owner.elements) if each.level is level]
            if inside:
                head = Row(key=level.value, kind="group", title=word(t, level), selectable=False)
                rows += [head, *inside]
        return [*rows, found[-1]]

    def removed(self, book: Casebook, owner: Record, key: object) -> Change | None:
        """Take an element out with its links."""
        del book
        if not isinstance(key, int) or not isinstance(owner, TheoryOfChange):
            return None
        gone = owner.elements[key].id

        def change(stored: TheoryOfChange) -> TheoryOfChange:
            return replace(
                stored,
                elements=tuple(each for each in stored.elements if each.id != gone),
                links=tuple(each for each in stored.links if gone not in {each.from_, each.to}),
            )

        return Revise(TheoryOfChange, owner.id, change)

    def moved(self, book: Casebook, owner: Record, key: object, steps: int) -> Change | None:
        """Let an element change places with its neighbour of the same level."""
        del book
        if not isinstance(key, int) or not isinstance(owner, TheoryOfChange):
            return None
        level = owner.elements[key].level
        same = [place for place, each in enumerate(owner.elements) if each.level is level]
        other = same.index(key) + steps
        if not 0 <= other < len(same):
            return None
        first, second = owner.elements[key].id, owner.elements[same[other]].id

        def change(stored: TheoryOfChange) -> TheoryOfChange:
            by_id = {each.id: each for each in stored.elements}
            if first not in by_id or second not in by_id:
                return stored
            swap = {first: by_id[second], second: by_id[first]}
            return replace(stored, elements=tuple(swap.get(each.id, each) for each in stored.elements))

        return Revise(TheoryOfChange, owner.id, change)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkTable(ListTable):
    """Arrows between elements, with what is assumed on the way."""

    def changed(self, book: Casebook, owner: Record, key: object, typed: tuple[str, str]) -> Change | None:
        """Return what choosing an end changes; a new link leads to the element after its start."""
        changed = ListTable.changed(self, book, owner, key, typed)
        if not isinstance(changed, Revise) or key != "new" or not isinstance(owner, TheoryOfChange):
            return changed
        keys = [each.id for each in owner.elements]
        start = UUID(typed[1])
        place = keys.index(start) if start in keys else 0
        end = keys[min(place + 1, len(keys) - 1)]
        made = Link(from_=start, to=end)
        return Revise(TheoryOfChange, owner.id, lambda stored: replace(stored, links=(*stored.links, made)))


def _on_the_way(book: Casebook, owner: Any, place: int, cells: dict[str, Cell]) -> dict[str, Cell]:
    found = [book.records.get(Assumption, key) for key in owner.links[place].assumptions]
    words = [book.say(each.text) for each in found if each is not None]
    return {**cells, "assumptions": Cell(shown="; ".join(words) or "–", tone="ink_2")}


ELEMENTS: Final = ElementTable(
    kind=TheoryOfChange,
    list_name="elements",
    title=N_("From what we do to what changes"),
    invite=N_("Add an element"),
    fields=(
        Field(name="text", head=N_("Element"), kind="needed", width=300, stretch=True),
        Field(name="level", head=N_("Level"), kind="choice", of=ElementLevel, must=True, width=190),
        Field(name="actor", head=N_("Who changes"), kind="plain", width=170, drop=1),
    ),
    blank=lambda book: Element(level=ElementLevel.ACTIVITY, text=book.new_text("")),
    offered=_levels,
)
LINKS: Final = LinkTable(
    kind=TheoryOfChange,
    list_name="links",
    title=N_("Links"),
    invite=N_("Choose where a link starts"),
    fields=(
        Field(name="from_", head=N_("This"), kind="choice", of=UUID, must=True, width=220, stretch=True),
        Field(name="to", head=N_("leads to"), kind="choice", of=UUID, must=True, width=220, stretch=True),
        Field(name="assumptions", head=N_("if we are right that"), kind="checks", width=220, stretch=True),
    ),
    blank=lambda _book: Link(from_=new_id(), to=new_id()),
    offered=_ends,
    decorate=_on_the_way,
)
RISKS: Final = ListTable(
    kind=TheoryOfChange,
    list_name="risks",
    title=N_("Risks"),
    invite=N_("Add a risk"),
    fields=(Field(name="", head=N_("Risk"), kind="needed", width=300, stretch=True),),
    blank=lambda book: book.new_text(""),
)
