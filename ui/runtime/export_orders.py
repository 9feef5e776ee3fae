"""What the program's own command is asked to write in the background, in the words of its command line."""

import shutil
from pathlib import Path
from typing import Protocol
from uuid import UUID

from exports.files import part_of
from exports.folders import part_of_folder
from facilitator.domain.documents import Disclosure, DocumentKind, Paper
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import WorkshopId


class Order(Protocol):
    """Something to write, and where to."""

    @property
    def target(self) -> Path:
        """The file or folder that stands there when it is done."""

    def arguments(self) -> list[str]:
        """Return the order as the command takes it."""

    def clear_away(self, process: int) -> None:
        """Take away what a process that was ended, named by its id, may have left half written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOrder:
    """Whose minutes, in which edition and format, where to. `document` is the stored one that is printed."""

    workshop: WorkshopId
    target: Path
    kind: DocumentKind
    language: str
    disclosure: Disclosure
    paper: Paper
    document: UUID | None = None
    format: str = "pdf"
    carrying: bool = True
    """Whether a PDF carries the workshop at its level, to be taken in again."""

    def arguments(self) -> list[str]:
        """Return the order as the command takes it."""
        said = ["minutes", str(self.workshop), "-o", str(self.target), "--progress", "--format", self.format]
        said += ["--language", self.language, "--kind", self.kind.value.replace("_", "-")]
        said += ["--disclosure", self.disclosure.value, "--paper", self.paper.value]
        said += [] if self.carrying else ["--no-carry"]
        return said if self.document is None else [*said, "--document", str(self.document)]

    def clear_away(self, process: int) -> None:
        """Take away the half-written file of a process that was ended."""
        part_of(self.target, process).unlink(missing_ok=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class EverythingOrder:
    """Every document of a workshop, in every edition and format, into the folder `target`."""

    workshop: WorkshopId
    target: Path
    paper: Paper

    def arguments(self) -> list[str]:
        """Return the order as the command takes it."""
        said = ["export-all", str(self.workshop), "-o", str(self.target), "--progress"]
        return [*said, "--paper", self.paper.value]

    def clear_away(self, process: int) -> None:
        """Take away the half-filled folder of a process that was ended."""
        shutil.rmtree(part_of_folder(self.target, process), ignore_errors=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class WallOrder:
    """The whole wall of a board as a picture, in the format of the target's ending."""

    workshop: WorkshopId
    board: UUID
    target: Path
    language: str

    def arguments(self) -> list[str]:
        """Return the order as the command takes it."""
        said = ["picture", str(self.workshop), "-o", str(self.target), "--progress", "--of", "wall"]
        return [*said, "--record", str(self.board), "--language", self.language]

    def clear_away(self, process: int) -> None:
        """Take away the half-written file of a process that was ended."""
        part_of(self.target, process).unlink(missing_ok=True)
