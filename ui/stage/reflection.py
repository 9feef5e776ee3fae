"""The reflection view: assumptions, actions, results, and the two loops that lead back from them.

The inner loop is one line, the outer a double line: they differ without colour. A loop is dotted
until its change is written. What is still empty shows the question that the room has to answer.
"""

from collections.abc import Iterable, Sequence
from typing import Final, Literal, TypeAlias

from PySide6.QtGui import QColor

from facilitator.domain.stage import FirstLoop, ReflectionView, SecondLoop, StageText
from ui.stage import words as say
from ui.stage.fit import Lines, Mark, Style, lay, lay_pair, lay_strong, point
from ui.stage.items import Item
from ui.stage.languages import one_language
from ui.stage.loops import Page, Plan, Region, draw, planned
from ui.stage.sheet import HEADING, MARGIN, Scene, Sheet
from ui.stage.turns import header_clock

Part: TypeAlias = Literal["all", "nodes", "loops"]
"""Which places of the diagram hold their words, and which only their headings."""

SIZES: Final = tuple(Style(px, round(px * 1.18), 500) for px in (44, 40, 36, 34, 32))
_HEADER: Final = Style(42, 50, 500)
_USUAL: Final = 38
"""Size of the text beside which a heading has its full size, in px."""
_INDENT: Final = 34.0
_PAD: Final = 28.0
_CHANGE_PAD: Final = 22.0


def compose(view: ReflectionView, width: float) -> Scene:
    """Return the diagram at the largest text that fits, else its words paged at 32 px.

    Two languages that do not fit on one page take turns: a diagram is read whole or not at all.
    """
    sheet = Sheet(view.frame, width)
    clock, lost = header_clock(sheet)
    pages, fits = _pages(sheet, view, lost)
    turns = [(sheet, page) for page in pages]
    if not fits and view.frame.second_language:
        turns = []
        for each in _turns(view):
            alone = Sheet(each.frame, width)
            turns += [(alone, page) for page in _pages(alone, each, lost)[0]]
    numbered = ((*page, *by.page_number(count, len(turns))) for count, (by, page) in enumerate(turns))
    return Scene(width, sheet.colours.bg, tuple(numbered), (clock,) if clock else ())


def _turns(view: ReflectionView) -> list[ReflectionView]:
    """Return the view in each language; in its first alone where nobody translated what was said."""
    first, second = view.first, view.second
    said = [first.action, first.expected, first.actual, *first.causes, first.correction, second.assumption]
    said += [*second.evidence_for, *second.evidence_against, second.revised]
    alone = one_language(view, second=False)
    if any(said) and not any(text.second for text in said):
        return [alone]
    return [alone, one_language(view, second=True)]


def _pages(sheet: Sheet, view: ReflectionView, lost: float) -> tuple[list[list[Item]], bool]:
    """Compose the pages, and tell whether the words fit on one; the clock takes `lost` px of the header.

    A page number in one language stands left of the outer loop's box: it takes no height.
    """
    header = sheet.pair(
        sheet.words.level(view.level, view.subject), _HEADER, sheet.right - MARGIN - 82 - lost
    )
    headers = header.pages(2 * _HEADER.line + 10)
    top = 132.0 + max(0.0, max(part.height for part in headers) - _HEADER.line)
    plans = _planned(sheet, view, top)
    pages = [(plan, page) for plan in plans for page in _paged(plan)]
    composed = []
    for count in range(max(len(pages), len(headers))):
        plan, page = pages[min(count, len(pages) - 1)]
        items: list[Item] = list(sheet.mark(headers[min(count, len(headers) - 1)], 80))
        items += draw(sheet, plan, page, _written(view))
        composed.append(items)
    return composed, len(plans) == 1


def _planned(sheet: Sheet, view: ReflectionView, top: float) -> list[Plan]:
    """Return the diagram whole where it fits; else first with the words of its nodes, then of its loops.

    So every page is the same diagram, and no sentence is cut as long as its half of it has room.
    """
    whole = _fitted(sheet, view, top, "all")
    if whole.fits:
        return [whole]
    return [_fitted(sheet, view, top, "nodes"), _fitted(sheet, view, top, "loops")]


