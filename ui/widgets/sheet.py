"""A sheet over the dimmed window for one piece of work: opened by a key, closed by Esc, never a question."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from facilitator.i18n import _
from ui.theme.keyboard import focus_by_keyboard, tab_stops
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import heading, label

_SIDE = 24
_CLEAR = 48
"""px of the window that stay free around the sheet."""


class Sheet(QWidget):
    """Title, one line of context, a body that scrolls, and a foot that stays; Tab goes round inside.

    Add parts to `body` and `foot`, and what belongs beside the title to `tools`.
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, over: QWidget, *, width: int = 720) -> None:
        super().__init__(over)
        self._theme = theme
        self._over = over
        self._width = width
        self._before: QWidget | None = None
        self._frame = QFrame(self)
        self._frame.setProperty("box", "panel")
        self._title = heading(theme, role="title", wrap=True)
        self._context = label(theme, role="body", tone="ink_2", wrap=True)
        self._close = Button(theme, icon="x", kind="quiet")
        self._close.clicked.connect(self.close_sheet)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(8)
        self._inside = QWidget()
        self._inside.setProperty("scrolled", True)
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(_SIDE, 8, _SIDE, 12)
        self.body.setSpacing(12)
        self.scroller = QScrollArea()
        self.foot = QVBoxLayout()
        self._arrange()
        over.installEventFilter(self)
        self._inside.installEventFilter(self)
        self.hide()

    def _arrange(self) -> None:
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidget(self._inside)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._context)
        top = QHBoxLayout()
        top.setContentsMargins(_SIDE, 16, 16, 8)
        top.setSpacing(8)
        top.addLayout(words, 1)
        top.addLayout(self.tools)
        top.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.foot.setContentsMargins(_SIDE, 4, _SIDE, 16)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.scroller, 1)
        column.addLayout(self.foot)

    def set_words(self, title: str, context: str = "") -> None:
        """Name the sheet, and say in a line what it is about."""
        self._title.setText(title)
        self._context.setText(context)
        self._context.setVisible(bool(context))
        self._close.setAccessibleName(_("Close"))
        self._close.setToolTip(_("Close (Esc)"))
        self.setAccessibleName(title)

    @staticmethod
    def visit_last(*parts: QWidget) -> None:
        """Have Tab come to these after everything beside them, wherever they lie: what deletes, for one."""
        for part in parts:
            part.raise_()  # Tab goes by the order of children

    def open_sheet(self, first: QWidget | None = None) -> None:
        """Lie over the window with the focus on `first`, else on the sheet's own way out."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self.place()
        self.show()
        self.raise_()
        self.place()
        focus_by_keyboard(first or self._close)  # so that whoever came by key sees where it is
        self.opened.emit()

    @Slot()
    def close_sheet(self) -> None:
        """Give the window back, and the focus to what had it."""
        if self.isHidden():
            return
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)  # before Qt looks for somebody else
        self.hide()
        self.closed.emit()

    def place(self) -> None:
        """Cover the window, with the sheet in its middle, as high as it needs to be."""
        over = self._over
        self.setGeometry(over.rect())
        width = min(self._width, over.width() - _CLEAR)
        self._lie(width, self._needed(width))
        missing = self.scroller.verticalScrollBar().maximum()
        if missing > 0:  # words in a grid tell their height only once they were laid out
            self._lie(width, self._frame.height() + missing)

    def _lie(self, width: int, height: int) -> None:
        over = self._over
        height = min(height, over.height() - _CLEAR)
        self._frame.setGeometry((over.width() - width) // 2, (over.height() - height) // 2, width, height)

    def _needed(self, width: int) -> int:
        """Return the height in px at which nothing has to scroll."""
        layout = self._frame.layout()
        assert layout is not None  # noqa: S101 - it was made in the constructor
        high = 2
        for place in range(layout.count()):
            item = layout.itemAt(place)
            part = item.layout() if item is not None else None
            if part is not None:
                high += _height(part, width - 2)
        return high + _height(self.body, width - 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of what it lies over, and of what it holds."""
        kind = event.type()
        grown = kind == QEvent.Type.LayoutRequest and watched is self._inside
        if self.isVisible() and (grown or (kind == QEvent.Type.Resize and watched is self._over)):
            self.place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc; other keys stay here."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Go round on the sheet, and never to what it covers."""
        stops = [each for each in tab_stops(self) if each is not self]
        if stops:
            here = QApplication.focusWidget()
            held = [n for n, each in enumerate(stops) if each is here or each.isAncestorOf(here or self)]
            at = held[-1] if held else -1 if next else 0
            step = stops[(at + (1 if next else -1)) % len(stops)]
            step.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
            self.scroller.ensureWidgetVisible(step)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close by a click beside the sheet."""
        if not self._frame.geometry().contains(event.position().toPoint()):
            self.close_sheet()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the window."""
        del event
        painter = QPainter(self)
        scrim = QColor(self._theme.colour("scrim"))
        scrim.setAlphaF(0.4)
        painter.fillRect(self.rect(), scrim)
        painter.end()


def _height(layout: QLayout, width: int) -> int:
    least = layout.totalMinimumHeightForWidth(width) if layout.hasHeightForWidth() else 0
    wanted = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else 0
    return max(least, wanted) or layout.totalSizeHint().height()
