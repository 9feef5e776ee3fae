"""The rule of a vote in one row: dots each, voters, most on one, how they are given, how many voted."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QGridLayout, QSpinBox, QWidget

from facilitator.domain.cards import VoteMethod, Voting
from facilitator.domain.errors import FacilitatorError
from facilitator.i18n import _, language, translations
from facilitator.words import word
from ui.theme.theme import Theme
from ui.widgets.choice import Choice
from ui.widgets.fields import FieldRow

_MOST_VOTERS: Final = 100_000
_WORDED: Final = 156
"""px of a number that can also be a word, in any language."""


class Spin(QSpinBox):
    """A number; scrolling past it does not change it, and it tells when it is left, not at each digit."""

    def __init__(self, low: int, high: int) -> None:
        super().__init__()
        self.setRange(low, high)
        self.setKeyboardTracking(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what lies around it."""
        event.ignore()

    def put(self, value: int) -> None:
        """Show a value without telling of it; what is being typed stays."""
        if self.hasFocus() and self.text() != str(self.value()):
            return
        self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(False)


class RuleBar(QWidget):
    """Tells of the whole rule whenever a person changed a part of it."""

    chosen = Signal(object)
    """A Voting."""

    method_chosen = Signal(object)
    """A VoteMethod: who a voter is may be another thing now."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.method = Choice()
        self.per_person, self.voters = Spin(1, 100), Spin(0, _MOST_VOTERS)
        self.most, self.voted = Spin(0, 100), Spin(-1, _MOST_VOTERS)
        self._rule: Voting | None = None
        fields = (self.method, self.per_person, self.most, self.voters, self.voted)
        self._rows = [FieldRow(theme, "", field) for field in fields]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        self.most.setMinimumWidth(_WORDED)
        self.voted.setMinimumWidth(_WORDED)
        for column, row in enumerate(self._rows):
            grid.addWidget(row, 0, column)
            grid.setColumnStretch(column, 2 if column == 0 else 1)
        for spin in (self.per_person, self.most, self.voters, self.voted):
            spin.valueChanged.connect(self._tell)
        self.method.chosen.connect(self._choose_method)

    @property
    def rule(self) -> Voting | None:
        """The rule as it is shown, None where that is none."""
        voted = self.voted.value() if self.voted.value() >= 0 and not self._by_ballot else None
        try:
            return Voting(
                self.per_person.value(),
                self.voters.value(),
                self.most.value() or None,
                VoteMethod(self.method.current_key()),
                self._rule.closed if self._rule is not None else False,
                voted if not self._by_ballot else (self._rule.voted if self._rule is not None else None),
            )
        except FacilitatorError:
            return None

    @property
    def _by_ballot(self) -> bool:
        key = self.method.current_key()
        return bool(key) and VoteMethod(key).by_ballot

    def show_rule(self, rule: Voting) -> None:
        """Show a rule; a field in which one is typing is left alone."""
        self._rule = rule
        self.method.set_key(rule.method.value)
        self.per_person.put(rule.dots_per_person)
        self.most.put(rule.max_per_card or 0)
        self.voters.put(rule.voters)
        self.voted.put(-1 if rule.voted is None else rule.voted)
        self._rows[4].setVisible(not rule.method.by_ballot)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        organisations = self.method.current_key() == VoteMethod.BY_ORGANISATION.value
        names = (
            _("How dots are given"),
            _("Dots each"),
            _("Most on one"),
            _("Organisations") if organisations else _("Voters"),
            _("Of them voted"),
        )
        self.method.set_items([(each.value, word(translations(language()), each)) for each in VoteMethod])
        for row, name in zip(self._rows, names, strict=True):
            row.set_words(name)
        self.most.setSpecialValueText(_("No limit"))
        self.voted.setSpecialValueText(_("All"))

    def _choose_method(self, key: str) -> None:
        self.method_chosen.emit(VoteMethod(key))

    def _tell(self) -> None:
        if (rule := self.rule) is not None:
            self.chosen.emit(rule)
