"""What a person does with alliances, cycles and workshops, asked of the desk."""

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from facilitator.domain.cycles import Alliance, Cycle, Workshop
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.ids import AllianceId, CycleId, WorkshopId, new_id
from facilitator.domain.record import Record
from facilitator.domain.values import Text
from facilitator.i18n import _, language
from ui.presenters.shelf import RECORDS, ShelfRow, Typing, changed
from ui.runtime.desk import Desk, Task

if TYPE_CHECKING:
    from facilitator.bootstrap import Workspace
    from facilitator.domain.changes import ChangeSet


class HomeEditing(QObject):
    """Turns what the outline and the details say into changes, one intention each."""

    refused = Signal(str, object)
    """Field ("" when no field is meant) and FacilitatorError."""

    accepted = Signal(str)
    """A field's change was stored."""

    made = Signal(object)
    """The key of the record that was made."""

    workshop_made = Signal(object)
    """The WorkshopId of the workshop that was made: it is to be opened."""

    workshop_gone = Signal(object)
    """The WorkshopId of the workshop that was deleted."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def _perform(self, change: Task, field: str = "") -> None:
        self._desk.perform(
            change,
            done=lambda _changes: self.accepted.emit(field),
            refused=lambda error: self.refused.emit(field, error),
        )

    def new_text(self, words: str) -> Text:
        """Return words typed now, in the open workshop's language or the screen's."""
        spoken = self._desk.language if self._desk.workshop is not None else language()
        return Text(words.strip(), spoken)

    def edit(self, record: Record, name: str, value: str) -> None:
        """Store a field that was left; what cannot be is said at the field."""
        try:
            typing = Typing(language(), self.new_text, self._desk.now().date())
            fields = changed(record, name, value, typing)
        except FacilitatorError as error:
            self.refused.emit(name, error)
            return
        first = fields.get("start")
        if isinstance(record, Workshop) and isinstance(first, dt.date):
            self._perform(lambda work: work.scheduling.set_first_day(record.id, first), name)
        else:
            self._perform(lambda work: work.books.edit(type(record), record.id, **fields), name)

    def rename(self, row: ShelfRow, title: str) -> None:
        """Give a row another title."""
        name = {"alliance": "name", "cycle": "label", "workshop": "title"}[row.kind]
        record = self._desk.records.get(RECORDS[row.kind], row.key)
        if record is not None:
            self.edit(record, name, title)

    def delete(self, row: ShelfRow) -> None:
        """Put a row into the bin; what stands below a cycle or an alliance stays."""
        match row.kind:
            case "workshop":
                self._desk.perform(
                    lambda work: work.books.delete(Workshop, row.key),
                    done=lambda _changes: self.workshop_gone.emit(row.key),
                    refused=lambda error: self.refused.emit("", error),
                )
            case "cycle":
                self._perform(lambda work: work.cycles.delete_cycle(CycleId(row.key)))
            case _:
                self._perform(lambda work: work.cycles.delete_alliance(row.key))

    def add_alliance(self) -> None:
        """Make an alliance, to be named at once."""
        made = Alliance(id=AllianceId(new_id()), name=self.new_text(_("New alliance")))
        self._add(made)

    def add_cycle(self, alliance: UUID | None) -> None:
        """Make a cycle of an alliance, named after this year and the next."""
        year = self._desk.now().year
        label = f"{year}-{year + 1}"
        made = Cycle(
            id=CycleId(new_id()), alliance=None if alliance is None else AllianceId(alliance), label=label
        )
        self._add(made)

    def _add(self, record: Record) -> None:
        self._desk.perform(
            lambda work: work.books.add(record),
            done=lambda _changes: self.made.emit(record.id),
            refused=lambda error: self.refused.emit("", error),
        )

    def new_workshop(self, cycle: CycleId | None, like: WorkshopId | None = None) -> None:
        """Make a workshop in a cycle, from nothing or with another one's agenda."""
        key = WorkshopId(new_id())
        pattern = self._desk.records.get(Workshop, like)
        title = self.new_text(_("New workshop")) if pattern is None else pattern.title

        def change(work: "Workspace") -> "ChangeSet":
            from facilitator.services.cycles import NewWorkshop  # noqa: PLC0415 - storage's side

            return work.cycles.new_workshop(NewWorkshop(title=title, cycle=cycle, like=like, id=key))

        self._desk.perform(
            change,
            done=lambda _changes: self.workshop_made.emit(key),
            refused=lambda error: self.refused.emit("", error),
        )

    def take_up(self, output: UUID, *, wanted: bool) -> None:
        """Let the open workshop start from an earlier output, or not."""
        workshop = self._desk.workshop_id
        if workshop is None:
            return
        if wanted:
            self._perform(lambda work: work.cycles.take_up(workshop, [output]))
        else:
            self._perform(lambda work: work.cycles.leave_out(workshop, [output]))
