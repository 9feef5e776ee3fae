"""Documents of a workshop: which kind, in which language, for whom, how far approved (domain.md 7)."""

import datetime as dt
import re
from enum import StrEnum
from typing import Final

from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import OrganisationId, PersonId, WorkshopId
from facilitator.domain.record import Record, require_order, require_text
from facilitator.domain.values import Text


class DocumentKind(StrEnum):
    """Kinds of document that are written from a workshop."""

    MEMORIA = "memoria"
    AYUDA_MEMORIA = "ayuda_memoria"
    ACTA = "acta"
    ATTENDANCE_LIST = "attendance_list"
    SIGN_IN_SHEET = "sign_in_sheet"
    CARD_TRANSCRIPT = "card_transcript"
    WORK_PLAN = "work_plan"
    INDICATOR_SHEETS = "indicator_sheets"
    EVALUATION = "evaluation"
    FOLLOW_UP = "follow_up"


class DocumentStatus(StrEnum):
    """How far a document is approved."""

    DRAFT = "draft"
    DRAFT_FOR_COMMENTS = "draft_for_comments"
    FINAL = "final"


class Disclosure(StrEnum):
    """For whom: what is left out follows from it and from each person's consents."""

    INTERNAL = "internal"
    PARTNERS = "partners"
    PUBLIC = "public"


class Version(StrEnum):
    """Which version a recipient gets, as the interchange format says it."""

    FULL = "full"
    FULL_WITHOUT_CONTACTS = "full_without_contacts"
    SUMMARY_NO_NAMES = "summary_no_names"


class Paper(StrEnum):
    """Paper sizes of the region and of elsewhere."""

    LETTER = "letter"
    A4 = "a4"


FIRST_FINAL: Final = "1.0"
_NUMBER: Final = re.compile(r"(\d{1,6})\.(\d{1,6})")


def final_number(version: str) -> str:
    """Return the number of the final that a draft becomes: 1.0 after 0.x, else its own."""
    found = _NUMBER.fullmatch(version.strip())
    if not version.strip() or (found is not None and found[1].lstrip("0") == ""):
        return FIRST_FINAL
    return version.strip()


def next_number(version: str) -> str:
    """Return the number of the correction of a final: 1.1 after 1.0."""
    found = _NUMBER.fullmatch(version.strip())
    return f"{found[1]}.{int(found[2]) + 1}" if found else f"{version.strip()}.1"


def is_later(version: str, than: str) -> bool:
    """Whether a number comes after another: 1.10 after 1.2; what is no number, after its own beginning."""
    both = [_NUMBER.fullmatch(each.strip()) for each in (version, than)]
    if both[0] is None or both[1] is None:
        return version.strip() != than.strip() and version.strip().startswith(than.strip())
    new, old = ((int(found[1]), int(found[2])) for found in both if found is not None)
    return new > old


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs, and in what capacity."""

    person: PersonId
    as_: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """Which organisation gets which version; nobody named means the public."""

    to: OrganisationId | None
    version: Version


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionWords:
    """What a document says of a section in words of its own: another title, free text before and after.

    With `new_page` the section begins a page wherever it would stand.

    A `key` that is none of the kind's own (`sections.py`) is a section that is nothing but its words.
    """

    key: str
    title: Text | None = None
    before: Text | None = None
    after: Text | None = None
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class IssuedFile:
    """A PDF that was written of a final: its version, and the hash that stands in its footer."""

    version: str
    hash: str
    on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesDocument(Record):
    """A document's choices and state; what it says is gathered when it is written.

    `sections` and `annexes` say their order, by key; those not named stand in their usual place. What is
    in `left_out` is not written. `section_words` are the words of its own, by section.

    `content_hash` is of the records at the last approval (`services/approving.py`): a draft that has one is
    the correction of that final. `issued_files` are the PDFs that were written of finals.
    """

    workshop: WorkshopId
    kind: DocumentKind = DocumentKind.MEMORIA
    language: str = "es"
    status: DocumentStatus = DocumentStatus.DRAFT
    version: str = "0.1"
    disclosure: Disclosure = Disclosure.INTERNAL
    paper: Paper = Paper.LETTER
    prepared_by: PersonId | None = None
    reviewed_by: PersonId | None = None
    issued: dt.date | None = None
    comments_until: dt.date | None = None
    sections: tuple[str, ...] = ()
    annexes: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    section_words: tuple[SectionWords, ...] = ()
    summary: Text | None = None
    signatories: tuple[Signatory, ...] = ()
    distribution: tuple[Delivery, ...] = ()
    content_hash: str | None = None
    issued_files: tuple[IssuedFile, ...] = ()

    @property
    def is_correction(self) -> bool:
        """Whether this is on its way to replace a final."""
        return self.content_hash is not None and self.status is not DocumentStatus.FINAL

    def __post_init__(self) -> None:
        """Refuse comments that were due before the document was issued."""
        require_order(self.issued, self.comments_until)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentTemplate(Record):
    """The sections of a document, kept under a name for documents of the same kind in every workshop."""

    name: str
    kind: DocumentKind = DocumentKind.MEMORIA
    sections: tuple[str, ...] = ()
    annexes: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    section_words: tuple[SectionWords, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a template that nobody could ask for by name."""
        require_text(self.name, "name-missing")
