"""Break and blank: a calm petrol surface; in a break the thread draws itself until everybody is back."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from facilitator.domain.stage import BlankView, BreakView, StageFrame, StageText
from ui.stage import words as say
from ui.stage.clock import draw_digits
from ui.stage.fit import Lines, Style, largest, lay, lay_strong
from ui.stage.items import Disc, Icon, Item, Stroke
from ui.stage.sheet import MARGIN, Live, Scene, Sheet, put
from ui.theme.thread import append_loop

RADIUS: Final = 404.0
THREAD: Final = 968.0
_STROKE: Final = 14.0
_DIGITS: Final = Style(266, 270, 700, tabular=True)
_NAME: Final = Style(52, 62, 700)
_NAME_SECOND: Final = Style(42, 52, 400)
_CLOCK: Final = Style(52, 62, 600, tabular=True)
_BACK: Final = tuple(Style(px, round(px * 1.19), 600) for px in (64, 58, 52, 46))
_BACK_SECOND: Final = tuple(Style(px, round(px * 1.22), 500) for px in (44, 40, 36))
_BACK_WIDTH: Final = 1.46 * RADIUS
"""Of the loop's inside where that line stands, with air at both sides."""
_NEXT: Final = Style(40, 50, 500)
_NEXT_TOP: Final = 470.0
_NEXT_BOTTOM: Final = 912.0
_NEXT_WIDTH: Final = 424.0
_HEADER_LOST: Final = 300.0


def compose_blank(view: BlankView, width: float) -> Scene:
    """Return a surface with nothing to read."""
    sheet = Sheet(view.frame, width)
    return Scene(width, sheet.colours.break_bg, ((),))


def compose_break(view: BreakView, width: float) -> Scene:
    """Return the break: its name, the countdown inside the loop, when we are back and what comes."""
    sheet = Sheet(view.frame, width)
    ink = sheet.colours.break_ink
    centre = max(width / 2, MARGIN + _NEXT_WIDTH + 24 + RADIUS)
    icon = 62.0 if view.icon != "none" else 0.0
    left = MARGIN + (icon + 24 if icon else 0.0)
    room = centre - RADIUS * 0.72 - left
    name = lay(view.name.text, _NAME, room, ink) if view.name.text else Lines()
    if view.name.second:
        name += lay(view.name.second, _NAME_SECOND, room, ink)
    names = name.pages(4 * _NAME.line)
    nexts = _next(sheet, view.next_title).pages(_NEXT_BOTTOM - _NEXT_TOP)
    back = _back(sheet, view)
    count = max(len(names), len(nexts))
    pages = []
    for page in range(count):
        coming = nexts[min(page, len(nexts) - 1)]
        items: list[Item] = []
        if icon:
            items.append(Icon(view.icon, QRectF(MARGIN, 88 - icon / 2, icon, icon), ink))
        items += put(names[min(page, len(names) - 1)], left, 88 - _NAME.line / 2)
        items += put(coming, MARGIN, _NEXT_BOTTOM - coming.height)
        items += put(back, centre - _BACK_WIDTH / 2, 645 - back.lines[0].height / 2) if back else ()
        if count > 1:
            said = sheet.words.line(say.PAGE, page=str(page + 1), pages=str(count))
            number = lay(said, _NEXT, sheet.right - MARGIN, ink)
            items += put(number, MARGIN, 1000)
        pages.append(tuple(items))
    return Scene(width, sheet.colours.break_bg, tuple(pages), _live(sheet, centre))


def _back(sheet: Sheet, view: BreakView) -> Lines:
    """Lay when everybody is back, centred under the digits."""
    if not view.back_at:
        return Lines()
    said = sheet.words.say(say.BACK_AT, time=view.back_at)
    lines = Lines()
    for text, styles in ((said.text, _BACK), (said.second, _BACK_SECOND)):
        if text:
            style = largest(text, styles, _BACK_WIDTH, 1)
            lines += lay(text, style, _BACK_WIDTH, sheet.colours.break_ink, align="centre")
    return lines


def _next(sheet: Sheet, title: StageText | None) -> Lines:
    """Lay what comes after the break, its title in bold."""
    lines = Lines()
    if title:
        said = sheet.words.say(say.NEXT, title=title.text)
        lines += lay_strong(said.text, title.text, _NEXT, _NEXT_WIDTH, sheet.colours.break_ink)
        if title.second:
            second = sheet.words.say(say.NEXT, title=title.second)
            text = second.second or second.text
            lines += lay_strong(text, title.second, _NEXT, _NEXT_WIDTH, sheet.colours.break_ink).below(12)
    return lines


def _live(sheet: Sheet, centre: float) -> tuple[Live, ...]:
    """Return the thread, the countdown and the time of day. Lines lie under digits, so they come first."""
    digits = QRectF(centre - RADIUS + 42, 330, 2 * RADIUS - 84, 232)
    corner = QRectF(sheet.right - _HEADER_LOST, 52, _HEADER_LOST, 72)

    def thread(painter: QPainter, frame: StageFrame) -> None:
        paint_thread(painter, sheet, centre, frame.timer.fraction if frame.timer else 0.0)

    def countdown(painter: QPainter, frame: StageFrame) -> None:
        if frame.timer:
            over = frame.timer.phase == "over"
            colour = sheet.colours.break_now if over else sheet.colours.break_ink
            draw_digits(painter, digits, frame.timer.text, _DIGITS, colour)

    def clock(painter: QPainter, frame: StageFrame) -> None:
        if frame.clock:
            draw_digits(painter, corner, frame.clock, _CLOCK, sheet.colours.break_ink, right=True)

    return (
        Live(QRectF(0, THREAD - 2.3 * RADIUS, sheet.width, 2.3 * RADIUS + 20), thread),
        Live(digits, countdown),
        Live(corner, clock),
    )


def paint_thread(painter: QPainter, sheet: Sheet, centre: float, fraction: float) -> None:
    """Draw the looping thread: marigold as far as the break has gone, pale for the rest."""
    path = QPainterPath(QPointF(-20, THREAD))
    append_loop(path, centre, THREAD, RADIUS)
    path.lineTo(sheet.width + 20, THREAD)
    Stroke(path, sheet.colours.break_track, _STROKE).paint(painter)
    gone = path.length() * min(max(fraction, 0.0), 1.0)
    if gone <= 0:
        return
    pen = QPen(sheet.colours.break_now, _STROKE)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([gone / _STROKE, 2 * path.length()])  # one dash: what is gone
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    bead = path.pointAtPercent(path.percentAtLength(gone))
    Disc(bead.x(), bead.y(), 22, sheet.colours.break_now).paint(painter)
