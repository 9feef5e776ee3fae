"""Writes minutes as HTML: one complete file, with the program's font and a style for screen and paper."""

import json
from base64 import b64encode
from collections.abc import Callable, Iterator
from itertools import takewhile
from pathlib import Path
from typing import Final

from exports.files import whole_file
from exports.html.escaping import attribute, text
from exports.html.render import Renderer
from exports.outline import outline
from exports.outline.lawful import places
from exports.outline.pieces import Document, Heading, Paragraph, Section
from exports.report import Report
from facilitator import __version__
from facilitator.domain.errors import InvalidInput
from facilitator.domain.minutes import Minutes
from facilitator.i18n import translations
from resources import resource

PAPERS: Final = {"letter": "letter", "a4": "A4"}
"""Names of the sizes of paper as style sheets say them."""

_FACES: Final = (
    ("400Regular", 400, "normal"),
    ("400Regular_Italic", 400, "italic"),
    ("700Bold", 700, "normal"),
)
_COLOURS: Final = (
    "canvas",
    "surface",
    "line",
    "line_strong",
    "ink",
    "ink_2",
    "ink_3",
    "primary",
    "primary_tint",
)
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"
"""Nothing is loaded and nothing runs, whatever a reader's browser would allow."""


def write_minutes(
    minutes: Minutes,
    target: Path,
    *,
    paper: str = "letter",
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Write the minutes to `target`; printed, its pages are of "letter" or "a4" paper.

    `progress` is told after each section how many are written, and how many there are. Equal values give
    equal bytes. Raises InvalidInput for an unknown paper, CannotWrite when the target refuses.
    """
    if paper not in PAPERS:
        raise InvalidInput("paper-unknown", paper=paper, known=", ".join(PAPERS))
    document = outline(minutes)
    total = len(document.sections) + 1
    with whole_file(target) as stream:
        for done, part in enumerate(_parts(document, paper)):
            stream.write(part.encode())
            if progress is not None and 0 < done <= total:
                progress(done, total)
    return Report()


def _parts(document: Document, paper: str) -> Iterator[str]:
    """Give the file's beginning, what is before the sections, each section, and the end."""
    t = translations(document.language)
    renderer = Renderer(places(document))
    yield _head(document, paper)
    skip = text(t.gettext("Skip to the content"))
    kind = " · ".join(part for part in (document.kind, document.draft) if part)
    lead = tuple(takewhile(lambda piece: isinstance(piece, Paragraph), document.front))
    yield (
        f'<body>\n<a class="skip" href="#content">{skip}</a>\n<header>\n<p class="kind">{text(kind)}</p>\n'
        f"<h1>{text(document.title)}</h1>\n{renderer.pieces(lead)}</header>\n{_nav(document)}"
        f'<main id="content">\n{renderer.pieces(document.front[len(lead) :])}'
    )
    for section in document.sections:
        yield renderer.section(section)
    foot = f"<footer><p>{text(document.footer)}</p></footer>\n" if document.footer else ""
    yield f"</main>\n{foot}</body>\n</html>\n"


def _head(document: Document, paper: str) -> str:
    facts = (
        ("author", document.author),
        ("description", document.subject),
        ("keywords", document.keywords),
        ("generator", f"Facilitator {__version__}"),
    )
    metas = "".join(f'<meta name="{name}" content="{attribute(said)}">\n' for name, said in facts if said)
    return (
        f'<!DOCTYPE html>\n<html lang="{attribute(document.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{attribute(document.title)}. {attribute(document.kind)}</title>\n{metas}"
        f"<style>\n{_style(paper)}</style>\n</head>\n"
    )


def _nav(document: Document) -> str:
    """Return the list of contents; with a section or two it is only in the way."""
    if len(document.sections) <= 2:
        return ""
    entries = "".join(_entry(section) for section in document.sections if section.title)
    title = text(document.contents)
    return f'<nav aria-labelledby="contents">\n<h2 id="contents">{title}</h2>\n<ul>\n{entries}</ul>\n</nav>\n'


def _entry(section: Section) -> str:
    inside = [
        piece
        for piece in section.pieces
        if isinstance(piece, Heading) and piece.anchor and section.anchor in {"proceedings", "cases"}
    ]
    below = "".join(
        f'<li class="level-{piece.level}">{_link(piece.anchor, piece.number, piece.title)}</li>\n'
        for piece in inside
    )
    nested = f"\n<ul>\n{below}</ul>" if below else ""
    return f"<li>{_link(section.anchor, section.number, section.title)}{nested}</li>\n"


def _link(anchor: str | None, number: str, title: str) -> str:
    shown = f'<span class="number">{text(number)}</span> ' if number else ""
    return f'<a href="#{attribute(anchor or "")}">{shown}{text(" ".join(title.split()))}</a>'


def _style(paper: str) -> str:
    """Return the style sheet with the design's colours, the font's faces and the paper's size."""
    sheet = resource("styles", "document.css").read_text(encoding="utf-8")
    tokens = json.loads(resource("styles", "tokens.json").read_text(encoding="utf-8"))["colour"]
    for mode in ("light", "dark"):
        named = " ".join(f"--{name.replace('_', '-')}: {tokens[mode][name]};" for name in _COLOURS)
        sheet = sheet.replace(f"/* colours: {mode} */", named)
    return f"{''.join(map(_face, _FACES))}{sheet.replace('/* paper */', PAPERS[paper])}"


def _face(face: tuple[str, int, str]) -> str:
    name, weight, style = face
    font = b64encode(resource("fonts", f"AtkinsonHyperlegibleNext_{name}.ttf").read_bytes()).decode()
    return (
        "@font-face { font-family: 'Atkinson Hyperlegible Next';"
        f" font-weight: {weight}; font-style: {style};\n"
        f"  src: url(data:font/ttf;base64,{font}) format('truetype'); }}\n"
    )
