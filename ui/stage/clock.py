"""The live parts of the stage: digits, fuse and time of day. Only these change while a view stays."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from facilitator.domain.stage import StageFrame, StageTimer
from ui.stage.fit import FLOOR, Style, metrics, width_of
from ui.stage.items import Box
from ui.stage.sheet import Live, Sheet

DIGITS: Final = Style(172, 176, 700, tabular=True)
HEADER_DIGITS: Final = Style(86, 90, 700, tabular=True)
FUSE_HEIGHT: Final = 22.0
_HATCH: Final = 11.0
_TAIL: Final = (0.12, 0.5)
"""Least and most share of the fuse that the minutes over time take."""


def fitted(text: str, style: Style, width: float) -> Style:
    """Return the style, made smaller until `text` fits into `width` on one line, never below the floor."""
    wide = width_of(text, style)
    if wide <= width:
        return style
    return replace(style, px=max(FLOOR, int(style.px * width / wide)))


def draw_digits(  # noqa: PLR0913 - a line of text has no fewer properties
    painter: QPainter, rect: QRectF, text: str, style: Style, colour: QColor, *, right: bool = False
) -> QRectF:
    """Draw one line of figures in the middle of `rect`, or at its right end; return where they stand."""
    fit = fitted(text, style, rect.width())
    wide = width_of(text, fit)
    cap = metrics(fit).capHeight()
    x = rect.right() - wide if right else rect.center().x() - wide / 2
    baseline = rect.center().y() + cap / 2
    painter.setFont(fit.font())
    painter.setPen(colour)
    painter.drawText(QPointF(x, baseline), text)
    return QRectF(x, baseline - cap, wide, cap)


def timer_colour(sheet: Sheet, timer: StageTimer) -> QColor:
    """Return the colour of the digits: ink, brick when over, second ink while paused."""
    colours = sheet.colours
    return {"over": colours.over, "paused": colours.ink_2}.get(timer.phase, colours.ink)


def header_clock(sheet: Sheet, *, time_of_day: bool = False) -> tuple[Live | None, float]:
    """Return the digits at the top right, and the width that the heading beside them loses."""
    timer = sheet.frame.timer
    shape = sheet.frame.clock if time_of_day else timer.text if timer else ""
    if not shape:
        return None, 0.0
    paused = bool(timer and timer.phase == "paused" and not time_of_day)
    pause = 64.0 if paused else 0.0
    width = min(width_of(shape, HEADER_DIGITS) + 8, sheet.width * 0.4)
    rect = QRectF(sheet.right - width - pause, 36, width + pause, 100)

    def paint(painter: QPainter, frame: StageFrame) -> None:
        text = frame.clock if time_of_day else frame.timer.text if frame.timer else ""
        plain = time_of_day or frame.timer is None
        colour = sheet.colours.ink if plain else timer_colour(sheet, frame.timer)  # type: ignore[arg-type]  # `plain` covers None
        digits = QRectF(rect.right() - width, rect.top(), width, rect.height())
        where = draw_digits(painter, digits, text, HEADER_DIGITS, colour, right=True)
        if paused:
            _pause_sign(painter, where.left() - 46, where, colour)

    return Live(rect, paint), width + pause + 48


def big_timer(sheet: Sheet, rect: QRectF) -> Live:
    """Return the large digits of the question view, centred in `rect`."""

    def paint(painter: QPainter, frame: StageFrame) -> None:
        if timer := frame.timer:
            colour = timer_colour(sheet, timer)
            paused = timer.phase == "paused"
            inner = rect.adjusted(62, 0, 0, 0) if paused else rect
            where = draw_digits(painter, inner, timer.text, DIGITS, colour)
            if paused:
                _pause_sign(painter, rect.left() + 8, where, colour)

    return Live(rect, paint)


def fuse(sheet: Sheet, rect: QRectF) -> Live:
    """Return the bar of the agreed minutes: petrol, marigold from the cue on, hatched brick when over."""

    def paint(painter: QPainter, frame: StageFrame) -> None:
        timer = frame.timer or StageTimer("")
        paint_fuse(painter, sheet, rect, timer)

    return Live(rect.adjusted(-2, -8, 2, 8), paint)


def paint_fuse(painter: QPainter, sheet: Sheet, rect: QRectF, timer: StageTimer) -> None:
    """Draw the fuse. Its phase can be told without colour: plain, outlined, with a hatched tail."""
    colours, radius = sheet.colours, rect.height() / 2
    Box(rect, colours.track, radius).paint(painter)
    share = min(max(timer.fraction, 0.0), 1.0)
    burnt = QRectF(rect.left(), rect.top(), max(rect.height(), rect.width() * share), rect.height())
    if timer.phase == "over":
        _over(painter, sheet, rect, timer.fraction)
    elif timer.phase == "cue":
        Box(burnt, colours.now, radius, colours.primary, 4).paint(painter)
    elif share > 0:
        Box(burnt, colours.ink_2 if timer.phase == "paused" else colours.primary, radius).paint(painter)


def line_of(sheet: Sheet, rect: QRectF, style: Style, words: Callable[[StageFrame], str]) -> Live:
    """Return a line of words about the time, centred in `rect`."""

    def paint(painter: QPainter, frame: StageFrame) -> None:
        if text := words(frame):
            draw_digits(painter, rect, text, style, sheet.colours.ink)

    return Live(rect, paint)


def _pause_sign(painter: QPainter, x: float, beside: QRectF, colour: QColor) -> None:
    height = min(beside.height(), 64)
    top = beside.center().y() - height / 2
    for step in (0.0, 20.0):
        Box(QRectF(x + step, top, 11, height), colour, 3).paint(painter)


def _over(painter: QPainter, sheet: Sheet, rect: QRectF, fraction: float) -> None:
    """Draw the agreed minutes, a tick at their end, and what has gone by since as a hatched tail."""
    colours, radius = sheet.colours, rect.height() / 2
    tail = rect.width() * min(max(1 - 1 / max(fraction, 1.0), _TAIL[0]), _TAIL[1])
    end = rect.right() - tail
    outline = QPainterPath()
    outline.addRoundedRect(rect, radius, radius)
    painter.save()
    painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    painter.fillRect(rect, colours.over_tint)
    painter.fillRect(QRectF(rect.left(), rect.top(), end - rect.left(), rect.height()), colours.primary)
    painter.setClipRect(QRectF(end, rect.top(), tail, rect.height()), Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(colours.over, 7))
    x = end - rect.height()
    while x < rect.right():
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
        x += _HATCH * 1.6
    painter.restore()
    Box(QRectF(end - 3, rect.top() - 6, 6, rect.height() + 12), colours.over, 3).paint(painter)
