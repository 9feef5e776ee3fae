"""The ayuda memoria: at most two pages for closing time, decisions apart from discussion (domain.md 7.2).

What does not fit gives way in a stated order: later next steps, later pending matters, all but the first
paragraph of the purpose, the length of long texts, later agreements. Wherever something gave way, the page
says how much more the memoria holds. It never becomes a third page.
"""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from exports.arrangement import Placed, placed
from exports.details import DETAILS, Detail, cut
from exports.pdf import ink
from exports.pdf.blocks import Block, NewPage, Space, Stack
from exports.pdf.furniture import RunningHeads
from exports.pdf.page import PAPERS, Book
from exports.pdf.sections.plan import agreed_who
from exports.pdf.setter import Setter, carried, excerpt
from exports.pdf.table import Grid, Row
from exports.phrases import agreed_day, joined, present, step_day
from facilitator.domain.minutes import AgreementLine, Minutes, ParkingLine, Said

MAX_PAGES: Final = 2
_DATES_TURN: Final = 0.5
"""Share of the first page that decisions fill at least before the dates leave it."""

_AGREEMENTS: Final = Grid((22.0, -1.0, 96.0, 106.0), gap=10.0)
_PENDING: Final = Grid((-1.0, 128.0), gap=10.0)
_STEPS: Final = Grid((112.0, -1.0, 112.0), gap=10.0)


def ayuda_memoria(minutes: Minutes, paper: str) -> tuple[Setter, list[Block]]:
    """Return the document with as much detail as two pages hold, and the setter that set it."""
    for detail in DETAILS:
        pages = _pages(minutes, paper, detail)
        if pages <= MAX_PAGES:
            turned = replace(detail, turns=True)
            if pages > 1 and _pages(minutes, paper, turned) <= MAX_PAGES:
                detail = turned  # noqa: PLW2901 - the same detail, better divided
            break
    setter = Setter(minutes)
    return setter, [*_document(setter, detail)]


def _pages(minutes: Minutes, paper: str, detail: Detail) -> int:
    setter = Setter(minutes)
    heads = RunningHeads(setter)
    book = Book(Canvas(io.BytesIO(), pagesize=PAPERS[paper]), paper, heads, frozenset())
    book.flow(_document(setter, detail))
    return book.count


def _document(setter: Setter, detail: Detail) -> Iterator[Block]:
    cover, t = setter.minutes.cover, setter.t
    setter.at(t.gettext("Two-page minutes"))
    title = setter.heading(excerpt(cover.title, min(detail.characters, 400)), 0, "cover")
    title.mark = t.gettext("Two-page minutes")
    yield title
    if cover.lead:
        yield setter.text(excerpt(cover.lead.rstrip("."), 300), ink.BODY_QUIET, before=4.0)
    for each in placed(setter.minutes, lambda key: key in _BUILDS and _says(setter, key)):
        yield from _section(setter, detail, each)


def _says(setter: Setter, key: str) -> bool:
    """Whether a section has something to say; that nothing was agreed is said too."""
    minutes = setter.minutes
    said = {
        "purpose": minutes.summary.paragraphs or minutes.objectives,
        "pending": minutes.parking_lot,
        "next_meeting": minutes.next_steps,
    }
    return bool(said.get(key, True))


def _section(setter: Setter, detail: Detail, each: Placed) -> Iterator[Block]:
    """Set a section between what somebody wrote for it, cut as everything else is."""
    if each.key == "next_meeting" and detail.turns:
        yield NewPage(used=_DATES_TURN)
    if each.title:
        yield setter.heading(each.title, 2, each.anchor, mark=each.title)
    else:
        yield Space(10.0, keep=True)
    yield from _free(setter, detail, each.before)
    if each.key in _BUILDS and _says(setter, each.key):
        yield from _BUILDS[each.key](setter, detail)
    yield from _free(setter, detail, each.after)


def _free(setter: Setter, detail: Detail, said: Said | None) -> Iterator[Block]:
    if said is not None:
        yield setter.said(cut(said, detail.characters), before=4.0)


def _identity(setter: Setter, detail: Detail) -> Iterator[Block]:
    minutes, t = setter.minutes, setter.t
    summary = minutes.summary
    limit = min(detail.characters, 400)
    version = minutes.cover.version
    numbered = t.gettext("Version {number}").format(number=version) if version else None
    facts = (
        (t.gettext("Date"), setter.formats.span(minutes.cover.start, minutes.cover.end)),
        (t.gettext("Place"), minutes.cover.place),
        (t.gettext("Facilitators"), setter.formats.listing(summary.facilitators)),
        (t.gettext("Note-takers"), setter.formats.listing(summary.note_takers)),
        (t.gettext("Present"), present(setter, minutes)),
        (t.gettext("State"), joined(numbered, minutes.cover.status, by=" · ")),
    )
    for label, value in facts:
        yield from setter.fact(label, excerpt(value, limit) if value else None)


