"""Documents of one thing: their short head, the record of agreements, sheets to fill in by hand."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from exports.arrangement import kind_title
from exports.pdf import ink
from exports.pdf.blocks import Block, Space, Stack, Whole
from exports.pdf.ink import Style
from exports.pdf.sections.closing import signing
from exports.pdf.setter import Setter, carried
from exports.pdf.table import BARE, Grid, Look, Row
from exports.phrases import acta_closing, acta_opening, capital, joined, nothing_yet, signing_lines
from facilitator.domain.minutes import DocumentKind, WorkPlanRow

if TYPE_CHECKING:
    from exports.pdf.page import Page

_NUMBER: Final = Style("tabular", 8, 11.6, ink.INK_2)
_SIGNED: Final = 25.0
"""Height of a row to sign in: handwriting needs about 9 mm."""
_SIGNING: Final = Look(above=3.0, below=0.0, rule=0.0)
_FOLLOWED: Final = 39.0
"""Height of a row to write what was found: three lines of handwriting."""
_BY_HAND: Final = Look(above=3.0, below=3.0)
_POINT: Final = Grid((18.0, -1.0), gap=4.0)
_HALVES: Final = Grid((-1.0, -1.0), gap=30.0)
_THIRDS: Final = Grid((-0.6, -1.0, -1.0), gap=24.0)
_TO_FILL: Final = Look(above=2.0, below=10.0, rule=ink.HAIR, colour=ink.INK)


class Room(Block):
    """An empty place to write by hand."""

    def __init__(self, height: float) -> None:
        self.height = height

    def wrap(self, width: float) -> float:  # noqa: ARG002 - as high at any width
        """Return its height."""
        return self.height

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw nothing: it is for ink."""


