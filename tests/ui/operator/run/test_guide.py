"""Run leads a session through its steps: by one key, with a tip that only the operator sees."""

import pytest
from PySide6.QtCore import Qt

from facilitator.bootstrap import open_workspace
from facilitator.domain.agenda import Session
from facilitator.domain.cards import Kind
from facilitator.domain.steps import Step, StepCaptures, StepShows
from facilitator.domain.timer import current_session
from facilitator.domain.turns import SpeakingTurn, TimeShared
from facilitator.domain.values import Text
from facilitator.services.talking import Speaker
from tests.ui.operator.run.conftest import press, type_in
from ui.presenters.capture import Target
from ui.stage.painter import StagePainter

TIP = "Begin with whoever has not spoken"
STEPS = (
    Step(
        Text("Write in silence", "es"), None, 5, StepCaptures.CARDS, Kind.SUGGESTION, None, StepShows.QUESTION
    ),
    Step(Text("Read out", "es"), Text(TIP, "es"), 10, StepCaptures.CARDS, Kind.WORKS, None, StepShows.CARDS),
    Step(Text("Talk about it", "es"), minutes=10),
    Step(Text("Agree", "es"), None, 5, StepCaptures.AGREEMENTS, shows=StepShows.INSTRUCTION),
)
F11, F12 = Qt.Key.Key_F11, Qt.Key.Key_F12
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def live(desk):
    """Return the session that runs, as it is stored."""
    return lambda: current_session(desk.records.where(Session, workshop=desk.workshop_id))


@pytest.fixture
def guided(qtbot, run, do, desk, live):
    """Let a session with four steps run, and return the panel that leads through them."""
    session = live() or desk.records.where(Session)[0]
    do(lambda work: work.guiding.add_steps(session.id, 0, STEPS))
    if live() is None:
        do(lambda work: work.running.start_session(session.id))
    run.guide.load()
    return run.guide.panel


@pytest.fixture
def press_and_wait(qtbot, run, desk, desk_clock):
    """Press a key in the capture bar, a moment later than before, and wait until what it does is stored."""

    def pressed(key, modifiers=Qt.KeyboardModifier.NoModifier):
        desk_clock.pass_by(seconds=0.1)
        press(run.capture.frame.text, key, modifiers)
        qtbot.waitUntil(lambda: desk.all_stored)

    return pressed


def words_on(director):
    """Return everything that the room could read now."""
    return " ".join(director.view.texts())


def test_a_session_that_runs_shows_its_first_step_and_what_the_others_are(guided):
    part = guided.steps

    assert part.instruction.text() == "Write in silence"
    assert part.head._number.text() == "Step 1 of 4"
    assert [(each.number, each.title) for each in part.list.lines.rows] == [
        (2, "Read out"),
        (3, "Talk about it"),
        (4, "Agree"),
    ]


def test_one_key_goes_on_from_the_capture_bar_and_another_back(guided, press_and_wait, run):
    press_and_wait(F11)
    after = guided.steps.instruction.text()
    press_and_wait(F11, SHIFT)

    assert (after, guided.steps.instruction.text()) == ("Read out", "Write in silence")
    assert run.capture.frame.text.hasFocus()


def test_going_on_lets_the_stage_show_what_the_step_asks_and_the_bar_write_its_kind(
    guided, press_and_wait, run, director
):
    before = (director.key, run.capture.choice.kind)

    press_and_wait(F11)

    assert before == ("question", Kind.SUGGESTION)
    assert (director.key, run.capture.choice.kind) == ("cards", Kind.WORKS)


def test_a_step_that_asks_for_nothing_leaves_the_stage_as_it_is(guided, press_and_wait, director):
    press_and_wait(F11)
    director.show("work_plan")

    press_and_wait(F11)

    assert director.key == "work_plan"


def test_an_edit_of_the_step_that_is_on_changes_nothing_on_the_stage(guided, do, live, director):
    director.show("agenda")
    key = live().id

    do(lambda work: work.guiding.edit_step(key, 0, shows=StepShows.REFLECTION))

    assert director.key == "agenda"


def test_a_frozen_stage_holds_what_the_room_sees_whatever_step_comes(guided, press_and_wait, director):
    director.freeze()

    press_and_wait(F11)

    assert (director.view_label(), director.key) == ("Question", "question")


def test_with_preview_first_a_step_only_prepares_its_view(guided, press_and_wait, director):
    director.preview_first()

    press_and_wait(F11)

    assert (director.key, director.next.key) == ("question", "cards")


def test_undo_takes_the_step_back_with_what_it_showed(qtbot, guided, press_and_wait, desk, director):
    press_and_wait(F11)

    desk.undo()
    qtbot.waitUntil(lambda: guided.steps.instruction.text() == "Write in silence")

    assert director.key == "question"


def test_a_blank_step_is_lifted_by_the_next_one(guided, do, live, press_and_wait, director):
    key = live().id
    do(lambda work: work.guiding.edit_step(key, 1, shows=StepShows.BLANK))
    do(lambda work: work.guiding.edit_step(key, 2, shows=StepShows.AGENDA))

    press_and_wait(F11)
    during = director.key
    press_and_wait(F11)

    assert (during, director.key) == ("blank", "agenda")


def test_an_instruction_may_be_the_large_words_of_the_stage(guided, do, live, director):
    do(lambda work: work.guiding.go_to(live().id, 4))

    assert director.key == "question"
    assert director.view.question.text == "Agree"


