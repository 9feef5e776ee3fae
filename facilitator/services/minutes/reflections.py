"""Reflections with their 21 fields, in the words of the document (domain.md 2.3)."""

from uuid import UUID

from facilitator.domain.cards import Card
from facilitator.domain.cases import Case
from facilitator.domain.change_theory import Assumption, Indicator, TheoryOfChange
from facilitator.domain.ids import OrganisationId
from facilitator.domain.minutes import EffectLine, EvidenceLine, ReflectionAccount, Source
from facilitator.domain.notes import Note
from facilitator.domain.people import Person
from facilitator.domain.reflections import (
    Attribution,
    Decision,
    Evidence,
    Level,
    Reflection,
    Review,
    SecondLoop,
)
from facilitator.domain.values import Text
from facilitator.services.minutes.background import text_of
from facilitator.services.minutes.places import Places
from facilitator.services.minutes.scope import Scope
from facilitator.words import word


def reflections(scope: Scope, places: Places) -> tuple[ReflectionAccount, ...]:
    """Gather every reflection of the workshop, drafts too."""
    return tuple(_account(scope, places, n, each) for n, each in enumerate(places.reflections, start=1))


def _account(scope: Scope, places: Places, number: int, reflection: Reflection) -> ReflectionAccount:
    t, said = scope.t, scope.said
    first, second, third = reflection.first_loop, reflection.second_loop, reflection.third_loop
    gap, review = reflection.gap, reflection.review or Review()
    return ReflectionAccount(
        number=number,
        anchor=places.anchor(reflection.id),
        level=None if reflection.level is Level.DRAFT else word(t, reflection.level),
        level_number=int(reflection.level),
        action=said(reflection.action),
        context=_context(scope, reflection),
        expected=said(reflection.expected_result),
        expected_measure=_expected_measure(scope, reflection),
        actual=said(reflection.actual_result),
        actual_measure=_actual_measure(scope, reflection),
        gap_kind=word(t, gap.kind) if gap.kind else None,
        gap=said(gap.text),
        evidence=_evidence(scope, places, tuple(Evidence(ref=key) for key in reflection.evidence)),
        causes=scope.all_said(first.causes),
        correction=said(first.correction),
        correction_owner=scope.organisation(first.owner),
        correction_due=first.due,
        correction_item=places.source(first.work_item),
        assumption=said(second.governing_assumption),
        assumption_kind=word(t, second.assumption_kind) if second.assumption_kind else None,
        assumption_reference=_assumption_reference(scope, second),
        evidence_for=_evidence(scope, places, second.evidence_for),
        evidence_against=_evidence(scope, places, second.evidence_against),
        evidence_strength=word(t, second.evidence_strength).lower() if second.evidence_strength else None,
        verdict=word(t, second.verdict) if second.verdict else None,
        revised_assumption=said(second.revised_assumption),
        effects=tuple(
            EffectLine(
                on=word(t, each.on), text=said(each.text), reference=scope.put(text_of(scope, each.ref))
            )
            for each in second.effects
        ),
        decision=_decision(scope, second),
        owner=scope.who(second.owner, second.owner_person),
        review_on=second.review_on,
        how_we_will_know=said(second.how_we_will_know),
        about_learning=said(third.about),
        learning_change=said(third.change),
        attribution=_attribution(scope, reflection),
        session=places.source(reflection.session),
        recorded=_recorded(scope, reflection),
        review_outcome=word(t, review.outcome) if reflection.review else None,
        review_text=said(review.text),
        reviewed_on=review.on,
    )


def _context(scope: Scope, reflection: Reflection) -> str | None:
    parts = []
    case = scope.records.get(Case, reflection.case)
    if case is not None:
        parts.append(scope.t.gettext("Case {name}").format(name=scope.put(case.chain)))
    if reflection.context:
        parts.append(scope.put(reflection.context))
    if size := reflection.group_size:
        parts.append(scope.t.ngettext("{n} person", "{n} people", size).format(n=size))
    return "; ".join(parts) or None


