"""A form whose fields are declared: it shows values by name and tells which field was left with what."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.presenters.forms import FieldSpec, chosen
from ui.theme.theme import Theme
from ui.widgets.choice import Choice
from ui.widgets.editors import Editor, GrowingTextEdit, InPlaceEdit
from ui.widgets.fields import FieldRow
from ui.widgets.multi_choice import MultiChoice

Items = Sequence[tuple[str, str]]


class FieldForm(QWidget):
    """Fields that save as one leaves them. Refused words stay in their field with the reason below."""

    edited = Signal(object, str, str)
    """Key of the record that is shown, name of the field that was left, and its new value."""

    def __init__(self, theme: Theme, specs: Sequence[FieldSpec]) -> None:
        super().__init__()
        self._specs = tuple(specs)
        self.shown: object = None
        """Key of the record whose values are shown."""
        self.fields: dict[str, QWidget] = {}
        self.rows: dict[str, FieldRow] = {}
        for spec in self._specs:
            self.fields[spec.name] = self._field(theme, spec)
            self.rows[spec.name] = FieldRow(theme, "", self.fields[spec.name])
            self.rows[spec.name].setMinimumWidth(40)  # long labels and words do not widen a panel
        self._arrange()

    def _field(self, theme: Theme, spec: FieldSpec) -> QWidget:
        tell = partial(self._tell, spec.name)
        match spec.kind:
            case "area" | "title":
                role = "lead" if spec.kind == "title" else "body"
                area = GrowingTextEdit(theme, lines=spec.lines, role=role, enter_leaves=spec.kind == "title")
                if spec.kind == "title":
                    area.setFont(theme.font(role, weight=600))
                area.committed.connect(tell)
                area.left.connect(self._leave)
                return area
            case "choice":
                choice = Choice()
                choice.setMinimumContentsLength(6)
                choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
                choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
                choice.chosen.connect(tell)
                return choice
            case "checks":
                several = MultiChoice(theme)
                several.chosen.connect(lambda keys: tell(" ".join(keys)))
                return several
            case _:
                line = InPlaceEdit()
                line.committed.connect(tell)
                return line

    def _tell(self, name: str, value: str) -> None:
        self.edited.emit(self.shown, name, value)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        beside: QHBoxLayout | None = None
        last = 0
        for spec in self._specs:
            if not spec.row or spec.row != last or beside is None:
                beside = QHBoxLayout()
                beside.setSpacing(12)
                column.addLayout(beside)
            beside.addWidget(self.rows[spec.name], 1, Qt.AlignmentFlag.AlignTop)
            last = spec.row

    def set_choices(self, choices: Mapping[str, Items]) -> None:
        """Offer what can be chosen, by field; names of no field are passed over."""
        for name, items in choices.items():
            field = self.fields.get(name)
            if isinstance(field, Choice):
                was = field.current_key()
                field.set_items(items)
                field.set_key(was)
            elif isinstance(field, MultiChoice):
                field.set_items(items)

    def show_values(self, key: object, values: Mapping[str, str]) -> None:
        """Show a record's values; half-typed words of it stay, those of another one are handed over first."""
        other = key != self.shown
        if other and self.shown is not None:
            self.commit()
        self.shown = key
        for name, value in values.items():
            self._show(name, value, other=other)
            if other:
                self.rows[name].set_error("")

    def _show(self, name: str, value: str, *, other: bool) -> None:
        field = self.fields[name]
        if isinstance(field, Choice):
            if other:
                field.hidePopup()  # what it offers was offered for another record
            field.set_key(value)
        elif isinstance(field, MultiChoice):
            if other:
                field.close_list()
            field.set_keys(chosen(value))
        elif isinstance(field, Editor):
            if other:
                field.replace(value)
            elif not self.rows[name].error.sentence:
                field.set_value(value)

    def say(self, name: str, sentence: str) -> bool:
        """Say under a field why it was refused, or that it was not; whether there is such a field."""
        if name not in self.rows:
            return False
        self.rows[name].set_error(sentence)
        return True

    def set_enabled(self, name: str, *, enabled: bool) -> None:
        """Let a field be changed or not."""
        self.fields[name].setEnabled(enabled)

    def commit(self) -> None:
        """Store what is being typed, before another record is shown."""
        for field in self.fields.values():
            if isinstance(field, Editor):
                field.commit()

    def focus_field(self, name: str) -> None:
        """Put the focus into a field, all of it selected."""
        field = self.fields[name]
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(field, Editor):
            field.selectAll()

    def _leave(self) -> None:
        self.focusNextChild()

    def retranslate(self) -> None:
        """Say every label in the screen's language."""
        for spec in self._specs:
            self.rows[spec.name].set_words(_(spec.label), _(spec.hint) if spec.hint else "")
