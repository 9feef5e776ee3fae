"""Double-loop reflections in full: one rule under the first loop's title, two and three under the next."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from exports.pdf import ink
from exports.pdf.blocks import Block, Stack, Whole
from exports.pdf.setter import Setter
from exports.pdf.table import BARE, Grid, Row
from exports.pdf.text import Text
from exports.phrases import who_when
from facilitator.domain.minutes import EffectLine, EvidenceLine, ReflectionAccount, Said

if TYPE_CHECKING:
    from exports.pdf.page import Page

_RULE_STEP: Final = 2.6
_RECORD: Final = Grid((-1.0, -1.3, -0.7, -0.7), gap=14.0)


class Band(Block):
    """The title of a loop over as many rules as the loop has: readable without colour."""

    keep = True

    def __init__(self, title: Text, rules: int) -> None:
        self.title = title
        self.rules = rules
        self.before = 12.0

    def wrap(self, width: float) -> float:
        """Return the height of title and rules."""
        self._width = width
        self.height = self.title.wrap(width) + 3.0 + _RULE_STEP * self.rules
        return self.height

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw the title and the rules under it."""
        self.title.draw(page, x, top)
        for n in range(self.rules):
            page.rule(x, top - self.title.height - 3.0 - n * _RULE_STEP, self._width, ink.RULE, ink.PRIMARY)


def reflections(setter: Setter) -> Iterator[Block]:
    """Set every reflection."""
    t = setter.t
    for n, each in enumerate(setter.minutes.reflections):
        title = t.gettext("Reflection {number}").format(number=each.number)
        setter.at(title)
        heading = setter.heading(title, 2, each.anchor, mark=title)
        heading.before = 24.0 if n else 2.0
        yield heading
        standing = [part for part in (each.level, each.context) if part]
        if standing:
            line = setter.text(". ".join(standing), ink.CAPTION, before=2.0)
            line.keep = True
            yield line
        yield from _first_loop(setter, each)
        yield from _second_loop(setter, each)
        yield from _third_loop(setter, each)
        yield from _record(setter, each)


def _first_loop(setter: Setter, each: ReflectionAccount) -> Iterator[Block]:
    t = setter.t
    facts = [
        *_said(setter, t.gettext("What we did"), each.action),
        *_measured(setter, t.gettext("What we expected"), each.expected, each.expected_measure),
        *_measured(setter, t.gettext("What happened"), each.actual, each.actual_measure),
        *_measured(setter, t.gettext("The gap"), each.gap, each.gap_kind),
        *_evidence(setter, t.gettext("Seen in"), each.evidence),
        *_several(setter, t.gettext("Immediate cause"), each.causes),
        *_correction(setter, each),
    ]
    if facts:
        yield Band(setter.text(t.gettext("First loop: what happened"), ink.SUBHEADING), 1)
        yield from _held_on(facts)


def _correction(setter: Setter, each: ReflectionAccount) -> list[Block]:
    if each.correction is None:
        return []
    blocks: list[Block] = [setter.said(each.correction)]
    who = who_when(setter, each.correction_owner, each.correction_due)
    if who:
        blocks.append(setter.text(who, ink.CAPTION))
    if each.correction_item is not None:
        item = each.correction_item
        blocks.append(setter.linked(item.label, item.anchor, ink.CAPTION))
    return setter.fact(setter.t.gettext("Correction"), Stack(blocks))


def _second_loop(setter: Setter, each: ReflectionAccount) -> Iterator[Block]:
    t = setter.t
    standing = ", ".join(p for p in (each.assumption_kind, each.assumption_reference) if p)
    verdict = ", ".join(p for p in (each.verdict, each.evidence_strength) if p)
    owner = who_when(setter, each.owner, each.review_on)
    facts = [
        *_measured(setter, t.gettext("What we took for granted"), each.assumption, standing),
        *_evidence(setter, t.gettext("Evidence for"), each.evidence_for),
        *_evidence(setter, t.gettext("Evidence against"), each.evidence_against),
        *setter.fact(t.gettext("Verdict"), verdict),
        *_said(setter, t.gettext("How we word it today"), each.revised_assumption),
        *_effects(setter, each.effects),
        *setter.fact(t.gettext("Decision"), each.decision),
        *setter.fact(t.gettext("Owner and review"), owner),
        *_said(setter, t.gettext("How we will know"), each.how_we_will_know),
    ]
    if facts:
        yield Band(setter.text(t.gettext("Second loop: what we took for granted"), ink.SUBHEADING), 2)
        yield from _held_on(facts)


