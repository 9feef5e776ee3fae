"""Voting from any page by one key: counts, organisations by their delegates, one person after another."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QSpinBox

from facilitator.domain.cards import Board, BoardMode, Card, Phase, Vote, VoteMethod
from facilitator.domain.ids import OrganisationId, PersonId, new_id
from facilitator.domain.people import Organisation, Person
from ui.actions.qt import key_hint

Key = Qt.Key
CONTROLS = (QAbstractButton, QComboBox, QSpinBox, QAbstractItemView)


@pytest.fixture
def afternoon(afternoon):
    """The afternoon with three cards, and two people of another organisation."""
    green = Organisation(id=OrganisationId(new_id()), name="La Verde")
    people = [
        Person(id=PersonId(new_id()), full_name=name, organisation=green.id)
        for name in ("Esteban Ejemplo", "Ingrid Ejemplo")
    ]
    cards = [
        afternoon.card(words, position=place)
        for place, words in enumerate(("One call a month", "Three indicators", "A photo of each slip"))
    ]
    afternoon.others += [green, *people, *cards]
    afternoon.cards, afternoon.green, afternoon.people = cards, green, [afternoon.marisol, *people]
    return afternoon


@pytest.fixture
def sheet(qtbot, care, window, do, afternoon):
    """The vote of the session that runs, opened by its key."""
    do(lambda w: w.running.start_session(afternoon.round.id))
    qtbot.keyClick(window, Key.Key_F3)
    yield care.vote
    care.vote.close_sheet()


@pytest.fixture
def rule(desk, afternoon):
    return lambda: desk.records.get(Board, afternoon.board.id).voting


@pytest.fixture
def settled(qtbot, desk):
    return lambda: qtbot.waitUntil(lambda: not desk._pending)


@pytest.fixture
def counted(desk, afternoon):
    def read():
        given = {}
        for vote in desk.records.where(Vote):
            words = desk.records.get(Card, vote.on).text.text
            given[words] = given.get(words, 0) + vote.dots
        return given

    return read


@pytest.fixture
def start(qtbot, sheet, settled):
    def started(method):
        sheet.rule.method.set_key(method.value)
        sheet.rule.method.chosen.emit(method.value)
        sheet.start.click()
        settled()
        qtbot.waitUntil(sheet.ballots.isVisible)

    return started


def type_keys(qtbot, widget, *keys):
    for key in keys:
        if isinstance(key, str):
            qtbot.keyClicks(widget, key)
        else:
            qtbot.keyClick(widget, key)


def ballot_of(sheet, name):
    rows = sheet.ballots.voters.rows.rows
    sheet.ballots.voters.chosen.emit(next(row for row in rows if row.title.startswith(name)))


def test_the_key_opens_the_vote_of_the_session_that_runs_with_a_usual_rule(sheet, rule):
    assert sheet.isVisible()
    assert (sheet.rule.per_person.value(), sheet.rule.voters.value()) == (2, 10)
    assert rule() is None
    assert sheet.start.hasFocus()


def test_dots_on_paper_are_typed_line_by_line_by_keys_alone(qtbot, sheet, start, settled, counted):
    start(VoteMethod.PAPER_COUNT)

    type_keys(qtbot, sheet.ballots.view, "12", Key.Key_Return, "3", Key.Key_Backspace, "5", Key.Key_Return)
    settled()

    assert counted() == {"One call a month": 12, "Three indicators": 5}
    assert sheet.cast.look.text == "17 of 20 dots cast"


def test_space_and_minus_give_and_take_a_dot(qtbot, sheet, start, settled, counted):
    start(VoteMethod.SHOW_OF_HANDS)

    type_keys(
        qtbot, sheet.ballots.view, Key.Key_Space, Key.Key_Plus, Key.Key_Space, Key.Key_Minus, Key.Key_Down
    )
    settled()

    assert counted() == {"One call a month": 2}


def test_whoever_typed_the_last_line_sees_that_the_keyboard_is_at_closing_the_vote(qtbot, sheet, start, worn):
    start(VoteMethod.PAPER_COUNT)

    type_keys(qtbot, sheet.ballots.view, "7", *[Key.Key_Return] * 3)

    assert worn.focus.target is sheet.close_vote


def test_whoever_ended_the_vote_by_key_is_at_starting_another(qtbot, sheet, start, settled, worn):
    start(VoteMethod.PAPER_COUNT)
    sheet.end.setFocus()

    qtbot.keyClick(sheet.end, Key.Key_Space)
    settled()

    assert worn.focus.target is sheet.start


def test_tab_comes_to_closing_the_vote_before_what_deletes_it(qtbot, sheet, start):
    start(VoteMethod.PAPER_COUNT)
    sheet.ballots.view.setFocus()

    met = []
    while sheet.end not in met:
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        met.append(QApplication.focusWidget())

    assert [each for each in met if each in {sheet.close_vote, sheet.rate, sheet.end}] == [
        sheet.close_vote,
        sheet.rate,
        sheet.end,
    ]


def test_the_key_of_the_next_phase_leads_from_a_closed_vote_to_the_conclusions(
    qtbot, sheet, start, settled, do, desk, rule, afternoon
):
    def phase():
        return desk.records.get(Board, afternoon.board.id).phase

    do(lambda w: w.wall.set_phase(afternoon.board.id, Phase.VOTE))
    start(VoteMethod.PAPER_COUNT)
    type_keys(qtbot, sheet.ballots.view, "7", Key.Key_Return)
    qtbot.keyClick(sheet.ballots.view, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    settled()
    said, open_still = sheet.error.sentence, (phase(), rule().closed, sheet.isVisible())

    qtbot.keyClick(sheet.close_vote, Key.Key_Space)
    settled()
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    settled()

    assert said == "Close the vote first; then Alt → leads on."
    assert open_still == (Phase.VOTE, False, True)
    assert (phase(), rule().closed, sheet.isVisible()) == (Phase.CONCLUDE, True, False)


def test_more_dots_than_were_given_cannot_be_entered(qtbot, sheet, start, settled, counted):
    start(VoteMethod.PAPER_COUNT)

    type_keys(qtbot, sheet.ballots.view, "15", Key.Key_Return, "9")

    assert sheet.ballots.view.dots() == {row.key: row.dots for row in sheet.ballots.view.rows.rows[:1]}
    assert "5 dots" in sheet.error.sentence
    settled()
    assert counted() == {"One call a month": 15}


def test_the_signs_beside_a_line_do_the_same_by_mouse(qtbot, sheet, start, settled, counted):
    start(VoteMethod.PAPER_COUNT)
    view = sheet.ballots.view
    more = view._delegate._places(view.visualRect(view.rows.index(1, 0)))[2]

    for _click in range(3):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=more.center().toPoint())
    view.settle()
    settled()

    assert counted() == {"Three indicators": 3}


def test_the_room_sees_no_dots_before_the_vote_is_closed_and_then_with_its_turnout(
    qtbot, sheet, start, settled, director, afternoon
):
    start(VoteMethod.PAPER_COUNT)
    director.show("cards", board=afternoon.board.id)
    type_keys(qtbot, sheet.ballots.view, "7", Key.Key_Return, "7", Key.Key_Return)
    settled()
    secret = list(director.view.texts())

    sheet.close_vote.click()
    settled()

    said = [line.text for line in director.view.vote]
    assert "7" not in secret
    assert said == [
        "10 of 10 people voted, 14 of 20 dots.",
        "Tied for first with 7 each: One call a month · Three indicators",
    ]


def test_ties_are_shown_as_ties_in_the_result(qtbot, sheet, start, settled):
    start(VoteMethod.PAPER_COUNT)
    type_keys(qtbot, sheet.ballots.view, "7", Key.Key_Return, "7", Key.Key_Return)
    sheet.close_vote.click()
    settled()

    assert [(place.head(), place.titles) for place in sheet.result._places] == [
        ("7 dots, a tie of 2", ("One call a month", "Three indicators"))
    ]


def test_organisations_vote_by_their_delegates_and_nothing_of_it_is_shown_before_the_end(
    qtbot, sheet, start, settled, counted, desk, afternoon
):
    start(VoteMethod.BY_ORGANISATION)
    names = [row.title for row in sheet.ballots.voters.rows.rows]

    ballot_of(sheet, "La Verde")
    type_keys(qtbot, sheet.ballots.view, "2", Key.Key_Return)
    sheet.ballots.hand_in.click()
    settled()

    assert names == ["La Verde", "Red Surco"]
    assert sheet.voted.look.text == "1 of 2 organisations voted"
    assert [(vote.organisation, vote.dots) for vote in desk.records.where(Vote)] == [(afternoon.green.id, 2)]
    assert not sheet.ballots.view.dots()
    assert sheet.ballots.voters.currentIndex().data() == "Red Surco"


def test_one_person_after_another_votes_on_this_screen(qtbot, sheet, start, settled, counted, afternoon):
    start(VoteMethod.ONE_BY_ONE)

    for name, keys in (("Esteban", ("1", Key.Key_Return, "1")), ("Marisol", ("2",))):
        ballot_of(sheet, name)
        type_keys(qtbot, sheet.ballots.view, *keys)
        sheet.ballots.hand_in.click()
        settled()
        qtbot.waitUntil(sheet.ballots.voters.isVisible)

    assert counted() == {"One call a month": 3, "Three indicators": 1}
    assert [row.voted for row in sheet.ballots.voters.rows.rows] == [True, False, True]


def test_a_person_cannot_give_more_dots_than_each_has(qtbot, sheet, start):
    start(VoteMethod.ONE_BY_ONE)
    ballot_of(sheet, "Esteban")

    type_keys(qtbot, sheet.ballots.view, "2", Key.Key_Down, Key.Key_Space)

    assert sheet.error.sentence == "All dots are given. Take one back first."
    assert sum(sheet.ballots.view.dots().values()) == 2


def test_esc_puts_a_ballot_away_with_nothing_given_and_only_then_the_sheet(qtbot, sheet, start, counted):
    start(VoteMethod.ONE_BY_ONE)
    ballot_of(sheet, "Esteban")
    type_keys(qtbot, sheet.ballots.view, "2")

    type_keys(qtbot, sheet.ballots.view, Key.Key_Escape)
    still_open, given = sheet.isVisible(), counted()
    type_keys(qtbot, sheet.ballots.voters, Key.Key_Escape)

    assert (still_open, given, sheet.isVisible()) == (True, {}, False)


def test_on_an_anonymous_board_no_name_is_stored_and_nobody_votes_twice(
    qtbot, sheet, start, settled, desk, do, rule, afternoon
):
    do(lambda w: w.books.edit(Board, afternoon.board.id, mode=BoardMode.ANONYMOUS))
    start(VoteMethod.ONE_BY_ONE)
    ballot_of(sheet, "Esteban")
    type_keys(qtbot, sheet.ballots.view, "2")
    sheet.ballots.hand_in.click()
    settled()

    ballot_of(sheet, "Esteban")

    assert [(vote.voter, vote.organisation, vote.dots) for vote in desk.records.where(Vote)] == [
        (None, None, 2)
    ]
    assert rule().voted == 1
    assert "cannot be changed" in sheet.error.sentence
    assert sheet.ballots.voter is None


def test_while_the_room_sees_this_screen_no_number_of_the_ballot_is_shown(qtbot, sheet, start, director):
    start(VoteMethod.PAPER_COUNT)
    type_keys(qtbot, sheet.ballots.view, "7", Key.Key_Return)

    director.mirroring.emit(True)

    rows = sheet.ballots.view.rows.rows
    assert all(row.secret for row in rows)
    assert not any("7" in row.spoken for row in rows)


def test_a_refused_rule_is_said_and_the_one_that_holds_is_shown(qtbot, sheet, start, settled, rule):
    start(VoteMethod.PAPER_COUNT)
    type_keys(qtbot, sheet.ballots.view, "15", Key.Key_Return)
    settled()

    sheet.rule.voters.setValue(2)
    settled()

    assert "4 can be given" in sheet.error.sentence
    assert (rule().voters, sheet.rule.voters.value()) == (10, 10)


def test_ending_the_vote_takes_its_dots_and_can_be_undone(qtbot, sheet, start, settled, counted, desk):
    start(VoteMethod.PAPER_COUNT)
    type_keys(qtbot, sheet.ballots.view, "7", Key.Key_Return)
    settled()

    sheet.end.click()
    settled()
    gone = counted()
    desk.undo()
    settled()

    assert (gone, counted()) == ({}, {"One call a month": 7})


@pytest.mark.parametrize("method", list(VoteMethod))
def test_every_control_that_is_seen_has_a_name(sheet, start, method):
    start(method)

    nameless = [
        part
        for kind in CONTROLS
        for part in sheet.findChildren(kind)
        if part.isVisible()
        and not (part.accessibleName() or getattr(part, "text", str)())
        and part.objectName() != "qt_spinbox_lineedit"
    ]
    assert nameless == []


def test_a_session_without_cards_says_what_is_missing(qtbot, care, window, do, afternoon):
    do(lambda w: w.running.start_session(afternoon.loops.id))

    care.vote.open_for(None)

    assert "no cards to vote on" in care.vote.hint.text()
    care.vote.close_sheet()


def test_the_keys_of_the_room_are_on_the_sheet_of_keys():
    assert [key_hint(f"run.{name}") for name in ("vote", "break", "preflight")] == [
        "F3",
        "Ctrl Shift B",
        "F10",
    ]
