"""Cards are written, reworded and named on the wall, and in the panel beside it."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from facilitator.bootstrap import open_workspace
from facilitator.domain.cards import Card, Cluster, Kind
from facilitator.i18n import use
from facilitator.services.wall import NewCard
from tests.afternoon import said
from ui.wall.state import Spot

Key = Qt.Key


def write(field, words):
    for sign in words:
        QApplication.sendEvent(
            field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign)
        )


@pytest.fixture
def editor(page):
    return page.wall.writing.card.words


def test_ins_writes_card_after_card(qtbot, page, stored, after, editor):
    qtbot.keyClick(page.wall, Key.Key_Insert)
    write(editor, "+Más señal")
    after(qtbot.keyClick, editor, Key.Key_Return)
    qtbot.waitUntil(lambda: editor.toPlainText() == "")
    write(editor, "?Who pays")

    after(qtbot.keyClick, editor, Key.Key_Return)

    assert stored()["Más señal"].kind is Kind.WORKS
    assert stored()["Who pays"].kind is Kind.QUESTION
    assert stored()["Who pays"].position > stored()["Más señal"].position


def test_a_new_card_joins_the_cluster_of_the_selected_one(qtbot, page, stored, after, editor, afternoon):
    page.wall.select([afternoon.cards[2].id])
    qtbot.keyClick(page.wall, Key.Key_Insert)
    write(editor, "A baseline first")

    after(qtbot.keyClick, editor, Key.Key_Return)

    assert stored()["A baseline first"].cluster == afternoon.clusters[1].id


def test_a_board_without_cards_shows_where_they_come_from_until_one_is_written(
    qtbot, page, desk, after, editor, afternoon
):
    page.wall.select([card.id for card in afternoon.cards])
    after(page._outcomes.delete)
    for cluster in afternoon.clusters:
        after(page._sorting.dissolve, cluster.id)
    empty = page.area.empty.isVisible()

    page.board_bar.add.click()
    write(editor, "The first")
    after(qtbot.keyClick, editor, Key.Key_Return)
    qtbot.keyClick(editor, Key.Key_Escape)

    assert empty
    assert not page.area.empty.isVisible()
    assert page.wall.surface.view.count() == 1


def test_the_empty_board_leads_to_run(qtbot, page):
    with qtbot.waitSignal(page.page_wanted) as wanted:
        page.area.empty.button.click()

    assert wanted.args == ["run"]


def test_enter_on_a_card_rewords_it_and_keeps_its_translation(qtbot, page, desk, after, editor, afternoon):
    card = afternoon.cards[0]
    page.wall.select([card.id])
    qtbot.keyClick(page.wall, Key.Key_Return)
    editor.selectAll()
    write(editor, "Two calls")

    after(qtbot.keyClick, editor, Key.Key_Return)

    assert desk.records.get(Card, card.id).text.text == "Two calls"
    qtbot.waitUntil(page.wall.hasFocus)


def test_no_words_are_refused_where_they_were_written(qtbot, page, desk, editor, afternoon):
    page.wall.select([afternoon.cards[0].id])
    qtbot.keyClick(page.wall, Key.Key_F2)
    editor.clear()

    qtbot.keyClick(editor, Key.Key_Return)

    qtbot.waitUntil(page.wall.writing.error.isVisible)
    assert page.wall.writing.error.sentence == "A card needs words."
    assert desk.records.get(Card, afternoon.cards[0].id).text.text == "One call a month"


def test_f2_on_a_name_renames_the_cluster(qtbot, page, desk, after, afternoon):
    page.wall.surface.state.current = Spot("cluster", afternoon.clusters[0].id)
    qtbot.keyClick(page.wall, Key.Key_F2)
    line = page.wall.writing.line
    line.selectAll()
    write(line, "Seguimiento a distancia")

    after(qtbot.keyClick, line, Key.Key_Return)

    assert desk.records.get(Cluster, afternoon.clusters[0].id).title.text == "Seguimiento a distancia"


def test_plain_letters_type_while_a_field_has_the_keyboard(qtbot, page, stored, afternoon):
    page.wall.select([afternoon.cards[0].id])
    page.toolbar.search.setFocus()

    qtbot.keyClicks(page.toolbar.search, "ghmtw")

    assert page.toolbar.search.text() == "ghmtw"
    assert not stored()["One call a month"].hidden_on_stage


def test_what_another_program_writes_shows_without_disturbing_what_is_typed(
    qtbot, page, desk, desk_file, editor, afternoon
):
    page.wall.select([afternoon.cards[0].id])
    qtbot.keyClick(page.wall, Key.Key_Return)
    editor.selectAll()
    write(editor, "half a")
    with open_workspace(desk_file) as other:
        other.wall.add_card(afternoon.round.id, NewCard(text=said("From elsewhere")))

    qtbot.waitUntil(lambda: page.wall.surface.view.count() == 6, timeout=5000)

    assert editor.toPlainText() == "half a"
    assert editor.hasFocus()


def test_space_reads_a_card_large_and_any_key_goes_back(qtbot, page, afternoon):
    page.wall.select([afternoon.cards[0].id])
    qtbot.keyClick(page.wall, Key.Key_Space)
    shown = page.area.large.isVisible()

    qtbot.keyClick(page.area.large, Key.Key_Space)

    assert shown
    assert page.area.large.accessibleName() == "Suggestion: One call a month"
    assert not page.area.large.isVisible()
    assert page.wall.hasFocus()


def test_the_panel_says_who_wrote_and_stores_what_is_chosen(page, desk, after, afternoon):
    page.wall.select([afternoon.cards[0].id])
    page.panels.open("card")
    people = page.panels.card.author

    after(people.chosen.emit, str(afternoon.marisol.id))

    assert desk.records.get(Card, afternoon.cards[0].id).author == afternoon.marisol.id
    assert page.wall.surface.box(afternoon.cards[0].id).card.who == "Marisol"
    assert page.wall.surface.box(afternoon.cards[0].id).card.code == "RS"


def test_the_panel_changes_words_type_and_meaning(page, desk, after, afternoon):
    page.wall.select([afternoon.cards[0].id])
    page.panels.open("card")

    after(page.panels.card.edited.emit, "text", "Three calls")
    after(page.panels.card.edited.emit, "kind", "works")
    after(page.panels.card.edited.emit, "clarification", "By telephone")

    card = desk.records.get(Card, afternoon.cards[0].id)
    assert (card.text.text, card.kind, card.clarification.text) == ("Three calls", Kind.WORKS, "By telephone")


def test_the_page_speaks_another_language_at_once(page):
    use("es")
    page.retranslate()

    assert page.wall.surface.view.cards().__next__().kind_word in {"Sugerencia", "Suggestion"}
    assert page.title()
