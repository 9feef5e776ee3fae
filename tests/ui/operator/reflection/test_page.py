"""A reflection is entered as a person does it: field by field, with keys and the pointer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator import i18n
from facilitator.domain.reflections import Evidence, GapKind, Level, Reflection, Verdict
from facilitator.domain.values import LooseDate
from tests.afternoon import said
from ui.presenters.reflection_fields import FIELDS


def test_every_field_of_a_reflection_can_be_reached(room):
    assert set(room.form.fields) == FIELDS


def test_a_field_is_stored_as_it_is_left(room):
    room.type_into(room.form.text("expected_result"), "Four cases by February")
    while_typing = room.record.expected_result
    room.leave()

    room.until(lambda: room.record.expected_result is not None)
    assert while_typing is None
    assert str(room.record.expected_result) == "Four cases by February"


def test_enter_begins_the_next_point_of_a_list(room):
    room.type_into(room.form.text("first_loop.causes"), "Doubts went unanswered")
    room.press(Qt.Key.Key_Return)
    QTest.keyClicks(room.form.text("first_loop.causes"), "The guide was long")
    room.leave()

    room.until(lambda: len(room.record.first_loop.causes) == 2)
    assert [str(cause) for cause in room.record.first_loop.causes] == [
        "Doubts went unanswered",
        "The guide was long",
    ]


def test_fields_left_quickly_one_after_the_other_are_all_kept(room):
    room.write("expected_result", "Four cases")
    room.write("actual_result", "One case")
    room.write("first_loop.correction", "Monthly session")
    room.write("first_loop.due", "6/2014")
    room.pick("gap.kind", "below")

    room.until(lambda: room.record.gap.kind is GapKind.BELOW)
    record = room.record
    assert (str(record.expected_result), str(record.actual_result)) == ("Four cases", "One case")
    assert str(record.first_loop.correction) == "Monthly session"
    assert record.first_loop.due == LooseDate(2014, 6)


def test_the_level_is_shown_as_it_is_reached_with_what_the_next_one_misses(room):
    before = room.view.levels.sentence.text()
    room.write("expected_result", "Four cases")
    room.write("actual_result", "One case")
    room.write("first_loop.correction", "Monthly session")
    room.pick("gap.kind", "below")

    room.until(lambda: room.record.level is Level.SINGLE)
    room.until(lambda: room.view.levels.pills[0].look.tone == "ok")
    assert before == (
        "For a single loop, still missing: the expected result, what happened, the difference and "
        "the change to the action."
    )
    assert room.view.levels.sentence.text() == (
        "For a double loop, still missing: the assumption, evidence for or against it and the verdict."
    )


def test_a_verdict_that_asks_for_a_revision_says_so_beside_it(room):
    room.pick("second_loop.verdict", "does_not_hold")

    room.until(lambda: room.view.diagram.due.sentence)
    assert room.view.diagram.due.sentence == (
        "This verdict asks for a revision. Still missing: the revised assumption and what else changes."
    )


def test_a_date_that_no_calendar_has_is_refused_where_it_was_typed(room):
    room.write("first_loop.due", "31/2/2014")

    room.until(lambda: room.form.rows["first_loop.due"].error.sentence)
    room.write("expected_result", "Four cases")
    room.until(lambda: room.record.expected_result is not None)
    assert room.form.fields["first_loop.due"].text() == "31/2/2014"
    assert room.record.first_loop.due is None


def test_a_refused_field_is_quiet_again_once_it_is_mended(room):
    room.write("group_size", "many")
    room.until(lambda: room.form.rows["group_size"].error.sentence)

    room.write("group_size", "12")

    room.until(lambda: room.record.group_size == 12)
    room.until(lambda: not room.form.rows["group_size"].error.sentence)


def test_the_action_cannot_be_emptied(room):
    field = room.form.text("action")
    field.setFocus()
    field.selectAll()
    room.press(Qt.Key.Key_Delete)
    room.leave()

    room.until(lambda: room.form.rows["action"].error.sentence)
    assert str(room.record.action) == "We trained field teams"


def test_undo_shows_the_words_from_before(room):
    room.write("expected_result", "Four cases")
    room.until(lambda: room.record.expected_result is not None)

    room.desk.undo()

    room.until(lambda: room.record.expected_result is None)
    assert room.form.text("expected_result").toPlainText() == ""


def test_words_being_typed_stay_when_somebody_else_changes_the_reflection(room):
    room.type_into(room.form.text("expected_result"), "Four ca")

    room.desk.perform(lambda workspace: workspace.books.edit(Reflection, room.key, group_size=3))

    room.until(lambda: room.record.group_size == 3)
    room.until(lambda: room.form.shown("group_size") == "3")
    assert room.form.text("expected_result").toPlainText() == "Four ca"
    room.leave()
    room.until(lambda: str(room.record.expected_result) == "Four ca")


def test_hostile_words_are_kept_to_the_letter(room):
    field = room.form.text("actual_result")
    field.setFocus()
    for sign in "<b>&amp; ñ مرحبا 🌱":
        QApplication.sendEvent(
            field, QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign)
        )
    room.leave()

    room.until(lambda: room.record.actual_result is not None)
    assert str(room.record.actual_result) == "<b>&amp; ñ مرحبا 🌱"


# The list


def test_a_new_reflection_needs_only_its_action(room):
    room.press(Qt.Key.Key_Insert)
    nothing_yet = len(room.all())
    QTest.keyClicks(room.form.text("action"), "Quarterly meetings")
    room.leave()
    room.write("expected_result", "Payment within 15 days")

    room.until(lambda: len(room.all()) == 2 and room.all()[-1].expected_result is not None)
    made = room.all()[-1]
    assert nothing_yet == 1
    assert (str(made.action), str(made.expected_result)) == ("Quarterly meetings", "Payment within 15 days")
    assert made.session == room.record.session
    assert str(room.record.action) == "We trained field teams"


def test_escape_gives_a_reflection_up_of_which_nothing_is_written(room):
    room.press(Qt.Key.Key_Insert)
    room.press(Qt.Key.Key_Escape)
    room.settled()

    assert len(room.all()) == 1
    assert room.form.text("action").toPlainText() == "We trained field teams"


def test_words_typed_in_one_reflection_are_not_carried_into_the_next(room):
    room.press(Qt.Key.Key_Insert)
    QTest.keyClicks(room.form.text("action"), "Quarterly meetings")
    room.leave()
    room.until(lambda: len(room.all()) == 2)
    room.type_into(room.form.text("expected_result"), "Payment")

    room.view.strip.view.setFocus()
    room.press(Qt.Key.Key_Left)

    room.until(lambda: room.all()[-1].expected_result is not None)
    assert room.form.text("expected_result").toPlainText() == ""
    assert room.record.expected_result is None


def test_delete_takes_the_chosen_reflection_and_undo_brings_it_back(room):
    room.view.strip.view.setFocus()
    room.press(Qt.Key.Key_Delete)
    room.until(lambda: not room.all())
    empty = room.page.empty.isVisible()

    room.desk.undo()

    room.until(lambda: len(room.all()) == 1)
    room.until(room.view.isVisible)
    assert empty
    assert room.form.text("action").toPlainText() == "We trained field teams"


def test_delete_in_a_field_deletes_no_reflection(room):
    room.form.text("action").setFocus()
    room.press(Qt.Key.Key_Delete)
    room.leave()

    room.until(lambda: str(room.record.action) == "e trained field teams")
    assert len(room.all()) == 1


def test_a_workshop_without_reflections_offers_the_first_one(bare_room):
    page = bare_room.page
    shown = page.empty.isVisible()

    QTest.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    QTest.keyClicks(bare_room.form.text("action"), "We trained")
    bare_room.leave()

    bare_room.until(lambda: len(bare_room.all()) == 1)
    assert shown
    assert bare_room.view.isVisible()


# In full, and in both languages


def test_words_that_were_translated_are_shown_and_mended_in_the_language_of_the_screen(room):
    both = said("We trained field teams", "Capacitamos a los equipos")
    room.desk.perform(lambda workspace: workspace.books.edit(Reflection, room.key, action=both))
    room.until(lambda: room.record.action == both)
    i18n.use("es")
    room.page.retranslate()
    in_spanish = room.form.text("action").toPlainText()

    room.write("action", "Capacitamos a equipos")

    room.until(lambda: str(room.record.action) == "Capacitamos a equipos")
    assert in_spanish == "Capacitamos a los equipos"
    assert room.record.action.best("en") == "We trained field teams"


def test_a_double_loop_is_entered_in_full(room, card):
    room.write("expected_result", "Four cases")
    room.write("actual_result", "One case")
    room.pick("gap.kind", "below")
    room.write("first_loop.correction", "Monthly session")
    room.write("second_loop.governing_assumption", "A guide is enough")
    room.view.panel.evidence.linked.emit("against", card.id)
    room.pick("second_loop.verdict", "does_not_hold")
    room.until(lambda: room.record.level is Level.DOUBLE)
    room.view.sections.learning.open_()
    room.write("third_loop.about", "Teams were missing")
    room.write("third_loop.change", "Invite them")

    room.until(lambda: room.record.level is Level.TRIPLE)
    second = room.record.second_loop
    assert second.evidence_against == (Evidence(ref=card.id),)
    assert second.verdict is Verdict.DOES_NOT_HOLD
    assert [pill.look.tone for pill in room.view.levels.pills] == ["ok", "ok", "ok"]
