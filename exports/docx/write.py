"""Writes minutes as DOCX, part by part, so that a long document needs little memory."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from exports.docx import styles
from exports.docx.drawing import PICTURE_ID
from exports.docx.marks import field, paragraph, run
from exports.docx.package import APP_TYPE, CORE, CORE_TYPE, Package, properties, relation
from exports.docx.render import Renderer
from exports.files import whole_file
from exports.outline import outline
from exports.outline.lawful import one_line, places
from exports.outline.pieces import Document, Heading, Section
from exports.report import Report
from facilitator import __version__
from facilitator.domain.errors import InvalidInput
from facilitator.domain.frozen import dataclass
from facilitator.domain.minutes import Minutes
from facilitator.i18n import translations

PAPERS: Final = {"letter": (12240, 15840), "a4": (11906, 16838)}
"""Width and height in twentieths of a point."""

_SIDE: Final = 1134
_EDGE: Final = 1247
_NEEDS_CONTENTS: Final = 2
"""With no more sections than this a list of contents is only in the way."""
_CASE: Final = 2
"""Level of the title of a case."""
_BREAK: Final = "<w:pageBreakBefore/>"


def write_minutes(
    minutes: Minutes,
    target: Path,
    *,
    paper: str = "letter",
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Write the minutes to `target`, on "letter" or "a4" paper.

    `progress` is told after each section how many are written, and how many there are. Equal values give
    equal bytes. Raises InvalidInput for an unknown paper, CannotWrite when the target refuses.
    """
    if paper not in PAPERS:
        raise InvalidInput("paper-unknown", paper=paper, known=", ".join(PAPERS))
    document = outline(minutes)
    total = len(document.sections) + 1
    body = _Body(document, paper)
    with whole_file(target) as stream:
        package = Package(stream)
        with package.open("word/document.xml", "document.main") as part:
            part.write(f"<w:document {styles.ROOT}><w:body>".encode())
            for done, written in enumerate(body.parts(), start=1):
                part.write(written.encode())
                if progress is not None:
                    progress(done, total)
            part.write(f"{body.last}</w:body></w:document>".encode())
        _add_looks(package, document, body.renderer.numbered_lists)
        _add_edges(package, document, paper, body.renderer.pictures)
        _add_properties(package, document, minutes)
        package.close()
    return Report()


@dataclass(frozen=True, slots=True)
class _Page:
    """A size of page with its margins, in twentieths of a point; `edges` are the ids of its head and foot."""

    width: int
    height: int
    edges: int

    @property
    def room(self) -> int:
        """The width between the margins."""
        return self.width - 2 * _SIDE

    def marks(self, *, first: bool) -> str:
        """Return the end of what stands on such pages; the first one has no running head."""
        across = ' w:orient="landscape"' if self.width > self.height else ""
        references = "".join(
            f'<w:{where}Reference w:type="default" r:id="rId{self.edges + n}"/>'
            for n, where in enumerate(("header", "footer"))
        )
        if first:
            references += f'<w:footerReference w:type="first" r:id="rId{self.edges + 1}"/>'
        return (
            f'<w:sectPr>{references}<w:type w:val="nextPage"/>'
            f'<w:pgSz w:w="{self.width}" w:h="{self.height}"{across}/>'
            f'<w:pgMar w:top="{_EDGE}" w:right="{_SIDE}" w:bottom="{_EDGE}" w:left="{_SIDE}" '
            f'w:header="567" w:footer="567" w:gutter="0"/>{"<w:titlePg/>" if first else ""}</w:sectPr>'
        )


class _Body:
    """The text, with the pages turned for matrices."""

    def __init__(self, document: Document, paper: str) -> None:
        self._document = document
        self._upright, self._across = _pages(paper)
        self.renderer = Renderer(places(document), self._upright.room)
        self._first = True
        self.last = ""
        """The end of the last pages, once all parts were given."""

    def parts(self) -> Iterator[str]:
        """Give what stands before the sections, then each section."""
        document, renderer = self._document, self.renderer
        kind = " · ".join(part for part in (document.kind, document.draft) if part)
        page = self._begins_on
        renderer.width = page.room
        yield (
            f"{paragraph(run(kind), 'Note')}{paragraph(run(one_line(document.title)), 'Title')}"
            f"{renderer.pieces(document.front)}{self._contents()}"
        )
        for n, section in enumerate(document.sections):
            wanted = self._across if section.wide else self._upright
            turned = "" if wanted is page else self._turn(page)
            first = bool(section.number and n == 0) or section.number == "A"
            opens = not turned and (first or section.new_page)
            page = wanted
            renderer.width = page.room
            yield turned + (paragraph("", "Gap", _BREAK) if opens else "") + self._section(section)
        self.last = page.marks(first=self._first)

    @property
    def _begins_on(self) -> _Page:
        """The first page: it lies across where the document is one wide table."""
        first = next(iter(self._document.sections), None)
        return self._across if first is not None and first.wide and not first.number else self._upright

    def _section(self, section: Section) -> str:
        renderer = self.renderer
        if not section.title:
            return renderer.pieces(section.pieces)
        title = renderer.heading(1, section.number, section.title, section.anchor)
        return title + renderer.pieces(section.pieces)

    def _turn(self, page: _Page) -> str:
        """End the pages so far; what follows has the other shape."""
        ended = page.marks(first=self._first)
        self._first = False
        return paragraph("", "Gap", ended)

    def _contents(self) -> str:
        """Return the list of contents: a field that an editor can renew, with links for those who do not."""
        sections = self._document.sections
        if len(sections) <= _NEEDS_CONTENTS:
            return ""
        entries = [entry for section in sections if section.title for entry in _entries(section)]
        linked = [
            (style, self.renderer.linked(f"{number}\u2002{one_line(title)}", anchor))
            for style, number, title, anchor in entries
        ]
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
            ' TOC \\o "1-1" \\n \\h \\z </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        written = [
            paragraph(f"{begin if not n else ''}{link}{end if n == len(linked) - 1 else ''}", style)
            for n, (style, link) in enumerate(linked)
        ]
        title = paragraph(run(self._document.contents), "TOCHeading", _BREAK)
        return title + "".join(written)


