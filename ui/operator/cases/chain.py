"""The chain map of a case as simple tables, one layer below the other."""

from collections.abc import Sequence
from uuid import UUID

from facilitator.domain.cases import ChainMap
from facilitator.i18n import _
from ui.operator.cases.editing import CaseEditing
from ui.operator.cases.form import DATE_WIDTH, RecordForm
from ui.operator.cases.ledger import Ledger
from ui.operator.cases.versioned import VersionedPart
from ui.presenters import cases_chain as presenter
from ui.presenters.cases import Casebook
from ui.theme.theme import Theme


class ChainPart(VersionedPart[ChainMap]):
    """One version of the map at a time."""

    copies = "map"

    def __init__(self, theme: Theme, editing: CaseEditing) -> None:
        super().__init__(theme, editing, spacing=26)
        self.form = RecordForm(theme, editing, presenter.HEAD)
        self.form.setMaximumWidth(DATE_WIDTH)
        self.forms = [self.form]
        self.links, self.flows, self.network, self.influences, self.conclusions = self.ledgers = [
            Ledger(theme, editing, table) for table in presenter.TABLES
        ]
        for part in (self.form, *self.ledgers):
            self.scroller.column.addWidget(part)

    def found(self, book: Casebook) -> Sequence[ChainMap]:
        """Return the versions of the case's map."""
        return [] if book.case is None else presenter.maps_of(book, book.case)

    def items(self, book: Casebook, found: Sequence[ChainMap]) -> list[tuple[UUID, str]]:
        """Return the versions by number and date."""
        return presenter.items(book, found)

    def first(self, book: Casebook) -> ChainMap | None:
        """Return an empty map of the case."""
        return None if book.case is None else presenter.first_map(book, book.case)

    def show_version(self, book: Casebook, record: ChainMap, found: Sequence[ChainMap]) -> None:
        """Show the layers of a map; flows need two processes to flow between."""
        del found
        self.form.show_record(book, record, {})
        for ledger in self.ledgers:
            ledger.show_rows(book, record)
        self.flows.setVisible(len(record.links) > 1)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        super().retranslate()
        self.bar.set_words(
            _("Versions of the chain map"),
            _("New version with the same entries"),
            _("Delete this version of the chain map"),
        )
        self.empty.set_words(
            _("No chain map yet"),
            _("It shows the processes from field to consumer, who serves them, and what helps or hinders."),
            _("Begin the chain map"),
        )
