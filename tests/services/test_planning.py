"""The work plan: items and their order, who gives what, agreements, budget revisions."""

from decimal import Decimal

import pytest

from facilitator.domain.errors import Conflict, InvalidInput
from facilitator.domain.ids import AgreementId, OrganisationId, WorkItemId, new_id
from facilitator.domain.notes import Agreement, ParkingItem, ParkingOutcome
from facilitator.domain.people import Organisation
from facilitator.domain.plans import BudgetRevision, Contribution, ContributionKind, OriginKind, WorkItem
from facilitator.domain.values import LooseDate, Money
from tests.afternoon import DAY, Afternoon, said


@pytest.fixture
def afternoon():
    return Afternoon()


@pytest.fixture
def stored(workspace, afternoon):
    workspace.books.add(*afternoon.records())
    return workspace


def items(workspace, afternoon):
    found = workspace.records(afternoon.workshop.id).where(WorkItem)
    return sorted(found, key=lambda each: each.position)


def usd(amount):
    return Money(Decimal(amount), "USD")


def add(workspace, afternoon, *activities):
    keys = [WorkItemId(new_id()) for _ in activities]
    for key, activity in zip(keys, activities, strict=True):
        workspace.planning.add_item(afternoon.workshop.id, said(activity), key)
    return keys


def test_new_items_get_the_next_code_of_their_workshop_and_the_last_place(stored, afternoon):
    add(stored, afternoon, "Visit sites", "Write the guide")

    assert [(each.code, str(each.activity)) for each in items(stored, afternoon)] == [
        ("2.1", "Visit sites"),
        ("2.2", "Write the guide"),
    ]


def test_an_item_without_an_activity_is_refused(stored, afternoon):
    with pytest.raises(InvalidInput) as refused:
        stored.planning.add_item(afternoon.workshop.id, said("  "))

    assert refused.value.key == "activity-empty"
    assert items(stored, afternoon) == []


def test_items_take_the_order_they_are_given_and_one_undo_takes_it_back(stored, afternoon):
    first, second, third = add(stored, afternoon, "A", "B", "C")

    stored.planning.order([third, first, second])
    moved = [str(each.activity) for each in items(stored, afternoon)]
    stored.operations.undo()

    assert moved == ["C", "A", "B"]
    assert [str(each.activity) for each in items(stored, afternoon)] == ["A", "B", "C"]


def test_items_that_share_a_place_can_be_ordered_too(stored, afternoon):
    keys = add(stored, afternoon, "A", "B")
    stored.books.edit_all(WorkItem, {key: {"position": 0} for key in keys})

    stored.planning.order(list(reversed(keys)))

    assert [str(each.activity) for each in items(stored, afternoon)] == ["B", "A"]


def test_cash_and_kind_are_kept_apart_and_nothing_takes_a_contribution_out(stored, afternoon):
    [item] = add(stored, afternoon, "Visit sites")
    organisation = afternoon.network.id

    stored.planning.contribute(item, organisation, usd(300))
    stored.planning.contribute(item, organisation, usd(200), ContributionKind.IN_KIND)
    stored.planning.contribute(item, organisation, usd(350))
    stored.planning.contribute(item, organisation, None, ContributionKind.IN_KIND)

    given = stored.records(afternoon.workshop.id).where(Contribution)
    assert [(each.kind, each.amount) for each in given] == [(ContributionKind.CASH, usd(350))]


def test_less_than_nothing_is_no_contribution(stored, afternoon):
    [item] = add(stored, afternoon, "Visit sites")

    with pytest.raises(InvalidInput):
        stored.planning.contribute(item, afternoon.network.id, usd(-1))


def test_an_agreement_gets_the_next_number_and_becomes_an_item_once(stored, afternoon):
    key = AgreementId(new_id())
    stored.planning.add_agreement(afternoon.workshop.id, said("Visit the field"), key)
    stored.books.edit(Agreement, key, responsible=afternoon.network.id, due=LooseDate(2014, 4))

    stored.planning.agreement_to_work_plan(key)
    stored.planning.agreement_to_work_plan(key)

    [item] = items(stored, afternoon)
    assert stored.records(afternoon.workshop.id).get(Agreement, key).number == 1
    assert (item.responsible, item.due, item.origin.kind) == (
        afternoon.network.id,
        LooseDate(2014, 4),
        OriginKind.AGREEMENT,
    )


def test_something_parked_that_goes_to_the_plan_is_decided(stored, afternoon):
    parked = ParkingItem(id=new_id(), workshop=afternoon.workshop.id, text=said("Who owns the data?"))
    stored.books.add(parked)

    stored.planning.parked_to_work_plan(parked.id)

    [item] = items(stored, afternoon)
    after = stored.records(afternoon.workshop.id).get(ParkingItem, parked.id)
    assert (after.outcome, after.linked) == (ParkingOutcome.TO_WORK_PLAN, item.id)


def test_the_first_revision_starts_from_what_is_contributed(stored, afternoon):
    [item] = add(stored, afternoon, "Visit sites")
    donor = Organisation(id=OrganisationId(new_id()), name="Donor")
    stored.books.add(donor)
    stored.planning.contribute(item, afternoon.network.id, usd(300))
    stored.planning.contribute(item, donor.id, usd(900))

    stored.budgets.start_revision(afternoon.workshop.id, new_id())

    [revision] = stored.records(afternoon.workshop.id).where(BudgetRevision)
    assert {line.source: line.revised for line in revision.lines} == {
        afternoon.network.id: Decimal(300),
        donor.id: Decimal(900),
    }
    assert all(line.variation == 0 for line in revision.lines)


def test_an_approved_revision_is_not_changed_again_and_the_next_starts_from_it(stored, afternoon):
    first, second = new_id(), new_id()
    [item] = add(stored, afternoon, "Visit sites")
    stored.planning.contribute(item, afternoon.network.id, usd(300))
    stored.budgets.start_revision(afternoon.workshop.id, first)
    lines = stored.records(None).get(BudgetRevision, first).lines
    stored.budgets.revise(
        first, lines=(type(lines[0])(source=lines[0].source, previous=Decimal(300), revised=Decimal(500)),)
    )

    stored.budgets.approve(first, afternoon.marisol.id, DAY)
    with pytest.raises(Conflict) as refused:
        stored.budgets.revise(first, reason=said("More visits"))
    stored.budgets.start_revision(afternoon.workshop.id, second)

    records = stored.records(None)
    assert refused.value.key == "revision-approved"
    assert records.get(BudgetRevision, first).date == DAY
    following = records.get(BudgetRevision, second)
    assert (following.number, following.lines[0].previous, following.lines[0].revised) == (2, 500, 500)


def test_another_currency_takes_the_contributions_along(stored, afternoon):
    [item] = add(stored, afternoon, "Visit sites")
    stored.budgets.set_budget(item, usd(900))
    stored.planning.contribute(item, afternoon.network.id, usd(300))

    stored.budgets.set_budget(item, Money(Decimal(33000), "NIO"))

    records = stored.records(None)
    [given] = records.where(Contribution)
    assert records.get(WorkItem, item).budget == Money(Decimal(33000), "NIO")
    assert given.amount == Money(Decimal(300), "NIO")
