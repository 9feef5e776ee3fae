"""How long the example's minutes take as a PDF at some sixty and at a thousand pages, and how much memory.

The example is enlarged evenly (`_enlarged.grown`): people, sessions, boards, cards, cases, agreements, work
plan. Its minutes are written as the program writes them, with the structure, links, contents, page totals
and the workshop that they carry. Compared are, all in one run:

* plain ReportLab drawing the same content in one pass (`_plain_pdf`), a page, since it fills a few more;
* a page of a thousand with a page of sixty;
* LibreOffice with our DOCX, WeasyPrint with our HTML: from the content to the file. LibreOffice's start
  counts, ours is told beside it: the whole command with reading the database.

Memory is that of the child process that writes, as the Minutes page starts it. What is not installed is not
measured, and the table says so.
"""

import math
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from exports.docx import write_minutes as write_docx
from exports.html import write_minutes as write_html
from exports.outline import outline
from exports.pdf import write_minutes
from facilitator.bootstrap import open_workspace
from facilitator.cli.editions import read_source
from facilitator.domain.documents import Disclosure, DocumentKind
from facilitator.domain.minutes import Minutes
from tests.benchmarks._enlarged import LARGE, SMALL, write_grown
from tests.benchmarks._plain_pdf import write_plain
from tests.benchmarks._rivals import libreoffice, weasyprint
from tests.benchmarks.report import Figure, compared, in_turns, limited, timed

ROUNDS: Final = 5
WORKSHOP: Final = "ws-2"


@dataclass(frozen=True, slots=True)
class Size:
    """The minutes in one size, the database that they come from, and the workshop that they carry."""

    minutes: Minutes
    carried: bytes
    database: Path
    pages: int

    def write(self) -> float:
        """Write the PDF and return the milliseconds a page."""
        target = self.database.with_suffix(".pdf")
        return timed(lambda: write_minutes(self.minutes, target, carried=self.carried)) / self.pages


def figures() -> Iterator[Figure]:
    """Return every figure."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = _size(Path(folder), SMALL), _size(Path(folder), LARGE)
        for size in (small, large):
            yield _against_plain(size)
        many, few = in_turns(large.write, small.write, rounds=ROUNDS)
        yield compared(f"a page of {large.pages:,} against one of {small.pages}", many, few, bar=1.2)
        yield _memory(large)
        for size, pages in ((small, few), (large, many)):
            yield from _against_others(size, statistics.median(pages) * size.pages)


def _size(folder: Path, times: int) -> Size:
    database = folder / f"times-{times}.sqlite"
    with open_workspace(database) as workspace:
        workspace.exchange.import_files([write_grown(folder / f"times-{times}.json", times)])
    source = read_source(str(database), WORKSHOP, folder / "out.pdf", carrying=True)
    minutes = source.edition(DocumentKind.MEMORIA, Disclosure.INTERNAL)
    carried = source.carried(Disclosure.INTERNAL) or b""
    pages = write_minutes(minutes, database.with_suffix(".pdf"), carried=carried).pages
    return Size(minutes, carried, database, pages)


def _against_plain(size: Size) -> Figure:
    """Compare a page with one of plain ReportLab, which is given the words ready to set."""
    document, target = outline(size.minutes), size.database.with_suffix(".plain.pdf")
    pages = write_plain(document, target)

    def plain() -> float:
        return timed(lambda: write_plain(document, target)) / pages

    ours, theirs = in_turns(size.write, plain, rounds=ROUNDS)
    return compared(f"minutes of {size.pages:,} pages (plain: {pages:,}), a page", ours, theirs, bar=1.3)


def _memory(size: Size) -> Figure:
    said = subprocess.run(
        _command("tests.benchmarks._peak", size), check=True, capture_output=True, text=True
    )
    peak = said.stdout.splitlines()[-1]
    name = f"memory of the process that writes {size.pages:,} pages"
    return (
        limited(name, [float(peak)], percent=100, bar=150, unit="MB")
        if peak
        else _missing(name, "unknown here")
    )


def _command(module: str, size: Size) -> list[str]:
    target = size.database.with_suffix(".pdf")
    orders = ["minutes", WORKSHOP, "-o", str(target), "--progress", "--database", str(size.database)]
    return [sys.executable, "-m", module, *orders]


def _against_others(size: Size, ours: float) -> Iterator[Figure]:
    """Compare the milliseconds of the whole document, measured several times, with others' one time."""
    docx, html = size.database.with_suffix(".docx"), size.database.with_suffix(".html")
    write_docx(size.minutes, docx)
    write_html(size.minutes, html)
    whole = timed(lambda: subprocess.run(_command("facilitator", size), check=True, capture_output=True))
    yield Figure(name=f"minutes of {size.pages:,} pages, the whole command", median=whole)
    rivals: tuple[tuple[str, Callable[[], float | None], float], ...] = (
        ("LibreOffice", partial(libreoffice, docx), 1 / 5),
        ("WeasyPrint", partial(weasyprint, html), 1 / 10),
    )
    for rival, convert, bar in rivals:
        name, took = f"minutes of {size.pages:,} pages against {rival}", convert()
        yield _missing(name, "not installed") if took is None else compared(name, [ours], [took], bar=bar)


def _missing(name: str, why: str) -> Figure:
    return Figure(name=f"{name}: NOT MEASURED, {why}", median=math.nan)
