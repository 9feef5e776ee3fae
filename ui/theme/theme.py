"""The theme: every colour, font, icon and measure of the windows, in the scheme that is on now.

One object is built at start-up and handed to whatever paints. Painting code asks it each time, so
that a change of scheme needs no more than a repaint; `changed` says when.
"""

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from PySide6.QtCore import QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPixmap

from ui.theme.fonts import load_first_fonts, make_font
from ui.theme.icons import make_icon, render
from ui.theme.tokens import Metrics, Tokens, tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

Scheme = Literal["light", "dark", "system"]
SCHEME_CHOICES: Final[tuple[Scheme, ...]] = ("light", "dark", "system")

CARD_INK: Final = "#16211F"
"""Ink of text on a card's paper, the same in both schemes."""


class CardColours(NamedTuple):
    """How one kind of card looks now: paper, badge solid, glyph on the badge, text, and badge shape."""

    paper: QColor
    solid: QColor
    glyph: QColor
    ink: QColor
    shape: str


def mixed(front: QColor, back: QColor, share: float) -> QColor:
    """Return `front` laid over an opaque `back` at `share` from 0 to 1, as one opaque colour."""

    def channel(over: int, under: int) -> int:
        return round(over * share + under * (1 - share))

    return QColor(
        channel(front.red(), back.red()),
        channel(front.green(), back.green()),
        channel(front.blue(), back.blue()),
    )


def fill(painter: QPainter, area: QRect, colour: QColor) -> None:
    """Fill an area before the first paint: `fillRect` would first name all of Qt's 168 gradients."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(area)


class Theme(QObject):
    """Colours, fonts, icons and measures. `changed` follows the scheme, `metrics_changed` the layout."""

    changed = Signal()
    metrics_changed = Signal()

    def __init__(
        self, scheme: Scheme = "system", *, reduced_motion: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        load_first_fonts()
        self._tokens = tokens()
        self._scheme: Scheme = scheme
        self._metrics = self._tokens.layout.regular
        self.reduced_motion = reduced_motion
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)

    @property
    def tokens(self) -> Tokens:
        """The design's figures as shipped."""
        return self._tokens

    @property
    def scheme(self) -> Scheme:
        """What was chosen: "light", "dark", or "system" to follow the desktop."""
        return self._scheme

    def set_scheme(self, scheme: Scheme) -> None:
        """Choose the scheme and repaint everything in it. Raises ValueError for an unknown one."""
        if scheme not in SCHEME_CHOICES:
            raise ValueError(scheme)
        was_dark = self.dark
        self._scheme = scheme
        if self.dark != was_dark:
            self.changed.emit()

    @property
    def dark(self) -> bool:
        """Whether the dark colours are on now."""
        if self._scheme == "system":
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._scheme == "dark"

    @property
    def metrics(self) -> Metrics:
        """The measures of the layout that the operator window has now."""
        return self._metrics

    def set_metrics(self, metrics: Metrics) -> None:
        """Follow the window from the regular to the compact layout or back."""
        if metrics != self._metrics:
            self._metrics = metrics
            self.metrics_changed.emit()

    def colour(self, name: str) -> QColor:
        """Return a colour of the current scheme by its token name. Raises KeyError if unknown."""
        return QColor(self._tokens.colour["dark" if self.dark else "light"][name])

    def tokens_colour(self, scheme: str, name: str) -> QColor:
        """Return a colour of "light" or "dark" whatever is on, for grounds that are dark in both."""
        return QColor(self._tokens.colour[scheme][name])

    def card(self, kind: str) -> CardColours:
        """Return the colours of a card kind or look. Raises KeyError for an unknown one."""
        token = self._tokens.cards[kind]
        return CardColours(
            paper=QColor(token.paper_dark if self.dark else token.paper),
            solid=QColor(token.solid),
            glyph=QColor("#FFFFFF"),
            ink=QColor(CARD_INK),
            shape=token.shape,
        )

    def badge(self, look: str, *, on_card: bool = False) -> tuple[QColor, QColor]:
        """Return solid and glyph of a badge on a card, or outside one where dark grounds invert it."""
        card = self.card(look)
        if on_card or not self.dark:
            return card.solid, card.glyph
        return (self.colour("ink") if look == "note" else card.paper), card.ink

    def font(self, role: str, *, tabular: bool = False, weight: int | None = None) -> QFont:
        """Return the font of a role of the operator's type scale; `tabular` aligns its digits.

        `weight`, 400 to 800, replaces the role's own. Raises KeyError for an unknown role.
        """
        return make_font(self._tokens.type["operator"][role], tabular=tabular, weight=weight)

    def line_height(self, role: str) -> int:
        """Return the line height in px of a role of the operator's type scale."""
        return self._tokens.type["operator"][role].line

    def radius(self, part: str) -> int:
        """Return the corner radius in px of "control", "card", "panel", "pill" or "stage_card"."""
        return self._tokens.radius[part]

    def icon(self, name: str, colour: str = "ink", size: int = 18) -> "QIcon":
        """Return a bundled icon in a token's colour, sharp on every screen that is connected."""
        ratios = sorted({1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())})
        return make_icon(name, size, ratios, (self.colour(colour), self.colour("ink_3")))

    def pixmap(self, name: str, size: float, ratio: float, colour: QColor) -> QPixmap:
        """Return a bundled icon as a picture of `size` logical px at a device pixel ratio."""
        return render(name, size, ratio, colour.name())

    def motion(self, name: str) -> int:
        """Return the length in ms of "quick", "settle" or "stage_change"; 0 with reduced motion."""
        return 0 if self.reduced_motion else self._tokens.motion[name]

    @Slot()
    def _system_changed(self) -> None:
        if self._scheme == "system":
            self.changed.emit()
