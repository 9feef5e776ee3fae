"""Double-loop reflections in full, loop by loop."""

from collections.abc import Iterable, Iterator

from exports.outline.pen import Pen, facts
from exports.outline.pieces import Heading, Piece, Role, Words
from exports.phrases import joined, who_when
from facilitator.domain.minutes import EffectLine, EvidenceLine, ReflectionAccount, Said


def reflections(pen: Pen) -> Iterator[Piece]:
    """Write every reflection."""
    t = pen.t
    for each in pen.minutes.reflections:
        yield Heading(t.gettext("Reflection {number}").format(number=each.number), 2, each.anchor)
        yield from pen.note(joined(each.level, each.context, by=". "))
        yield from _loop(t.gettext("First loop: what happened"), _first_loop(pen, each))
        yield from _loop(t.gettext("Second loop: what we took for granted"), _second_loop(pen, each))
        yield from _loop(t.gettext("Third loop: how we learn"), _third_loop(pen, each))
        yield from _record(pen, each)


def _loop(title: str, pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    if pieces:
        yield Heading(title, 3)
        yield from pieces


def _first_loop(pen: Pen, each: ReflectionAccount) -> tuple[Piece, ...]:
    t = pen.t
    return facts(
        (t.gettext("What we did"), pen.said(each.action)),
        (t.gettext("What we expected"), _measured(pen, each.expected, each.expected_measure)),
        (t.gettext("What happened"), _measured(pen, each.actual, each.actual_measure)),
        (t.gettext("The gap"), _measured(pen, each.gap, each.gap_kind)),
        (t.gettext("Seen in"), _evidence(pen, each.evidence)),
        (t.gettext("Immediate cause"), _several(pen, each.causes)),
        (t.gettext("Correction"), _correction(pen, each)),
    )


def _correction(pen: Pen, each: ReflectionAccount) -> Words:
    if each.correction is None:
        return ()
    who = who_when(pen, each.correction_owner, each.correction_due)
    return (*pen.said(each.correction), *pen.note(who), *pen.sources([each.correction_item]))


def _second_loop(pen: Pen, each: ReflectionAccount) -> tuple[Piece, ...]:
    t = pen.t
    standing = joined(each.assumption_kind, each.assumption_reference)
    return facts(
        (t.gettext("What we took for granted"), _measured(pen, each.assumption, standing)),
        (t.gettext("Evidence for"), _evidence(pen, each.evidence_for)),
        (t.gettext("Evidence against"), _evidence(pen, each.evidence_against)),
        (t.gettext("Verdict"), pen.words(joined(each.verdict, each.evidence_strength))),
        (t.gettext("How we word it today"), pen.said(each.revised_assumption)),
        (t.gettext("What changes"), _effects(pen, each.effects)),
        (t.gettext("Decision"), pen.words(each.decision)),
        (t.gettext("Owner and review"), pen.words(who_when(pen, each.owner, each.review_on))),
        (t.gettext("How we will know"), pen.said(each.how_we_will_know)),
    )


def _third_loop(pen: Pen, each: ReflectionAccount) -> tuple[Piece, ...]:
    t = pen.t
    return facts(
        (t.gettext("About how we learn and decide"), pen.said(each.about_learning)),
        (t.gettext("What we change in how we learn"), pen.said(each.learning_change)),
    )


def _record(pen: Pen, each: ReflectionAccount) -> tuple[Piece, ...]:
    t = pen.t
    day = pen.formats.day(each.reviewed_on) if each.reviewed_on is not None else None
    review = _measured(pen, each.review_text, joined(each.review_outcome, day))
    return facts(
        (t.gettext("Outcome of the review"), review),
        (t.gettext("Said by"), pen.words(each.attribution)),
        (t.gettext("Recorded"), pen.words(each.recorded)),
        (t.gettext("Session"), pen.sources([each.session])),
    )


def _measured(pen: Pen, said: Said | None, measure: str | None) -> Words:
    words = pen.said(said)
    return (*words, *(pen.note(measure) if words else pen.words(measure)))


def _several(pen: Pen, several: Iterable[Said]) -> Words:
    return tuple(paragraph for said in several for paragraph in pen.said(said))


def _evidence(pen: Pen, lines: Iterable[EvidenceLine]) -> Words:
    words: Words = ()
    for line in lines:
        words += (*pen.said(line.text), *pen.sources([line.source]))
    return words


def _effects(pen: Pen, effects: Iterable[EffectLine]) -> Words:
    words: Words = ()
    for effect in effects:
        on = f"{effect.on} ({effect.reference})" if effect.reference else effect.on
        words += (
            pen.words(on, strong=True)
            if effect.text is None
            else pen.said(effect.text, Role.BODY, lead=f"{on}:")
        )
    return words
