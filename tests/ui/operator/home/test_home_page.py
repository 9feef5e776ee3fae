"""Home: the thread, the commitments, and what one can open from here."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from facilitator import i18n
from facilitator.bootstrap import open_workspace
from facilitator.domain.agenda import Session
from facilitator.domain.cycles import Alliance, Cycle, PriorOutput, Workshop, WorkshopStatus
from facilitator.domain.ids import CycleId, new_id
from facilitator.domain.plans import WorkItem, WorkStatus
from facilitator.domain.values import LooseDate

SECOND = "2. Second regional workshop: Maintaining Momentum"


def open_workshop(hand):
    return hand.desk.workshop.title.best("en")


def test_a_first_start_offers_the_example_and_a_new_workshop(bare):
    assert bare.page.first.isVisible()
    assert bare.page.first.example.text() == "Open the example workshop"
    assert bare.page.first.new.text() == "New workshop"


def test_the_example_is_opened_with_one_click(bare):
    QTest.mouseClick(bare.page.first.example, Qt.MouseButton.LeftButton)

    bare.qtbot.waitUntil(lambda: bare.page.view.isVisible() and len(bare.loops()) == 3)
    assert open_workshop(bare) == "Second regional workshop: Maintaining Momentum"
    assert len(bare.desk.records.where(Session)) == 24


def test_a_new_workshop_on_first_start_is_named_at_once(bare):
    bare.page.first.new.setFocus()
    bare.key(Qt.Key.Key_Space)
    bare.qtbot.waitUntil(lambda: bare.page.view.shows_details)

    bare.type("Taller de señales")
    bare.key(Qt.Key.Key_Return)

    bare.qtbot.waitUntil(lambda: str(bare.desk.workshop.title) == "Taller de señales")
    assert bare.titles() == ["Taller de señales"]


def test_the_thread_tells_what_is_done_and_what_is_to_come(example):
    assert example.loops() == [
        ("1. First regional workshop of the cycle", "done"),
        (SECOND, "done"),
        ("3. Writing workshop on the cases", "coming"),
    ]


def test_a_workshop_of_today_is_now(example):
    workshop = example.desk.workshop_id
    example.desk.perform(lambda w: w.books.edit(Workshop, workshop, status=WorkshopStatus.READY))

    example.qtbot.waitUntil(lambda: example.loops()[1] == (SECOND, "now"))
    loop = example.page.view.cycle.band.loops[1]
    assert (loop.headline, loop.when) == ("Today", "6\u00a0–\u00a07 Feb")


def test_the_open_workshop_leads_to_the_run_console_and_the_agenda(example):
    column = example.page.view.cycle.columns[1]

    with example.qtbot.waitSignal(example.page.page_wanted) as first:
        QTest.mouseClick(column.run, Qt.MouseButton.LeftButton)
    with example.qtbot.waitSignal(example.page.page_wanted) as second:
        QTest.mouseClick(column.agenda, Qt.MouseButton.LeftButton)

    assert (first.args, second.args) == (["run"], ["agenda"])


def test_another_workshop_is_opened_by_a_click_on_its_loop(example):
    QTest.mouseClick(example.page.view.cycle.band.buttons[0], Qt.MouseButton.LeftButton)

    example.qtbot.waitUntil(lambda: open_workshop(example).startswith("First regional"))
    assert example.page.view.cycle.band.loops[0].is_open


def test_another_workshop_is_opened_with_the_keyboard_alone(example):
    example.page.view.cycle.band.buttons[1].setFocus()

    example.key(Qt.Key.Key_Right)
    example.key(Qt.Key.Key_Return)

    example.qtbot.waitUntil(lambda: open_workshop(example).startswith("Writing"))


def test_a_loop_says_everything_to_a_screen_reader(example):
    assert example.page.view.cycle.band.buttons[1].accessibleName() == (
        f"{SECOND}, done, 6–7 February 2014, Managua. 12 participants, 24 sessions. This workshop is open"
    )


def test_commitments_are_listed_by_due_date_with_their_owner(example):
    rows = example.commitments()

    assert len(rows) == 8
    assert rows[0] == ("Four indicator sheets agreed", "APF", "14 Mar", "Not started")
    assert rows[5][3] == "In progress"


def test_what_is_due_and_not_done_is_late_by_so_many_days(example, desk_clock):
    desk_clock.instant = dt.datetime(2014, 3, 20, 18, 0, tzinfo=dt.UTC)

    example.page.activated()

    assert example.commitments()[0][3] == "6 days late"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (dt.date(2014, 3, 15), "1 day late"),
        (dt.date(2014, 7, 1), "3 months late"),
        (dt.date(2026, 3, 20), "12 years late"),
    ],
)
def test_long_delays_are_told_in_months_and_years(example, desk_clock, day, words):
    desk_clock.instant = dt.datetime(day.year, day.month, day.day, 18, 0, tzinfo=dt.UTC)

    example.page.activated()

    assert example.commitments()[0][3] == words


def test_a_workshop_that_was_held_at_another_time_shows_when_it_was(example, desk_clock):
    desk_clock.instant = dt.datetime(2026, 3, 20, 18, 0, tzinfo=dt.UTC)

    example.page.activated()

    third = example.page.view.cycle.band.loops[2]
    assert (third.state, third.when) == ("done", "Aug 2014")
    assert third.facts == "12–15 August 2014, Estelí. Closed"


def test_a_commitment_that_is_done_goes_to_the_end(example):
    first = example.page.view.commitments.table.commitments.rows[0].key
    example.desk.perform(lambda w: w.books.edit(WorkItem, first, status=WorkStatus.DONE))

    example.qtbot.waitUntil(lambda: example.commitments()[-1][3] == "Done")
    assert example.page.view.commitments._done.text() == "1 of 8 done"


def test_space_takes_a_commitment_up_as_starting_material(example):
    table = example.page.view.commitments.table
    table.setFocus()
    table.setCurrentIndex(table.commitments.index(0, 0))

    example.key(Qt.Key.Key_Space)
    example.qtbot.waitUntil(lambda: len(example.desk.records.where(PriorOutput)) == 1)
    taken = table.commitments.rows[0].taken
    example.key(Qt.Key.Key_Space)

    example.qtbot.waitUntil(lambda: example.desk.records.where(PriorOutput) == [])
    assert taken


def test_a_row_leads_to_its_activity_in_the_work_plan(example):
    table = example.page.view.commitments.table
    table.setFocus()
    table.setCurrentIndex(table.commitments.index(0, 0))

    with example.qtbot.waitSignal(example.page.record_wanted) as asked:
        example.key(Qt.Key.Key_Return)

    assert asked.args == ["work_plan", table.commitments.rows[0].key, ""]


def test_the_models_keep_the_rules_of_models(example):
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    table, shelf = example.page.view.commitments.table.commitments, example.page.view.shelf.list.shelf
    testers = [QAbstractItemModelTester(table, fatal), QAbstractItemModelTester(shelf, fatal)]
    first = table.rows[0].key

    example.desk.perform(lambda w: w.books.edit(WorkItem, first, due=LooseDate(2014, 12)))
    example.qtbot.waitUntil(lambda: table.rows[-1].key == first)
    example.page.editing.add_alliance()
    example.qtbot.waitUntil(lambda: len(shelf.rows) == 6)

    assert len(testers) == 2


def test_what_another_program_adds_appears(example, desk_file, desk_clock):
    with open_workspace(desk_file, desk_clock) as other:
        other.books.add(Cycle(id=CycleId(new_id()), label="2015-2016"))

    example.qtbot.waitUntil(lambda: "2015–2016" in example.titles(), timeout=3000)
    assert example.page.view.cycle.all.text() == "All cycles (2)"


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_speaks_both_languages_and_is_painted_in_both(example, language):
    i18n.use(language)
    example.page.retranslate()

    assert example.loops()[0][0].startswith("1. ")
    assert not example.page.grab().isNull()


def test_a_hostile_title_is_shown_as_it_is(example):
    wild = "<b>x</b> & مرحبا 👩🏽‍🌾" + "w" * 300
    alliance = example.desk.records.where(Alliance)[0]

    example.page.editing.edit(alliance, "name", wild)

    example.qtbot.waitUntil(lambda: wild in example.titles())
    assert not example.page.grab().isNull()