def _entries(section: Section) -> Iterator[tuple[str, str, str, str]]:
    """Give style, number, title and anchor of a section, and of the sessions and cases within."""
    yield "TOC1", section.number, section.title, section.anchor
    if section.anchor in {"proceedings", "cases"}:
        for piece in section.pieces:
            within = isinstance(piece, Heading) and (section.anchor != "cases" or piece.level == _CASE)
            if isinstance(piece, Heading) and within and piece.anchor:
                yield "TOC2", piece.number, piece.title, piece.anchor


def _pages(paper: str) -> tuple[_Page, _Page]:
    width, height = PAPERS[paper]
    return _Page(width, height, 10), _Page(height, width, 12)


def _add_looks(package: Package, document: Document, numbered: int) -> None:
    package.add("word/styles.xml", "styles", styles.styles(document.language))
    package.add("word/numbering.xml", "numbering", styles.numbering(numbered))
    package.add("word/settings.xml", "settings", styles.settings(document.language))
    package.add("word/fontTable.xml", "fontTable", styles.font_table())
    for n, face in enumerate(styles.FACES, start=1):
        package.add_bytes(f"word/fonts/font{n}.odttf", styles.obscured(face))
    fonts = {f"rId{n}": (relation("font"), f"fonts/font{n}.odttf") for n in range(1, len(styles.FACES) + 1)}
    package.relate("word/fontTable.xml", fonts)


def _add_edges(package: Package, document: Document, paper: str, pictures: list[bytes]) -> None:
    """Add pictures, heads and feet for both shapes of page, and say where everything lies."""
    targets = {
        f"rId{n}": (relation(kind), f"{kind}.xml")
        for n, kind in enumerate(("styles", "numbering", "settings", "fontTable"), start=1)
    }
    for n, picture in enumerate(pictures, start=1):
        package.add_bytes(f"word/media/image{n}.jpeg", picture)
        targets[f"{PICTURE_ID}{n}"] = (relation("image"), f"media/image{n}.jpeg")
    words = translations(document.language).gettext("Page {page} of {total}")
    for n, page in enumerate(_pages(paper), start=1):
        tab = f'<w:tabs><w:tab w:val="right" w:pos="{page.room}"/></w:tabs>'
        head = run(f"{one_line(document.running)}\t{document.draft or ''}")
        foot = run(f"{one_line(document.footer)}\t") + _counted(words)
        for edge, letters, content, key in (("header", "hdr", head, 0), ("footer", "ftr", foot, 1)):
            written = paragraph(content, edge.capitalize(), tab)
            package.add(f"word/{edge}{n}.xml", edge, f"<w:{letters} {styles.ROOT}>{written}</w:{letters}>")
            targets[f"rId{page.edges + key}"] = (relation(edge), f"{edge}{n}.xml")
    package.relate("word/document.xml", targets)


def _counted(words: str) -> str:
    """Return "Page {page} of {total}" with fields for both."""
    before, _, rest = words.partition("{page}")
    between, _, after = rest.partition("{total}")
    parts = (
        run(before),
        field("PAGE", "1"),
        run(between),
        field("NUMPAGES", "1"),
        run(after) if after else "",
    )
    return "".join(parts)


def _add_properties(package: Package, document: Document, minutes: Minutes) -> None:
    facts = (
        ("dc:title", f"{document.title}. {document.kind}"),
        ("dc:subject", document.subject),
        ("dc:creator", document.author),
        ("cp:keywords", document.keywords),
        ("dc:language", document.language),
        ("cp:version", minutes.cover.version or ""),
    )
    core = properties(facts, minutes.cover.as_of)
    package.add_properties("docProps/core.xml", CORE_TYPE, core)
    app = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>Facilitator {__version__}</Application></Properties>"
    )
    package.add_properties("docProps/app.xml", APP_TYPE, app)
    package.relate(
        "",
        {
            "rId1": (relation("officeDocument"), "word/document.xml"),
            "rId2": (CORE, "docProps/core.xml"),
            "rId3": (relation("extended-properties"), "docProps/app.xml"),
        },
    )
