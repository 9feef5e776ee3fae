"""What is half typed survives a crash: its words, its kind, who said it, and the card that it changes."""

import pytest
from PySide6.QtCore import Qt

from facilitator.bootstrap import open_workspace
from facilitator.domain.cards import Card, Kind
from facilitator.domain.drafts import Draft
from facilitator.domain.records import Records
from facilitator.services.wall import NewCard
from tests.afternoon import Afternoon, said
from tests.ui.operator.run.conftest import press, type_in
from ui.operator.pages.run import RunPage
from ui.presenters.drafts import About, read
from ui.stage.director import StageDirector


def text(run):
    return run.capture.frame.text


@pytest.fixture
def kept(qtbot, desk):
    """Wait until what is half typed on a page was kept, or forgotten; return its words."""

    def read_back(page):
        qtbot.waitUntil(lambda: not page.capture.drafts._timer.isActive(), timeout=3000)
        with qtbot.waitCallback() as answer:
            page.capture._desk.ask(lambda workspace: workspace.drafts(), answer)
        return [each.text for each in answer.args[0] if ".about" not in each.place]

    return read_back


@pytest.fixture
def come_back(qtbot, theme, open_desk, kept):
    """Have what is half typed on a page kept, then open the records and the page anew, as after a crash."""
    opened = []

    def again(page):
        qtbot.waitUntil(lambda: page.capture._desk.all_stored)
        kept(page)
        desk = open_desk()
        director = StageDirector(desk, theme)
        fresh = RunPage(theme, desk, director)
        opened.append((fresh, director))
        fresh.retranslate()
        qtbot.addWidget(fresh)
        page.hide()
        with qtbot.waitActive(fresh):
            fresh.show()
        fresh.activated()
        return fresh

    yield again
    for page, director in opened:
        page.capture.saving.stop()
        page.capture.frame.text._soon.stop()
        director.close()


def offered(page):
    return page.capture.recovered.accessibleName() if page.capture.recovered.isVisible() else ""


def you_were_typing(words):
    return f"You were typing: “{words}”"


def test_half_typed_words_are_offered_again_after_a_crash(run, come_back):
    type_in(text(run), "Half a thou")

    again = come_back(run)
    sentence = offered(again)
    again.capture.recovered.accept()

    assert sentence == you_were_typing("Half a thou")
    assert again.capture.text == "Half a thou"
    assert offered(again) == ""


@pytest.fixture
def after_a_crash(come_back, run):
    """Have the program come back and accept what is offered; return the capture bar."""

    def accepted():
        page = come_back(run)
        assert offered(page)
        page.capture.recovered.accept()
        return page.capture

    return accepted


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
    press(bar.frame.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not bar.outbox.waiting)

    assert changing == "First thing"
    assert bar.text == "half a thou"
    assert bar._desk.records.where(Card)[0].text.text == "First thing"


def test_what_waits_while_a_card_is_changed_is_kept_once_that_is_stored(run, enter, kept):
    enter("First")
    type_in(text(run), "half a thou")
    run._cards.act_on_current("edit", newest=True)
    enter(" thing")

    assert kept(run) == ["half a thou"]


def test_a_card_opened_and_left_as_it_was_is_not_offered_as_half_typed(run, enter, come_back):
    enter("First")
    run._cards.act_on_current("edit", newest=True)

    again = come_back(run)

    assert offered(again) == ""


def test_a_card_stored_in_the_moment_before_the_crash_is_not_offered_again(
    run, do, kept, come_back, afternoon
):
    type_in(text(run), "Half a thou")
    was_kept = kept(run)
    do(lambda w: w.wall.add_card(afternoon.round.id, NewCard(text=said("Half a thought"))))

    again = come_back(run)

    assert was_kept == ["Half a thou"]
    assert offered(again) == ""


@pytest.mark.parametrize("line", ["{", "[]", "7", '{"kind": "rain"}', '{"own_kind": "x", "card": "y"}'])
def test_what_is_kept_about_a_card_may_say_anything(line):
    assert read(line, Records(), (), ()) == About()


def test_a_stored_card_is_not_offered_as_a_draft(run, kept, enter):
    type_in(text(run), "Half")
    while_typing = kept(run)
    enter(" and whole")

    assert while_typing == ["Half"]
    assert kept(run) == []


# What waits to be decided


def test_what_is_typed_while_an_offer_waits_leaves_the_offered_words_on_disk(run, come_back, kept):
    type_in(text(run), "The first")
    undecided = come_back(run)
    type_in(text(undecided), "The second")

    again = come_back(undecided)
    both = kept(again)
    first = offered(again)
    again.capture.recovered.decline()
    second = offered(again)
    again.capture.recovered.accept()

    assert both == ["The first", "The second"]
    assert (first, second) == (you_were_typing("The first"), you_were_typing("The second"))
    assert again.capture.text == "The second"
    assert kept(again) == ["The second"]


