"""Annexes: attendance by half day, every card again, indicator sheets, theory of change, glossary."""

import re
from collections.abc import Iterator
from typing import Final

from exports.pdf import ink
from exports.pdf.badges import Badge
from exports.pdf.blocks import Block, Stack
from exports.pdf.ink import Style
from exports.pdf.sections.cases import readings
from exports.pdf.sections.proceedings import card_words
from exports.pdf.setter import Setter, carried, near
from exports.pdf.table import TOTAL, Grid, Look, Row
from facilitator.domain.minutes import (
    AssumptionLine,
    AttendanceRow,
    AttendanceSheet,
    BoardRecord,
    CardLine,
)

_CARD: Final = (34.0, 12.0, -1.0)
_AUTHOR: Final = 118.0
_SMALL_ROW: Final = Look(above=2.5, below=2.5)
_NUMBER: Final = Style("tabular", 8, 11.6, ink.INK_2)
_BY: Final = Style("regular", 8, 11.6, ink.INK_2, "right")
_MARK: Final = Style("tabular-bold", 8.6, 11.6, ink.INK, "centre")
_DAY: Final = Style("semibold", 8, 10.5, ink.INK_2, "centre")
_ASSUMPTION: Final = Grid((-1.0, 96.0, 110.0))


def attendance(setter: Setter) -> Iterator[Block]:
    """Set one row a person with a mark per half day, how many were present, and what the marks mean."""
    sheet = setter.minutes.annexes.attendance
    if sheet is None:
        return
    t = setter.t
    grid = Grid((20.0, -1.2, -1.0, *(58.0 for _ in sheet.half_days)), gap=8.0)
    head = _attendance_head(setter, sheet, grid)
    yield head
    rows = (_attending(setter, grid, n, row) for n, row in enumerate(sheet.rows, 1))
    yield from carried(rows, head, on=bool(sheet.present))
    if sheet.present:
        counts = [setter.text(str(count), _MARK) for count in sheet.present]
        counts += [setter.text("–", _MARK)] * (len(sheet.half_days) - len(counts))
        title = setter.text(t.gettext("Present"), ink.CELL_STRONG)
        row = Row(grid, (None, title, None, *counts[: len(sheet.half_days)]), TOTAL)
        row.carry = head
        yield row
    legend = "    ".join(f"{mark}\u2002{meaning}" for mark, meaning in sheet.legend)
    if legend:
        yield setter.text(legend, ink.CAPTION, before=8.0)


def _attendance_head(setter: Setter, sheet: AttendanceSheet, grid: Grid) -> Row:
    t = setter.t
    words = (t.gettext("No."), t.gettext("Name"), t.gettext("Organisation"))
    row = setter.head(grid, (*words, *("" for _ in sheet.half_days)))
    days = [setter.text(f"{setter.formats.brief(day)}\n{half}", _DAY) for day, half in sheet.half_days]
    row.cells = (*row.cells[:3], *days)
    return row


def _attending(setter: Setter, grid: Grid, number: int, row: AttendanceRow) -> Row:
    count = len(grid.columns) - 3
    marks = [setter.text(mark, _MARK) for mark in row.marks[:count]]
    padded: list[Block | None] = [*marks, *([None] * (count - len(marks)))]
    name = setter.text(row.name, ink.CELL)
    organisation = setter.text(row.organisation, ink.CELL_QUIET)
    return Row(grid, (setter.text(str(number), _NUMBER), name, organisation, *padded), _SMALL_ROW)


def transcript(setter: Setter) -> Iterator[Block]:
    """Set every card once more, board by board, in the order written."""
    t = setter.t
    for day in setter.minutes.proceedings:
        for session in day.sessions:
            for board in session.boards:
                line = session.line
                title = line.title
                if line.number is not None:
                    title = t.gettext("Session {n}, {title}").format(n=line.number, title=line.title)
                setter.at(t.gettext("Card transcript: {title}").format(title=title))
                yield from _board(setter, board, title)


