"""Whether a document would say anything, or only that nothing is recorded."""

from typing import Final

from exports.arrangement import plan_of
from exports.outline.document import outline
from facilitator.domain.minutes import DocumentKind, Minutes

_ALWAYS: Final = frozenset({DocumentKind.MEMORIA, DocumentKind.AYUDA_MEMORIA, DocumentKind.SIGN_IN_SHEET})
"""Documents that say where and when people met, whatever they left, and the sheet to fill in by hand."""


def is_recorded(minutes: Minutes) -> bool:
    """Whether there is something to write: records, or words that somebody wrote for the document."""
    if minutes.kind in _ALWAYS or any(each.before or each.after for each in plan_of(minutes)):
        return True
    if minutes.kind is DocumentKind.ACTA:
        return bool(minutes.agreements or minutes.parking_lot)
    return bool(outline(minutes).sections)
