"""The business model canvas of a case: nine blocks, in versions and kinds (domain.md 3.5)."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from facilitator.domain.cases import Canvas, CanvasKind, Case, Facing, Subject
from facilitator.domain.ids import new_id
from facilitator.i18n import N_, _, translations
from facilitator.prompts import CANVAS
from facilitator.words import word
from ui.presenters.cases import Casebook
from ui.presenters.cases_fields import Field
from ui.presenters.forms import Items

HEAD: Final = (
    Field(name="subject", head=N_("Whose business model"), kind="choice", of=Subject, must=True, row=1),
    Field(name="facing", head=N_("Facing"), kind="choice", of=Facing, row=1),
    Field(name="kind", head=N_("Kind"), kind="choice", of=CanvasKind, must=True, row=1),
    Field(name="date", head=N_("Date"), kind="day", row=1),
)
"""Fields above the blocks."""

BLOCKS: Final = tuple(Field(name=f"blocks.{each}", head="", kind="lines", rows=(2, 14)) for each in CANVAS)
"""The nine blocks, one entry a line."""


def canvases_of(book: Casebook, case: Case) -> list[Canvas]:
    """Return the canvases of a case, version after version, oldest first."""
    found = book.records.where(Canvas, case=case.id)
    return sorted(found, key=lambda each: (each.version, each.id.int))


def items(book: Casebook, found: Sequence[Canvas]) -> list[tuple[UUID, str]]:
    """Return canvases as "Seller, current, version 1, 15/10/2013"."""
    t = translations(book.language)
    made = []
    for each in found:
        side = f" ({word(t, each.facing).lower()})" if each.facing else ""
        parts = [
            word(t, each.subject) + side,
            word(t, each.kind).lower(),
            _("version {n}").format(n=each.version),
            book.formats.short_day(each.date) if each.date else "",
        ]
        made.append((each.id, ", ".join(part for part in parts if part)))
    return made


def choices_of(book: Casebook) -> dict[str, Items]:
    """Return what can be chosen above the blocks."""
    t = translations(book.language)
    return {
        "subject": [(each.value, word(t, each)) for each in Subject],
        "facing": [("", _("Not said")), *((each.value, word(t, each)) for each in Facing)],
        "kind": [(each.value, word(t, each)) for each in CanvasKind],
    }


def first_canvas(book: Casebook, case: Case) -> Canvas:
    """Return an empty canvas of how the seller works now."""
    versions = [each.version for each in canvases_of(book, case)]
    return Canvas(id=new_id(), case=case.id, version=max(versions, default=0) + 1, date=book.today)


def changed_blocks(canvas: Canvas, found: Sequence[Canvas]) -> tuple[int, frozenset[str]]:
    """Return the version before this one, 0 for none, and the blocks that differ from it."""
    same = [
        each
        for each in found
        if (each.subject, each.facing) == (canvas.subject, canvas.facing) and each.version < canvas.version
    ]
    if not same:
        return 0, frozenset()
    before = same[-1]
    differing = {name for name in CANVAS if getattr(before.blocks, name) != getattr(canvas.blocks, name)}
    return before.version, frozenset(differing)
