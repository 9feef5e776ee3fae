"""The capture bar: type, text, who. It keeps the focus, and what Enter accepted is never lost.

Enter hands the text to the outbox and clears the field at once, so that the next card can be typed;
what could not be stored comes back into the field, or waits beside it while another one is typed.
"""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.cards import Card, Kind
from facilitator.domain.errors import FacilitatorError, InvalidInput
from facilitator.domain.ids import CardId, SessionId
from facilitator.i18n import _, language
from ui.operator.run.capture_frame import HALO, CaptureFrame, lay_out_at_once
from ui.operator.run.drafts import DraftKeeper, Left
from ui.operator.run.kind_row import KindRow
from ui.operator.run.offer import Offer, quoted
from ui.operator.run.outbox import Entry, Outbox
from ui.operator.run.pasted import PastedOffer
from ui.operator.run.returned import ReturnedOffer, reason
from ui.operator.run.saving import SavingLine
from ui.presenters.capture import (
    Choice,
    Target,
    board_for,
    choice_of,
    choices,
    everybody,
    keeps_authors,
    last_card,
    prompt,
    same_choice,
    signed,
    who_of,
)
from ui.runtime.desk import Desk
from ui.theme.theme import Theme
from ui.widgets.fields import InlineError


class CaptureBar(QWidget):
    """Where the note-taker types."""

    stored = Signal(object)
    """An Entry is on disk."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._desk = desk
        self._session: SessionId | None = None
        self._editing: CardId | None = None
        self._stash: tuple[str, Choice] | None = None
        self._last_wanted = False
        self._choices: tuple[Choice, ...] = ()
        self._choice = self._resting = Choice()
        self.outbox = Outbox(desk, self)
        self.drafts = DraftKeeper(desk, self._about, self)
        self.frame = CaptureFrame(theme)
        self.kinds = KindRow(theme)
        self.recovered = Offer(theme)
        self.several = PastedOffer(theme)
        self.returned = ReturnedOffer(theme, self.outbox)
        self._error = InlineError(theme)
        self.saving = SavingLine(theme, self.outbox)
        self._arrange()
        self._connect()
        self.frame.who.setEnabled(desk.ready)

    @property
    def text(self) -> str:
        """What stands in the bar now."""
        return self.frame.text.toPlainText()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """All that can be written."""
        return self._choices

    def rest_on(self, choice: Choice | None) -> None:
        """Write this whenever nothing else is chosen, a note for None; what is half typed keeps its kind."""
        wanted = choice or Choice()
        if same_choice(wanted, self._resting):
            return
        self._resting = wanted
        if not self.text and self._editing is None:
            self.choose(self._note())

    @property
    def choice(self) -> Choice:
        """What is being written."""
        return self._choice

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        inset = QVBoxLayout()
        inset.setContentsMargins(HALO, 0, HALO, 0)
        inset.setSpacing(6)
        for offer in (self.recovered, self.several, self.returned):
            inset.addWidget(offer)
        below = QVBoxLayout()
        below.setContentsMargins(HALO, 0, HALO, 0)
        below.setSpacing(4)
        for part in (self._error, self.saving, self.kinds):
            below.addWidget(part)
        column.addLayout(inset)
        column.addWidget(self.frame)
        column.addLayout(below)

    def _connect(self) -> None:
        text, who = self.frame.text, self.frame.who
        text.submitted.connect(self.submit)
        text.sign_typed.connect(self._sign_typed)
        text.lines_pasted.connect(self.several.ask_lines)
        self.several.make.connect(self._send_several)
        self.several.keep.connect(text.insertPlainText)
        text.last_wanted.connect(self._open_last)
        text.emptied.connect(lambda: self.choose(self._note()))
        text.textChanged.connect(self._typed)
        text.grown.connect(lambda: lay_out_at_once(self.frame))
        who.submitted.connect(self.submit)
        who.changed.connect(lambda: self._say_wrong(""))
        self.kinds.chosen.connect(self.choose)
        self.frame.block.chosen.connect(self.choose)
        self.outbox.stored.connect(self._stored)
        self.outbox.refused.connect(self._came_back)
        self._desk.leaving.connect(self._put_away)

    # What the page tells

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.frame.text.setAccessibleName(_("New card"))
        self.frame.who.retranslate()
        self.kinds.retranslate()
        self.read_kinds()
        self._say_placeholder()

    def set_session(self, session: SessionId | None) -> None:
        """Put cards onto this session's board from now on."""
        self._session = session
        self.read_board()

    def read_kinds(self) -> None:
        """Offer the kinds of card that there are now."""
        self._choices = choices(self._desk.records, self._desk.workshop_id, language())
        self.kinds.set_choices(self._choices)
        self.kinds.come_after(self.frame.who.line)
        self.frame.block.set_choices(self._choices)
        before, self._choice = self._choice, Choice()
        same = [each for each in self._choices if same_choice(each, before)]
        self.choose(same[0] if same else self._note())

    def read_people(self) -> None:
        """Know the people and organisations that there are now."""
        self.frame.who.setEnabled(self._desk.ready)
        self.frame.who.set_known(everybody(self._desk.records))

    def read_board(self) -> None:
        """Follow whether the board keeps authors."""
        board = board_for(self._desk.records, self._session)
        self.frame.who.set_anonymous(not keeps_authors(board))

    def offer_draft(self) -> None:
        """Offer what was left half typed here, the oldest first; what is typed meanwhile is kept apart."""
        self.recovered.withdraw()
        for left in self.drafts.found()[:1]:
            self.recovered.ask(
                _("You were typing: “{text}”").format(text=quoted(left.words)),
                (_("Keep"), _("Discard")),
                partial(self._keep_draft, left),
                partial(self._decided, left),
            )
        if self.text:  # it was typed before there were records, and has waited
            self.drafts.typed(self.text)
            self.drafts.keep()

    def take_focus(self) -> None:
        """Let typing go into the text; Escape in an edit leaves the card as it was."""
        if self._editing is not None and self.frame.has_focus():
            self._end_edit()
        elif self.several.is_open and self.frame.has_focus():
            self.several.decline()
        self.frame.text.setFocus()

    # Typing

    @Slot(object)
    def choose(self, choice: Choice) -> None:
        """Write something of this kind; the text stays."""
        if choice == self._choice and choice.label:
            return
        self._choice = choice
        self.frame.text.takes_signs = choice.target is Target.CARD
        self.frame.block.show_choice(choice)
        self.kinds.show_choice(choice)
        self._say_placeholder()

    def choose_digit(self, digit: str) -> None:
        """Write what goes with Ctrl and this digit, and let typing go into the text."""
        for choice in self._choices:
            if choice.digit == digit:
                self.choose(choice)
        if not self.frame.has_focus():
            self.frame.text.setFocus()

    @Slot()
    def submit(self) -> None:
        """Save what stands in the bar. The field is free for the next one at once."""
        words = self.frame.text.words()
        if not words:
            if self.several.is_open:
                self.several.accept()
            return
        who = self.frame.who
        who.settle()
        if who.is_unknown:
            self._say_wrong(_("Nobody here is called “{name}”.").format(name=quoted(who.line.text())))
            who.line.setFocus()
            return
        if self._session is None and self._editing is None and self._desk.ready:
            self._say_wrong(_("Add a session to the agenda first. The card stays here."))
            return
        entry = Entry(words, self._choice, who.who, self._session, self._editing)
        try:
            self.outbox.send(entry)
        except InvalidInput as error:
            self._say_error(error)
            return
        self._clear()

    def edit(self, card: Card) -> None:
        """Open a stored card in the bar; Enter stores it anew, Escape leaves it as it was."""
        if self._editing is None and self.text:
            self._stash = (self.text, self._choice)
        self._editing = card.id
        self.choose(choice_of(card, self._choices))
        self.frame.who.put(who_of(card, everybody(self._desk.records)))
        self.frame.text.put(card.text.text)
        self.saving.set_hint(_("Changing a card. Enter saves it, Esc leaves it as it was."))
        self.frame.text.setFocus()

    def _clear(self) -> None:
        """Make room for the next one."""
        self._empty()
        self.drafts.stored()
        self.drafts.typed(self.text)  # what waited for an edit to end is half typed again
        self.frame.text.setFocus()

    @Slot()
    def _put_away(self) -> None:
        """Keep what is half typed for when its workshop is opened again; the bar is free for another's."""
        self.drafts.let_go()
        self._stash = None  # kept with the rest
        self._empty()

    def _empty(self) -> None:
        """Take the words out of the bar; the kind goes back to a note unless it is kept."""
        self._say_wrong("")
        if self._editing is not None:
            self._end_edit()
        else:
            self.frame.text.put("")
            self.frame.who.clear()
            if not self.kinds.pin.isChecked():
                self.choose(self._note())

    def _end_edit(self) -> None:
        words, choice = self._stash or ("", self._note())
        self._editing = self._stash = None
        self.saving.set_hint("")
        self.frame.who.clear()
        self.frame.text.put(words)
        self.choose(choice)

    @Slot()
    def _typed(self) -> None:
        self._say_wrong("")
        self.drafts.typed(self.text)

    @Slot(object)
    def _sign_typed(self, kind: Kind) -> None:
        five = [each for each in self._choices if each.own_kind is None and each.target is Target.CARD]
        self.choose(next(each for each in five if each.kind is kind))

    @Slot(tuple)
    def _send_several(self, lines: tuple[str, ...]) -> None:
        if self._session is None and self._desk.ready:
            self._say_wrong(_("Add a session to the agenda first. The card stays here."))
            return
        who = self.frame.who.who
        try:
            meant = signed(lines, self._choice, self._choices)
            self.outbox.send(*(Entry(line, choice, who, self._session) for line, choice in meant))
        except InvalidInput as error:
            self._say_error(error)
        self.frame.text.setFocus()

    @Slot()
    def _open_last(self) -> None:
        """Open the last card, once all that Enter accepted is stored."""
        self._last_wanted = bool(self.outbox.waiting)
        if self._last_wanted:
            return
        card = last_card(self._desk.records, board_for(self._desk.records, self._session))
        if card is not None:
            self.edit(card)

    # What became of it

    @Slot(object)
    def _stored(self, entry: Entry) -> None:
        self.stored.emit(entry)
        if self._last_wanted and not self.outbox.waiting:
            if not self.text:
                self._open_last()
            self._last_wanted = False

    @Slot(object, object)
    def _came_back(self, entry: Entry, error: FacilitatorError) -> None:
        """Bring a text back that could not be stored: into the free field, else beside it."""
        if self.text or self._editing is not None or self.returned.is_open:
            self.returned.keep(entry, error)
            return
        self._editing = entry.card
        self.choose(entry.choice)
        self.frame.who.put(entry.who)
        self._put_back(entry.text)
        self._say_error(error)

    def _about(self) -> str:
        """Return what is to be kept of the half-typed card besides its words."""
        from ui.presenters.drafts import written  # noqa: PLC0415 - not before something is half typed

        waits = self._stash[0] if self._stash else ""
        return written(self._choice, self.frame.who.who, self._editing, waits)

    def _keep_draft(self, left: Left) -> None:
        """Go on with what was half typed: of its kind, by whom it was, in the card that was being changed."""
        from ui.presenters.drafts import read  # noqa: PLC0415 - hardly ever is there something

        found = read(left.about, self._desk.records, self._choices, everybody(self._desk.records))
        if found.before:
            self._put_back(found.before)
        if found.card is not None and self._editing is None:  # else behind what is being changed
            self.edit(found.card)
            self.frame.text.put("")
        if not self.text:
            self.choose(found.choice if left.about else self._note())
            self.frame.who.put(found.who)
        self._put_back(left.words)
        self.drafts.keep()  # before it is forgotten where it was
        self._decided(left)

    def _decided(self, left: Left) -> None:
        self.drafts.forget(left)
        self.offer_draft()

    def _put_back(self, words: str) -> None:
        typed = self.text
        self.frame.text.put(f"{typed}\n{words}" if typed else words)
        self.frame.text.setFocus()

    # Saying

    def _say_error(self, error: FacilitatorError) -> None:
        self._say_wrong(reason(error))

    def _say_wrong(self, sentence: str) -> None:
        if sentence != self._error.sentence:
            self._error.say(sentence)
            self.frame.set_wrong(bool(sentence))
            self.frame.text.setAccessibleDescription(sentence)

    def _say_placeholder(self) -> None:
        target = self._choice.target
        short = _("Type a card") if target is Target.CARD else self._choice.label
        self.frame.text.set_prompt(prompt(target), short)

    def _note(self) -> Choice:
        """Return what the bar writes while nothing else is chosen: a note, or what the step asks for."""
        return next((each for each in self._choices if same_choice(each, self._resting)), self._resting)
