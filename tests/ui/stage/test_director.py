"""The director decides what the room sees: it follows the sessions, and obeys the operator first."""

import pytest

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Kind
from facilitator.domain.stage import AgendaView, BlankView, BreakView, CardsView, QuestionView
from facilitator.services.wall import NewCard
from ui.stage.director import StageDirector
from ui.theme import Theme


@pytest.fixture
def director(qtbot, desk):
    director = StageDirector(desk, Theme("light"))
    desk.opened.emit()
    yield director
    director.close()


def do(qtbot, desk, change):
    with qtbot.waitCallback() as done:
        desk.perform(change, done=done)


def start(qtbot, desk, session):
    do(qtbot, desk, lambda workspace: workspace.running.start_session(session.id))


def test_before_anything_runs_the_room_sees_the_agenda(director):
    assert isinstance(director.view, AgendaView)
    assert director.state == "off"
    assert director.view_label() == "Agenda"


def test_the_stage_follows_the_session_that_starts(qtbot, desk, director, afternoon):
    shown = []
    for session in afternoon.sessions:
        start(qtbot, desk, session)
        shown.append(director.key)

    assert shown == ["question", "break", "reflection", "work_plan", "agenda"]


def test_what_the_operator_chose_stays_until_the_next_session(qtbot, desk, director, afternoon):
    start(qtbot, desk, afternoon.round)
    director.show("cards")
    do(qtbot, desk, lambda w: w.running.extend(afternoon.round.id, 5))
    chosen = director.key

    start(qtbot, desk, afternoon.coffee)

    assert chosen == "cards"
    assert director.key == "break"
    assert isinstance(director.view, BreakView)


def test_a_frozen_stage_keeps_its_picture_when_the_next_session_starts(qtbot, desk, director, afternoon):
    start(qtbot, desk, afternoon.round)
    director.toggle_stage()
    director.freeze()

    start(qtbot, desk, afternoon.coffee)

    assert director.state == "frozen"
    assert isinstance(director.outlet.window.widget.view, QuestionView)
    assert director.view_label() == "Question"


def test_a_view_chosen_while_frozen_is_shown_when_the_stage_is_let_go(qtbot, desk, director, afternoon):
    start(qtbot, desk, afternoon.round)
    director.toggle_stage()
    director.freeze()
    director.show("agenda")
    held = director.outlet.window.widget.view

    director.freeze()

    assert isinstance(held, QuestionView)
    assert isinstance(director.outlet.window.widget.view, AgendaView)
    assert director.state == "live"


def test_blank_shows_nothing_and_again_brings_the_view_back(qtbot, desk, director, afternoon):
    start(qtbot, desk, afternoon.round)
    director.toggle_stage()
    director.show("blank")
    blank, label = director.outlet.window.widget.view, director.view_label()

    director.show("blank")

    assert isinstance(blank, BlankView)
    assert label == "Blank"
    assert isinstance(director.outlet.window.widget.view, QuestionView)


def test_choosing_a_view_ends_the_blank(director):
    director.blank()

    director.show("cards")

    assert director.key == "cards"


def test_a_stored_card_appears_on_the_wall_that_the_room_sees(qtbot, desk, director, afternoon):
    start(qtbot, desk, afternoon.round)
    director.show("cards")

    new = NewCard(text=desk.text("More breaks"), kind=Kind.SUGGESTION)
    do(qtbot, desk, lambda w: w.wall.add_card(afternoon.round.id, new))

    assert isinstance(director.view, CardsView)
    assert "More breaks" in set(director.view.texts())


def test_the_clock_moves_on_the_stage_without_composing_the_view_anew(
    qtbot, desk, director, desk_clock, afternoon
):
    start(qtbot, desk, afternoon.round)
    before = director.view

    desk_clock.pass_by(seconds=61)
    qtbot.waitUntil(lambda: director.view.frame.timer.text == "43:59", timeout=3000)

    assert director.view.frame.clock == "12:01"
    assert director.view.question is before.question


def test_the_timer_is_computed_again_when_the_program_starts_anew(
    qtbot, open_desk, director, desk, desk_clock, afternoon
):
    start(qtbot, desk, afternoon.round)
    do(qtbot, desk, lambda w: w.running.extend(afternoon.round.id, 5))
    desk.close()
    desk_clock.pass_by(minutes=20)

    again = StageDirector(open_desk(), Theme("light"))
    again._desk.opened.emit()

    assert again.view.frame.timer is not None
    assert again.view.frame.timer.text == "30:00"
    assert again.key == "question"
    assert next(each.planned_minutes for each in again._desk.records.where(Session)) == 45
    again.close()


def test_the_forecast_on_the_agenda_moves_with_the_minute(qtbot, desk, director, desk_clock, afternoon):
    start(qtbot, desk, afternoon.round)
    director.show("agenda")

    desk_clock.pass_by(minutes=50)
    qtbot.waitUntil(lambda: director.view.rows[0].until == "12:50", timeout=3000)

    assert director.view.rows[1].time == "12:50"


def test_the_preview_and_the_window_show_the_same(qtbot, desk, director, afternoon):
    preview = director.preview()
    qtbot.addWidget(preview)

    start(qtbot, desk, afternoon.round)

    assert preview._stage.view == director.view
    assert preview._stage.view == director.outlet.window.widget.view
