"""All about one card: its translation, its history, and what it is evidence of."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from facilitator.domain.cycles import Workshop
from facilitator.domain.ids import ReflectionId, new_id
from facilitator.domain.reflections import Reflection
from tests.afternoon import said

Key = Qt.Key


@pytest.fixture
def panel(page, afternoon):
    page.wall.select([afternoon.cards[0].id])
    page.panels.open("card")
    return page.panels.card


@pytest.fixture
def told(qtbot, panel):
    """Wait for a history of so many steps and return it, newest first."""

    def wait(count):
        qtbot.waitUntil(lambda: len(panel.history.lines) == count)
        return panel.history.lines

    return wait


def test_one_key_leads_to_the_field_where_a_card_is_translated(qtbot, page, stored, after, afternoon):
    page.wall.select([afternoon.cards[0].id])

    qtbot.keyClick(page.wall, Key.Key_L)
    field = page.panels.card.translation
    qtbot.keyClicks(field, "Una llamada al mes")
    after(page.wall.setFocus)

    text = stored()["One call a month"].text
    assert page.panels.card.rows["translation"].field is field
    assert text.translated("es") == "Una llamada al mes"
    assert text.text == "One call a month"


def test_an_emptied_translation_is_taken_away(page, panel, stored, after):
    after(panel.edited.emit, "translation", "Una llamada al mes")

    after(panel.edited.emit, "translation", "")

    assert stored()["One call a month"].text.translations == ()


def test_a_workshop_in_three_languages_lets_one_choose_that_of_the_translation(
    page, desk, panel, stored, after, afternoon
):
    languages = {"languages": ("en", "es", "pt")}
    after(desk.perform, lambda w: w.books.edit(Workshop, afternoon.workshop.id, **languages))
    page._boards.follow()

    panel.tongue.set_key("pt")
    panel.tongue.chosen.emit("pt")
    after(panel.edited.emit, "translation", "Uma chamada por mês")

    assert panel.tongue.isVisible()
    assert panel.rows["translation"].field is panel.translation
    assert stored()["One call a month"].text.translated("pt") == "Uma chamada por mês"
    assert panel.translation.toPlainText() == "Uma chamada por mês"


def test_the_translation_is_found_and_read_large_beside_the_words(page, panel, after, afternoon):
    after(panel.edited.emit, "translation", "Una llamada al mes")

    page.toolbar.search.setText("llamada")
    page.wall.setFocus()
    page._authoring.read_large()

    assert page.wall.surface.state.passing == {afternoon.cards[0].id}
    assert "Una llamada al mes" in page.area.large.accessibleName()


def test_every_edit_keeps_what_was_said_before_and_undo_is_told_as_undone(
    page, desk, panel, after, told, afternoon
):
    told(1)
    after(panel.edited.emit, "text", "One call a week")
    after(desk.undo)

    undone, reworded, _first = told(3)

    assert undone.what.startswith("Undone: ")
    assert undone.before == "One call a week"
    assert reworded.before == "One call a month"


def test_cards_of_an_anonymous_board_have_no_history(qtbot, page, panel, after, told, afternoon):
    told(1)
    after(page.board_bar.mode_chosen.emit, "anonymous")
    page.wall.select([afternoon.cards[1].id])

    page.wall.select([afternoon.cards[0].id])

    assert panel.history.lines == ()
    assert panel.history.isHidden()


def test_selected_cards_become_evidence_of_a_reflection_in_one_step(page, desk, after, afternoon):
    reflection = Reflection(
        id=ReflectionId(new_id()),
        workshop=afternoon.workshop.id,
        session=afternoon.loops.id,
        action=said("We trained teams"),
    )
    after(desk.perform, lambda workspace: workspace.reflecting.begin(reflection))
    page.wall.select([card.id for card in afternoon.cards[:2]])

    menu = QMenu(page)
    page._menus._evidence.fill(menu)
    [offered] = menu.actions()
    against = offered.menu().actions()[1]
    after(against.trigger)
    linked = desk.records.get(Reflection, reflection.id).second_loop.evidence_against
    after(desk.undo)

    assert offered.text() == "We trained teams"
    assert {row.ref for row in linked} == {card.id for card in afternoon.cards[:2]}
    assert desk.records.get(Reflection, reflection.id).second_loop.evidence_against == ()
