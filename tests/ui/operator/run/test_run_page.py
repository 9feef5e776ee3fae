"""The console of a running workshop: one button goes on, time and drift are always in sight."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit

from facilitator.domain.agenda import Session, SessionStatus
from facilitator.domain.cards import Board, Card, Kind
from facilitator.domain.cycles import Workshop, WorkshopStatus
from facilitator.domain.plans import WorkItem
from facilitator.domain.timer import TimerPhase
from facilitator.i18n import use
from facilitator.services.wall import NewCard
from tests.ui.operator.run.conftest import press, type_in
from ui.operator.pages.run import RunPage
from ui.operator.run.commands import ensure_commands
from ui.stage.director import StageDirector

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def keys(run, desk, director):
    """Return the window's actions of time and stage by their ids."""
    return ensure_commands(run.window(), desk, director)


def status(desk, session):
    return desk.records.get(Session, session.id).status


def pushed(qtbot, desk, act):
    with qtbot.waitSignal(desk.changed):
        act()
    qtbot.waitUntil(lambda: desk._pending == 0)


def test_the_one_button_leads_through_the_whole_day(qtbot, run, desk, afternoon):
    words = []
    for _step in range(7):
        words.append(run.timer._primary.text())
        pushed(qtbot, desk, run.timer._primary.click)

    assert words == ["Start the workshop", "Start session", *["Next session"] * 4, "End session"]
    assert [status(desk, each) for each in afternoon.sessions] == [SessionStatus.DONE] * 5


def test_the_clock_counts_down_then_over_and_says_so_in_words(qtbot, run, do, desk_clock, afternoon):
    do(lambda w: w.running.start_session(afternoon.round.id))
    shown = []
    for minutes in (0, 21, 20, 8):
        desk_clock.pass_by(minutes=minutes)
        run._ticked()
        shown.append((run.timer._digits._text, run.timer._digits._phase, run.timer._lead.text()))

    assert shown == [
        ("45:00", TimerPhase.RUNNING, "left of 45 min"),
        ("24:00", TimerPhase.RUNNING, "left of 45 min"),
        ("4:00", TimerPhase.CUE, "left of 45 min"),
        ("+4:00", TimerPhase.OVER, "over the 45 min"),
    ]


def test_console_and_stage_flip_together(qtbot, run, do, director, desk_clock, afternoon):
    do(lambda w: w.running.start_session(afternoon.round.id))
    desk_clock.pass_by(seconds=1)

    qtbot.waitUntil(lambda: run.timer._digits._text == "44:59", timeout=3000)

    assert director.view.frame.timer is not None
    assert director.view.frame.timer.text == "44:59"


def test_pause_and_minutes_by_key(qtbot, run, desk, do, keys, afternoon):
    do(lambda w: w.running.start_session(afternoon.round.id))
    pushed(qtbot, desk, keys["run.minute_more"].trigger)
    more = run.timer._digits._text
    pushed(qtbot, desk, keys["run.minute_less"].trigger)
    less = run.timer._digits._text

    pushed(qtbot, desk, keys["run.pause"].trigger)

    assert (more, less) == ("46:00", "45:00")
    assert run.timer._digits._phase is TimerPhase.PAUSED
    assert run.timer._pause.text() == "Go on"


def test_control_up_works_while_a_card_is_being_typed(qtbot, run, desk, do, keys, afternoon):
    do(lambda w: w.running.start_session(afternoon.round.id))
    field = run.capture.frame.text
    type_in(field, "half a thou")

    with qtbot.waitSignal(desk.changed):
        QTest.keyClick(run.window().windowHandle(), Qt.Key.Key_Up, CONTROL)
    qtbot.waitUntil(lambda: desk._pending == 0)

    assert run.timer._digits._text == "46:00"
    assert run.capture.text == "half a thou"
    assert field.hasFocus()


def test_the_timer_goes_on_after_a_restart_as_if_nothing_had_happened(
    qtbot, run, do, desk, open_desk, desk_clock, theme, afternoon
):
    do(lambda w: w.running.start_session(afternoon.round.id))
    do(lambda w: w.running.pause(afternoon.round.id))
    desk_clock.pass_by(minutes=3)
    do(lambda w: w.running.resume(afternoon.round.id))
    desk_clock.pass_by(minutes=10)

    again = StageDirector(open_desk(), theme)
    again._desk.opened.emit()

    assert again.view.frame.timer is not None
    assert again.view.frame.timer.text == "35:00"
    again.close()


