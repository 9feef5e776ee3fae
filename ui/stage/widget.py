"""The widget on the projector: one view, its pages, and a calm change from one to the next."""

from typing import Final

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from facilitator.domain.stage import (
    AgendaView,
    AgreementsView,
    BlankView,
    BreakView,
    CardsView,
    MatrixView,
    QuestionView,
    ReflectionView,
    StageFrame,
    StageView,
    WorkPlanView,
)
from facilitator.i18n import _
from ui.stage.additions import repainted
from ui.stage.items import Words
from ui.stage.painter import StagePainter, area, placed, still
from ui.stage.sheet import Scene, logical_width

CHANGE_MS: Final = 320
"""Cross-fade from one view to another (tokens.json, motion.stage_change)."""
PAGE_MS: Final = 20_000
"""A page stays this long before the next one comes by itself (design.md section 8)."""


class StageWidget(QWidget):
    """Paints one stage view. A tick of the clock repaints only the timer's own rectangle."""

    shown_changed = Signal()
    """Another view, page or face of the clock is on show: what a preview follows."""
    page_changed = Signal(int, int)
    """The page on show, from 1, and how many there are."""

    def __init__(self, painter: StagePainter | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter = painter or StagePainter()
        self._view: StageView = BlankView(frame=StageFrame())
        self._page = 0
        self._still: QPixmap | None = None
        self._before: QPixmap | None = None
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.setDuration(CHANGE_MS)
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fade.valueChanged.connect(self._faded)
        self._fade.finished.connect(self._end_fade)
        self._turning = QTimer(self, interval=PAGE_MS)
        self._turning.timeout.connect(self._turn)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    @property
    def view(self) -> StageView:
        """The view on show."""
        return self._view

    @property
    def page(self) -> int:
        """The page on show, from 0."""
        return self._page

    @property
    def pages(self) -> int:
        """How many pages the view takes at this shape of surface."""
        return len(self._scene().pages)

    @property
    def picture_width(self) -> float:
        """Width of the picture in stage px: a preview takes the same."""
        return logical_width(self.width(), self.height())

    @property
    def is_changing(self) -> bool:
        """Whether one view is just fading into another."""
        return self._before is not None

    def retranslate(self) -> None:
        """Name the widget for screen readers in the screen's language."""
        self.setAccessibleName(_("Stage"))

    def set_reduced_motion(self, reduced: bool) -> None:
        """Change views at once, without a fade, when `reduced`."""
        self._fade.setDuration(0 if reduced else CHANGE_MS)

    def show_view(self, view: StageView) -> None:
        """Put a view on show. Only a change of what is seen fades; a tick or a new card does not."""
        old = self._view
        if view == old:
            return
        self._view = view
        if still(view) == still(old):
            self._repaint_live()
        else:
            self._exchange(old, view)
        self.shown_changed.emit()

    def next_page(self) -> None:
        """Turn to the next page; after the last comes the first."""
        self._go_to((self._page + 1) % self.pages)

    def previous_page(self) -> None:
        """Turn back one page; before the first stays the first."""
        self._go_to(max(0, self._page - 1))

    def hold_page(self, held: bool) -> None:
        """Keep the page from turning by itself while the stage is frozen."""
        if held:
            self._turning.stop()
        else:
            self._count_pages()

    def words(self) -> list[str]:
        """Return the lines of the page on show, top to bottom as they are painted."""
        scene = self._scene()
        return [item.text for item in scene.pages[self._page] if isinstance(item, Words)]

    def _scene(self) -> Scene:
        return self._painter.scene(self._view, self.picture_width)

    def _exchange(self, old: StageView, view: StageView) -> None:
        same_kind = type(old) is type(view) and _subject(old) == _subject(view)
        # Leaving a view for blank must take it away at once; nothing of it may linger in a fade.
        if not same_kind and not isinstance(view, BlankView):
            self._begin_fade(old)
        else:
            self._end_fade()
        before = self._painter.scene(old, self.picture_width) if same_kind else None
        page = self._page
        scene = self._scene()
        self._page = min(self._page, len(scene.pages) - 1) if same_kind else scene.first
        self._count_pages()
        if before is not None and page == self._page and self._add(before, scene):
            return
        self._still = None
        self.update()

    def _add(self, before: Scene, scene: Scene) -> bool:
        """Paint only what is different on the page on show; whether that was possible."""
        if self._still is None or self._still.devicePixelRatio() != self.devicePixelRatioF():
            return False
        if before.ground != scene.ground or self._page >= len(before.pages):
            return False
        transform = placed(QRectF(self.rect()), scene.width)
        pages = before.pages[self._page], scene.pages[self._page]
        room = repainted(self._still, transform, scene.ground, pages)
        if room is not None:
            self.update(transform.mapRect(room).toAlignedRect().adjusted(-2, -2, 2, 2))
        return room is not None

    def _go_to(self, page: int) -> None:
        if page == self._page:
            return
        self._begin_fade(self._view)
        self._page = page
        self._still = None
        self._count_pages()
        self.update()
        self.shown_changed.emit()

    def _turn(self) -> None:
        self.next_page()

    def _count_pages(self) -> None:
        pages = self.pages
        if pages > 1 and not self._scene().by_hand:
            self._turning.start()
        else:
            self._turning.stop()
        self.page_changed.emit(self._page + 1, pages)

    def _begin_fade(self, old: StageView) -> None:
        """Fade from the picture that is on show, which is then another's: a copy would take 5 ms."""
        self._end_fade()
        if self._fade.duration() == 0 or not self.isVisible() or self._still is None:
            return
        self._before, self._still = self._still, None
        with QPainter(self._before) as painter:
            scene = self._painter.scene(old, self.picture_width)
            painter.setTransform(placed(QRectF(self.rect()), scene.width), combine=True)
            self._painter.paint_live(painter, scene, old.frame)
        self._fade.start()

    def _faded(self) -> None:
        self.update()

    def _end_fade(self) -> None:
        self._fade.stop()
        self._before = None

    def _repaint_live(self) -> None:
        surface = QSizeF(self.size())
        for live in self._scene().live:
            self.update(area(live, surface, self.picture_width).toAlignedRect().adjusted(-2, -2, 2, 2))

    def _rendered(self) -> QPixmap:
        """Return the still part of the page as a picture in the screen's own pixels."""
        ratio = self.devicePixelRatioF()
        if self._still is not None and self._still.devicePixelRatio() == ratio:
            return self._still
        scene = self._scene()
        picture = QPixmap((QSizeF(self.size()) * ratio).toSize().expandedTo(QSize(1, 1)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(scene.ground)
        with QPainter(picture) as painter:
            painter.setTransform(placed(QRectF(self.rect()), scene.width), combine=True)
            self._painter.paint_still(painter, scene, self._page)
        self._still = picture
        return picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the view out anew for the new shape."""
        super().resizeEvent(event)
        self._end_fade()
        self._still = None
        self._page = min(self._page, self.pages - 1)
        self._count_pages()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what changed of the frame."""
        with QPainter(self) as painter:
            painter.setClipRegion(event.region())
            self.draw(painter)

    def draw(self, painter: QPainter) -> None:
        """Draw the frame: the picture, its live parts, and what fades away above."""
        scene = self._scene()
        painter.drawPixmap(QPointF(0, 0), self._rendered())
        painter.save()
        painter.setTransform(placed(QRectF(self.rect()), scene.width), combine=True)
        self._painter.paint_live(painter, scene, self._view.frame)
        painter.restore()
        if self._before is not None:
            painter.setOpacity(1.0 - float(self._fade.currentValue()))
            painter.drawPixmap(QPointF(0, 0), self._before)


def _subject(view: StageView) -> object:
    """Return what a view is about: the same wall goes on filling in, another one begins on its first page."""
    match view:
        case QuestionView() | CardsView():
            return view.question
        case MatrixView():
            return ("matrix", view.question)
        case ReflectionView():
            return view.subject
        case BreakView():
            return view.name
        case AgendaView() | WorkPlanView() | AgreementsView():
            return view.title
        case BlankView():
            return None
