"""The sheet of keys, made from the table of actions, laid over the window until Esc."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from facilitator.domain.frozen import dataclass
from facilitator.i18n import _
from ui.actions.qt import key_text
from ui.actions.spec import ActionSpec, Group, When
from ui.actions.table import ACTIONS, GROUP_TITLES
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.keycap import KeyCap
from ui.widgets.labels import heading, label


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """One heading of the sheet and the actions below it."""

    group: Group
    specs: tuple[ActionSpec, ...]


def sheet_groups(available: Collection[str]) -> list[SheetGroup]:
    """Return what the sheet lists: actions that can be done, and keys that widgets handle.

    Keys of the capture bar and of the wall belong to their pages, and are listed once those can act.
    """
    capture = any(name.startswith("capture.") for name in available)
    stage = any(name.startswith("stage.") for name in available)
    wall = any(name.startswith("wall.") for name in available)
    others = {When.CAPTURE: capture, When.WALL: wall}

    def listed(spec: ActionSpec) -> bool:
        if spec.bound:
            return spec.id in available
        return others.get(spec.when, stage)

    groups = [
        SheetGroup(group, tuple(spec for spec in ACTIONS if spec.group is group and listed(spec)))
        for group in Group
    ]
    return [each for each in groups if each.specs]


class KeySheet(QWidget):
    """All keys on one sheet over a dimmed window. Esc or a click beside it closes it."""

    closed = Signal()

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._theme = theme
        self._before: QWidget | None = None
        self._sheet = QFrame(self)
        self._sheet.setProperty("box", "panel")
        self._title = heading(theme, role="title")
        self._close = Button(theme, icon="x", kind="quiet")
        self._close.clicked.connect(self.close_sheet)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(40)
        self._columns.setContentsMargins(24, 4, 24, 24)
        self._inside = QWidget()
        self._scroller = QScrollArea()
        self._arrange()
        self.hide()

    def _arrange(self) -> None:
        inside = self._inside
        inside.setProperty("scrolled", True)
        inside.setLayout(self._columns)
        scroller = self._scroller
        scroller.setWidgetResizable(True)
        scroller.setWidget(inside)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        top = QHBoxLayout()
        top.setContentsMargins(24, 16, 16, 8)
        top.addWidget(self._title, 1)
        top.addWidget(self._close)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(1, 1, 1, 1)
        column.addLayout(top)
        column.addWidget(scroller, 1)

    def open_sheet(self, available: Collection[str]) -> None:
        """List the keys of these actions and take the focus until closed."""
        self._before = QApplication.focusWidget()
        self._title.setText(_("Keys"))
        self.setAccessibleName(_("Keys"))
        self._close.setAccessibleName(_("Close"))
        self._fill(sheet_groups(available))
        self.place()
        self._scroller.verticalScrollBar().setValue(0)
        self.show()
        self.raise_()
        self._close.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def close_sheet(self) -> None:
        """Give the window back, and the focus to what had it."""
        self.hide()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def place(self) -> None:
        """Cover the window that the sheet lies over, with the sheet in its middle."""
        over = self._over
        self.setGeometry(over.rect())
        width = min(1080, over.width() - 64)
        height = min(self._inside.sizeHint().height() + 80, over.height() - 48)
        self._sheet.setGeometry((over.width() - width) // 2, (over.height() - height) // 2, width, height)

    def _fill(self, groups: Sequence[SheetGroup]) -> None:
        while (item := self._columns.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        rows = sum(len(each.specs) + 2 for each in groups)
        column, used = self._column(), 0
        for each in groups:
            if used and used + len(each.specs) / 2 > rows / 2:
                column, used = self._column(), -rows
            self._add_group(column, each)
            used += len(each.specs) + 2

    def _column(self) -> QVBoxLayout:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._columns.addWidget(holder, 1, Qt.AlignmentFlag.AlignTop)
        return column

    def _add_group(self, column: QVBoxLayout, group: SheetGroup) -> None:
        title = label(self._theme, _(GROUP_TITLES[group.group]), "body_strong", "ink_2")
        column.addSpacing(8)
        column.addWidget(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, spec in enumerate(group.specs):
            caps = QHBoxLayout()
            caps.setSpacing(4)
            for text in dict.fromkeys(key_text(key) for key in spec.keys):
                caps.addWidget(KeyCap(self._theme, text))
            caps.addStretch(1)
            words = label(self._theme, _(spec.help), "meta", "ink", wrap=True)
            grid.addLayout(caps, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(words, row, 1)
        grid.setColumnMinimumWidth(0, 168)
        column.addLayout(grid)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc and scroll with the arrows; the keys that open the sheet also close it."""
        bar = self._scroller.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Escape:
                self.close_sheet()
            case Qt.Key.Key_Down:
                bar.setValue(bar.value() + bar.singleStep() * 3)
            case Qt.Key.Key_Up:
                bar.setValue(bar.value() - bar.singleStep() * 3)
            case Qt.Key.Key_PageDown:
                bar.setValue(bar.value() + bar.pageStep())
            case Qt.Key.Key_PageUp:
                bar.setValue(bar.value() - bar.pageStep())
            case _:
                super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Keep the focus on the sheet while it lies over the window."""
        del next
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close by a click beside the sheet."""
        if not self._sheet.geometry().contains(event.position().toPoint()):
            self.close_sheet()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the window."""
        del event
        painter = QPainter(self)
        scrim = QColor(self._theme.colour("scrim"))
        scrim.setAlphaF(0.4)
        painter.fillRect(self.rect(), scrim)
        painter.end()
