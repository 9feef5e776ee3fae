"""A revision of the budget as a table: by source what was, what is, and the difference (domain.md 5.4)."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final
from uuid import UUID

from facilitator.domain.ids import OrganisationId
from facilitator.domain.people import Organisation, Person
from facilitator.domain.plans import BudgetLine, BudgetRevision
from facilitator.domain.typed import typed_number
from facilitator.i18n import _
from ui.presenters.cells import Cell, Column, Row
from ui.presenters.forms import Items
from ui.presenters.work_plan import Plan, organisation_items

NEW: Final = "new"


def columns(revision: BudgetRevision) -> list[Column]:
    """Return the columns of a revision."""
    before = _("Previous, {currency}").format(currency=revision.currency)
    after = _("Revised, {currency}").format(currency=revision.currency)
    return [
        Column(key="source", head=_("Source"), width=260, stretch=True, editor="choice"),
        Column(key="activity", head=_("Activity"), width=240, stretch=True, editor="line", drop=1),
        Column(key="previous", head=before, width=150, align="right", editor="line"),
        Column(key="revised", head=after, width=150, align="right", editor="line"),
        Column(key="variation", head=_("Variation"), width=120, align="right"),
    ]


def revisions_of(plan: Plan) -> list[BudgetRevision]:
    """Return the revisions of the plan's cycle by number."""
    workshop = plan.workshop
    found = [
        each
        for each in plan.records.where(BudgetRevision)
        if (each.cycle is not None and each.cycle == workshop.cycle) or each.workshop == workshop.id
    ]
    return sorted(found, key=lambda each: (each.number, each.id.int))


def items(revisions: Sequence[BudgetRevision]) -> list[tuple[str, str]]:
    """Return the revisions as keys and names, to choose one."""
    return [(str(each.id), _("Revision {n}").format(n=each.number)) for each in revisions]


def rows(plan: Plan, revision: BudgetRevision) -> list[Row]:
    """Return a row for each line, the totals, and where it is open the row for a new line."""
    is_open = revision.approved_by is None
    found = [_line(plan, revision, place, each, is_open) for place, each in enumerate(revision.lines)]
    if is_open:
        invitation = Cell(shown=_("Choose a source to add a line"), tone="ink_2", edit="")
        found.append(Row(key=NEW, kind="new", cells={"source": invitation}))
    found.append(_totals(plan, revision))
    return found


def _line(plan: Plan, revision: BudgetRevision, place: int, line: BudgetLine, is_open: bool) -> Row:
    source = plan.records.get(Organisation, line.source)

    name = source.name if source else _("No source")

    def edit(value: str) -> str | None:
        return value if is_open else None

    def figure(amount: Decimal) -> Cell:
        written = plan.formats.plain_amount(amount, revision.currency)
        return Cell(shown=written if amount else "–", edit=edit(written))

    return Row(
        key=place,
        cells={
            "source": Cell(
                shown=name,
                edit=edit(str(line.source or "")),
                strong=True,
            ),
            "activity": Cell(shown=line.activity or "", edit=edit(line.activity or "")),
            "previous": figure(line.previous),
            "revised": figure(line.revised),
            "variation": _variation(plan, line.variation, revision.currency),
        },
    )


def _variation(plan: Plan, amount: Decimal, currency: str, *, strong: bool = False) -> Cell:
    sign = "+" if amount > 0 else ""
    shown = f"{sign}{plan.formats.plain_amount(amount, currency)}" if amount else "–"
    return Cell(shown=shown, strong=strong)


def _totals(plan: Plan, revision: BudgetRevision) -> Row:
    previous = sum((each.previous for each in revision.lines), Decimal(0))
    revised = sum((each.revised for each in revision.lines), Decimal(0))
    write, code = plan.formats, revision.currency
    cells = {
        "source": Cell(shown=_("Total"), strong=True),
        "previous": Cell(shown=write.plain_amount(previous, code), strong=True),
        "revised": Cell(shown=write.plain_amount(revised, code), strong=True),
        "variation": _variation(plan, revised - previous, code, strong=True),
    }
    return Row(key="totals", kind="totals", cells=cells, selectable=False)


def changed_lines(revision: BudgetRevision, key: object, name: str, value: str) -> tuple[BudgetLine, ...]:
    """Return the lines after a cell was edited; a source chosen in the last row adds one.

    Raises InvalidInput for what is no amount.
    """
    source = OrganisationId(UUID(value)) if name == "source" and value else None
    if key == NEW:
        return (*revision.lines, BudgetLine(source=source)) if source else revision.lines
    found = list(revision.lines)
    if not isinstance(key, int) or key >= len(found):
        return revision.lines
    match name:
        case "source":
            found[key] = replace(found[key], source=source)
        case "activity":
            found[key] = replace(found[key], activity=value.strip() or None)
        case "previous":
            found[key] = replace(found[key], previous=typed_number(value) or Decimal(0))
        case _:
            found[key] = replace(found[key], revised=typed_number(value) or Decimal(0))
    return tuple(found)


def without_line(revision: BudgetRevision, key: object) -> tuple[BudgetLine, ...]:
    """Return the lines without one of them."""
    return tuple(each for place, each in enumerate(revision.lines) if place != key)


def approval(plan: Plan, revision: BudgetRevision) -> str:
    """Say who approved a revision, empty while nobody did."""
    if revision.approved_by is None:
        return ""
    person = plan.records.get(Person, revision.approved_by)
    name = person.full_name if person and person.full_name else _("somebody without a name")
    return _("Approved by {name}. It is not changed again; a new revision starts from it.").format(name=name)


def source_items(plan: Plan) -> Items:
    """Return who may be the source of money."""
    return organisation_items(plan.records, _("No source"))
