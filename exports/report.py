"""What a writer tells when it is done: how long the document is and what it could not print as written."""

from dataclasses import dataclass
from enum import StrEnum


class WarningKind(StrEnum):
    """Why a character is named in a warning."""

    NO_GLYPH = "no-glyph"
    """No font at hand has it: a framed code point stands in its place."""
    RIGHT_TO_LEFT = "right-to-left"
    """Printed, but in the order of writing from left to right and unjoined: not yet readable."""


@dataclass(frozen=True, slots=True)
class CharacterWarning:
    """A character that does not look as its author meant, and where it stands.

    `code_point` is "U+1F33D"; `where` names section or session in the document's language; `count` is how
    often it occurs there. For right-to-left text `character` is the first one met there.
    """

    kind: WarningKind
    character: str
    code_point: str
    where: str
    count: int


@dataclass(frozen=True, slots=True)
class PdfReport:
    """A PDF that stands complete at its target."""

    pages: int
    warnings: tuple[CharacterWarning, ...]
