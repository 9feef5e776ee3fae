"""Between workshops: visits and support that took place, each with what was seen and agreed."""

from collections.abc import Iterator

from exports.pdf import ink
from exports.pdf.blocks import Block, Space
from exports.pdf.setter import Setter, near
from facilitator.domain.minutes import VisitAccount


def visits(setter: Setter) -> Iterator[Block]:
    """Set every visit, oldest first."""
    for n, visit in enumerate(setter.minutes.visits):
        yield from _visit(setter, visit, first=not n)


def _visit(setter: Setter, visit: VisitAccount, *, first: bool) -> Iterator[Block]:
    t = setter.t
    when = setter.formats.span(visit.start, visit.end)
    title = t.gettext("{kind}, {when}").format(kind=visit.kind, when=when)
    setter.at(title)
    heading = setter.heading(title, 3)
    heading.before = 2.0 if first else 20.0
    yield heading
    standing = ". ".join(part for part in (visit.place, visit.length) if part)
    if standing:
        line = setter.text(standing, ink.CAPTION)
        line.keep = True
        yield line
    yield Space(4.0, keep=True)
    facts: list[Block] = []
    if visit.subject is not None:
        facts += setter.fact(t.gettext("About"), setter.said(visit.subject, ink.BODY_STRONG))
    if visit.about is not None:
        source = setter.sources([visit.about], ink.CAPTION)
        facts += setter.fact("" if visit.subject is not None else t.gettext("About"), source)
    facts += setter.fact(t.gettext("Who took part"), visit.people)
    facts += setter.fact(t.gettext("Met"), visit.met)
    facts += setter.fact(t.gettext("Reviewed by"), visit.reviewer)
    for label, said in visit.accounts:
        facts += setter.fact(label, setter.said(said))
    if visit.next_date is not None:
        facts += setter.fact(t.gettext("Next date"), setter.formats.day(visit.next_date))
    yield from near(facts)
