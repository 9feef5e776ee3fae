"""Words that no dictionary knows are marked where they are typed, in calm moments, and nothing is ever refused."""

import logging
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication

from facilitator.domain.errors import FacilitatorError
from facilitator.domain.ids import OrganisationId, new_id
from facilitator.domain.people import Organisation
from facilitator.i18n import use
from facilitator.my_words import MyWords
from tests.afternoon import Afternoon
from tests.ui.operator.run.conftest import press, type_in
from ui.operator.spelling import SpellingMarks
from ui.runtime.spelling import Speller


@pytest.fixture
def afternoon() -> Afternoon:
    return Afternoon(languages=("es",))


@pytest.fixture
def spelling(run, theme, desk, tmp_path, dictionaries):
    dictionaries.write("es_NI")
    made = SpellingMarks(run, theme, desk, MyWords(tmp_path / "words.txt"))
    yield made
    made.close()


@pytest.fixture
def field(run):
    return run.capture.frame.text


@pytest.fixture
def rests(qtbot, spelling):
    """Wait until nothing was typed for a while, and every question is answered."""

    def rested() -> None:
        qtbot.waitUntil(lambda: not spelling.speller._background.is_busy)
        qtbot.waitUntil(
            lambda: not spelling.calm.isActive() and not spelling.speller._waiting, timeout=20_000
        )

    return rested


def marked(spelling):
    return [mark.word for mark in spelling.marks]


def menu_by_key(field):
    point = field.cursorRect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, point, field.mapToGlobal(point))
    QApplication.sendEvent(field, event)


def choose(menu, words):
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def test_a_word_that_the_dictionary_does_not_know_is_underlined(spelling, field, rests):
    type_in(field, "+Falta de confiansa entre socios")

    rests()

    drawn = field.extraSelections()
    assert [each.cursor.selectedText() for each in drawn] == ["confiansa"]
    assert drawn[0].format.underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline


def test_a_screen_reader_hears_which_words_are_marked_and_no_more_once_they_are_mended(
    spelling, field, rests
):
    type_in(field, "Falta de confiansa entre socios")
    rests()
    heard = field.accessibleDescription()

    field.put("Falta de confianza entre socios")
    rests()

    assert heard == "Not in the dictionary: confiansa"
    assert field.accessibleDescription() == ""


@pytest.mark.parametrize(
    "words",
    [
        "¿Qué señal hay más entre las visitas?",
        "-Falta de reunión con Rosario Tenorio",
        "+Acopio de MARENA",
        "!Visitas el 24/11 con www.ejemplo.org o a@b.org",
        "Marisol no hay",
        "Surco con los socios",
        "Matagalpa no hay señal",
        "papelógrafo con cofinanciamiento",
        "CONFIANZA ENTRE LOS SOCIOS",
    ],
)
def test_accents_names_signs_and_the_words_of_the_workshop_are_not_marked(spelling, field, rests, words):
    type_in(field, words)

    rests()

    assert marked(spelling) == []


def test_a_name_that_is_new_in_the_workshop_is_known_at_once(spelling, field, rests, do):
    type_in(field, "Zorzalito no hay")
    rests()
    before = marked(spelling)

    do(lambda w: w.books.add(Organisation(id=OrganisationId(new_id()), name="Cooperativa Zorzalito")))
    rests()

    assert (before, marked(spelling)) == (["Zorzalito"], [])


