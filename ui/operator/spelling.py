"""Marks words that no dictionary knows, in the field that is being typed in.

It follows the focus, so that no field needs to know of it, and looks only in calm moments: a key costs the
start of a timer. Where there is no dictionary nothing is marked, and nothing is ever refused.
"""

from typing import Final

from PySide6.QtCore import QMetaObject, QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from facilitator.domain.cases import Case
from facilitator.domain.changes import ChangeSet
from facilitator.domain.cycles import Alliance, Cycle, Workshop
from facilitator.domain.people import Organisation, Person
from facilitator.i18n import _
from facilitator.my_words import MyWords
from ui.actions import install_actions
from ui.operator.spelling_menu import SpellingMenu, cursor_on, open_menu_by_key
from ui.presenters.spelling import Spelt, folded, is_foreign, known, names, spelt
from ui.runtime.desk import Desk
from ui.runtime.spelling import Speller
from ui.theme.theme import Theme

TONGUE: Final = "tongue"
"""Property of a field whose words are in another language than the workshop's: that language."""

CALM_MS: Final = 400
"""How long no key must have come before words are looked at; the one being typed is left out."""

DONE_MS: Final = 1200
"""How long after that the word at the cursor is taken for finished."""

_MOST: Final = 100
"""Words that are marked in one text: a book that was pasted is painted as quickly as it was."""

_PREPARED: Final = 6
"""Words whose suggestions are asked for before anybody opens the menu."""


class SpellingMarks(QObject):
    """Lives as long as the window. One field has marks at a time: the one with the focus."""

    def __init__(self, window: QWidget, theme: Theme, desk: Desk, words: MyWords | None = None) -> None:
        super().__init__(window)
        self._theme = theme
        self._desk = desk
        self._field: QPlainTextEdit | None = None
        self._hint = ""
        self._finished = False
        self._names: frozenset[str] = frozenset()
        self.marks: tuple[Spelt, ...] = ()
        self.words = words or MyWords()
        self.speller = Speller(self)
        self.calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self.calm.timeout.connect(self._look)
        self.menu = SpellingMenu(desk, self.speller, self.words, self)
        self.menu.changed.connect(self._look_again)
        install_actions(window, {"item.menu": open_menu_by_key})
        self.speller.told.connect(self._show)
        desk.opened.connect(self._opened)
        desk.changed.connect(self._changed)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - there are windows
        self._following: QMetaObject.Connection | None = application.focusChanged.connect(self._focus_moved)
        if desk.ready:
            self._opened()
        self._focus_moved(None, QApplication.focusWidget())

    def close(self) -> None:
        """Mark nothing any more; asked again, there is nothing more to do."""
        following, self._following = self._following, None
        if following is not None:
            QObject.disconnect(following)
        self._leave()
        self.calm.stop()
        self.speller.close()

    # Following the workshop and the focus

    @Slot()
    def _opened(self) -> None:
        workshop = self._desk.workshop
        self.speller.speak(self._desk.language, workshop.country if workshop else None)
        self._names = names(self._desk.records) | known(self._desk.language)
        self.calm.start(CALM_MS)

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(Person, Organisation, Workshop, Case, Alliance, Cycle):
            self._opened()

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or now is self._field:  # another window is in front for a moment
            return
        self._leave()
        usual = Qt.ContextMenuPolicy.DefaultContextMenu
        if isinstance(now, QPlainTextEdit) and not now.isReadOnly() and now.contextMenuPolicy() is usual:
            self._field = now
            now.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            now.customContextMenuRequested.connect(self._open_menu)
            now.textChanged.connect(self._typed)
            self.calm.start(CALM_MS)

    def _leave(self) -> None:
        field, self._field = self._field, None
        if field is None or not isValid(field):
            self.marks = ()
            return
        field.textChanged.disconnect(self._typed)
        field.customContextMenuRequested.disconnect(self._open_menu)
        field.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self._mark(field, ())

    @Slot()
    def _typed(self) -> None:
        self._finished = False
        self.calm.start(CALM_MS)

    # Looking

    @Slot()
    def _look(self) -> None:
        """Ask about the words that stand in the field now, and mark what is known of them."""
        if self._field is not None and isValid(self._field) and self.speller.language:
            self.speller.ask(each.word for each in self._words(self._field))
            self._show()

    def _words(self, field: QPlainTextEdit) -> list[Spelt]:
        tongue = field.property(TONGUE) or self.speller.language
        if tongue != self.speller.language:
            return []
        mine = {folded(word) for word in self.words.words}
        found = spelt(field.toPlainText(), tongue)
        return [each for each in found if (word := folded(each.word)) not in self._names and word not in mine]

    @Slot()
    def _show(self) -> None:
        """Mark what is wrong; while keys come, nothing moves."""
        field = self._field
        if field is None or not isValid(field) or self.calm.isActive():
            if field is not None and isValid(field) and not self.speller.language:
                self._mark(field, ())
            return
        words = self._words(field)
        wrong = [each for each in words if self.speller.is_wrong(each.word)]
        if is_foreign(len({each.word for each in wrong}), len({each.word for each in words})):
            wrong = []
        cursor = field.textCursor()
        place = cursor.position()
        marked = tuple(each for each in wrong if self._finished or each.end != place or not field.hasFocus())
        self._mark(field, marked[:_MOST])
        if len(marked) < len(wrong):
            self._finished = True
            self.calm.start(DONE_MS)
        for each in marked[:_PREPARED]:
            self.speller.ask_instead(each.word)

    def _mark(self, field: QPlainTextEdit, marks: tuple[Spelt, ...]) -> None:
        if marks or field.extraSelections():
            field.setExtraSelections([self._selection(field, each) for each in marks])
        self.marks = marks
        hint = ""
        if marks:
            said = ", ".join(dict.fromkeys(each.word for each in marks))
            hint = _("Not in the dictionary: {words}").format(words=said)
        if field.accessibleDescription() in {"", self._hint} and hint != self._hint:
            field.setAccessibleDescription(hint)
            event = QAccessible.Event.DescriptionChanged
            QAccessible.updateAccessibility(QAccessibleEvent(field, event))
        self._hint = hint

    def _selection(self, field: QPlainTextEdit, mark: Spelt) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        on_dark = field.palette().text().color().lightness() > 127  # cards are paper in the dark scheme too
        looks = QTextCharFormat()
        looks.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        looks.setUnderlineColor(self._theme.tokens_colour("dark" if on_dark else "light", "over"))
        made.format = looks
        made.cursor = cursor_on(field, mark)
        return made

    # The menu

    @Slot(QPoint)
    def _open_menu(self, point: QPoint) -> None:
        if self._field is not None:
            self.menu.open(self._field, point, self.marks)

    @Slot()
    def _look_again(self) -> None:
        self.calm.start(0)
