"""A note-taker at the keyboard of a small laptop, in Spanish: what the capture bar promises, key by key."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QColor, QGuiApplication, QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from facilitator.domain.cards import Card, CardStatus
from facilitator.domain.notes import Photo
from facilitator.i18n import use
from tests.afternoon import Afternoon
from tests.e2e.keyboard import Keyboard


@pytest.fixture
def afternoon() -> Afternoon:
    return Afternoon(languages=("es", "en"))


class NoteTaker:
    """Who types, and looks at what is stored and shown."""

    def __init__(self, qtbot, program, board):
        self.qtbot, self.program, self.desk, self.board = qtbot, program, program.desk, board
        self.keys = Keyboard(qtbot, program.window)
        self.run = program.window.page("run")
        self.bar = self.run.capture

    def settle(self):
        self.qtbot.waitUntil(lambda: not self.bar.outbox.waiting and self.desk.all_stored)

    def enter(self, words):
        self.keys.type(words)
        self.keys.press("Return")
        self.settle()

    def cards(self):
        found = [
            c for c in self.desk.records.where(Card, board=self.board.id) if c.status is CardStatus.ACTIVE
        ]
        return [(card.kind.value, card.text.text) for card in sorted(found, key=lambda card: card.came)]

    def paste(self, words):
        data = QMimeData()
        data.setText(words)
        QGuiApplication.clipboard().setMimeData(data)
        self.keys.press("Ctrl+V")

    def open_page(self, key):
        """Go to a page by the rail."""
        rail = self.program.window.rail
        self.keys.go_into(rail)
        self.keys.press("Home")
        while not rail.item(key).hasFocus():
            self.keys.press("Down")
        self.keys.press("Return")
        self.qtbot.waitUntil(lambda: self.program.window.current_page.key == key)
        return self.program.window.page(key)

    def begin(self, preedit):
        """Press a dead key: an input method shows it and waits."""
        QApplication.sendEvent(self.keys.target(), QInputMethodEvent(preedit, []))

    def finish(self, letter):
        """Press the key after it: the letter that both make is typed."""
        done = QInputMethodEvent()
        done.setCommitString(letter)
        QApplication.sendEvent(self.keys.target(), done)

    def draft(self):
        """Return the half-typed words that are on disk."""
        with self.qtbot.waitCallback() as answered:
            self.desk.ask(lambda workspace: workspace.drafts(), answered)
        return next((draft.text for draft in answered.args[0] if draft.place.startswith("capture/")), "")


@pytest.fixture
def taker(qtbot, start, afternoon, store):
    store(afternoon.records(), run=afternoon.round.id)
    program = start()
    program.window.resize(1366, 768)
    qtbot.waitUntil(lambda: program.window.current_page is not None and program.desk.ready)
    program.apply(program.settings.changed(language="es"))
    qtbot.waitUntil(program.window.page("run").capture.frame.text.hasFocus)
    made = NoteTaker(qtbot, program, afternoon.board)
    yield made
    use("en")


def test_signs_and_keys_set_the_kind_and_accents_are_composed(taker):
    taker.enter("+Más visitas")
    taker.enter("-Sin señal")
    taker.enter("¿Quién convoca?")
    taker.enter("?Quién llama")
    taker.enter("¡Más acción!")
    taker.enter("!Llamar cada mes")
    taker.keys.press("Ctrl+2")
    taker.enter("Año sin cosecha")
    taker.enter("Averiguación")

    assert taker.cards() == [
        ("works", "Más visitas"),
        ("difficulty", "Sin señal"),
        ("question", "¿Quién convoca?"),
        ("question", "Quién llama"),
        ("suggestion", "¡Más acción!"),
        ("suggestion", "Llamar cada mes"),
        ("difficulty", "Año sin cosecha"),
        ("note", "Averiguación"),
    ]


def test_who_said_it_is_named_by_the_first_letters_and_two_keys(taker, afternoon):
    taker.keys.type("Preguntar al comprador")
    taker.keys.press("Tab")
    taker.keys.type("mari")
    taker.keys.press("Down", "Return")
    taker.settle()

    [card] = taker.desk.records.where(Card)
    assert card.author == afternoon.marisol.id
    assert taker.keys.target() is taker.bar.frame.text


def test_a_dead_key_waits_through_autosave_a_stored_card_and_a_pause(taker, qtbot, afternoon):
    taker.enter("Antes")
    taker.keys.type("reflexi")
    taker.begin("´")
    qtbot.waitUntil(lambda: taker.draft() == "reflexi", timeout=3000)
    taker.desk.perform(lambda workspace: workspace.running.pause(afternoon.round.id))
    taker.settle()
    waiting = taker.bar.frame.text.document().firstBlock().layout().preeditAreaText()

    taker.finish("ó")
    taker.enter("n")

    assert waiting == "´"
    assert taker.cards()[-1] == ("note", "reflexión")


def test_a_list_from_a_word_processor_becomes_cards_after_one_enter(taker):
    taker.paste("• Más visitas\n• Menos papeles\n\n·\tUna lista")
    asked = taker.bar.several.accessibleName()

    taker.keys.press("Return")
    taker.settle()

    assert "3" in asked
    assert [words for _kind, words in taker.cards()] == ["Más visitas", "Menos papeles", "Una lista"]


def test_the_kinds_stay_on_one_line_while_the_bar_grows_and_asks(taker, qtbot):
    row = taker.bar.kinds
    taker.keys.type("Una tarjeta que necesita tres líneas en una computadora pequeña, " * 2)
    taker.paste("Una\nDos")
    qtbot.waitUntil(lambda: taker.bar.frame.text.minimumHeight() > 60)

    parts = [*row._chips, row.pin]
    assert {part.y() for part in parts} == {0}
    assert [part.x() for part in parts] == sorted({part.x() for part in parts})
    assert row._cap.isHidden() or row._cap.width() < 60


def test_same_as_is_answered_by_tab_and_space_and_keeps_the_other_words(taker, qtbot):
    taker.enter("Hace falta más seguimiento a los acuerdos")
    taker.enter("Más seguimiento de los acuerdos hace falta")
    same = taker.run._cards._same_as.offer
    qtbot.waitUntil(lambda: same.is_open, timeout=5000)

    taker.keys.press("Tab", "Tab", "Space")
    taker.settle()

    every = taker.desk.records.where(Card)
    assert [words for _kind, words in taker.cards()] == ["Hace falta más seguimiento a los acuerdos"]
    assert sorted(card.status for card in every) == [CardStatus.ACTIVE, CardStatus.MERGED]
    assert "Más seguimiento de los acuerdos hace falta" in {card.text.text for card in every}


def test_what_the_bar_asks_above_it_is_reached_by_shift_and_tab(taker):
    taker.paste("Una\nDos")

    taker.keys.press("Shift+Tab", "Space")

    assert taker.bar.text == "Una\nDos"
    assert not taker.bar.several.is_open


def test_up_opens_the_last_card_and_enter_keeps_what_it_said_in_its_history(taker, qtbot):
    taker.enter("Seguimeinto")
    taker.keys.press("Up", "Ctrl+A")
    taker.enter("Seguimiento mensual")
    [card] = taker.desk.records.where(Card)

    with qtbot.waitCallback() as answered:
        taker.desk.ask(lambda workspace: workspace.tracing.of_card(card.id), answered)

    assert card.text.text == "Seguimiento mensual"
    assert "Seguimeinto" in str(answered.args[0])


def test_a_card_carries_a_photo_and_a_translation_given_by_keys(taker, qtbot):
    taker.enter("Más visitas")
    [card] = taker.desk.records.where(Card)
    image = QImage(320, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#92DFB4"))

    taker.keys.go_into(taker.run.stream)
    taker.keys.press("Home")
    QGuiApplication.clipboard().setImage(image)
    taker.keys.press("Ctrl+V")
    qtbot.waitUntil(lambda: bool(taker.desk.records.where(Photo)), timeout=10_000)
    page = taker.open_page("cards")
    taker.keys.reach(page.wall)
    taker.keys.press("Home", "Space")
    taker.keys.press("Esc")
    taker.keys.press("Ctrl+A", "L")
    qtbot.waitUntil(lambda: taker.keys.target().accessibleName().startswith("Traducción"))
    taker.keys.type("More visits")
    taker.keys.press("Tab")
    taker.settle()

    assert [photo.of for photo in taker.desk.records.where(Photo)] == [card.id]
    assert taker.desk.records.get(Card, card.id).text.translated("en") == "More visits"
