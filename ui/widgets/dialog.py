"""The dialog for the few things that cannot be undone: what happens, a safe choice, and the other one."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import heading, label

WIDTH = 440


class Dialog(QWidget):
    """Lies over the whole window until one of two verbs is chosen; Escape is the safe one."""

    confirmed = Signal()
    kept = Signal()

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme = theme
        self._over = over
        self._before: QWidget | None = None
        self._sheet = QFrame(self)
        self._sheet.setProperty("box", "panel")
        self._title = heading(theme, wrap=True)
        self._sentence = label(theme, tone="ink_2", wrap=True)
        self.safe = Button(theme, " ")
        self.confirm = Button(theme, " ", kind="delete")
        self.safe.clicked.connect(self.keep)
        self.confirm.clicked.connect(self._confirm)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.safe)
        row.addWidget(self.confirm)
        column.addLayout(row)
        over.installEventFilter(self)
        self.hide()

    def ask(self, title: str, sentence: str, *, safe: str, confirm: str) -> None:
        """Ask, with the focus on the safe choice."""
        self._before = QApplication.focusWidget()
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.safe.setText(safe)
        self.confirm.setText(confirm)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self._place()
        self.show()
        self.raise_()
        self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # so that the ring shows
        self.safe.setFocus(Qt.FocusReason.TabFocusReason)

    def keep(self) -> None:
        """Leave everything as it is."""
        self._close()
        self.kept.emit()

    def _confirm(self) -> None:
        self._close()
        self.confirmed.emit()

    def _close(self) -> None:
        self.hide()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        over = self._over
        self.setGeometry(over.rect())
        width = min(WIDTH, over.width() - 48)
        height = self._sheet.heightForWidth(width)
        self._sheet.setGeometry((over.width() - width) // 2, (over.height() - height) // 3, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of what it lies over."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape keeps; Left and Right go between the two choices."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.keep()
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self.focusNextPrevChild(True)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                (self.confirm if self.confirm.hasFocus() else self.safe).click()
            case _:
                event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Keep the focus on the two choices."""
        del next
        (self.safe if self.confirm.hasFocus() else self.confirm).setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the window."""
        del event
        painter = QPainter(self)
        scrim = QColor(self._theme.colour("scrim"))
        scrim.setAlphaF(0.4)
        painter.fillRect(self.rect(), scrim)
        painter.end()
