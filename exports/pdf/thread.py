"""The thread on the cover: one line through the workshops of the cycle, looping at each (design.md 1, 9).

Solid is done, filled is this workshop, dotted is still to come.
"""

from typing import Any, Final

from exports.pdf.fonts import face
from exports.pdf.ink import INK, INK_2, LINE_STRONG, NOW, PRIMARY
from facilitator.domain.minutes import ThreadPlace, ThreadStop
from facilitator.formats import Formats

_CONTROL: Final = 0.5523
"""Of a quarter circle drawn as a cubic curve."""
_RISE: Final = 1.18
"""Height of a loop's centre above the thread, in radii."""
_SMALL: Final = 41.0
_LARGE: Final = 59.0
_STROKE: Final = 3.4
_PLACES: Final = {ThreadPlace.BEFORE: 0.19, ThreadPlace.THIS: 0.5, ThreadPlace.AFTER: 0.81}
"""Where on the page's width a loop stands."""


def draw_thread(canvas: Any, width: float, y: float, stops: tuple[ThreadStop, ...], formats: Formats) -> None:
    """Draw the thread across a page `width` points wide, its line at `y`."""
    by_place = {stop.place: stop for stop in stops}
    before = by_place.get(ThreadPlace.BEFORE)
    this = by_place.get(ThreadPlace.THIS, ThreadStop(ThreadPlace.THIS, None))
    after = by_place.get(ThreadPlace.AFTER)
    centre = width * _PLACES[ThreadPlace.THIS]
    end = centre + 1.6 * _LARGE
    canvas.saveState()
    canvas.setLineWidth(_STROKE)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    _fill(canvas, centre, y)
    canvas.setStrokeColor(PRIMARY)
    path = canvas.beginPath()
    path.moveTo(-10, y)
    if before is not None:
        x = width * _PLACES[ThreadPlace.BEFORE]
        path.lineTo(x - 1.5 * _SMALL, y)
        _loop(path, x, y, _SMALL)
    path.lineTo(centre - 1.5 * _LARGE, y)
    _loop(path, centre, y, _LARGE)
    path.lineTo(end, y)
    canvas.drawPath(path, stroke=1, fill=0)
    _future(canvas, width, y, end, has_loop=after is not None)
    canvas.restoreState()
    _labels(canvas, width, y, (before, this, after), formats)


def _future(canvas: Any, width: float, y: float, start: float, *, has_loop: bool) -> None:
    canvas.setStrokeColor(LINE_STRONG)
    canvas.setLineWidth(_STROKE * 0.85)
    canvas.setDash([0.02, 7.0])
    path = canvas.beginPath()
    path.moveTo(start + 8, y)
    if has_loop:
        x = width * _PLACES[ThreadPlace.AFTER]
        path.lineTo(x - 1.5 * _SMALL, y)
        _loop(path, x, y, _SMALL)
    path.lineTo(width + 10, y)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.setDash()


def _labels(
    canvas: Any,
    width: float,
    y: float,
    stops: tuple[ThreadStop | None, ThreadStop, ThreadStop | None],
    formats: Formats,
) -> None:
    before, this, after = stops
    for stop, radius, size, colour in (
        (before, _SMALL, 9.5, PRIMARY),
        (this, _LARGE, 14.0, INK),
        (after, _SMALL, 9.5, INK_2),
    ):
        if stop is None or stop.start is None:
            continue
        span = formats.brief_span(stop.start, stop.end)
        if stop.place is not ThreadPlace.THIS:
            span = formats.brief_month(stop.start)
        days, _, year = span.rpartition(" ")
        x, middle = width * _PLACES[stop.place], y + radius * _RISE
        font = face("bold" if stop.place is ThreadPlace.THIS else "semibold").name
        canvas.setFont(font, size)
        canvas.setFillColor(colour)
        canvas.drawCentredString(x, middle + size * 0.1, days or year)
        if days:
            canvas.drawCentredString(x, middle - size * 1.1, year)


def _loop(path: Any, x: float, y: float, r: float) -> None:
    cy, k = y + r * _RISE, _CONTROL * r
    path.curveTo(x - 0.55 * r, y, x + r, cy - r * 0.78, x + r, cy)
    path.curveTo(x + r, cy + k, x + k, cy + r, x, cy + r)
    path.curveTo(x - k, cy + r, x - r, cy + k, x - r, cy)
    path.curveTo(x - r, cy - r * 0.78, x + 0.55 * r, y, x + 1.5 * r, y)


def _fill(canvas: Any, x: float, y: float) -> None:
    """Fill the loop above the point where the thread crosses itself."""
    r = _LARGE
    cy, k = y + r * _RISE, _CONTROL * r
    rising = _curve((x - 1.5 * r, y), (x - 0.55 * r, y), (x + r, cy - r * 0.78), (x + r, cy))
    falling = _curve((x - r, cy), (x - r, cy - r * 0.78), (x + 0.55 * r, y), (x + 1.5 * r, y))
    up = [point for point in rising if point[0] >= x]
    down = [point for point in falling if point[0] <= x]
    path = canvas.beginPath()
    path.moveTo(*up[0])
    for point in up[1:]:
        path.lineTo(*point)
    path.curveTo(x + r, cy + k, x + k, cy + r, x, cy + r)
    path.curveTo(x - k, cy + r, x - r, cy + k, x - r, cy)
    for point in down[1:]:
        path.lineTo(*point)
    path.close()
    canvas.setFillColor(NOW)
    canvas.drawPath(path, stroke=0, fill=1)


def _curve(*p: tuple[float, float]) -> list[tuple[float, float]]:
    points = []
    for n in range(61):
        t = n / 60
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        points.append(
            (
                sum(w * q[0] for w, q in zip(weights, p, strict=True)),
                sum(w * q[1] for w, q in zip(weights, p, strict=True)),
            )
        )
    return points
