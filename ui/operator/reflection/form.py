"""The fields of a reflection, made once by name and laid out wherever the page wants them.

A field only tells that it was left with another value; what that means is decided in the presenter.
"""

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.i18n import N_, _, language, translations
from facilitator.prompts import reflection_prompts
from ui.operator.reflection.prompt_text import PromptText
from ui.presenters.reflection_choices import Choices, Items
from ui.presenters.reflection_fields import DATES, ENUMS, FIELDS, KEYS, LISTS, TEXTS
from ui.theme.theme import Theme
from ui.widgets.choice import Choice
from ui.widgets.editors import Editor, GrowingTextEdit, InPlaceEdit
from ui.widgets.fields import FieldRow

LABELS: Final[dict[str, str]] = {
    "action": N_("What we did"),
    "case": N_("Case"),
    "session": N_("Session"),
    "context": N_("Place, period, who"),
    "expected_result": N_("Expected"),
    "expected_indicator": N_("Indicator"),
    "expected_target": N_("Target"),
    "actual_result": N_("What happened"),
    "actual_value": N_("Value reached"),
    "actual_source": N_("Source"),
    "gap.kind": N_("Difference"),
    "gap.text": N_("Difference in words"),
    "first_loop.causes": N_("Causes"),
    "first_loop.correction": N_("Change to the action"),
    "first_loop.owner": N_("Owner"),
    "first_loop.due": N_("Due"),
    "second_loop.governing_assumption": N_("What we took for granted"),
    "second_loop.assumption_kind": N_("Kind of assumption"),
    "second_loop.assumption_ref": N_("In the theory of change"),
    "second_loop.evidence_strength": N_("Strength of the evidence"),
    "second_loop.verdict": N_("Verdict"),
    "second_loop.revised_assumption": N_("Change to the assumption"),
    "second_loop.decision": N_("Decision"),
    "second_loop.refer_to": N_("Refer to"),
    "second_loop.owner": N_("Organisation in charge"),
    "second_loop.owner_person": N_("Person in charge"),
    "second_loop.review_on": N_("Review on"),
    "second_loop.how_we_will_know": N_("How we will know"),
    "third_loop.about": N_("About how we learn and decide"),
    "third_loop.change": N_("Change in how we learn"),
    "attribution": N_("Whose reflection it is"),
    "attributed_to": N_("Organisation"),
    "attributed_person": N_("Person"),
    "recorded_by": N_("Notes by"),
    "group_size": N_("People in the group"),
    "review.outcome": N_("Outcome of the review"),
    "review.text": N_("What the review found"),
    "review.on": N_("Reviewed on"),
}
"""Every field with its label."""

_PROMPTS: Final[dict[str, str]] = {
    "action": "action",
    "expected_result": "expected_result",
    "actual_result": "actual_result",
    "gap.text": "gap",
    "first_loop.causes": "causes",
    "first_loop.correction": "correction",
    "second_loop.governing_assumption": "governing_assumption",
    "second_loop.revised_assumption": "revised_assumption",
    "second_loop.how_we_will_know": "owner",
    "third_loop.about": "about",
    "third_loop.change": "change",
}
"""Which question of domain.md 2.4 an empty field asks."""

_POINTS: Final = frozenset(
    {
        "action",
        "expected_result",
        "actual_result",
        "second_loop.governing_assumption",
        "first_loop.causes",
    }
)
IN_DIAGRAM: Final = _POINTS | {"gap.text", "first_loop.correction", "second_loop.revised_assumption"}
"""Texts that stand in the boxes of the diagram, without a frame until they are reached."""

_DATE_SHAPE: Final = (lambda: _("Day or month"), lambda: _("Day"))
"""What is asked of a date, by whether it needs its day."""


class Form(QObject):
    """All fields by name. `edited` says which was left with what."""

    edited = Signal(str, str)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, QWidget] = {}
        self.rows: dict[str, FieldRow] = {}
        self._offered: dict[str, Items] = {}
        for name in LABELS:
            assert name in FIELDS, name  # noqa: S101 - a label without a field would be a slip here
            self.fields[name] = self._make(theme, name)
            self.rows[name] = FieldRow(theme, "", self.fields[name])

    def _make(self, theme: Theme, name: str) -> QWidget:
        tell = partial(self.edited.emit, name)
        if name in TEXTS | LISTS:
            text = PromptText(
                theme, points=name in _POINTS, several=name in LISTS, seamless=name in IN_DIAGRAM
            )
            text.committed.connect(tell)
            return text
        if name in ENUMS or name in KEYS:
            choice = Choice()
            choice.setMinimumContentsLength(4)
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            choice.chosen.connect(tell)
            return choice
        line = InPlaceEdit()
        line.committed.connect(tell)
        return line

    def text(self, name: str) -> PromptText:
        """Return the text field with this name. Raises KeyError for one that is none."""
        field = self.fields[name]
        if not isinstance(field, PromptText):
            raise KeyError(name)
        return field

    def choice(self, name: str) -> Choice:
        """Return the choice with this name. Raises KeyError for one that is none."""
        field = self.fields[name]
        if not isinstance(field, Choice):
            raise KeyError(name)
        return field

    def shown(self, name: str) -> str:
        """Return the words that a field shows."""
        field = self.fields[name]
        if isinstance(field, Choice):
            return field.currentText()
        return field.typed() if isinstance(field, GrowingTextEdit) else self._line(name).text()

    def _line(self, name: str) -> InPlaceEdit:
        field = self.fields[name]
        if not isinstance(field, InPlaceEdit):
            raise KeyError(name)
        return field

    def bare(self, name: str) -> FieldRow:
        """Return a field's row without its label, for a box whose heading says it."""
        row = self.rows[name]
        row.label.hide()
        return row

    def set_choices(self, choices: Choices, values: Mapping[str, str]) -> None:
        """Offer what can be chosen, and choose what is stored."""
        for name, items in choices.items():
            choice = self.choice(name)
            if self._offered.get(name) != items:  # an open list stays open while nothing else is offered
                self._offered[name] = items
                choice.set_items(items)
            choice.set_key(values[name])

    def show(self, values: Mapping[str, str], *, other: bool) -> None:
        """Show values; words being typed or refused stay, unless they belong to another reflection."""
        for name, field in self.fields.items():
            value = values[name]
            if not other and self.rows[name].error.sentence:
                continue
            if isinstance(field, Choice):
                field.set_key(value)
            elif isinstance(field, Editor):
                (field.replace if other else field.set_value)(value)
        if other:
            self.be_quiet()

    def commit(self) -> None:
        """Hand over what is being typed, before another reflection is shown."""
        for field in self.fields.values():
            if isinstance(field, Editor):
                field.commit()

    def say(self, name: str, sentence: str) -> None:
        """Say under a field why it was refused, or with an empty sentence that it was not."""
        self.rows[name].set_error(sentence)

    def be_quiet(self) -> None:
        """Take every refusal back."""
        for row in self.rows.values():
            if row.error.sentence:
                row.set_error("")

    def retranslate(self) -> None:
        """Say labels and questions in the screen's language."""
        t = translations(language())
        for name, words in LABELS.items():
            self.rows[name].set_words(_(words))
            if name in DATES:
                self._line(name).setPlaceholderText(_DATE_SHAPE[name == "review.on"]())
            if name in _PROMPTS:
                self.text(name).set_question("\n".join(reflection_prompts(t, _PROMPTS[name])))