def _third_loop(setter: Setter, each: ReflectionAccount) -> Iterator[Block]:
    t = setter.t
    facts = [
        *_said(setter, t.gettext("About how we learn and decide"), each.about_learning),
        *_said(setter, t.gettext("What we change in how we learn"), each.learning_change),
    ]
    if facts:
        yield Band(setter.text(t.gettext("Third loop: how we learn"), ink.SUBHEADING), 3)
        yield from _held_on(facts)


def _record(setter: Setter, each: ReflectionAccount) -> Iterator[Block]:
    t = setter.t
    outcome = each.review_outcome or ""
    if each.reviewed_on is not None:
        outcome = ", ".join(p for p in (outcome, setter.formats.day(each.reviewed_on)) if p)
    review = _measured(setter, t.gettext("Outcome of the review"), each.review_text, outcome)
    yield from _held_on(review)
    session = each.session and setter.linked(each.session.label, each.session.anchor, ink.CAPTION)
    links = setter.led_to(each.anchor, style=ink.CAPTION)
    known = (
        (t.gettext("Said by"), each.attribution and setter.text(each.attribution, ink.CAPTION)),
        (t.gettext("Recorded"), each.recorded and setter.text(each.recorded, ink.CAPTION)),
        (t.gettext("Session"), session),
        (t.gettext("See also"), Stack(links) if links else None),
    )
    cells = [Stack([setter.text(label, ink.LABEL), said]) for label, said in known if said]
    if cells:
        row = Row(_RECORD, [*cells, *([None] * (len(_RECORD.columns) - len(cells)))], BARE)
        row.before = 9.0
        yield Whole(row)


def _held_on(facts: list[Block]) -> Iterator[Block]:
    """Keep a loop's first two lines together, and its last with what follows."""
    for n, fact in enumerate(facts, start=1):
        fact.near = n in (1, len(facts))
        yield fact


def _said(setter: Setter, label: str, said: Said | None) -> list[Block]:
    return setter.fact(label, setter.said(said) if said is not None else None)


def _measured(setter: Setter, label: str, said: Said | None, measure: str | None) -> list[Block]:
    blocks: list[Block] = [setter.said(said)] if said is not None else []
    if measure:
        blocks.append(setter.text(measure, ink.CAPTION if blocks else ink.BODY))
    return setter.fact(label, Stack(blocks) if blocks else None)


def _several(setter: Setter, label: str, several: Iterable[Said]) -> list[Block]:
    blocks: list[Block] = [setter.said(said) for said in several]
    return setter.fact(label, Stack(blocks) if blocks else None)


def _evidence(setter: Setter, label: str, lines: Iterable[EvidenceLine]) -> list[Block]:
    blocks: list[Block] = []
    for line in lines:
        blocks.append(setter.said(line.text))
        if line.source is not None:
            blocks.append(setter.linked(line.source.label, line.source.anchor, ink.CAPTION))
    return setter.fact(label, Stack(blocks) if blocks else None)


def _effects(setter: Setter, effects: Iterable[EffectLine]) -> list[Block]:
    blocks: list[Block] = []
    for effect in effects:
        on = f"{effect.on} ({effect.reference})" if effect.reference else effect.on
        if effect.text is None:
            blocks.append(setter.text(on, ink.BODY_STRONG))
        else:
            blocks.append(setter.said(effect.text, lead=f"{on}:"))
    return setter.fact(setter.t.gettext("What changes"), Stack(blocks) if blocks else None)
