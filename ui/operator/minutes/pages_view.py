"""The real pages of the document, one below the other: what is seen is the PDF that will be written."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from facilitator.i18n import _
from ui.operator.minutes.page_layout import MARGIN, Anchor, PageLayout
from ui.operator.minutes.page_store import PageStore
from ui.runtime.pdf_pages import PagePicture, PdfFile, Want
from ui.theme.theme import Theme

ZOOMS: Final = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
_LINE: Final = 48
"""px that an arrow key scrolls."""
_READ_AT: Final = 0.3
"""Share of the height at which the eye reads: the page there is the current one."""


class PagesView(QAbstractScrollArea):
    """Shows a PdfFile. It asks for pictures by `wanted` and takes them by `show_picture`."""

    wanted = Signal(object)
    """A list of Want: what is to be seen first, then its neighbours."""

    page_changed = Signal(int)
    """Another page is the current one, counted from 0."""

    zoom_changed = Signal()

    moved = Signal()
    """Another place is before the eyes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._file: PdfFile | None = None
        self._layout = PageLayout((), None, 0)
        self._store = PageStore()
        self._page = 0
        self.zoom: float | None = None
        """The zoom, 1 for real size; None fits the width."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(_LINE)
        self.horizontalScrollBar().setSingleStep(_LINE)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        theme.changed.connect(self.viewport().update)

    # What is shown

    @property
    def page(self) -> int:
        """The current page, from 0."""
        return self._page

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._layout.pages)

    @property
    def anchor(self) -> Anchor:
        """The place at the upper edge."""
        return self._layout.anchor_at(self.verticalScrollBar().value())

    @property
    def reading(self) -> Anchor:
        """The place that is before the eyes."""
        return self._layout.anchor_at(self.verticalScrollBar().value() + _READ_AT * self.viewport().height())

    @property
    def percent(self) -> int:
        """How large the pages are, 100 for real size."""
        if self._file is None or not self._layout.pages:
            return 100
        return round(self._layout.pages[0].width / self._file.sizes[0][0] * 75)

    def show_file(self, file: PdfFile | None) -> None:
        """Show another reading of the document at the same place; None shows nothing."""
        anchor = self.anchor
        self._file = file
        if file is None:
            self._store.clear()
        self._lay_out(anchor)

    @Slot(object)
    def show_picture(self, picture: PagePicture) -> None:
        """Take a page that was drawn."""
        if self._file is None or picture.number != self._file.number:
            return
        self._store.put(picture)
        self.viewport().update()

    def is_drawn(self) -> bool:
        """Whether everything that is to be seen is drawn from the newest reading."""
        file = self._file
        return file is not None and all(
            self._store.has(file.number, page, self._pixels(page)) for page in self._in_sight()
        )

    def set_zoom(self, zoom: float | None) -> None:
        """Make the pages as large as `zoom` says, keeping the place."""
        anchor = self.anchor
        self.zoom = zoom
        self._lay_out(anchor)
        self.zoom_changed.emit()

    def step_zoom(self, step: int) -> None:
        """Go to the next larger or smaller zoom."""
        now = self.percent / 100
        larger = [each for each in ZOOMS if each > now + 0.01]
        smaller = [each for each in ZOOMS if each < now - 0.01]
        found = larger[:1] if step > 0 else smaller[-1:]
        if found:
            self.set_zoom(found[0])

    def go_to(self, page: int, down: float = 0.0) -> None:
        """Bring a page, or a place on it, before the eyes."""
        if not 0 <= page < self.pages:
            return
        y = self._layout.height_of(Anchor(page, down)) - MARGIN
        if down > 0:
            y = max(y - 0.2 * self.viewport().height(), self._layout.height_of(Anchor(page)) - MARGIN)
        self.verticalScrollBar().setValue(round(y))

    def step(self, step: int) -> None:
        """Go to the next or the previous page."""
        self.go_to(min(max(self._page + step, 0), self.pages - 1))

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.setAccessibleName(_("Pages of the document"))

    # Layout

    def _lay_out(self, anchor: Anchor) -> None:
        sizes = self._file.sizes if self._file is not None else ()
        room = self.viewport().size()
        self._layout = PageLayout(sizes, self.zoom, room.width())
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, round(self._layout.height) - room.height()))
        down.setPageStep(room.height())
        across.setRange(0, max(0, round(self._layout.width) - room.width()) if self.zoom else 0)
        across.setPageStep(room.width())
        down.setValue(round(self._layout.height_of(anchor)))
        self._scrolled()
        self.viewport().update()

    @Slot()
    def _scrolled(self) -> None:
        self.viewport().update()
        self._ask()
        if (page := self.reading.page) != self._page:
            self._page = page
            self.page_changed.emit(page)
        self.moved.emit()

    def _in_sight(self) -> range:
        top = self.verticalScrollBar().value()
        return self._layout.between(top, top + self.viewport().height())

    def _ask(self) -> None:
        file = self._file
        if file is None:
            return
        seen = self._in_sight()
        near = [*seen, *(page for page in (seen.stop, seen.start - 1) if 0 <= page < self.pages)]
        missing = [each for each in near if not self._store.has(file.number, each, self._pixels(each))]
        self.wanted.emit([Want(page, self._pixels(page)) for page in missing])

    def _pixels(self, page: int) -> int:
        return round(self._layout.pages[page].width * self.devicePixelRatioF())

    def _rect(self, page: int) -> QRectF:
        placed = self._layout.pages[page]
        room = self.viewport().width()
        left = max((room - placed.width) / 2, MARGIN if self._layout.width > room else 0)
        return QRectF(
            round(left - self.horizontalScrollBar().value()),
            round(placed.top - self.verticalScrollBar().value()),
            round(placed.width),
            round(placed.height),
        )

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight on the board."""
        painter = QPainter(self.viewport())
        sight = self._in_sight()
        around = QRegion(event.rect())
        for page in sight:
            around -= QRegion(self._rect(page).toRect())
        painter.setClipRegion(around)
        painter.fillRect(event.rect(), self._theme.colour("board"))
        for page in sight:
            rect = self._rect(page)
            for spread, alpha in ((3, 10), (2, 16), (1, 26)):
                shadow = rect.adjusted(-spread, 1 - spread, spread, 1 + spread)
                painter.fillRect(shadow, QColor(22, 33, 31, alpha))
        painter.setClipping(False)
        for page in sight:
            self._paint_page(painter, page)
        painter.end()

    def _paint_page(self, painter: QPainter, page: int) -> None:
        rect, picture = self._rect(page), self._store.get(page)
        if picture is None:
            painter.fillRect(rect, Qt.GlobalColor.white)
        elif picture.width == self._pixels(page):
            image = picture.image
            image.setDevicePixelRatio(self.devicePixelRatioF())
            painter.drawImage(rect.topLeft(), image)  # point for point: nothing is scaled, nothing blurred
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(rect, picture.image)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the width anew, at the same place."""
        anchor = self.anchor
        super().resizeEvent(event)
        self._lay_out(anchor)
        self.zoom_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages, scroll and zoom."""
        key, bar = event.key(), self.verticalScrollBar()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match key:
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                self.step(1 if key == Qt.Key.Key_PageDown else -1)
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.go_to(self.pages - 1)
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                bar.setValue(bar.value() + (_LINE if key == Qt.Key.Key_Down else -_LINE))
            case Qt.Key.Key_Plus | Qt.Key.Key_Minus if control:
                self.step_zoom(1 if key == Qt.Key.Key_Plus else -1)
            case Qt.Key.Key_0 if control:
                self.set_zoom(None)
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned := event.angleDelta().y():
                self.step_zoom(1 if turned > 0 else -1)
        else:
            super().wheelEvent(event)
