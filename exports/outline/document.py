"""Puts the whole document together: sections numbered without gaps, annexes by letter (domain.md 7.2)."""

import string
from collections.abc import Callable, Iterable
from typing import Final

from exports.outline import annexes, cases, closing, opening, plan, proceedings, reflections, visits
from exports.outline.pen import Pen
from exports.outline.pieces import Document, Piece, Section
from exports.outline.short import short
from exports.phrases import joined
from facilitator.domain.minutes import DocumentKind, Minutes

Build = Callable[[Pen], Iterable[Piece]]

_WIDE: Final = ("work-plan", "attendance")
"""Sections that are matrices and need the long side of the paper."""


def outline(minutes: Minutes) -> Document:
    """Return what the minutes say as one document that flows; a section with nothing to say is not in it."""
    pen = Pen(minutes)
    is_short = minutes.kind is DocumentKind.AYUDA_MEMORIA
    cover, t = minutes.cover, pen.t
    kind = t.gettext("Two-page minutes") if is_short else t.gettext("Workshop minutes")
    when = pen.formats.span(cover.start, cover.end)
    return Document(
        title=cover.title,
        kind=kind,
        language=minutes.language,
        author=cover.author or ", ".join(cover.organisers) or cover.alliance or "",
        subject=joined(cover.lead, cover.place, when),
        keywords=joined(kind, cover.cycle, cover.alliance, cover.place, by="; "),
        running=joined(cover.title, when, by=". "),
        footer=cover.footer or cover.alliance or "",
        draft=t.gettext("Draft") if cover.draft else None,
        contents=t.gettext("Contents"),
        front=tuple(short(minutes) if is_short else opening.front(pen)),
        sections=() if is_short else tuple(_sections(pen)),
    )


def _sections(pen: Pen) -> Iterable[Section]:
    """Write the sections that say something, numbered in order, then the annexes by letter."""
    numbered = [(each, pieces) for each in _titles(pen) if (pieces := tuple(each[2](pen)))]
    lettered = [(each, pieces) for each in _annexes(pen) if (pieces := tuple(each[2](pen)))]
    labels = (*map(str, range(1, len(numbered) + 1)), *string.ascii_uppercase[: len(lettered)])
    for label, ((title, anchor, _), pieces) in zip(labels, (*numbered, *lettered), strict=True):
        yield Section(label, title, anchor, pieces, wide=anchor in _WIDE)


def _titles(pen: Pen) -> tuple[tuple[str, str, Build], ...]:
    m, t = pen.minutes, pen.t
    return (
        (t.gettext("Background"), "background", opening.background),
        (t.gettext("Objectives and expected outputs"), "objectives", opening.objectives),
        (
            t.gettext("Participants"),
            "participants",
            _where(opening.participants, m.participants and m.participants.rows),
        ),
        (t.gettext("Agenda, planned and held"), "agenda", opening.agenda),
        (t.gettext("Proceedings"), "proceedings", proceedings.proceedings),
        (t.gettext("Double-loop reflections"), "reflections", reflections.reflections),
        (t.gettext("Results by case"), "cases", cases.cases),
        (t.gettext("Agreements and decisions"), "agreements", _where(plan.agreements, m.agreements)),
        (t.gettext("Work plan"), "work-plan", _where(plan.work_plan, m.work_plan and m.work_plan.rows)),
        (t.gettext("Visits and support held"), "visits", visits.visits),
        (t.gettext("Budget revision"), "budget", closing.budget_revisions),
        (t.gettext("Evaluation of the workshop"), "evaluation", closing.evaluation),
        (t.gettext("Pending matters and next steps"), "pending", closing.pending),
        (t.gettext("Signatures and distribution"), "signatures", closing.signatures),
    )


def _annexes(pen: Pen) -> tuple[tuple[str, str, Build], ...]:
    a, t = pen.minutes.annexes, pen.t
    return (
        (
            t.gettext("Attendance list"),
            "attendance",
            _where(annexes.attendance, a.attendance and a.attendance.rows),
        ),
        (t.gettext("Card transcript"), "transcript", _where(proceedings.transcript, a.card_transcript)),
        (t.gettext("Indicator sheets"), "indicator-sheets", annexes.indicator_sheets),
        (t.gettext("Theory of change"), "theory-of-change", annexes.theory_of_change),
        (t.gettext("Photographs"), "photographs", visits.photographs),
        (t.gettext("Glossary and acronyms"), "glossary", annexes.glossary),
    )


def _where(build: Build, something: object) -> Build:
    """Write a section only where there is something to put in its table."""
    return build if something else lambda _pen: ()
