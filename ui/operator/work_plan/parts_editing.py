"""What a person does to contributions and follow-up records of an activity."""

from decimal import Decimal
from uuid import UUID

from facilitator.domain.ids import OrganisationId, new_id
from facilitator.domain.plans import Contribution, ContributionKind, FollowUp, FollowUpKind
from facilitator.domain.typed import typed_money
from facilitator.domain.values import Money
from ui.operator.work_plan.editing import Editing
from ui.presenters import follow_ups
from ui.presenters.work_plan_rows import rest_of


class PartsEditing(Editing):
    """The records that live and die with an activity."""

    def add_contribution(self, key: object, organisation: str) -> None:
        """Let an organisation contribute what nobody has committed yet."""
        item, plan = self.item(key), self.plan
        if item is None or plan is None or not organisation:
            return
        rest = rest_of(plan, item)
        amount = Money(Decimal(0), item.budget.currency if item.budget else plan.currency)
        if rest is not None and rest.amount > 0:
            amount = rest
        made = Contribution(
            id=new_id(), work_item=item.id, organisation=OrganisationId(UUID(organisation)), amount=amount
        )
        self.perform(lambda work: work.books.add(made), "contribution")

    def edit_contribution(self, key: UUID, name: str, value: str) -> None:
        """Change amount or kind of a contribution."""
        found = self.desk.records.get(Contribution, key)
        if found is None:
            return
        self.attempt(f"contribution:{key}", lambda: self._contribution(found, name, value))

    def _contribution(self, found: Contribution, name: str, value: str) -> None:
        fields: dict[str, object] = {"kind": ContributionKind(value)} if name == "kind" else {}
        if name == "amount":
            fields["amount"] = typed_money(value, found.amount.currency) or Money(
                Decimal(0), found.amount.currency
            )
        self.perform(
            lambda work: work.books.edit(Contribution, found.id, **fields), f"contribution:{found.id}"
        )

    def delete_contribution(self, key: UUID) -> None:
        """Take a contribution out."""
        self.perform(lambda work: work.books.delete(Contribution, key), "contribution")

    def add_follow_up(self, key: object) -> UUID | None:
        """Write down that somebody followed an item up today, and return the record's key."""
        item, plan = self.item(key), self.plan
        if item is None or plan is None:
            return None
        kind = item.follow_up.kind if item.follow_up else FollowUpKind.FIELD_VISIT
        made = FollowUp(id=new_id(), work_item=item.id, kind=kind, date=plan.today)
        self.perform(lambda work: work.books.add(made))
        return made.id

    def edit_follow_up(self, key: UUID, name: str, value: str) -> None:
        """Store a field of a follow-up record."""
        found, plan = self.desk.records.get(FollowUp, key), self.plan
        if found is None or plan is None:
            return

        def act() -> None:
            fields = follow_ups.changed_fields(plan, found, name, value, self.text)
            self.perform(lambda work: work.books.edit(FollowUp, key, **fields), f"follow_up:{name}")

        self.attempt(f"follow_up:{name}", act)

    def delete_follow_up(self, key: UUID) -> None:
        """Put a follow-up record into the bin."""
        self.perform(lambda work: work.books.delete(FollowUp, key))
