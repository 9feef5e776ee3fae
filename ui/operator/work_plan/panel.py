"""The panel of an activity: every field of domain.md 5.2, who gives what, and what was followed up."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from facilitator.domain.people import Organisation
from facilitator.domain.plans import Contribution, WorkItem
from facilitator.i18n import _
from ui.operator.work_plan.contributions import ContributionList, Given
from ui.operator.work_plan.follow_up_list import FollowUpList
from ui.presenters import follow_ups
from ui.presenters import work_item_fields as fields
from ui.presenters.work_plan import Plan, code_of, giver_order, name_of, organisation_items
from ui.presenters.work_plan_rows import rest_of, rest_words
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.field_form import FieldForm
from ui.widgets.labels import ElidedLabel, rule
from ui.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from uuid import UUID

    from facilitator.domain.ids import WorkItemId


class WorkItemPanel(SidePanel):
    """Fields of one activity. It only tells what was changed; `say` shows what was refused."""

    edited = Signal(object, str, str)
    """Key of the activity, name and new value of a field that was left."""

    origin_wanted = Signal(str, object)
    """Key of the page where the activity comes from."""

    close_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.shown: WorkItemId | None = None
        """Key of the activity whose fields are shown."""
        self.form = FieldForm(theme, fields.SPECS)
        self.more = FieldForm(theme, fields.MORE)
        self.contributions = ContributionList(theme)
        self.follow_ups = FollowUpList(theme)
        self._origin_words = ElidedLabel(theme, "meta", "ink_2")
        self.origin = Button(theme, icon="link", kind="quiet", size="small")
        self._origin: tuple[str, UUID | None] = ("", None)
        self._delete = Button(theme, icon="trash-2", kind="quiet", size="small")
        self._close = Button(theme, icon="x", kind="quiet", size="small")
        self.tools.addWidget(self._delete)
        self.tools.addWidget(self._close)
        from_where = QHBoxLayout()
        from_where.addWidget(self._origin_words, 1)
        from_where.addWidget(self.origin)
        self.body.addLayout(from_where)
        above = (self.form, rule(), self.contributions, rule())
        for part in (*above, self.more, rule(), self.follow_ups):
            self.body.addWidget(part)
        self.form.edited.connect(self.edited)
        self.more.edited.connect(self.edited)
        self.origin.clicked.connect(lambda: self.origin_wanted.emit(*self._origin))
        self._delete.clicked.connect(self.delete_wanted)
        self._close.clicked.connect(self.close_wanted)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_item(self, plan: Plan, item: WorkItem) -> None:
        """Show an activity; words that are being typed in it stay."""
        self.shown = item.id
        number = item.code or str(plan.numbers.get(item.id, ""))
        self.set_heading(_("Activity {code}").format(code=number))
        choices, values = fields.choices_of(plan), fields.values_of(plan, item)
        for form, specs in ((self.form, fields.SPECS), (self.more, fields.MORE)):
            form.set_choices(choices)
            form.show_values(item.id, {spec.name: values[spec.name] for spec in specs})
        self.form.set_enabled("currency", enabled=item.budget is not None)
        follow = item.follow_up is not None
        self.more.set_enabled("follow_up_frequency", enabled=follow)
        self.more.set_enabled("follow_up_days", enabled=follow)
        words, page, ref = fields.origin_of(plan, item)
        self._origin = (page, ref)
        self._origin_words.set_text(words)
        self._origin_words.setVisible(bool(words))
        self.origin.setToolTip(_("Go to where it comes from"))
        self.origin.setAccessibleName(_("Go to where it comes from. {origin}").format(origin=words))
        self.origin.setVisible(bool(words))
        self.origin.setEnabled(bool(self._origin[0]))
        self._show_contributions(plan, item)
        self.follow_ups.show_records(plan, follow_ups.in_order(plan, item.id))

    def _show_contributions(self, plan: Plan, item: WorkItem) -> None:
        found = plan.records.where(Contribution, work_item=item.id)
        found.sort(key=lambda each: _order(plan, each))
        rest = rest_of(plan, item)
        given = [
            Given(
                each.id,
                code_of(plan.records, each.organisation),
                name_of(plan.records, each.organisation),
                amount_words(plan, item, each),
                each.kind,
            )
            for each in found
        ]
        covered = rest is None or not rest.amount
        self.contributions.show_given(given, rest_words(plan, rest), covered=covered)
        self.contributions.offer(organisation_items(plan.records, "")[1:])

    def say(self, name: str, sentence: str) -> bool:
        """Say at a field why it was refused, or that it was not; whether there is such a field."""
        if name.startswith("contribution:"):
            self.contributions.say(name.partition(":")[2], sentence)
        elif name.startswith("follow_up:"):
            self.follow_ups.say(name.partition(":")[2], sentence)
        else:
            return self.form.say(name, sentence) or self.more.say(name, sentence)
        return True

    def commit(self) -> None:
        """Store what is being typed, before another activity is shown."""
        for part in (self.form, self.more, self.contributions, self.follow_ups):
            part.commit()

    def retranslate(self) -> None:
        """Say every label in the screen's language."""
        for part in (self.form, self.more, self.contributions, self.follow_ups):
            part.retranslate()
        for button, words in ((self._delete, _("Delete activity")), (self._close, _("Close the panel"))):
            button.setAccessibleName(words)
            button.setToolTip(words)


def amount_words(plan: Plan, item: WorkItem, contribution: Contribution) -> str:
    """Return an amount; in the activity's own currency without the code."""
    mine = item.budget.currency if item.budget else plan.currency
    money = contribution.amount
    if money.currency != mine:
        return plan.formats.amount(money)
    return plan.formats.plain_amount(money.amount, money.currency)


def _order(plan: Plan, contribution: Contribution) -> tuple[int, str, int]:
    found = plan.records.get(Organisation, contribution.organisation)
    rank, name = giver_order(found) if found is not None else (9, "")
    return rank, name, contribution.id.int