def _fitted(sheet: Sheet, view: ReflectionView, top: float, part: Part) -> Plan:
    """Return the plan at the largest text that fits on one page, or at the smallest.

    Long words are broken anew for each size that is tried, so few are: the ends, then the middle.
    """

    def plan(size: int) -> Plan:
        return planned(sheet, top, _Script(sheet, view, SIZES[size], part), numbered=part != "all")

    large, small = 0, len(SIZES) - 1
    found = plan(large)
    if found.fits:
        return found
    found = plan(small)
    while found.fits and small - large > 1:
        middle = (large + small) // 2
        tried = plan(middle)
        if tried.fits:
            found, small = tried, middle
        else:
            large = middle
    return found


def _written(view: ReflectionView) -> tuple[bool, bool]:
    """Tell of each loop whether a change is written on it."""
    second = view.second
    changed = bool(second.revised or second.effects or second.decision or second.verdict)
    return bool(view.first.correction), changed


def _paged(plan: Plan) -> list[Page]:
    """Cut the words of each region to its height; a region that ends early keeps its last part."""
    words = plan.contents
    nodes = [lines.pages(plan.node_room) for lines in words.nodes]
    inner = words.inner.pages(plan.inner_room)
    outer = [lines.pages(plan.outer_room) for lines in words.outer]
    count = max(len(part) for part in (*nodes, inner, *outer))

    def at(parts: Sequence[Lines], page: int) -> Lines:
        return parts[min(page, len(parts) - 1)]

    return [
        Page(
            (at(nodes[0], page), at(nodes[1], page), at(nodes[2], page)),
            at(inner, page),
            (at(outer[0], page), at(outer[1], page)),
        )
        for page in range(count)
    ]


class _Script:
    """Writes the words of every region at one size, into the widths it is given."""

    def __init__(self, sheet: Sheet, view: ReflectionView, style: Style, part: Part = "all") -> None:
        self._sheet = sheet
        self._view = view
        self._style = style
        self._part = part
        self._asks = view.level in ("none", "single")

    def inside(self, node: float, inner: float) -> tuple[tuple[Region, Region, Region], Region]:
        """Return the words of the nodes and of the inner loop."""
        first, second = self._view.first, self._view.second
        box = _Writer(self._sheet, self._style, node - 2 * _PAD, self._sheet.inks)
        inks = _change_inks(self._sheet, bool(first.correction))
        change = _Writer(self._sheet, self._style, inner - 2 * _CHANGE_PAD, inks)
        nodes = _assumptions(box, second, asks=self._asks), _actions(box, first), _results(box, first)
        corrected = _change(change, first)
        if self._part == "loops":
            nodes = nodes[0].bare, nodes[1].bare, nodes[2].bare
        return nodes, corrected.bare if self._part == "nodes" else corrected

    def outside(self, left: float, right: float) -> tuple[Region, Region]:
        """Return the words of the outer loop's two columns."""
        inks, second = _change_inks(self._sheet, _written(self._view)[1]), self._view.second
        revised, effects = (
            _Writer(self._sheet, self._style, width - 2 * _CHANGE_PAD, inks) for width in (left, right)
        )
        around = _revised(revised, second, asks=self._asks), _effects(effects, second, asks=self._asks)
        return (around[0].bare, around[1].bare) if self._part == "nodes" else around


def _change_inks(sheet: Sheet, written: bool) -> tuple[QColor, QColor]:
    """On marigold once a change is written, on the bare ground before."""
    colours = sheet.colours
    return (colours.on_now, colours.on_now) if written else (colours.ink, colours.ink_2)


