"""Preview before showing: the operator looks at the next view, and one key shows it to the room."""

import pytest
from PySide6.QtGui import QImage

from facilitator.domain.cards import Kind
from facilitator.domain.stage import AgendaView, CardsView, QuestionView
from facilitator.services.wall import NewCard
from ui.stage.director import StageDirector
from ui.theme import Theme


@pytest.fixture
def director(qtbot, desk, afternoon):
    director = StageDirector(desk, Theme("light", reduced_motion=True))
    desk.opened.emit()
    do(qtbot, desk, lambda workspace: workspace.running.start_session(afternoon.round.id))
    director.toggle_stage()
    director.preview_first()
    yield director
    director.close()


def do(qtbot, desk, change):
    with qtbot.waitCallback() as done:
        desk.perform(change, done=done)


def on_stage(director):
    return director.outlet.window.widget.view


def picture(widget):
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_a_key_of_the_switcher_prepares_a_view_that_the_room_does_not_see(director):
    director.press("agenda")

    assert isinstance(director.next.view, AgendaView)
    assert isinstance(on_stage(director), QuestionView)
    assert (director.key, director.view_label(), director.next.label()) == ("question", "Question", "Agenda")


def test_one_key_puts_what_is_prepared_on_the_stage(director):
    director.press("agenda")

    director.put_next()

    assert isinstance(on_stage(director), AgendaView)
    assert director.next.view is None
    assert director.key == "agenda"


def test_putting_nothing_on_the_stage_changes_nothing(director):
    before = on_stage(director)

    director.put_next()

    assert on_stage(director) is before


def test_what_is_prepared_fills_in_like_what_is_shown(qtbot, desk, director, desk_clock, afternoon):
    director.press("cards")

    new = NewCard(text=desk.text("More breaks"), kind=Kind.SUGGESTION)
    do(qtbot, desk, lambda w: w.wall.add_card(afternoon.round.id, new))
    desk_clock.pass_by(seconds=61)
    qtbot.waitUntil(lambda: director.next.view.frame.timer.text == "43:59", timeout=3000)

    assert isinstance(director.next.view, CardsView)
    assert "More breaks" in set(director.next.view.texts())


def test_the_key_of_the_view_on_stage_drops_what_was_prepared(director):
    director.press("agenda")

    director.press("question")

    assert director.next.view is None
    assert director.key == "question"


def test_blank_is_never_prepared_because_it_is_wanted_at_once(director):
    director.press("blank")

    assert director.key == "blank"
    assert director.next.view is None


def test_without_preview_first_a_key_shows_at_once_and_nothing_stays_prepared(director):
    director.press("agenda")

    director.preview_first()
    director.press("cards")

    assert director.next.view is None
    assert isinstance(on_stage(director), CardsView)


def test_the_picture_shows_what_is_prepared_just_as_the_stage_will(qtbot, director):
    preview = director.preview(ahead=True)
    plain = director.preview()
    for each in (preview, plain):
        qtbot.addWidget(each)
        each.resize(646, 366)
    before, seen = picture(preview), picture(plain)

    director.press("agenda")
    prepared, still = picture(preview), picture(plain)
    director.put_next()
    put = picture(plain)

    inner = prepared.rect().adjusted(8, 8, -8, -8)
    assert prepared.copy(inner) == put.copy(inner)
    assert before.copy(inner) == seen.copy(inner) == still.copy(inner)
    assert before.copy(inner) != prepared.copy(inner)
    assert preview.accessibleName() == "What the room sees"


def test_a_prepared_view_follows_the_light_of_the_room(director):
    director.press("agenda")

    director.set_theme("dark")

    assert director.next.view.frame.theme == "dark"
