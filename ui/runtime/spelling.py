"""Asks a child process which words no dictionary knows. Nothing waits for it, and the windows can do without.

The child is started when the first word is asked about, stands back behind everything else, and is given up
for the rest of the run when it ends, says nothing for too long or says what nobody asked.
"""

import json
import logging
import os
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal, Slot

from facilitator.dictionaries import dictionary
from ui.runtime.background import Background
from ui.runtime.export_job import command

log = logging.getLogger(__name__)

PATIENCE_MS: Final = 8_000
"""How long an answer may take; the usual one takes a thousandth of it."""

_NICE: Final = 10
_JUDGED: Final = 30
"""Words after which a dictionary that knows none of them is taken for rubbish."""
_MOST: Final = 20_000
"""Words that are remembered; then all are forgotten, and asked about again."""


class Speller(QObject):
    """Knows what the dictionary said of words so far. Asking returns at once."""

    told = Signal()
    """More is known of words, or suggestions have come."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background(self)
        self._spoken: tuple[str, str | None] | None = None
        self._path: Path | None = None
        self._broken: set[Path] = set()
        self._process: QProcess | None = None
        self._right: dict[str, bool] = {}
        self._instead: dict[str, tuple[str, ...]] = {}
        self._asked: set[str] = set()
        self._waiting: deque[str] = deque()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._lost_patience)

    @property
    def language(self) -> str:
        """The language of the dictionary that is there; empty for none."""
        return self._spoken[0] if self._spoken and self._path else ""

    def speak(self, language: str, country: str | None) -> None:
        """Use the dictionary of a language as it is written in a country, if there is one."""
        if (language, country) == self._spoken:
            return
        self._end()
        self._spoken, self._path = (language, country), None
        self._right, self._instead = {}, {}

        def look() -> Callable[[], None]:
            found = dictionary(language, country)
            return lambda: self._found((language, country), found)

        self._background.do(look)

    def is_wrong(self, word: str) -> bool:
        """Return whether the dictionary has said that it does not know a word."""
        return self._right.get(word) is False

    def instead_of(self, word: str) -> tuple[str, ...] | None:
        """Return what may have been meant by a word; None while that is not known."""
        return self._instead.get(word)

    def ask(self, words: Iterable[str]) -> bool:
        """Ask about words that nothing is known of; whether `told` will follow."""
        unknown = [word for word in dict.fromkeys(words) if word not in self._right]
        new = [word for word in unknown if word not in self._asked]
        if new and self._path is not None:
            self._asked |= set(new)
            self._say({"check": new})
        return bool(unknown) and self._path is not None

    def ask_instead(self, word: str) -> None:
        """Ask what may have been meant by a word."""
        if word not in self._instead and word not in self._asked and self._path is not None:
            self._asked.add(word)
            self._say({"suggest": word})

    def close(self) -> None:
        """End the child, and say nothing more."""
        self._end()
        self._path = None
        self._background.close()

    # The child

    def _found(self, spoken: tuple[str, str | None], path: Path | None) -> None:
        if spoken == self._spoken and path not in self._broken:
            self._path = path
            self.told.emit()

    def _say(self, what: dict[str, Any]) -> None:
        if self._process is None:
            self._start()
        self._waiting.append(json.dumps(what))
        if not self._patience.isActive():
            self._hand_over()

    def _start(self) -> None:
        program, *first = command()
        process = self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONIOENCODING", "utf-8:replace")
        process.setProcessEnvironment(environment)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.started.connect(self._started)
        process.readyReadStandardOutput.connect(self._read)
        process.errorOccurred.connect(self._failed)
        process.finished.connect(self._failed)
        process.start(program, [*first, "spelling", str(self._path)])
        self._patience.start()  # until it says that it is ready

    @Slot()
    def _started(self) -> None:
        if self._process is not None and hasattr(os, "setpriority"):
            with suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, self._process.processId(), _NICE)

    def _hand_over(self) -> None:
        """Ask one thing at a time, so that a slow answer is told from no answer."""
        if self._process is not None and self._waiting:
            self._patience.start()
            self._process.write(self._waiting[0].encode() + b"\n")

    @Slot()
    def _read(self) -> None:
        process = self._process
        while process is not None and process is self._process and process.canReadLine():
            line = bytes(process.readLine().data())
            try:
                self._hear(json.loads(line))
            except (ValueError, KeyError, TypeError):
                # Not what it says: that may be people's words, which have no place in a log.
                self._give_up("its child says what nobody asked")
                return
            self._patience.stop()
            self._hand_over()

    def _hear(self, said: dict[str, Any]) -> None:
        if "ready" in said:
            return
        if "error" in said:
            self._give_up(said["error"])
            return
        if not self._waiting:
            raise ValueError(said)
        asked = json.loads(self._waiting.popleft())
        if "check" in asked:
            wrong = set(said["unknown"])
            if len(self._right) > _MOST:
                self._right, self._instead = {}, {}
            self._right |= {word: word not in wrong for word in asked["check"]}
            self._asked -= set(asked["check"])
            if len(self._right) >= _JUDGED and not any(self._right.values()):
                self._give_up(f"it knows none of {len(self._right)} words")
                return
        else:
            self._instead[asked["suggest"]] = tuple(str(word) for word in said["instead"])
            self._asked.discard(asked["suggest"])
        self.told.emit()

    @Slot()
    def _failed(self) -> None:
        if self._process is not None:
            self._read()
        if self._process is not None:
            self._give_up(f"its child ended with status {self._process.exitCode()}")

    @Slot()
    def _lost_patience(self) -> None:
        self._give_up("its child does not answer")

    def _give_up(self, why: str) -> None:
        """Do without this dictionary until the program is started again."""
        if self._path is not None:
            log.warning("the dictionary %s is not used any more: %s", self._path, why)
            self._broken.add(self._path)
        self._end()
        self._path = None
        self._right, self._instead = {}, {}
        self.told.emit()

    def _end(self) -> None:
        self._patience.stop()
        self._waiting.clear()
        self._asked.clear()
        process, self._process = self._process, None
        if process is None:
            return
        process.blockSignals(True)
        process.closeWriteChannel()
        if process.state() is not QProcess.ProcessState.NotRunning:
            process.kill()
            process.waitForFinished(1000)
        process.deleteLater()
