"""Everything that the scenes share: the program, the score, hands, camera, clock."""

import datetime as dt
from dataclasses import field
from pathlib import Path
from typing import TypeVar, cast
from uuid import UUID

from facilitator.domain.agenda import Session
from facilitator.domain.frozen import dataclass
from facilitator.domain.record import Record
from facilitator.domain.records import Records
from facilitator.i18n import _
from ui.app import Program
from ui.operator.pages.run import RunPage
from ui.operator.shell.page import Page
from ui.operator.shell.rail import RailItem
from ui.operator.shell.window import OperatorWindow
from ui.rehearsal.camera import Camera, stage_is_changing
from ui.rehearsal.clock import RehearsalClock
from ui.rehearsal.hands import LOOK, Hands
from ui.rehearsal.player import Pause, Play, Stopped, Until
from ui.rehearsal.score import Score
from ui.runtime.desk import Desk
from ui.stage.director import StageDirector

P = TypeVar("P", bound=Page)
R = TypeVar("R", bound=Record)


@dataclass(slots=True)
class Company:
    """One rehearsal under way."""

    program: Program
    score: Score
    hands: Hands
    camera: Camera
    clock: RehearsalClock
    folder: Path
    warnings: list[str] = field(default_factory=list)
    made: dict[UUID, UUID] = field(default_factory=dict)
    """Keys of the score with those of what was made for them."""
    facts: dict[str, int] = field(default_factory=dict)
    """Counts for the report."""

    @property
    def window(self) -> OperatorWindow:
        """The operator's window."""
        return self.program.window

    @property
    def desk(self) -> Desk:
        """The records as they are."""
        return self.program.desk

    @property
    def stage(self) -> StageDirector:
        """What the room sees."""
        return self.program.stage

    @property
    def records(self) -> Records:
        """What is stored now."""
        return self.desk.records

    def page(self, kind: type[P]) -> P:
        """Return the page of this class."""
        return cast("P", self.window.page(kind.key))

    def open_page(self, key: str) -> Play:
        """Go to a page by its item of the rail."""
        item = next(each for each in self.window.findChildren(RailItem) if each.destination.key == key)
        yield from self.hands.click(item)
        yield Until(lambda: self.window.current_page is self.window.page(key), _("The page opened"))
        yield from self.settle()

    def settle(self) -> Play:
        """Wait until everything is stored and nothing moves on stage and console, then look at it."""
        yield Until(lambda: self.desk.all_stored and not self._moving(), _("All was stored"))
        yield Pause(LOOK)
        self.stage.ticker.start()  # the play may have gone on faster than the digits flip

    def _moving(self) -> bool:
        page = self.window.current_page
        at_rest = not isinstance(page, RunPage) or page.capture.frame.text.is_at_rest
        return stage_is_changing() or not at_rest

    def stored(self, kind: type[R], key: UUID) -> R:
        """Return a record as it is stored now. Raises Stopped when it is gone."""
        found = self.records.get(kind, key)
        if found is None:
            raise Stopped(_("What was written is gone"))
        return found

    def both(self, name: str) -> Play:
        """Take console and stage."""
        yield from self.settle()
        self.camera.console(f"consola {name}")
        self.camera.stage(f"escenario {name}")

    def jump(self, instant: dt.datetime | None) -> None:
        """Go to the hour at which something happened; say so in the report when it has passed."""
        if instant is not None and not self.clock.jump(instant):
            words = _("The play came to {time} of the score only at {now}.")
            self.warnings.append(
                words.format(time=f"{instant:%d %H:%M} UTC", now=f"{self.clock.now():%H:%M:%S}")
            )
        self.stage.ticker.start()

    def live(self) -> Session | None:
        """Return the session that runs."""
        workshop = self.desk.workshop_id
        found = self.records.where(Session, workshop=workshop)
        return next((each for each in found if each.status in {"running", "paused"}), None)

    def count(self, what: str, number: int = 1) -> None:
        """Count something for the report."""
        self.facts[what] = self.facts.get(what, 0) + number
