"""The question view: what the room is asked, as large as three lines allow."""

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QRectF

from facilitator.domain.stage import QuestionView, StageFrame, StageKind, StageText, StageTimer
from ui.stage import words as say
from ui.stage.clock import FUSE_HEIGHT, big_timer, fuse, line_of
from ui.stage.fit import Lines, Style, largest, lay, lay_pair
from ui.stage.items import Box, Item
from ui.stage.sheet import HEIGHT, MARGIN, Live, Scene, Sheet, badge, put
from ui.stage.strips import Cell, Strip, columns
from ui.stage.turns import turn_block

SIZES: Final = tuple(Style(px, round(px * 1.04), 700) for px in range(148, 87, -4))
LINES: Final = 3
COLUMN: Final = 549.0
"""The side column with timer and legend; it keeps its width on 4:3, the question's room narrows."""
_TOP: Final = 172.0
_BOTTOM: Final = HEIGHT - 76
_BOTTOM_PAGED: Final = HEIGHT - 116
_SESSION: Final = Style(42, 50, 500)
_INSTRUCTION: Final = Style(48, 60, 500)
_UNTIL: Final = (Style(40, 48, 500), Style(36, 44, 500))
"""When it ends, and the same in the second language below."""
_LEGEND: Final = Style(44, 54, 600)
_LEGEND_SECOND: Final = Style(34, 38, 500)
_BADGE: Final = 60.0
_FOOT_LINES: Final = 5
_SESSION_LINES: Final = 4
"""A title in two languages, each on two lines, stays together."""
_NOTHING: Final = StageText("")


def compose(view: QuestionView, width: float) -> Scene:
    """Return the question with its session, its instruction, the timer and the kinds of card."""
    sheet = Sheet(view.frame, width)
    pages, live = _pages(sheet, view, _BOTTOM)
    if len(pages) > 1:
        pages, live = _pages(sheet, view, _BOTTOM_PAGED)
    numbered = ((*page, *sheet.page_number(count, len(pages))) for count, page in enumerate(pages))
    return Scene(width, sheet.colours.bg, tuple(numbered), live)


def _pages(sheet: Sheet, view: QuestionView, bottom: float) -> tuple[list[list[Item]], tuple[Live, ...]]:
    """Compose the pages between the top and `bottom`."""
    beside = COLUMN if view.frame.timer or view.kinds else 0.0
    room = sheet.width - beside - MARGIN - 44
    second = sheet.colours.ink_2
    session = lay_pair(view.session, _SESSION, room - 82, (second, second))
    headings = session.pages(_SESSION_LINES * _SESSION.line + 10)
    top = _TOP + max(0.0, max(part.height for part in headings) - _SESSION.line)
    foot = sheet.pair(view.instruction or _NOTHING, _INSTRUCTION, room)
    question = _question(sheet, view, room, bottom - top - foot.height - 48)
    if foot.height > _FOOT_LINES * _INSTRUCTION.line:  # a speech rather than an instruction: it flows
        question, foot = question + foot.below(48), Lines()
    questions = question.pages(bottom - top - (foot.height + 48 if foot else 0))
    asides, live = _aside(sheet, view, bottom) if beside else ([[]], ())
    pages = []
    for page in range(max(len(questions), len(headings), len(asides))):
        heading = headings[min(page, len(headings) - 1)]
        items = list(asides[min(page, len(asides) - 1)])
        items += sheet.mark(heading, 80) if heading else ()
        items += put(questions[min(page, len(questions) - 1)], MARGIN, top)
        items += put(foot, MARGIN, bottom - foot.height)
        pages.append(items)
    return pages, live


def _question(sheet: Sheet, view: QuestionView, room: float, height: float) -> Lines:
    """Lay the question as large as three lines allow, with its translation on the same page."""
    question = view.question
    largest_style = largest(question.text, SIZES, room, LINES)
    lines = Lines()
    for style in SIZES[SIZES.index(largest_style) :]:
        lines = lay(question.text, style, room, sheet.colours.ink) if question.text else Lines()
        if question.second:
            px = max(52, round(style.px * 0.56))
            second = lay(question.second, Style(px, round(px * 1.14), 500), room, sheet.colours.ink_2)
            lines += second.below(px * 0.6)
        if lines.height <= height:
            break
    return lines


