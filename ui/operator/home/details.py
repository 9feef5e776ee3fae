"""The fields of an alliance, a cycle or a workshop; each is stored as one leaves it."""

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.presenters.shelf import FIELDS, FieldSpec, Items, Kind
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.choice import Choice
from ui.widgets.editors import Editor, GrowingTextEdit, InPlaceEdit
from ui.widgets.fields import FieldRow
from ui.widgets.labels import heading


class Details(QWidget):
    """One form for each kind of record, made when it is first needed."""

    edited = Signal(str, object, str, str)
    """Kind and key of the record, name and new value of a field that was left."""

    left = Signal()
    """Back to the outline."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._kind: Kind | None = None
        self._key: UUID | None = None
        self.rows: dict[str, FieldRow] = {}
        self.back = Button(theme, " ", kind="quiet", size="small", icon="undo-2")
        self.back.clicked.connect(self._leave)
        self._heading = heading(theme)
        self.scroller = QScrollArea()
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        top = QHBoxLayout()
        top.setContentsMargins(24, 14, 16, 4)
        top.addWidget(self._heading, 1)
        top.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.scroller, 1)

    def show_record(
        self, kind: Kind, key: UUID, values: Mapping[str, str], choices: Mapping[str, Items]
    ) -> None:
        """Show a record's fields; half-typed words of the same record stay."""
        if kind != self._kind:
            self._make(kind)
        other = key != self._key
        if other:
            self.commit()  # what is being typed belongs to the other one
        self._kind, self._key = kind, key
        for name, row in self.rows.items():
            field = row.field
            if isinstance(field, Choice):
                field.set_items(choices.get(name, ()))
                field.set_key(values[name])
            elif isinstance(field, Editor):
                (field.replace if other else field.set_value)(values[name])
            if other:
                row.set_error("")

    def _make(self, kind: Kind) -> None:
        self.rows = {}
        inner = QWidget()
        inner.setProperty("scrolled", True)
        body = QVBoxLayout(inner)
        body.setContentsMargins(24, 6, 20, 16)
        body.setSpacing(12)
        body.setAlignment(Qt.AlignmentFlag.AlignTop)
        pair: QHBoxLayout | None = None
        for spec in FIELDS[kind]:
            row = FieldRow(self._theme, "", self._field(spec))
            row.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
            self.rows[spec.name] = row
            if not spec.beside or pair is None:
                pair = QHBoxLayout()
                pair.setSpacing(12)
                body.addLayout(pair)
            pair.addWidget(row, 1, Qt.AlignmentFlag.AlignTop)
        self._kind = kind
        self.scroller.setWidget(inner)
        self.retranslate()

    def _field(self, spec: FieldSpec) -> QWidget:
        tell = partial(self._tell, spec.name)
        if spec.kind == "choice":
            choice = Choice()
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(4)
            choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            choice.chosen.connect(tell)
            return choice
        if spec.kind in {"area", "lines"}:
            area = GrowingTextEdit(self._theme, lines=(1, 6), enter_leaves=spec.kind == "area")
            area.committed.connect(tell)
            area.left.connect(self._next)
            return area
        line = InPlaceEdit()
        line.committed.connect(tell)
        return line

    def _tell(self, name: str, value: str) -> None:
        self.edited.emit(self._kind, self._key, name, value)

    def _next(self) -> None:
        self.focusNextChild()

    def say(self, name: str, sentence: str) -> None:
        """Say under a field why it was refused, or with an empty sentence that it was not."""
        if name in self.rows:
            self.rows[name].set_error(sentence)

    def edit_first(self) -> None:
        """Put the focus into the first field, its words selected."""
        for row in self.rows.values():
            field = row.field
            if isinstance(field, Editor):
                field.setFocus(Qt.FocusReason.TabFocusReason)
                field.selectAll()
            return

    def commit(self) -> None:
        """Store what is being typed."""
        for row in self.rows.values():
            if isinstance(row.field, Editor):
                row.field.commit()

    def _leave(self) -> None:
        self.commit()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the outline with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say every label in the screen's language."""
        self.back.setText(_("Back"))
        self.back.setAccessibleName(_("Back to the list"))
        names = {"alliance": _("Alliance"), "cycle": _("Cycle"), "workshop": _("Workshop")}
        self._heading.setText(names.get(self._kind or "", ""))
        self.setAccessibleName(names.get(self._kind or "", ""))
        for spec in FIELDS.get(self._kind, ()) if self._kind else ():
            hint = _("A day or a month: 15/09/2013, sep 2013") if spec.name == "start" else ""
            self.rows[spec.name].set_words(_(spec.label), hint)