def test_the_tip_is_on_the_operators_window_and_in_no_view_of_the_stage(guided, press_and_wait, director):
    press_and_wait(F11)

    shown = guided.steps.tip._words.text()
    on_stage = []
    for view in ("agenda", "question", "cards", "reflection", "work_plan", "agreements", "break"):
        director.show(view)
        on_stage += [words_on(director), str(StagePainter().scene(director.view, 1920).pages)]

    assert shown == TIP
    assert not [words for words in on_stage if TIP in words]


def test_what_is_half_typed_keeps_its_kind_when_the_step_changes(guided, press_and_wait, run):
    type_in(run.capture.frame.text, "Photos of every slip")

    press_and_wait(F11)
    during = run.capture.choice.kind
    press_and_wait(Qt.Key.Key_Return)

    assert (during, run.capture.choice.kind) == (Kind.SUGGESTION, Kind.WORKS)


def test_a_step_for_agreements_lets_the_bar_write_agreements(guided, do, live, run):
    do(lambda work: work.guiding.go_to(live().id, 4))

    assert run.capture.choice.target is Target.AGREEMENT


def test_the_time_of_the_step_runs_and_is_over_in_words(qtbot, guided, desk_clock):
    desk_clock.pass_by(minutes=1)
    guided.steps.show_time()
    running = (guided.steps.head._digits.text(), guided.steps.head._of.text())

    desk_clock.pass_by(minutes=5)
    guided.steps.show_time()

    assert running == ("4:00", "of 5 min")
    assert (guided.steps.head._digits.text(), guided.steps.head._of.text()) == ("+1:00", "over 5 min")


def test_a_session_without_steps_leads_to_the_agenda_to_plan_them(qtbot, run, do, live, desk):
    session = live() or desk.records.where(Session)[0]
    do(lambda work: work.books.edit(Session, session.id, facilitator_notes=None))
    run.guide.load()

    with qtbot.waitSignal(run.record_wanted) as wanted:
        run.guide.panel.steps.plan.click()

    assert wanted.args == ["agenda", session.id, "steps"]
    assert run.guide.panel.steps.head.isHidden()


def test_a_second_window_on_the_same_database_follows_the_step(qtbot, guided, desk_file, desk_clock, live):
    desk_clock.pass_by(seconds=1)
    with open_workspace(desk_file, desk_clock) as elsewhere:
        elsewhere.guiding.next_step(live().id)

    qtbot.waitUntil(lambda: guided.steps.instruction.text() == "Read out", timeout=10_000)


# Who speaks


def turns(desk):
    return desk.records.where(SpeakingTurn)


def test_groups_share_the_time_and_a_key_gives_the_word_to_the_next(
    qtbot, guided, press_and_wait, desk, director
):
    guided.show_part("talk")
    guided.talk.form.count.setValue(3)
    guided.talk.form.groups.click()
    qtbot.waitUntil(lambda: len(turns(desk)) == 3)
    names = [each.name for each in turns(desk)]

    press_and_wait(F12)
    first = guided.talk.head._name.text()
    press_and_wait(F12)

    assert (first, guided.talk.head._name.text()) == tuple(names[:2])
    assert [each.title for each in guided.talk.turns.lines.rows] == names[2:]
    assert director.view.frame.turn.name.text == names[1]


def test_a_turn_is_held_by_a_key_and_the_stage_says_so(guided, press_and_wait, do, live, director):
    do(lambda work: work.talking.share(live().id, [Speaker(name="A"), Speaker(name="B")], TimeShared.SESSION))
    press_and_wait(F12)

    press_and_wait(F12, SHIFT)

    assert director.view.frame.turn.phase == "paused"
    assert guided.talk.head.hold.text() == "Go on"


def test_an_organisation_that_is_pressed_speaks_until_it_is_pressed_again(qtbot, guided, desk, desk_clock):
    guided.show_part("talk")
    row = guided.talk.spoken.lines.rows[0]

    guided.talk.spoken.pressed_key.emit(row.key)
    qtbot.waitUntil(lambda: guided.talk.spoken.lines.rows[0].speaking)
    desk_clock.pass_by(seconds=75)
    guided.talk.spoken.pressed_key.emit(row.key)
    qtbot.waitUntil(lambda: not guided.talk.spoken.lines.rows[0].speaking)

    assert (guided.talk.spoken.lines.rows[0].here, guided.talk.spoken.lines.rows[0].times) == (
        "1:15",
        "1 time",
    )


def test_how_long_somebody_spoke_is_nowhere_on_the_stage(qtbot, guided, desk, desk_clock, director):
    guided.show_part("talk")
    guided.talk.spoken.pressed_key.emit(guided.talk.spoken.lines.rows[0].key)
    qtbot.waitUntil(lambda: guided.talk.spoken.lines.rows[0].speaking)
    desk_clock.pass_by(seconds=75)
    director.ticker.start()

    assert director.view.frame.turn is None
    assert "1:15" not in words_on(director)


def test_a_speaker_is_added_by_name_and_taken_out_again(qtbot, guided, desk):
    guided.show_part("talk")
    type_in(guided.talk.line, "Mesa 4")
    press(guided.talk.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [each.name for each in turns(desk)] == ["Mesa 4"])

    guided.talk.turns.setCurrentIndex(guided.talk.turns.lines.index(0, 0))
    press(guided.talk.turns, Qt.Key.Key_Delete)

    qtbot.waitUntil(lambda: turns(desk) == [])
