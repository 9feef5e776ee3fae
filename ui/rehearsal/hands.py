"""The hands of whoever plays: real keys and clicks, one after the other, each taking its time.

Keys with a meaning go through Qt's own shortcut map, as they do from a keyboard. Letters are sent as
key events with their text, which any letter of any language survives.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMainWindow, QMenu, QScrollArea, QWidget

from facilitator.i18n import _
from ui.rehearsal.player import Pause, Play, Stopped, Until
from ui.widgets.choice import Choice
from ui.widgets.multi_choice import MultiChoice

LETTER: Final = 0.15
"""Seconds a letter takes whoever types fast."""
KEY: Final = 0.4
CLICK: Final = 0.8
LOOK: Final = 2.0
"""Seconds that one looks at what is there now."""

_NONE: Final = Qt.KeyboardModifier.NoModifier
_LEFT: Final = Qt.MouseButton.LeftButton


class Hands:
    """Two hands at the operator's window."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window

    def target(self) -> QWidget:
        """Return what the keyboard is on: an open list, else what has the focus in the window."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        return self._window.focusWidget() or self._window

    def attend(self) -> Play:
        """Have the keyboard on the operator's window: a stage that opens may have taken it."""
        window = self._window
        if not window.isActiveWindow() and QApplication.activePopupWidget() is None:
            window.activateWindow()
            yield Until(window.isActiveWindow, _("The window got the keyboard"))

    def press(self, keys: str) -> Play:
        """Press a key, with others held: "Ctrl+Shift+W"."""
        yield from self.attend()
        combination = QKeySequence(keys)[0]  # type: ignore[index]  # the stubs forget it
        QTest.keyClick(self.target(), combination.key(), combination.keyboardModifiers())
        yield Pause(KEY)

    def type(self, words: str) -> Play:
        """Type words where the keyboard is; a line break is the Enter key with Shift."""
        for letter in words:
            if letter == "\n":
                QTest.keyClick(self.target(), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
            else:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(self.target(), QKeyEvent(kind, 0, _NONE, letter))
            yield Pause(LETTER)

    def click(self, part: QWidget, at: QPoint | None = None, held: Qt.KeyboardModifier = _NONE) -> Play:
        """Click a part of the window with the left button."""
        yield from self.attend()
        name = part.accessibleName() or type(part).__name__
        yield Until(
            lambda: part.isVisible() and part.isEnabled(), _("“{part}” could be clicked").format(part=name)
        )
        bring(part)
        place = part.rect().center() if at is None else at
        QTest.mouseClick(part, _LEFT, held, place)
        yield Pause(CLICK)

    def enter(self, field: QWidget) -> Play:
        """Put the cursor into a field by a click."""
        part = field.viewport() if isinstance(field, QAbstractScrollArea) else field
        yield from self.click(part)
        yield Until(
            lambda: self._is_in(field), _("The cursor in “{field}”").format(field=field.accessibleName())
        )

    def _is_in(self, field: QWidget) -> bool:
        return field.hasFocus() or field.isAncestorOf(self._window.focusWidget() or self._window)

    def fill(self, field: QWidget, words: str) -> Play:
        """Write words into a field in place of what stands there, and leave it with Tab."""
        yield from self.enter(field)
        yield from self.press("Ctrl+A")
        yield from self.type(words)
        yield from self.press("Tab")

    def choose(self, field: Choice, key: str) -> Play:
        """Choose one of a list with the arrow keys."""
        if field.current_key() == key:
            return
        wanted = field.findData(key)
        if wanted < 0:
            words = _("“{field}” does not offer what the score asks for")
            raise Stopped(words.format(field=field.accessibleName()))
        bring(field)
        field.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(field, Qt.Key.Key_F4)
        yield Until(
            lambda: field.view().isVisible(), _("The list of “{field}”").format(field=field.accessibleName())
        )
        while (now := field.view().currentIndex().row()) != wanted:
            QTest.keyClick(field.view(), Qt.Key.Key_Down if now < wanted else Qt.Key.Key_Up)
            yield Pause(KEY / 4)
        QTest.keyClick(field.view(), Qt.Key.Key_Return)
        yield Pause(KEY)

    def check(self, field: MultiChoice, keys: list[str]) -> Play:
        """Check several of a list, one by one."""
        chosen = field.keys()
        for key in chosen:
            if key not in keys:
                yield from self._toggle(field, key)
        for key in keys:
            if key not in chosen:
                yield from self._toggle(field, key)

    def _toggle(self, field: MultiChoice, key: str) -> Play:
        yield from self.click(field)
        yield from self.pick(lambda action: action == key)

    def pick(self, wanted: Callable[[object], bool]) -> Play:
        """Pick from the menu that is open the line whose data, or else whose words, are wanted."""
        yield Until(lambda: isinstance(QApplication.activePopupWidget(), QMenu), _("The menu"))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)  # noqa: S101 - awaited above
        lines = [each for each in menu.actions() if not each.isSeparator() and each.isEnabled()]
        place = next((n for n, each in enumerate(lines) if wanted(each.data() or each.text())), -1)
        if place < 0:
            raise Stopped(_("The menu does not offer what the score asks for"))
        for _down in range(len(menu.actions()) + 1):
            if menu.activeAction() is lines[place]:
                break
            QTest.keyClick(menu, Qt.Key.Key_Down)
            yield Pause(KEY / 4)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        yield Pause(KEY)


def bring(part: QWidget) -> None:
    """Scroll until a part of the window can be seen."""
    around = part.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(part)
        around = around.parentWidget()
