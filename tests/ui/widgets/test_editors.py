"""Text edited in place: saved as one leaves it, told once, never taken away while one types."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from ui.widgets.editors import GrowingTextEdit, InPlaceEdit
from ui.widgets.labels import label

HOSTILE = "<b>Ñandú & ¿qué?</b> 🌽 مرحبا " + "x" * 10_000


def type_text(widget, text):
    for letter in text:
        QApplication.sendEvent(
            widget, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        )


def leave(widget):
    QApplication.sendEvent(widget, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))


def test_a_field_hands_over_what_was_typed_once_it_is_left(qtbot, shown):
    field = shown(InPlaceEdit(), QLineEdit())
    field.set_value("Managua")
    field.setFocus()
    field.selectAll()
    type_text(field, "León")

    with qtbot.waitSignal(field.committed) as told:
        QTest.keyClick(field, Qt.Key.Key_Tab)

    assert told.args == ["León"]
    assert field.value == "León"


def test_a_field_that_was_not_changed_says_nothing(qtbot, shown):
    field = shown(InPlaceEdit(), QLineEdit())
    field.set_value("Managua")
    field.setFocus()

    with qtbot.assertNotEmitted(field.committed):
        QTest.keyClick(field, Qt.Key.Key_Return)
        QTest.keyClick(field, Qt.Key.Key_Tab)


def test_escape_brings_the_stored_words_back(qtbot, shown):
    field = shown(InPlaceEdit(), QLineEdit())
    field.set_value("Managua")
    field.setFocus()
    type_text(field, "ñ")

    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert field.text() == "Managua"
    with qtbot.assertNotEmitted(field.committed):
        QTest.keyClick(field, Qt.Key.Key_Tab)


def test_a_value_from_elsewhere_never_replaces_words_being_typed(qtbot, shown):
    field = shown(InPlaceEdit(), QLineEdit())
    field.set_value("Managua")
    field.setFocus()
    field.selectAll()
    type_text(field, "Estelí")

    field.set_value("Masaya")

    assert field.text() == "Estelí"
    with qtbot.waitSignal(field.committed) as told:
        QTest.keyClick(field, Qt.Key.Key_Tab)
    assert told.args == ["Estelí"]


def test_a_text_of_several_lines_is_saved_as_one_leaves_it(qtbot, shown, theme):
    field = shown(GrowingTextEdit(theme), QLineEdit())
    field.set_value("One")
    field.setFocus()
    field.selectAll()
    type_text(field, "Señal")

    with qtbot.waitSignal(field.committed) as told:
        QTest.keyClick(field, Qt.Key.Key_Tab)

    assert told.args == ["Señal"]
    with qtbot.assertNotEmitted(field.committed):
        leave(field)


def test_a_text_grows_with_its_lines_and_then_scrolls(shown, theme):
    field = shown(GrowingTextEdit(theme, lines=(1, 3)))
    heights = []
    for lines in (1, 2, 3, 4, 9):
        field.set_value("\n".join(["line"] * lines))
        heights.append(field.height())

    assert heights[0] == 36
    assert heights[0] < heights[1] < heights[2]
    assert heights[2] == heights[3] == heights[4]
    assert field.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded


def test_enter_leaves_a_text_where_that_was_asked_for_and_shift_enter_makes_a_line(qtbot, shown, theme):
    field = shown(GrowingTextEdit(theme, enter_leaves=True))
    field.setFocus()
    type_text(field, "a")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_text(field, "b")

    with qtbot.waitSignals([field.committed, field.left]):
        QTest.keyClick(field, Qt.Key.Key_Return)

    assert field.value == "a\nb"


def test_hostile_text_is_kept_exactly(shown, theme):
    field = shown(GrowingTextEdit(theme))

    field.set_value(HOSTILE)

    assert field.toPlainText() == HOSTILE
    assert label(theme, HOSTILE).text() == HOSTILE
    assert label(theme).textFormat() == Qt.TextFormat.PlainText
