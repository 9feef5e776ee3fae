"""Who gives what to an activity: one line an organisation and kind, and what is still unfunded."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.frozen import dataclass
from facilitator.domain.plans import ContributionKind
from facilitator.i18n import _, language, translations
from facilitator.words import word
from ui.theme.theme import Theme
from ui.widgets.badge import CodeChip
from ui.widgets.buttons import Button
from ui.widgets.choice import Choice
from ui.widgets.editors import InPlaceEdit
from ui.widgets.fields import InlineError
from ui.widgets.labels import heading, label, set_tone


@dataclass(frozen=True, slots=True)
class Given:
    """One contribution: its key, who gives, how much, and whether in kind."""

    key: UUID
    code: str
    name: str
    amount: str
    kind: ContributionKind


class _Line(QWidget):
    """One contribution."""

    amount_edited = Signal(str)
    kind_chosen = Signal(str)
    removed = Signal()

    def __init__(self, theme: Theme, given: Given) -> None:
        super().__init__()
        self.amount = InPlaceEdit()
        self.amount.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.amount.committed.connect(self.amount_edited)
        self.kind = Choice()
        self.kind.chosen.connect(self.kind_chosen)
        self.kind.setFixedWidth(92)
        self.amount.setMinimumWidth(56)
        self.remove = Button(theme, icon="x", kind="quiet", size="small")
        self.remove.clicked.connect(self.removed)
        self.error = InlineError(theme, self.amount)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(CodeChip(theme, given.code, given.name))
        row.addWidget(self.amount, 1)
        row.addWidget(self.kind)
        row.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.error)

    def show_given(self, given: Given) -> None:
        """Show amount and kind; an amount that was refused stays."""
        t = translations(language())
        if not self.error.sentence:
            self.amount.set_value(given.amount)
        self.kind.set_items([(each.value, word(t, each)) for each in ContributionKind])
        self.kind.set_key(given.kind.value)
        self.amount.setAccessibleName(_("Amount from {organisation}").format(organisation=given.name))
        self.kind.setAccessibleName(_("Kind of contribution"))
        name = _("Take out the contribution of {organisation}").format(organisation=given.name)
        self.remove.setAccessibleName(name)
        self.remove.setToolTip(name)


class ContributionList(QWidget):
    """The contributions of one activity, each stored as one leaves it."""

    amount_edited = Signal(object, str)
    """Key of the contribution and what was typed."""

    kind_chosen = Signal(object, str)
    removed = Signal(object)
    added = Signal(str)
    """Key of an organisation that is to contribute."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lines: dict[UUID, _Line] = {}
        self._title = heading(theme, role="body_strong")
        self._rest = label(theme, role="meta", tone="ink_2", wrap=True)
        self.add = Choice()
        self.add.setMinimumContentsLength(6)
        self.add.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.add.chosen.connect(self._add)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        for part in (self._title, self._rest):
            whole.addWidget(part)
        whole.addLayout(self._column)
        whole.addWidget(self.add)

    def show_given(self, found: Sequence[Given], rest: str, *, covered: bool) -> None:
        """Show the contributions, and say what is unfunded."""
        wanted = {each.key for each in found}
        for key in [key for key in self.lines if key not in wanted]:
            line = self.lines.pop(key)
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        for given in found:
            if given.key not in self.lines:
                self._add_line(given)
            self.lines[given.key].show_given(given)
        self._rest.setText(rest)
        set_tone(self._rest, "ink_2" if covered else "over")

    def _add_line(self, given: Given) -> None:
        line = _Line(self._theme, given)
        line.amount_edited.connect(partial(self.amount_edited.emit, given.key))
        line.kind_chosen.connect(partial(self.kind_chosen.emit, given.key))
        line.removed.connect(partial(self.removed.emit, given.key))
        self.lines[given.key] = line
        self._column.addWidget(line)

    def offer(self, items: Sequence[tuple[str, str]]) -> None:
        """Offer organisations that may contribute."""
        self.add.set_items([("", _("Add a contribution of…")), *items])
        self.add.set_key("")

    def _add(self, key: str) -> None:
        self.add.set_key("")
        if key:
            self.added.emit(key)

    def say(self, key: str, sentence: str) -> None:
        """Say beside an amount why it was refused, or that it was not."""
        for known, line in self.lines.items():
            if str(known) == key:
                line.error.say(sentence)

    def commit(self) -> None:
        """Store what is being typed."""
        for line in self.lines.values():
            line.amount.commit()

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self._title.setText(_("Contributions"))
        self.add.setAccessibleName(_("Add a contribution of…"))
