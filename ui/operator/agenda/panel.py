"""The panel of the selected session: everything about it, each field stored as one leaves it."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from facilitator.domain.agenda import LONGEST_SESSION
from facilitator.i18n import N_, _, pgettext
from ui.presenters.session_fields import Items, SessionFields
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.choice import Choice
from ui.widgets.editors import Editor, GrowingTextEdit, InPlaceEdit
from ui.widgets.fields import FieldRow
from ui.widgets.icon import IconLabel
from ui.widgets.labels import label, rule
from ui.widgets.side_panel import SidePanel
from ui.widgets.switches import SegmentedControl, Toggle

LABELS: Final = {
    "title": N_("Title"),
    "planned_start": N_("Starts"),
    "minutes": N_("Length, min"),
    "held": N_("Held, from – to"),
    "date": N_("Day"),
    "locked": N_("Fixed start"),
    "type": N_("Kind of session"),
    "responsible": N_("Responsible"),
    "priority": N_("When late"),
    "shortest_minutes": N_("Shortest, min"),
    "grouping": N_("How people sit"),
    "mode": N_("Cards"),
    "method": N_("Method"),
    "objective": N_("Objective"),
    "question": N_("Stage question"),
    "instructions": N_("Instructions for the room"),
    "materials": N_("Materials, one a line"),
    "expected_outputs": N_("Expected outputs, one a line"),
    "facilitator_notes": N_("Facilitator's notes, never on stage"),
}
"""Every field with its label, in the order of the panel."""

_AREAS: Final = {
    "title": (1, 3),
    "objective": (1, 5),
    "question": (1, 4),
    "instructions": (1, 8),
    "materials": (1, 8),
    "expected_outputs": (1, 6),
    "facilitator_notes": (2, 10),
}


WIDTH: Final = 340
"""px, in both layouts: two fields beside each other need them."""


class SessionPanel(SidePanel):
    """Fields of one session. It only tells what was changed; `say` shows what was refused."""

    edited = Signal(str, str)
    """Name and new value of a field that was left."""

    minutes_edited = Signal(int)
    locked_edited = Signal(bool)
    duplicate_wanted = Signal()
    delete_wanted = Signal()
    question_language_chosen = Signal(str)
    steps_wanted = Signal()
    """The steps of the session are to be written."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, width=WIDTH)
        self._shown: SessionFields | None = None
        self.fields: dict[str, QWidget] = {}
        self.rows: dict[str, FieldRow] = {}
        self._make_fields(theme)
        self._duplicate = Button(theme, icon="layers", kind="quiet", size="small")
        self._delete = Button(theme, icon="trash-2", kind="quiet", size="small")
        self._duplicate.clicked.connect(self.duplicate_wanted)
        self._delete.clicked.connect(self.delete_wanted)
        self.tools.addWidget(self._duplicate)
        self.tools.addWidget(self._delete)
        self._languages = SegmentedControl("")
        self._languages.chosen.connect(self.question_language_chosen)
        self.steps = Button(theme, " ", icon="layers", size="small")
        self.steps.clicked.connect(self.steps_wanted)
        self._steps_row = FieldRow(theme, "", self.steps)
        self._flows = label(theme, role="meta", tone="ink_2")
        self._arrange_fields(theme)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def _make_fields(self, theme: Theme) -> None:
        for name in LABELS:
            self.fields[name] = self._field(theme, name)
            self.rows[name] = FieldRow(theme, "", self.fields[name])

    def _field(self, theme: Theme, name: str) -> QWidget:
        tell = partial(self.edited.emit, name)
        if name in _AREAS:
            role = {"title": "lead", "question": "lead"}.get(name, "body")
            area = GrowingTextEdit(
                theme, lines=_AREAS[name], role=role, enter_leaves=name in {"title", "question", "objective"}
            )
            area.setFont(theme.font(role, weight=600 if role == "lead" else None))
            area.committed.connect(tell)
            area.left.connect(self._leave)
            return area
        match name:
            case "minutes":
                spin = QSpinBox(minimum=0, maximum=LONGEST_SESSION, singleStep=5)
                spin.setKeyboardTracking(False)
                spin.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                spin.valueChanged.connect(self._minutes_changed)
                return spin
            case "locked":
                toggle = Toggle(theme)
                toggle.clicked.connect(self.locked_edited)
                return toggle
            case "held" | "planned_start" | "shortest_minutes" | "method":
                line = InPlaceEdit()
                line.committed.connect(tell)
                return line
            case _:
                choice = Choice()
                choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
                choice.setMinimumContentsLength(4)
                choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
                choice.chosen.connect(tell)
                return choice

    def _arrange_fields(self, theme: Theme) -> None:
        body, rows = self.body, self.rows
        body.addWidget(rows["title"])
        body.addLayout(_pair(rows["planned_start"], rows["minutes"]))
        body.addWidget(rows["held"])
        body.addLayout(_pair(rows["date"], self._lock_row()))
        body.addLayout(_pair(rows["type"], rows["responsible"]))
        body.addLayout(_pair(rows["priority"], rows["shortest_minutes"]))
        body.addLayout(_pair(rows["grouping"], rows["mode"]))
        body.addWidget(rows["method"])
        body.addWidget(rows["objective"])
        body.addWidget(self._question_row())
        body.addWidget(self._steps_row)
        for name in ("instructions", "materials", "expected_outputs"):
            body.addWidget(rows[name])
        body.addWidget(rule())
        private = QHBoxLayout()
        private.setSpacing(8)
        private.addWidget(IconLabel(theme, "eye-off", "ink_2", 16), 0, Qt.AlignmentFlag.AlignTop)
        private.addWidget(rows["facilitator_notes"], 1)
        body.addLayout(private)

    def _lock_row(self) -> QWidget:
        row = self.rows["locked"]
        column = row.layout()
        assert isinstance(column, QVBoxLayout)  # noqa: S101 - a field row is a column
        beside = QHBoxLayout()
        beside.setSpacing(8)
        beside.setContentsMargins(0, 8, 0, 8)
        beside.addWidget(self.fields["locked"])
        beside.addWidget(self._flows, 1)
        column.insertLayout(1, beside)
        return row

    def _question_row(self) -> QWidget:
        row = self.rows["question"]
        column = row.layout()
        assert isinstance(column, QVBoxLayout)  # noqa: S101 - a field row is a column
        beside = QHBoxLayout()
        beside.addWidget(row.label, 1, Qt.AlignmentFlag.AlignBottom)
        beside.addWidget(self._languages)
        column.insertLayout(0, beside)
        return row

    # What is shown

    def set_choices(self, choices: dict[str, Items]) -> None:
        """Offer what can be chosen in each choice, by name."""
        for name, items in choices.items():
            field = self.fields[name]
            assert isinstance(field, Choice)  # noqa: S101 - named so above
            was = field.current_key()
            field.set_items(items)
            field.set_key(was)

    def set_question_languages(self, items: Sequence[tuple[str, str]]) -> None:
        """Offer the question in these languages; with fewer than two there is nothing to choose."""
        self._languages.set_items(items)
        self._languages.setVisible(len(items) > 1)

    def show_session(self, fields: SessionFields, heading: str) -> None:
        """Show a session; words that are being typed in it stay, those of another one are its own."""
        other = self._shown is None or self._shown.id != fields.id
        self._shown = fields
        self.set_heading(heading)
        if fields.question_language:
            self._languages.set_key(fields.question_language)
        for name, value in fields.values.items():
            self._show(name, value, other=other)
        spin = self.fields["minutes"]
        assert isinstance(spin, QSpinBox)  # noqa: S101 - made so above
        if spin.value() != fields.minutes:
            spin.blockSignals(True)
            spin.setValue(fields.minutes)
            spin.blockSignals(False)
        shortest = self.fields["shortest_minutes"]
        assert isinstance(shortest, InPlaceEdit)  # noqa: S101 - made so above
        shortest.setPlaceholderText(fields.least)
        shortest.setToolTip(_("How short it may become when the day is late"))
        toggle = self.fields["locked"]
        assert isinstance(toggle, Toggle)  # noqa: S101 - made so above
        toggle.setChecked(fields.locked)
        self.steps.setText(fields.steps)
        self.steps.setAccessibleName(_("Steps: {steps}").format(steps=fields.steps))
        self.rows["held"].setVisible(fields.is_held)
        self._flows.setText(_("Pinned") if fields.locked else pgettext("session", "Flows"))
        if other:
            for row in self.rows.values():
                row.set_error("")

    def _show(self, name: str, value: str, *, other: bool) -> None:
        field = self.fields[name]
        if isinstance(field, Choice):
            field.set_key(value)
        elif isinstance(field, Editor):
            (field.replace if other else field.set_value)(value)

    def say(self, name: str, sentence: str) -> None:
        """Say under a field why it was refused, or with an empty sentence that it was not."""
        if name in self.rows:
            self.rows[name].set_error(sentence)

    def commit(self) -> None:
        """Store what is being typed, before another session is shown."""
        for field in self.fields.values():
            if isinstance(field, Editor):
                field.commit()

    def edit_title(self) -> None:
        """Put the focus into the title, all of it selected."""
        title = self.fields["title"]
        assert isinstance(title, GrowingTextEdit)  # noqa: S101 - made so above
        self.scroller.ensureWidgetVisible(title)
        title.setFocus(Qt.FocusReason.ShortcutFocusReason)
        title.selectAll()

    def _leave(self) -> None:
        self.focusNextChild()

    def _minutes_changed(self, minutes: int) -> None:
        if self._shown is not None and minutes != self._shown.minutes:
            self.minutes_edited.emit(minutes)

    def retranslate(self) -> None:
        """Say every label in the screen's language."""
        for name, words in LABELS.items():
            self.rows[name].set_words(_(words))
        self._languages.setAccessibleName(_("Language of the question"))
        self._steps_row.set_words(_("Steps"))
        for button, words in ((self._duplicate, _("Duplicate")), (self._delete, _("Delete"))):
            button.setAccessibleName(words)
            button.setToolTip(words)


def _pair(*rows: QWidget) -> QHBoxLayout:
    beside = QHBoxLayout()
    beside.setSpacing(12)
    for row in rows:
        beside.addWidget(row, 1, Qt.AlignmentFlag.AlignTop)
    return beside
