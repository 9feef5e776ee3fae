"""Everything that is known of one card: its words, type, who said it, what explains it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from facilitator.domain.cards import Board, BoardMode, Card
from facilitator.domain.cycles import Workshop
from facilitator.domain.people import Organisation, Person
from facilitator.domain.records import Records
from facilitator.i18n import _, language
from ui.operator.cards.history_list import HistoryList
from ui.presenters.card_boards import KindItem
from ui.presenters.card_history import HistoryLine, other_languages
from ui.presenters.cards import folded
from ui.presenters.wording import language_name
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.choice import Choice
from ui.widgets.editors import GrowingTextEdit
from ui.widgets.fields import FieldRow
from ui.widgets.labels import label
from ui.widgets.side_panel import SidePanel


class CardPanel(SidePanel):
    """Follows the selection while it is open; each field is stored as one leaves it."""

    edited = Signal(str, str)
    """A field of the card (text, translation, kind, author, organisation, clarification) and what it says."""

    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.words = GrowingTextEdit(theme, lines=(2, 10))
        self.translation = GrowingTextEdit(theme, lines=(1, 10))
        self.tongue = Choice()
        self.kind = Choice()
        self.author = Choice()
        self.organisation = Choice()
        self.clarification = GrowingTextEdit(theme, lines=(2, 8))
        fields = {
            "text": self.words,
            "translation": self.translation,
            "kind": self.kind,
            "author": self.author,
            "organisation": self.organisation,
            "clarification": self.clarification,
        }
        self.rows = {name: FieldRow(theme, "", field) for name, field in fields.items()}
        self._note = label(theme, role="meta", tone="ink_3", wrap=True)
        self.other = ""
        """The language that the translation is in."""
        self._card: Card | None = None
        self.history = HistoryList(theme)
        self._shut = Button(theme, kind="quiet", icon="x", size="small")
        self.tools.addWidget(self._shut)
        for row in self.rows.values():
            self.body.addWidget(row)
        self.body.insertWidget(2, self.tongue)
        self.tongue.hide()
        self.body.addWidget(self._note)
        self.body.addWidget(self.history)
        for name, choice in (
            ("kind", self.kind),
            ("author", self.author),
            ("organisation", self.organisation),
        ):
            choice.chosen.connect(lambda value, name=name: self.edited.emit(name, value))
        self.words.committed.connect(lambda value: self.edited.emit("text", value))
        self.tongue.chosen.connect(self._take_tongue)
        self.translation.committed.connect(lambda value: self.edited.emit("translation", value))
        self.clarification.committed.connect(lambda value: self.edited.emit("clarification", value))
        self._shut.clicked.connect(self.closed)
        self.retranslate()

    def show_card(
        self, records: Records, card: Card | None, kinds: Sequence[KindItem], workshop: Workshop | None
    ) -> None:
        """Show a card, or that none is selected alone."""
        for row in self.rows.values():
            row.setEnabled(card is not None)
            row.set_error("")
        self._card = card
        if card is None:
            self._note.setText(_("Select one card."))
            for field in (self.words, self.translation, self.clarification):
                field.set_value("")
            return
        spoken = language()
        board = records.get(Board, card.board)
        anonymous = board is not None and board.mode is BoardMode.ANONYMOUS
        self.words.set_value(card.text.best(spoken))
        offered = other_languages(card.text, spoken, workshop)
        self.other = self.other if self.other in offered else offered[0]
        self.tongue.set_items([(each, language_name(each)) for each in offered])
        self.tongue.set_key(self.other)
        self.tongue.setVisible(len(offered) > 1)
        self._show_translation()
        self.clarification.set_value(card.clarification.best(spoken) if card.clarification else "")
        self.kind.set_items([(kind.key, kind.word) for kind in kinds])
        self.kind.set_key(str(card.own_kind) if card.own_kind else card.kind.value)
        people = sorted(records.where(Person, anonymised=False), key=lambda each: folded(each.full_name))
        self.author.set_items([("", _("Nobody named")), *((str(each.id), each.full_name) for each in people)])
        self.author.set_key(str(card.author or ""))
        homes = sorted(records.where(Organisation), key=lambda each: folded(each.known_as))
        self.organisation.set_items(
            [("", _("None, or that of the person")), *((str(each.id), each.known_as) for each in homes)]
        )
        self.organisation.set_key(str(card.organisation or ""))
        for name in ("author", "organisation"):
            self.rows[name].setEnabled(not anonymous)
        self._note.setText(
            _("This board is anonymous: nothing about who wrote is kept.") if anonymous else ""
        )

    def show_history(self, lines: Sequence[HistoryLine]) -> None:
        """Show what happened to the card, newest first."""
        self.history.show_lines(lines)

    def begin_translation(self) -> None:
        """Put the keyboard where the card is translated."""
        self.translation.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.scroller.ensureWidgetVisible(self.translation)

    def show_tongue(self, tongue: str) -> None:
        """Show the translation into a language."""
        self.tongue.set_key(tongue)
        self._take_tongue(tongue)

    def _take_tongue(self, tongue: str) -> None:
        self.other = tongue
        self._show_translation()

    def _show_translation(self) -> None:
        self.translation.set_value((self._card.text.translated(self.other) or "") if self._card else "")
        self._name_translation()

    def _name_translation(self) -> None:
        name = _("Translation")
        self.translation.setProperty("tongue", self.other)  # for marks under words, ui/operator/spelling.py
        if self.other:
            name = _("Translation: {language}").format(language=language_name(self.other))
        self.rows["translation"].set_words(name)

    def refuse(self, field: str, sentence: str) -> None:
        """Say why a field was not stored."""
        self.rows[field].set_error(sentence)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.set_heading(_("Card"))
        names = {
            "text": _("Words"),
            "kind": _("Type"),
            "author": _("Who"),
            "organisation": _("Organisation"),
            "clarification": _("What was meant"),
        }
        for name, words in names.items():
            self.rows[name].set_words(words)
        self.tongue.setAccessibleName(_("Language of the translation"))
        self._name_translation()
        self.history.retranslate()
        self._shut.setAccessibleName(_("Close the panel"))
        self._shut.setToolTip(_("Close the panel"))
