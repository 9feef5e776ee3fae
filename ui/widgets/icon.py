"""An icon that stands by itself, such as at the start of a banner or an error line."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.icons import paint_icon
from ui.theme.theme import Theme


class IconLabel(QWidget):
    """A bundled icon in a token's colour. It is decoration: the words beside it say the same."""

    def __init__(self, theme: Theme, name: str, colour: str = "ink_2", size: int = 18) -> None:
        super().__init__()
        self._theme = theme
        self._name, self._colour, self._side = name, colour, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, colour: str) -> None:
        """Show another icon."""
        self._name, self._colour = name, colour
        self.update()

    def sizeHint(self) -> QSize:
        """Return the icon's square."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        del event
        painter = QPainter(self)
        paint_icon(painter, QRectF(self.rect()), self._name, self._theme.colour(self._colour))
        painter.end()
