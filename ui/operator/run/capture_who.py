"""Who said it: type-ahead on people and on the codes of organisations, accents and capitals aside."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QWidget

from facilitator.i18n import _
from ui.presenters.capture import Who, matches
from ui.theme.focus import OWN_RING
from ui.theme.theme import Theme
from ui.widgets.icon import IconLabel
from ui.widgets.keycap import KeyCap

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
WIDTH: Final = 200
_AROUND: Final = 40
"""Px around a name in the list."""
_WIDEST: Final = 420
"""Px that the list takes at most."""


class WhoLine(QLineEdit):
    """One line in which a name is begun; what it may become is listed below."""

    submitted = Signal()
    left = Signal()
    """Shift+Tab or Escape: back to the text."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Enter; the completer has taken the key already where its list is open."""
        if event.key() in _ENTER:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)


class WhoField(QWidget):
    """The third part of the capture bar. `who` is None while nobody is named."""

    submitted = Signal()
    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._known: Sequence[Who] = ()
        self._found: list[Who] = []
        self._chosen: Who | None = None
        self.line = WhoLine()
        self.line.setProperty("bare", True)
        self.line.setProperty(OWN_RING, True)
        self.line.setFont(theme.font("body"))
        self._cap = KeyCap(theme, "Tab", "ink_3")
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.activated.connect(self._take)
        self.line.setCompleter(self._completer)
        self.line.textEdited.connect(self._look)
        self.line.submitted.connect(self._submit)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel(theme, "users", "ink_3", 18))
        row.addWidget(self.line, 1)
        row.addWidget(self._cap)
        self.setFixedWidth(WIDTH)
        self.retranslate()

    def retranslate(self) -> None:
        """Say what belongs here, in the screen's language."""
        self.line.setAccessibleName(_("Who said it"))
        self._say_placeholder()
        self._names.setStringList([])

    def set_known(self, known: Sequence[Who]) -> None:
        """Offer these people and organisations."""
        self._known = known

    def set_anonymous(self, anonymous: bool) -> None:
        """Ask for nobody on a board that keeps no authors."""
        self.line.setEnabled(not anonymous)
        if anonymous:
            self.clear()
        self._say_placeholder()

    def set_wide(self, wide: bool) -> None:
        """Take the room of the regular layout, or less."""
        self.setFixedWidth(WIDTH if wide else WIDTH - 20)
        self._show_cap()

    @property
    def who(self) -> Who | None:
        """Who is named; None for nobody."""
        return self._chosen

    @property
    def is_unknown(self) -> bool:
        """Whether something stands here that is nobody's name."""
        return bool(self.line.text().strip()) and self._chosen is None

    def put(self, who: Who | None) -> None:
        """Name somebody, or nobody."""
        if who is None and self._chosen is None and not self.line.text():
            return
        self._chosen = who
        self.line.setText(who.shown if who else "")
        self.line.setCursorPosition(0)
        self._show_cap()
        self.changed.emit()

    def clear(self) -> None:
        """Name nobody."""
        self.put(None)

    def settle(self) -> None:
        """Make of what was typed the one it means best, if there is one."""
        if self.is_unknown and (found := matches(self.line.text(), self._known, 1)):
            self.put(found[0])

    def sizeHint(self) -> QSize:
        """Return the design's width."""
        return QSize(WIDTH, 40)

    def _say_placeholder(self) -> None:
        self.line.setPlaceholderText(_("Who, optional") if self.line.isEnabled() else _("Anonymous"))
        self._show_cap()

    def _show_cap(self) -> None:
        """Show the key while nobody is named and there is room for both."""
        words = self.line.fontMetrics().horizontalAdvance(self.line.placeholderText())
        room = self.width() - 12 - 18 - 6 - 6 - self._cap.sizeHint().width() - 12 - 6
        self._cap.setVisible(self.line.isEnabled() and not self.line.text() and words <= room)

    @Slot(str)
    def _look(self, typed: str) -> None:
        self._chosen = None
        self._found = matches(typed, self._known)
        names = [each.shown for each in self._found]
        self._names.setStringList(names)
        measure = self.line.fontMetrics()
        widest = max((measure.horizontalAdvance(name) for name in names), default=0)
        if (popup := self._completer.popup()) is not None:
            popup.setMinimumWidth(min(widest + _AROUND, _WIDEST))  # a name is not cut
        self._show_cap()
        self.changed.emit()

    @Slot(str)
    def _take(self, shown: str) -> None:
        self.put(next((each for each in self._found if each.shown == shown), None))

    @Slot()
    def _submit(self) -> None:
        self.settle()
        self.submitted.emit()