def _purpose(setter: Setter, detail: Detail) -> Iterator[Block]:
    minutes, t = setter.minutes, setter.t
    written = minutes.summary.paragraphs
    paragraphs = written or tuple(Said(each, minutes.language) for each in minutes.objectives)
    shown = [cut(paragraph, detail.characters) for paragraph in paragraphs[: detail.paragraphs]]
    if written:
        yield from (setter.said(paragraph, before=4.0) for paragraph in shown)
    else:
        yield Space(4.0, keep=True)
        yield from setter.bullets(shown)
    more = len(paragraphs) - detail.paragraphs
    if more > 0:
        words = t.ngettext("{n} more paragraph in the memoria", "{n} more paragraphs in the memoria", more)
        yield setter.text(words.format(n=more), ink.CAPTION, before=3.0)


def _agreements(setter: Setter, detail: Detail) -> Iterator[Block]:
    lines, t = setter.minutes.agreements, setter.t
    if not lines:
        yield setter.text(t.gettext("No agreement was written down."), ink.BODY_QUIET, before=4.0)
        return
    titles = (t.gettext("No."), t.gettext("Agreement"), t.gettext("Responsible"), t.gettext("Date"))
    head = setter.head(_AGREEMENTS, titles)
    yield head
    shown = lines[: detail.agreements]
    yield from carried((_agreement(setter, each, detail) for each in shown), head)
    more = len(lines) - len(shown)
    if more > 0:
        words = t.ngettext("{n} more agreement in the memoria", "{n} more agreements in the memoria", more)
        yield setter.text(words.format(n=more), ink.CAPTION, before=4.0)


def _agreement(setter: Setter, each: AgreementLine, detail: Detail) -> Row:
    return Row(
        _AGREEMENTS,
        (
            setter.text(str(each.number), ink.CODE),
            setter.said(cut(each.text, detail.characters), ink.CELL_STRONG),
            agreed_who(setter, each, min(detail.characters, 120)),
            setter.text(agreed_day(setter, each), ink.CELL),
        ),
    )


def _pending(setter: Setter, detail: Detail) -> Iterator[Block]:
    lines, t = setter.minutes.parking_lot, setter.t
    head = setter.head(_PENDING, (t.gettext("Matter"), t.gettext("Outcome")))
    yield head
    yield from carried((_matter(setter, each, detail) for each in lines[: detail.pending]), head)
    more = len(lines) - detail.pending
    if more > 0:
        words = t.ngettext("{n} more matter in the memoria", "{n} more matters in the memoria", more)
        yield setter.text(words.format(n=more), ink.CAPTION, before=4.0)


def _matter(setter: Setter, each: ParkingLine, detail: Detail) -> Row:
    outcome: list[Block] = [setter.text(each.outcome or setter.t.gettext("Undecided"), ink.CELL)]
    if each.target is not None:
        outcome.append(setter.text(excerpt(each.target.label, 80), ink.CAPTION))
    return Row(_PENDING, (setter.said(cut(each.text, detail.characters), ink.CELL), Stack(outcome)))


def _next(setter: Setter, detail: Detail) -> Iterator[Block]:
    steps, t = setter.minutes.next_steps, setter.t
    head = setter.head(_STEPS, (t.gettext("When"), t.gettext("What"), t.gettext("Responsible")))
    yield head
    for step in steps[: detail.steps]:
        who = setter.text(excerpt(step.responsible, 120), ink.CELL) if step.responsible else None
        what = setter.text(excerpt(step.text, min(detail.characters, 400)), ink.CELL)
        row = Row(_STEPS, (setter.text(step_day(setter, step), ink.CELL_STRONG), what, who))
        row.carry = head
        yield row
    more = len(steps) - detail.steps
    if more > 0:
        words = t.ngettext("{n} more date in the memoria", "{n} more dates in the memoria", more)
        yield setter.text(words.format(n=more), ink.CAPTION, before=4.0)


_BUILDS: Final[dict[str, Callable[[Setter, Detail], Iterator[Block]]]] = {
    "identification": _identity,
    "purpose": _purpose,
    "agreements": _agreements,
    "pending": _pending,
    "next_meeting": _next,
}