def test_a_suggestion_is_taken_by_keyboard_and_the_cursor_stays_at_the_end(spelling, field, rests, qtbot):
    type_in(field, "Falta de confiansa entre socios")
    rests()
    qtbot.keyClick(field, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = spelling.menu.shown

    press(menu, Qt.Key.Key_Down)
    press(menu, Qt.Key.Key_Return)
    type_in(field, ", hay")

    assert field.toPlainText() == "Falta de confianza entre socios, hay"


def test_taking_a_suggestion_can_be_undone(spelling, field, rests):
    type_in(field, "Falta de confiansa entre socios")
    rests()
    menu_by_key(field)

    choose(spelling.menu.shown, "confianza")
    field.undo()

    assert field.toPlainText() == "Falta de confiansa entre socios"


def test_a_word_added_to_my_words_is_known_in_every_workshop_until_it_is_taken_out(
    spelling, field, rests, tmp_path
):
    type_in(field, "Falta de bocachi entre socios")
    rests()

    menu_by_key(field)
    choose(spelling.menu.shown, "Add “bocachi” to my words")
    rests()
    known = (marked(spelling), MyWords(tmp_path / "words.txt").words)
    cursor = field.textCursor()
    cursor.setPosition(11)
    field.setTextCursor(cursor)
    menu_by_key(field)
    choose(spelling.menu.shown, "Take “bocachi” out of my words")
    rests()

    assert known == ([], frozenset({"bocachi"}))
    assert marked(spelling) == ["bocachi"]


def test_the_field_keeps_its_own_menu_below(spelling, field, rests):
    type_in(field, "Falta de confiansa entre")
    rests()

    menu_by_key(field)

    offered = [action.text() for action in spelling.menu.shown.actions() if action.isVisible()]
    assert offered[:3] == ["confianza", "", "Add “confiansa” to my words"]
    assert any("Ctrl+V" in words for words in offered)
    spelling.menu.shown.close()


def test_the_word_being_typed_is_left_alone_until_it_is_finished(spelling, field, rests, qtbot):
    type_in(field, "Falta confiansa")
    qtbot.waitUntil(lambda: spelling.speller.is_wrong("confiansa"), timeout=10_000)
    while_typing = marked(spelling)

    rests()

    assert (while_typing, marked(spelling)) == ([], ["confiansa"])


def test_where_there_is_no_dictionary_nothing_is_marked_and_no_child_is_started(
    dictionaries, spelling, field, rests
):
    dictionaries.write("es_NI").rename(dictionaries.path / "fr_FR.aff")
    spelling.speller.speak("es", None)
    type_in(field, "Xyzzy de confiansa")

    rests()

    assert marked(spelling) == []
    assert spelling.speller._process is None


def test_a_text_in_another_language_is_not_marked_all_over(spelling, field, rests):
    type_in(field, "We never reached the northern buyers in time")

    rests()

    assert marked(spelling) == []


def test_enter_stores_a_card_with_unknown_words_as_it_was_typed(spelling, enter, cards, field, rests):
    type_in(field, "-Falta de confiansa")
    rests()

    enter("")

    assert cards() == [("difficulty", "Falta de confiansa")]
    rests()
    assert marked(spelling) == []


def test_keys_ask_the_dictionary_nothing_while_they_come(spelling, field, rests):
    rests()

    for letter in "Falta de confiansa entre los socios":
        type_in(field, letter)

    assert spelling.speller._process is None
    assert spelling.speller._right == {}


def test_a_field_that_is_left_has_its_own_menu_and_no_marks_again(spelling, run, field, rests):
    type_in(field, "Falta de confiansa entre")
    rests()

    run.stream.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    run.capture.frame.who.line.setFocus()

    assert field.extraSelections() == []
    assert field.contextMenuPolicy() is Qt.ContextMenuPolicy.DefaultContextMenu


def test_a_translation_is_not_held_against_the_workshops_language(spelling, field, rests):
    field.setProperty("tongue", "en")
    type_in(field, "Weekly calls")

    rests()

    assert marked(spelling) == []


def test_an_error_of_the_bar_is_not_spoken_over(spelling, run, field, rests):
    type_in(field, "Falta de confiansa entre")
    run.capture._say_error(FacilitatorError("no-session-runs"))
    said = field.accessibleDescription()

    rests()

    assert said
    assert field.accessibleDescription() == said


def test_the_menu_speaks_the_language_of_the_screen(spelling, field, rests):
    use("es")
    type_in(field, "Falta de confiansa entre")
    rests()

    menu_by_key(field)

    assert spelling.menu.shown.actions()[0].text() == "confianza"
    spelling.menu.shown.close()


HOSTILE = {
    "nothing": ("", ""),
    "no counts": ("SET UTF-8\nSFX S Y 99999999\nSFX S 0 s .\n", "falta/S\n"),
    "no encoding": ("SET \x00\xff\nFLAG num\n", "falta/-1,99999\n"),
    "rubbish": ("".join(chr(33 + n * 7919 % 4000) for n in range(3000)), "AF " * 900),
    "eats itself": ("SET UTF-8\nCOMPOUNDRULE 1\nCOMPOUNDRULE (a)*(a)*(a)*(a)*(a)*(a)*\n", "falta/a\nde/a\n"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_broken_dictionary_stops_nobody(dictionaries, spelling, enter, cards, field, rests, kind):
    affixes, words = HOSTILE[kind]
    (dictionaries.path / "es_NI.aff").write_text(affixes, encoding="utf-8")
    (dictionaries.path / "es_NI.dic").write_text(words, encoding="utf-8")
    spelling.speller.speak("es", "SV")

    type_in(field, "Falta de confiansa entre socios")
    rests()
    menu_by_key(field)
    spelling.menu.shown.close()
    enter("")
    enter("Falta de señal")

    assert [words for _kind, words in cards()] == ["Falta de confiansa entre socios", "Falta de señal"]


def test_a_dictionary_that_brings_its_child_down_is_given_up_and_logged(
    spelling, field, rests, qtbot, caplog
):
    type_in(field, "Falta de confiansa entre")
    rests()

    with caplog.at_level(logging.WARNING):
        spelling.speller._process.kill()
        qtbot.waitUntil(lambda: not spelling.speller.language, timeout=10_000)
    type_in(field, " socios malisimos")
    rests()

    assert marked(spelling) == []
    assert field.extraSelections() == []
    assert "es_NI.aff" in caplog.text


def test_a_dictionary_that_never_answers_is_given_up(spelling, field, rests, qtbot, monkeypatch):
    monkeypatch.setattr(
        "ui.runtime.spelling.command", lambda: [sys.executable, "-c", "import time; time.sleep(60)"]
    )
    spelling.speller._patience.setInterval(50)
    type_in(field, "Falta de confiansa entre")

    rests()
    qtbot.waitUntil(lambda: not spelling.speller.language, timeout=10_000)

    assert spelling.speller._process is None


def test_a_dictionary_that_knows_no_word_is_given_up(dictionaries, qtbot, caplog):
    dictionaries.write("es_NI", words="qqq", affixes="SET UTF-8\n")
    speller = Speller()
    speller.speak("es", "NI")
    qtbot.waitUntil(lambda: bool(speller.language))

    with caplog.at_level(logging.WARNING):
        speller.ask([f"palabra{letter}" for letter in "abcdefghijklmnopqrstuvwxyzáéíóú"])
        qtbot.waitUntil(lambda: not speller.language, timeout=10_000)

    assert "it knows none of 31 words" in caplog.text
    assert "palabra" not in caplog.text
    speller.close()


def test_a_dictionary_in_an_old_encoding_knows_its_accents(dictionaries, qtbot):
    dictionaries.write("es_ES", affixes="SET ISO8859-1\n", words="señal reunión", encoding="latin-1")
    speller = Speller()
    speller.speak("es", "NI")
    qtbot.waitUntil(lambda: bool(speller.language))

    speller.ask(["señal", "senial", "reunión", "日本"])
    qtbot.waitUntil(lambda: not speller._waiting, timeout=10_000)

    assert [word for word in ("señal", "senial", "reunión", "日本") if speller.is_wrong(word)] == ["senial"]
    speller.close()


def test_the_room_sees_no_marks(qtbot, run, director, spelling, enter, field, rests):
    enter("Falta de confiansa")
    director.show("cards")
    preview = director.preview()
    qtbot.addWidget(preview)
    preview.resize(480, 270)
    before = preview.grab().toImage()

    run._cards.act_on_current("edit", newest=True)
    rests()

    assert marked(spelling) == ["confiansa"]
    assert preview.grab().toImage() == before


def test_suggestions_that_come_while_the_menu_is_open_are_put_into_it(qtbot, spelling, field, rests):
    type_in(field, "Falta de confiansa entre")
    rests()
    spelling.speller._instead.clear()
    menu_by_key(field)
    waiting = spelling.menu.shown.actions()[0].text()

    qtbot.waitUntil(lambda: spelling.menu.shown.actions()[0].text() == "confianza", timeout=10_000)
    shown = [action.text() for action in spelling.menu.shown.actions() if action.isVisible()]
    spelling.menu.shown.close()
    spelling.speller.told.emit()

    assert waiting == "Looking for suggestions"
    assert waiting not in shown
