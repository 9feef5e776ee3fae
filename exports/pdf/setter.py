"""Turns the minutes' values into blocks: words of the document, words of people, headings, references."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from exports.pdf import ink
from exports.pdf.badges import Legend
from exports.pdf.blocks import Block, Parts, Stack
from exports.pdf.glyphs import Printability, one_line
from exports.pdf.ink import Style
from exports.pdf.table import HEAD, LISTED, Grid, Look, Part, Row
from exports.pdf.tags import Element
from exports.pdf.text import Run, Text
from exports.referring import Links, referring
from facilitator.domain.minutes import Minutes, Said, Source
from facilitator.formats import formats
from facilitator.i18n import translations

if TYPE_CHECKING:
    from exports.pdf.page import Page

LABELLED: Final = Grid((98.0, -1.0), gap=14.0)
"""A label on the left, what it says on the right."""
BULLETS: Final = Grid((8.0, -1.0), gap=6.0)
_FACT: Final = Look(above=1.5, below=1.5, rule=0.0, part=Part.ITEM)
_COMPANY: Final = 3
"""Rows of a table that stay together at its beginning and at its end."""
_DAY: Final = Style("bold", 17, 22, level=1)
_STYLES: Final = (ink.TITLE, _DAY, ink.HEADING, ink.SUBHEADING)


class Heading(Text):
    """A title that references, bookmarks and running heads know.

    `level` 0 is a section, 1 a day, 2 a session; `depth` is its level among the bookmarks.
    """

    keep = True
    listed = True
    """Whether it is among the bookmarks, if references lead to it."""

    def __init__(self, runs: Sequence[Run], print_as: Printability, *, level: int, title: str) -> None:
        super().__init__(runs, _STYLES[min(level, len(_STYLES) - 1)], print_as)
        self.title = title
        self.depth = min(level, 1)
        self.anchors: tuple[str, ...] = ()
        self.mark: str | None = None

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw it, and let bookmarks and references lead here."""
        for anchor in self.anchors:
            page.anchor(anchor, top)
        if self.anchors and self.listed:
            page.outline(self.title, self.anchors[0], self.depth)
        if self.mark is not None:
            page.book.set_mark(self.mark)
        super().draw(page, x, top)

    def _parts(self, count: int) -> Parts:
        """Divide a title longer than a page: what leads here leads to its first part."""
        first, rest = super()._parts(count)
        if isinstance(first, Text):
            began = Heading((), Printability(), level=0, title=self.title)
            began.style, began.lines, began._width = first.style, first.lines, first._width
            began.height, began.before = first.height, first.before
            began.tag, began._languages = first.tag, first._languages
            began.listed = self.listed
            began.depth, began.anchors, began.mark = self.depth, self.anchors, self.mark
            first = began
        return first, rest


