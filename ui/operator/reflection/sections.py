"""What the diagram has no room for, in parts that open one by one below it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.reflections import Attribution
from facilitator.i18n import _, language, translations
from facilitator.prompts import reflection_prompts
from ui.operator.reflection.disclosure import Disclosure
from ui.operator.reflection.form import Form
from ui.operator.reflection.rows import EvidenceRows
from ui.presenters.reflection_rows import EvidenceLine, Side
from ui.theme.theme import Theme
from ui.widgets.labels import label, rule


def beside(*parts: QWidget, shares: Sequence[int] = ()) -> QHBoxLayout:
    """Return parts beside each other, at their tops, with equal room unless told."""
    row = QHBoxLayout()
    row.setSpacing(16)
    for place, part in enumerate(parts):
        row.addWidget(part, shares[place] if shares else 1, Qt.AlignmentFlag.AlignTop)
    return row


class Sections(QWidget):
    """Where and by what measure; assumption and evidence; how we learn; whose it is and its review."""

    def __init__(self, theme: Theme, form: Form) -> None:
        super().__init__()
        self._theme = theme
        self._form = form
        self.where, self.assumption = Disclosure(theme), Disclosure(theme)
        self.learning, self.review = Disclosure(theme), Disclosure(theme)
        self.evidence: dict[Side, EvidenceRows] = {
            "for": EvidenceRows(theme, "for"),
            "against": EvidenceRows(theme, "against"),
        }
        self._version = label(theme, role="meta", tone="ok", wrap=True)
        self._naming = label(theme, role="meta", tone="now", wrap=True)
        self._arrange()

    def _arrange(self) -> None:
        rows = self._form.rows
        where = self.where.body
        where.addLayout(beside(rows["session"], rows["case"], rows["group_size"], shares=(3, 3, 2)))
        where.addWidget(rows["context"])
        where.addLayout(beside(rows["expected_indicator"], rows["expected_target"], shares=(5, 3)))
        where.addLayout(beside(rows["actual_value"], rows["actual_source"], shares=(3, 5)))
        taken = self.assumption.body
        taken.addLayout(
            beside(rows["second_loop.assumption_kind"], rows["second_loop.assumption_ref"], shares=(3, 5))
        )
        taken.addWidget(self._version)
        for side in self.evidence.values():
            taken.addWidget(side)
        taken.addLayout(beside(rows["second_loop.evidence_strength"], QWidget(), shares=(3, 5)))
        self.learning.body.addLayout(beside(rows["third_loop.about"], rows["third_loop.change"]))
        review = self.review.body
        review.addLayout(
            beside(rows["attribution"], rows["attributed_to"], rows["attributed_person"], rows["recorded_by"])
        )
        review.addWidget(self._naming)
        review.addLayout(beside(rows["review.outcome"], rows["review.on"], QWidget(), QWidget()))
        review.addWidget(rows["review.text"])
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 0)
        column.setSpacing(0)
        for part in self.parts():
            column.addWidget(rule())
            column.addWidget(part)
        column.addWidget(rule())

    def parts(self) -> tuple[Disclosure, ...]:
        """Return the parts in their order."""
        return (self.where, self.assumption, self.learning, self.review)

    def show_evidence(self, side: Side, lines: Sequence[EvidenceLine], *, other: bool) -> None:
        """Show the evidence of one side in full."""
        self.evidence[side].show_lines(lines, other=other)

    def show_notes(self, version: str, naming: str) -> None:
        """Say which version the revision made, and whether a person may be named."""
        self._version.setText(version)
        self._version.setVisible(bool(version))
        self._naming.setText(naming)
        self._naming.setVisible(bool(naming))

    def version_note(self) -> str:
        """Return what is said of the version that the revision made."""
        return self._version.text()

    def show_summaries(self, values: Mapping[str, str], counts: str) -> None:
        """Say on each closed part what is inside, and show only the fields that apply."""
        form = self._form

        def said(*names: str) -> str:
            return ", ".join(form.shown(name) for name in names if values[name])

        self.where.set_words(
            _("Where, when and by what measure"), said("case", "context", "expected_target", "actual_value")
        )
        self.assumption.set_words(_("The assumption and its evidence"), counts)
        self.learning.set_words(
            _("Third loop: how we learn, optional"), said("third_loop.about", "third_loop.change")
        )
        self.review.set_words(
            _("Whose reflection it is, and its review"), said("attribution", "review.outcome")
        )
        attribution = values["attribution"]
        organisation = {Attribution.ORGANISATION.value, Attribution.GROUP.value}
        form.rows["attributed_to"].setVisible(attribution in organisation)
        form.rows["attributed_person"].setVisible(attribution == Attribution.NAMED.value)

    def retranslate(self) -> None:
        """Name the evidence and ask for it in the screen's language."""
        t = translations(language())
        names: dict[Side, str] = {"for": _("Evidence for"), "against": _("Evidence against")}
        for side, rows in self.evidence.items():
            rows.set_words(names[side], " ".join(reflection_prompts(t, f"evidence_{side}")))
