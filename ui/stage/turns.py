"""Whose turn it is: a name and what is left of its part, small beside the session's own time."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from facilitator.domain.stage import StageFrame, StageText
from ui.stage import clock
from ui.stage import words as say
from ui.stage.fit import FLOOR, Align, Lines, Style, lay, width_of
from ui.stage.items import Icon
from ui.stage.sheet import SAFE, Live, Sheet, put

_NAME: Final = Style(34, 38, 600)
_NAME_BESIDE: Final = Style(48, 56, 600)
_BESIDE: Final = Style(50, 50, 700, tabular=True)
_LARGE: Final = Style(104, 108, 700, tabular=True)
_NEXT: Final = Style(34, 42, 500)
_SHARES: Final = (0.24, 0.36)
"""Shares of the picture's width that a name may take from a heading, the usual one first."""
_LINES: Final = 2
_SPACE: Final = 44.0
_SIGN: Final = 52.0


def header_clock(sheet: Sheet, *, time_of_day: bool = False) -> tuple[Live | None, float]:
    """Return the digits at the top right with the turn before them, and the width a heading loses."""
    digits, lost = clock.header_clock(sheet, time_of_day=time_of_day)
    turn = sheet.frame.turn
    if turn is None:
        return digits, lost
    right = sheet.right - lost + (48 - _SPACE if digits else 0)
    tried = (_laid(sheet, turn.name, _NAME, sheet.width * share, "end") for share in _SHARES)
    name = next((each for each in tried if each), Lines())
    figures = width_of(turn.text, _BESIDE) + (_SIGN if turn.phase == "paused" else 0)
    beside = len(name.lines) > 1  # two lines of a name stand before the digits, one above them
    width = _width(name) + 20 + figures if beside else max(figures, _width(name))
    name = _laid(sheet, turn.name, _NAME, _width(name) + 1 if beside else width + 1, "end")
    rect = QRectF(right - width, SAFE, width, name.height if beside else name.height + _BESIDE.line)
    below = rect if beside else QRectF(rect.left(), rect.bottom() - _BESIDE.line, width, _BESIDE.line)

    def paint(painter: QPainter, frame: StageFrame) -> None:
        if digits is not None:
            digits.paint(painter, frame)
        _paint_words(painter, name, rect)
        _paint_digits(painter, sheet, frame, below, _BESIDE, right=True)

    whole = rect if digits is None else rect.united(digits.rect)
    return Live(whole, paint), sheet.right - rect.left() + 48


def turn_block(sheet: Sheet, inner: QRectF, top: float) -> tuple[tuple[Live, ...], float]:
    """Return the turn for the column beside a question, centred, and where what follows may begin."""
    turn = sheet.frame.turn
    if turn is None:
        return (), top
    name = _laid(sheet, turn.name, _NAME_BESIDE, inner.width(), "centre")
    coming = Lines()
    if turn.next_name is not None:
        for said in sheet.words.each(say.NEXT, title=turn.next_name.text):
            coming += _at_most(lay(said, _NEXT, inner.width(), sheet.colours.ink_2, align="centre"))
    height = name.height + 8 + _LARGE.line + (12 + coming.height if coming else 0)
    rect = QRectF(inner.left(), top, inner.width(), height)

    def paint(painter: QPainter, frame: StageFrame) -> None:
        _paint_words(painter, name, rect)
        below = QRectF(rect.left(), rect.top() + name.height + 8, rect.width(), _LARGE.line)
        _paint_digits(painter, sheet, frame, below, _LARGE)
        _paint_words(painter, coming, QRectF(rect.left(), below.bottom() + 12, rect.width(), coming.height))

    return (Live(rect, paint),), rect.bottom() + 60


def _laid(sheet: Sheet, name: StageText, style: Style, room: float, align: Align) -> Lines:
    """Lay a name on two lines at most, smaller if need be; one that fits nowhere is left out whole."""
    said = "  /  ".join(name.texts())
    for px in (style.px, _NAME.px, FLOOR):
        lines = lay(said, replace(style, px=px, line=px + 4), room, sheet.colours.ink, align=align)
        if len(lines.lines) <= _LINES:
            return lines
    return Lines()


def _at_most(lines: Lines) -> Lines:
    return lines if len(lines.lines) <= _LINES else Lines()


def _width(lines: Lines) -> float:
    return max((line.line.naturalTextWidth() for line in lines.lines), default=0.0)


def _paint_words(painter: QPainter, lines: Lines, rect: QRectF) -> None:
    for item in put(lines, rect.left(), rect.top()):
        item.paint(painter)


def _paint_digits(  # noqa: PLR0913 - a line of figures has no fewer properties
    painter: QPainter, sheet: Sheet, frame: StageFrame, rect: QRectF, style: Style, *, right: bool = False
) -> None:
    turn = frame.turn
    if turn is None:
        return
    colours = sheet.colours
    colour = {"over": colours.over, "paused": colours.ink_2}.get(turn.phase, colours.ink)
    where = clock.draw_digits(painter, rect, turn.text, style, colour, right=right)
    if turn.phase == "paused":
        side = min(_SIGN, where.height() * 1.1)
        sign = QRectF(where.left() - side - 6, where.center().y() - side / 2, side, side)
        Icon("pause", sign, colour).paint(painter)
