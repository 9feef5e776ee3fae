"""The business model canvas, laid out as its users know it; one entry a line."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from facilitator.domain.cases import Canvas
from facilitator.i18n import _
from facilitator.prompts import CANVAS
from ui.operator.cases.answer import Answer
from ui.operator.cases.editing import CaseEditing
from ui.operator.cases.form import DATE_WIDTH, RecordForm
from ui.operator.cases.versioned import VersionedPart
from ui.presenters import cases_canvas as presenter
from ui.presenters.cases import Casebook
from ui.theme.theme import Theme

_PLACES: Final = {
    "key_partnerships": (0, 0, 2, 2),
    "key_activities": (0, 2, 1, 2),
    "key_resources": (1, 2, 1, 2),
    "value_propositions": (0, 4, 2, 2),
    "customer_relationships": (0, 6, 1, 2),
    "channels": (1, 6, 1, 2),
    "customer_segments": (0, 8, 2, 2),
    "cost_structure": (2, 0, 1, 5),
    "revenue_streams": (2, 5, 1, 5),
}
"""Row, column, rows and columns of each block, after Osterwalder."""

_COLUMNS: Final = 10


class CanvasPart(VersionedPart[Canvas]):
    """One canvas at a time, the newest unless a person chose another."""

    copies = "canvas"

    def __init__(self, theme: Theme, editing: CaseEditing) -> None:
        super().__init__(theme, editing, spacing=14)
        self.form = RecordForm(theme, editing, presenter.HEAD)
        self.form.rows["date"].setMaximumWidth(DATE_WIDTH)
        self.forms = [self.form]
        self.blocks = {
            name: Answer(theme, editing, field) for name, field in zip(CANVAS, presenter.BLOCKS, strict=True)
        }
        grid = QGridLayout()
        grid.setSpacing(8)
        for name, block in self.blocks.items():
            block.setProperty("box", "panel")
            block.column.setContentsMargins(12, 10, 10, 10)
            grid.addWidget(block, *_PLACES[name])
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, 60)
        grid.setRowStretch(0, 1)
        grid.setRowStretch(1, 1)
        self.scroller.column.setAlignment(Qt.AlignmentFlag(0))
        self.scroller.column.addWidget(self.form)
        self.scroller.column.addLayout(grid, 1)

    def found(self, book: Casebook) -> Sequence[Canvas]:
        """Return the canvases of the case."""
        return [] if book.case is None else presenter.canvases_of(book, book.case)

    def items(self, book: Casebook, found: Sequence[Canvas]) -> list[tuple[UUID, str]]:
        """Return the canvases by whose they are, kind, version and date."""
        return presenter.items(book, found)

    def first(self, book: Casebook) -> Canvas | None:
        """Return an empty canvas of the case."""
        return None if book.case is None else presenter.first_canvas(book, book.case)

    def show_version(self, book: Casebook, record: Canvas, found: Sequence[Canvas]) -> None:
        """Show a canvas, and which blocks differ from the version before."""
        self.form.show_record(book, record, presenter.choices_of(book))
        before, changed = presenter.changed_blocks(record, found)
        mark = _("Changed since version {n}").format(n=before)
        for name, block in self.blocks.items():
            block.show_record(book, record)
            block.set_mark(mark if name in changed else "")

    def add_words(self) -> str:
        """Return what the header's button adds."""
        return _("Canvas")

    def commit(self) -> None:
        """Store what is being typed."""
        super().commit()
        for block in self.blocks.values():
            block.commit()

    def part_for_focus(self) -> QWidget:
        """Return the first block, or what adds a first canvas."""
        return self.empty.button if self.record is None else self.blocks["customer_segments"].editor

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        super().retranslate()
        self.bar.set_words(
            _("Canvases"), _("New version with the same entries"), _("Delete this version of the canvas")
        )
        for name, block in self.blocks.items():
            block.set_words(_(CANVAS[name].name), _(CANVAS[name].question), _("One entry a line"))
        self.empty.set_words(
            _("No canvas yet"),
            _("Nine blocks show how the seller or the buyer does business, from customer to cost."),
            _("Begin a canvas"),
        )
