"""The memoria: cover and summary, contents, sections numbered without gaps, annexes by letter."""

import string
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from exports.pdf.blocks import Block, NewPage, Space
from exports.pdf.furniture import ContentsLine, Entry
from exports.pdf.page import BOTTOM, LEFT, PAPERS, RIGHT, TOP
from exports.pdf.sections import (
    annexes,
    cases,
    closing,
    cover,
    opening,
    photographs,
    plan,
    proceedings,
    reflections,
    visits,
)
from exports.pdf.setter import Setter, excerpt, near
from facilitator.domain.frozen import dataclass
from facilitator.domain.minutes import Minutes

Build = Callable[[Setter], Iterable[Block]]

_NEEDS_CONTENTS: Final = 2
"""With no more sections than this a list of contents is only in the way."""
_LEADINGS: Final = (14.0, 13.0, 12.0, 11.4)
"""Leadings of the contents in points, from airy to dense."""
_OPENS_PAGE: Final = ("proceedings", "transcript")
"""Sections that begin on a page of their own, beside the landscape ones, unless half a page is free."""
_HALF: Final = 0.5
_THIRD: Final = 0.35


@dataclass(frozen=True, slots=True)
class Section:
    """A section that has something to say. `number` is "3", or "B" for an annex."""

    number: str
    title: str
    anchor: str
    build: Build
    landscape: bool = False


def sections(setter: Setter) -> list[Section]:
    """Return the sections with content, numbered in order, then the annexes with content by letter."""
    numbered = [each for each in _sections(setter) if each[0]]
    lettered = [each for each in _annexes(setter) if each[0]]
    labels = [*map(str, range(1, len(numbered) + 1)), *string.ascii_uppercase[: len(lettered)]]
    return [
        Section(label, title, anchor, build, anchor in ("work-plan", "attendance"))
        for label, (_, title, anchor, build) in zip(labels, (*numbered, *lettered), strict=True)
    ]


def _sections(setter: Setter) -> list[tuple[bool, str, str, Build]]:
    m, t = setter.minutes, setter.t
    return [
        (m.background is not None, t.gettext("Background"), "background", opening.background),
        (
            bool(m.objectives or m.expected_outputs),
            t.gettext("Objectives and expected outputs"),
            "objectives",
            opening.objectives,
        ),
        (
            m.participants is not None and bool(m.participants.rows),
            t.gettext("Participants"),
            "participants",
            opening.participants,
        ),
        (bool(m.agenda), t.gettext("Agenda, planned and held"), "agenda", opening.agenda),
        (bool(m.proceedings), t.gettext("Proceedings"), "proceedings", proceedings.proceedings),
        (bool(m.reflections), t.gettext("Double-loop reflections"), "reflections", reflections.reflections),
        (bool(m.cases), t.gettext("Results by case"), "cases", cases.cases),
        (bool(m.agreements), t.gettext("Agreements and decisions"), "agreements", plan.agreements),
        (
            m.work_plan is not None and bool(m.work_plan.rows),
            t.gettext("Work plan"),
            "work-plan",
            plan.work_plan,
        ),
        (bool(m.visits), t.gettext("Visits and support held"), "visits", visits.visits),
        (bool(m.budget_revisions), t.gettext("Budget revision"), "budget", closing.budget_revisions),
        (m.evaluation is not None, t.gettext("Evaluation of the workshop"), "evaluation", closing.evaluation),
        (
            bool(m.parking_lot or m.next_steps),
            t.gettext("Pending matters and next steps"),
            "pending",
            closing.pending,
        ),
        (
            bool(m.signatures or m.distribution),
            t.gettext("Signatures and distribution"),
            "signatures",
            closing.signatures,
        ),
    ]


def _annexes(setter: Setter) -> list[tuple[bool, str, str, Build]]:
    m, t = setter.minutes, setter.t
    a = m.annexes
    has_cards = any(
        cluster.cards
        for day in m.proceedings
        for session in day.sessions
        for board in session.boards
        for cluster in board.clusters
    )
    return [
        (
            a.attendance is not None and bool(a.attendance.rows),
            t.gettext("Attendance list"),
            "attendance",
            annexes.attendance,
        ),
        (
            a.card_transcript and has_cards,
            t.gettext("Card transcript"),
            "transcript",
            annexes.transcript,
        ),
        (
            bool(a.indicator_sheets),
            t.gettext("Indicator sheets"),
            "indicator-sheets",
            annexes.indicator_sheets,
        ),
        (
            a.theory_of_change is not None,
            t.gettext("Theory of change"),
            "theory-of-change",
            annexes.theory_of_change,
        ),
        (a.photographs is not None, t.gettext("Photographs"), "photographs", photographs.photographs),
        (bool(a.glossary), t.gettext("Glossary and acronyms"), "glossary", annexes.glossary),
    ]


def memoria(setter: Setter, paper: str) -> Iterator[Block]:
    """Set the whole document; blocks are made as pages need them, so that memory stays small."""
    all_sections = sections(setter)
    by_anchor = {section.anchor: section.number for section in all_sections}
    yield from cover.cover(setter, by_anchor.get("agreements", ""), paper)
    if len(all_sections) > _NEEDS_CONTENTS:
        yield NewPage()
        yield from _contents(setter, all_sections, paper)
    previous: Section | None = None
    for section in all_sections:
        setter.at(f"{section.number} {section.title}")
        starts_page = section.anchor in _OPENS_PAGE or section.landscape
        if starts_page or previous is None or previous.landscape or section.number == "A":
            yield NewPage(landscape=section.landscape, used=_used_before(section, previous))
        title = section.title
        heading = setter.heading(title, 0, section.anchor, number=section.number, mark=title)
        heading.before = 34.0
        yield heading
        yield Space(3.0 if section.landscape else 10.0, keep=True)
        yield from section.build(setter)
        previous = section


def _used_before(section: Section, previous: Section | None) -> float:
    """Return how much of a page must be filled for a section to leave it alone and begin another."""
    if previous is None:
        return _THIRD
    return _HALF if section.anchor in _OPENS_PAGE else 0.0


def _contents(setter: Setter, all_sections: list[Section], paper: str) -> Iterator[Block]:
    """Set the contents, the lines closer together where that saves the last few from a page of their own."""
    t = setter.t
    heading = setter.heading(t.gettext("Contents"), 0, "contents", mark=t.gettext("Contents"))
    entries = [
        entry
        for section in all_sections
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


def _inside(minutes: Minutes, section: Section) -> Iterator[Entry]:
    if section.anchor == "proceedings":
        for day in minutes.proceedings:
            for session in day.sessions:
                number = session.line.number
                title = excerpt(session.line.title, 120)
                yield Entry("" if number is None else str(number), title, session.anchor, strong=False)
    if section.anchor == "cases":
        for case in minutes.cases:
            yield Entry("", excerpt(case.title, 120), case.anchor, strong=False)
