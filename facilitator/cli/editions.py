"""Reads one workshop for its documents: once from the database, then gathered for each edition."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from uuid import UUID

from facilitator import __version__, i18n
from facilitator.bootstrap import open_workspace
from facilitator.cli.output import refuse_as_output
from facilitator.domain.cycles import Workshop
from facilitator.domain.documents import Disclosure, DocumentKind, DocumentStatus, MinutesDocument
from facilitator.domain.frozen import dataclass
from facilitator.domain.minutes import Minutes
from facilitator.domain.notes import Photo
from facilitator.domain.places import zone_of
from facilitator.domain.record import Record
from facilitator.domain.records import Records
from facilitator.i18n import LANGUAGES
from facilitator.interchange.writer import write
from facilitator.services.approving import Correction, as_it_stands, correction_in
from facilitator.services.library import find
from facilitator.services.minutes import gather
from facilitator.services.minutes.corrections import corrected
from facilitator.services.minutes.places import Places
from facilitator.services.minutes.scope import Edition, Scope
from facilitator.services.reducing import reduced
from facilitator.services.selection import InMemory, records_with


@dataclass(frozen=True, slots=True)
class Source:
    """A workshop as its records were at one instant."""

    records: Records
    workshop: Workshop
    now: dt.datetime
    pictures: Mapping[UUID, bytes] = field(default_factory=dict)
    travelling: tuple[Record, ...] = ()
    """What a document carries of the workshop; nothing unless asked for."""
    corrections: Mapping[UUID, Correction] = field(default_factory=dict)
    """What documents change in the finals before them."""

    @property
    def language(self) -> str:
        """The language that the workshop's documents have unless told."""
        spoken = self.workshop.language
        return spoken if spoken in LANGUAGES else i18n.language()

    def edition(
        self,
        kind: DocumentKind,
        disclosure: Disclosure,
        language: str | None = None,
        document: UUID | None = None,
    ) -> Minutes:
        """Return what one edition says. Raises InvalidInput for a kind that is not written."""
        today = self.now.astimezone(zone_of(self.workshop)).date()
        minutes = gather(
            self.records,
            self.workshop.id,
            language=language or self.language,
            disclosure=disclosure,
            kind=kind,
            today=today,
            as_of=self.now,
            document=document,
            pictures=self.pictures,
        )
        correction = self.corrections.get(minutes.document) if minutes.document else None
        if correction is None:
            return minutes
        edition = Edition(language=minutes.language, disclosure=disclosure, kind=kind, today=today)
        scope = Scope(self.records, self.workshop, edition)
        return corrected(minutes, scope, Places(scope), correction.corrects, correction.changes)

    def at(self, disclosure: Disclosure) -> Records:
        """Return what a level may know; the workshop was read to be carried."""
        return Records(reduced(self.travelling, self.workshop.id, disclosure))

    def carried(self, disclosure: Disclosure) -> bytes | None:
        """Return the interchange file that a document of this level carries; None unless asked for."""
        if not self.travelling:
            return None
        left = reduced(self.travelling, self.workshop.id, disclosure)
        return write(left, self.workshop.language, self.now, f"Facilitator {__version__}")


def read_source(target: str, wanted: str, output: Path, *, carrying: bool = False) -> Source:
    """Read the workshop that `wanted` names, `carrying` to write documents that carry it.

    Raises NotFound, CannotOpen; CannotWrite for the database.
    """
    with open_workspace(target, read_only=True) as workspace:
        refuse_as_output(workspace.database, output)
        with workspace.database.work.reading() as reading:
            workshop = find(reading, wanted)
            approved = [
                each
                for each in reading.where(MinutesDocument, workshop=workshop.id)
                if each.content_hash is not None
            ]
            finals = [each for each in approved if each.status is DocumentStatus.FINAL]
            records = workspace.records(workshop.id)
            known = InMemory(records, workshop.id, reading)
            travelling = tuple(records_with(known, workshop.id)) if carrying or finals else ()
            left = {each.id: as_it_stands(each, travelling) for each in approved}
            found = {key: correction_in(reading, each) for key, each in left.items()}
        corrections = {key: each for key, each in found.items() if each is not None}
        if finals:
            records = Records(left.get(each.id, each) for each in records)
        pictures = workspace.photographing.contents(workshop.id) if records.where(Photo) else {}
        carried = travelling if carrying else ()
        return Source(records, workshop, workspace.clock.now(), pictures, carried, corrections)


def kind_of(name: str) -> DocumentKind:
    """Return the kind that the command line calls so."""
    return DocumentKind(name.replace("-", "_"))
