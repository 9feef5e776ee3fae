"""The panel at the right: the next step, the second loop's decision, and the evidence to link."""

from PySide6.QtWidgets import QSizePolicy

from facilitator.domain.reflections import Decision
from facilitator.i18n import _
from ui.operator.reflection.disclosure import Disclosure
from ui.operator.reflection.evidence_panel import EvidencePanel
from ui.operator.reflection.form import Form
from ui.operator.reflection.next_step import NextStepPart
from ui.theme.theme import Theme
from ui.widgets.labels import rule
from ui.widgets.side_panel import SidePanel

_DECISION = (
    "second_loop.decision",
    "second_loop.refer_to",
    "second_loop.owner",
    "second_loop.owner_person",
    "second_loop.review_on",
)


class ReflectionPanel(SidePanel):
    """What follows from the reflection, and what speaks for it."""

    def __init__(self, theme: Theme, form: Form) -> None:
        super().__init__(theme, ground="canvas")
        self._form = form
        self.next_step = NextStepPart(theme, form)
        self.decision = Disclosure(theme)
        self.evidence = EvidencePanel(theme)
        rows = form.rows
        inside = self.decision.body
        for name in (*_DECISION, "second_loop.how_we_will_know"):
            inside.addWidget(rows[name])
        self.body.setSpacing(10)
        self.body.addWidget(self.next_step)
        self.body.addWidget(rule())
        self.body.addWidget(self.decision)
        self.body.addWidget(rule())
        self.body.addWidget(self.evidence, 1)
        self.fill()
        self.evidence.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_decision(self, values: dict[str, str]) -> None:
        """Say on the closed part what was decided; whom to ask shows only where it is referred."""
        form = self._form
        referred = values["second_loop.decision"] == Decision.REFER.value
        form.rows["second_loop.refer_to"].setVisible(referred or bool(values["second_loop.refer_to"]))
        said = ", ".join(form.shown(name) for name in _DECISION if values[name])
        self.decision.set_words(_("Second loop: decision"), said)

    def set_begun(self, *, begun: bool) -> None:
        """Allow everything, or before anything is written nothing."""
        for part in (self.next_step, self.decision, self.evidence):
            part.setEnabled(begun)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.set_heading(_("Next step"))
        self.next_step.retranslate()
        self.evidence.retranslate()
