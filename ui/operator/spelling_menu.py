"""The menu of a field with marked words: what may have been meant, and words of a person's own."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from shiboken6 import isValid

from facilitator.domain.errors import CannotWrite
from facilitator.i18n import _
from facilitator.my_words import MyWords
from ui.presenters.spelling import Spelt, around, folded, spelt
from ui.runtime.desk import Desk
from ui.runtime.spelling import Speller
from ui.widgets.menu import Menu


def cursor_on(field: QPlainTextEdit, word: Spelt) -> QTextCursor:
    """Return a cursor that has a word of a field selected; the field's own stays where it is."""
    cursor = QTextCursor(field.document())
    cursor.setPosition(word.start)
    cursor.setPosition(word.end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def open_menu_by_key() -> None:
    """Open the menu of whatever has the focus, as the menu key does, which many laptops lack."""
    found = QApplication.focusWidget()
    if found is not None:
        place = found.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        typing = isinstance(place, QRect) and not place.isNull()
        point = place.center() if typing else found.rect().center()
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(found, QContextMenuEvent(reason, point, found.mapToGlobal(point)))


class SpellingMenu(QObject):
    """Opens the field's own menu with what is about spelling on top of it."""

    changed = Signal()
    """A word was replaced, or is known now, or no longer."""

    def __init__(self, desk: Desk, speller: Speller, words: MyWords, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._speller = speller
        self._words = words
        self.shown: Menu | None = None
        """The menu that was opened last."""

    def open(self, field: QPlainTextEdit, point: QPoint, marks: tuple[Spelt, ...]) -> None:
        """Open the menu at a point of the field. By key it is about the marked word nearest to the cursor."""
        place = field.cursorForPosition(point).position()
        mark = next((each for each in marks if each.start <= place <= each.end), None)
        if mark is None and field.cursorRect().contains(point):
            mark = around(marks, field.textCursor().position())
        menu = self.shown = Menu(field)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if mark is not None:
            self._offer(menu, field, mark)
        elif mine := self._my_word(field, place):
            said = _("Take “{word}” out of my words").format(word=mine)
            self._add(menu, said, partial(self._keep, partial(self._words.remove, mine)))
            menu.addSeparator()
        usual = field.createStandardContextMenu()
        usual.setParent(menu, usual.windowFlags())  # its actions live as long as the menu that shows them
        menu.addActions(usual.actions())
        menu.popup(field.viewport().mapToGlobal(point))

    def _offer(self, menu: Menu, field: QPlainTextEdit, mark: Spelt) -> None:
        """Offer what may have been meant, once that is known, and to know the word."""
        self._speller.ask_instead(mark.word)
        waiting = menu.addAction(_("Looking for suggestions"))
        waiting.setEnabled(False)
        menu.addSeparator()
        said = _("Add “{word}” to my words").format(word=mark.word)
        self._add(menu, said, partial(self._keep, partial(self._words.add, mark.word)))
        menu.addSeparator()
        fill = partial(self._fill, menu, waiting, field, mark)
        if not fill():
            self._speller.told.connect(fill)
            menu.aboutToHide.connect(lambda: self._speller.told.disconnect(fill))

    def _fill(self, menu: Menu, waiting: QAction, field: QPlainTextEdit, mark: Spelt) -> bool:
        """Put suggestions in the place of the line that waits for them; whether they are there."""
        found = self._speller.instead_of(mark.word)
        if found is None or not isValid(menu):
            return False
        if not waiting.isVisible():
            return True
        for word in found:
            action = QAction(word.replace("&", "&&"), menu)
            action.triggered.connect(partial(self._replace, field, mark, word))
            menu.insertAction(waiting, action)
        waiting.setVisible(not found)
        waiting.setText(_("No suggestions for “{word}”").format(word=mark.word))
        return True

    @staticmethod
    def _add(menu: Menu, said: str, act: "partial[None]") -> None:
        menu.addAction(said.replace("&", "&&")).triggered.connect(act)

    def _my_word(self, field: QPlainTextEdit, place: int) -> str:
        """Return the word of a person's own at a place, as it was added; empty for none."""
        found = spelt(field.toPlainText(), self._speller.language)
        at = next((folded(each.word) for each in found if each.start <= place <= each.end), None)
        return next((word for word in self._words.words if folded(word) == at), "")

    def _replace(self, field: QPlainTextEdit, mark: Spelt, word: str, *_on: object) -> None:
        """Put a suggestion in the place of a word. The cursor stays where it was; Ctrl+Z takes it back."""
        cursor = cursor_on(field, mark)
        if folded(cursor.selectedText()) == folded(mark.word):
            cursor.insertText(word)
            self.changed.emit()

    def _keep(self, change: "partial[None]", *_on: object) -> None:
        try:
            change()
        except CannotWrite as error:
            self._desk.failed.emit(error)
        self.changed.emit()