class Ruled(Block):
    """A cell with a line of its own at the foot of its row, so that handwriting knows its column."""

    def __init__(self, content: Block, height: float) -> None:
        self.content = content
        self.height = self._least = height

    def wrap(self, width: float) -> float:
        """Lay out what stands in it."""
        self._width = width
        self.height = max(self._least, self.content.wrap(width))
        return self.height

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw what stands in it, and the line."""
        self.content.draw(page, x, top)
        page.rule(x, top + _SIGNING.above - self.room, self._width, ink.HAIR, ink.LINE_STRONG)


def head(setter: Setter, *, is_empty: bool) -> Iterator[Block]:
    """Set what the document is, which workshop it is of and how far approved."""
    cover, t = setter.minutes.cover, setter.t
    title = kind_title(setter.minutes)
    setter.at(title)
    yield setter.heading(title, 0, "cover", mark=title)
    yield setter.text(cover.title, ink.LEAD, before=3.0)
    when = setter.formats.span(cover.start, cover.end)
    version = t.gettext("Version {number}").format(number=cover.version) if cover.version else None
    standing = joined(version, cover.status, by=" · ")
    if setter.minutes.kind is DocumentKind.ACTA:
        yield from _identity(setter, standing)
    else:
        yield setter.text(
            joined(capital(joined(cover.place, when)), standing, by=" · "), ink.CAPTION, before=3.0
        )
    if is_empty:
        yield setter.text(nothing_yet(setter, setter.minutes), ink.BODY, before=18.0)


def _identity(setter: Setter, standing: str) -> Iterator[Block]:
    minutes, t = setter.minutes, setter.t
    cover, summary = minutes.cover, minutes.summary
    pairs = (
        (t.gettext("Date"), setter.formats.span(cover.start, cover.end)),
        (t.gettext("Place"), cover.place),
        (t.gettext("Facilitators"), setter.formats.listing(summary.facilitators)),
        (t.gettext("Note-takers"), setter.formats.listing(summary.note_takers)),
        (t.gettext("State"), standing),
    )
    yield Space(8.0, keep=True)
    for label, value in pairs:
        yield from setter.fact(label, value)


def opening(setter: Setter) -> Iterator[Block]:
    """Set the formula that opens a record of agreements."""
    yield setter.text(acta_opening(setter, setter.minutes), before=8.0)


def order_of_day(setter: Setter) -> Iterator[Block]:
    """Set the sessions by title, numbered, in two columns."""
    titles = [
        (str(line.number), line.title)
        for day in setter.minutes.agenda
        for line in day.lines
        if line.number is not None
    ]
    half = -(-len(titles) // 2)
    columns = [
        Stack(
            [
                Row(_POINT, (setter.text(number, _NUMBER), setter.text(title, ink.CELL)), BARE)
                for number, title in part
            ]
        )
        for part in (titles[:half], titles[half:])
        if part
    ]
    yield Whole(Row(_HALVES, columns if len(columns) > 1 else [*columns, None], BARE))


def closing(setter: Setter) -> Iterator[Block]:
    """Set the formula that closes a record of agreements, and the lines to sign on."""
    words = setter.text(acta_closing(setter, setter.minutes))
    words.keep = True
    yield words
    yield Space(14.0, keep=True)
    yield from signing(setter, signing_lines(setter, setter.minutes))


def sign_in(setter: Setter) -> Iterator[Block]:
    """Set an attendance list to sign: known people first, then rows to write in."""
    sheet, t = setter.minutes.sign_in, setter.t
    if sheet is None:
        return
    days = [t.gettext("Signature, {day}").format(day=setter.formats.brief(day)) for day in sheet.days]
    grid = Grid((20.0, -1.1, -1.0, -0.8, *(-0.75 for _ in days)), gap=9.0)
    titles = (t.gettext("No."), t.gettext("Name"), t.gettext("Organisation"), t.gettext("Phone or e-mail"))
    table_head = setter.head(grid, (*titles, *days))
    yield table_head
    people = (*sheet.people, *([("", "")] * sheet.blanks))
    rows = (
        Row(grid, [Ruled(each, _SIGNED) for each in _to_sign(setter, n, name, home, len(days))], _SIGNING)
        for n, (name, home) in enumerate(people, start=1)
    )
    yield from carried(rows, table_head)


def _to_sign(setter: Setter, number: int, name: str, home: str, days: int) -> list[Block]:
    known = [
        setter.text(str(number), _NUMBER),
        setter.text(name, ink.CELL_STRONG),
        setter.text(home, ink.CELL),
    ]
    return [*known, *(Room(0.0) for _ in range(days + 1))]


def follow_up(setter: Setter) -> Iterator[Block]:
    """Set every commitment with its state, and room for what is found at the visit or call."""
    plan, t = setter.minutes.work_plan, setter.t
    if plan is None:
        return
    seen = setter.formats.day(setter.minutes.cover.as_of.date())
    to_fill = (t.gettext("Date"), t.gettext("Place or case"), t.gettext("Filled in by"))
    yield Row(_THIRDS, [setter.text(label, ink.LABEL) for label in to_fill], _TO_FILL)
    yield setter.text(t.gettext("States as of {day}.").format(day=seen), ink.CAPTION, before=5.0)
    titles = (
        t.gettext("No."),
        t.gettext("Commitment"),
        t.gettext("Owner"),
        t.gettext("When"),
        t.gettext("State"),
        t.gettext("Progress and evidence"),
        t.gettext("Difficulty and help needed"),
        t.gettext("New date"),
    )
    codes = setter.widest((titles[0], *(row.code for row in plan.rows)), ink.CODE, least=22.0, most=48.0)
    spans = (_span(setter, row) for row in plan.rows)
    when = setter.widest(spans, ink.CELL, least=60.0, most=104.0)
    grid = Grid((codes, -1.7, 48.0, when, 54.0, -1.1, -1.1, 50.0), gap=9.0)
    table_head = setter.head(grid, titles)
    yield table_head
    yield from carried((_commitment(setter, grid, row) for row in plan.rows), table_head)


def _span(setter: Setter, row: WorkPlanRow) -> str:
    return setter.formats.brief_span(row.start, row.due) or "–"


def _commitment(setter: Setter, grid: Grid, row: WorkPlanRow) -> Row:
    t = setter.t
    what: list[Block] = [setter.said(row.activity, ink.CELL_STRONG)]
    if row.verification:
        verified = t.gettext("Verified by {what}").format(what=", ".join(row.verification))
        what.append(setter.text(verified, ink.CAPTION))
    return Row(
        grid,
        (
            setter.text(row.code, ink.CODE),
            Stack(what),
            setter.text(row.responsible or t.gettext("Nobody yet"), ink.CELL),
            setter.text(_span(setter, row), ink.CELL),
            setter.text(row.status.word, ink.CELL) if row.status else None,
            Room(_FOLLOWED - _BY_HAND.above - _BY_HAND.below),
            Room(0.0),
            Room(0.0),
        ),
        _BY_HAND,
        anchor=row.anchor,
    )
