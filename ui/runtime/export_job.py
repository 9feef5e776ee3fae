"""Writes minutes in the background: the program's own command as a child process of low priority.

The window never waits for it (technology.md, section 7). What the child says line by line is described at
`facilitator.cli.documents.write_minutes`. Ending the child cancels; no half-written file is left behind.
"""

import json
import logging
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import field
from pathlib import Path
from typing import Any, ClassVar, Final
from uuid import UUID

from PySide6.QtCore import (
    QCoreApplication,
    QElapsedTimer,
    QObject,
    QProcess,
    QProcessEnvironment,
    QTimer,
    Signal,
    Slot,
)

from exports.report import CharacterWarning, WarningKind
from facilitator.domain.errors import CannotOpen, CannotWrite, FacilitatorError
from facilitator.domain.frozen import dataclass
from facilitator.i18n import language
from facilitator.paths import DATABASE_VARIABLE
from ui.runtime.export_orders import EverythingOrder, ExportOrder, Order, WallOrder

__all__ = ["EverythingOrder", "ExportJob", "ExportOrder", "ToldGap", "WallOrder", "Written", "command"]

log = logging.getLogger(__name__)

PATIENCE_MS: Final = 2000
"""Milliseconds that the child has to end by itself once it is told to."""

PROGRESS_MS: Final = 50
"""Milliseconds at least between two steps that are told; the last one is always."""

_NICE: Final = 10
"""How far the child stands back behind everything that a person waits for (POSIX)."""


@dataclass(frozen=True, slots=True)
class ToldGap:
    """Something that the records lack: the gap's key, the list and the record it is in, its own words."""

    key: str
    of: str
    record: UUID
    what: str


@dataclass(frozen=True, slots=True)
class Written:
    """A document that stands complete at `path`, what it could not print as written, what it lacks.

    `pages` is 0 where there are none; `files` counts those of a folder, and `empty` names the documents that
    are not in it because nothing is recorded for them.
    """

    path: Path
    pages: int = 0
    warnings: tuple[CharacterWarning, ...] = ()
    gaps: tuple[ToldGap, ...] = ()
    files: int = 1
    empty: tuple[str, ...] = ()


@dataclass(slots=True)
class _Told:
    """What the child has said so far."""

    pages: int = 0
    files: int = 1
    empty: list[str] = field(default_factory=list)
    warnings: list[CharacterWarning] = field(default_factory=list)
    gaps: list[ToldGap] = field(default_factory=list)
    details: dict[str, Any] = field(default_factory=dict)
    error: str = ""
    done: bool = False

    def count(self, word: str, done: int) -> None:
        """Remember how many pages there are; parts are told only to be seen."""
        if word == "page":
            self.pages = done