class _Writer:
    """Lays headings, points and questions at one size and width."""

    def __init__(self, sheet: Sheet, style: Style, width: float, inks: tuple[QColor, QColor]) -> None:
        self._sheet = sheet
        self._style = style
        self._width = width
        self._inks = inks

    def heading(self, message: str) -> Lines:
        """Return the name of a node, in the measure of its text."""
        px = round(HEADING.px * self._style.px / _USUAL)
        style = Style(px, round(px * 1.16), HEADING.weight)
        return lay_pair(self._sheet.words.say(message), style, self._width, self._inks)

    def strong(self, message: str) -> Lines:
        """Return a small heading."""
        style = Style(self._style.px, self._style.line, 700)
        return lay_pair(self._sheet.words.say(message), style, self._width, self._inks)

    def points(self, texts: Iterable[StageText], mark: Mark = "dot") -> Lines:
        """Return texts as points of a list."""
        lines = Lines()
        for text in texts:
            if text:
                laid = lay_pair(text, self._style, self._width - _INDENT, self._inks)
                lines += point(laid, mark, _INDENT, self._style.px * 0.25)
        return lines

    def named(self, message: str, *texts: StageText) -> Lines:
        """Return each text as a point that begins with the name of its field."""
        name = self._sheet.words.say(message)
        points = Lines()
        for text in texts:
            lines = Lines()
            pairs = ((name.text, text.text), (name.second or name.text, text.second))
            for (label, words), ink in zip(pairs, self._inks, strict=True):
                if words:
                    said = f"{label}: {words}"
                    lines += lay_strong(said, f"{label}:", self._style, self._width - _INDENT, ink)
            points += point(lines, "dot", _INDENT, self._style.px * 0.25)
        return points

    def plain(self, text: StageText) -> Lines:
        """Return a text without a mark."""
        return lay_pair(text, self._style, self._width, self._inks)

    def question(self, message: str) -> Lines:
        """Return what the room is asked while a field is empty."""
        style = Style(self._style.px, self._style.line, 400, italic=True)
        words = self._sheet.words.say(message)
        lines = Lines()
        for text in words.texts():
            lines += lay(text, style, self._width, self._inks[1])
        return lines.below(self._style.px * 0.25)

    def first_empty(self, *fields: tuple[object, str]) -> Lines:
        """Return one question: that of the first field still empty; nothing when all are filled."""
        for content, message in fields:
            if not content:
                return self.question(message)
        return Lines()


def _assumptions(writer: _Writer, loop: SecondLoop, *, asks: bool) -> Region:
    lines = writer.points((loop.assumption,))
    lines += writer.points(loop.evidence_for, "plus") + writer.points(loop.evidence_against, "minus")
    if asks:
        lines += writer.first_empty(
            (loop.assumption, say.ASK_ASSUMPTION),
            (loop.evidence_for or loop.evidence_against, say.ASK_FOR),
            (loop.evidence_against, say.ASK_AGAINST),
        )
    return Region(writer.heading(say.ASSUMPTIONS), lines)


def _actions(writer: _Writer, loop: FirstLoop) -> Region:
    lines = writer.points((loop.action,)) + writer.named(say.CAUSE, *loop.causes)
    if not loop.correction:
        lines += writer.first_empty((loop.action, say.ASK_ACTION), (loop.causes, say.ASK_CAUSE))
    return Region(writer.heading(say.ACTIONS), lines)


def _results(writer: _Writer, loop: FirstLoop) -> Region:
    lines = writer.named(say.EXPECTED, loop.expected)
    lines += writer.named(say.ACTUAL, loop.actual) + writer.named(say.GAP, loop.gap)
    lines += writer.first_empty(
        (loop.expected, say.ASK_EXPECTED), (loop.actual, say.ASK_ACTUAL), (loop.gap, say.ASK_GAP)
    )
    return Region(writer.heading(say.RESULTS), lines)


def _change(writer: _Writer, loop: FirstLoop) -> Region:
    lines = writer.plain(loop.correction) + writer.first_empty((loop.correction, say.ASK_CORRECTION))
    return Region(writer.strong(say.CHANGE_ACTION), lines)


def _revised(writer: _Writer, loop: SecondLoop, *, asks: bool) -> Region:
    lines = writer.plain(loop.revised) + writer.named(say.VERDICT, loop.verdict)
    if asks:
        lines += writer.first_empty((loop.verdict, say.ASK_VERDICT), (loop.revised, say.ASK_REVISED))
    return Region(writer.strong(say.CHANGE_ASSUMPTION), lines)


def _effects(writer: _Writer, loop: SecondLoop, *, asks: bool) -> Region:
    lines = writer.points(loop.effects) + writer.named(say.DECISION, loop.decision)
    if asks:
        lines += writer.first_empty((loop.effects, say.ASK_EFFECTS), (loop.decision, say.ASK_DECISION))
    return Region(writer.strong(say.EFFECTS), lines)
