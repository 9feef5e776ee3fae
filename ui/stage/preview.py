"""The operator's small picture of the stage: the same view, the same page, the same painter."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.domain.stage import StageView
from facilitator.i18n import _
from ui.stage.additions import repainted
from ui.stage.painter import StagePainter, placed
from ui.stage.palette import palette
from ui.stage.prepared import Prepared
from ui.stage.sheet import HEIGHT
from ui.stage.widget import StageWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.stage.items import Item

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
        self._next: Prepared | None = None
        self._stale = False
        self._picture = QPixmap()
        self._shape: object = None
        self._items: Sequence[Item] = ()
        self._ground = QColor()
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
        ahead = self._next is not None and self._next.view is not None
        self.setAccessibleName(_("Next, not on stage yet") if ahead else _("What the room sees"))

    def set_live(self, live: bool) -> None:
        """Frame the picture in marigold while the room sees it, in grey while the stage is off."""
        self._live = live
        self.update()

    def follow_next(self, prepared: Prepared) -> None:
        """Show what is prepared as long as something is."""
        self._next = prepared
        prepared.changed.connect(self._prepared)
        prepared.repainted.connect(self._changed)

    @Slot()
    def _prepared(self) -> None:
        self.retranslate()
        self.update()

    @property
    def shown(self) -> StageView:
        """The view in the picture: what is prepared, else what the room sees."""
        coming = self._next.view if self._next is not None else None
        return self._stage.view if coming is None else coming

    @property
    def _ahead(self) -> bool:
        return self.shown is not self._stage.view

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

    def _still(self, inner: QRectF) -> QPixmap:
        """Return what does not move of the page: a picture that follows the wall as the stage's own does."""
        stage, ratio = self._stage, self.devicePixelRatioF()
        scene = self._painter.scene(self.shown, stage.picture_width)
        transform = placed(QRectF(QPointF(0, 0), inner.size()), scene.width)
        number = scene.first if self._ahead else min(stage.page, len(scene.pages) - 1)
        shape = (inner.width(), inner.height(), ratio, scene.width, number)
        page = scene.pages[number]
        same_shape = shape == self._shape and self._ground == scene.ground
        before, self._items = self._items, page
        self._shape, self._ground = shape, scene.ground
        if same_shape and repainted(self._picture, transform, scene.ground, (before, page)) is not None:
            return self._picture
        self._picture = QPixmap((QSizeF(inner.size()) * ratio).toSize().expandedTo(QSize(1, 1)))
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(scene.ground)
        with QPainter(self._picture) as painter:
            painter.setTransform(transform, combine=True)
            self._painter.paint_still(painter, scene, number)
        return self._picture

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the stage's page into the frame."""
        del event
        inner = QRectF(self.rect()).adjusted(FRAME, FRAME, -FRAME, -FRAME)
        colours = palette("default")
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = colours.now if self._live else QColor(colours.line)
            pen = QPen(colours.primary if self._ahead else edge, 2 * FRAME)
            if self._ahead:  # dotted is what is to come
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
                pen.setDashPattern([1.6, 0.9])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner, RADIUS, RADIUS)
            painter.setClipRect(inner)
            painter.drawPixmap(inner.topLeft(), self._still(inner))
            view = self.shown
            scene = self._painter.scene(view, self._stage.picture_width)
            painter.setTransform(placed(inner, scene.width), combine=True)
            self._painter.paint_live(painter, scene, view.frame)