def _aside(sheet: Sheet, view: QuestionView, bottom: float) -> tuple[list[list[Item]], tuple[Live, ...]]:
    """Compose the side column: the time above, the kinds of card below, paged when there are many."""
    left = sheet.width - COLUMN
    ground: list[Item] = [Box(QRectF(left, 0, COLUMN, HEIGHT), sheet.colours.plane)]
    if sheet.frame.theme == "bright_room":  # no grey plane there: a line parts the column
        ground.append(Box(QRectF(left, MARGIN, 4, HEIGHT - 2 * MARGIN), sheet.colours.rule))
    inner = QRectF(left + 61, 0, COLUMN - 122, 0)
    live, top = _time(sheet, inner) if sheet.frame.timer else ((), 76.0)
    turn, after = turn_block(sheet, inner, top)
    if (view.kinds or turn) and live:
        ground.append(
            Box(QRectF(inner.left(), top - (46 if top < 450 else 36), inner.width(), 3), sheet.colours.track)
        )
    live, top = (*live, *turn), after
    strips = [_entry(sheet, kind, inner.width()) for kind in view.kinds]
    if turn and sum(strip.height + 14 for strip in strips) > bottom - top:
        strips = []  # whose turn it is comes first, and never turns the page
    spare = bottom - top - sum(strip.height for strip in strips)
    space = min(64.0, max(14.0, spare / max(1, len(strips) - 1)))
    pages = []
    for column in columns(strips, bottom - top, space):
        items = list(ground)
        for y, strip in column:
            items += strip.items(inner.left(), top + y)
        pages.append(items)
    return pages, live


def _entry(sheet: Sheet, kind: StageKind, width: float) -> Strip:
    word = lay(kind.name.text, _LEGEND, width - 86, sheet.colours.ink)
    if kind.name.second:
        word += lay(kind.name.second, _LEGEND_SECOND, width - 86, sheet.colours.ink_2)

    def decorate(rect: QRectF, begins: bool) -> Iterator[Item]:
        if begins:
            yield badge(sheet, kind.look, QRectF(rect.left(), rect.top(), _BADGE, _BADGE))

    pad = (_BADGE - _LEGEND.line) / 2
    return Strip((Cell(86, word),), width, (pad, 0), _BADGE, decorate)


def _time(sheet: Sheet, inner: QRectF) -> tuple[tuple[Live, ...], float]:
    """Compose digits, fuse and when it ends; return them, and where the legend may begin."""
    digits = big_timer(sheet, QRectF(inner.left(), 66, inner.width(), 150))
    bar = fuse(sheet, QRectF(inner.left(), 249, inner.width(), FUSE_HEIGHT))
    if not (sheet.frame.timer and sheet.frame.timer.ends):
        return (digits, bar), 372.0

    def said(count: int) -> Callable[[StageFrame], str]:
        return lambda frame: _ending(sheet, frame)[count]

    top, live = 287.0, [digits, bar]
    for count in range(len(_ending(sheet, sheet.frame))):
        style = _UNTIL[count]
        rect = QRectF(inner.left() - 30, top, inner.width() + 60, style.line)
        live.append(line_of(sheet, rect, style, said(count)))
        top += style.line
    return tuple(live), top + (97.0 if len(live) < 4 else 76.0)


def _ending(sheet: Sheet, frame: StageFrame) -> list[str]:
    """Say until when, in each language; once that has gone by, that it is time for the last words."""
    timer = frame.timer or StageTimer("")
    over = timer.phase == "over"
    said = sheet.words.each(say.LAST_WORDS) if over else sheet.words.each(say.UNTIL, time=timer.ends)
    return [text if text not in said[:count] else "" for count, text in enumerate(said)]
