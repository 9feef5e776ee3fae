"""Which sections a document is to have, in which order, and what it says of them in words of its own."""

from facilitator.domain.documents import MinutesDocument
from facilitator.domain.minutes import SectionPlan
from facilitator.domain.sections import USUAL, is_chosen, words_of, written_sections
from facilitator.services.minutes.scope import Scope


def plan(scope: Scope, document: MinutesDocument | None) -> tuple[SectionPlan, ...]:
    """Return the sections to write; those that its kind usually has where nobody chose."""
    if document is None or document.kind is not scope.edition.kind or not is_chosen(document):
        return tuple(SectionPlan(key) for key in USUAL[scope.edition.kind])
    return tuple(_section(scope, document, key) for key in written_sections(document))


def _section(scope: Scope, document: MinutesDocument, key: str) -> SectionPlan:
    words = words_of(document, key)
    if words is None:
        return SectionPlan(key)
    around = (scope.written(words.before), scope.written(words.after))
    return SectionPlan(key, scope.put(words.title), *around, new_page=words.new_page)
