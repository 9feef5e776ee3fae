"""Running heads and feet, and the list of contents."""

from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

from exports.pdf import ink
from exports.pdf.blocks import Block
from exports.pdf.ink import Style
from exports.pdf.seal import draw_seal
from exports.pdf.setter import Setter, excerpt
from exports.pdf.tags import Element
from exports.pdf.text import Text
from facilitator.domain.frozen import dataclass

if TYPE_CHECKING:
    from exports.pdf.page import Book, Page

_HEAD_Y: Final = 46.0
"""From the top of the page to the middle of the running head's line."""
_FOOT_RULE: Final = 43.0
_FOOT_Y: Final = 33.0
_SEAL_Y: Final = 20.0
_FOLIO_ROOM: Final = 90.0
_FOLIO: Final = Style("tabular", 8, 10.5, ink.INK_2)
_CONTENTS_PAGE: Final = Style("tabular", 9.5, 14, ink.INK)


class RunningHeads:
    """What every page says around its content: title, section; version, draft, page x of y."""

    def __init__(self, setter: Setter, *, head_on_first: bool = False, sealed: bool = False) -> None:
        self.setter = setter
        self.sealed = sealed
        self.head_on_first = head_on_first
        self.title = excerpt(setter.minutes.cover.title, 90)
        self.foot = tuple(excerpt(part, 130) for part in _foot(setter))
        self._line_of = lru_cache(maxsize=8)(partial(_one_line_of, setter))  # most pages say the same

    def draw(self, page: "Page", mark: str) -> None:
        """Draw head and foot; the first page has no head, it is the head."""
        if page.number > 1 or self.head_on_first:
            self._head(page, excerpt(mark, 110))
        page.rule(page.left, _FOOT_RULE, page.inner, ink.HAIR, ink.LINE_STRONG)
        self._foot(page)
        if self.sealed:
            draw_seal(page.canvas, page.left, _SEAL_Y)
        words, number = self.setter.t.gettext("Page {page} of {total}"), page.number
        baseline = _FOOT_Y - ink.CAPTION.size * 0.34
        page.write_right(
            (page.width - page.right, baseline),
            _FOLIO,
            lambda book: words.format(page=number, total=book.count),
            None,
        )

    def _foot(self, page: "Page") -> None:
        """Draw all of the foot on a line; on two where it is too long and no seal needs the second."""
        width, whole = page.inner - _FOLIO_ROOM, " · ".join(self.foot)
        fits = self.setter.text(whole, ink.CAPTION).natural_width() <= width
        top = _FOOT_Y + ink.CAPTION.leading / 2
        for words in (whole,) if fits or self.sealed else self.foot:
            self._line_of(words, ink.CAPTION, width).draw(page, page.left, top)
            top -= ink.CAPTION.leading

    def _head(self, page: "Page", mark: str) -> None:
        top = page.height - _HEAD_Y + ink.CAPTION.leading / 2
        half = page.inner * 0.5
        self._line_of(self.title, ink.CAPTION, half - 8).draw(page, page.left, top)
        self._line_of(mark, ink.CAPTION_RIGHT, half - 8).draw(page, page.left + half + 8, top)


def _one_line_of(setter: Setter, words: str, style: Style, width: float) -> Text:
    """Set as many words as a line holds, marked as cut where there are more."""
    line = setter.text(words, style)
    line.wrap(width)
    kept = words
    while len(line.lines) > 1 and " " in kept:
        kept = kept.rpartition(" ")[0].rstrip(" .,;:·…")
        line = setter.text(f"{kept}…", style)
        line.wrap(width)
    line.lines = line.lines[:1]
    return line


def _foot(setter: Setter) -> tuple[str, ...]:
    """Return at most two parts that may stand on a line of their own."""
    cover, t = setter.minutes.cover, setter.t
    whose = cover.footer or cover.alliance or ""
    if cover.mark:
        parts = [cover.mark, whose]  # how far it is approved is never what a long name cuts off
    else:
        version = t.gettext("Version {number}").format(number=cover.version) if cover.version else ""
        parts = [
            whose,
            " · ".join(part for part in (version, t.gettext("Draft") if cover.draft else "") if part),
        ]
    return tuple(part.rstrip(". ") for part in parts if part)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a line of the contents says and where it leads; a section is strong, what is inside it is not."""

    number: str
    title: str
    anchor: str
    strong: bool


class ContentsLine(Block):
    """One line of the contents; its page is written when every page is known."""

    def __init__(self, setter: Setter, entry: Entry, leading: float = 14.0) -> None:
        strong = entry.strong
        self.anchor = entry.anchor
        self.entry = " ".join(part for part in (entry.number, entry.title) if part)
        self.leading = leading
        figures = Style("tabular-bold" if strong else "tabular", 9.5, leading, ink.INK_3)
        self.number = setter.text(entry.number, figures)
        self.title = setter.text(
            entry.title, replace(ink.BODY_STRONG if strong else ink.BODY, leading=leading)
        )
        self.before = leading / 2 if strong else 0.5
        self.indent = 0.0 if strong else 24.0

    def wrap(self, width: float) -> float:
        """Lay out the title beside its number, leaving room for the page."""
        self._width = width
        self.number.wrap(24.0)
        self.height = self.title.wrap(width - self.indent - 24.0 - 40.0)
        return self.height

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw number and title as one link; the page number follows."""
        tags, link = page.tags, Element("Link")
        self.number.tag = self.title.tag = link
        style, anchor = _CONTENTS_PAGE, self.anchor
        baseline = top - self.leading / 2 - style.size * 0.34
        with tags.inside(tags.group("TOC")), tags.inside(Element("TOCI")):
            if self.number.natural_width():
                self.number.draw(page, x + self.indent, top)
            self.title.draw(page, x + self.indent + 24.0, top)
            page.write_right((x + self._width, baseline), style, lambda book: _page_of(book, anchor), link)
            tags.link(link, (x, top - self.height, x + self._width, top), anchor, self.entry)


def _page_of(book: "Book", anchor: str) -> str:
    return str(book.pages.get(anchor, ""))
