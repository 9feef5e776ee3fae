"""The matrix of a board as a drawing inside the HTML file: sharp at every size, in the page's colours."""

from typing import Final

from exports.html.escaping import attribute, text
from exports.outline.pieces import Plot
from facilitator.domain.matrix import MIDDLE
from facilitator.domain.ratings import HIGHEST, LOWEST
from facilitator.plotting import Sign, along, apart

_SIDE: Final = 400.0
_LEFT: Final = 28.0
_TOP: Final = 10.0
_HIGH: Final = 26.0
_DIGIT: Final = 9.0
_PAD: Final = 12.0


def svg(plot: Plot) -> str:
    """Return the square with its signs under the names of its axes; what is said stands for all of it."""
    homes = [(along(across, _SIDE), _SIDE - along(up, _SIDE)) for _label, across, up in plot.spots]
    widths = [max(_HIGH, len(label) * _DIGIT + _PAD) for label, _across, _up in plot.spots]
    placed = list(zip(plot.spots, apart(homes, widths, _HIGH, _SIDE), strict=True))
    leaders = "".join(_leader(sign) for _spot, sign in placed if sign.moved)
    signs = "".join(_sign(spot[0], sign) for spot, sign in placed)
    wide, high = _SIDE + _LEFT + _TOP, _SIDE + _TOP + 28
    return (
        f'<figure class="plot"><p class="axis"><span aria-hidden="true">↑</span> {text(plot.up)}</p>\n'
        f'<svg viewBox="0 0 {wide:g} {high:g}" role="img" aria-label="{attribute(plot.alternative)}">'
        f'<g transform="translate({_LEFT:g} {_TOP:g})">{_grid()}{leaders}{signs}</g></svg>\n'
        f'<p class="axis right">{text(plot.across)} <span aria-hidden="true">→</span></p></figure>'
    )


def _grid() -> str:
    drawn = [f'<rect class="ground" width="{_SIDE:g}" height="{_SIDE:g}" rx="6"/>']
    for mark in range(LOWEST, HIGHEST + 1):
        at = along(mark, _SIDE)
        look = ' class="middle"' if mark == MIDDLE else ""
        drawn.append(f'<line{look} x1="{at:.5g}" y1="0" x2="{at:.5g}" y2="{_SIDE:g}"/>')
        drawn.append(f'<line{look} x1="0" y1="{_SIDE - at:.5g}" x2="{_SIDE:g}" y2="{_SIDE - at:.5g}"/>')
        drawn.append(f'<text class="tick" x="-14" y="{_SIDE - at + 5:.5g}">{mark}</text>')
        drawn.append(f'<text class="tick" x="{at:.5g}" y="{_SIDE + 20:g}">{mark}</text>')
    return "".join(drawn)


def _leader(sign: Sign) -> str:
    return (
        f'<line class="leader" x1="{sign.home_x:.5g}" y1="{sign.home_y:.5g}" x2="{sign.x:.5g}" '
        f'y2="{sign.y:.5g}"/><circle cx="{sign.home_x:.5g}" cy="{sign.home_y:.5g}" r="4"/>'
    )


def _sign(label: str, sign: Sign) -> str:
    left, top = sign.x - sign.wide / 2, sign.y - sign.high / 2
    return (
        f'<rect class="sign" x="{left:.5g}" y="{top:.5g}" width="{sign.wide:g}" height="{sign.high:g}" '
        f'rx="{sign.high / 2:g}"/><text class="label" x="{sign.x:.5g}" y="{sign.y + 5.5:.5g}">{label}</text>'
    )
