"""Finds out what the check before a session tells: behind the windows, each thing as soon as it is known."""

import datetime as dt
import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QProcess, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from facilitator import settings as store
from facilitator.domain.agenda import Session
from facilitator.domain.catalogue import ENTRIES
from facilitator.domain.places import zone_of
from facilitator.domain.timer import next_session
from facilitator.formats import formats
from facilitator.i18n import _, language
from facilitator.machine import Power, Sleep, power, settings_command, sleep
from ui.presenters.preflight_facts import Clock, Displays, Facts, RepairKey
from ui.runtime.background import Background
from ui.stage.screens import ScreenWatch, mirrored, pick_stage_screen
from ui.stage.screens import facts as screen_facts
from ui.theme.fonts import load_fonts
from ui.theme.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.operator.room.backing_up import BackupKeeper
    from ui.runtime.awake import Awake
    from ui.runtime.desk import Desk
    from ui.stage.director import StageDirector
    from ui.stage.screens import ScreenFacts

REASON: Final = "check"
"""Why the laptop is kept awake while the check is open: to see whether it can be."""

_PAGES: Final = ("displays", "clock", "sleep")


class PreflightCheck(QObject):
    """Everything that is known now. Whoever watches says when it begins and when it ends."""

    changed = Signal()

    def __init__(
        self,
        desk: "Desk",
        stage: "StageDirector",
        care: "tuple[Awake, BackupKeeper]",
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._stage = stage
        self._awake, self._backups = care
        self._machine, self._disk = Background(self), Background(self)
        self._window = window
        self._chooser: QFileDialog | None = None
        self._power: Power | None = None
        self._sleep: Sleep | None = None
        self._free: int | None = None
        self._problems: tuple[str, ...] | None = None
        self._mendable: frozenset[str] = frozenset()
        self._screens = ScreenWatch(self)
        self._screens.settled.connect(self._tell)
        for news in (self._awake.changed, self._backups.changed, stage.state_changed, stage.mirroring):
            news.connect(self._tell)
        self._watchers: set[str] = set()

    def begin(self, watcher: str) -> None:
        """Look at everything for a watcher; `changed` follows as it is found out."""
        self._watchers.add(watcher)
        self._power = self._sleep = self._free = self._problems = None
        self._awake.hold(REASON)
        self._backups.look()
        place = self._desk.place
        self._machine.do(lambda: partial(self._machine_known, _of_machine()))
        self._disk.do(lambda: partial(self._disk_known, _of_disk(place)))
        self.changed.emit()

    def end(self, watcher: str) -> None:
        """Stop telling a watcher; without any the laptop may go to sleep again."""
        self._watchers.discard(watcher)
        if not self._watchers:
            self._awake.release(REASON)

    def close(self) -> None:
        """Tell nothing more."""
        self._machine.close()
        self._disk.close()

    @Slot()
    def _tell(self) -> None:
        if self._watchers:
            self.changed.emit()

    def _machine_known(self, found: tuple[Power, Sleep, frozenset[str]]) -> None:
        self._power, self._sleep, self._mendable = found
        self._tell()

    def _disk_known(self, found: tuple[int, tuple[str, ...]]) -> None:
        self._free, self._problems = found
        self._tell()

    # What is known

    def facts(self) -> Facts:
        """Return what is known now."""
        where = self._backups.where
        last = where.last if where is not None else None
        family = tokens().family
        return Facts(
            displays=self._displays(),
            clock=self._clock(),
            grip=self._awake.grip,
            missing_fonts=() if family in load_fonts() else (family,),
            power=self._power,
            sleep=self._sleep,
            free=self._free,
            backup=where,
            backup_age=None if last is None else self._desk.now() - last.at,
            copying=self._backups.copying,
            problems=self._problems,
            mendable=self._mendable,
        )

    def _displays(self) -> Displays:
        screens = [screen_facts(each) for each in QGuiApplication.screens()]
        here = self._window.screen()
        projector = pick_stage_screen(
            screens, screen_facts(here) if here is not None else None, self._stage.outlet.expected()
        )
        return Displays(
            tuple(_named(each) for each in screens),
            None if projector is None else _named(projector),
            mirrored(screens),
            self._stage.is_open,
        )

    def _clock(self) -> Clock:
        desk, now = self._desk, self._desk.now()
        workshop = desk.workshop
        zone = dt.datetime.now().astimezone().tzinfo if workshop is None else zone_of(workshop)
        local = now.astimezone(zone)
        written = formats(language())
        nothing = dt.timedelta()
        clock = Clock(
            now=now,
            local=_moment(local),
            zone=str(zone),
            here=now.astimezone().utcoffset() or nothing,
            there=local.utcoffset() or nothing,
        )
        last = _last_entry(desk)
        if last is not None:
            clock = replace(clock, last_entry=last, last_entry_local=_moment(last.astimezone(zone)))
        sessions = desk.records.where(Session, workshop=desk.workshop_id)
        coming = next_session(sessions, None)
        if coming is not None and coming.date != local.date():
            clock = replace(clock, sooner=True, day=written.weekday(coming.date))
        return clock

    # Mending

    def repair(self, key: RepairKey) -> None:
        """Do what a button of a line promises."""
        deeds: dict[RepairKey, Callable[[], None]] = {
            "stage": self._stage.toggle_stage,
            "backup-folder": self.choose_folder,
            "backup-now": self._backups.copy,
            "files": self._open_files,
        }
        if key in deeds:
            deeds[key]()
        elif command := settings_command(key):
            QProcess.startDetached(command[0], list(command[1:]))

    def choose_folder(self) -> None:
        """Let a person choose where copies go; the first one is made at once."""
        self._chooser = chooser = QFileDialog(self._window, _("Folder for copies of the records"))
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.setDirectory(store.load().backup_folder or str(Path.home()))
        chooser.fileSelected.connect(self.copy_into)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    @Slot(str)
    def copy_into(self, folder: str) -> None:
        """Keep copies in this folder from now on, beginning with one of now."""
        try:
            store.save(store.load().changed(backup_folder=folder))
        except OSError:
            self._backups.look()  # the line goes on saying that none is chosen
            return
        self._backups.copy()

    def _open_files(self) -> None:
        place = Path(self._desk.place)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(place.parent)))


def _of_machine() -> tuple[Power, Sleep, frozenset[str]]:
    found = power()
    mendable = frozenset(page for page in _PAGES if settings_command(page))
    return found, sleep(on_mains=found.on_mains), mendable


def _of_disk(database: str) -> tuple[int, tuple[str, ...]]:
    from facilitator.services.backups import Backups  # noqa: PLC0415 - with the database behind it

    backups = Backups(database, "")
    if backups.source is None:
        return -1, ()
    try:
        free = shutil.disk_usage(backups.source.parent).free
    except OSError:
        free = -1
    return free, tuple(backups.problems())


def _named(screen: "ScreenFacts") -> tuple[str, int, int]:
    name = f"{screen.manufacturer} {screen.model}".strip() or screen.name
    _left, _top, width, height = screen.geometry
    return name, width, height


def _moment(local: dt.datetime) -> str:
    written = formats(language())
    return f"{written.short_day(local.date())} {written.time(local)}"


def _last_entry(desk: "Desk") -> dt.datetime | None:
    stamps = (
        record.changed_at or record.created_at
        for entry in ENTRIES
        if not entry.on_demand
        for record in desk.records.where(entry.record)
    )
    return max((stamp for stamp in stamps if stamp is not None), default=None)
