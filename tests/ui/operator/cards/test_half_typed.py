"""What is half typed on the Cards page survives a crash: on the wall, in the panels, in the board's row."""

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.cards import Board, BoardMode, Card, Cluster, Kind, Phase
from facilitator.domain.drafts import Draft
from facilitator.domain.records import Records
from facilitator.services.wall import NewCard
from tests.afternoon import said
from tests.ui.operator.cards.half_typing import offered, open_card, write, write_anew
from ui.presenters.half_typed import Place, in_its_place, read, written
from ui.wall.state import Spot

Key = Qt.Key


def test_a_card_that_was_being_changed_on_the_wall_is_changed_after_a_crash(
    qtbot, page, afternoon, come_back, keep
):
    write_anew(open_card(qtbot, page, afternoon.cards[0]), "Two calls a mo")

    again = come_back()
    sentence = offered(again)
    keep(again)
    typed = again.wall.writing.card.words.toPlainText()
    with qtbot.waitSignal(again._desk.changed):
        qtbot.keyClick(again.wall.writing.card.words, Key.Key_Return)

    assert sentence == "You were typing: “Two calls a mo”"
    assert typed == "Two calls a mo"
    assert again._desk.records.get(Card, afternoon.cards[0].id).text.text == "Two calls a mo"
    assert not again.half_typed.offer.isVisible()


def test_what_is_taken_up_again_is_still_kept_until_it_is_stored(
    qtbot, page, afternoon, come_back, keep, desk, kept
):
    write_anew(open_card(qtbot, page, afternoon.cards[0]), "Two calls a mo")
    again = come_back()
    keep(again)

    taken_up = kept(again)
    with qtbot.waitSignal(again._desk.changed):
        qtbot.keyClick(again.wall.writing.card.words, Key.Key_Return)
    qtbot.waitUntil(lambda: not again._desk._pending)

    assert taken_up == {"cards.wall": "Two calls a mo"}
    qtbot.waitUntil(lambda: kept(again) == {})


def test_a_clusters_half_typed_name_is_offered_again_in_its_place(qtbot, page, afternoon, come_back, keep):
    page.wall.be_at(Spot("cluster", afternoon.clusters[1].id))
    qtbot.keyClick(page.wall, Key.Key_F2)
    write_anew(page.wall.writing.line, "Indicadores que")

    again = come_back()
    keep(again)
    with qtbot.waitSignal(again._desk.changed):
        qtbot.keyClick(again.wall.writing.line, Key.Key_Return)

    named = again._desk.records.get(Cluster, afternoon.clusters[1].id)
    assert named.title.text == "Indicadores que"


def test_a_new_cards_words_kind_and_cluster_survive(qtbot, page, afternoon, come_back, keep):
    page.wall.select([afternoon.cards[2].id])
    qtbot.keyClick(page.wall, Key.Key_Insert)
    write(page.wall.writing.card.words, "+A baseline fi")

    again = come_back()
    keep(again)
    with qtbot.waitSignal(again._desk.changed):
        qtbot.keyClick(again.wall.writing.card.words, Key.Key_Return)

    [card] = [each for each in again._desk.records.where(Card) if each.text.text == "A baseline fi"]
    assert (card.kind, card.cluster) == (Kind.WORKS, afternoon.clusters[1].id)


@pytest.mark.parametrize("name", ["text", "translation", "clarification"])
def test_a_half_typed_field_of_the_cards_panel_is_taken_up_in_its_place(
    qtbot, page, afternoon, come_back, keep, name
):
    page.wall.select([afternoon.cards[3].id])
    page.panels.open("card")
    field = page.half_typed._fields[name]
    field.setFocus()
    write_anew(field, "Who calls whom a")

    again = come_back()
    keep(again)
    taken_up = again.half_typed._fields[name]

    assert again.panels.key == "card"
    assert again.wall.selected == (afternoon.cards[3].id,)
    assert taken_up.hasFocus()
    assert (taken_up.toPlainText(), taken_up.is_typed) == ("Who calls whom a", True)