class Linked(Text):
    """A text that leads to another place of the document when it is clicked."""

    def __init__(self, runs: Sequence[Run], style: Style, print_as: Printability, anchor: str | None) -> None:
        super().__init__(runs, style, print_as)
        self.anchor = anchor
        self.link = Element("Link")
        self.says = one_line(" ".join(run.text for run in runs))

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw it with its link."""
        anchor, around = self.anchor, self.tag or Element("P")
        self.tag = around
        if anchor is None or not page.leads(anchor):
            super().draw(page, x, top)
            return
        width = max((line.width for line in self.lines), default=0.0)
        with page.tags.inside(around):
            self.tag = self.link
            super().draw(page, x, top)
            self.tag = around
            rect = (x, top - self.height, x + max(width, 8.0), top)
            page.tags.link(self.link, rect, anchor, self.says)

    def _parts(self, count: int) -> Parts:
        """Divide a link that goes on over the page: either part leads there."""
        first, rest = super()._parts(count)
        return self._going_on(first), self._going_on(rest)

    def _going_on(self, part: Block | None) -> Block | None:
        if not isinstance(part, Text):
            return part
        linked = Linked((), self.style, Printability(), self.anchor)
        linked.lines, linked.height, linked.before = part.lines, part.height, part.before
        linked._width, linked._languages = self._width, self._languages
        linked.tag, linked.link, linked.says = part.tag, self.link, self.says
        linked.carry = part.carry
        return linked


class Setter:
    """Sets one document: its language's words and formats, and what could not be printed as written."""

    def __init__(self, minutes: Minutes) -> None:
        self.minutes = minutes
        self.t = translations(minutes.language)
        self.formats = formats(minutes.language)
        self._referring: Links | None = None
        self.print_as = Printability()
        self.kinds = {kind.key: kind.like or kind.key for kind in minutes.card_kinds}
        """Badge of each kind of card, in the order of the kinds."""
        self.own_kinds = {kind.key: kind.word for kind in minutes.card_kinds if kind.like is not None}
        """Words of the kinds that the workshop added: they share a badge, so the word is printed too."""

    def at(self, where: str) -> None:
        """Name the section or session that is set from here on, for warnings."""
        self.print_as.where = one_line(where)

    def text(self, content: str, style: Style = ink.BODY, *, before: float = 0.0) -> Text:
        """Set plain words."""
        block = Text((Run(content),), style, self.print_as)
        block.before = before
        return block

    def runs(self, *runs: Run, style: Style = ink.BODY, before: float = 0.0) -> Text:
        """Set words of several looks."""
        block = Text(runs, style, self.print_as)
        block.before = before
        return block

    def said(self, said: Said, style: Style = ink.BODY, *, lead: str = "", before: float = 0.0) -> Text:
        """Set people's words as they were said, their translation below in italics and marked as one."""
        runs = [Run(f"{lead} ", "semibold")] if lead else []
        spoken = said.language if said.language and said.language != self.minutes.language else None
        runs.append(Run(said.text, language=spoken))
        if said.translation:
            mark = self.t.gettext("[translation]")
            runs.append(Run(f"\n{mark} {said.translation}", "italic", ink.INK_2))
        block = Text(runs, style, self.print_as)
        block.before = before
        return block

    def linked(self, content: str, anchor: str | None, style: Style = ink.BODY) -> Text:
        """Set words that lead to `anchor`."""
        return Linked((Run(content),), style, self.print_as, anchor)

    def heading(self, title: str, level: int, *anchors: str, number: str = "", mark: str = "") -> Heading:
        """Set a title; with anchors it is a bookmark too. `mark` names it in running heads."""
        runs = [Run(f"{number}\u2002", None, ink.INK_3)] if number else []
        listed = one_line(f"{number} {title}")
        block = Heading((*runs, Run(title)), self.print_as, level=level, title=listed)
        block.anchors = anchors
        block.mark = one_line(mark) if mark else None
        block.before = (0.0, 16.0, 22.0, 14.0)[min(level, 3)]
        return block

    def subheading(self, title: str, anchor: str | None) -> Heading:
        """Set a title within a part that the bookmarks name; references may lead to it."""
        block = self.heading(title, 3, *([anchor] if anchor else []))
        block.listed = False
        return block

    def minor(self, title: str, *, before: float = 10.0) -> Text:
        """Set a small title, kept with what it announces."""
        block = self.text(title, ink.MINOR, before=before)
        block.keep = True
        return block

    def fact(self, label: str, value: Block | str | None, style: Style = ink.BODY) -> list[Block]:
        """Set a label with what it says beside it; nothing when there is nothing to say."""
        if value is None or value == "":
            return []
        content = self.text(value, style) if isinstance(value, str) else value
        tag = self.text(label, replace(ink.LABEL, leading=14.0))
        return [Row(LABELLED, (tag, content), _FACT)]

    def bullets(self, items: Iterable[Said | str], style: Style = ink.BODY) -> list[Block]:
        """Set a list with dashes."""
        rows: list[Block] = []
        for item in items:
            content = self.text(item, style) if isinstance(item, str) else self.said(item, style)
            rows.append(Row(BULLETS, (self.text("–", replace(style, colour=ink.INK_3)), content), LISTED))
        return rows

    def head(self, grid: Grid, titles: Sequence[str], *, right: int | None = None) -> Row:
        """Set the head of a table, repeated on every page; columns from `right` on are right-aligned."""
        cells = [
            self.text(title, ink.LABEL_RIGHT if right is not None and n >= right else ink.LABEL)
            for n, title in enumerate(titles)
        ]
        row = Row(grid, cells, HEAD)
        row.keep = True
        row.before = 6.0
        return row

    def widest(self, texts: Iterable[str], style: Style, *, least: float, most: float) -> float:
        """Return the width of a column in which none of these texts breaks, within bounds."""
        widest = max((self.text(each, style).natural_width() for each in texts), default=0.0)
        return min(most, max(least, widest + 1.0))

    def word(self, kind: str) -> str:
        """Return the word for a kind of card."""
        return next((each.word for each in self.minutes.card_kinds if each.key == kind), kind)

    def legend(self) -> Legend | None:
        """Set what the badges of the cards mean, None when the workshop names no kinds."""
        kinds = self.minutes.card_kinds
        if not kinds:
            return None
        return Legend([(kind.like or kind.key, self.text(kind.word, ink.CAPTION)) for kind in kinds])

    def led_to(
        self, anchor: str | None, *, but: Iterable[Source] = (), style: Style | None = None
    ) -> list[Block]:
        """Set what refers to a place, as links; without those that stand there anyway.

        They are marked with an arrow, but for a place with a label, which gives a `style`.
        """
        if anchor is None:
            return []
        if self._referring is None:
            self._referring = referring(self.minutes)
        there = {each.anchor for each in but}
        return [
            self.linked(each.label, each.anchor, style)
            if style is not None
            else self.linked(f"→ {each.label}", each.anchor, ink.CAPTION)
            for each in self._referring.get(anchor, ())
            if each.anchor not in there
        ]

    def see_also(self, anchor: str | None, style: Style = ink.BODY) -> list[Block]:
        """Set what refers to a place as the last of the facts that stand there."""
        links = self.led_to(anchor, style=style)
        return self.fact(self.t.gettext("See also"), Stack(links) if links else None)

    def sources(self, sources: Iterable[Source], style: Style = ink.CELL_NOTE) -> Block | None:
        """Set references, each leading to its place and followed by its page."""
        blocks: list[Block] = [
            Reference(self.linked(each.label, each.anchor, style), each, self.t.gettext("p. {page}"))
            for each in sources
        ]
        return Stack(blocks) if blocks else None