def test_how_late_the_day_is_stands_beside_the_agenda(run, do, desk_clock, afternoon):
    desk_clock.pass_by(minutes=12)
    do(lambda w: w.running.start_session(afternoon.round.id))

    assert run.agenda._pill.look.text == "12 min late, ends 15:27"
    assert run.agenda._pill.look.tone == "warn"


def test_past_sessions_say_how_they_compare_with_the_plan(run, do, desk_clock, afternoon):
    do(lambda w: w.running.start_session(afternoon.round.id))
    desk_clock.pass_by(minutes=53)
    do(lambda w: w.running.next_session(afternoon.workshop.id))

    assert [(line.time, line.versus, line.state) for line in run.agenda.model.lines[:3]] == [
        ("12:00", "+8", "done"),
        ("12:53", "", "now"),
        ("13:08", "", "next"),
    ]


def test_undo_of_next_session_puts_the_clock_back(qtbot, run, do, desk, desk_clock, afternoon):
    do(lambda w: w.running.start_session(afternoon.round.id))
    desk_clock.pass_by(minutes=5)
    pushed(qtbot, desk, run.timer._primary.click)

    pushed(qtbot, desk, desk.undo)

    assert status(desk, afternoon.round) is SessionStatus.RUNNING
    assert run.timer._digits._text == "40:00"


def test_cards_go_to_the_session_that_runs_else_to_the_one_selected_and_it_says_which(
    qtbot, run, do, desk, enter, afternoon
):
    run.agenda.view.setCurrentIndex(run.agenda.model.index(2))
    to = run.stream._to.text()
    enter("For the loops")
    do(lambda w: w.running.start_session(afternoon.round.id))
    enter("For the round")

    boards = {board.session: board.id for board in desk.records.where(Board)}
    homes = {card.text.text: card.board for card in desk.records.where(Card)}
    assert to == "Cards go to: Double loop"
    assert homes == {"For the loops": boards[afternoon.loops.id], "For the round": boards[afternoon.round.id]}
    assert run.stream._to.text() == ""


def test_new_cards_stand_on_top_and_are_counted_by_kind(run, enter):
    for words in ("+It works", "-No signal", "!Call", "Plain"):
        enter(words)

    assert [card.text for card in run.stream.model.cards] == ["Plain", "Call", "No signal", "It works"]
    assert run.stream._count.text() == "4 cards"
    assert dict(run.stream._kinds._counts) == {"works": 1, "difficulty": 1, "suggestion": 1, "note": 1}


def test_the_counts_follow_cards_that_change_their_kind_that_go_and_that_come_back(run, desk, do, enter):
    def counted():
        return {look: number for look, number in run.stream._kinds._counts if number}

    for words in ("+It works", "-No signal"):
        enter(words)
    works = desk.records.where(Card)[0]

    do(lambda w: w.wall.retype([works.id], Kind.QUESTION))
    retyped = counted()
    do(lambda w: w.wall.delete_cards([works.id]))
    gone = counted()
    do(lambda w: w.operations.undo())

    assert retyped == {"question": 1, "difficulty": 1}
    assert gone == {"difficulty": 1}
    assert counted() == retyped


def test_the_list_stays_where_it_is_read_and_says_what_came(qtbot, run, do, afternoon, enter):
    new = [NewCard(text=afternoon.card(f"old {number}").text) for number in range(60)]
    do(lambda w: w.wall.add_cards(afternoon.round.id, new))
    bar = run.stream.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1000)
    bar.setValue(600)
    top = run.stream.view.indexAt(QPoint(50, 20)).data()

    enter("brand new")
    still = run.stream.view.indexAt(QPoint(50, 20)).data()
    said = run.stream._pill.text()
    run.stream._pill.click()

    assert still == top
    assert said == "1 new"
    assert bar.value() == 0
    assert not run.stream._pill.isVisible()


def test_a_card_is_hidden_sent_to_the_plan_and_deleted_by_key(qtbot, run, desk, enter):
    enter("Call monthly")
    view = run.stream.view
    view.setFocus()
    view.setCurrentIndex(run.stream.model.index(0, 0))

    pushed(qtbot, desk, lambda: press(view, Qt.Key.Key_H, text="h"))
    hidden = desk.records.where(Card)[0].hidden_on_stage
    pushed(qtbot, desk, lambda: press(view, Qt.Key.Key_W, text="w"))
    planned = [item.activity.text for item in desk.records.where(WorkItem)]
    pushed(qtbot, desk, lambda: press(view, Qt.Key.Key_Delete))

    assert hidden
    assert planned == ["Call monthly"]
    assert desk.records.where(Card) == []
    assert run.stream.model.cards == []


