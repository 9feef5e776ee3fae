"""Links between pages, in a window with every page: they lead to the record, not only to its page."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.domain.cases import Case
from facilitator.domain.ids import (
    AgreementId,
    CaseId,
    PersonId,
    ReflectionId,
    WorkItemId,
    new_id,
)
from facilitator.domain.notes import Agreement, ParkingItem
from facilitator.domain.people import Person
from facilitator.domain.plans import WorkItem
from facilitator.domain.reflections import Reflection
from tests.afternoon import said
from ui.operator.pages import factories
from ui.operator.shell import OperatorWindow
from ui.stage.director import StageDirector


@pytest.fixture
def full(afternoon):
    """The afternoon with two of everything that a link can lead to."""
    workshop = afternoon.workshop.id
    for words in ("one", "two"):
        afternoon.others += [
            Agreement(id=AgreementId(new_id()), workshop=workshop, text=said(f"Agreement {words}")),
            ParkingItem(id=new_id(), workshop=workshop, text=said(f"Matter {words}")),
            WorkItem(id=WorkItemId(new_id()), workshop=workshop, activity=said(f"Activity {words}")),
            Reflection(id=ReflectionId(new_id()), workshop=workshop, action=said(f"Action {words}")),
            Case(id=CaseId(new_id()), cycle=afternoon.cycle.id, chain=said(f"Chain {words}")),
            Person(id=PersonId(new_id()), full_name=f"Person {words}"),
            afternoon.card(f"Card {words}"),
        ]
    return afternoon


@pytest.fixture
def window(qtbot, worn, theme, open_desk, full):
    """A window on the workshop, on the Minutes page."""
    desk = open_desk(full.records())
    stage = StageDirector(desk, theme)
    window = OperatorWindow(theme, factories(theme, desk, stage))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show_page("home")
    with qtbot.waitActive(window):
        window.show()
    yield window
    window.close()
    stage.close()


def test_plan_its_steps_on_run_leads_to_the_steps_of_that_session(qtbot, window, full):
    window.show_page("run")
    run = window.page("run")
    run.guide.load()
    run.agenda.view.setCurrentIndex(run.agenda.model.index(2, 0))
    qtbot.waitUntil(lambda: run.session is not None and run.session.id == full.loops.id)

    QTest.mouseClick(run.guide.panel.steps.plan, Qt.MouseButton.LeftButton)

    page = window.current_page
    assert (page.key, page._selected, page.view.shows_steps) == ("agenda", full.loops.id, True)
    assert page.view.steps.line.hasFocus()


def last(afternoon, kind):
    """The second of two records."""
    return [each for each in afternoon.others if isinstance(each, kind)][-1]


@pytest.mark.parametrize(
    ("kind", "tab", "column"),
    [
        (Agreement, "agreements", "due"),
        (ParkingItem, "parking", "outcome"),
        (WorkItem, "plan", "responsible"),
    ],
)
def test_a_link_leads_to_the_row_of_the_work_plan_and_to_the_cell_that_lacks_something(
    window, full, kind, tab, column
):
    wanted = last(full, kind)

    window.page("home").record_wanted.emit("work_plan", wanted.id, column)

    page = window.current_page
    assert page.key == "work_plan"
    assert page.tab is page.tabs[tab]
    assert (page.tab.table.chosen_key(), page.tab.table.chosen_column()) == (wanted.id, column)
    assert QApplication.focusWidget() is page.tab.table


def test_a_link_leads_to_an_activity_that_a_filter_had_left_out(window, full):
    wanted = last(full, WorkItem)
    page = window.page("work_plan")
    page.toolbar.status.set_key("done")
    page.toolbar.filtered.emit()

    window.page("home").record_wanted.emit("work_plan", wanted.id, "")

    assert page.plan_tab.table.chosen_key() == wanted.id
    assert page.toolbar.status.current_key() == ""


def test_a_link_leads_to_a_person_and_the_answer_that_was_never_asked_for(window, full):
    wanted = last(full, Person)

    window.page("home").record_wanted.emit("people", wanted.id, "name_in_minutes")

    page = window.current_page
    assert page.key == "people"
    assert (page.table.chosen_key(), page.table.chosen_column()) == (wanted.id, "name_in_minutes")
    assert page.panel.shown == wanted.id
    assert QApplication.focusWidget() is page.table


def test_a_link_leads_to_a_session_on_the_agenda(window, full):
    window.page("home").record_wanted.emit("agenda", full.close.id, "")

    page = window.current_page
    assert page.key == "agenda"
    assert page.view.panel.fields["title"].toPlainText() == "Close of the day"
    assert QApplication.focusWidget() is page.view.timeline


@pytest.mark.parametrize("field", ["second_loop.revised_assumption", "effects", ""])
def test_a_link_leads_to_a_reflection_and_the_field_that_is_empty(window, full, field):
    wanted = last(full, Reflection)

    window.page("home").record_wanted.emit("reflection", wanted.id, field)

    view = window.current_page.view
    there = {"effects": view.diagram.add_effect, "": view.strip.view}
    assert view.form.text("action").toPlainText() == "Action two"
    assert QApplication.focusWidget() is there.get(field, view.form.fields.get(field))


def test_a_link_leads_to_a_card_on_its_board(window, full):
    wanted = [each for each in full.others if getattr(each, "board", None) == full.board.id][-1]

    window.page("home").record_wanted.emit("cards", wanted.id, "")

    page = window.current_page
    assert page.key == "cards"
    assert page.wall.selected == (wanted.id,)


def test_a_link_leads_to_a_case(window, full):
    wanted = last(full, Case)

    window.page("home").record_wanted.emit("cases", wanted.id, "")

    page = window.current_page
    assert page.list.chosen_key() == wanted.id
    assert page.tabs.current_key() == "sheet"


def test_a_link_to_what_is_gone_meanwhile_leads_to_its_page(window, full):
    gone = replace(last(full, WorkItem), id=WorkItemId(new_id()))

    for page in ("work_plan", "people", "agenda", "reflection", "cards", "cases"):
        window.page("home").record_wanted.emit(page, gone.id, "")

        assert window.current_page.key == page
