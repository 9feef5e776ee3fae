"""How long the minutes of a very large workshop take, against plain ReportLab drawing the same pages once.

Both print 3,000 cards (with the transcript, every card twice) and 300 people with the same embedded face.
The yardstick is the fastest way that ReportLab's own page layer has: one pass, `LongTable`, plain strings
wherever they do, no contents, no page totals, no links or bookmarks. Compared is the time per page.
"""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from reportlab import rl_config
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import LongTable, PageBreak, Paragraph, SimpleDocTemplate

from exports.pdf import write_minutes
from exports.pdf.fonts import face
from tests.benchmarks.report import Figure, compared, in_turns, timed
from tests.exports.minutes_sizes import huge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.domain.minutes import BoardRecord, Minutes

CARDS: Final = 3_000
PEOPLE: Final = 300
ROUNDS: Final = 5
_GRID: Final = [("LINEBELOW", (0, 0), (-1, -1), 0.55, "#DBD7CE"), ("VALIGN", (0, 0), (-1, -1), "TOP")]


def figures() -> list[Figure]:
    """Return the figure of the minutes' time per page."""
    minutes = huge(CARDS, PEOPLE)
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = in_turns(
            lambda: _ours(minutes, Path(folder, "minutes.pdf")),
            lambda: _plain(minutes, Path(folder, "plain.pdf")),
            rounds=ROUNDS,
        )
    return [compared(f"minutes of {CARDS:,} cards, a page", ours, theirs, bar=1.3)]


def _ours(minutes: "Minutes", target: Path) -> float:
    pages = 0

    def work() -> None:
        nonlocal pages
        pages = write_minutes(minutes, target, paper="letter").pages

    return timed(work) / pages


def _plain(minutes: "Minutes", target: Path) -> float:
    rl_config.useA85 = 0
    pages = 0

    def count(_canvas: object, document: Any) -> None:
        nonlocal pages
        pages = document.page

    def work() -> None:
        document = SimpleDocTemplate(
            str(target),
            pagesize=LETTER,
            leftMargin=57,
            rightMargin=45,
            topMargin=62,
            bottomMargin=58,
            invariant=1,
        )
        document.build([*_story(minutes)], onFirstPage=count, onLaterPages=count)

    return timed(work) / pages


def _story(minutes: "Minutes") -> "Iterator[object]":
    regular, bold = face("regular").name, face("bold").name
    title = ParagraphStyle("title", fontName=bold, fontSize=15, leading=19, spaceBefore=18)
    body = ParagraphStyle("body", fontName=regular, fontSize=9.5, leading=14)
    cell = [*_GRID, ("FONT", (0, 0), (-1, -1), regular, 8.6)]
    assert minutes.participants is not None
    assert minutes.annexes.attendance is not None
    people = [
        [row.name, f"{row.organisation}, {row.country}", row.position] for row in minutes.participants.rows
    ]
    yield LongTable(people, colWidths=[180, 165, 165], repeatRows=1, style=cell)
    for day in minutes.proceedings:
        for session in day.sessions:
            yield Paragraph(session.line.title, title)
            for note in session.notes:
                yield Paragraph(note.text.text, body)
            for board in session.boards:
                yield Paragraph(board.question.text, title)
                yield from _board(board, body, cell)
    yield PageBreak()
    for day in minutes.proceedings:
        for session in day.sessions:
            for board in session.boards:
                yield Paragraph(session.line.title, title)
                yield from _board(board, body, cell)
    rows = [[row.name, row.organisation, *row.marks] for row in minutes.annexes.attendance.rows]
    yield LongTable(rows, colWidths=[190, 160, 40, 40, 40, 40], repeatRows=1, style=cell)


def _board(board: "BoardRecord", body: ParagraphStyle, style: list[Any]) -> "Iterator[object]":
    for cluster in board.clusters:
        if cluster.title is not None:
            yield Paragraph(cluster.title.text, body)
        rows = [
            [card.kind[:1], Paragraph(card.text.text, body), card.author or "", str(card.dots)]
            for card in cluster.cards
        ]
        yield LongTable(rows, colWidths=[20, 340, 120, 30], style=style)
