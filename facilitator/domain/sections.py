"""The sections of each kind of document: their usual order, and the one that was chosen (domain.md 7.2).

Sections are known by keys, which files carry too. A key that no kind has is a section of free text alone.
"""

from collections.abc import Iterable, Mapping
from typing import Final, Protocol

from facilitator.domain.documents import DocumentKind, SectionWords

ANNEXES: Final = (
    "attendance",
    "transcript",
    "group_products",
    "indicator_sheets",
    "theory_of_change",
    "photographs",
    "evaluation_form",
    "glossary",
)
"""What follows the sections, with letters instead of numbers."""

COVER: Final = "cover"
"""The first page, with the summary."""

USUAL: Final[Mapping[DocumentKind, tuple[str, ...]]] = {
    DocumentKind.MEMORIA: (
        COVER,
        "background",
        "objectives",
        "participants",
        "agenda",
        "proceedings",
        "reflections",
        "cases",
        "agreements",
        "work_plan",
        "visits",
        "budget",
        "evaluation",
        "pending",
        "signatures",
        *ANNEXES,
    ),
    DocumentKind.AYUDA_MEMORIA: ("identification", "purpose", "agreements", "pending", "next_meeting"),
    DocumentKind.ACTA: ("opening", "participants", "order_of_day", "agreements", "pending", "closing"),
    DocumentKind.ATTENDANCE_LIST: ("attendance", "totals"),
    DocumentKind.SIGN_IN_SHEET: ("sign_in",),
    DocumentKind.CARD_TRANSCRIPT: ("transcript",),
    DocumentKind.WORK_PLAN: ("work_plan",),
    DocumentKind.INDICATOR_SHEETS: ("indicator_sheets",),
    DocumentKind.EVALUATION: ("evaluation",),
    DocumentKind.FOLLOW_UP: ("follow_up",),
}
"""The sections of a kind."""

KNOWN: Final = frozenset(key for keys in USUAL.values() for key in keys)

_ALSO: Final[Mapping[str, str]] = {
    "summary_of_agreements": COVER,
    "proceedings_by_session": "proceedings",
    "feedback_cards": "proceedings",
    "double_loop_reflections": "reflections",
    "prototype_by_case": "cases",
    "budget_revision": "budget",
    "parking_lot": "pending",
    "next_steps": "pending",
    "attendance_list": "attendance",
    "agenda_planned_and_actual": "agenda",
    "card_transcript": "transcript",
    "evaluation_results": "evaluation",
}
"""Other names of sections in files."""


class Arranged(Protocol):
    """A document or a template of one: what somebody chose of its sections."""

    @property
    def kind(self) -> DocumentKind:
        """Which kind of document it is."""

    @property
    def sections(self) -> tuple[str, ...]:
        """The order of the sections."""

    @property
    def annexes(self) -> tuple[str, ...]:
        """The order of the annexes."""

    @property
    def left_out(self) -> tuple[str, ...]:
        """What is not written."""

    @property
    def section_words(self) -> tuple[SectionWords, ...]:
        """Words of its own, by section."""


def section_key(name: str) -> str:
    """Return the key of a section that a file may call otherwise."""
    return _ALSO.get(name, name)


def is_annex(key: str) -> bool:
    """Whether a section stands among the annexes of a memoria."""
    return key in ANNEXES


def is_chosen(document: Arranged) -> bool:
    """Whether anybody chose anything of the sections."""
    return bool(document.sections or document.annexes or document.left_out or document.section_words)


def section_order(document: Arranged) -> tuple[str, ...]:
    """Return every section of a document in its order, with those left out; annexes stand last.

    A section that the document does not name stands after the one that it usually follows.
    """
    usual = USUAL[document.kind]
    own = _once(each.key for each in document.section_words if each.key not in KNOWN)
    named = map(section_key, (*document.sections, *document.annexes))
    order = [key for key in _once(named) if key in usual or key in own]
    for place, key in enumerate(usual):
        if key not in order:
            at = order.index(usual[place - 1]) + 1 if place else 0
            while at < len(order) and order[at] in own:
                at += 1
            order.insert(at, key)
    order += [key for key in own if key not in order]
    first = [key for key in order if key == COVER]
    middle = [key for key in order if key != COVER and not is_annex(key)]
    return (*first, *middle, *(key for key in order if is_annex(key)))


def written_sections(document: Arranged) -> tuple[str, ...]:
    """Return the sections that are to be written, in their order."""
    out = set(map(section_key, document.left_out))
    return tuple(key for key in section_order(document) if key not in out)


def words_of(document: Arranged, key: str) -> SectionWords | None:
    """Return the words that a document has of its own for a section."""
    return next((each for each in document.section_words if each.key == key), None)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
