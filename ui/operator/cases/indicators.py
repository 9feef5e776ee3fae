"""Indicators: the table of them, the readings of the chosen one, and its sheet in a panel."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from facilitator.domain.change_theory import Indicator
from facilitator.i18n import _
from ui.operator.cases.editing import CaseEditing
from ui.operator.cases.form import RecordForm
from ui.operator.cases.ledger import Ledger
from ui.operator.cases.part import Part, Scroller
from ui.presenters import cases_indicators as presenter
from ui.presenters.cases import Casebook
from ui.theme.theme import Theme
from ui.widgets.labels import label, rule
from ui.widgets.side_panel import SidePanel


class IndicatorsPart(Part):
    """Common indicators and the case's own; without a case, the common ones alone."""

    needs_case = False

    def __init__(self, theme: Theme, editing: CaseEditing) -> None:
        super().__init__(theme, editing)
        self._known: set[UUID] = set()
        self.indicators = Ledger(theme, editing, presenter.IndicatorTable(), row=64, keeps=True)
        self.readings = Ledger(theme, editing, presenter.READINGS)
        self.milestones = Ledger(theme, editing, presenter.MILESTONES, row=41)
        self.ledgers = [self.indicators, self.readings, self.milestones]
        self.sheet = RecordForm(theme, editing, presenter.SHEET)
        self.forms = [self.sheet]
        self.warnings: list[QLabel] = [
            label(theme, role="meta", tone="now", wrap=True) for _place in range(3)
        ]
        self.panel = SidePanel(theme)
        for part in (*self.warnings, self.sheet, rule(), self.milestones):
            self.panel.body.addWidget(part)
        scroller = Scroller(spacing=24)
        scroller.column.addWidget(self.indicators)
        scroller.column.addWidget(self.readings)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(scroller, 1)
        row.addWidget(self.panel)
        self.indicators.chosen.connect(self._chosen)
        self.indicators.opened.connect(lambda _key: self.sheet.focus_field("name"))

    def refresh(self, book: Casebook) -> None:
        """Show the indicators, and the sheet of the chosen one."""
        super().refresh(book)
        self.indicators.show_rows(book, book.workshop)
        self._choose_fresh(book)
        self._show_sheet()

    def _choose_fresh(self, book: Casebook) -> None:
        """Choose an indicator that was added just now, so that its sheet can be filled in."""
        rows = self.indicators.table.cells.rows
        keys = {row.key for row in rows if isinstance(row.key, UUID)}
        fresh = keys - self._known
        if self._known and len(fresh) == 1 and keys >= self._known:
            self.indicators.table.choose(fresh.pop())
        self._known = keys
        first = next((row.key for row in rows if isinstance(row.key, UUID)), None)
        if self.indicators.table.chosen_key() is None and first is not None:
            self.indicators.table.choose(first)
        del book

    def _indicator(self) -> Indicator | None:
        key = self.indicators.table.chosen_key()
        return self.book.records.get(Indicator, key) if self.book and isinstance(key, UUID) else None

    def _chosen(self, key: object) -> None:
        del key
        self.commit()
        self._show_sheet()

    def _show_sheet(self) -> None:
        book, found = self.book, self._indicator()
        self.panel.setVisible(found is not None)
        self.readings.setVisible(found is not None)
        if book is None or found is None:
            return
        self.panel.set_heading(
            _("Indicator {code}").format(code=found.code) if found.code else _("Indicator")
        )
        self.sheet.show_record(book, found, presenter.choices_of(book, found))
        lacking = presenter.warnings_of(found)
        for place, words in enumerate(self.warnings):
            words.setText(lacking[place] if place < len(lacking) else "")
            words.setVisible(place < len(lacking))
        self.readings.show_rows(book, found)
        self.readings.set_note(book.say(found.name))
        self.milestones.show_rows(book, found)

    def add_words(self) -> str:
        """Return what the header's button adds."""
        return _("Indicator")

    def add(self) -> None:
        """Let the name of another indicator be typed."""
        self.indicators.add()

    def part_for_focus(self) -> QWidget:
        """Return the table of indicators."""
        return self.indicators.table

    def regions(self) -> Sequence[QWidget]:
        """Return indicators, readings and sheet."""
        return (self.indicators, self.readings, self.panel)
