"""Below the sections: a section of free text, and templates that are kept and applied by name."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.documents import DocumentTemplate
from facilitator.i18n import _
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.editors import InPlaceEdit
from ui.widgets.fields import FieldRow
from ui.widgets.menu import Menu


class _NameEdit(InPlaceEdit):
    """The name of a template; Escape gives it up."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with nothing kept."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText("")
            self.given_up.emit()
            return
        super().keyPressEvent(event)


class SectionTools(QWidget):
    """Buttons in one line; the field for a template's name opens below them."""

    text_wanted = Signal()
    words_wanted = Signal()
    template_wanted = Signal(object)
    """Key of a template to apply."""

    forget_wanted = Signal(object)
    """Key of a template to delete."""

    name_given = Signal(str)
    """A name under which to keep the sections."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.add_text = Button(theme, " ", kind="quiet", size="small", icon="plus")
        self.words = Button(theme, icon="pencil", kind="quiet", size="small")
        self.templates = Button(theme, icon="layers", kind="quiet", size="small")
        self._menu = Menu(self)
        self._templates: list[DocumentTemplate] = []
        self.name = _NameEdit()
        self.name_row = FieldRow(theme, "", self.name)
        self.name_row.hide()
        self.add_text.clicked.connect(self.text_wanted)
        self.words.clicked.connect(self.words_wanted)
        self.templates.clicked.connect(self._open)
        self.name.returnPressed.connect(self._give_name)
        self.name.given_up.connect(self.name_row.hide)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.add_text)
        row.addStretch(1)
        row.addWidget(self.words)
        row.addWidget(self.templates)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.name_row)

    def show_templates(self, templates: Sequence[DocumentTemplate]) -> None:
        """Offer these templates."""
        self._templates = list(templates)

    def menu_words(self) -> list[str]:
        """Return what the menu offers, filled as it would open now."""
        self._fill()
        return [action.text() for action in self._menu.actions() if action.text()]

    def choose(self, words: str) -> None:
        """Do what the menu offers under these words."""
        self._fill()
        next(action for action in self._menu.actions() if action.text() == words).trigger()

    def say(self, sentence: str) -> None:
        """Say under the name why it was refused; nothing where it was not."""
        self.name_row.set_error(sentence)

    def _fill(self) -> None:
        self._menu.clear()
        for each in self._templates:
            name = each.name.replace("&", "&&")
            self._menu.addAction(name).triggered.connect(partial(self._apply, each.id))
        if self._templates:
            self._menu.addSeparator()
        self._menu.addAction(_("Keep these sections as a template")).triggered.connect(self._ask_name)
        for each in self._templates:
            words = _("Delete the template “{name}”").format(name=each.name.replace("&", "&&"))
            self._menu.addAction(words).triggered.connect(partial(self._forget, each.id))

    def _apply(self, key: UUID, _checked: bool = False) -> None:
        self.template_wanted.emit(key)

    def _forget(self, key: UUID, _checked: bool = False) -> None:
        self.forget_wanted.emit(key)

    def _open(self) -> None:
        self._fill()
        self._menu.popup(self.templates.mapToGlobal(self.templates.rect().bottomLeft()))

    def _ask_name(self) -> None:
        self.name_row.set_error("")
        self.name.setText("")
        self.name_row.show()
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _give_name(self) -> None:
        if self.name.text().strip():
            self.name_given.emit(self.name.text().strip())
            self.name_row.hide()
            self.templates.setFocus()

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.add_text.setText(_("Text section"))
        self.add_text.setToolTip(_("Add a section of free text"))
        self.words.setToolTip(_("Title and free text of the section"))
        self.words.setAccessibleName(_("Title and free text of the section"))
        self.templates.setToolTip(_("Templates of sections"))
        self.templates.setAccessibleName(_("Templates of sections"))
        self.name_row.set_words(_("Name of the template"), _("Enter keeps it for every workshop."))