def _board(setter: Setter, board: BoardRecord, title: str) -> Iterator[Block]:
    cards = sorted((card for cluster in board.clusters for card in cluster.cards), key=_place)
    if not cards:
        return
    yield setter.minor(title, before=14.0)
    question = setter.said(board.question, ink.BODY_QUIET)
    question.keep = True
    yield question
    t = setter.t
    by = any(card.author for card in cards)
    voted = any(card.dots is not None for card in cards)
    titles = [t.gettext("Card"), "", "", *([t.gettext("By")] if by else [])]
    columns = [*_CARD, *([_AUTHOR] if by else [])]
    if voted:
        titles.append(t.gettext("Dots"))
        columns.append(setter.text(titles[-1], ink.LABEL).natural_width() + 1.0)
    grid = Grid(tuple(columns), gap=8.0)
    head = setter.head(grid, titles, right=3)
    yield head
    yield from carried((_card(setter, card, grid, by=by, voted=voted) for card in cards), head)


def _card(setter: Setter, card: CardLine, grid: Grid, *, by: bool, voted: bool) -> Row:
    cells: list[Block | None] = [
        setter.text(card.number, _NUMBER),
        Badge(setter.kinds.get(card.kind, card.kind), setter.word(card.kind), leading=11.6, size=9.5),
        card_words(setter, card, ink.CELL),
    ]
    if by:
        cells.append(setter.text(card.author, _BY) if card.author else None)
    if voted:
        cells.append(setter.text(str(card.dots) if card.dots else "–", ink.FIGURE))
    return Row(grid, cells, _SMALL_ROW)


def _place(card: CardLine) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", card.number))


def indicator_sheets(setter: Setter) -> Iterator[Block]:
    """Set the reference sheet of each indicator."""
    for n, sheet in enumerate(setter.minutes.annexes.indicator_sheets):
        title = f"{sheet.reading.code} {sheet.reading.name}".strip()
        setter.at(title)
        heading = setter.heading(title, 3, sheet.anchor)
        heading.before = 22.0 if n else 2.0
        yield heading
        facts = [fact for label, value in sheet.fields for fact in setter.fact(label, value)]
        facts += setter.see_also(sheet.anchor)
        yield from readings(setter, [sheet.reading], named=False, on=bool(facts))
        if facts:
            facts[0].before = 4.0
        yield from near(facts)


def theory_of_change(setter: Setter) -> Iterator[Block]:
    """Set the theory of change in force: narrative, levels, assumptions with what they were before."""
    theory, t = setter.minutes.annexes.theory_of_change, setter.t
    if theory is None:
        return
    day = setter.formats.day(theory.day) if theory.day is not None else None
    version = t.gettext("Version {number}").format(number=theory.version)
    yield setter.text(", ".join(part for part in (version, day) if part), ink.CAPTION)
    if theory.impact is not None:
        for fact in setter.fact(t.gettext("Impact"), setter.said(theory.impact)):
            fact.before = 4.0
            yield fact
    if theory.narrative is not None:
        yield setter.said(theory.narrative, before=6.0)
    for level, elements in theory.levels:
        yield setter.minor(level)
        yield from near(setter.bullets(elements))
    if theory.assumptions:
        titles = (t.gettext("Assumption"), t.gettext("State"), t.gettext("Revised by"))
        head = setter.head(_ASSUMPTION, titles)
        head.before = 14.0
        yield head
        yield from carried((_assumption(setter, each) for each in theory.assumptions), head)


def _assumption(setter: Setter, each: AssumptionLine) -> Row:
    words = setter.said(each.text, ink.CELL_STRONG)
    before = setter.t.gettext("Before:")
    content: Block = words
    if each.previous is not None:
        from_here = setter.said(each.previous, ink.CELL_QUIET, lead=before)
        content = Stack([words, from_here])
    revised = setter.sources([each.revised_by]) if each.revised_by else None
    return Row(_ASSUMPTION, (content, setter.text(each.status, ink.CELL), revised))


def glossary(setter: Setter) -> Iterator[Block]:
    """Set terms and acronyms."""
    for label, value in setter.minutes.annexes.glossary:
        yield from setter.fact(label, value)
