"""The outline of Home: alliances, cycles and workshops are added, renamed, described and deleted."""

import datetime as dt

from PySide6.QtCore import Qt

from facilitator.domain.agenda import Session
from facilitator.domain.cycles import Cycle, Workshop

ALLIANCE = "Regional Learning Alliance of Central America"
TITLES = [
    ALLIANCE,
    "2013–2014",
    "First regional workshop of the cycle",
    "Second regional workshop: Maintaining Momentum",
    "Writing workshop on the cases",
]


def test_everything_stands_in_one_outline(example):
    rows = example.page.view.shelf.list.shelf.rows

    assert example.titles() == TITLES
    assert [row.level for row in rows] == [0, 1, 2, 2, 2]
    assert [row.is_open for row in rows] == [False, False, False, True, False]


def test_enter_opens_the_workshop_under_the_keyboard(example):
    example.on("Writing workshop on the cases")

    example.key(Qt.Key.Key_Return)

    example.qtbot.waitUntil(lambda: example.page.view.cycle.band.loops[2].is_open)


def test_a_title_is_renamed_in_place_in_the_language_that_is_shown(example):
    example.on("Writing workshop on the cases")

    example.key(Qt.Key.Key_F2)
    example.type("Writing week")
    example.key(Qt.Key.Key_Return)

    example.qtbot.waitUntil(lambda: "Writing week" in example.titles())
    renamed = next(each for each in example.desk.records.where(Workshop) if each.number == 3)
    assert renamed.title.best("es") == "Taller de escritura de casos"


def test_a_deleted_workshop_comes_back_with_undo(example):
    example.on("Writing workshop on the cases")

    example.key(Qt.Key.Key_Delete)
    example.qtbot.waitUntil(lambda: example.titles() == TITLES[:4])
    example.desk.undo()

    example.qtbot.waitUntil(lambda: example.titles() == TITLES)


def test_when_the_open_workshop_is_deleted_another_one_is_opened(example):
    gone = example.desk.workshop_id
    example.on(TITLES[3])

    example.key(Qt.Key.Key_Delete)

    example.qtbot.waitUntil(lambda: example.desk.workshop is not None and example.desk.workshop_id != gone)
    assert TITLES[3] not in example.titles()


def test_a_deleted_cycle_leaves_its_workshops(example):
    example.on("2013–2014")

    example.key(Qt.Key.Key_Delete)

    example.qtbot.waitUntil(lambda: "2013–2014" not in example.titles())
    assert set(TITLES[2:]) <= set(example.titles())


def test_a_cycle_is_added_to_the_alliance_and_named_at_once(example):
    example.on(ALLIANCE)

    example.key(Qt.Key.Key_Insert)
    example.qtbot.waitUntil(lambda: example.page.view.shows_details)
    example.type("2015-2016")
    example.key(Qt.Key.Key_Return)

    example.qtbot.waitUntil(lambda: "2015–2016" in example.titles())
    added = next(each for each in example.desk.records.where(Cycle) if each.label == "2015-2016")
    assert added.alliance is not None


def test_insert_on_a_cycle_adds_a_workshop_that_starts_from_what_is_open(example):
    example.on("2013–2014")

    example.key(Qt.Key.Key_Insert)

    example.qtbot.waitUntil(lambda: len(example.loops()) == 4 and example.page.view.shows_details)
    rows = example.page.view.commitments.table.commitments.rows
    assert example.desk.workshop.number == 4
    assert [row.taken for row in rows] == [True] * 8


def test_the_menu_offers_the_agenda_of_every_workshop(example):
    example.page.view.cycle.new.click()
    actions = example.page.new_menu.actions()

    actions[2].trigger()
    example.page.new_menu.close()

    example.qtbot.waitUntil(lambda: len(example.loops()) == 4)
    assert [action.text() for action in actions][:3] == [
        "With an empty agenda",
        "With the agenda of “Writing workshop on the cases”",
        "With the agenda of “Second regional workshop: Maintaining Momentum”",
    ]
    assert len(example.desk.records.where(Session)) == 24


def test_the_details_of_a_workshop_are_stored_field_by_field(example):
    example.on("Writing workshop on the cases")
    example.page.view.shelf.details.click()
    city = example.detail("city")

    city.setFocus()
    example.type("Estelí")
    example.key(Qt.Key.Key_Tab)

    workshops = example.desk.records
    example.qtbot.waitUntil(lambda: any(each.city == "Estelí" for each in workshops.where(Workshop)))


def test_a_month_alone_is_taken_as_planned(example):
    example.on("Writing workshop on the cases")
    example.page.view.shelf.details.click()
    start = example.detail("start")
    assert start.text() == "Sep 2014"

    start.setFocus()
    start.selectAll()
    example.type("oct 2014")
    example.key(Qt.Key.Key_Return)

    def planned():
        third = next(each for each in example.desk.records.where(Workshop) if each.number == 3)
        return third.planned_month is not None and third.planned_month.isoformat() == "2014-10"

    example.qtbot.waitUntil(planned)
    assert example.page.view.cycle.band.loops[2].when == "Oct 2014"


def test_another_first_day_takes_the_agenda_along(example):
    example.page.view.shelf.details.click()
    start = example.detail("start")

    start.setFocus()
    start.selectAll()
    example.type("13/2/2014")
    example.key(Qt.Key.Key_Return)

    week = {dt.date(2014, 2, 13), dt.date(2014, 2, 14)}
    example.qtbot.waitUntil(lambda: {each.date for each in example.desk.records.where(Session)} == week)


def test_what_is_no_date_is_said_below_the_field(example):
    example.page.view.shelf.details.click()
    start = example.detail("start")

    start.setFocus()
    start.selectAll()
    example.type("tomorrow")
    example.key(Qt.Key.Key_Return)

    row = example.page.view.details.rows["start"]
    example.qtbot.waitUntil(lambda: "no date of the calendar" in row.error.sentence)
    assert start.text() == "tomorrow"


def test_escape_leads_back_from_the_details_to_the_outline(example):
    example.page.view.shelf.details.click()
    assert example.page.view.shows_details

    example.key(Qt.Key.Key_Escape)

    assert not example.page.view.shows_details


def test_the_country_of_a_workshop_is_chosen_by_its_name(example):
    example.page.view.shelf.details.click()
    country = example.detail("country")
    assert country.currentText() == "Nicaragua"

    country.setFocus()
    country.set_key("HN")
    country.activated.emit(country.currentIndex())

    example.qtbot.waitUntil(lambda: example.desk.workshop.country == "HN")


def test_in_a_low_window_the_fields_of_a_record_have_the_room_of_the_thread(example):
    example.page.resize(1108, 600)

    example.page.view.shelf.details.click()
    while_editing = example.page.view.cycle.isVisible()
    example.key(Qt.Key.Key_Escape)

    assert not while_editing
    assert example.page.view.cycle.isVisible()