def command() -> list[str]:
    """Return how this program starts itself: the frozen program, or Python with its module."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "facilitator"]


class ExportJob(QObject):
    """One document after another: after `start`, one of `finished`, `failed` and `cancelled` follows once."""

    progress = Signal(int, int)
    """Pages, parts or files written, and how many are expected (never fewer)."""

    finished = Signal(object)
    """A Written: the file is complete."""

    failed = Signal(object)
    """A FacilitatorError: no file was written, an earlier one is as it was."""

    cancelled = Signal()
    """The child was ended before it was done; no file was written."""

    _targets: ClassVar[set[Path]] = set()

    def __init__(self, place: str, parent: QObject | None = None) -> None:
        """Take the database's file or address."""
        super().__init__(parent)
        self._place = place
        self._process: QProcess | None = None
        self._order: Order | None = None
        self._told = _Told()
        self._unread = b""
        self._ending = False
        self._pid = 0
        self._told_at = QElapsedTimer()
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self._kill)
        program = QCoreApplication.instance()
        if program is not None:
            program.aboutToQuit.connect(self.stop)

    @property
    def running(self) -> bool:
        """Whether a document is being written."""
        return self._process is not None

    def start(self, order: Order) -> None:
        """Write a document. Raises RuntimeError while another one is being written by this job."""
        if self._process is not None:
            raise RuntimeError(order.target)
        if not self._place:
            self.failed.emit(CannotOpen("database-missing", database=""))
            return
        if order.target in self._targets:
            self.failed.emit(CannotWrite("target-busy", path=str(order.target)))
            return
        self._targets.add(order.target)
        self._order, self._told, self._unread, self._ending = order, _Told(), b"", False
        self._told_at.invalidate()
        program, *first = command()
        process = self._process = QProcess(self)
        process.setProcessEnvironment(self._environment())
        process.setStandardInputFile(QProcess.nullDevice())
        process.setProgram(program)
        process.setArguments([*first, "--language", language(), *order.arguments()])
        process.started.connect(self._started)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._errored)
        process.start()

    def _environment(self) -> QProcessEnvironment:
        """Name the database where others cannot read it: an address may hold a password."""
        found = QProcessEnvironment.systemEnvironment()
        found.insert(DATABASE_VARIABLE, self._place)
        found.insert("PYTHONIOENCODING", "utf-8:replace")
        return found

    @Slot()
    def cancel(self) -> None:
        """End the child; `cancelled` follows, or `finished` when the file was complete already."""
        if self._process is None or self._ending:
            return
        self._ending = True
        if sys.platform == "win32":
            self._process.kill()  # a process without a window cannot be asked there
        else:
            self._process.terminate()
            self._patience.start()

    @Slot()
    def stop(self) -> None:
        """End the child and wait for its end, because the window closes."""
        process = self._process
        if process is None:
            return
        self.cancel()
        if not process.waitForFinished(PATIENCE_MS):
            process.kill()
            process.waitForFinished(PATIENCE_MS)

    @Slot()
    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()

    @Slot()
    def _started(self) -> None:
        """Remember the child's id, and let it stand back behind everything else."""
        if self._process is None:
            return
        self._pid = self._process.processId()
        if hasattr(os, "setpriority"):
            with suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, self._pid, _NICE)

    @Slot()
    def _read(self) -> None:
        if self._process is None:
            return
        *lines, self._unread = (self._unread + self._process.readAllStandardOutput().data()).split(b"\n")
        for line in lines:
            word, _space, rest = line.decode("utf-8", "replace").strip().partition(" ")
            with suppress(ValueError, KeyError, TypeError):  # a line of another version says nothing here
                self._hear(word, rest)

    def _hear(self, word: str, rest: str) -> None:
        told = self._told
        match word:
            case "page" | "part":
                done, _of, expected = rest.split()
                told.count(word, int(done))
                if not self._ending:
                    self.progress.emit(int(done), max(int(done), int(expected)))
            case "files":
                told.files = int(rest)
            case "empty":
                told.empty.append(rest)
            case "warning":
                facts = json.loads(rest)
                told.warnings.append(CharacterWarning(**{**facts, "kind": WarningKind(facts["kind"])}))
            case "gap":
                facts = json.loads(rest)
                told.gaps.append(ToldGap(facts["key"], facts["of"], UUID(facts["record"]), facts["what"]))
            case "details":
                told.details = dict(json.loads(rest))
            case "error":
                told.error = rest
            case "done":
                told.done = True

    def _tell(self, done: int, expected: int) -> None:
        """Tell how far it is, not faster than it can be read: each time a bar and its window are painted."""
        if self._ending or (
            self._told_at.isValid() and not self._told_at.hasExpired(PROGRESS_MS) and done < expected
        ):
            return
        self._told_at.restart()
        self.progress.emit(done, max(done, expected))

    @Slot()
    def _errored(self, error: QProcess.ProcessError) -> None:
        process = self._process
        if error is QProcess.ProcessError.FailedToStart and process is not None:
            reason = process.errorString()
            self._settle(lambda: self.failed.emit(self._cannot(reason)))

    @Slot()
    def _ended(self) -> None:
        self._read()
        process, order, told = self._process, self._order, self._told
        if process is None or order is None:
            return
        complaint = bytes(process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        order.clear_away(self._pid)
        if told.done:
            facts = (tuple(told.warnings), tuple(told.gaps), told.files, tuple(told.empty))
            written = Written(order.target, told.pages, *facts)
            self._settle(lambda: self.finished.emit(written))
        elif self._ending:
            self._settle(self.cancelled.emit)
        elif told.error:
            error = FacilitatorError(told.error, **told.details)
            self._settle(lambda: self.failed.emit(error))
        else:
            log.error("the export ended with status %s\n%s", process.exitCode(), complaint)
            last = complaint.splitlines()[-1] if complaint else str(process.exitCode())
            self._settle(lambda: self.failed.emit(self._cannot(last)))

    def _cannot(self, reason: str) -> FacilitatorError:
        path = "" if self._order is None else str(self._order.target)
        return CannotWrite("cannot-write", path=path, reason=reason)

    def _settle(self, tell: Callable[[], None]) -> None:
        """Be ready for the next document, then tell how this one ended."""
        self._patience.stop()
        if self._order is not None:
            self._targets.discard(self._order.target)
        if self._process is not None:
            self._process.deleteLater()
        self._process = None
        tell()
