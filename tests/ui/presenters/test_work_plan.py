"""What the work plan says: groups, dates in few words, months, money, and what may be typed."""

import datetime as dt
from decimal import Decimal

import pytest

from facilitator.domain.cycles import Workshop
from facilitator.domain.errors import InvalidInput
from facilitator.domain.ids import OrganisationId, WorkItemId, WorkshopId, new_id
from facilitator.domain.people import Organisation, OrganisationRole
from facilitator.domain.plans import (
    BudgetLine,
    BudgetRevision,
    Contribution,
    FollowUp,
    FollowUpKind,
    FollowUpPlan,
    Origin,
    OriginKind,
    WorkItem,
    WorkStatus,
)
from facilitator.domain.records import Records
from facilitator.domain.values import LooseDate, Money, Text
from tests.afternoon import DAY, Afternoon, said
from ui.presenters import budget, follow_ups, work_item_fields, work_plan, work_plan_rows
from ui.presenters.months import bar_of, scale_of, span_words
from ui.presenters.work_plan import Choice

TODAY = dt.date(2014, 2, 7)


def usd(amount):
    return Money(Decimal(amount), "USD")


def text(words):
    return Text(words, "en")


@pytest.fixture
def afternoon():
    return Afternoon()


@pytest.fixture
def make(afternoon):
    """Make a plan of these records beside the small workshop's."""

    def made(*records, language="en"):
        return work_plan.plan_of(
            Records([*afternoon.records(), *records]), afternoon.workshop, TODAY, language
        )

    return made


def item(afternoon, activity, **fields):
    shared = {"workshop": afternoon.workshop.id, "cycle": afternoon.cycle.id}
    return WorkItem(id=WorkItemId(new_id()), activity=said(activity), **shared | fields)


def workshop(afternoon, number, start):
    return Workshop(
        id=WorkshopId(new_id()), cycle=afternoon.cycle.id, number=number, title=said("Another"), start=start
    )


def test_what_earlier_workshops_promised_stands_on_top_and_later_ones_below(afternoon, make):
    before = workshop(afternoon, 1, dt.date(2013, 9, 23))
    after = workshop(afternoon, 3, dt.date(2014, 9, 1))
    promised = item(afternoon, "Second case", workshop=before.id, status=WorkStatus.DONE, position=0)
    still = item(afternoon, "Budget", workshop=before.id, position=1)
    card = afternoon.card("Call us")
    here = item(afternoon, "Calls", origin=Origin(OriginKind.CARD, card.id))
    there = item(afternoon, "Publish", workshop=after.id)

    rows = work_plan_rows.rows_of(make(before, after, card, there, here, still, promised), Choice(), None)

    assert [row.title or row.cell("activity").shown for row in rows] == [
        "Carried over from September 2013",
        "Second case",
        "Budget",
        "Agreed in this workshop",
        "Calls",
        "Agreed in later workshops",
        "Publish",
        "Budget and contributions",
    ]
    assert rows[0].note == "1 of 2 are still open"
    assert rows[3].note == "1 from a card"


def test_money_is_summed_by_organisation_without_what_was_cancelled(afternoon, make):
    donor = Organisation(id=OrganisationId(new_id()), name="Donor", role=OrganisationRole.FUNDER)
    first = item(afternoon, "Visit", budget=usd(1000))
    dropped = item(afternoon, "Print", budget=usd(500), status=WorkStatus.CANCELLED)
    abroad = item(afternoon, "Translate", budget=Money(Decimal(3000), "NIO"))
    given = [
        Contribution(id=new_id(), work_item=first.id, organisation=afternoon.network.id, amount=usd(250)),
        Contribution(id=new_id(), work_item=first.id, organisation=donor.id, amount=usd(750)),
        Contribution(id=new_id(), work_item=dropped.id, organisation=donor.id, amount=usd(500)),
    ]
    plan = make(donor, first, dropped, abroad, *given)

    totals = work_plan_rows.rows_of(plan, Choice(), None)[-1]

    assert [each.id for each in plan.givers] == [afternoon.network.id, donor.id]
    assert totals.cell(f"org:{donor.id}").shown == "750"
    assert totals.cell("total").shown == "1,000"
    assert totals.cell("unfunded").shown == "–"
    assert totals.cell("gantt").shown == "Partners co-finance 25% of the total"
    assert totals.cell("activity").under.replace("\u00a0", " ") == "Besides NIO 3,000"


def test_more_than_the_budget_is_said_as_such(afternoon, make):
    visit = item(afternoon, "Visit", budget=usd(100))
    given = Contribution(id=new_id(), work_item=visit.id, organisation=afternoon.network.id, amount=usd(130))

    row = work_plan_rows.item_row(make(visit, given), visit, None)

    assert row.cell("unfunded").shown == "−30"
    assert row.cell("unfunded").spoken.replace("\u00a0", " ") == "USD 30 more than the budget"


