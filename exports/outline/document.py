"""Puts the whole document together: sections numbered without gaps, annexes by letter (domain.md 7.2)."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from exports.arrangement import Placed, has_cover, kind_title, placed
from exports.outline import (
    annexes,
    cases,
    closing,
    form,
    opening,
    plan,
    proceedings,
    products,
    reflections,
    sheets,
    visits,
)
from exports.outline.pen import Pen
from exports.outline.pieces import Document, Piece, Section
from exports.outline.short import short
from exports.phrases import joined
from facilitator.domain.minutes import DocumentKind, Minutes, Said

_HASHES: Final = 3
"""Hashes that are told, the newest; somebody may have written a final many times."""

Build = Callable[[Pen], Iterable[Piece]]


def outline(minutes: Minutes) -> Document:
    """Return what the minutes say as one document that flows; a section with nothing to say is not in it."""
    pen = Pen(minutes)
    is_short = minutes.kind is DocumentKind.AYUDA_MEMORIA
    cover, t = minutes.cover, pen.t
    kind = kind_title(minutes)
    when = pen.formats.span(cover.start, cover.end)
    sections = () if is_short else tuple(_sections(pen))
    return Document(
        title=cover.title,
        kind=kind,
        language=minutes.language,
        author=cover.author or ", ".join(cover.organisers) or cover.alliance or "",
        subject=joined(cover.lead, cover.place, when),
        keywords=joined(kind, cover.cycle, cover.alliance, cover.place, by="; "),
        running=joined(cover.title, when, by=". "),
        footer=cover.footer or cover.alliance or "",
        draft=cover.mark or (t.gettext("Draft") if cover.draft else None),
        contents=t.gettext("Contents"),
        front=(*_front(pen, is_short=is_short, is_empty=not sections), *_which_counts(pen)),
        sections=sections,
    )


def _front(pen: Pen, *, is_short: bool, is_empty: bool) -> Iterable[Piece]:
    if is_short:
        return short(pen.minutes)
    if has_cover(pen.minutes):
        return opening.front(pen)
    return sheets.head(pen, is_empty=is_empty)


def _which_counts(pen: Pen) -> Iterator[Piece]:
    """Say of a final that its PDF is what was approved, with the hashes that tell it from others."""
    cover, t = pen.minutes.cover, pen.t
    if cover.draft:
        return
    words = t.gettext(
        "This file is a copy to read and to work with. What was approved is the PDF of the final {number}, "
        "which says its hash in its footer."
    )
    yield from pen.note(words.format(number=cover.version or ""))
    for digest in cover.issued[-_HASHES:]:
        yield from pen.note(t.gettext("SHA-256 of the PDF: {hash}").format(hash=digest))


def _sections(pen: Pen) -> Iterator[Section]:
    """Write the sections that say something, each between what somebody wrote for it."""
    builds = _builds(pen)
    written: dict[str, tuple[Piece, ...]] = {}

    def says(key: str) -> bool:
        written[key] = tuple(builds[key](pen)) if key in builds else ()
        return bool(written[key])

    for each in placed(pen.minutes, says):
        if each.key not in written:
            says(each.key)
        yield _section(pen, each, written[each.key])


def _section(pen: Pen, each: Placed, pieces: tuple[Piece, ...]) -> Section:
    around = (*_free(pen, each.before), *pieces, *_free(pen, each.after))
    return Section(each.number, each.title, each.anchor, around, wide=each.wide, new_page=each.new_page)


def _free(pen: Pen, said: Said | None) -> Iterator[Piece]:
    """Write free text, a paragraph for each that an empty line parts from the next."""
    if said is not None:
        for part in said.text.split("\n\n"):
            yield from pen.said(Said(part.strip(), said.language)) if part.strip() else ()


def _builds(pen: Pen) -> dict[str, Build]:
    """Return how each section is written; one whose table would be empty writes nothing."""
    m = pen.minutes
    a = m.annexes
    return {
        "background": opening.background,
        "objectives": opening.objectives,
        "participants": _where(opening.participants, m.participants and m.participants.rows),
        "agenda": opening.agenda,
        "proceedings": proceedings.proceedings,
        "reflections": reflections.reflections,
        "cases": cases.cases,
        "agreements": _where(plan.agreements, m.agreements),
        "work_plan": _where(plan.work_plan, m.work_plan and m.work_plan.rows),
        "visits": visits.visits,
        "budget": closing.budget_revisions,
        "evaluation": closing.evaluation,
        "pending": closing.pending,
        "signatures": closing.signatures,
        "attendance": _where(annexes.attendance, a.attendance and a.attendance.rows),
        "transcript": _where(proceedings.transcript, a.card_transcript),
        "group_products": products.group_products,
        "indicator_sheets": annexes.indicator_sheets,
        "theory_of_change": annexes.theory_of_change,
        "photographs": visits.photographs,
        "evaluation_form": form.evaluation_forms,
        "glossary": annexes.glossary,
        "opening": sheets.opening,
        "order_of_day": sheets.order_of_day,
        "closing": sheets.closing,
        "totals": _where(opening.all_totals, m.participants and m.participants.rows),
        "sign_in": sheets.sign_in,
        "follow_up": _where(sheets.follow_up, m.work_plan and m.work_plan.rows),
    }


def _where(build: Build, something: object) -> Build:
    """Write a section only where there is something to put in its table."""
    return build if something else lambda _pen: ()
