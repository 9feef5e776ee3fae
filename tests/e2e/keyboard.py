"""A keyboard at the real window, and nothing else: no mouse, no method called."""

import unicodedata

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

_PARTS = 10
_FIELDS = 40


class Keyboard:
    """Keys go to whatever has the focus, through Qt's own shortcuts, as they do from a desk."""

    def __init__(self, qtbot, window):
        self._qtbot, self._window = qtbot, window

    def target(self):
        """Return what the keys go to: an open list, else what has the focus in the window."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        if not self._window.isActiveWindow():
            self._become_active()
        return self._window.focusWidget() or self._window

    def _become_active(self):
        """Have the window in front: without a window system a list that closes leaves none there.

        The focus stays where the program put it, as it does where lists do not take the front.
        """
        focused = QApplication.focusWidget()
        with self._qtbot.waitActive(self._window):
            self._window.activateWindow()
        if focused is not None and self._window.isAncestorOf(focused):
            focused.setFocus()

    def press(self, *keys):
        """Press keys one after the other: "Ctrl+Space", "M"."""
        for key in keys:
            combination = QKeySequence(key)[0]
            QTest.keyClick(self.target(), combination.key(), combination.keyboardModifiers())

    def type(self, words):
        """Type words; an accent is a dead key first, which an input method makes one letter of."""
        for letter in words:
            marks = unicodedata.normalize("NFD", letter)
            if len(marks) > 1:
                for event in (QInputMethodEvent("\N{ACUTE ACCENT}", []), QInputMethodEvent("", [])):
                    if not event.preeditString():
                        event.setCommitString(letter)
                    QApplication.sendEvent(self.target(), event)
            else:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                    QApplication.sendEvent(self.target(), event)

    def go_into(self, region):
        """Go to a part of the window by F6. Fails when it does not lead there."""
        for _region in range(_PARTS):
            if region.isAncestorOf(self.target()):
                return
            self.press("F6")
        raise AssertionError(f"F6 does not lead to {region!r}")

    def reach(self, part):
        """Go to a part of the window by F6 and Tab. Fails when they do not lead there."""
        for _region in range(_PARTS):
            for _field in range(_FIELDS):
                now = self.target()
                if now is part or part.isAncestorOf(now):
                    return
                self.press("Tab")
            self.press("F6")
        raise AssertionError(f"no key leads to {part.accessibleName() or part!r}")

    def put(self, field, words):
        """Write words into a field in place of what stands there, and leave it."""
        self.reach(field)
        self.press("Ctrl+A")
        self.type(words)
        self.press("Tab")

    def choose(self, field, key):
        """Choose one of a list by going through it with the arrow keys."""
        self.reach(field)
        wanted = field.findData(key)
        while (now := field.currentIndex()) != wanted:
            self.press("Down" if now < wanted else "Up")
        self._qtbot.waitUntil(lambda: field.current_key() == key)
