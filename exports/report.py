"""What a writer tells when it is done: how long the document is and what it could not print as written."""

from enum import StrEnum
from gettext import NullTranslations

from facilitator.domain.frozen import dataclass


class WarningKind(StrEnum):
    """Why a character is named in a warning."""

    NO_GLYPH = "no-glyph"
    """No font at hand has it: a framed code point stands in its place."""


@dataclass(frozen=True, slots=True)
class CharacterWarning:
    """A character that does not look as its author meant, and where it stands.

    `code_point` is "U+1F33D"; `where` names section or session in the document's language; `count` is how
    often it occurs there.
    """

    kind: WarningKind
    character: str
    code_point: str
    where: str
    count: int


def sentence(warning: CharacterWarning, words: NullTranslations) -> str:
    """Say a warning in the language of `words` (`facilitator.i18n.translations`)."""
    form = words.ngettext(
        "{code_point} is in no font here and stands as its number, once: {where}.",
        "{code_point} is in no font here and stands as its number, {n} times: {where}.",
        warning.count,
    )
    return form.format(code_point=warning.code_point, n=warning.count, where=warning.where)


@dataclass(frozen=True, slots=True)
class Report:
    """A document that stands complete at its target; one without pages of its own has 0."""

    pages: int = 0
    warnings: tuple[CharacterWarning, ...] = ()
    seal: str | None = None
    """The hash in the footers of a final."""
