"""The cycle's theory of change: elements by level, links, assumptions with versions, risks (domain.md 4)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final
from uuid import UUID

from facilitator.domain.change_theory import (
    Assumption,
    AssumptionStatus,
    Element,
    ElementLevel,
    Link,
    TheoryOfChange,
)
from facilitator.domain.ids import AssumptionId, TheoryId, new_id
from facilitator.domain.record import Record
from facilitator.domain.reflections import AssumptionKind, Reflection
from facilitator.i18n import N_, _, translations
from facilitator.words import word
from ui.presenters.cases import Casebook, theories_of
from ui.presenters.cases_fields import Field, column_of
from ui.presenters.cases_tables import Change, Choices, ListTable, RecordTable, Revise
from ui.presenters.cells import Cell, Column, Row
from ui.presenters.forms import Items

HEAD: Final = (
    Field(name="date", head=N_("Date"), kind="day", row=1),
    Field(name="impact", head=N_("Impact: the change that is wanted in the end"), rows=(1, 4), row=1),
    Field(
        name="narrative", head=N_("Narrative: entry points, what is done, why it should work"), rows=(2, 20)
    ),
)
"""Fields above the elements."""

_LINK: Final = "link"


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


# Assumptions


def assumptions_of(book: Casebook, theory: TheoryOfChange) -> list[Assumption]:
    """Return the assumptions of a version, each newest wording followed by the earlier ones."""
    found = {each.id: each for each in book.records.where(Assumption, theory_of_change=theory.id)}
    superseded = {each.previous for each in found.values()}
    ordered: list[Assumption] = []
    for each in found.values():
        link: Assumption | None = each if each.id not in superseded else None
        while link is not None and link not in ordered:
            ordered.append(link)
            link = found.get(link.previous) if link.previous is not None else None
    return ordered + [each for each in found.values() if each not in ordered]


def successor_of(book: Casebook, assumption: Assumption) -> Assumption | None:
    """Return the next wording of an assumption within the same version of the theory, or None."""
    found = book.records.where(Assumption, previous=assumption.id)
    same = [each for each in found if each.theory_of_change == assumption.theory_of_change]
    return same[-1] if same else None


def history(book: Casebook, assumption: Assumption) -> str:
    """Say which version an assumption is of which, and the reflection that revised it."""
    after = successor_of(book, assumption)
    said = (
        _("Version {n}").format(n=assumption.version)
        if after is None
        else _("Version {n}, now version {new}").format(n=assumption.version, new=after.version)
    )
    reflection = book.records.get(Reflection, assumption.revised_by)
    if reflection is None:
        return said
    words = book.say(reflection.action)
    return _("{version}. Revised by the reflection “{words}”").format(version=said, words=words)


@dataclass(frozen=True, slots=True, kw_only=True)
class AssumptionTable(RecordTable):
    """Assumptions with their versions, and the link on which each lies."""

    def columns(self, book: Casebook) -> list[Column]:
        """Return a column for each field, and the link."""
        del book
        on = Column(key=_LINK, head=_("On the way"), width=190, stretch=True, editor="choice", drop=1)
        return [*(column_of(each) for each in self.fields), on]

    def choices(self, book: Casebook, owner: Record | None) -> Choices:
        """Offer kinds, states and the links of the theory."""
        if not isinstance(owner, TheoryOfChange):
            return {}
        return {**self.offered(book, owner), _LINK: _link_items(book, owner)}

    def rows(self, book: Casebook, owner: Record | None) -> list[Row]:
        """Return the assumptions; an earlier wording can only be read."""
        if not isinstance(owner, TheoryOfChange):
            return []
        names = dict(_link_items(book, owner))
        rows = []
        for row in RecordTable.rows(self, book, owner):
            record = book.records.get(Assumption, row.key) if isinstance(row.key, UUID) else None
            if record is None:
                rows.append(row)
                continue
            on = _link_of(owner, record)
            cells: dict[str, Cell] = {**row.cells, _LINK: Cell(shown=names.get(on, "–"), edit=on)}
            cells["text"] = replace(cells["text"], under=history(book, record))
            if successor_of(book, record) is not None:
                cells = {key: replace(cell, edit=None, tone="ink_2") for key, cell in cells.items()}
            rows.append(Row(key=row.key, cells=cells))
        return rows

    def changed(self, book: Casebook, owner: Record, key: object, typed: tuple[str, str]) -> Change | None:
        """Return what typing changes; choosing a link puts the assumption on it."""
        column, words = typed
        if column != _LINK:
            return RecordTable.changed(self, book, owner, key, typed)
        if not isinstance(key, UUID):
            return None
        assumption = AssumptionId(key)
        return Revise(TheoryOfChange, owner.id, lambda stored: _put_on(stored, assumption, words))

    def removed(self, book: Casebook, owner: Record, key: object) -> Change | None:
        """Delete an assumption."""
        return RecordTable.removed(self, book, owner, key)


def _link_key(link: Link) -> str:
    return f"{link.from_} {link.to}"


def _link_items(book: Casebook, owner: TheoryOfChange) -> Items:
    names = {each.id: book.say(each.text) for each in owner.elements}
    said = _("{start}, to: {end}")
    return [
        ("", _("On no link")),
        *(
            (_link_key(each), said.format(start=names.get(each.from_, "–"), end=names.get(each.to, "–")))
            for each in owner.links
        ),
    ]


def _link_of(owner: TheoryOfChange, assumption: Assumption) -> str:
    return next((_link_key(each) for each in owner.links if assumption.id in each.assumptions), "")


def _put_on(stored: TheoryOfChange, assumption: AssumptionId, wanted: str) -> TheoryOfChange:
    links = []
    for each in stored.links:
        kept = tuple(key for key in each.assumptions if key != assumption)
        links.append(replace(each, assumptions=(*kept, assumption) if _link_key(each) == wanted else kept))
    return replace(stored, links=tuple(links))


def _marks(book: Casebook, _owner: TheoryOfChange) -> Choices:
    t = translations(book.language)
    return {
        "kind": [("", _("Not said")), *((each.value, word(t, each)) for each in AssumptionKind)],
        "status": [(each.value, word(t, each)) for each in AssumptionStatus],
    }


ASSUMPTIONS: Final = AssumptionTable(
    kind=Assumption,
    title=N_("Assumptions"),
    invite=N_("Add an assumption"),
    fields=(
        Field(name="text", head=N_("We assume that"), kind="needed", width=240, stretch=True),
        Field(name="kind", head=N_("Kind"), kind="choice", of=AssumptionKind, width=150, drop=2),
        Field(name="status", head=N_("Status"), kind="choice", of=AssumptionStatus, must=True, width=172),
    ),
    found=assumptions_of,
    blank=lambda book, owner: Assumption(
        id=AssumptionId(new_id()), theory_of_change=owner.id, text=book.new_text("–")
    ),
    offered=_marks,
)
