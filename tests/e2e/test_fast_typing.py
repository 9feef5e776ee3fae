"""Twenty cards a second from a key script, with ten thousand in the workshop: none lost, none out of order."""

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest

from facilitator.bootstrap import open_workspace
from facilitator.domain.cards import Card
from facilitator.domain.values import Text
from facilitator.services.wall import NewCard
from tests.e2e.keyboard import Keyboard

CARDS = 10_000
TYPED = 100
EVERY_MS = 50


@pytest.fixture
def full(afternoon, desk_file, desk_clock):
    """The small workshop with ten thousand cards, a tenth of them on the board that is typed to."""
    others = [afternoon.loops, afternoon.plans, afternoon.close]
    with open_workspace(desk_file, desk_clock) as workspace:
        workspace.books.add(*afternoon.records())
        for place, session in enumerate((afternoon.round, *others)):
            count = CARDS // 10 if not place else CARDS * 3 // 10
            new = [NewCard(text=Text(f"Earlier {place}.{n}", "en")) for n in range(count)]
            workspace.wall.add_cards(session.id, new)
        workspace.running.start_session(afternoon.round.id)
    return afternoon


class KeyScript(QObject):
    """Types a card whenever the clock of the machine says so, whatever the program is doing."""

    def __init__(self, keyboard, parent):
        super().__init__(parent)
        self._keyboard = keyboard
        self.typed = []
        self._timer = QTimer(self, interval=EVERY_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._type)
        self._timer.start()

    def _type(self):
        words = f"Número {len(self.typed)} de la ronda"
        self._keyboard.type(words)
        QTest.keyClick(self._keyboard.target(), Qt.Key.Key_Return)
        self.typed.append(words)
        if len(self.typed) == TYPED:
            self._timer.stop()


def test_twenty_cards_a_second_are_all_stored_in_the_order_typed(qtbot, start, full):
    program = start()
    qtbot.waitUntil(lambda: program.window.current_page is not None and program.desk.ready, timeout=20_000)
    program.stage.toggle_stage()
    program.stage.show("cards")
    page = program.window.page("run")
    qtbot.waitUntil(page.capture.frame.text.hasFocus)
    began = len(program.desk.records.where(Card, board=full.board.id))

    script = KeyScript(Keyboard(qtbot, program.window), program)
    qtbot.waitUntil(lambda: len(script.typed) == TYPED, timeout=60_000)
    qtbot.waitUntil(lambda: not page.capture.outbox.waiting, timeout=20_000)

    cards = sorted(program.desk.records.where(Card, board=full.board.id), key=lambda card: card.position)
    assert len(program.desk.records.where(Card)) == CARDS + TYPED
    assert [card.text.text for card in cards[began:]] == script.typed
    assert page.capture.text == ""
    shown = [card.text for card in page.stream.model.cards[:TYPED]]
    assert shown == script.typed[::-1]
