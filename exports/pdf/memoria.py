"""The document: cover or short head, contents, sections numbered without gaps, annexes by letter."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from exports.arrangement import Placed, has_cover, placed
from exports.pdf.blocks import Block, NewPage, Space
from exports.pdf.furniture import ContentsLine, Entry
from exports.pdf.page import BOTTOM, LEFT, PAPERS, RIGHT, TOP
from exports.pdf.sections import (
    annexes,
    cases,
    closing,
    cover,
    form,
    opening,
    photographs,
    plan,
    proceedings,
    products,
    reflections,
    sheets,
    visits,
)
from exports.pdf.setter import Setter, excerpt, near
from facilitator.domain.minutes import DocumentKind, Minutes, Said

Build = Callable[[Setter], Iterable[Block]]

_NEEDS_CONTENTS: Final = 2
"""With no more sections than this a list of contents is only in the way."""
_LEADINGS: Final = (14.0, 13.0, 12.0, 11.4)
"""Leadings of the contents in points, from airy to dense."""
_OPENS_PAGE: Final = ("proceedings", "transcript")
"""Sections that begin on a page of their own, beside the landscape ones, unless half a page is free."""
_OWN_SHEET: Final = ("evaluation_form",)
"""Sections to be copied and handed out: always on a page of their own."""
_HALF: Final = 0.5
_THIRD: Final = 0.35


_BUILDS: Final[dict[str, Build]] = {
    "background": opening.background,
    "objectives": opening.objectives,
    "participants": opening.participants,
    "agenda": opening.agenda,
    "proceedings": proceedings.proceedings,
    "reflections": reflections.reflections,
    "cases": cases.cases,
    "agreements": plan.agreements,
    "work_plan": plan.work_plan,
    "visits": visits.visits,
    "budget": closing.budget_revisions,
    "evaluation": closing.evaluation,
    "pending": closing.pending,
    "signatures": closing.signatures,
    "attendance": annexes.attendance,
    "transcript": annexes.transcript,
    "group_products": products.group_products,
    "indicator_sheets": annexes.indicator_sheets,
    "theory_of_change": annexes.theory_of_change,
    "photographs": photographs.photographs,
    "evaluation_form": form.evaluation_forms,
    "glossary": annexes.glossary,
    "opening": sheets.opening,
    "order_of_day": sheets.order_of_day,
    "closing": sheets.closing,
    "totals": opening.all_totals,
    "sign_in": sheets.sign_in,
    "follow_up": sheets.follow_up,
}


def sections(setter: Setter) -> list[Placed]:
    """Return the sections that the document has, in their order."""
    said = _said(setter.minutes)
    return placed(setter.minutes, lambda key: key in said)


def _said(m: Minutes) -> frozenset[str]:
    """Return the sections for which the minutes have something to say."""
    a = m.annexes
    has_rows = m.work_plan is not None and bool(m.work_plan.rows)
    has_people = m.participants is not None and bool(m.participants.rows)
    has_cards = any(
        cluster.cards
        for day in m.proceedings
        for session in day.sessions
        for board in session.boards
        for cluster in board.clusters
    )
    found = {
        "background": m.background is not None,
        "objectives": bool(m.objectives or m.expected_outputs),
        "participants": has_people,
        "agenda": bool(m.agenda),
        "proceedings": bool(m.proceedings),
        "reflections": bool(m.reflections),
        "cases": bool(m.cases),
        "agreements": bool(m.agreements),
        "work_plan": has_rows,
        "visits": bool(m.visits),
        "budget": bool(m.budget_revisions),
        "evaluation": m.evaluation is not None,
        "pending": bool(m.parking_lot or m.next_steps),
        "signatures": bool(m.signatures or m.distribution or m.changes),
        "attendance": a.attendance is not None and bool(a.attendance.rows),
        "transcript": a.card_transcript and has_cards,
        "group_products": a.group_products is not None and bool(a.group_products.lines),
        "indicator_sheets": bool(a.indicator_sheets),
        "theory_of_change": a.theory_of_change is not None,
        "photographs": a.photographs is not None,
        "evaluation_form": bool(a.evaluation_forms),
        "glossary": bool(a.glossary),
        "opening": True,
        "order_of_day": any(line.number is not None for day in m.agenda for line in day.lines),
        "closing": True,
        "totals": has_people,
        "sign_in": m.sign_in is not None,
        "follow_up": has_rows,
    }
    return frozenset(key for key, says in found.items() if says)


def document(setter: Setter, paper: str) -> Iterator[Block]:
    """Set the whole document; blocks are made as pages need them, so that memory stays small."""
    found = sections(setter)
    if has_cover(setter.minutes):
        by_key = {section.key: section.number for section in found}
        yield from cover.cover(setter, by_key.get("agreements", ""), paper)
    else:
        yield NewPage(landscape=bool(found) and found[0].wide and not found[0].number)
        yield from sheets.head(setter, is_empty=not found)
    if setter.minutes.kind is DocumentKind.MEMORIA and len(found) > _NEEDS_CONTENTS:
        yield NewPage()
        yield from _contents(setter, found, paper)
    previous: Placed | None = None
    said = _said(setter.minutes)
    for n, section in enumerate(found):
        yield from _begun(setter, section, previous, first=not n)
        yield from _free(setter, section.before)
        if section.key in said:
            yield from _BUILDS[section.key](setter)
        yield from _free(setter, section.after, before=10.0)
        previous = section


def _begun(setter: Setter, section: Placed, previous: Placed | None, *, first: bool) -> Iterator[Block]:
    """Turn the page where a section begins one, and set its heading."""
    setter.at(f"{section.number} {section.title}".strip() or setter.print_as.where)
    one_of_many = setter.minutes.kind is DocumentKind.MEMORIA
    opens = one_of_many and (section.key in _OPENS_PAGE or first or section.number == "A")
    turned = section.wide != (previous.wide if previous is not None else section.wide and not section.number)
    if section.new_page:
        yield NewPage(landscape=section.wide)
    elif one_of_many and section.key in _OWN_SHEET:
        yield NewPage()
    elif opens or turned or (one_of_many and section.wide):
        yield NewPage(landscape=section.wide, used=_used_before(section, previous))
    title = section.title
    if not title:
        yield Space(14.0, keep=True)
        return
    level = 0 if one_of_many else 1
    heading = setter.heading(title, level, section.anchor, number=section.number, mark=title)
    heading.before = 34.0 if one_of_many else 24.0
    yield heading
    yield Space(3.0 if section.wide or not one_of_many else 10.0, keep=True)


def _free(setter: Setter, said: Said | None, *, before: float = 0.0) -> Iterator[Block]:
    """Set free text, a paragraph for each that an empty line parts from the next."""
    if said is None:
        return
    parts = [part.strip() for part in said.text.split("\n\n") if part.strip()]
    for n, part in enumerate(parts):
        yield setter.said(Said(part, said.language), before=before if not n else 6.0)
    if parts and not before:
        yield Space(10.0)


def _used_before(section: Placed, previous: Placed | None) -> float:
    """Return how much of a page must be filled for a section to leave it alone and begin another."""
    if previous is None:
        return _THIRD
    return _HALF if section.key in _OPENS_PAGE else 0.0


def _contents(setter: Setter, all_sections: list[Placed], paper: str) -> Iterator[Block]:
    """Set the contents, the lines closer together where that saves the last few from a page of their own."""
    t = setter.t
    heading = setter.heading(t.gettext("Contents"), 0, "contents", mark=t.gettext("Contents"))
    entries = [
        entry
        for section in all_sections
        if section.title  # without a heading there is no place to lead to
        for entry in (
            Entry(section.number, section.title, section.anchor, strong=True),
            *_inside(setter.minutes, section),
        )
    ]
    width, height = PAPERS[paper]
    width, height = width - LEFT - RIGHT, height - TOP - BOTTOM - heading.wrap(width)
    for leading in _LEADINGS:
        lines = [ContentsLine(setter, entry, leading) for entry in entries]
        if sum(line.before + line.wrap(width) for line in lines) <= height:
            break
    else:
        lines = [ContentsLine(setter, entry) for entry in entries]
    yield heading
    yield from near(lines)


def _inside(minutes: Minutes, section: Placed) -> Iterator[Entry]:
    if section.key == "proceedings":
        for day in minutes.proceedings:
            for session in day.sessions:
                number = session.line.number
                title = excerpt(session.line.title, 120)
                yield Entry("" if number is None else str(number), title, session.anchor, strong=False)
    if section.key == "cases":
        for case in minutes.cases:
            yield Entry("", excerpt(case.title, 120), case.anchor, strong=False)
