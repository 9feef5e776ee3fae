"""The program with windows: builds them, wires them to the desk and the stage, paints first.

What is not needed for the first paint is imported behind it (technology.md, section 2): the desk
opens the database on its own thread once the window has been seen.
"""

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, QTimer, QTranslator, Slot
from PySide6.QtWidgets import QApplication

from facilitator import i18n, logs
from facilitator import settings as settings_store
from facilitator.services.clock import Clock, SteadyClock
from facilitator.settings import Settings
from ui.actions import retranslate_actions
from ui.operator.pages import factories
from ui.operator.run.commands import ensure_commands
from ui.operator.shell.window import OperatorWindow
from ui.operator.wiring import Wiring
from ui.runtime.collector import Collector
from ui.runtime.crash import CrashCatcher
from ui.runtime.desk import Desk
from ui.stage.director import StageDirector
from ui.theme.install import install
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.bootstrap import Workspace


class Program(QObject):
    """Everything that lives while the windows are open. Build it, `start` it, `close` it."""

    def __init__(
        self,
        application: QApplication,
        open_workspace: "Callable[[], Workspace]",
        *,
        settings: Settings,
        place: str,
        clock: Clock | None = None,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._qt_words: QTranslator | None = None
        self.settings = settings
        self._speak(settings.language)
        self.theme = Theme(reduced_motion=settings.reduced_motion)
        self.theme.set_scheme(settings.scheme)  # type: ignore[arg-type]  # checked when loaded
        self.installed = install(application, self.theme)
        self.desk = Desk(open_workspace, clock or SteadyClock(), self, place=place)
        self.collector = Collector(self.desk, self)
        self.stage = StageDirector(self.desk, self.theme, self)
        self.stage.set_theme(settings.stage_theme)
        self.crashes = CrashCatcher(self)
        self.window = OperatorWindow(self.theme, factories(self.theme, self.desk, self.stage))
        self.wiring = Wiring(self.window, self.desk, self.stage, place)
        self.wiring.settings_chosen.connect(self.apply)
        self.crashes.caught.connect(self.wiring.say_crash)
        self.commands = ensure_commands(self.window, self.desk, self.stage)
        self.window.set_stage_actions([self.commands["stage.toggle"], self.commands["stage.freeze"]])

    def start(self) -> None:
        """Show the window; once it has been painted, open the database in the background."""
        self.crashes.install()
        self.window.installEventFilter(self)
        self.wiring.start()
        self.window.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the database when the window has been painted for the first time."""
        if watched is self.window and event.type() is QEvent.Type.Paint:
            self.window.removeEventFilter(self)
            QTimer.singleShot(0, self.desk.start)
        return super().eventFilter(watched, event)

    def close(self) -> None:
        """Store what was asked for, let go of the database, close every window."""
        self.collector.stop()
        self.stage.close()
        self.window.close()
        self.desk.close()
        self.crashes.uninstall()

    @Slot(object)
    def apply(self, settings: Settings) -> None:
        """Follow what a person chose: language, colours and motion, all at once and live."""
        before, self.settings = self.settings, settings
        self.theme.reduced_motion = settings.reduced_motion
        if settings.scheme != before.scheme:
            self.theme.set_scheme(settings.scheme)  # type: ignore[arg-type]  # checked when chosen
        if settings.language != before.language:
            self._speak(settings.language)
            self.window.retranslate()
            retranslate_actions(self.commands.values())
            self.stage.retranslate()

    def _speak(self, language: str | None) -> None:
        """Speak a language, the system's when none is chosen; Qt's own few words follow."""
        spoken = language or system_language()
        i18n.use(spoken)
        QLocale.setDefault(QLocale(spoken))
        if self._qt_words is not None:
            self._application.removeTranslator(self._qt_words)
        self._qt_words = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._qt_words.load(QLocale(spoken), "qtbase", "_", folder):
            self._application.installTranslator(self._qt_words)


def system_language() -> str:
    """Return Spanish where the system speaks it, else English."""
    return "es" if QLocale.system().name().startswith("es") else "en"


def make_application() -> QApplication:
    """Return the one application object, named for the window system."""
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("Facilitator")
    application.setDesktopFileName("facilitator")
    return application


def opener(database: str, *, open_example: bool) -> "Callable[[], Workspace]":
    """Return how the desk opens its workspace, with the example in it if asked for."""

    def open_database() -> "Workspace":
        from facilitator.bootstrap import open_workspace  # noqa: PLC0415 - SQLAlchemy comes behind the first paint

        workspace = open_workspace(database)
        if open_example:
            workspace.exchange.import_example()
        return workspace

    return open_database


def run_window(database: str, language: str | None, *, open_example: bool) -> int:
    """Open the program's window on a database and return the exit status when it is closed."""
    os.environ.setdefault("QT_ACCESSIBILITY", "1")
    application = make_application()
    logs.start_log()
    settings = settings_store.load()
    if language:
        settings = replace(settings, language=language)
    program = Program(
        application, opener(database, open_example=open_example), settings=settings, place=database
    )
    program.start()
    application.aboutToQuit.connect(program.close)
    return application.exec()
