"""What works behind the window: the desk, the stage, the keys of a running workshop, and what joins them.

Nothing of the workshop is loaded before this is.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from facilitator.resumption import was_running
from facilitator.services.clock import Clock, SteadyClock
from facilitator.settings import Settings
from ui.actions import retranslate_actions
from ui.operator.pages import factories, module_of
from ui.operator.run.commands import ensure_commands
from ui.operator.shell.window import OperatorWindow
from ui.operator.wiring import Wiring
from ui.runtime.behind import Behind
from ui.runtime.collector import Collector
from ui.runtime.desk import Desk
from ui.stage.director import StageDirector

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.bootstrap import Workspace
    from ui.operator.shell.page import Page


class Workings(QObject):
    """Builds everything behind a window that is there, and joins it to the window."""

    def __init__(
        self,
        window: OperatorWindow,
        open_workspace: "Callable[[], Workspace]",
        *,
        settings: Settings,
        place: str,
        clock: Clock | None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._behind = Behind(self)
        self._guessed: Page | None = None
        self.desk = Desk(open_workspace, clock or SteadyClock(), self, place=place)
        self.collector = Collector(self.desk, self)
        self.stage = StageDirector(self.desk, window.theme, self)
        self.stage.set_theme(settings.stage_theme)
        self.pages = factories(window.theme, self.desk, self.stage)
        self.wiring = Wiring(window, self.desk, self.stage)
        self.wiring.first_page_wanted.connect(self._load_first_page)
        self.commands = ensure_commands(window, self.desk, self.stage)
        window.set_stage_actions([self.commands[f"stage.{each}"] for each in ("toggle", "freeze", "picture")])

    def start(self) -> None:
        """Open the database in the background; the first page follows.

        Where a session ran last, the capture bar comes first: it takes cards before there are records.
        """
        self.wiring.start()
        if was_running(self.desk.place):
            self._behind.load(module_of("run"), self._expect_run)
        else:
            self.desk.start()

    def _expect_run(self) -> None:
        if self._window.current_page is None:
            self._window.show_page("run")
            self._guessed = self._window.current_page
        QTimer.singleShot(0, self.desk.start)  # behind the page's own first paint

    def retranslate(self) -> None:
        """Follow the screen's language."""
        retranslate_actions(self.commands.values())
        self.stage.retranslate()

    def close(self) -> None:
        """Turn the stage off, close the window, store what was asked for, let go of the database."""
        self._behind.close()
        self.collector.stop()
        self.stage.close()
        self._window.close()
        self.desk.close()

    @Slot(str)
    def _load_first_page(self, key: str) -> None:
        self._behind.load(module_of(key), partial(self._show_first_page, key))

    def _show_first_page(self, key: str) -> None:
        """Show a page, unless a person went to another one, or began to type on the one expected."""
        shown, guessed = self._window.current_page, self._guessed
        self._guessed = None
        if shown is None or (shown is guessed and shown.key != key and shown.is_idle()):
            self._window.show_page(key)
        self.wiring.room.answer()
