"""Says of a PDF of minutes whether it is the final that it says to be (`facilitator/domain/seals.py`)."""

from collections.abc import Iterable
from enum import Enum, auto
from uuid import UUID

from facilitator.domain.cycles import Workshop
from facilitator.domain.documents import MinutesDocument
from facilitator.domain.errors import InvalidInput
from facilitator.domain.frozen import dataclass
from facilitator.domain.seals import digest_in, is_unbroken
from facilitator.interchange.pdf_file import carried_file
from facilitator.interchange.reader import read
from facilitator.persistence.unit_of_work import Reading


class Verdict(Enum):
    """What a check of one file found."""

    REGISTERED = auto()
    """As it was sealed, and one of the finals of this database."""
    UNKNOWN_HERE = auto()
    """As it was sealed; the database does not have its workshop, so nobody can say more."""
    NOT_REGISTERED = auto()
    """As it was sealed, but the database has its workshop and never issued this file."""
    CHANGED = auto()
    """Not as it was sealed."""
    NEVER_SEALED = auto()
    """No final."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The verdict on a file; `version` and `title` are of the registered final, `digest` of the file."""

    verdict: Verdict
    digest: str = ""
    version: str = ""
    title: str = ""


def check_file(data: bytes, reading: Reading | None) -> Checked:
    """Check a PDF against itself, and against the database where there is one."""
    digest = digest_in(data)
    if digest is None:
        return Checked(Verdict.NEVER_SEALED)
    if not is_unbroken(data, digest):
        return Checked(Verdict.CHANGED, digest)
    if reading is None:
        return Checked(Verdict.UNKNOWN_HERE, digest)
    for document in reading.where(MinutesDocument):
        for issued in document.issued_files:
            if issued.hash == digest:
                workshop = reading.get(Workshop, document.workshop)
                title = "" if workshop is None else workshop.title.text
                return Checked(Verdict.REGISTERED, digest, issued.version, title)
    here = any(reading.get(Workshop, key) is not None for key in _documented(data))
    return Checked(Verdict.NOT_REGISTERED if here else Verdict.UNKNOWN_HERE, digest)


def _documented(data: bytes) -> Iterable[UUID]:
    """Return the workshops whose documents the file carries, which are those that it is of."""
    try:
        content = read(carried_file(data))
    except InvalidInput:
        return ()
    return {each.workshop for each in content.records if isinstance(each, MinutesDocument)}