def _expected_measure(scope: Scope, reflection: Reflection) -> str | None:
    indicator = scope.records.get(Indicator, reflection.expected_indicator)
    name = scope.put(indicator.name) if indicator else None
    if name and reflection.expected_target:
        words = scope.t.gettext("{indicator}: {value}")
        return words.format(indicator=name, value=reflection.expected_target)
    return name or reflection.expected_target or None


def _actual_measure(scope: Scope, reflection: Reflection) -> str | None:
    value, source = reflection.actual_value, reflection.actual_source
    if value and source:
        return scope.t.gettext("{value} (source: {source})").format(value=value, source=source)
    return value or source or None


def _assumption_reference(scope: Scope, loop: SecondLoop) -> str | None:
    assumption = scope.records.get(Assumption, loop.assumption_ref)
    if assumption is None:
        return None
    theory = scope.records.get(TheoryOfChange, assumption.theory_of_change)
    text = scope.put(assumption.text)
    if theory is None:
        return text
    words = scope.t.gettext("Theory of change, version {version}: {text}")
    return words.format(version=theory.version, text=text)


def _evidence(scope: Scope, places: Places, found: tuple[Evidence, ...]) -> tuple[EvidenceLine, ...]:
    """Gather evidence; what a card says that may not be printed is left out with its reference."""
    lines = []
    for each in found:
        text = each.text or _words_of(scope, places, each.ref)
        if text:
            source = _where_seen(scope, places.source(each.ref), each.source)
            lines.append(EvidenceLine(text=scope.said(text), source=source))
    return tuple(lines)


def _words_of(scope: Scope, places: Places, key: UUID | None) -> Text | None:
    if (card := scope.records.get(Card, key)) is not None:
        return card.text if places.source(card.id) else None
    if (note := scope.records.get(Note, key)) is not None:
        return None if note.private else note.text
    return text_of(scope, key)


def _where_seen(scope: Scope, place: Source | None, source: str | None) -> Source | None:
    if place is None or not source:
        return place or (Source(source) if source else None)
    label = scope.t.gettext("{place} ({source})").format(place=place.label, source=source)
    return Source(label, place.anchor)


def _decision(scope: Scope, loop: SecondLoop) -> str | None:
    if loop.decision is None:
        return None
    if loop.decision is Decision.REFER and loop.refer_to:
        return scope.t.gettext("Refer to {body}").format(body=loop.refer_to)
    return word(scope.t, loop.decision)


def _attribution(scope: Scope, reflection: Reflection) -> str:
    """Return whose reflection it is; a name needs consent to be quoted, for the public a large group."""
    match reflection.attribution:
        case Attribution.ANONYMOUS:
            return word(scope.t, Attribution.ANONYMOUS)
        case Attribution.NAMED:
            person = scope.records.get(Person, reflection.attributed_person)
            if person is not None and scope.privacy.may_be_quoted(person):
                home = scope.organisation(person.organisation)
                return ", ".join(part for part in (person.full_name, home) if part)
            name = _organisation(scope, person.organisation if person else reflection.attributed_to)
        case Attribution.ORGANISATION:
            case = scope.records.get(Case, reflection.case)
            name = _organisation(scope, reflection.attributed_to or (case.partner if case else None))
        case _:
            name = None
    return name or word(scope.t, Attribution.GROUP)


def _organisation(scope: Scope, key: OrganisationId | None) -> str | None:
    if scope.public and scope.privacy.organisation(key) is None:
        return None
    return scope.organisation_in_full(key)


def _recorded(scope: Scope, reflection: Reflection) -> str | None:
    """Return who wrote it down, as far as the level allows, and when."""
    name = scope.privacy.name(reflection.recorded_by)
    written = reflection.created_at
    when = scope.formats.day(scope.local(written).date()) if written else None
    return ", ".join(part for part in (name, when) if part) or None
