"""One rehearsal from the first window to the report."""

import datetime as dt
import signal
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Slot, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from facilitator.domain.errors import FacilitatorError
from facilitator.i18n import _, language
from facilitator.settings import Settings
from ui.app import Program, make_application
from ui.operator.pages.run import RunPage
from ui.rehearsal.camera import Camera
from ui.rehearsal.clock import RehearsalClock
from ui.rehearsal.company import Company
from ui.rehearsal.hands import Hands
from ui.rehearsal.journal import Journal
from ui.rehearsal.player import Play, Player
from ui.rehearsal.proof import prove
from ui.rehearsal.report import Report
from ui.rehearsal.running import close_workshop, prepare, run_workshop
from ui.rehearsal.score import Score, read_score
from ui.rehearsal.screens import OPERATOR, ensure_screens
from ui.rehearsal.writing_minutes import AYUDA_MEMORIA, MEMORIA, WORKSHOP, save_workshop, write_minutes

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.bootstrap import Workspace

DATABASE: Final = "rehearsal.sqlite"
JOURNAL: Final = "journal.jsonl"
_CALM_FROM: Final = 5.0
"""From this speed on, nothing moves that a person would have to wait for."""
_EVE: Final = dt.timedelta(minutes=45)
_HARMLESS: Final = ("This plugin does not support ",)


def rehearse(output: Path, speed: float, database: str | None) -> int:
    """Play the example at so many times the speed of a person and return the exit status.

    Pictures, documents, database and report lie in `output` afterwards. 0 only when everything was done and
    was found again in the database and in the memoria.
    """
    began = time.monotonic()
    ensure_screens()
    application = make_application()
    report = Report(speed=speed)
    try:
        output.mkdir(parents=True, exist_ok=True)
        place = database or _own_database(output)
        rehearsal = Rehearsal(application, output, speed, place, report)
        rehearsal.play()
        if not report.failure:
            proof = prove(rehearsal.score, place, output / MEMORIA)
            report.stored, report.printed = dict(proof.stored), dict(proof.printed)
            report.missing = proof.missing
    except FacilitatorError as error:
        from facilitator.messages import sentence  # noqa: PLC0415 - only when something went wrong

        report.failure = sentence(error)
    except OSError as error:
        report.failure = _("The folder {folder} cannot be used: {reason}").format(
            folder=output, reason=error.strerror or error
        )
    report.seconds = time.monotonic() - began
    with suppress(OSError):
        report.write(output)
    for line in filter(None, (report.failure, *report.missing)):
        print(line, file=sys.stderr)
    return 0 if report.complete else 1


def _own_database(output: Path) -> str:
    """Return a fresh database in the folder; that of an earlier rehearsal is taken away."""
    for earlier in output.glob(f"{DATABASE}*"):
        earlier.unlink()
    return str(output / DATABASE)


class Rehearsal(QObject):
    """Builds the real program over the prepared workshop, and lets the script play on it."""

    def __init__(
        self, application: QApplication, output: Path, speed: float, database: str, report: Report
    ) -> None:
        super().__init__(application)
        self._application = application
        self._output = output
        self._report = report
        self._began = time.monotonic()
        self.score = read_score()
        start = self.score.sessions()[0].actual_start
        self.clock = RehearsalClock((start or dt.datetime.now(dt.UTC)) - _EVE)
        settings = Settings(language=language(), scheme="light", reduced_motion=speed >= _CALM_FROM)
        opener = _opener(database, self.score, self.clock)
        self.program = Program(
            application, opener, settings=settings, place=database, clock=lambda: self.clock
        )
        self.journal = Journal(output / JOURNAL)
        window = self.program.window
        self.company = Company(
            program=self.program,
            score=self.score,
            hands=Hands(window),
            camera=Camera(output / "pictures", window),
            clock=self.clock,
            folder=output,
        )
        self.player = Player(self._script(), self.clock, speed, self)
        self._listen()

    def _listen(self) -> None:
        desk = self.program.desk
        desk.changed.connect(self.journal.changed)
        desk.cannot_open.connect(self._refused)
        desk.failed.connect(self._refused)
        self.program.crashes.caught.connect(self._crashed)
        self.program.window.closing.connect(lambda: self.player.stop(_("The window was closed.")))
        self.player.scene_began.connect(self._tell)
        self.player.ended.connect(self._ended)

    def play(self) -> None:
        """Play to the end, and close the program."""
        before = qInstallMessageHandler(self._heard)
        interrupted = signal.signal(signal.SIGINT, self._interrupted)
        self.program.window.resize(*OPERATOR)
        self.program.start()
        self.program.window.activateWindow()
        self.player.start()
        try:
            self._application.exec()
        finally:
            signal.signal(signal.SIGINT, interrupted)
            self.program.close()
            self.journal.close()
            qInstallMessageHandler(before)
        self._fill_report()

    def _script(self) -> Play:
        company = self.company
        yield from prepare(company)
        self.company.page(RunPage).capture.stored.connect(self.journal.entry_stored)
        yield from run_workshop(company)
        yield from write_minutes(company)
        yield from close_workshop(company)
        yield from save_workshop(company)

    def _fill_report(self) -> None:
        report, output = self._report, self._output
        report.steps, report.did = self.player.steps, self.company.facts
        report.warnings += dict.fromkeys(self.company.warnings)
        report.pictures = [str(each.relative_to(output)) for each in self.company.camera.taken]
        files = (MEMORIA, AYUDA_MEMORIA, WORKSHOP, DATABASE, JOURNAL)
        report.files = [name for name in files if (output / name).is_file()]

    @Slot(str)
    def _tell(self, title: str) -> None:
        if sys.stderr.isatty():
            print(f"{time.monotonic() - self._began:6.1f} s  {title}", file=sys.stderr, flush=True)

    @Slot(str)
    def _ended(self, why: str) -> None:
        self._report.failure = why
        self._application.quit()

    @Slot(str)
    def _crashed(self, details: str) -> None:
        self.company.warnings.append(details)
        self.player.stop(
            _("{scene}: the program made a mistake; the report says which.").format(scene=self.player.scene)
        )

    @Slot(object)
    def _refused(self, error: FacilitatorError) -> None:
        from facilitator.messages import sentence  # noqa: PLC0415 - only when something went wrong

        self.player.stop(_("{scene}: {reason}").format(scene=self.player.scene, reason=sentence(error)))

    def _interrupted(self, _number: int, _frame: FrameType | None) -> None:
        self.player.stop(_("The rehearsal was interrupted."))

    def _heard(self, kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
        """Keep what Qt warns of for the report."""
        if kind is not QtMsgType.QtDebugMsg and not words.startswith(_HARMLESS):
            self.company.warnings.append(words)


def _opener(database: str, score: Score, clock: RehearsalClock) -> "Callable[[], Workspace]":
    """Return how the desk opens its workspace: with the workshop as it was on the eve."""

    def open_prepared() -> "Workspace":
        from facilitator.bootstrap import open_workspace  # noqa: PLC0415 - SQLAlchemy comes behind the first paint

        workspace = open_workspace(database, clock)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "prepared.json"
            file.write_bytes(score.prepared(clock.now()))
            workspace.exchange.import_files([file])
        return workspace

    return open_prepared