def test_what_is_discarded_is_forgotten_for_good_but_not_what_was_typed_meanwhile(run, come_back, kept):
    type_in(text(run), "The first")
    again = come_back(run)
    type_in(text(again), "The second")

    again.capture.recovered.decline()
    again.retranslate()

    assert kept(again) == ["The second"]
    assert offered(again) == ""
    assert again.capture.text == "The second"


def test_what_is_kept_while_a_card_is_changed_takes_no_word_of_the_change_away(
    run, enter, come_back, cards, kept
):
    enter("First")
    run._cards.act_on_current("edit", newest=True)
    type_in(text(run), " thing")
    again = come_back(run)
    again._cards.act_on_current("edit", newest=True)
    type_in(text(again), " of all")

    again.capture.recovered.accept()

    assert again.capture.text == "First of all\nFirst thing"
    assert kept(again) == ["First of all\nFirst thing"]


def test_what_was_kept_by_an_earlier_version_of_the_program_is_offered_too(
    run, desk, afternoon, come_back, kept
):
    desk.keep_draft(Draft("capture", "Half a thou", afternoon.workshop.id))
    desk.keep_draft(Draft("capture.about", '{"kind": "works"}', afternoon.workshop.id))

    again = come_back(run)
    again.capture.recovered.accept()

    assert (again.capture.text, again.capture.choice.kind) == ("Half a thou", Kind.WORKS)
    assert kept(again) == ["Half a thou"]


# Another workshop, and the end


@pytest.fixture
def another(afternoon):
    """Another workshop in the same file, with an agenda of its own."""
    other = Afternoon()
    afternoon.others += other.records()
    return other.workshop.id


@pytest.fixture
def put_on_desk(qtbot, desk):
    """Open a workshop as Home does."""

    def opened(workshop):
        with qtbot.waitSignal(desk.opened):
            desk.open_workshop(workshop)

    return opened


def test_half_typed_words_stay_with_their_workshop_and_wait_there(another, afternoon, run, put_on_desk, kept):
    type_in(text(run), "Of the first")

    put_on_desk(another)
    in_the_other = (run.capture.text, offered(run))
    type_in(text(run), "Of the other")
    put_on_desk(afternoon.workshop.id)
    sentence = offered(run)
    run.capture.recovered.accept()

    assert in_the_other == ("", "")
    assert sentence == you_were_typing("Of the first")
    assert run.capture.text == "Of the first"
    assert sorted(kept(run)) == ["Of the first", "Of the other"]


def test_what_waits_to_be_decided_in_one_workshop_is_not_offered_in_another(
    another, run, come_back, qtbot, afternoon
):
    type_in(text(run), "Of the first")
    again = come_back(run)
    here = offered(again)

    with qtbot.waitSignal(again.capture._desk.opened):
        again.capture._desk.open_workshop(another)
    there = offered(again)
    with qtbot.waitSignal(again.capture._desk.opened):
        again.capture._desk.open_workshop(afternoon.workshop.id)

    assert (here, there) == (you_were_typing("Of the first"), "")
    assert offered(again) == you_were_typing("Of the first")


def test_a_card_that_is_being_changed_waits_in_its_workshop_with_what_waited_for_it(
    another, afternoon, run, enter, put_on_desk
):
    enter("First")
    type_in(text(run), "half a thou")
    run._cards.act_on_current("edit", newest=True)
    type_in(text(run), " thing")

    put_on_desk(another)
    in_the_other = run.capture.text
    put_on_desk(afternoon.workshop.id)
    run.capture.recovered.accept()
    changing = run.capture.text
    enter("")

    assert in_the_other == ""
    assert changing == "First thing"
    assert run.capture.text == "half a thou"


def test_the_same_workshop_read_anew_leaves_the_bar_as_it_is(afternoon, run, put_on_desk, kept):
    type_in(text(run), "Half a thou")
    was_kept = kept(run)

    put_on_desk(afternoon.workshop.id)

    assert was_kept == ["Half a thou"]
    assert (run.capture.text, offered(run)) == ("Half a thou", "")


def test_the_last_letter_before_the_desk_is_closed_is_kept(run, desk, desk_file):
    type_in(text(run), "Half a thou")

    desk.close()

    with open_workspace(desk_file) as workspace:
        words = [each.text for each in workspace.drafts()]
    assert words == ["Half a thou"]
