"""The program with windows: shows the window first, and loads what works behind it once it was seen.

The first paint needs the theme and the shell alone (technology.md, section 2). Everything else is
imported on a thread of its own meanwhile, and the desk opens the database on another.
"""

import os
import sys
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from facilitator import i18n
from facilitator import settings as settings_store
from facilitator.settings import Settings
from ui.operator.pages import PAGES
from ui.operator.shell.place import keep_place, show_in_place
from ui.operator.shell.window import OperatorWindow
from ui.theme.install import install
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QTranslator

    from facilitator.bootstrap import Workspace
    from facilitator.services.clock import Clock
    from ui.operator.shell.page import Page
    from ui.runtime.behind import Behind
    from ui.runtime.crash import CrashCatcher
    from ui.runtime.desk import Desk
    from ui.stage.director import StageDirector
    from ui.workings import Workings


class Program(QObject):
    """Everything that lives while the windows are open. Build it, `start` it, `close` it.

    The desk, the stage and the rest of the workings are built behind the first paint, or earlier for
    whoever asks for them.
    """

    seen = Signal()
    """The window was painted for the first time."""

    def __init__(
        self,
        application: QApplication,
        open_workspace: "Callable[[], Workspace]",
        *,
        settings: Settings,
        place: str,
        clock: "Callable[[], Clock] | None" = None,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._open_workspace = open_workspace
        self._place = place
        self._clock = clock
        self._qt_words: QTranslator | None = None
        self._behind: Behind | None = None
        self._in_place = False
        self.settings = settings
        i18n.use(settings.language or system_language())
        self.theme = Theme(reduced_motion=settings.reduced_motion)
        self.theme.set_scheme(settings.scheme)  # type: ignore[arg-type]  # checked when loaded
        self.installed = install(application, self.theme, complete=False)
        pages = {key: partial(self._page, key) for key in PAGES}
        self.window = OperatorWindow(self.theme, pages, complete=False)

    # What works behind the window

    @cached_property
    def workings(self) -> "Workings":
        """The desk, the stage and what joins them to the window."""
        from ui.workings import Workings  # noqa: PLC0415 - behind the first paint

        made = Workings(
            self.window,
            self._open_workspace,
            settings=self.settings,
            place=self._place,
            clock=self._clock() if self._clock else None,
        )
        made.wiring.settings_chosen.connect(self.apply)
        self.crashes.caught.connect(made.wiring.say_crash)
        return made

    @property
    def desk(self) -> "Desk":
        """The records, and the way to change them."""
        return self.workings.desk

    @property
    def stage(self) -> "StageDirector":
        """What the room sees."""
        return self.workings.stage

    @cached_property
    def crashes(self) -> "CrashCatcher":
        """Catches what nobody caught."""
        from ui.runtime.crash import CrashCatcher  # noqa: PLC0415 - behind the first paint

        return CrashCatcher(self)

    def _page(self, key: str) -> "Page":
        return self.workings.pages[key]()

    # Starting and ending

    def start(self, *, in_place: bool = False) -> None:
        """Show the window; once it has been painted, load the rest and open the database.

        With `in_place` it stands where it was closed last, and that is remembered when it is closed;
        so is the display that the stage fills.
        """
        self._in_place = in_place
        self.window.installEventFilter(self)
        if in_place:
            self.window.closing.connect(partial(keep_place, self.window))
            show_in_place(self.window)
        else:
            self.window.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on when the window has been painted for the first time."""
        if watched is self.window and event.type() is QEvent.Type.Paint:
            self.window.removeEventFilter(self)
            QTimer.singleShot(0, self._go_on)
        return super().eventFilter(watched, event)

    @Slot()
    def _go_on(self) -> None:
        from ui.runtime.behind import Behind  # noqa: PLC0415 - behind the first paint

        self._behind = Behind(self)
        self._behind.load("ui.workings", self._work)
        self.crashes.install()
        self.installed.complete()
        self.window.complete()
        self._teach_qt()
        self.seen.emit()

    def _work(self) -> None:
        self.workings.stage.outlet.remembers = self._in_place
        self.workings.start()

    def close(self) -> None:
        """Store what was asked for, let go of the database, close every window."""
        if self._behind is not None:
            self._behind.close()
        if "workings" in self.__dict__:
            self.workings.close()
        else:
            self.window.close()
        self.crashes.uninstall()

    @Slot(object)
    def apply(self, settings: Settings) -> None:
        """Follow what a person chose: language, colours and motion, all at once and live."""
        before, self.settings = self.settings, settings
        self.theme.reduced_motion = settings.reduced_motion
        if settings.scheme != before.scheme:
            self.theme.set_scheme(settings.scheme)  # type: ignore[arg-type]  # checked when chosen
        if settings.language != before.language:
            i18n.use(settings.language or system_language())
            self._teach_qt()
            self.window.retranslate()
            self.workings.retranslate()

    def _teach_qt(self) -> None:
        """Let Qt's own few words and dates follow the screen's language."""
        from PySide6.QtCore import QLibraryInfo, QTranslator  # noqa: PLC0415 - behind the first paint

        spoken = i18n.language()
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


@cache
def steady_clock() -> "Clock":
    """Return the one clock by which the windows tell the time and what is stored is stamped."""
    from facilitator.services.clock import SteadyClock  # noqa: PLC0415 - behind the first paint

    return SteadyClock()


def opener(database: str, *, open_example: bool) -> "Callable[[], Workspace]":
    """Return how the desk opens its workspace, with the example in it if asked for."""

    def open_database() -> "Workspace":
        from facilitator.bootstrap import open_workspace  # noqa: PLC0415 - SQLAlchemy comes behind the first paint
        from facilitator.logs import start_log  # noqa: PLC0415 - the bug before it is said on the window alone

        start_log()
        workspace = open_workspace(database, steady_clock())
        if open_example:
            workspace.exchange.import_example()
        return workspace

    return open_database


def run_window(database: str, language: str | None, *, open_example: bool) -> int:
    """Open the program's window on a database and return the exit status when it is closed."""
    os.environ.setdefault("QT_ACCESSIBILITY", "1")
    application = make_application()
    settings = settings_store.load()
    if language:
        settings = settings.changed(language=language)
    opened = opener(database, open_example=open_example)
    program = Program(application, opened, settings=settings, place=database, clock=steady_clock)
    program.start(in_place=True)
    application.aboutToQuit.connect(program.close)
    return application.exec()
