"""The right column: which edition of the document, its state and people, and below the export."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.domain.documents import MinutesDocument
from facilitator.domain.records import Records
from facilitator.i18n import _
from ui.operator.minutes.export_foot import ExportFoot
from ui.presenters import minutes as presenter
from ui.theme.theme import Theme
from ui.widgets.choice import Choice
from ui.widgets.field_form import FieldForm
from ui.widgets.labels import label, rule
from ui.widgets.side_panel import SidePanel
from ui.widgets.switches import SegmentedControl

BOTH = "both"
CHOICES = ("kind", "language", "disclosure", "paper")


class OptionRow(QWidget):
    """A choice with its name at the left, or above it where the column is too narrow for both."""

    def __init__(self, theme: Theme, control: SegmentedControl | Choice) -> None:
        super().__init__()
        self.control = control
        self._items: list[tuple[str, str]] = []
        self._name = label(theme)
        self._name.setFont(theme.font("body", weight=500))
        self._hint = label(theme, role="meta", tone="ink_3", wrap=True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(6)
        self._row.addWidget(self._name, 1)
        self._row.addWidget(self.control, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._row)
        column.addWidget(self._hint)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def set_words(self, name: str, hint: str = "") -> None:
        """Name the choice, and say below it what it means."""
        self._name.setText(name)
        self.control.setAccessibleName(name)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._fit()

    def set_items(self, items: Sequence[tuple[str, str]], key: str) -> None:
        """Offer these segments, with this one chosen."""
        if list(items) != self._items:
            self._items = list(items)
            self.control.set_items(items)
        self.control.set_key(key)
        self._fit()

    def _fit(self) -> None:
        wide = self._name.sizeHint().width() + 12 + self.control.sizeHint().width()
        beside = wide <= self.width()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != way:
            self._row.setDirection(way)
        self.setMinimumHeight(self.heightForWidth(self.width()) if self.hasHeightForWidth() else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand beside or below."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()


class Options(SidePanel):
    """What can be chosen for a document. It only tells what was chosen; `say` shows what was refused."""

    edited = Signal(str, str)
    """Name and new value of a field."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.rows = {
            name: OptionRow(theme, Choice() if name == "kind" else SegmentedControl("")) for name in CHOICES
        }
        self.form = FieldForm(theme, presenter.FIELDS)
        self.export = ExportFoot(theme)
        self.body.setSpacing(12)
        self._document: object = None
        self.both = False
        """Whether an export writes the document in every language, one after the other."""
        for name, row in self.rows.items():
            row.control.chosen.connect(partial(self._chosen, name))
            self.body.addWidget(row)
            self.body.addWidget(rule())
        self.body.addSpacing(2)
        self.body.addWidget(self.form)
        self.form.edited.connect(self._left)
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.foot.addWidget(self.export)

    def show_document(self, records: Records, document: MinutesDocument) -> None:
        """Show a document's choices."""
        self._document = document.id
        rows = self.rows
        rows["kind"].set_items(presenter.kind_items(document), document.kind.value)
        languages = [*presenter.language_items(document), (BOTH, _("Both"))]
        rows["language"].set_items(languages, BOTH if self.both else document.language)
        rows["disclosure"].set_items(presenter.disclosure_items(), document.disclosure.value)
        rows["disclosure"].set_words(_("For whom"), presenter.disclosure_hint(document.disclosure))
        rows["paper"].set_items(presenter.paper_items(), document.paper.value)
        self.form.set_choices(presenter.field_choices(records, document))
        self.form.show_values(document.id, presenter.field_values(document))

    def _left(self, key: object, name: str, value: str) -> None:
        if key == self._document:  # what was typed for another one is not this one's
            self.edited.emit(name, value)

    def _chosen(self, name: str, key: str) -> None:
        if name == "language":
            self.both = key == BOTH
        if key != BOTH:
            self.edited.emit(name, key)

    def say(self, name: str, sentence: str) -> bool:
        """Say under a field why it was refused, or that it was not; whether there is such a field."""
        return self.form.say(name, sentence)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.set_heading(_("Options"))
        self.rows["kind"].set_words(_("Kind"))
        self.rows["language"].set_words(_("Language"))
        self.rows["disclosure"].set_words(_("For whom"))
        self.rows["paper"].set_words(_("Paper"))
        self.form.retranslate()
        self.export.retranslate()
