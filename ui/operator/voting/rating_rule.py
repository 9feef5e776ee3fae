"""By what a room rates, how marks are given, how many may rate and how many did: one row of fields."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from facilitator.domain.cards import VoteMethod
from facilitator.domain.ratings import MOST_VOTERS, Rating
from facilitator.i18n import _, language, translations
from facilitator.words.ratings import rating_method
from ui.operator.voting.rule_bar import Spin
from ui.theme.theme import Theme
from ui.widgets.choice import Choice
from ui.widgets.fields import FieldRow

if TYPE_CHECKING:
    from facilitator.domain.values import Text


class RatingRule(QWidget):
    """Says what it holds as a rating; nothing is stored here."""

    changed = Signal()
    """A person changed a field."""

    method_chosen = Signal(object)
    """A VoteMethod: who a voter is may be another thing now."""

    entered = Signal()
    """Enter on the criterion."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.criterion = QLineEdit()
        self.method = Choice()
        self.voters, self.rated = Spin(0, MOST_VOTERS), Spin(0, MOST_VOTERS)
        fields = (self.criterion, self.method, self.voters, self.rated)
        self._rows = [FieldRow(theme, "", field) for field in fields]
        self.method.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        for column, row in enumerate(self._rows):
            grid.addWidget(row, 0, column)
            grid.setColumnStretch(column, 2 if column < 2 else 1)
        self.method.chosen.connect(lambda key: self.method_chosen.emit(VoteMethod(key)))
        self.criterion.editingFinished.connect(self.changed)
        self.criterion.returnPressed.connect(self.entered)
        self.voters.valueChanged.connect(self.changed)
        self.rated.valueChanged.connect(self.changed)

    @property
    def way(self) -> VoteMethod:
        """How marks are given."""
        return VoteMethod(self.method.current_key() or VoteMethod.PAPER_COUNT)

    def put_new(self, method: VoteMethod, voters: int) -> None:
        """Propose how a rating is begun; the criterion stays as it is typed."""
        self.method.set_items(_methods())
        self.method.set_key(method.value)
        self.voters.put(voters)
        self.rated.put(voters)

    def put(self, rating: Rating) -> None:
        """Show a rating; a criterion that is being typed stays."""
        if not self.criterion.hasFocus():
            self.criterion.setText(rating.criterion.best(language()))
        self.method.set_key(rating.method.value)
        self.voters.put(rating.voters)
        self.rated.put(rating.rated)

    def begun(self, criterion: "Text") -> Rating:
        """Return a rating that begins as the fields say. Raises InvalidInput."""
        voters = self.voters.value()
        rated = 0 if self.way.by_ballot else min(self.rated.value(), voters)
        return Rating(criterion, voters, self.way, closed=False, rated=rated)

    def applied(self, rating: Rating) -> Rating:
        """Return a rating as the fields say it now. Raises InvalidInput."""
        rated = rating.rated if self.way.by_ballot else self.rated.value()
        words = rating.criterion.reworded(self.criterion.text().strip())
        return replace(rating, criterion=words, method=self.way, voters=self.voters.value(), rated=rated)

    def say(self) -> None:
        """Say everything in the screen's language; who rates one by one is not counted here."""
        names = (_("Rated by, such as effect"), _("How marks are given"), _("Voters"), _("Of them rated"))
        for row, name in zip(self._rows, names, strict=True):
            row.set_words(name)
        self.method.set_items(_methods())
        self._rows[3].setHidden(self.way.by_ballot)


def _methods() -> list[tuple[str, str]]:
    return [(each.value, rating_method(translations(language()), each)) for each in VoteMethod]
