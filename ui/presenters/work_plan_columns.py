"""The columns of the work plan: fixed ones, one for each organisation that gives, and the months."""

from decimal import Decimal

from facilitator.domain.people import Organisation
from facilitator.i18n import _
from ui.presenters.cells import Column, Scale
from ui.presenters.months import scale_of
from ui.presenters.organisations import code
from ui.presenters.work_plan import Plan
from ui.presenters.work_plan_rows import given_by

MAY_BE_HIDDEN = ("code", "support", "dates", "status", "progress", "indicator", "unfunded", "gantt")
"""Columns that a person may leave out."""


def scale(plan: Plan) -> Scale | None:
    """Return the months of the plan, those of the workshop among them."""
    days = [each for item in plan.items for each in (item.start, item.due) if each is not None]
    return scale_of(days, plan.today, plan.language)


def columns(plan: Plan, months: Scale | None) -> list[Column]:
    """Return all columns; those for which there is no room give way, the indicator first."""
    indicators = any(item.indicator is not None for item in plan.items)
    supported = any(item.support for item in plan.items)
    found = [
        Column(key="code", head=_("No."), spoken=_("Code"), width=44, editor="line", drop=3),
        Column(key="activity", head=_("Activity"), width=220, stretch=True, editor="line"),
        Column(key="responsible", head=_("Who"), spoken=_("Responsible"), width=70, editor="choice"),
        Column(key="support", head=_("Support"), width=176, least=112, drop=9 if supported else 11),
        Column(key="dates", head=_("When"), spoken=_("Start and due date"), width=144, editor="line", drop=1),
        Column(key="status", head=_("Status"), width=130, editor="choice"),
        Column(key="progress", head=_("Progress"), width=86, editor="line", drop=8),
        Column(
            key="indicator", head=_("Indicator"), width=132, editor="choice", drop=7 if indicators else 12
        ),
        *(_giver(plan, each) for each in plan.givers),
        Column(key="total", head=plan.currency, spoken=_("Budget"), width=72, align="right", editor="line"),
        Column(key="unfunded", head=_("Unfunded"), width=78, align="right", drop=5),
    ]
    if months is not None:
        found.append(Column(key="gantt", spoken=_("Calendar"), width=280, least=200, drop=4, scale=months))
    return found


def _giver(plan: Plan, organisation: Organisation) -> Column:
    """Return an organisation's column, wide enough for the sum of what it gives."""
    given = sum(
        (each.amount.amount for item in plan.items for each in given_by(plan, item, organisation.id)),
        Decimal(0),
    )
    digits = len(plan.formats.plain_amount(given, plan.currency))
    return Column(
        key=f"org:{organisation.id}",
        head=code(organisation),
        spoken=organisation.name,
        width=max(58, 22 + 8 * digits),
        align="right",
        editor="line",
    )
