"""Which sections a document has, in which order, under which number and title: the same in every format."""

import string
from collections.abc import Callable, Iterable
from gettext import NullTranslations
from typing import Final

from facilitator.domain.documents import DocumentKind
from facilitator.domain.frozen import dataclass
from facilitator.domain.minutes import Minutes, Said, SectionPlan
from facilitator.domain.sections import COVER, USUAL, is_annex
from facilitator.i18n import translations
from facilitator.words import word

WIDE: Final = frozenset(("work_plan", "attendance", "totals", "sign_in", "follow_up"))
"""Sections that are matrices and need the long side of the paper."""

_NUMBERED: Final = (DocumentKind.MEMORIA, DocumentKind.ACTA)
_UNTITLED: Final = ("opening", "identification")
"""Sections that begin a document without a title of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A section in its place. `number` is "3", or "B" for an annex; without a `title` it has no heading."""

    key: str
    number: str
    title: str
    before: Said | None = None
    after: Said | None = None
    new_page: bool = False

    @property
    def anchor(self) -> str:
        """The place that references to it lead to."""
        return anchor_of(self.key)

    @property
    def wide(self) -> bool:
        """Whether it needs a page that lies across."""
        return self.key in WIDE


def anchor_of(key: str) -> str:
    """Return the place of a section."""
    return key.replace("_", "-")


def titles(t: NullTranslations, kind: DocumentKind = DocumentKind.MEMORIA) -> dict[str, str]:
    """Return the usual title of every section in a kind of document."""
    is_record = kind is DocumentKind.ACTA
    is_short = kind is DocumentKind.AYUDA_MEMORIA
    return {
        COVER: t.gettext("Cover and summary"),
        "background": t.gettext("Background"),
        "objectives": t.gettext("Objectives and expected outputs"),
        "participants": t.gettext("Participants"),
        "agenda": t.gettext("Agenda, planned and held"),
        "proceedings": t.gettext("Proceedings"),
        "reflections": t.gettext("Double-loop reflections"),
        "cases": t.gettext("Results by case"),
        "agreements": t.gettext("Agreements") if is_short else t.gettext("Agreements and decisions"),
        "work_plan": t.gettext("Work plan"),
        "visits": t.gettext("Visits and support held"),
        "budget": t.gettext("Budget revision"),
        "evaluation": t.gettext("Evaluation of the workshop"),
        "pending": t.gettext("Pending matters")
        if is_record or is_short
        else t.gettext("Pending matters and next steps"),
        "signatures": t.gettext("Signatures and distribution"),
        "attendance": t.gettext("Attendance list"),
        "transcript": t.gettext("Card transcript"),
        "group_products": t.gettext("Group products"),
        "indicator_sheets": t.gettext("Indicator sheets"),
        "theory_of_change": t.gettext("Theory of change"),
        "photographs": t.gettext("Photographs"),
        "evaluation_form": t.gettext("Evaluation form"),
        "glossary": t.gettext("Glossary and acronyms"),
        "identification": t.gettext("Date, place and people"),
        "purpose": t.gettext("Purpose and summary"),
        "next_meeting": t.gettext("Next meeting and dates"),
        "opening": t.gettext("Opening"),
        "order_of_day": t.gettext("Order of the day"),
        "closing": t.gettext("Closing and signatures"),
        "totals": t.gettext("Totals"),
        "sign_in": t.gettext("Sign-in sheet"),
        "follow_up": t.gettext("Follow-up sheet"),
    }


def kind_title(minutes: Minutes) -> str:
    """Return what the document calls itself."""
    t = translations(minutes.language)
    if minutes.kind is DocumentKind.MEMORIA:
        return t.gettext("Workshop minutes")
    return word(t, minutes.kind)


def plan_of(minutes: Minutes) -> tuple[SectionPlan, ...]:
    """Return the sections that the document is to have."""
    return minutes.plan if minutes.plan is not None else tuple(map(SectionPlan, USUAL[minutes.kind]))


def has_cover(minutes: Minutes) -> bool:
    """Whether the document begins with a cover rather than with a short head."""
    return minutes.kind is DocumentKind.MEMORIA and any(each.key == COVER for each in plan_of(minutes))


def placed(minutes: Minutes, says: Callable[[str], bool]) -> list[Placed]:
    """Return the sections to write: those for which `says` is true, and those with free text.

    Sections are numbered and annexes lettered without gaps; a document of one thing has no numbers.
    """
    t = translations(minutes.language)
    usual = titles(t, minutes.kind)
    alone = USUAL[minutes.kind][:1] if minutes.kind not in _NUMBERED else ()
    chosen = [
        each
        for each in plan_of(minutes)
        if each.key != COVER and (each.before or each.after or says(each.key))
    ]
    named = [
        (each, each.title or ("" if each.key in (*alone, *_UNTITLED) else usual.get(each.key, "")))
        for each in chosen
    ]
    numbers = _numbers(((each.key, title) for each, title in named), numbered=minutes.kind in _NUMBERED)
    return [
        Placed(
            key=each.key,
            number=number,
            title=title,
            before=each.before,
            after=each.after,
            new_page=each.new_page,
        )
        for (each, title), number in zip(named, numbers, strict=True)
    ]


def _numbers(named: Iterable[tuple[str, str]], *, numbered: bool) -> list[str]:
    numbers: list[str] = []
    sections, annexes = 0, 0
    for key, title in named:
        if not numbered or not title:
            numbers.append("")
        elif is_annex(key):
            numbers.append(string.ascii_uppercase[annexes])
            annexes += 1
        else:
            sections += 1
            numbers.append(str(sections))
    return numbers
