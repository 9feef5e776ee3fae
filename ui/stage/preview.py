"""The operator's small picture of the stage: the same view, the same page, the same painter."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.i18n import _
from ui.stage.painter import StagePainter
from ui.stage.palette import palette
from ui.stage.sheet import HEIGHT
from ui.stage.widget import StageWidget

REST_MS: Final = 250
"""At most four repaints a second."""
YIELD_MS: Final = 25
"""The picture follows a moment later: the stage itself, and the card just typed, are painted first."""
FRAME: Final = 3
RADIUS: Final = 6


class StagePreview(QWidget):
    """Follows a stage widget, whether its window is open or not."""

    def __init__(self, stage: StageWidget, painter: StagePainter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self._painter = painter
        self._live = True
        self._stale = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._rested)
        self._soon = QTimer(self, singleShot=True, interval=YIELD_MS)
        self._soon.timeout.connect(self.update)
        stage.shown_changed.connect(self._changed)
        stage.page_changed.connect(self._changed)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the picture for screen readers in the screen's language."""
        self.setAccessibleName(_("What the room sees"))

    def set_live(self, live: bool) -> None:
        """Frame the picture in marigold while the room sees it, in grey while the stage is off."""
        self._live = live
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Keep the stage's own shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that shows the whole picture at this width, both in px."""
        return round((width - 2 * FRAME) * HEIGHT / self._stage.picture_width) + 2 * FRAME

    def sizeHint(self) -> QSize:
        """Return a size that fits the side panel."""
        return QSize(324, self.heightForWidth(324))

    def _changed(self) -> None:
        """Repaint soon, or once the last picture has stood long enough."""
        if self._rest.isActive():
            self._stale = True
            return
        self._rest.start()
        self._soon.start()

    def _rested(self) -> None:
        if self._stale:
            self._stale = False
            self._rest.start()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the stage's page into the frame."""
        del event
        inner = QRectF(self.rect()).adjusted(FRAME, FRAME, -FRAME, -FRAME)
        colours = palette("default")
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = colours.now if self._live else QColor(colours.line)
            painter.setPen(QPen(edge, 2 * FRAME))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner, RADIUS, RADIUS)
            painter.setClipRect(inner)
            stage = self._stage
            self._painter.paint(painter, inner, stage.view, stage.picture_width, stage.page)