def test_an_action_is_done_by_clicking_its_sign_and_the_focus_stays_in_the_bar(qtbot, run, desk, enter):
    enter("Call monthly")
    view = run.stream.view
    index = run.stream.model.index(0, 0)
    place = view.itemDelegate()._places(view.visualRect(index))[1].center().toPoint()

    pushed(qtbot, desk, lambda: QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place))

    assert desk.records.where(Card)[0].hidden_on_stage
    assert run.capture.frame.text.hasFocus()


def test_the_stage_question_is_changed_in_place(qtbot, run, desk, afternoon):
    run._actions["item.edit"].trigger()
    field = run.question._field
    field.setPlainText("What comes first?")

    pushed(qtbot, desk, lambda: press(field, Qt.Key.Key_Return))

    question = desk.records.get(Board, afternoon.board.id).question
    assert (question.translated("en"), question.text) == ("What comes first?", "¿Qué mejorarían?")
    assert run.capture.frame.text.hasFocus()


def test_escape_leaves_the_question_as_it_was(run, desk, afternoon):
    run._actions["item.edit"].trigger()
    run.question._field.setPlainText("Something else")

    press(run.question._field, Qt.Key.Key_Escape)

    assert desk.records.get(Board, afternoon.board.id).question == afternoon.board.question
    assert run.capture.frame.text.hasFocus()


def test_a_session_without_a_board_gets_one_when_its_question_is_written(qtbot, run, desk, afternoon):
    run.agenda.view.setCurrentIndex(run.agenda.model.index(2))
    run._actions["item.edit"].trigger()
    run.question._field.setPlainText("What did we assume?")

    pushed(qtbot, desk, lambda: press(run.question._field, Qt.Key.Key_Return))

    asked = {board.session: board.question.text for board in desk.records.where(Board)}
    assert asked[afternoon.loops.id] == "What did we assume?"


def test_the_switcher_marks_what_the_room_sees(run, director):
    run.side.buttons["cards"].click()

    marked = [key for key, button in run.side.buttons.items() if button.isChecked()]
    assert marked == ["cards"]
    assert run.side._title.text() == "Stage is off"


def test_everything_is_said_anew_when_the_language_changes(run, do, afternoon):
    do(lambda w: w.running.start_session(afternoon.round.id))
    use("es")
    run.retranslate()
    spanish = run.timer._primary.accessibleName()
    use("en")
    run.retranslate()

    assert run.timer._primary.text() == "Next session"
    assert isinstance(spanish, str)


def test_the_workshop_is_closed_when_nothing_runs(qtbot, run, do, desk, afternoon):
    do(lambda w: w.running.start_workshop(afternoon.workshop.id))

    pushed(qtbot, desk, run.timer._close.click)

    assert desk.records.get(Workshop, afternoon.workshop.id).status is WorkshopStatus.CLOSED


def test_a_workshop_that_was_closed_can_be_opened_again_but_not_started(qtbot, run, do, desk, afternoon):
    do(lambda w: w.running.start_workshop(afternoon.workshop.id))
    do(lambda w: w.running.close_workshop(afternoon.workshop.id))
    offered = run.timer._primary.text()

    pushed(qtbot, desk, run.timer._primary.click)

    assert offered == "Reopen the workshop"
    assert desk.records.get(Workshop, afternoon.workshop.id).status is WorkshopStatus.RUNNING


def test_the_lists_keep_qts_rules(run, enter, desk, do, desk_clock, afternoon):
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, mode) for model in (run.stream.model, run.agenda.model)]

    enter("One")
    enter("Two")
    do(lambda w: w.wall.delete_cards([desk.records.where(Card)[0].id]))
    do(lambda w: w.operations.undo())
    do(lambda w: w.running.start_session(afternoon.round.id))

    assert [card.text for card in run.stream.model.cards] == ["Two", "One"]
    assert len(testers) == 2


def test_every_control_has_a_name(run):
    unnamed = [
        widget
        for kind in (QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit)
        for widget in run.findChildren(kind)
        if widget.isVisibleTo(run)
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and not isinstance(widget.parent(), QAbstractItemView)
    ]

    assert unnamed == []


def test_the_page_without_sessions_says_what_to_do(qtbot, worn, theme, open_desk, afternoon):
    desk = open_desk([afternoon.workshop.__class__(id=afternoon.workshop.id, title=afternoon.workshop.title)])
    director = StageDirector(desk, theme)
    page = RunPage(theme, desk, director)
    qtbot.addWidget(page)
    page.retranslate()
    page.show()

    assert page._empty.isVisible()
    assert not page._centre.isVisible()
    assert page.title() == "Maintaining momentum"
    director.close()