class Reference(Block):
    """A reference with the page of its place at the right end of the column."""

    def __init__(self, label: Text, source: Source, words: str) -> None:
        self.label = label
        self.source = source
        self.words = words

    def wrap(self, width: float) -> float:
        """Lay out the label, leaving room for four figures."""
        self._width = width
        room = 32.0 if self.source.anchor else 0.0
        self.height = self.label.wrap(max(20.0, width - room))
        return self.height

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw the label; the page number follows when it is known."""
        self.label.draw(page, x, top)
        anchor, words = self.source.anchor, self.words
        if anchor is not None and anchor in page.book.known:
            style = self.label.style
            page.write_right(
                (x + self._width, top - style.leading / 2 - style.size * 0.34),
                replace(style, face="tabular"),
                lambda book: words.format(page=book.pages[anchor]) if anchor in book.pages else "",
                self.label.tag,
            )


def carried(rows: Iterable[Block], head: Block, *, on: bool = False) -> Iterable[Block]:
    """Let `head` be drawn again above the rows that follow on a new page.

    A table leaves no fewer than three rows alone on a page. With `on` the last one stays with what follows.
    """
    for row in near(rows, on=on):
        row.carry = head
        yield row


def near(rows: Iterable[Block], *, on: bool = False) -> Iterable[Block]:
    """Let the items of a list stand together at its beginning and at its end, like the rows of a table."""
    waiting: deque[Block] = deque()
    for n, row in enumerate(rows):
        row.near = n < _COMPANY - 1
        waiting.append(row)
        if len(waiting) > _COMPANY:
            yield waiting.popleft()
    while waiting:
        row = waiting.popleft()
        row.near = bool(waiting) or on
        yield row


def excerpt(text: str, limit: int) -> str:
    """Return at most `limit` characters of a text for a place that cannot hold more, marked as cut."""
    line = one_line(text)
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"
