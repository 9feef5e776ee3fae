"""The agenda as a table: quick entry by keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from facilitator.domain.agenda import Priority

DAY = [
    "12:00 45 Improving the cycle",
    "12:45 15 Coffee",
    "13:00 60 Double loop",
    "14:00 60 Next phase",
    "15:00 15 Close of the day",
]


def test_the_table_model_keeps_the_rules_of_models(hand):
    tester = QAbstractItemModelTester(
        hand.page.view.table.sessions, QAbstractItemModelTester.FailureReportingMode.Fatal
    )

    hand.page.editing.move(hand.session("Double loop").id, 1)
    hand.qtbot.waitUntil(lambda: "14:00 60 Double loop" in hand.agenda())
    hand.page.editing.delete(hand.session("Double loop").id)
    hand.qtbot.waitUntil(lambda: len(hand.agenda()) == 4)

    assert tester.model() is hand.page.view.table.sessions


def test_the_table_is_filled_by_keyboard_alone(hand):
    hand.page.view.show_view("table")
    table = hand.page.view.table
    table.setCurrentIndex(table.sessions.index(5, 0))

    hand.key(Qt.Key.Key_F2)
    hand.type("Farewell")
    hand.key(Qt.Key.Key_Return)

    hand.until(*DAY, "15:15 30 Farewell")


def test_a_cell_of_the_table_is_edited_in_place(hand):
    hand.page.view.show_view("table")
    table = hand.page.view.table
    table.setCurrentIndex(table.sessions.index(2, 2))

    hand.key(Qt.Key.Key_F2)
    hand.type("45")
    hand.key(Qt.Key.Key_Return)

    hand.until(*DAY[:2], "13:00 45 Double loop", "13:45 60 Next phase", "14:45 15 Close of the day")


def test_space_pins_a_session_in_the_table(hand):
    hand.page.view.show_view("table")
    table = hand.page.view.table
    table.setCurrentIndex(table.sessions.index(3, 5))

    hand.key(Qt.Key.Key_Space)

    hand.qtbot.waitUntil(lambda: hand.session("Next phase").locked)


def test_a_choice_of_the_table_is_stored_by_its_key(hand):
    table = hand.page.view.table
    place = table.sessions.place_of(hand.session("Next phase").id)

    table.sessions.setData(table.sessions.index(place, 6), "could")

    hand.qtbot.waitUntil(lambda: hand.session("Next phase").priority is Priority.COULD)
