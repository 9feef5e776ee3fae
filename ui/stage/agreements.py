"""The agreements view: what is read back to the room, in type that everybody can follow.

Each agreement stands whole on a page when it can. Pages do not turn by themselves: whoever reads
them out turns them, because people answer.
"""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QRectF

from facilitator.domain.stage import AgreementsView, StageAgreement, StageText
from ui.stage import words as say
from ui.stage.fit import FLOOR, Lines, Mark, Style, lay, point, width_of
from ui.stage.items import Box, Item
from ui.stage.sheet import BODY, HEIGHT, MARGIN, TITLE, Scene, Sheet, put
from ui.stage.strips import Cell, Strip, columns
from ui.stage.turns import header_clock

SIZES: Final = (80, 76, 72, 68, 64, 60, 56, 52)
"""Largest first, down to a heading: more agreements make more pages, not smaller words."""

_FIRST: Final = 96.0
"""Middle of the title's first line."""
_BOTTOM: Final = HEIGHT - 64
_BOTTOM_PAGED: Final = HEIGHT - 112
_FACT: Final = Style(42, 54, 600)
_SIGN: Final = 56.0
"""px that the sign of a person or of a date takes before the words."""
_ASIDE: Final = 0.28
_SPACE: Final = 48.0
_PAD: Final = 24.0
_SECOND: Final = 0.72
"""Size of the translation beside that of the words."""


def compose(view: AgreementsView, width: float) -> Scene:
    """Return the agreements on one page when they fit at 52 px or more, else as pages."""
    sheet = Sheet(view.frame, width)
    clock, lost = header_clock(sheet)
    titles = _title(sheet, view.title, sheet.right - MARGIN - lost).pages(2 * TITLE.line)
    top = _FIRST - TITLE.line / 2 + max(part.height for part in titles) + 36
    walls = _walls(sheet, view, _BOTTOM - top)
    if len(walls) > 1:  # then the foot belongs to the page number
        walls = _walls(sheet, view, _BOTTOM_PAGED - top)
    count = max(len(walls), len(titles))
    pages = []
    for page in range(count):
        items = list(put(titles[min(page, len(titles) - 1)], MARGIN, _FIRST - TITLE.line / 2))
        for y, strip in walls[min(page, len(walls) - 1)]:
            items += strip.items(MARGIN, top + y)
        if not view.agreements:
            items += put(sheet.said(say.NO_AGREEMENTS, BODY, sheet.right - MARGIN), MARGIN, top)
        pages.append((*items, *sheet.page_number(page, count)))
    return Scene(width, sheet.colours.bg, tuple(pages), (clock,) if clock else (), by_hand=True)


def _title(sheet: Sheet, title: StageText, room: float) -> Lines:
    """Lay the heading and its translation beside each other where both fit on one line."""
    both = "  /  ".join(title.texts())
    if title.second and width_of(both, TITLE) <= room:
        return lay(both, TITLE, room, sheet.colours.ink)
    return sheet.pair(title, TITLE, room)


def _walls(sheet: Sheet, view: AgreementsView, height: float) -> list[list[tuple[float, Strip]]]:
    """Return the pages at the largest size that needs no more of them than the smallest does."""
    made = [columns((_strip(sheet, each, px, view) for each in view.agreements), height, 0.0) for px in SIZES]
    return next(walls for walls in made if len(walls) == len(made[-1]))


def _strip(sheet: Sheet, agreement: StageAgreement, px: int, view: AgreementsView) -> Strip:
    """Return one agreement: its number, the words, and beside them who carries it out until when."""
    colours = sheet.colours
    figures = Style(px, round(px * 1.14), 700, tabular=True)
    whole = sheet.right - MARGIN
    left = min(max(width_of(each.number, figures) for each in view.agreements), whole * 0.15) + 36
    aside = _aside(view, whole)
    room = whole - left - (aside + _SPACE if aside else 0.0)
    facts = _fact(sheet, agreement.responsible, "who", aside) + _fact(sheet, agreement.due, "when", aside)
    cells = (
        Cell(0, lay(agreement.number, figures, left, colours.primary)),
        Cell(left, _words(sheet, agreement.text, px, room)),
        Cell(whole - aside, facts),
    )

    def decorate(rect: QRectF, begins: bool) -> Iterator[Item]:
        del begins
        yield Box(QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2), colours.track)

    shown = tuple(cell for cell in cells if cell.lines)
    return Strip(shown, whole, (_PAD, _PAD), 0.0, decorate)


def _words(sheet: Sheet, said: StageText, px: int, room: float) -> Lines:
    """Lay the words, and their translation smaller below them."""
    lines = (
        lay(said.text, Style(px, round(px * 1.14), 600), room, sheet.colours.ink) if said.text else Lines()
    )
    if said.second:
        small = max(FLOOR, round(px * _SECOND))
        second = lay(said.second, Style(small, round(small * 1.2), 500), room, sheet.colours.ink_2)
        lines += second.below(px * 0.2)
    return lines


def _aside(view: AgreementsView, whole: float) -> float:
    """Return the width of the column with people and dates, 0 where nobody said either."""
    said = [fact for each in view.agreements for fact in (each.responsible, each.due) if fact]
    if not said:
        return 0.0
    return min(max(width_of(fact, _FACT) for fact in said) + _SIGN + 6, whole * _ASIDE)


def _fact(sheet: Sheet, words: str, mark: Mark, width: float) -> Lines:
    """Lay who or when behind its sign."""
    if not words:
        return Lines()
    return point(lay(words, _FACT, width - _SIGN, sheet.colours.ink_2), mark, _SIGN, 10)
