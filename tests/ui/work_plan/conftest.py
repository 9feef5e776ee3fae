"""A work plan of three activities, and the page that shows it."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from facilitator.domain.ids import AgreementId, WorkItemId, new_id
from facilitator.domain.notes import Agreement, ParkingItem
from facilitator.domain.plans import (
    Contribution,
    Origin,
    OriginKind,
    WorkItem,
    WorkStatus,
)
from facilitator.domain.values import LooseDate
from tests.afternoon import said
from tests.ui.work_plan.driving import usd
from ui.operator.pages.work_plan import WorkPlanPage
from ui.stage.director import StageDirector


@pytest.fixture
def plan(afternoon):
    """Three activities: the first from a card, the second late, the third without anything."""
    shared = {"workshop": afternoon.workshop.id, "cycle": afternoon.cycle.id}
    card = afternoon.card("Visits come too late")
    agreement = Agreement(
        id=AgreementId(new_id()), workshop=afternoon.workshop.id, number=1, text=said("Visit sites")
    )
    parked = ParkingItem(id=new_id(), workshop=afternoon.workshop.id, text=said("Who owns the data?"))
    items = [
        WorkItem(
            id=WorkItemId(new_id()), code="2.1", activity=said("Visit the sites"), position=0, budget=usd(1000),
            responsible=afternoon.network.id, start=LooseDate(2014, 3), due=LooseDate(2014, 4, 30),
            origin=Origin(OriginKind.CARD, card.id), **shared,
        ),
        WorkItem(
            id=WorkItemId(new_id()), code="2.2", activity=said("Write the guide"), position=1,
            due=LooseDate(2014, 1, 31), status=WorkStatus.IN_PROGRESS, **shared,
        ),
        WorkItem(id=WorkItemId(new_id()), code="2.3", activity=said("Hold the workshop"), position=2, **shared),
    ]  # fmt: skip
    given = Contribution(
        id=new_id(), work_item=items[0].id, organisation=afternoon.network.id, amount=usd(300)
    )
    afternoon.others += [card, agreement, parked, *items, given]
    return items


@pytest.fixture
def stage(theme, plan, desk):
    director = StageDirector(desk, theme)
    yield director
    director.close()


@pytest.fixture
def page(qtbot, worn, theme, plan, desk, stage):
    page = WorkPlanPage(theme, desk, stage)
    qtbot.addWidget(page)
    page.resize(1400, 780)
    page.retranslate()
    with qtbot.waitActive(page):
        page.show()
    page.activated()
    for tab in page.tabs.values():
        QAbstractItemModelTester(tab.table.cells, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    return page
