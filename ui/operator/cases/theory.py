"""The theory of change of the cycle, in versions."""

from collections.abc import Sequence
from uuid import UUID

from facilitator.domain.change_theory import TheoryOfChange
from facilitator.i18n import _
from ui.operator.cases.editing import CaseEditing
from ui.operator.cases.form import DATE_WIDTH, RecordForm
from ui.operator.cases.ledger import Ledger
from ui.operator.cases.versioned import VersionedPart
from ui.presenters import cases_theory as presenter
from ui.presenters.cases import Casebook, theories_of
from ui.presenters.cases_assumptions import ASSUMPTIONS
from ui.theme.theme import Theme


class TheoryPart(VersionedPart[TheoryOfChange]):
    """What the whole cycle believes leads to what; it is the same for every case."""

    needs_case = False
    copies = "theory"

    def __init__(self, theme: Theme, editing: CaseEditing) -> None:
        super().__init__(theme, editing, spacing=26)
        self.form = RecordForm(theme, editing, presenter.HEAD)
        self.form.rows["date"].setMaximumWidth(DATE_WIDTH)
        self.forms = [self.form]
        self.elements = Ledger(theme, editing, presenter.ELEMENTS)
        self.links = Ledger(theme, editing, presenter.LINKS)
        self.assumptions = Ledger(theme, editing, ASSUMPTIONS, row=64)
        self.risks = Ledger(theme, editing, presenter.RISKS)
        self.ledgers = [self.elements, self.links, self.assumptions, self.risks]
        for part in (self.form, *self.ledgers):
            self.scroller.column.addWidget(part)

    def found(self, book: Casebook) -> Sequence[TheoryOfChange]:
        """Return the versions of the cycle's theory."""
        return theories_of(book)

    def items(self, book: Casebook, found: Sequence[TheoryOfChange]) -> list[tuple[UUID, str]]:
        """Return the versions by number and date."""
        return presenter.items(book, found)

    def first(self, book: Casebook) -> TheoryOfChange | None:
        """Return an empty theory of the cycle."""
        return presenter.first_theory(book)

    def show_version(self, book: Casebook, record: TheoryOfChange, found: Sequence[TheoryOfChange]) -> None:
        """Show a version; a link needs two elements."""
        del found
        self.form.show_record(book, record, {})
        for ledger in self.ledgers:
            ledger.show_rows(book, record)
        self.links.setVisible(len(record.elements) > 1)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        super().retranslate()
        self.bar.set_words(
            _("Versions of the theory of change"),
            _("New version with the same entries; this one stays as it is"),
            _("Delete this version of the theory of change"),
        )
        self.empty.set_words(
            _("No theory of change yet"),
            _("It says what leads to what, and what has to be true on the way."),
            _("Begin the theory of change"),
        )
