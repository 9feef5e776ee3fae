"""Cards and indicators become evidence: by search and Enter, by Ctrl+L, by dragging; and effects are listed."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest

from facilitator.domain.cards import Card
from facilitator.domain.reflections import EffectOn, Evidence
from ui.models.evidence_list import EvidenceListModel
from ui.models.reflection_list import ReflectionListModel
from ui.presenters import reflection as presenter
from ui.presenters.evidence import evidence_items

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(room):
    return room.view.panel.evidence


def against(room):
    return room.record.second_loop.evidence_against


def test_a_search_finds_a_card_and_enter_links_it_to_the_chosen_side(room, panel, card):
    panel.aim_at("against")
    QTest.keyClicks(panel.search, "SIGNAL phone")
    room.press(Qt.Key.Key_Return)

    room.until(lambda: against(room))
    assert against(room) == (Evidence(ref=card.id),)
    room.until(lambda: room.view.diagram.zones["against"].chips)
    assert room.view.diagram.zones["against"].chips[0].line.said == str(card.text)


def test_ctrl_l_goes_to_the_search_and_from_the_list_links(room, panel, indicator):
    room.form.text("action").setFocus()
    room.press(Qt.Key.Key_L, CONTROL)
    in_search = panel.search.hasFocus()
    room.press(Qt.Key.Key_Down)
    room.press(Qt.Key.Key_L, CONTROL)

    room.until(lambda: room.record.second_loop.evidence_for)
    assert in_search
    assert room.record.second_loop.evidence_for == (Evidence(ref=indicator.id),)


def test_linking_the_same_card_twice_leaves_one(room, panel, card):
    panel.linked.emit("for", card.id)
    panel.linked.emit("for", card.id)
    room.settled()

    assert room.record.second_loop.evidence_for == (Evidence(ref=card.id),)


def test_a_card_dropped_on_the_results_is_evidence_of_them(room, panel, card):
    zone = room.view.diagram.zones["result"]
    row = panel.view.items.place_of(card.id)
    dragged: QMimeData = panel.view.items.mimeData([panel.view.items.index(row)])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    drop = QDropEvent(QPointF(5, 5), action, dragged, button, Qt.KeyboardModifier.NoModifier)

    zone.dropEvent(drop)

    room.until(lambda: room.record.evidence)
    assert room.record.evidence == (card.id,)


def test_del_on_a_chip_removes_the_evidence_and_not_the_reflection(room, panel, card):
    panel.linked.emit("for", card.id)
    room.until(lambda: room.view.diagram.zones["for"].chips)
    chip = room.view.diagram.zones["for"].chips[0]
    room.until(chip.isVisible)

    chip.setFocus()
    room.press(Qt.Key.Key_Delete)

    room.until(lambda: not room.record.second_loop.evidence_for)
    assert len(room.all()) == 1


def test_the_cross_of_a_chip_removes_it(room, panel, card):
    panel.linked.emit("result", card.id)
    room.until(lambda: room.view.diagram.zones["result"].chips)
    chip = room.view.diagram.zones["result"].chips[0]

    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 10, chip.height() // 2))

    room.until(lambda: room.record.evidence == ())


def test_what_was_seen_is_written_with_its_source(room):
    room.view.sections.assumption.open_()
    rows = room.view.sections.evidence["against"]
    room.type_into(rows.new, "Three teams stopped")
    room.press(Qt.Key.Key_Return)
    room.until(lambda: rows.rows)
    room.type_into(rows.rows[0].editors()[1], "Field notes")
    room.press(Qt.Key.Key_Return)

    room.until(lambda: against(room)[0].source)
    [seen] = against(room)
    assert (str(seen.text), seen.source) == ("Three teams stopped", "Field notes")
    assert rows.new.text() == ""


def test_what_was_written_is_linked_to_a_card(room, panel, card):
    room.view.sections.assumption.open_()
    rows = room.view.sections.evidence["against"]
    room.type_into(rows.new, "Three teams stopped")
    room.press(Qt.Key.Key_Return)
    room.until(lambda: rows.rows)

    QTest.mouseClick(rows.rows[0].link, Qt.MouseButton.LeftButton)
    QTest.keyClicks(panel.search, "signal")
    room.press(Qt.Key.Key_Return)

    room.until(lambda: against(room)[0].ref is not None)
    assert [(str(seen.text), seen.ref) for seen in against(room)] == [("Three teams stopped", card.id)]


def test_text_and_source_left_quickly_are_both_kept(room):
    room.view.sections.assumption.open_()
    rows = room.view.sections.evidence["for"]
    room.type_into(rows.new, "One case moved")
    room.press(Qt.Key.Key_Return)
    room.until(lambda: rows.rows)
    line = rows.rows[0].line

    rows.edited.emit(line, "text", "One case moved on")
    rows.edited.emit(line, "source", "Visit in May")

    room.until(lambda: room.record.second_loop.evidence_for[0].source)
    [seen] = room.record.second_loop.evidence_for
    assert (str(seen.text), seen.source) == ("One case moved on", "Visit in May")


def test_evidence_left_without_words_goes_away(room):
    room.view.sections.assumption.open_()
    rows = room.view.sections.evidence["for"]
    room.type_into(rows.new, "One case moved")
    room.press(Qt.Key.Key_Return)
    room.until(lambda: rows.rows)

    text = rows.rows[0].editors()[0]
    text.setFocus()
    text.selectAll()
    room.press(Qt.Key.Key_Delete)
    room.leave()

    room.until(lambda: not room.record.second_loop.evidence_for)


def test_effects_are_added_worded_and_removed(room):
    diagram = room.view.diagram
    diagram.effect_wanted.emit("policy")
    room.until(lambda: diagram.effects)
    room.type_into(diagram.effects[0].text, "Budget line for support")
    room.leave()
    room.until(lambda: room.record.second_loop.effects[0].text)
    room.pick_in(diagram.effects[0].on, "norm")
    room.until(lambda: room.record.second_loop.effects[0].on is EffectOn.NORM)
    worded = room.record.second_loop.effects

    QTest.mouseClick(diagram.effects[0].remove, Qt.MouseButton.LeftButton)

    room.until(lambda: not room.record.second_loop.effects)
    assert [(effect.on, str(effect.text)) for effect in worded] == [
        (EffectOn.NORM, "Budget line for support")
    ]


def test_an_effect_on_an_indicator_points_to_it(room, indicator):
    diagram = room.view.diagram
    diagram.effect_wanted.emit("indicator")
    room.until(lambda: diagram.effects)

    room.pick_in(diagram.effects[0].ref, str(indicator.id))

    room.until(lambda: room.record.second_loop.effects[0].ref is not None)
    assert room.record.second_loop.effects[0].ref == indicator.id


def test_a_card_written_meanwhile_can_be_linked_at_once(room, panel, afternoon):
    new = afternoon.card("A price board at the collection centre")

    room.desk.perform(lambda workspace: workspace.books.add(new))

    room.until(lambda: panel.view.items.place_of(new.id) >= 0)


def test_a_deleted_card_says_so_on_its_chip(room, panel, card):
    panel.linked.emit("for", card.id)
    room.until(lambda: room.view.diagram.zones["for"].chips)

    room.desk.perform(lambda workspace: workspace.books.delete(Card, card.id))

    room.until(lambda: room.view.diagram.zones["for"].chips[0].line.said == "Deleted meanwhile")


def test_the_lists_keep_the_rules_of_qts_models(qtbot, room):
    records, workshop = room.desk.records, room.desk.workshop_id
    evidence, reflections = EvidenceListModel(), ReflectionListModel()
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, fatal) for model in (evidence, reflections)]
    items = evidence_items(records, workshop, room.record, "en")
    rows = presenter.rows_of(records, workshop, "en")

    evidence.show_items(items)
    evidence.show_links({items[0].key: "for"})
    evidence.show_items(items[:1])
    reflections.show_rows(rows)
    reflections.show_rows([])

    assert evidence.rowCount() == 1
    assert "Linked as evidence for" in evidence.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert reflections.rowCount() == 0
    assert testers