def test_a_half_typed_translation_comes_back_in_its_language(qtbot, page, afternoon, come_back, keep):
    page.wall.select([afternoon.cards[3].id])
    page.panels.open("card")
    tongue = page.panels.card.other
    page.panels.card.translation.setFocus()
    write(page.panels.card.translation, "Quien llama")

    again = come_back()
    keep(again)

    assert again.panels.card.other == tongue


def test_half_a_question_and_half_a_conclusion_are_offered_too(qtbot, page, afternoon, come_back, keep):
    page.panels.open("vote")
    page.panels.vote.conclusion.setFocus()
    write(page.panels.vote.conclusion, "The room agr")
    concluding = come_back()
    keep(concluding)
    conclusion = concluding.panels.vote.conclusion.toPlainText()

    page.show()
    page.activateWindow()
    page.board_bar.question.setFocus()
    qtbot.waitUntil(page.board_bar.question.hasFocus)
    write_anew(page.board_bar.question, "What do we")
    asking = come_back()
    keep(asking)

    assert conclusion == "The room agr"
    assert (asking.board_bar.question.text(), asking.board_bar.question.hasFocus()) == ("What do we", True)


def test_words_whose_card_is_gone_become_a_new_card(qtbot, page, afternoon, come_back, keep):
    card = afternoon.cards[0].id
    write_anew(open_card(qtbot, page, afternoon.cards[0]), "Two calls a mo")

    again = come_back(then=lambda workspace: workspace.wall.delete_cards([card]))
    sentence = offered(again)
    keep(again)
    with qtbot.waitSignal(again._desk.changed):
        qtbot.keyClick(again.wall.writing.card.words, Key.Key_Return)

    assert "it can be a new card" in sentence
    assert "Two calls a mo" in {each.text.text for each in again._desk.records.where(Card)}


def test_words_whose_cluster_is_gone_become_a_new_card(qtbot, page, afternoon, come_back, keep):
    cluster = afternoon.clusters[0].id
    page.wall.be_at(Spot("cluster", cluster))
    qtbot.keyClick(page.wall, Key.Key_F2)
    write_anew(page.wall.writing.line, "Seguim")

    again = come_back(then=lambda workspace: workspace.wall.dissolve_cluster(cluster))
    keep(again)

    assert (again.wall.writing.what, again.wall.writing.card.words.toPlainText()) == ("new", "Seguim")


def test_what_is_discarded_is_forgotten_for_good(qtbot, page, afternoon, come_back, kept):
    write_anew(open_card(qtbot, page, afternoon.cards[0]), "Two calls a mo")
    again = come_back()

    again.half_typed.offer.decline()

    qtbot.waitUntil(lambda: kept() == {})
    assert again._desk.records.get(Card, afternoon.cards[0].id).text.text == "One call a month"
    assert again.wall.writing.what == "nothing"


def test_escape_forgets_what_was_half_typed(qtbot, page, afternoon, kept):
    editor = open_card(qtbot, page, afternoon.cards[0])
    write_anew(editor, "Two calls a mo")
    while_typing = kept()

    qtbot.keyClick(editor, Key.Key_Escape)

    assert while_typing == {"cards.wall": "Two calls a mo"}
    assert kept() == {}


def test_escape_in_a_field_forgets_too(qtbot, page, kept):
    page.board_bar.question.setFocus()
    write_anew(page.board_bar.question, "What do we")
    while_typing = kept()

    qtbot.keyClick(page.board_bar.question, Key.Key_Escape)

    assert while_typing == {"cards.field": "What do we"}
    assert kept() == {}


def test_what_is_stored_is_no_draft_any_more_and_undo_brings_none_back(
    qtbot, page, afternoon, desk, after, kept
):
    editor = open_card(qtbot, page, afternoon.cards[0])
    write_anew(editor, "Two calls")
    before = kept()

    after(qtbot.keyClick, editor, Key.Key_Return)
    stored = kept()
    after(desk.undo)

    assert before == {"cards.wall": "Two calls"}
    assert (stored, kept()) == ({}, {})
    assert desk.records.get(Card, afternoon.cards[0].id).text.text == "One call a month"


