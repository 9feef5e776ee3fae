"""The six principles of a case: scores by side with their reasons, radar, gaps."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from facilitator.domain.cases import BusinessPrinciple, Perspective, PrincipleAssessment
from facilitator.i18n import N_, _, translations
from facilitator.words import word
from ui.operator.cases.editing import CaseEditing
from ui.operator.cases.form import DATE_WIDTH, RecordForm
from ui.operator.cases.ledger import Ledger
from ui.operator.cases.radar import Radar
from ui.operator.cases.versioned import VersionedPart
from ui.presenters import cases_gaps
from ui.presenters import cases_principles as presenter
from ui.presenters.cases import Casebook
from ui.presenters.forms import FieldSpec
from ui.theme.theme import Theme
from ui.widgets.cell_table import CellTable
from ui.widgets.field_form import FieldForm
from ui.widgets.labels import heading

_GAP_ROW: Final = 44

REASONS: Final = (
    FieldSpec(Perspective.SELLER.value, N_("Why, says the seller"), "area"),
    FieldSpec(Perspective.BUYER.value, N_("Why, says the buyer"), "area"),
    FieldSpec(Perspective.FACILITATOR.value, N_("Why, says the facilitator"), "area"),
)


class PrinciplesPart(VersionedPart[PrincipleAssessment]):
    """One assessment at a time, the newest unless a person chose another."""

    def __init__(self, theme: Theme, editing: CaseEditing) -> None:
        super().__init__(theme, editing)
        self.form = RecordForm(theme, editing, presenter.HEAD)
        self.scores = Ledger(theme, editing, presenter.ScoreTable(), keeps=True)
        self.reasons = FieldForm(theme, REASONS)
        self._reasons_title = heading(theme, role="body_strong", wrap=True)
        self.forms, self.ledgers = [self.form], [self.scores]
        self.radar = Radar(theme)
        self.gaps = CellTable(theme, row=_GAP_ROW)
        self.gaps.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for name, width in (("date", DATE_WIDTH), ("scale.min", 130), ("scale.max", 130)):
            self.form.rows[name].setMaximumWidth(width)
        self.form.setMaximumWidth(720)
        self.bar.new.hide()
        self._arrange()
        self.scores.chosen.connect(lambda _key: self._show_reasons())
        self.reasons.edited.connect(self._edit_reason)

    def _arrange(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for part in (self.scores, self._reasons_title, self.reasons):
            left.addWidget(part)
        right.addWidget(self.radar)
        right.addWidget(self.gaps)
        for column in (left, right):
            column.setSpacing(14)
            column.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(36)
        both.addLayout(left, 55)
        both.addLayout(right, 45)
        self.scroller.column.addWidget(self.form)
        self.scroller.column.addLayout(both)

    def found(self, book: Casebook) -> Sequence[PrincipleAssessment]:
        """Return the assessments of the case."""
        return [] if book.case is None else presenter.assessments_of(book, book.case)

    def items(self, book: Casebook, found: Sequence[PrincipleAssessment]) -> list[tuple[UUID, str]]:
        """Return the assessments by date."""
        return presenter.items(book, found)

    def first(self, book: Casebook) -> PrincipleAssessment | None:
        """Return an assessment of today, on the scale of the last one."""
        return None if book.case is None else presenter.new_assessment(book, book.case, self.record)

    def show_version(
        self, book: Casebook, record: PrincipleAssessment, found: Sequence[PrincipleAssessment]
    ) -> None:
        """Show scores, reasons, radar and gaps."""
        self.form.show_record(book, record, presenter.choices_of(book))
        self.scores.show_rows(book, record)
        self.scores.add_button.hide()
        self._show_reasons()
        axes, lines = cases_gaps.radar(book, record)
        self.radar.show_lines(axes, lines, record.scale.max - record.scale.min + 1)
        earlier = found[: found.index(record)]
        rows = cases_gaps.gap_rows(book, record, earlier[-1] if earlier else None)
        self.gaps.show_table(cases_gaps.gap_columns(), rows)
        head = self.gaps.horizontalHeader().sizeHint().height()
        self.gaps.setFixedHeight(head + _GAP_ROW * len(rows) + 2)
        if not self.gaps.hasFocus():
            self.gaps.clearSelection()

    def _principle(self) -> BusinessPrinciple | None:
        key = self.scores.table.chosen_key()
        return key if isinstance(key, BusinessPrinciple) else None

    def _show_reasons(self) -> None:
        book, owner, principle = self.book, self.record, self._principle()
        for part in (self._reasons_title, self.reasons):
            part.setVisible(principle is not None)
        if book is None or owner is None or principle is None:
            return
        self._reasons_title.setText(word(translations(book.language), principle))
        self.reasons.show_values((owner.id, principle), presenter.reasons_of(book, owner, principle))

    def _edit_reason(self, key: tuple[UUID, BusinessPrinciple], side: str, words: str) -> None:
        book, (of, principle) = self.book, key
        owner = None if book is None else book.records.get(PrincipleAssessment, of)
        if book is not None and owner is not None:
            self.editing.attempt(
                lambda: presenter.justified(book, owner, principle, (side, words)),
                lambda sentence: self._say_reason(side, sentence),
            )

    def _say_reason(self, side: str, sentence: str) -> None:
        self.reasons.say(side, sentence)

    # What a person does

    def add_words(self) -> str:
        """Return what the header's button adds."""
        return _("Assessment")

    def commit(self) -> None:
        """Store what is being typed."""
        super().commit()
        self.reasons.commit()

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        super().retranslate()
        self.reasons.retranslate()
        self.bar.set_words(_("Assessments"), _("New assessment of today"), _("Delete this assessment"))
        self.radar.setAccessibleName(_("Radar of the six principles, one line for each side"))
        self.gaps.setAccessibleName(_("Differences between the sides"))
        self.empty.set_words(
            _("No assessment yet"),
            _("Seller, buyer and facilitator mark how far the six principles are practised."),
            _("Begin an assessment"),
        )
