"""Between workshops, and in pictures: visits held with what was seen and agreed, and the photographs."""

from collections.abc import Iterator

from exports.outline.pen import Pen, facts
from exports.outline.pieces import Heading, Picture, Piece
from exports.phrases import joined
from facilitator.domain.minutes import Photograph, VisitAccount


def visits(pen: Pen) -> Iterator[Piece]:
    """Write every visit, oldest first."""
    for visit in pen.minutes.visits:
        yield from _visit(pen, visit)


def _visit(pen: Pen, visit: VisitAccount) -> Iterator[Piece]:
    t = pen.t
    when = pen.formats.span(visit.start, visit.end)
    yield Heading(t.gettext("{kind}, {when}").format(kind=visit.kind, when=when), 2)
    yield from pen.note(joined(visit.place, visit.length, by=". "))
    next_date = pen.formats.day(visit.next_date) if visit.next_date is not None else None
    yield from facts(
        (t.gettext("About"), (*pen.said(visit.subject, strong=True), *pen.sources([visit.about]))),
        (t.gettext("Who took part"), pen.words(visit.people)),
        (t.gettext("Met"), pen.words(visit.met)),
        (t.gettext("Reviewed by"), pen.words(visit.reviewer)),
        *((label, pen.said(said)) for label, said in visit.accounts),
        (t.gettext("Next date"), pen.words(next_date)),
    )


def photographs(pen: Pen) -> Iterator[Piece]:
    """Write the photographs of each session, and how many are left out because of consents."""
    annex, t = pen.minutes.annexes.photographs, pen.t
    if annex is None:
        return
    for group in annex.groups:
        title = group.session or t.gettext("The workshop")
        yield Heading(title, 2)
        yield from (_photograph(pen, each, title) for each in group.photographs)
    if annex.withheld:
        form = t.ngettext(
            "{n} photograph is left out: not everybody on it agreed to be shown.",
            "{n} photographs are left out: not everybody on them agreed to be shown.",
            annex.withheld,
        )
        yield from pen.note(form.format(n=annex.withheld))


def _photograph(pen: Pen, photograph: Photograph, title: str) -> Picture:
    """Write a picture; who does not see it is told its caption, else when and where it was taken."""
    caption = photograph.caption
    words = (
        *pen.said(caption, strong=True),
        *pen.note(photograph.taken),
        *pen.sources([photograph.shows]),
    )
    said = caption.translation or caption.text if caption is not None else joined(title, photograph.taken)
    alternative = pen.t.gettext("Photograph: {what}").format(what=said)
    return Picture(photograph.content, alternative, words, pen.t.gettext("The picture cannot be read."))
