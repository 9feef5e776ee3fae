"""Rating the cards of a session from 1 to 5: sums counted, one after another, secret, ties, two axes."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QSpinBox

from facilitator.domain.cards import Board, VoteMethod, Voting
from facilitator.domain.ids import PersonId, new_id
from facilitator.domain.people import Person
from facilitator.domain.ratings import ranked
from facilitator.i18n import use
from tests import builders as make

Key = Qt.Key


@pytest.fixture
def afternoon(afternoon):
    """The afternoon with three cards and two people more."""
    home = make.an_organisation()
    people = [
        Person(id=PersonId(new_id()), full_name=name, organisation=home.id)
        for name in ("Esteban Ejemplo", "Ingrid Ejemplo")
    ]
    cards = [
        afternoon.card(words, position=place)
        for place, words in enumerate(("One call a month", "Three indicators", "A photo of each slip"))
    ]
    afternoon.others += [home, *people, *cards]
    return afternoon


@pytest.fixture
def sheet(qtbot, care, window, do, afternoon):
    """The rating, reached from the vote of the session that runs by keys."""
    do(lambda w: w.running.start_session(afternoon.round.id))
    qtbot.keyClick(window, Key.Key_F3)
    while not care.vote.rate.hasFocus():
        qtbot.keyClick(window.focusWidget(), Key.Key_Tab)
    qtbot.keyClick(care.vote.rate, Key.Key_Space)
    yield care.rating
    care.rating.close_sheet()


@pytest.fixture
def settled(qtbot, desk):
    return lambda: qtbot.waitUntil(lambda: not desk._pending)


@pytest.fixture
def stored(desk, afternoon):
    return lambda: desk.records.get(Board, afternoon.board.id).ratings


@pytest.fixture
def begin(qtbot, sheet, settled):
    def begun(criterion, method, voters):
        sheet.rule.method.set_key(method.value)
        sheet.rule.method.chosen.emit(method.value)
        sheet.rule.voters.setValue(voters)
        sheet.rule.rated.setValue(voters)
        sheet.rule.criterion.setFocus()
        qtbot.keyClicks(sheet.rule.criterion, criterion)
        qtbot.keyClick(sheet.rule.criterion, Key.Key_Return)
        settled()
        qtbot.waitUntil(sheet.ballots.isVisible)

    return begun


def keys(qtbot, widget, *typed):
    for each in typed:
        if isinstance(each, str):
            qtbot.keyClicks(widget, each)
        else:
            qtbot.keyClick(widget, each)


def test_sums_counted_on_paper_are_typed_line_by_line_and_become_means(
    qtbot, sheet, begin, settled, stored, desk
):
    begin("Effect", VoteMethod.PAPER_COUNT, 10)
    view = sheet.ballots.view

    keys(qtbot, view, "42", Key.Key_Return, "35", Key.Key_Return, "42", Key.Key_Return)
    settled()

    means = [(mean, len(on)) for mean, on in ranked(stored()[0].marks)]
    assert means == [(Decimal("4.2"), 2), (Decimal("3.5"), 1)]
    assert sheet.close_rating.hasFocus()


def test_tab_comes_to_closing_the_rating_before_what_deletes_it(qtbot, sheet, begin):
    begin("Effect", VoteMethod.PAPER_COUNT, 10)
    sheet.ballots.view.setFocus()

    met = []
    while sheet.end not in met:
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        met.append(QApplication.focusWidget())

    assert sheet.close_rating in met


def test_dots_of_a_vote_before_are_not_taken_for_marks(qtbot, sheet, begin, settled, do, afternoon):
    voted = Voting(3, 10, method=VoteMethod.PAPER_COUNT)
    do(lambda w: w.wall.set_voting(afternoon.board.id, voted))
    do(lambda w: w.wall.count_dots(afternoon.others[-1].id, 4))

    begin("Effect", VoteMethod.PAPER_COUNT, 10)
    before = sheet.ballots.whose.text()
    keys(qtbot, sheet.ballots.view, "42", Key.Key_Return)
    settled()

    assert before == "0 of 3 rated"
    assert sheet.ballots.whose.text() == "1 of 3 rated"


def test_a_sum_that_cannot_be_is_said_and_not_stored(qtbot, sheet, begin, settled, stored):
    begin("Effect", VoteMethod.SHOW_OF_HANDS, 10)

    keys(qtbot, sheet.ballots.view, "9", Key.Key_Return)
    settled()

    assert stored()[0].marks == ()
    assert "between 10 and 50" in sheet.error.sentence


def test_one_after_another_hands_in_marks_that_nobody_sees(qtbot, sheet, begin, settled, stored, afternoon):
    begin("Effect", VoteMethod.ONE_BY_ONE, 3)

    for marks in (("5", "4", "1"), ("4", "5", "2")):
        keys(qtbot, sheet.ballots.voters, Key.Key_Return)
        empty = sheet.ballots.view.dots()
        for mark in marks:
            keys(qtbot, sheet.ballots.view, mark, Key.Key_Return)
        sheet.ballots.hand_in.click()
        settled()
        assert empty == {}

    assert stored()[0].rated == 2
    assert sheet.turnout.look.text == "One by one: 2 of 3 have rated"
    assert [row.voted for row in sheet.ballots.voters.rows.rows].count(True) == 2


def test_a_mark_above_five_is_refused_on_a_ballot(qtbot, sheet, begin):
    begin("Effect", VoteMethod.ONE_BY_ONE, 3)
    keys(qtbot, sheet.ballots.voters, Key.Key_Return)

    keys(qtbot, sheet.ballots.view, "6")

    assert sheet.ballots.view.dots() == {}
    assert sheet.error.sentence == "5 is the most that one line can get."


def test_the_result_shows_means_and_ties_on_the_sheet_and_on_stage_once_it_is_closed(
    qtbot, sheet, begin, settled, director, afternoon
):
    begin("Effect", VoteMethod.PAPER_COUNT, 10)
    director.show("cards", board=afternoon.board.id)
    keys(qtbot, sheet.ballots.view, "42", Key.Key_Return, "35", Key.Key_Return, "42", Key.Key_Return)
    settled()
    secret = list(director.view.texts())

    sheet.close_rating.click()
    settled()

    assert not any("4.2" in words for words in secret)
    assert [(place.head(), place.titles) for place in sheet.result._places] == [
        ("4.2, a tie of 2", ("One call a month", "A photo of each slip")),
        ("3.5", ("Three indicators",)),
    ]
    assert [line.text for line in director.view.vote] == [
        "Effect, 1 to 5 (Marks on paper): 10 of 10 rated.",
        "4.2  One call a month · A photo of each slip",
        "3.5  Three indicators",
    ]


def test_a_second_criterion_is_the_other_axis(qtbot, sheet, begin, settled, stored):
    begin("Effect", VoteMethod.PAPER_COUNT, 10)

    sheet.which.set_key("1")
    sheet.which.chosen.emit("1")
    begin("Effort", VoteMethod.PAPER_COUNT, 10)

    assert [each.criterion.text for each in stored()] == ["Effect", "Effort"]


def test_a_rating_without_a_criterion_is_not_begun(qtbot, sheet, stored, settled):
    sheet.start.click()
    settled()

    assert stored() == ()
    assert sheet.error.sentence


def test_every_control_has_a_name(sheet, begin):
    begin("Effect", VoteMethod.PAPER_COUNT, 10)

    controls = [
        each
        for kind in (QAbstractButton, QComboBox, QSpinBox, QAbstractItemView)
        for each in sheet.findChildren(kind)
        if each.isVisible()
    ]

    assert [each for each in controls if not (each.accessibleName() or getattr(each, "text", str)())] == []


@pytest.mark.parametrize(
    ("words", "points", "raters"),
    [("4.2", 42, 10), ("4,2", 42, 10), ("0 1 3 4 2", 37, 10), ("0 0 3 4 2", 35, 9)],
)
def test_a_mean_or_how_many_gave_each_mark_is_typed_from_paper(
    qtbot, sheet, begin, settled, stored, words, points, raters
):
    begin("Effect", VoteMethod.PAPER_COUNT, 10)

    keys(qtbot, sheet.ballots.view, words, Key.Key_Return)
    settled()

    assert [(mark.points, mark.raters) for mark in stored()[0].marks] == [(points, raters)]
    row = sheet.ballots.view.rows.rows[0]
    assert row.entry == str(points)
    assert row.inside.startswith(f"{raters} marks, mean ")


def test_words_that_cannot_be_stay_on_their_line_until_they_are_put_right(
    qtbot, sheet, begin, settled, stored
):
    begin("Effect", VoteMethod.SHOW_OF_HANDS, 10)
    view = sheet.ballots.view

    keys(qtbot, view, "1 2", Key.Key_Return)
    kept = view.rows.rows[0]
    said = sheet.error.sentence
    view.setCurrentIndex(view.rows.index(0, 0))
    keys(qtbot, view, "42", Key.Key_Return)
    settled()

    assert (kept.entry, kept.wrong) == ("1 2", True)
    assert "“1 2”" in said
    assert not view.rows.rows[0].wrong
    assert [mark.points for mark in stored()[0].marks] == [42]


def test_escape_brings_back_what_the_line_said_and_leaves_the_sheet_open(
    qtbot, sheet, begin, settled, stored
):
    begin("Effect", VoteMethod.PAPER_COUNT, 10)
    view = sheet.ballots.view
    keys(qtbot, view, "42", Key.Key_Return)
    settled()
    view.setCurrentIndex(view.rows.index(0, 0))

    keys(qtbot, view, "17", Key.Key_Escape)
    keys(qtbot, view, Key.Key_Return)
    settled()

    assert sheet.isVisible()
    assert [mark.points for mark in stored()[0].marks] == [42]


def test_by_organisation_as_many_are_proposed_as_there_are_organisations(
    qtbot, sheet, begin, settled, stored, desk
):
    sheet.rule.method.set_key(VoteMethod.BY_ORGANISATION.value)
    sheet.rule.method.chosen.emit(VoteMethod.BY_ORGANISATION.value)

    proposed = sheet.rule.voters.value()
    qtbot.keyClicks(sheet.rule.criterion, "Effect")
    qtbot.keyClick(sheet.rule.criterion, Key.Key_Return)
    settled()

    assert stored()[0].method is VoteMethod.BY_ORGANISATION
    assert proposed == stored()[0].voters == len(sheet.ballots.voters.rows.rows)


def test_an_empty_ballot_is_not_handed_in_and_says_why(qtbot, sheet, begin, settled, stored):
    begin("Effect", VoteMethod.ONE_BY_ONE, 3)
    keys(qtbot, sheet.ballots.voters, Key.Key_Return)

    sheet.ballots.hand_in.click()
    settled()

    assert stored()[0].rated == 0
    assert "No mark is given yet" in sheet.error.sentence


def test_the_matrix_is_shown_from_here_once_both_ratings_are_closed(
    qtbot, sheet, begin, settled, director, afternoon
):
    hidden = []
    for place, criterion in enumerate(("Effect", "Effort")):
        sheet.which.set_key(str(place))
        sheet.which.chosen.emit(str(place))
        begin(criterion, VoteMethod.PAPER_COUNT, 10)
        for sum_ in ("42", "35", "42"):
            keys(qtbot, sheet.ballots.view, sum_, Key.Key_Return)
        settled()
        hidden.append(sheet.show_matrix.isHidden())
        sheet.close_rating.click()
        settled()

    sheet.show_matrix.click()

    assert hidden == [True, True]
    assert director.key == "matrix"
    assert [(each.number, each.up, each.across) for each in director.view.marked] == [
        ("1", "4.2", "4.2"),
        ("2", "4.2", "4.2"),
        ("3", "3.5", "3.5"),
    ]


def test_the_key_of_the_vote_opens_the_rating_of_a_board_that_is_rated(
    qtbot, care, window, sheet, begin, settled
):
    begin("Effect", VoteMethod.PAPER_COUNT, 10)
    sheet.close_sheet()

    qtbot.keyClick(window, Key.Key_F3)

    assert care.rating.isVisible()
    assert care.rating.ballots.view.hasFocus()


def test_dots_can_be_given_instead_while_nothing_is_rated(qtbot, care, sheet):
    sheet.vote.click()

    assert care.vote.isVisible()
    assert not sheet.isVisible()


@pytest.mark.parametrize("method", VoteMethod)
def test_a_matrix_is_made_whichever_way_marks_are_given(qtbot, sheet, begin, settled, director, method):
    for place, (criterion, marks) in enumerate((("Effect", "541"), ("Effort", "152"))):
        sheet.which.set_key(str(place))
        sheet.which.chosen.emit(str(place))
        begin(criterion, method, 1)
        if method.by_ballot:
            keys(qtbot, sheet.ballots.voters, Key.Key_Return)
        for mark in marks:
            keys(qtbot, sheet.ballots.view, mark, Key.Key_Return)
        if method.by_ballot:
            sheet.ballots.hand_in.click()
        settled()
        sheet.close_rating.click()
        settled()

    sheet.show_matrix.click()

    assert [(each.text.text, each.up, each.across) for each in director.view.marked] == [
        ("One call a month", "5.0", "1.0"),
        ("Three indicators", "4.0", "5.0"),
        ("A photo of each slip", "1.0", "2.0"),
    ]
    assert [line.text for line in director.view.turnout] == ["Effect: 1 of 1 rated.", "Effort: 1 of 1 rated."]


@pytest.fixture
def two_closed(sheet, begin, settled):
    """Two ratings that are closed, the second of them shown."""
    for place, criterion in enumerate(("Effect", "Effort")):
        sheet.which.set_key(str(place))
        sheet.which.chosen.emit(str(place))
        begin(criterion, VoteMethod.PAPER_COUNT, 10)
        sheet.close_rating.click()
        settled()
    yield sheet
    use("en")


def test_after_deleting_one_rating_the_keyboard_is_no_longer_at_deleting(qtbot, two_closed, settled, stored):
    two_closed.end.setFocus()

    for _twice in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
        settled()

    assert [each.criterion.text for each in stored()] == ["Effect"]
    assert two_closed.which.hasFocus()


def test_every_button_says_all_its_words_in_spanish_too(qtbot, two_closed):
    def cut():
        seen = [each for each in two_closed.findChildren(QAbstractButton) if each.isVisible()]
        return [each.text() for each in seen if each.width() < each.sizeHint().width()]

    use("es")
    two_closed.follow()

    qtbot.waitUntil(lambda: not cut())
    assert two_closed.show_matrix.text() == "Mostrar la matriz"
