"""Writes minutes as a PDF: values in, one complete file out, in one pass over the pages."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Final

from reportlab import rl_config
from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase.pdfdoc import PDFDictionary
from reportlab.pdfgen.canvas import Canvas

from exports.arrangement import has_cover, kind_title
from exports.files import whole_file
from exports.pdf.anchors import known_anchors
from exports.pdf.attachment import attach
from exports.pdf.ayuda import ayuda_memoria
from exports.pdf.badges import define_badges
from exports.pdf.blocks import Block
from exports.pdf.fonts import face
from exports.pdf.furniture import RunningHeads
from exports.pdf.glyphs import one_line
from exports.pdf.memoria import document, sections
from exports.pdf.page import PAPERS, Book
from exports.pdf.seal import Sealing, define_seal
from exports.pdf.setter import Setter
from exports.report import Report
from facilitator import __version__
from facilitator.domain.errors import InvalidInput
from facilitator.domain.minutes import DocumentKind, Minutes

_CARDS_A_PAGE: Final = 24
_COLLECTIONS: Final = (20_000, 10, 1_000)
"""Objects made between two looks at the newest, and how many of these there are for one further back."""


def write_minutes(
    minutes: Minutes,
    target: Path,
    *,
    paper: str = "letter",
    progress: Callable[[int, int], None] | None = None,
    carried: bytes | None = None,
) -> Report:
    """Write a document of any kind to `target`, on "letter" or "a4" paper.

    `carried` is the workshop's interchange file at the level of the document: it is attached. A final that
    carries one is sealed: its hash stands in every footer and in the report.
    `progress` is told after each page how many are written and how many are expected. Equal values give
    equal bytes on the same machine. Raises InvalidInput for an unknown paper, CannotWrite when the target
    refuses; the earlier file stays then.
    """
    if paper not in PAPERS:
        raise InvalidInput("paper-unknown", paper=paper, known=", ".join(PAPERS))
    with whole_file(target) as stream:
        return _written(minutes, stream, paper, progress, carried)


def _written(
    minutes: Minutes,
    stream: BinaryIO,
    paper: str,
    progress: Callable[[int, int], None] | None,
    carried: bytes | None,
) -> Report:
    story: Iterable[Block]
    if minutes.kind is DocumentKind.AYUDA_MEMORIA:
        setter, story = ayuda_memoria(minutes, paper)
    else:
        setter = Setter(minutes)
        story = document(setter, paper)
    expected = _expected_pages(minutes)
    sealing = Sealing(stream) if carried is not None and not minutes.cover.draft else None
    book = _book(setter, sealing or stream, paper)
    if carried is not None:
        attach(book.canvas, carried, setter.t.gettext("The workshop, to be taken in again by Facilitator"))
    if progress is not None:
        book.page_done = lambda done: progress(done, max(done, expected))
    pages = _print(book, story)
    if sealing is not None:
        sealing.finish()
    if progress is not None:
        progress(pages, pages)
    return Report(pages, setter.print_as.warnings(), sealing.digest if sealing else None)


def _print(book: Book, story: Iterable[Block]) -> int:
    with _seldom_collecting():
        book.flow(story)
        book.finish()
        _name_places(book)
        book.canvas.save()
    return book.count


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Let Python look for rings of garbage in what is new, and not in the whole document each time."""
    usual = gc.get_threshold()
    gc.set_threshold(*_COLLECTIONS)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _name_places(book: Book) -> None:
    """Let links from outside lead to places by name: minutes.pdf#agreement-3."""
    canvas = book.canvas
    places = {key: place for key, place in canvas._destinations.items() if key in book.pages}
    canvas._doc.Catalog.Dests = PDFDictionary(places)  # ReportLab keeps the names to itself


def _book(setter: Setter, stream: BinaryIO | Sealing, paper: str) -> Book:
    rl_config.useA85 = 0
    canvas = Canvas(
        stream,
        pagesize=PAPERS[paper],
        invariant=1,
        pageCompression=1,
        lang=setter.minutes.language,
        initialFontName=face("regular").name,
    )
    _identify(canvas, setter)
    first_has_head = not has_cover(setter.minutes)
    is_sealed = isinstance(stream, Sealing)
    if is_sealed:
        define_seal(canvas)
    heads = RunningHeads(setter, head_on_first=first_has_head, sealed=is_sealed)
    if setter.minutes.proceedings:
        define_badges(canvas)
    return Book(canvas, paper, heads, _places(setter))


def _places(setter: Setter) -> frozenset[str]:
    if setter.minutes.kind is DocumentKind.AYUDA_MEMORIA:
        return frozenset()
    found = sections(setter)
    own = {section.anchor for section in found} | {"cover", "contents"}
    return frozenset(own | set(known_anchors(setter.minutes, {section.key for section in found})))


def _identify(canvas: Any, setter: Setter) -> None:
    cover = setter.minutes.cover
    canvas.setTitle(one_line(f"{cover.title}. {kind_title(setter.minutes)}"))
    canvas.setAuthor(one_line(cover.author or ", ".join(cover.organisers) or cover.alliance or ""))
    when = setter.formats.span(cover.start, cover.end)
    canvas.setSubject(one_line(", ".join(part for part in (cover.lead, cover.place, when) if part)))
    canvas.setCreator(f"Facilitator {__version__}")
    canvas.setProducer(f"Facilitator {__version__}, ReportLab")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    canvas.addPageLabel(0, style="ARABIC_NUMBERS", start=1)
    stamp = TimeStamp(invariant=1)
    moment = cover.as_of
    stamp.YMDhms = (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    offset = moment.utcoffset()
    minutes = int(offset.total_seconds()) // 60 if offset is not None else 0
    stamp.dhh, stamp.dmm = int(minutes / 60), abs(minutes) % 60
    canvas._doc._timeStamp = stamp  # ReportLab offers no way to date a reproducible file


def _expected_pages(minutes: Minutes) -> int:
    """Guess the pages, for the progress bar only."""
    cards = sum(
        len(cluster.cards)
        for day in minutes.proceedings
        for session in day.sessions
        for board in session.boards
        for cluster in board.clusters
    )
    sessions_held = sum(len(day.sessions) for day in minutes.proceedings)
    people = len(minutes.participants.rows) if minutes.participants else 0
    copies = 2 if minutes.annexes.card_transcript else 1
    if minutes.kind is DocumentKind.AYUDA_MEMORIA:
        return 2
    return 6 + cards * copies // _CARDS_A_PAGE + sessions_held // 3 + people // 15 + len(minutes.reflections)
