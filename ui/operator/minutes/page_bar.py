"""The small bar over the pages: which page, the next and the previous one, and how large they are."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from facilitator.i18n import _
from ui.operator.minutes.pages_view import ZOOMS, PagesView
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import rule
from ui.widgets.menu import Menu

_FOOT = 16
_SHADOW = 6
"""px around the bar that its shadow takes."""


class PageBar(QWidget):
    """Lies over the foot of the pages."""

    def __init__(self, theme: Theme, view: PagesView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self.previous = Button(theme, icon="chevron-up", kind="quiet", size="small")
        self.next = Button(theme, icon="chevron-down", kind="quiet", size="small")
        self.zoom = Button(theme, " ", kind="quiet", size="small")
        self.zoom.set_menu_sign(shown=True)
        self._where = QLabel()
        self._where.setTextFormat(Qt.TextFormat.PlainText)
        self._where.setFont(theme.font("body_strong", tabular=True))
        self._where.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._menu = Menu(self)
        self.previous.clicked.connect(partial(view.step, -1))
        self.next.clicked.connect(partial(view.step, 1))
        self.zoom.clicked.connect(self._offer)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SHADOW + 2, _SHADOW + 2, _SHADOW + 2, _SHADOW + 2)
        row.setSpacing(4)
        for part in (self.previous, self._where, self.next, rule(vertical=True), self.zoom):
            row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        view.installEventFilter(self)
        view.page_changed.connect(self.follow)
        view.zoom_changed.connect(self.follow)
        self.follow()

    @property
    def words(self) -> str:
        """What the bar says: "Page 9 of 18"."""
        return self._where.text()

    @Slot()
    def follow(self) -> None:
        """Say where the view is."""
        view = self._view
        words = _("Page {page} of {pages}").format(page=view.page + 1, pages=view.pages)
        self._where.setText(words)
        view.setAccessibleDescription(words if view.pages else "")
        self.zoom.setText(_("{percent}%").format(percent=view.percent))
        self.zoom.setAccessibleName(_("Zoom {percent}%").format(percent=view.percent))
        self.previous.setEnabled(view.page > 0)
        self.next.setEnabled(view.page < view.pages - 1)
        self.setVisible(view.pages > 0)
        self._place()

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        for button, words in ((self.previous, _("Previous page")), (self.next, _("Next page"))):
            button.setAccessibleName(words)
            button.setToolTip(words)
        self.follow()

    def _offer(self) -> None:
        self._menu.clear()
        fit = self._menu.addAction(_("Fit width"))
        fit.setCheckable(True)
        fit.setChecked(self._view.zoom is None)
        fit.triggered.connect(lambda _on=False: self._view.set_zoom(None))
        for zoom in ZOOMS:
            action = self._menu.addAction(_("{percent}%").format(percent=round(zoom * 100)))
            action.setCheckable(True)
            action.setChecked(self._view.zoom == zoom)
            action.triggered.connect(lambda _on=False, zoom=zoom: self._view.set_zoom(zoom))
        height = self._menu.sizeHint().height()
        self._menu.popup(self.zoom.mapToGlobal(QPoint(0, -height - 4)))

    def _place(self) -> None:
        self.adjustSize()
        wide, high = self._view.viewport().width(), self._view.height()
        self.move((wide - self.width()) // 2, high - self.height() - _FOOT + _SHADOW)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the view."""
        if watched is self._view and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar with the shadow of a menu."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        painter.setPen(Qt.PenStyle.NoPen)
        for spread in range(_SHADOW, 0, -1):
            painter.setBrush(QColor(22, 33, 31, 8))
            painter.drawRoundedRect(bar.adjusted(-spread, 2 - spread, spread, spread), 10, 10)
        painter.setBrush(self._theme.colour("surface"))
        painter.setPen(QPen(self._theme.colour("line_strong"), 1))
        painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()
