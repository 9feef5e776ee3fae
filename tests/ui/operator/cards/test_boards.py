"""Boards, votes and types of card around the wall."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QPlainTextEdit, QSpinBox, QWidget

from facilitator.domain.cards import Board, BoardMode, Card, CardKind, Vote, VoteMethod, Voting
from facilitator.services.voting import Voter
from ui.actions import install_actions
from ui.presenters.card_boards import boards
from ui.wall.state import Spot

Key = Qt.Key
CONTROLS = (QAbstractButton, QComboBox, QPlainTextEdit, QSpinBox)


@pytest.fixture
def rule(page, after):
    """A vote of four people with three dots, open."""
    after(page._boards._set_rule, Voting(dots_per_person=3, voters=4, closed=False))


def count(qtbot, page, card, digits):
    page.wall.select([card.id])
    qtbot.keyClick(page.wall, digits[0])
    qtbot.keyClicks(page.wall.writing.line, digits[1:])


# Boards


def test_the_header_says_which_session_the_board_belongs_to(page):
    assert page.context() == "Session 1, Improving the cycle"


def test_the_question_is_changed_in_place_and_never_emptied(qtbot, page, desk, after):
    field = page.board_bar.question
    field.setFocus()
    field.setText("What helps?")
    after(qtbot.keyClick, field, Key.Key_Return)

    field.setText("")
    qtbot.keyClick(field, Key.Key_Return)

    assert page.board.question.best("en") == "What helps?"
    assert field.text() == "What helps?"


def test_a_board_that_is_added_comes_on_the_wall_with_its_question_ready_to_change(
    qtbot, page, desk, after, afternoon
):
    after(page._boards.add, afternoon.loops.id)

    qtbot.waitUntil(lambda: page.board.session == afternoon.loops.id)
    assert page.board_bar.question.text() == "Double loop"
    assert page.board_bar.question.hasFocus()
    assert len(boards(desk.records, desk.workshop_id, "en")) == 2


def test_another_board_is_chosen_and_the_first_comes_back_with_its_cards(page, after, afternoon):
    after(page._boards.add, afternoon.loops.id)

    page.board_bar.chooser.chosen.emit(str(afternoon.board.id))

    assert page.wall.surface.view.count() == 5


def test_a_deleted_board_comes_back_with_its_cards(page, desk, after, afternoon):
    after(page._boards.delete)
    empty = (page.board, page.area.empty.isVisible(), desk.records.where(Card))

    after(desk.undo)

    assert empty == (None, True, [])
    assert page.wall.surface.view.count() == 5


def test_a_board_with_cards_that_name_nobody_may_become_anonymous(page, after):
    after(page.board_bar.mode_chosen.emit, "anonymous")

    assert page.board.mode is BoardMode.ANONYMOUS
    assert not page.board_bar.mode.isEnabled()
    assert page.board_bar.mode.toolTip() == (
        "These cards were written anonymously. Add another board for cards with authors."
    )


def test_show_this_wall_puts_the_board_on_stage(page, stage, afternoon):
    page.show_on_stage()

    assert stage.key == "cards"
    assert "One call a month" in stage.view.texts()


def test_whoever_comes_to_the_page_sees_where_the_keyboard_is(page, afternoon):
    page.activated()

    state = page.wall.surface.state
    assert state.focused
    assert state.by_key
    assert state.current == Spot("card", page.wall.surface.cards_in_order()[0])
    assert page.wall.selected == ()


# Looking for cards


def test_search_and_types_dim_what_is_not_meant(qtbot, page, afternoon):
    qtbot.keyClicks(page.toolbar.search, "VISITS")
    state = page.wall.surface.state

    assert not state.dims(afternoon.cards[1].id)
    assert state.dims(afternoon.cards[0].id)


def test_enter_in_the_search_goes_from_one_find_to_the_next(qtbot, page, afternoon):
    qtbot.keyClicks(page.toolbar.search, "a")
    qtbot.keyClick(page.toolbar.search, Key.Key_Return)
    first = page.wall.selected
    qtbot.keyClick(page.toolbar.search, Key.Key_Return)

    assert len(first) == len(page.wall.selected) == 1
    assert first != page.wall.selected


def test_down_in_the_search_goes_to_the_first_find_on_the_wall(qtbot, page, afternoon):
    qtbot.keyClicks(page.toolbar.search, "quarter")
    qtbot.keyClick(page.toolbar.search, Key.Key_Down)

    assert page.wall.hasFocus()
    assert page.wall.selected == (afternoon.cards[1].id,)
    assert page.wall.surface.state.by_key


def test_down_stays_at_the_find_that_enter_went_to_and_in_the_field_where_nothing_is_found(
    qtbot, page, afternoon
):
    search = page.toolbar.search
    qtbot.keyClicks(search, "a")
    for key in (Key.Key_Return, Key.Key_Return):
        qtbot.keyClick(search, key)
    second = page.wall.selected

    qtbot.keyClick(search, Key.Key_Down)
    kept, moved = page.wall.selected, page.wall.hasFocus()
    search.setFocus()
    qtbot.keyClicks(search, "zzz")
    qtbot.keyClick(search, Key.Key_Down)

    assert (kept, moved) == (second, True)
    assert search.hasFocus()


def test_a_pressed_type_dims_the_others_and_says_how_many_there_are(page, afternoon):
    chip = next(each for each in page.toolbar.chips if each.kind.key == "works")

    chip.click()

    assert chip.accessibleName() == "Works, 0 cards"
    assert page.wall.surface.state.dims(afternoon.cards[0].id)


def test_cards_lie_by_hand_by_time_or_by_dots(qtbot, page, after, rule, afternoon):
    count(qtbot, page, afternoon.cards[1], "4")
    after(qtbot.keyClick, page.wall.writing.line, Key.Key_Return)
    by_dots = page.wall.surface.view.clusters[0].cards[0].text

    page.toolbar.order.chosen.emit("hand")

    assert by_dots == "Visits every quarter"
    assert page.wall.surface.view.clusters[0].cards[0].text == "One call a month"


# The vote


def test_a_first_rule_gives_the_usual_number_of_dots_and_is_open(page, after):
    page.panels.open("vote")

    after(page.panels.vote.start.click)

    assert page.board.voting == Voting(dots_per_person=2, voters=10, closed=False)
    assert page.panels.vote.per_person.value() == 2


def test_digits_typed_on_a_card_count_its_dots(qtbot, page, desk, after, rule, afternoon):
    count(qtbot, page, afternoon.cards[0], "12")

    after(qtbot.keyClick, page.wall.writing.line, Key.Key_Return)

    assert [(vote.on, vote.dots) for vote in desk.records.where(Vote)] == [(afternoon.cards[0].id, 12)]
    assert page.wall.surface.view.clusters[0].dots == 12


def test_more_dots_than_were_given_are_refused_where_they_are_typed(qtbot, page, desk, rule, afternoon):
    count(qtbot, page, afternoon.cards[0], "13")

    qtbot.keyClick(page.wall.writing.line, Key.Key_Return)

    qtbot.waitUntil(page.wall.writing.error.isVisible)
    assert page.wall.writing.error.sentence.startswith("That makes 13 dots on one card; 12 is the most.")
    assert page.wall.writing.line.text() == "13"
    assert desk.records.where(Vote) == []


def test_without_a_vote_digits_mean_nothing(qtbot, page, afternoon):
    page.wall.select([afternoon.cards[0].id])

    qtbot.keyClick(page.wall, Key.Key_7)

    assert page.wall.writing.what == "nothing"


def test_the_name_of_a_cluster_can_be_counted_on(qtbot, page, desk, after, rule, afternoon):
    page.wall.surface.state.current = Spot("cluster", afternoon.clusters[1].id)
    qtbot.keyClick(page.wall, "5")

    after(qtbot.keyClick, page.wall.writing.line, Key.Key_Return)

    assert page.wall.surface.view.clusters[1].dots == 5


def test_the_panel_counts_on_the_selected_card_and_tells_of_ties(page, after, rule, afternoon):
    page.panels.open("vote")
    for card in afternoon.cards[:2]:
        page.wall.select([card.id])
        after(page.panels.vote.dots.setValue, 4)

    heads = [
        each.text()
        for each in page.panels.vote.findChildren(type(page.panels.vote._hint))
        if "tie" in each.text()
    ]
    assert heads == ["4 dots, a tie of 2"]
    assert page.panels.vote._cast.look.text == "8 of 12 dots cast"
    assert page.board_bar.vote.text() == "8 of 12"


def test_closing_the_vote_shows_the_room_its_dots(page, stage, after, rule, afternoon):
    after(page._boards._hand.desk.perform, lambda w: w.wall.count_dots(afternoon.cards[0].id, 4))
    page.show_on_stage()
    while_open = [card.dots for cluster in stage.view.clusters for card in cluster.cards]
    page.panels.open("vote")

    after(page.panels.vote.close_vote.click)

    assert set(while_open) == {None}
    assert 4 in [card.dots for cluster in stage.view.clusters for card in cluster.cards]


def test_a_rule_with_fewer_dots_than_were_cast_is_refused_and_the_old_one_shown(
    qtbot, page, after, rule, afternoon
):
    after(page._boards._hand.desk.perform, lambda w: w.wall.count_dots(afternoon.cards[0].id, 12))
    page.panels.open("vote")

    page.panels.vote.voters.setValue(2)

    qtbot.waitUntil(lambda: bool(page.panels.vote.error.sentence))
    assert page.panels.vote.voters.value() == 4
    assert page.board.voting.voters == 4


def test_while_the_room_sees_this_screen_an_open_vote_stays_secret(page, stage, after, rule, afternoon):
    after(page._boards._hand.desk.perform, lambda w: w.wall.count_dots(afternoon.cards[0].id, 4))
    seen = page.wall.surface.view.clusters[0].dots

    stage.mirroring.emit(True)

    assert seen == 4
    assert page.wall.surface.view.clusters[0].dots is None


def test_dots_given_by_ballot_are_nowhere_on_the_page_until_the_vote_is_closed(page, after, rule, afternoon):
    ballots = Voting(dots_per_person=3, voters=4, method=VoteMethod.ONE_BY_ONE, closed=False)
    after(page._boards._set_rule, ballots)
    page.panels.open("vote")
    voter = Voter(person=afternoon.marisol.id)
    given = {afternoon.cards[0].id: 2}
    after(page._boards._hand.desk.perform, lambda w: w.wall.votes.cast(page.board.id, voter, given))
    hidden = (page.wall.surface.view.clusters[0].dots, page.panels.vote._places.isHidden())

    after(page.panels.vote.close_vote.click)

    assert hidden == (None, True)
    assert page.wall.surface.view.clusters[0].dots == 2
    assert page.board_bar.vote.text() == "2 dots"


def test_the_sheet_of_the_vote_is_asked_for_from_the_panel(qtbot, page, rule):
    page.panels.open("vote")
    asked = []
    install_actions(page.window(), {"run.vote": lambda: asked.append(page.board.id)})

    page.panels.vote.enter.click()

    assert asked == [page.board.id]


def test_what_the_group_concluded_is_stored(page, desk, after):
    page.panels.open("vote")

    after(page.panels.vote.concluded.emit, "Calls come first")

    assert desk.records.get(Board, page.board.id).conclusion.text == "Calls come first"


# Types of card


def test_an_own_type_is_offered_everywhere(page, desk, after, afternoon):
    page.panels.open("kinds")
    page.panels.kinds.name.setText("Promise")
    page.panels.kinds.look.set_key("works")
    after(page.panels.kinds.add.click)
    [kind] = desk.records.where(CardKind)
    page.wall.select([afternoon.cards[0].id])

    after(page._authoring.retype, str(kind.id))

    chip = next(each for each in page.toolbar.chips if each.kind.key == str(kind.id))
    card = page.wall.surface.box(afternoon.cards[0].id).card
    assert chip.accessibleName() == "Promise, 1 card"
    assert (card.look, card.kind_word) == ("works", "Promise")


def test_a_type_without_a_name_is_refused_beside_the_field(page):
    page.panels.open("kinds")

    page.panels.kinds.add.click()

    assert page.panels.kinds.error.sentence == "A kind of card needs a name."


def test_an_own_type_is_renamed_and_deleted_without_losing_its_cards(page, desk, after, afternoon):
    page.panels.open("kinds")
    after(page.panels.kinds.added.emit, "Promise", "works")
    [kind] = desk.records.where(CardKind)
    page.wall.select([afternoon.cards[0].id])
    after(page._authoring.retype, str(kind.id))

    after(page.panels.kinds.renamed.emit, str(kind.id), "Commitment")
    renamed = page.wall.surface.box(afternoon.cards[0].id).card.kind_word
    after(page.panels.kinds.deleted.emit, str(kind.id))

    assert renamed == "Commitment"
    assert page.wall.surface.box(afternoon.cards[0].id).card.kind == "works"


# Everyone


@pytest.mark.parametrize("panel", ["", "vote", "kinds", "card"])
def test_every_control_that_is_seen_has_a_name(page, rule, panel, afternoon):
    page.wall.select([afternoon.cards[0].id])
    page.panels.open(panel)
    page._authoring.new_card()

    nameless = [
        each
        for each in page.findChildren(QWidget)
        if each.isVisible() and isinstance(each, CONTROLS) and not said_of(each)
    ]

    assert nameless == []


def said_of(control):
    """Return what a screen reader says of a control."""
    return QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)


def test_the_regions_are_the_board_the_tools_the_wall_and_the_panel(page):
    assert list(page.regions()) == [page.board_bar, page.toolbar, page.wall, page.panels]
    assert page.undo_area().isValid()
