"""Hands on a page: what every person does with keys."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

_BY_HAND = 1_000
"""Letters that are typed one by one."""


class Hand:
    """A person at a page; each page's own hand adds what can be seen and done there."""

    def __init__(self, qtbot, page, desk):
        self.qtbot, self.page, self.desk = qtbot, page, desk

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        """Press a key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.page, key, modifier)

    def type(self, words):
        """Type words where the keyboard is, whatever letters they have; very many come in at once, as dictated."""
        if len(words) > _BY_HAND:
            dictated = QInputMethodEvent()
            dictated.setCommitString(words)
            QApplication.sendEvent(QApplication.focusWidget() or self.page, dictated)
            return
        for letter in words:
            event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(QApplication.focusWidget() or self.page, event)
