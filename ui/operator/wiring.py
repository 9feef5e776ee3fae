"""Joins the window's signals to the desk and the stage: what is saved, undone, shown and wrong."""

import logging
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from facilitator.domain.agenda import Session
from facilitator.domain.changes import ChangeSet, Origin, Way
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.people import Person
from facilitator.domain.places import zone_of
from facilitator.domain.timer import current_session
from facilitator.i18n import _
from facilitator.resumption import remember
from facilitator.settings import Settings
from facilitator.settings import load as load_settings
from ui.operator.room.door import RoomDoor
from ui.operator.shell.window import OperatorWindow
from ui.operator.stage_banners import StageBanners
from ui.runtime.desk import Desk
from ui.stage.director import StageDirector
from ui.widgets.pills import SavedState

log = logging.getLogger(__name__)

QUIET: Final = frozenset(
    {
        *("add-card", "pause-session", "resume-session", "extend-session"),
        *("arm-session", "disarm-session", "set-phase", "count-dots"),
        *("type-form", "correct-form", "cast-ballot", "change-break"),
    }
)
"""Operations that the screen shows plainly by themselves; the undo bar would only be in the way."""


class Wiring(QObject):
    """Everything that the window says of the desk and the stage, and passes on to them."""

    settings_chosen = Signal(object)

    first_page_wanted = Signal(str)
    """The database was opened, or refused: this page is to be shown unless a person chose another."""

    def __init__(self, window: OperatorWindow, desk: Desk, stage: StageDirector) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._stage = stage
        window.undo_requested.connect(desk.undo)
        window.redo_requested.connect(desk.redo)
        window.stage_view_chosen.connect(stage.press)
        window.page_requested.connect(self._prepare_page)
        desk.opened.connect(self._opened)
        desk.changed.connect(self._changed)
        desk.saving_changed.connect(self._saving_changed)
        desk.failed.connect(self.say_error)
        desk.cannot_open.connect(self._cannot_open)
        desk.place_changed.connect(self._place_changed)
        stage.state_changed.connect(self._stage_changed)
        stage.ticker.ticked.connect(self._tell_time)
        self._displays = StageBanners(self)
        self._displays.follow(window, stage)
        self._minute = QTimer(self, interval=1000)
        self._minute.timeout.connect(self._tell_time)
        self._running: bool | None = None
        self.room = RoomDoor(window, desk, stage)
        self.settings_chosen.connect(self.room.retranslate, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Show the time and what the room sees."""
        self._tell_time()
        self._minute.start()
        self._stage_changed()

    @Slot()
    def _opened(self) -> None:
        settings = load_settings()
        self._work_as(settings)
        self._tell_running()
        self._tell_time()
        self.first_page_wanted.emit("run" if self._running else "home")

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        self._tell_running()
        here = changes.origin is Origin.HERE and changes.way is Way.DO
        typed = changes.label in QUIET or changes.label.startswith(("edit-", "reword-"))
        if here and changes.undoable and changes.changes and not typed:
            from facilitator.messages import label_of  # noqa: PLC0415 - after the first paint

            self._window.announce_undo(label_of(changes.label))
        elif changes.origin is Origin.HERE and (changes.undoable or not here):
            self._window.undo_bar.withdraw()  # what it names is no longer what its button would take back

    @Slot(object)
    def _saving_changed(self, saving: SavedState) -> None:
        self._window.set_saved(saving, self._local_time())

    @Slot(bool)
    def _place_changed(self, there: bool) -> None:
        from ui.operator.place_banner import PlaceBanner  # noqa: PLC0415 - it hardly ever happens

        PlaceBanner(self._window, self._desk).tell(there=there)

    @Slot(object)
    def say_error(self, error: FacilitatorError) -> None:
        """Say what went wrong and what to do, under the header."""
        if error.key == "database-gone":  # its own banner says so, once
            return
        from facilitator.messages import sentence  # noqa: PLC0415 - after the first paint

        self._window.show_error(sentence(error), cause=error.key)

    @Slot(str)
    def say_crash(self, details: str) -> None:
        """Say calmly that the program made a mistake; everything stored is safe."""
        words = _("The program made a mistake. Everything that was saved is safe; you can go on.")
        self._window.show_error(words, details=details, cause="crash")

    @Slot(object)
    def _cannot_open(self, error: FacilitatorError) -> None:
        log.warning("cannot open the database: %s", error.key)
        self.say_error(error)
        self.first_page_wanted.emit("home")

    @Slot()
    def _stage_changed(self) -> None:
        self._window.set_stage_state(self._stage.view_label(), self._stage.state)

    @Slot(str)
    def _prepare_page(self, key: str) -> None:
        if key != "settings" or self._window.page(key).property("wired"):
            return
        from ui.operator.pages.settings import SettingsPage  # noqa: PLC0415 - it was imported to be shown

        page = self._window.page(key)
        if isinstance(page, SettingsPage):
            page.setProperty("wired", True)
            page.chosen.connect(self._settings_chosen)

    @Slot(object)
    def _settings_chosen(self, settings: Settings) -> None:
        self._stage.set_theme(settings.stage_theme)
        self._work_as(settings)
        self.settings_chosen.emit(settings)

    def _work_as(self, settings: Settings) -> None:
        person = None
        if settings.operator:
            from ui.operator.pages.settings import operator_of  # noqa: PLC0415 - few choose who is at the keyboard

            person = operator_of(settings)
        if person is not None and self._desk.records.get(Person, person) is None:
            person = None
        self._desk.ask(lambda workspace: workspace.work_as(person), lambda _: None)

    def _tell_running(self) -> None:
        running = current_session(self._desk.records.where(Session)) is not None
        self._window.set_running(running)
        if running != self._running:
            self._running = running
            self._desk.ask(lambda _workspace: remember(self._desk.place, running=running), lambda _: None)

    def _local_time(self) -> str:
        workshop = self._desk.workshop
        now = self._desk.now()
        local = now.astimezone() if workshop is None else now.astimezone(zone_of(workshop))
        return f"{local:%H:%M}"

    @Slot()
    def _tell_time(self) -> None:
        self._window.set_clock(self._local_time())
