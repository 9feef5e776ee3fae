"""The room reads a reflection as it grows: field by field, after Enter, never letter by letter."""

from PySide6.QtCore import Qt


def test_while_a_field_is_typed_the_room_sees_nothing_of_it_and_after_enter_all_of_it(room):
    room.page.show_on_stage()
    seen = []
    room.stage.view_changed.connect(lambda view: seen.append(view.first.expected.text))

    room.type_into(room.form.fields["expected_result"], "Four cases")
    room.settled()
    typing = list(seen)
    room.press(Qt.Key.Key_Return)
    room.until(lambda: seen and seen[-1] == "Four cases")

    assert set(typing) <= {""}
    assert set(seen) <= {"", "Four cases"}


def test_enter_in_a_list_shows_the_point_to_the_room_and_begins_the_next(room):
    room.page.show_on_stage()
    causes = room.form.fields["first_loop.causes"]

    room.type_into(causes, "Doubts went unanswered")
    room.press(Qt.Key.Key_Return)
    room.until(lambda: [cause.text for cause in room.stage.view.first.causes] == ["Doubts went unanswered"])

    assert causes.hasFocus()
    assert causes.toPlainText() == "Doubts went unanswered\n"
