"""Work plan, contributions, follow-up and budget revisions (domain.md 1.6, 5)."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from facilitator.domain.change_theory import Frequency
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import (
    AgreementId,
    CaseId,
    CycleId,
    IndicatorId,
    OrganisationId,
    PersonId,
    WorkItemId,
    WorkshopId,
)
from facilitator.domain.record import Record, require_order, require_range, require_text
from facilitator.domain.values import LooseDate, Money, Text, require_figure


class WorkStatus(StrEnum):
    """Status of a work-plan item. `delayed` is also computed: due has passed and it is not done."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    DELAYED = "delayed"
    RESCHEDULED = "rescheduled"
    CANCELLED = "cancelled"

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""
        return self not in {WorkStatus.DONE, WorkStatus.CANCELLED}


class OriginKind(StrEnum):
    """Where a work-plan item came from."""

    AGREEMENT = "agreement"
    CARD = "card"
    REFLECTION = "reflection"
    PARKING_LOT = "parking_lot"
    PROTOTYPE = "prototype"
    CARRIED_OVER = "carried_over"


class ContributionKind(StrEnum):
    """Money, or staff time, vehicles, venue and materials."""

    CASH = "cash"
    IN_KIND = "in_kind"


class FollowUpKind(StrEnum):
    """How somebody accompanies the work."""

    FIELD_VISIT = "field_visit"
    REMOTE_SUPPORT = "remote_support"
    PEER_REVIEW = "peer_review"


@dataclass(frozen=True, slots=True)
class FollowUpPlan:
    """How an item will be followed: on planned days, or so often."""

    kind: FollowUpKind
    planned: tuple[LooseDate, ...] = ()
    frequency: Frequency | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """The record an item grew from."""

    kind: OriginKind
    ref: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkItem(Record):
    """One activity with one responsible organisation, dates, money and proof.

    Dates may lack a day. `progress_percent` is 0 to 100. `budget` stays None until known.
    """

    id: WorkItemId
    cycle: CycleId | None = None
    workshop: WorkshopId | None = None
    code: str | None = None
    objective: Text | None = None
    activity: Text
    output: Text | None = None
    responsible: OrganisationId | None = None
    responsible_person: PersonId | None = None
    support: tuple[OrganisationId, ...] = ()
    case: CaseId | None = None
    start: LooseDate | None = None
    due: LooseDate | None = None
    status: WorkStatus = WorkStatus.NOT_STARTED
    status_reason: Text | None = None
    progress_percent: int = 0
    resources: tuple[Text, ...] = ()
    budget: Money | None = None
    means_of_verification: tuple[Text, ...] = ()
    indicator: IndicatorId | None = None
    follow_up: FollowUpPlan | None = None
    agreement: AgreementId | None = None
    origin: Origin | None = None
    notes: Text | None = None
    position: int = 0

    def __post_init__(self) -> None:
        """Refuse an item without an activity, ending before it starts, or past 100 percent."""
        require_text(self.activity, "activity-empty")
        require_order(self.start, self.due)
        require_range(self.progress_percent, 0, 100, "percent-out-of-range")
        require_range(
            None if self.budget is None else float(self.budget.amount), 0, 1e15, "amount-out-of-range"
        )

    def status_on(self, day: dt.date) -> WorkStatus:
        """Return the status as seen on `day`: open and past due is delayed (domain.md 5.2)."""
        if self.status.is_open and self.due is not None and self.due.last_day() < day:
            return WorkStatus.DELAYED
        return self.status


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution(Record):
    """What one organisation puts into one item."""

    work_item: WorkItemId
    organisation: OrganisationId
    kind: ContributionKind = ContributionKind.CASH
    amount: Money
    valuation_note: str | None = None
    committed_on: dt.date | None = None
    confirmed: bool = False
    spent: Money | None = None

    def __post_init__(self) -> None:
        """Refuse less than nothing."""
        require_range(float(self.amount.amount), 0, 1e15, "amount-out-of-range")


def unfunded(item: WorkItem, contributions: tuple[Contribution, ...]) -> Money | None:
    """Return what of the budget nobody has committed; None when no budget is known."""
    if item.budget is None:
        return None
    given = sum(
        (each.amount.amount for each in contributions if each.amount.currency == item.budget.currency),
        Decimal(0),
    )
    return Money(item.budget.amount - given, item.budget.currency)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Record):
    """A field visit, remote session or peer review that took place (domain.md 5.3)."""

    work_item: WorkItemId | None = None
    case: CaseId | None = None
    kind: FollowUpKind
    date: dt.date
    end: dt.date | None = None
    place: str | None = None
    minutes: int | None = None
    people: tuple[PersonId, ...] = ()
    women_met: int | None = None
    men_met: int | None = None
    reviewer: OrganisationId | None = None
    purpose: Text | None = None
    advanced: Text | None = None
    stuck: Text | None = None
    suggestion: Text | None = None
    agreements: Text | None = None
    next_date: LooseDate | None = None

    def __post_init__(self) -> None:
        """Refuse a visit that ends before it starts."""
        require_order(self.date, self.end)


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One source (and activity) before and after."""

    source: OrganisationId | None = None
    activity: str | None = None
    previous: Decimal = Decimal(0)
    revised: Decimal = Decimal(0)

    def __post_init__(self) -> None:
        """Refuse amounts with more digits than any file keeps."""
        require_figure(self.previous)
        require_figure(self.revised)

    @property
    def variation(self) -> Decimal:
        """Revised minus previous."""
        return self.revised - self.previous


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetRevision(Record):
    """A numbered revision in one currency; an approved one is not changed again (domain.md 5.4)."""

    cycle: CycleId | None = None
    workshop: WorkshopId | None = None
    number: int
    date: dt.date | None = None
    reason: Text | None = None
    currency: str
    lines: tuple[BudgetLine, ...] = ()
    approved_by: PersonId | None = None

    def __post_init__(self) -> None:
        """Refuse a currency that is no ISO code."""
        Money(Decimal(0), self.currency)
