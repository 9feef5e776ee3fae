"""The capture bar takes what people say as they say it, and loses nothing of it."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from facilitator.domain.cards import BoardMode, Card, CardKind, Kind
from facilitator.domain.errors import CannotWrite
from facilitator.domain.ids import CardKindId, new_id
from facilitator.domain.notes import Agreement, Note, ParkingItem
from tests.afternoon import said
from tests.ui.operator.run.conftest import press, type_in

CONTROL = Qt.KeyboardModifier.ControlModifier


def text(run):
    return run.capture.frame.text


def paste(run, words):
    data = QMimeData()
    data.setText(words)
    text(run).insertFromMimeData(data)


def test_enter_stores_the_card_and_the_bar_is_free_for_the_next(run, enter, cards):
    enter("More breaks")

    assert cards() == [("note", "More breaks")]
    assert run.capture.text == ""
    assert text(run).hasFocus()


@pytest.mark.parametrize(
    ("typed", "kind", "words"),
    [
        ("+It works", "works", "It works"),
        ("-No signal", "difficulty", "No signal"),
        ("–No signal", "difficulty", "No signal"),
        ("−No signal", "difficulty", "No signal"),
        ("?Who calls", "question", "Who calls"),
        ("!Call monthly", "suggestion", "Call monthly"),
        ("¿Quién convoca?", "question", "¿Quién convoca?"),
        ("¡Más visitas!", "suggestion", "¡Más visitas!"),
        ("a+b", "note", "a+b"),
    ],
)
def test_a_sign_typed_first_sets_the_kind(enter, cards, typed, kind, words):
    enter(typed)

    assert cards() == [(kind, words)]


def test_the_kind_goes_back_to_a_note_unless_it_is_kept(run, enter, cards):
    enter("+It works")
    enter("Plain")
    run.capture.kinds.pin.setChecked(True)
    enter("!Call monthly")
    enter("Visit monthly")

    assert [kind for kind, _words in cards()] == ["works", "note", "suggestion", "suggestion"]


@pytest.mark.parametrize("digit", [1, 2, 3, 4, 5])
def test_control_and_a_digit_choose_one_of_the_five(run, enter, cards, digit):
    run._actions[f"capture.{list(Kind)[digit - 1].value}"].trigger()
    enter("Something")

    assert cards() == [(list(Kind)[digit - 1].value, "Something")]


def test_a_kind_of_the_workshop_is_offered_too(run, do, desk, enter, afternoon, qtbot):
    risk = CardKind(
        id=CardKindId(new_id()), workshop=afternoon.workshop.id, label=said("Risk"), like=Kind.DIFFICULTY
    )
    do(lambda w: w.books.add(risk))
    choice = next(each for each in run.capture._choices if each.label == "Risk")

    run.capture.choose(choice)
    enter("The bridge may go")

    card = desk.records.where(Card)[0]
    assert (card.own_kind, card.kind) == (risk.id, Kind.DIFFICULTY)


def test_dead_keys_and_input_methods_type_as_everywhere(qtbot, run, cards):
    field = text(run)
    composing = QInputMethodEvent("´", [])
    QApplication.sendEvent(field, composing)
    committed = QInputMethodEvent()
    committed.setCommitString("é")
    QApplication.sendEvent(field, committed)
    type_in(field, "xito")

    press(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not run.capture.outbox.waiting)

    assert cards() == [("note", "éxito")]


def test_a_sign_from_an_input_method_sets_the_kind_too(run):
    sign = QInputMethodEvent()
    sign.setCommitString("+")

    QApplication.sendEvent(text(run), sign)

    assert (run.capture.choice.kind, run.capture.text) == (Kind.WORKS, "")


def test_a_card_of_four_lines_shows_three_and_scrolls(run):
    field = text(run)
    heights = []
    for _line in range(4):
        type_in(field, "line")
        heights.append(field.minimumHeight())
        press(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, "\n")

    assert heights[0] < heights[1] < heights[2] == heights[3]
    assert field.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded


def test_the_bar_is_one_line_high_until_words_need_more_and_again_after_enter(qtbot, run, enter):
    frame = run.capture.frame
    low = frame.height()
    type_in(text(run), "Short")
    short = frame.height()

    type_in(text(run), " words, and then many more of them, so that they need a second line, and a third")
    high = frame.height()
    enter("")

    assert low == short < high
    qtbot.waitUntil(lambda: text(run).is_at_rest, timeout=1000)  # a card is seen before anything moves
    assert frame.height() == low


def test_twenty_cards_in_a_second_all_arrive_in_their_order(qtbot, run, cards):
    field = text(run)

    for number in range(20):
        type_in(field, f"card {number}")
        press(field, Qt.Key.Key_Return)
    waiting = len(run.capture.outbox.waiting)
    qtbot.waitUntil(lambda: not run.capture.outbox.waiting)

    assert waiting > 0
    assert cards() == [("note", f"card {number}") for number in range(20)]
    assert [card.text for card in run.stream.model.cards] == [f"card {n}" for n in reversed(range(20))]


def test_who_said_it_is_found_by_part_of_a_name_without_accents(qtbot, run, desk, afternoon):
    type_in(text(run), "Ask the buyer")
    press(text(run), Qt.Key.Key_Tab, text="\t")
    who = run.capture.frame.who
    assert who.line.hasFocus()
    for letter in "marisol":
        type_in(who.line, letter)
    who.line.completer().popup().hide()

    press(who.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not run.capture.outbox.waiting)

    card = desk.records.where(Card)[0]
    assert (card.author, card.organisation) == (afternoon.marisol.id, afternoon.network.id)
    assert text(run).hasFocus()
    assert who.who is None


def test_no_name_is_cut_in_the_list_of_who_it_may_be(run):
    who = run.capture.frame.who

    type_in(who.line, "mar")

    popup = who.line.completer().popup()
    names = [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())]
    assert names
    assert popup.width() > max(popup.fontMetrics().horizontalAdvance(name) for name in names)
    popup.hide()


def test_an_organisations_code_is_enough(qtbot, run, desk, afternoon):
    type_in(text(run), "Ask the buyer")
    type_in(run.capture.frame.who.line, "rs")
    run.capture.frame.who.line.completer().popup().hide()

    press(run.capture.frame.who.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not run.capture.outbox.waiting)

    card = desk.records.where(Card)[0]
    assert (card.author, card.organisation) == (None, afternoon.network.id)


def test_a_name_that_nobody_has_is_said_and_the_card_stays(run, cards):
    type_in(text(run), "Ask the buyer")
    type_in(run.capture.frame.who.line, "zzz")

    press(run.capture.frame.who.line, Qt.Key.Key_Return)

    assert cards() == []
    assert run.capture.text == "Ask the buyer"
    assert "zzz" in run.capture._error.sentence


def test_an_anonymous_board_asks_for_nobody(qtbot, run, do, desk, afternoon, enter):
    do(lambda w: w.books.edit(type(afternoon.board), afternoon.board.id, mode=BoardMode.ANONYMOUS))

    enter("Secret")

    assert not run.capture.frame.who.line.isEnabled()
    assert desk.records.where(Card)[0].author is None


def test_up_in_the_empty_bar_opens_the_last_card_and_enter_changes_it(qtbot, run, enter, cards):
    enter("First")
    enter("+Secnd")

    press(text(run), Qt.Key.Key_Up)
    opened = run.capture.text
    text(run).put("Second")
    press(text(run), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not run.capture.outbox.waiting)

    assert opened == "Secnd"
    assert cards() == [("note", "First"), ("works", "Second")]


def test_escape_leaves_the_card_as_it_was_and_brings_back_what_was_being_typed(run, enter, cards, desk):
    enter("First")
    type_in(text(run), "half a thou")
    run.capture.edit(desk.records.where(Card)[0])
    text(run).put("Changed")

    run._actions["capture.focus"].trigger()

    assert cards() == [("note", "First")]
    assert run.capture.text == "half a thou"


def test_several_pasted_lines_become_several_cards_after_one_question(qtbot, run, cards):
    paste(run, "One\n\n  Two\nThree\n")
    asked = run.capture.several.isVisibleTo(run)

    press(text(run), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not run.capture.outbox.waiting)

    assert asked
    assert [words for _kind, words in cards()] == ["One", "Two", "Three"]


def test_pasted_lines_are_of_the_kind_that_their_sign_says(qtbot, run, cards):
    paste(run, "+Prices\n?Who pays\nRoads")

    press(text(run), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not run.capture.outbox.waiting)

    assert cards() == [("works", "Prices"), ("question", "Who pays"), ("note", "Roads")]


def test_pasted_lines_can_stay_one_card(run, cards):
    paste(run, "One\nTwo")

    run.capture.several.decline()

    assert run.capture.text == "One\nTwo"
    assert cards() == []


def test_a_card_that_could_not_be_stored_comes_back_into_the_bar(qtbot, run, desk, monkeypatch):
    monkeypatch.setattr("facilitator.services.wall.Wall.add_card", refuse)

    type_in(text(run), "Precious words")
    press(text(run), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not run.capture.outbox.waiting)

    assert run.capture.text == "Precious words"
    assert run.capture._error.sentence


def test_a_refused_card_waits_beside_the_next_one_that_is_being_typed(qtbot, run, cards, monkeypatch):
    with monkeypatch.context() as full:
        full.setattr("facilitator.services.wall.Wall.add_card", refuse)
        type_in(text(run), "Precious words")
        press(text(run), Qt.Key.Key_Return)
        type_in(text(run), "Already the next")
        qtbot.waitUntil(lambda: not run.capture.outbox.waiting)
    kept = run.capture.text

    run.capture.returned.accept()
    qtbot.waitUntil(lambda: bool(cards()))

    assert kept == "Already the next"
    assert cards() == [("note", "Precious words")]


def refuse(*_arguments):
    raise CannotWrite("disk-full")


def test_parking_lot_agreement_and_session_note_are_one_key_away(run, enter, desk, afternoon):
    for name, words in (
        ("capture.parking_lot", "Prices"),
        ("capture.agreement", "We meet monthly"),
        ("capture.session_note", "Two views on prices"),
    ):
        run._actions[name].trigger()
        enter(words)

    parked, agreed, noted = (desk.records.where(kind)[0] for kind in (ParkingItem, Agreement, Note))
    assert [each.text.text for each in (parked, agreed, noted)] == [
        "Prices",
        "We meet monthly",
        "Two views on prices",
    ]
    assert agreed.number == 1
    assert {parked.session, agreed.session, noted.session} == {afternoon.round.id}
    assert desk.records.where(Card) == []


def test_a_question_that_is_set_aside_does_not_become_a_card(run, enter, desk):
    run._actions["capture.parking_lot"].trigger()

    enter("¿Cómo involucrar a compradores que no comparten precios?")

    [parked] = desk.records.where(ParkingItem)
    assert parked.text.text == "¿Cómo involucrar a compradores que no comparten precios?"
    assert desk.records.where(Card) == []


def test_hostile_words_are_stored_as_they_are(enter, cards):
    words = '<b>bold</b> & "quoted" \u200f\u0645\u0631\u062d\u0628\u0627 \U0001f9d1\U0001f3fd\u200d\U0001f33e'

    enter(words)

    assert cards() == [("note", words)]


def test_too_long_a_text_stays_in_the_bar_with_the_reason(run, cards):
    text(run).put("x" * 20_001)

    press(text(run), Qt.Key.Key_Return)

    assert cards() == []
    assert len(run.capture.text) == 20_001
    assert run.capture._error.sentence


def test_undo_in_the_empty_bar_is_the_programs(run):
    type_in(text(run), "abc")
    while_typing = text(run).document().isUndoAvailable()
    text(run).put("")

    assert while_typing
    assert not text(run).document().isUndoAvailable()
