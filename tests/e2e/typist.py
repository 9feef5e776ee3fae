"""A note-taker in a process of their own, who types at the real window until the lights go out.

`python -m tests.e2e.typist DATABASE letters|wall|cards`: says on a line of its own what happened, and when.
"""

import sys
import time
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.bootstrap import open_workspace
from facilitator.settings import Settings
from ui.app import Program, make_application

LETTER_MS = 15
LETTERS = "también dicen así "
CARD_MS = 50
"""Twenty cards a second."""


def say(*facts: object) -> None:
    """Say something on a line, with the time of this machine's steady clock."""
    print(time.monotonic(), *facts, flush=True)


class Typist(QObject):
    """Begins as soon as the capture bar takes keys."""

    def __init__(self, program: Program, what: str) -> None:
        super().__init__(program)
        self._program, self._what = program, what
        self._typed = ""
        self._cards = 0
        self._timer = QTimer(self, interval=10)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        page = self._program.window.current_page
        if page is None or page.key != "run" or not self._program.desk.ready:
            return
        self._timer.stop()
        self._timer.timeout.disconnect()
        self._bar = page.capture  # type: ignore[attr-defined]  # the page of that key is Run
        self._text: QWidget = self._bar.frame.text
        self._text.setFocus()
        if self._what == "wall":
            self._write_on_wall()
        if self._what in {"letters", "wall"}:
            self._timer.setInterval(LETTER_MS)
            self._timer.timeout.connect(self._type_letter)
        else:
            self._timer.setInterval(CARD_MS)
            self._timer.setTimerType(Qt.TimerType.PreciseTimer)
            self._timer.timeout.connect(self._type_card)
            self._bar.outbox.stored.connect(lambda entry: say("stored", entry.text))
        say("begins")
        self._timer.start()

    def _write_on_wall(self) -> None:
        self._program.window.show_page("cards")
        wall = self._program.window.page("cards").wall  # type: ignore[attr-defined]  # that page is Cards
        QTest.keyClick(wall, Qt.Key.Key_Insert)
        self._text = wall.writing.card.words

    def _type_letter(self) -> None:
        letter = LETTERS[len(self._typed) % len(LETTERS)]
        self._typed += letter
        self._key(letter)
        say("typed", len(self._typed))

    def _type_card(self) -> None:
        for letter in f"T{self._cards}":
            self._key(letter)
        QTest.keyClick(self._text, Qt.Key.Key_Return)
        self._cards += 1

    def _key(self, letter: str) -> None:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(self._text, event)


def main() -> None:
    """Type until somebody ends the process."""
    place, what = sys.argv[1:]
    application = make_application()
    settings = Settings(language="es", scheme="light", reduced_motion=True)
    program = Program(application, partial(open_workspace, place), settings=settings, place=place)
    typist = Typist(program, what)
    program.start()
    application.exec()
    del typist


if __name__ == "__main__":
    main()
