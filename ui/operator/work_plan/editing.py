"""What a person does to the plan's activities, asked of the desk: one intention, one change."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from facilitator.domain.errors import FacilitatorError
from facilitator.domain.ids import OrganisationId, WorkItemId, new_id
from facilitator.domain.plans import ContributionKind, WorkItem
from facilitator.domain.typed import typed_money
from facilitator.domain.values import Text
from facilitator.i18n import _
from ui.presenters import work_item_fields
from ui.presenters.work_plan import Plan
from ui.presenters.work_plan_rows import given_by
from ui.runtime.desk import Desk, Task


class Editing(QObject):
    """Turns what fields, cells and keys say into changes; says what was refused, and where."""

    refused = Signal(str, object)
    """Field ("" when no field is meant) and FacilitatorError."""

    accepted = Signal(str)
    """A field's change was stored."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.plan: Plan | None = None

    def perform(self, change: Task, field: str = "") -> None:
        """Have a change made, and tell how it went at a field."""
        self.desk.perform(
            change,
            done=lambda _changes: self.accepted.emit(field),
            refused=lambda error: self.refused.emit(field, error),
        )

    def attempt(self, field: str, act: Callable[[], None]) -> None:
        """Do what may be refused before anything is asked of the desk, and say so at a field."""
        try:
            act()
        except FacilitatorError as error:
            self.refused.emit(field, error)

    def text(self, words: str) -> Text:
        """Return words typed just now as a text. Raises InvalidInput."""
        return self.desk.text(words)

    def item(self, key: object) -> WorkItem | None:
        """Return an item by the key of its row."""
        return self.desk.records.get(WorkItem, key) if isinstance(key, UUID) else None


def sentence_of(error: FacilitatorError | None) -> str:
    """Return what an error says, nothing for none."""
    from facilitator.messages import sentence  # noqa: PLC0415 - after the first paint

    return "" if error is None else sentence(error)


class PlanEditing(Editing):
    """Activities: their fields, their order, and what each organisation gives."""

    def edit_item(self, key: object, name: str, value: str) -> None:
        """Store a field or a cell that was left; what cannot be is said there."""
        item, plan = self.item(key), self.plan
        if item is None or plan is None:
            return
        if name.startswith("org:"):
            self.attempt(name, lambda: self._give(plan, item, OrganisationId(UUID(name[4:])), value))
        elif name in {"budget", "total", "currency"}:
            self.attempt(name, lambda: self._budget(plan, item, name, value))
        else:
            self.attempt(name, lambda: self._edit(plan, item, name, value))

    def _edit(self, plan: Plan, item: WorkItem, name: str, value: str) -> None:
        fields = work_item_fields.changed_fields(plan, item, name, value, self.text)
        self.perform(lambda work: work.books.edit(WorkItem, item.id, **fields), name)

    def _budget(self, plan: Plan, item: WorkItem, name: str, value: str) -> None:
        budget = work_item_fields.budget_of(plan, item, name, value)
        self.perform(lambda work: work.budgets.set_budget(item.id, budget), name)

    def _give(self, plan: Plan, item: WorkItem, organisation: OrganisationId, value: str) -> None:
        money = typed_money(value, self.currency_of(plan, item))
        earlier = given_by(plan, item, organisation)
        kind = earlier[0].kind if earlier else ContributionKind.CASH
        field = f"org:{organisation}"
        self.perform(lambda work: work.planning.contribute(item.id, organisation, money, kind), field)

    @staticmethod
    def currency_of(plan: Plan, item: WorkItem) -> str:
        """Return the currency in which an item counts."""
        return item.budget.currency if item.budget else plan.currency

    def check(self, key: object, column: str, words: str) -> str:
        """Return what is wrong with words in a cell of the plan, empty if nothing is."""
        item, plan = self.item(key), self.plan
        if item is None or plan is None:
            return ""
        return sentence_of(work_item_fields.refusal(plan, item, column, words, self.text))

    def add_item(self) -> WorkItemId | None:
        """Add an item at the end and return its key."""
        workshop = self.desk.workshop_id
        if workshop is None:
            return None
        key, words = WorkItemId(new_id()), self.text(_("New activity"))
        self.perform(lambda work: work.planning.add_item(workshop, words, key))
        return key

    def delete_item(self, key: WorkItemId) -> None:
        """Put an item into the bin."""
        self.perform(lambda work: work.books.delete(WorkItem, key))

    def move_item(self, key: WorkItemId, steps: int) -> None:
        """Move an item up or down among those of its group."""
        if self.plan is None:
            return
        keys = [each.id for each in self.plan.group_of(key)]
        place = keys.index(key) if key in keys else -1
        if place < 0 or not 0 <= place + steps < len(keys):
            return
        keys.insert(place + steps, keys.pop(place))
        self.perform(lambda work: work.planning.order(keys))
