"""Types of card that a workshop adds to the five: each with a name, and looking like one of them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.domain.cards import Kind
from facilitator.i18n import _, language, translations
from facilitator.words import word
from ui.presenters.card_boards import KindItem
from ui.theme.theme import Theme
from ui.widgets.badge import KindBadge
from ui.widgets.buttons import Button
from ui.widgets.choice import Choice
from ui.widgets.editors import InPlaceEdit
from ui.widgets.fields import FieldRow, InlineError
from ui.widgets.labels import label
from ui.widgets.side_panel import SidePanel


class KindsPanel(SidePanel):
    """Add, rename and delete types. Their cards are filtered, chosen and counted like the others."""

    added = Signal(str, str)
    """Name, and which of the five it looks like."""

    renamed = Signal(str, str)
    relooked = Signal(str, str)
    deleted = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._kinds: tuple[KindItem, ...] = ()
        self._hint = label(theme, role="meta", tone="ink_2", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.name = QLineEdit()
        self.look = Choice()
        self._name_row = FieldRow(theme, "", self.name)
        self._look_row = FieldRow(theme, "", self.look)
        self.error = InlineError(theme, self.name)
        self.add = Button(theme, " ", icon="plus")
        shut = self._shut = Button(theme, kind="quiet", icon="x", size="small")
        self.tools.addWidget(shut)
        self.body.addWidget(self._hint)
        self.body.addLayout(self._list)
        for part in (self._name_row, self._look_row, self.error, self.add):
            self.body.addWidget(part)
        shut.clicked.connect(self.closed)
        self.add.clicked.connect(self._add)
        self.name.returnPressed.connect(self._add)
        self.retranslate()

    def show_kinds(self, kinds: Sequence[KindItem]) -> None:
        """Show the types that the workshop added."""
        own = tuple(kind for kind in kinds if kind.own)
        if own == self._kinds:
            return
        self._kinds = own
        while (item := self._list.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for kind in own:
            self._list.addWidget(self._row(kind))

    def _row(self, kind: KindItem) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        name = InPlaceEdit()
        name.set_value(kind.word)
        name.setAccessibleName(_("Name of the type"))
        name.committed.connect(lambda text: self.renamed.emit(kind.key, text))
        look = Choice(_("Looks like"))
        look.set_items(_looks())
        look.set_key(kind.look)
        look.chosen.connect(lambda key: self.relooked.emit(kind.key, key))
        delete = Button(self._theme, kind="quiet", icon="trash-2", size="small")
        delete.setAccessibleName(_("Delete the type {name}").format(name=kind.word))
        delete.setToolTip(delete.accessibleName())
        delete.clicked.connect(lambda: self.deleted.emit(kind.key))
        line.addWidget(KindBadge(self._theme, kind.look))
        line.addWidget(name, 1)
        line.addWidget(look)
        line.addWidget(delete)
        return row

    def stored(self) -> None:
        """Follow that a new type is stored."""
        self.error.say("")
        self.name.clear()

    def refuse(self, sentence: str) -> None:
        """Say why a type was not stored."""
        self.error.say(sentence)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.set_heading(_("Types of card"))
        self._hint.setText(
            _("Beside the five, this workshop can have its own. Each looks like one of the five.")
        )
        self._name_row.set_words(_("New type"))
        self._look_row.set_words(_("Looks like"))
        self.look.set_items(_looks())
        self.add.setText(_("Add type"))
        self._shut.setAccessibleName(_("Close the panel"))
        self._shut.setToolTip(_("Close the panel"))
        kinds, self._kinds = self._kinds, ()
        self.show_kinds(kinds)

    def _add(self) -> None:
        self.added.emit(self.name.text().strip(), self.look.current_key())


def _looks() -> list[tuple[str, str]]:
    return [(kind.value, word(translations(language()), kind)) for kind in Kind]
