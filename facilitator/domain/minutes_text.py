"""What the minutes print, its smallest parts: people's words, and references inside the document."""

from enum import StrEnum

from facilitator.domain.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """People's own words: always printed as they were said, never replaced by a translation.

    `translation` is in the document's language and is printed after the original, in italics and
    marked "[translation]". It is None when `language` already is the document's, or nobody wrote one.
    """

    text: str
    language: str
    translation: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a line of the document came from, so that the reader can jump there.

    `label` is ready to read ("Session 11", "Card 4.2", "Reflection 2"). `anchor` is the `anchor` of the
    session, board, card, reflection, agreement, work-plan row or case in this document; None when that
    is not part of it (left out by section choice or disclosure), and then only the label is printed.
    """

    label: str
    anchor: str | None = None


class Tone(StrEnum):
    """How a state is drawn beside its word; the word always stands there too."""

    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    LATE = "late"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Status:
    """A state as a word of the document's language, and how a bar or mark of it is drawn."""

    word: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Tally:
    """One line of a count: what was counted (a word or name), and how many."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """A section that the document is to have, by key (`sections.py`), with its own title and free text.

    With `new_page` it begins a page.
    """

    key: str
    title: str | None = None
    before: Said | None = None
    after: Said | None = None
    new_page: bool = False
