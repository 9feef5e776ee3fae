"""Assumptions of a theory of change: their versions, and the link on which each lies (domain.md 4)."""

from dataclasses import replace
from typing import Final
from uuid import UUID

from facilitator.domain.change_theory import Assumption, AssumptionStatus, Link, TheoryOfChange
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import AssumptionId, new_id
from facilitator.domain.record import Record
from facilitator.domain.reflections import AssumptionKind, Reflection
from facilitator.i18n import N_, _, translations
from facilitator.words import word
from ui.presenters.cases import Casebook
from ui.presenters.cases_fields import Field, column_of
from ui.presenters.cases_tables import Change, Choices, RecordTable, Revise
from ui.presenters.cells import Cell, Column, Row
from ui.presenters.forms import Items

_LINK: Final = "link"
"""Key of the column with the link."""


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
