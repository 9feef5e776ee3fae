"""The dot vote of a board: rule, dots cast of possible, places with their ties, what was concluded."""

from typing import Final

from PySide6.QtCore import Signal

from facilitator.domain.cards import VoteMethod, Voting
from facilitator.domain.errors import FacilitatorError
from facilitator.i18n import _, language, translations
from facilitator.words import word
from ui.actions.qt import key_hint
from ui.operator.voting.result import ResultPart
from ui.operator.voting.rule_bar import Spin
from ui.presenters.card_boards import VoteState
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.choice import Choice
from ui.widgets.editors import GrowingTextEdit
from ui.widgets.fields import FieldRow, InlineError
from ui.widgets.labels import heading, label
from ui.widgets.pills import Pill
from ui.widgets.side_panel import SidePanel

_MOST_PLACES: Final = 8
_MOST_TEXTS: Final = 5


class VotePanel(SidePanel):
    """Beside the wall while dots are counted; digits typed on a card count there too."""

    started = Signal()
    rule_chosen = Signal(object)
    """A Voting, or None to end the vote."""

    counted = Signal(int)
    """Dots on what is selected."""

    entry_wanted = Signal()
    """The sheet on which dots are entered line by line."""

    concluded = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._state: VoteState | None = None
        self.per_person, self.voters, self.most = Spin(1, 100), Spin(0, 100_000), Spin(0, 100)
        self.method = Choice()
        self.dots = Spin(0, 1_000_000)
        self.conclusion = GrowingTextEdit(theme, lines=(2, 6))
        self._rows = [
            FieldRow(theme, "", field)
            for field in (self.per_person, self.voters, self.most, self.method, self.dots, self.conclusion)
        ]
        self.error = InlineError(theme)
        self._cast = Pill(theme)
        self._hint = label(theme, role="meta", tone="ink_2", wrap=True)
        self.start = Button(theme, " ", kind="secondary", icon="circle-dot")
        self.close_vote = Button(theme, " ", kind="secondary")
        self.end = Button(theme, " ", kind="quiet", size="small")
        self._shut = Button(theme, kind="quiet", icon="x", size="small")
        self._result = heading(theme)
        self._places = ResultPart(theme)
        self.enter = Button(theme, " ", icon="vote")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        per_person, voters, most, method, dots, conclusion = self._rows
        self.tools.addWidget(self._shut)
        for part in (self._hint, self.start, per_person, voters, most, method, self.error, self._cast):
            self.body.addWidget(part)
        self.body.addWidget(dots)
        self.body.addWidget(self.enter)
        self.body.addWidget(self.close_vote)
        self.body.addWidget(self._result)
        self.body.addWidget(self._places)
        self.body.addWidget(conclusion)
        self.body.addWidget(self.end)

    def _connect(self) -> None:
        for spin in (self.per_person, self.voters, self.most):
            spin.valueChanged.connect(self._rule_changed)
        self.method.chosen.connect(self._rule_changed)
        self.dots.valueChanged.connect(self.counted)
        self.start.clicked.connect(self.started)
        self.close_vote.clicked.connect(self._toggle)
        self.enter.clicked.connect(self.entry_wanted)
        self.end.clicked.connect(lambda: self.rule_chosen.emit(None))
        self.conclusion.committed.connect(self.concluded)
        self._shut.clicked.connect(self.closed)

    # Showing

    def show_vote(self, state: VoteState | None, conclusion: str) -> None:
        """Show how the vote stands now; a field in which one is typing is left alone."""
        if state is None or self._state is None or state.rule != self._state.rule:
            self.error.say("")
        self._state = state
        self.conclusion.set_value(conclusion)
        here = state is not None
        for row in self._rows[:4]:
            row.setVisible(here)
        for part in (self._cast, self.close_vote, self.end, self._result):
            part.setVisible(here)
        self.start.setVisible(not here)
        if state is not None:
            self._show_rule(state.rule)
        self.enter.setVisible(state is not None and not state.rule.closed)
        self._places.setVisible(state is not None and (state.rule.closed or bool(state.places)))
        self._places.show_places(state.places if state is not None else ())
        self.retranslate()

    def show_count(self, dots: int | None, name: str) -> None:
        """Show the dots on what is selected; nothing where that is not one card or cluster."""
        row = self._rows[4]
        by_ballot = self._state is not None and self._state.rule.method.by_ballot
        row.setVisible(dots is not None and self._state is not None and not by_ballot)
        self.dots.put(dots or 0)
        row.set_words(_("Dots counted on the selected card"), name)
        row.set_error("")

    def refuse_rule(self, sentence: str) -> None:
        """Say why the rule was not stored, and show the one that holds."""
        if self._state is not None:
            self._show_rule(self._state.rule)
        self.error.say(sentence)

    def refuse_count(self, sentence: str) -> None:
        """Say why the dots were not stored; they can be corrected."""
        self._rows[4].set_error(sentence)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.set_heading(_("Vote and result"))
        names = (
            _("Dots per person"),
            _("Voters"),
            _("Most dots of one person on one card"),
            _("How dots are given"),
        )
        for row, name in zip(self._rows, names, strict=False):
            row.set_words(name)
        self._rows[5].set_words(_("What the group concluded"))
        self.most.setSpecialValueText(_("No limit"))
        self.method.set_items([(each.value, word(translations(language()), each)) for each in VoteMethod])
        self._shut.setAccessibleName(_("Close the panel"))
        self._shut.setToolTip(_("Close the panel"))
        self.start.setText(_("Start a vote"))
        self.enter.setText(_("Enter dots"))
        self.enter.set_keys(key_hint("run.vote"))
        self.end.setText(_("End the vote and delete its dots"))
        self._result.setText(_("Result"))
        state = self._state
        if state is None:
            self._hint.setText(
                _("Nobody votes on this board yet. A usual rule is proposed; change it as agreed.")
            )
            return
        self.method.set_key(state.rule.method.value)
        self._cast.show_state(
            state.line(), "ok" if state.cast == state.rule.possible else "neutral", "circle-dot"
        )
        self.close_vote.setText(_("Reopen the vote") if state.rule.closed else _("Close the vote"))
        self._hint.setText(
            _("The vote is closed: the room sees the dots.")
            if state.rule.closed
            else _("Nothing is shown until the vote is closed. Enter what each voter gives.")
            if state.rule.method.by_ballot
            else _("The room sees no dots until the vote is closed. Type a number on a card to count.")
        )

    def _show_rule(self, rule: Voting) -> None:
        self.per_person.put(rule.dots_per_person)
        self.voters.put(rule.voters)
        self.most.put(rule.max_per_card or 0)
        self.method.set_key(rule.method.value)

    # Choosing

    def _rule_changed(self, *_: object) -> None:
        if self._state is None:
            return
        self._choose(self._state.rule.closed)

    def _toggle(self) -> None:
        if self._state is not None:
            self._choose(not self._state.rule.closed)

    def _choose(self, closed: bool) -> None:
        try:
            rule = Voting(
                self.per_person.value(),
                self.voters.value(),
                self.most.value() or None,
                VoteMethod(self.method.current_key()),
                closed,
                self._state.rule.voted if self._state is not None else None,
            )
        except FacilitatorError:
            return  # the fields' own limits are those of the rule
        self.rule_chosen.emit(rule)
