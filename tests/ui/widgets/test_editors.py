"""Text edited in place: saved as one leaves it, told once, never taken away while one types."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from ui.theme.theme import Theme
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


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
@settings(suppress_health_check=list(HealthCheck))
def test_words_that_nobody_touched_are_never_stored_anew(qapp, words):
    told = []
    theme = Theme("light")
    for field in (InPlaceEdit(), GrowingTextEdit(theme)):
        field.committed.connect(told.append)
        field.set_value(words)
        field.commit()
        field.replace("other")
        field.replace(words)
        field.commit()

    assert told == []


def test_a_line_longer_than_qt_shows_by_itself_is_not_cut(shown):
    field = shown(InPlaceEdit())

    field.set_value("x" * 40_000)

    assert len(field.text()) == 40_000


def test_typing_beside_a_hard_space_leaves_it_hard(qtbot, shown, theme):
    field = shown(GrowingTextEdit(theme), QLineEdit())
    field.set_value("10\u00a0000 córdobas")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End)
    type_text(field, ".")

    with qtbot.waitSignal(field.committed) as told:
        QTest.keyClick(field, Qt.Key.Key_Tab)

    assert told.args == ["10\u00a0000 córdobas."]