def test_a_card_that_is_opened_and_left_as_it_was_is_no_draft(qtbot, page, afternoon, kept):
    editor = open_card(qtbot, page, afternoon.cards[0])
    write(editor, "x")
    write_anew(editor, "One call a month")

    assert kept() == {}


def test_words_that_were_refused_are_half_typed_still(qtbot, page, afternoon, kept):
    editor = open_card(qtbot, page, afternoon.cards[0])
    write_anew(editor, "Two calls")
    editor.insertPlainText("\x00")

    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(page.wall.writing.error.isVisible)

    assert kept()["cards.wall"].startswith("Two calls")


def test_words_that_reached_the_disk_right_before_the_crash_are_not_offered(
    qtbot, page, afternoon, come_back
):
    qtbot.keyClick(page.wall, Key.Key_Insert)
    write(page.wall.writing.card.words, "A baseline fi")
    new = NewCard(text=said("A baseline first"))

    again = come_back(then=lambda workspace: workspace.wall.add_card(afternoon.round.id, new))
    again._desk.opened.emit()

    assert offered(again) == ""


def test_what_is_typed_while_the_offer_waits_is_stored_before_one_goes_on(
    qtbot, page, afternoon, come_back, keep
):
    write_anew(open_card(qtbot, page, afternoon.cards[0]), "Two calls a mo")
    again = come_back()
    qtbot.keyClick(again.wall, Key.Key_Insert)
    write(again.wall.writing.card.words, "Another one")

    keep(again)

    assert "Another one" in {each.text.text for each in again._desk.records.where(Card)}
    assert again.wall.writing.card.words.toPlainText() == "Two calls a mo"


def test_a_wall_and_a_field_are_offered_one_after_the_other(qtbot, desk, page, come_back, afternoon):
    about = written(Place("question", afternoon.board.id, afternoon.board.id))
    desk.keep_draft(Draft("cards.wall", "Half a card", desk.workshop_id))
    desk.keep_draft(Draft("cards.field", "Half a question", desk.workshop_id))
    desk.keep_draft(Draft("cards.field.about", about, desk.workshop_id))

    again = come_back()
    first = offered(again)
    again.half_typed.offer.decline()

    assert first == "You were typing: “Half a card”"
    assert offered(again) == "You were typing: “Half a question”"


def test_on_an_anonymous_board_nothing_of_withdrawn_words_is_left_once_it_is_read_out(
    qtbot, page, desk, desk_file, afternoon, after, kept
):
    board = afternoon.board.id
    after(lambda: desk.perform(lambda w: w.books.edit(Board, board, mode=BoardMode.ANONYMOUS)))
    qtbot.keyClick(page.wall, Key.Key_Insert)
    editor = page.wall.writing.card.words
    write(editor, "Nobody must know this")
    was_kept = kept()
    about = page.half_typed._about_wall()
    qtbot.keyClick(editor, Key.Key_Escape)
    qtbot.keyClick(page.wall, Key.Key_Insert)
    write(editor, "Said by somebody")
    after(qtbot.keyClick, editor, Key.Key_Return)

    desk.perform(lambda w: w.wall.set_phase(board, Phase.READ_OUT))
    qtbot.waitUntil(lambda: desk.all_stored, timeout=5000)

    left = b"".join(each.read_bytes() for each in desk_file.parent.glob(f"{desk_file.name}*"))
    assert was_kept == {"cards.wall": "Nobody must know this"}
    assert set(read(about).__dataclass_fields__) == {"field", "record", "board", "cluster", "kind", "tongue"}
    assert b"Said by somebody" in left
    assert b"Nobody must know" not in left


@pytest.mark.parametrize(
    "line", ["{", "[]", "7", '{"field": "rain"}', '{"record": "x", "field": "card"}', ""]
)
def test_what_is_kept_about_words_may_say_anything(line):
    assert in_its_place(read(line), Records()) == Place()
