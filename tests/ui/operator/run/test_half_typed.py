"""What is half typed survives a crash: its words, its kind, who said it, and the card that it changes."""

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.cards import Card, Kind
from facilitator.domain.records import Records
from facilitator.services.wall import NewCard
from tests.afternoon import said
from tests.ui.operator.run.conftest import press, type_in
from ui.presenters.drafts import About, read


def text(run):
    return run.capture.frame.text


def test_half_typed_words_are_offered_again_after_a_crash(qtbot, run, desk, open_desk, director, theme):
    type_in(text(run), "Half a thou")
    qtbot.waitUntil(lambda: not run.capture.drafts._timer.isActive(), timeout=3000)
    qtbot.waitUntil(lambda: bool(_drafts(qtbot, desk)), timeout=3000)

    again = open_desk()
    run.capture.drafts._desk = run.capture._desk = again
    text(run).put("")
    run.capture.offer_draft()
    offered = run.capture.recovered.isVisibleTo(run)
    run.capture.recovered.accept()

    assert offered
    assert run.capture.text == "Half a thou"
    run.capture.drafts._desk = run.capture._desk = desk


@pytest.fixture
def after_a_crash(qtbot, run, desk, open_desk):
    """Have what is half typed kept, then open the records anew, empty the bar and accept what is offered."""

    def comes_back(*, offered=True):
        qtbot.waitUntil(lambda: not run.capture.drafts._timer.isActive(), timeout=3000)
        qtbot.waitUntil(lambda: desk.all_stored)
        _drafts(qtbot, desk)
        again = open_desk()
        run.capture.drafts._desk = run.capture._desk = run.capture.outbox._desk = again
        run.capture._editing = run.capture._stash = None
        text(run).put("")
        run.capture.frame.who.clear()
        run.capture.choose(run.capture._note())
        run.capture.offer_draft()
        assert run.capture.recovered.isVisibleTo(run) is offered
        if offered:
            run.capture.recovered.accept()
        return run.capture

    yield comes_back
    run.capture.drafts._desk = run.capture._desk = run.capture.outbox._desk = desk


def test_kind_and_person_of_a_half_typed_card_survive_too(run, after_a_crash, afternoon):
    type_in(text(run), "+Half a thou")
    type_in(run.capture.frame.who.line, "marisol")
    run.capture.frame.who.line.completer().popup().hide()
    run.capture.frame.who.settle()

    bar = after_a_crash()

    assert (bar.text, bar.choice.kind) == ("Half a thou", Kind.WORKS)
    assert bar.frame.who.who.person == afternoon.marisol.id


def test_a_half_typed_agreement_is_no_card_after_a_crash(run, after_a_crash):
    run._actions["capture.agreement"].trigger()
    type_in(text(run), "We meet mon")

    bar = after_a_crash()

    assert (bar.text, bar.choice.label) == ("We meet mon", "Agreement")


def test_a_card_that_was_being_changed_is_changed_after_a_crash_and_what_waited_comes_back(
    qtbot, run, enter, after_a_crash, cards
):
    enter("First")
    type_in(text(run), "half a thou")
    run._cards.act_on_current("edit", newest=True)
    type_in(text(run), " thing")

    bar = after_a_crash()
    changing = bar.text
    press(text(run), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not bar.outbox.waiting)

    assert changing == "First thing"
    assert bar.text == "half a thou"
    assert bar._desk.records.where(Card)[0].text.text == "First thing"


def test_what_waits_while_a_card_is_changed_is_kept_once_that_is_stored(qtbot, run, enter, desk):
    enter("First")
    type_in(text(run), "half a thou")
    run._cards.act_on_current("edit", newest=True)
    enter(" thing")

    qtbot.waitUntil(lambda: not run.capture.drafts._timer.isActive(), timeout=3000)

    assert [draft.text for draft in _drafts(qtbot, desk)] == ["half a thou"]


def test_a_card_opened_and_left_as_it_was_is_not_offered_as_half_typed(run, enter, after_a_crash):
    enter("First")
    run._cards.act_on_current("edit", newest=True)

    after_a_crash(offered=False)


def test_a_card_stored_in_the_moment_before_the_crash_is_not_offered_again(
    qtbot, run, do, desk, after_a_crash, afternoon
):
    type_in(text(run), "Half a thou")
    qtbot.waitUntil(lambda: not run.capture.drafts._timer.isActive(), timeout=3000)
    do(lambda w: w.wall.add_card(afternoon.round.id, NewCard(text=said("Half a thought"))))

    after_a_crash(offered=False)


@pytest.mark.parametrize("line", ["{", "[]", "7", '{"kind": "rain"}', '{"own_kind": "x", "card": "y"}'])
def test_what_is_kept_about_a_card_may_say_anything(line):
    assert read(line, Records(), (), ()) == About()


def _drafts(qtbot, desk):
    with qtbot.waitCallback() as answer:
        desk.ask(lambda workspace: workspace.drafts(), answer)
    return answer.args[0]


def test_a_stored_card_is_not_offered_as_a_draft(qtbot, run, desk, enter):
    type_in(text(run), "Half")
    qtbot.waitUntil(lambda: not run.capture.drafts._timer.isActive(), timeout=3000)
    enter(" and whole")

    assert _drafts(qtbot, desk) == []
