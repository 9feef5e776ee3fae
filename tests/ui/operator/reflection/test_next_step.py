"""What follows from a reflection: the work plan, the theory of change, the stage, the review."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.domain.change_theory import Assumption
from facilitator.domain.plans import WorkItem
from facilitator.domain.reflections import ReviewOutcome
from facilitator.domain.stage import ReflectionView


def test_the_correction_becomes_a_work_plan_item_once(room):
    room.write("first_loop.correction", "Monthly session")
    room.press(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    room.until(lambda: room.desk.records.where(WorkItem))
    room.press(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    room.settled()

    [item] = room.desk.records.where(WorkItem)
    assert str(item.activity) == "Monthly session"
    room.until(room.view.panel.next_step.in_plan.isVisible)
    assert item.code in room.view.panel.next_step.in_plan.accessibleName()
    assert not room.view.panel.next_step.send.isVisible()


def test_open_leads_to_the_activity_in_the_work_plan(room):
    room.type_into(room.form.text("first_loop.correction"), "Monthly session")
    QTest.mouseClick(room.view.panel.next_step.send, Qt.MouseButton.LeftButton)
    room.until(room.view.panel.next_step.in_plan.isVisible)

    with room.qtbot.waitSignal(room.page.record_wanted) as wanted:
        QTest.mouseClick(room.view.panel.next_step.in_plan.open, Qt.MouseButton.LeftButton)

    assert wanted.args == ["work_plan", room.record.first_loop.work_item, ""]


def test_without_a_correction_the_key_says_what_is_missing(room):
    room.press(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)

    room.until(lambda: room.view.panel.next_step.trouble.sentence)
    assert room.desk.records.where(WorkItem) == []


def test_a_revision_of_the_theory_of_change_shows_its_new_version(room, assumption):
    room.view.sections.assumption.open_()
    room.pick("second_loop.assumption_ref", str(assumption.id))
    room.pick("second_loop.verdict", "does_not_hold")
    room.write("second_loop.revised_assumption", "Training with accompaniment")
    room.view.diagram.effect_wanted.emit("theory_of_change")

    room.until(lambda: room.desk.records.where(Assumption, previous=assumption.id))
    [made] = room.desk.records.where(Assumption, previous=assumption.id)
    assert (str(made.text), made.version) == ("Training with accompaniment", 2)
    room.until(room.view.sections.version_note)
    assert room.view.sections.version_note() == ("Version 2 of the assumption: “Training with accompaniment”")


def test_the_stage_shows_the_open_reflection_and_fills_in_as_fields_are_left(room):
    room.page.show_on_stage()
    room.write("expected_result", "Four cases")

    room.until(lambda: room.record.expected_result is not None)
    view = room.stage.view
    assert isinstance(view, ReflectionView)
    assert view.first.action.text == "We trained field teams"
    room.until(lambda: room.stage.view.first.expected.text == "Four cases")


def test_the_review_is_entered_later_with_its_day(room):
    room.view.sections.review.open_()
    room.pick("review.outcome", "confirmed")
    room.write("review.text", "All four cases test")
    room.write("review.on", "30 Jun 2014")

    room.until(lambda: room.record.review is not None and room.record.review.on is not None)
    review = room.record.review
    assert (review.outcome, str(review.text)) == (ReviewOutcome.CONFIRMED, "All four cases test")
    assert review.on.isoformat() == "2014-06-30"