@pytest.mark.parametrize(
    ("start", "due", "words"),
    [
        ("2014-02-10", "2014-08-29", "10 Feb – 29 Aug"),
        ("2014-03", "2014-08", "Mar – Aug"),
        (None, "2014-01-31", "Due 31 Jan"),
        (None, "2014-09", "Due Sep"),
        ("2014-03", None, "From Mar 2014"),
        ("2013-11", "2014-02", "Nov 2013 – Feb 2014"),
        (None, None, ""),
    ],
)
def test_dates_are_said_in_few_words_without_the_years_everybody_knows(start, due, words):
    first, last = (LooseDate.parse(each) if each else None for each in (start, due))

    assert span_words(first, last, TODAY, "en").replace("\u00a0", " ") == words


def test_the_calendar_goes_from_the_first_month_to_the_last_with_todays_line():
    scale = scale_of([LooseDate(2014, 4, 30), LooseDate(2014, 2)], TODAY, "en")
    assert scale is not None

    assert [name for name, _letter, _start in scale.months] == ["Feb", "Mar", "Apr"]
    assert scale.today == pytest.approx(6 / 89)
    assert bar_of(LooseDate(2014, 2), LooseDate(2014, 4, 30), scale) == (0.0, 1.0)
    assert bar_of(None, LooseDate(2014, 3, 1), scale) == pytest.approx((28 / 89, 29 / 89))
    assert bar_of(None, None, scale) is None
    assert scale_of([], TODAY, "en") is None


def test_a_plan_of_a_hundred_years_shows_three(afternoon):
    scale = scale_of([LooseDate(1950, 1), LooseDate(2050, 1)], TODAY, "es")
    assert scale is not None

    assert len(scale.months) == 36
    assert scale.today is None
    assert bar_of(LooseDate(1950, 1), LooseDate(2050, 1), scale) == (0.0, 1.0)
    assert bar_of(LooseDate(2040, 1), LooseDate(2050, 1), scale) is None


def test_follow_up_days_may_lack_a_day_and_stand_in_order(afternoon, make):
    visit = item(afternoon, "Visit")

    changed = work_item_fields.changed_fields(
        make(visit), visit, "follow_up_days", "sep 2014; 12/03/2014", text
    )

    follow = changed["follow_up"]
    assert isinstance(follow, FollowUpPlan)
    assert follow.planned == (LooseDate(2014, 3, 12), LooseDate(2014, 9))


def test_words_that_cannot_go_into_a_cell_are_refused_and_others_are_not(afternoon, make):
    visit = item(afternoon, "Visit", budget=usd(100))
    plan = make(visit)

    def key(column, words):
        error = work_item_fields.refusal(plan, visit, column, words, text)
        return None if error is None else error.key

    assert key("activity", " ") == "activity-empty"
    assert key("progress", "120") == "percent-out-of-range"
    assert key("dates", "soon") == "date-unknown"
    assert key("total", "−5") == "amount-out-of-range"
    assert key("total", "5000 HNL") is None
    assert key("dates", "mar – ago") is None


def test_another_currency_keeps_the_amount(afternoon, make):
    visit = item(afternoon, "Visit", budget=usd(100))
    plan = make(visit)

    assert work_item_fields.budget_of(plan, visit, "currency", "HNL") == Money(Decimal(100), "HNL")
    assert work_item_fields.budget_of(plan, visit, "budget", "1.500,00") == usd("1500.00")
    assert work_item_fields.budget_of(plan, visit, "budget", "") is None


def test_a_visit_needs_a_day_and_counts_nobody_below_zero(afternoon, make):
    visit = item(afternoon, "Visit")
    record = FollowUp(id=new_id(), work_item=visit.id, kind=FollowUpKind.FIELD_VISIT, date=DAY)
    plan = make(visit, record)

    assert follow_ups.changed_fields(plan, record, "date", "12 mar", text) == {"date": dt.date(2014, 3, 12)}
    for name, words in (("date", "mar 2014"), ("date", ""), ("women_met", "-1"), ("minutes", "an hour")):
        with pytest.raises(InvalidInput):
            follow_ups.changed_fields(plan, record, name, words, text)


def test_a_line_of_the_budget_is_added_changed_and_taken_out(afternoon):
    source = afternoon.network.id
    revision = BudgetRevision(
        id=new_id(), number=1, currency="USD", lines=(BudgetLine(source=source, revised=Decimal(300)),)
    )

    more = budget.changed_lines(revision, budget.NEW, "source", str(source))
    raised = budget.changed_lines(revision, 0, "revised", "4.800,00")

    assert len(more) == 2
    assert (raised[0].revised, raised[0].variation) == (Decimal("4800.00"), Decimal("4800.00"))
    assert budget.without_line(revision, 0) == ()
    with pytest.raises(InvalidInput):
        budget.changed_lines(revision, 0, "previous", "some")


def test_codes_sort_as_people_count():
    assert sorted(["2.10", "2.9", None, "1.1"], key=work_plan.natural) == [None, "1.1", "2.9", "2.10"]
