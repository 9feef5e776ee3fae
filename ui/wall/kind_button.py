"""The badge on a card that is being written; it opens the list of kinds."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton

from facilitator.i18n import _
from ui.presenters.card_boards import KindItem
from ui.theme.badges import paint_badge
from ui.theme.focus import OWN_RING
from ui.theme.theme import Theme
from ui.widgets.menu import Menu


class KindButton(QToolButton):
    """The badge of the card's kind; it opens the list of kinds."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._kinds: Sequence[KindItem] = ()
        self._key = ""
        self.setFixedSize(28, 28)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty(OWN_RING, True)
        self.clicked.connect(self._open)

    @property
    def key(self) -> str:
        """The kind that is chosen."""
        return self._key

    @property
    def look(self) -> str:
        """The paper of the kind that is chosen."""
        return next((kind.look for kind in self._kinds if kind.key == self._key), "note")

    def offer(self, kinds: Sequence[KindItem], key: str) -> None:
        """Offer these kinds, one of them chosen."""
        self._kinds = kinds
        self.choose(key)

    def choose(self, key: str) -> None:
        """Choose a kind."""
        self._key = key
        word = next((kind.word for kind in self._kinds if kind.key == key), "")
        self.setAccessibleName(_("Type: {kind}").format(kind=word))
        self.setToolTip(word)
        self.update()

    def _open(self) -> None:
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in self._kinds:
            action = menu.addAction(kind.word.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(kind.key == self._key)
            action.triggered.connect(lambda _checked=False, key=kind.key: self.chosen.emit(key))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the badge as on a card."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = self._theme.card(self.look)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.tokens_colour("light", "focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        badge = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        paint_badge(painter, badge, self.look, solid=card.solid, glyph=card.glyph)
        painter.end()
