"""Evaluation, signatures and distribution, and the annexes (domain.md 6.6, 7.2, 7.4)."""

from decimal import Decimal
from hashlib import sha256
from typing import Final

from facilitator.domain.change_theory import Assumption, ElementLevel, TheoryOfChange
from facilitator.domain.documents import MinutesDocument
from facilitator.domain.evaluation import (
    Evaluation,
    EvaluationQuestion,
    Figures,
    OpenAnswer,
    QuestionKind,
)
from facilitator.domain.ids import PersonId
from facilitator.domain.minutes import (
    Annexes,
    AssumptionLine,
    EvaluationResults,
    RatingResult,
    Recipient,
    Said,
    Signature,
    TheoryOfChangeAccount,
)
from facilitator.domain.people import Organisation, Person
from facilitator.domain.plans import Contribution
from facilitator.domain.values import LooseDate
from facilitator.i18n import N_
from facilitator.services.minutes.evaluation_form import evaluation_forms, scale_steps
from facilitator.services.minutes.indicators import indicator_sheets
from facilitator.services.minutes.people import attendance
from facilitator.services.minutes.places import Places
from facilitator.services.minutes.scope import Scope
from facilitator.words import word

SIGNS_AS: Final = {
    "prepared_for_facilitating_organisation": N_("For the facilitating organisation"),
    "partner": N_("For the partner organisation"),
    "approved": N_("Approved"),
}
"""Capacities in which people sign that the program knows; others are printed as they were typed."""


def evaluation(scope: Scope) -> EvaluationResults | None:
    """Gather the answers to all forms on the scale of the largest one; figures are of the whole group.

    Open answers are shuffled, always the same way, so that their order says nothing of who wrote when.
    """
    forms = [
        each
        for each in scope.records.where(Evaluation, workshop=scope.workshop.id)
        if each.responses or each.open_answers
    ]
    if not forms:
        return None
    main = max(forms, key=lambda each: len(each.responses))
    return EvaluationResults(
        forms=len(main.responses),
        steps=scale_steps(scope, main),
        ratings=tuple(
            rating
            for form in forms
            if (form.scale.min, form.scale.max) == (main.scale.min, main.scale.max)
            for rating in _ratings(scope, form)
        ),
        answers=tuple(answers for form in forms for answers in _answers(scope, form)),
    )


def _ratings(scope: Scope, form: Evaluation) -> list[RatingResult]:
    results = []
    for question in form.questions:
        figures = form.figures(question.id)
        if question.kind is QuestionKind.OPEN or figures is None:
            continue
        results.append(
            RatingResult(
                question=_asked(scope, form, question),
                n=figures.n,
                mean=figures.mean,
                median=Decimal(str(figures.median)),
                distribution=_on_scale(form, figures),
            )
        )
    return results


def _asked(scope: Scope, form: Evaluation, question: EvaluationQuestion) -> str:
    """Return a question; of smileys it is said what their figures mean, because the scale does not."""
    words = scope.put(question.text)
    if question.kind is not QuestionKind.SMILEY:
        return words
    low = form.scale.min
    said = scope.t.gettext("{question} (smileys: {sad} sad, {plain} so-so, {glad} glad)")
    return said.format(question=words, sad=low, plain=low + 1, glad=low + 2)


def _on_scale(form: Evaluation, figures: Figures) -> tuple[int, ...]:
    """Return the counts on the whole scale of the form, also where a question has fewer steps."""
    counts = dict(figures.distribution)
    return tuple(counts.get(mark, 0) for mark in range(form.scale.min, form.scale.max + 1))


def _answers(scope: Scope, form: Evaluation) -> list[tuple[str, tuple[Said, ...]]]:
    found = []
    for question in form.questions:
        given = [each for each in form.open_answers if each.question == question.id and each.text]
        if given:
            said = scope.all_said(each.text for each in _shuffled(given))
            found.append((scope.put(question.text), said))
    return found


def _shuffled(given: list[OpenAnswer]) -> list[OpenAnswer]:
    """Return answers in an order that depends on their words alone, and never in the order of entry."""
    mixed = sorted(given, key=lambda each: sha256(f"{each.question}\n{each.text.text}".encode()).digest())
    return mixed[1:] + mixed[:1] if mixed == given else mixed


def signatures(scope: Scope, document: MinutesDocument | None) -> tuple[Signature, ...]:
    """Gather who signs; the edition for the public is not signed, it has no names."""
    if document is None or scope.public:
        return ()
    t = scope.t
    lines = (
        (t.gettext("Prepared by"), document.prepared_by),
        (t.gettext("Reviewed by"), document.reviewed_by),
        *((_capacity(scope, each.as_), each.person) for each in document.signatories),
    )
    return tuple(_signature(scope, role, person) for role, person in lines if person is not None)


def _capacity(scope: Scope, capacity: str) -> str:
    known = SIGNS_AS.get(capacity)
    return capacity if known is None else scope.t.gettext(known)


def _signature(scope: Scope, role: str, key: PersonId) -> Signature:
    """Return a line to sign; without consent the person's place stays blank, to be filled by hand."""
    person = scope.records.get(Person, key)
    if person is None:
        return Signature(role=role)
    home = scope.organisation_in_full(person.organisation)
    if not scope.privacy.may_be_named(person):
        return Signature(role=role, organisation=home)
    return Signature(role=role, name=person.full_name, position=person.position, organisation=home)


def distribution(scope: Scope, document: MinutesDocument | None) -> tuple[Recipient, ...]:
    """Gather who gets which edition."""
    if document is None:
        return ()
    return tuple(
        Recipient(
            scope.organisation_in_full(each.to) or scope.t.gettext("The public"),
            word(scope.t, each.version),
        )
        for each in document.distribution
    )


def annexes(scope: Scope, places: Places) -> Annexes:
    """Gather what follows the sections."""
    return Annexes(
        attendance=attendance(scope),
        card_transcript=bool(places.card_numbers),
        indicator_sheets=indicator_sheets(scope, places),
        theory_of_change=_theory(scope, places),
        evaluation_forms=evaluation_forms(scope, places),
        glossary=_glossary(scope, places),
    )


def _theory(scope: Scope, places: Places) -> TheoryOfChangeAccount | None:
    theories = [each for each in scope.records.where(TheoryOfChange) if scope.ours(each.cycle)]
    theory = max(theories, key=lambda each: (each.version, each.id.int), default=None)
    if theory is None:
        return None
    levels = [(word(scope.t, level), _elements(scope, theory, level)) for level in ElementLevel]
    levels.append((scope.t.gettext("Risks"), tuple(scope.written(each) for each in theory.risks if each)))
    return TheoryOfChangeAccount(
        version=theory.version,
        day=LooseDate.of(theory.date) if theory.date else None,
        impact=scope.written(theory.impact),
        narrative=scope.written(theory.narrative),
        levels=tuple((name, elements) for name, elements in levels if elements),
        assumptions=_assumptions(scope, places, theory),
    )


def _elements(scope: Scope, theory: TheoryOfChange, level: ElementLevel) -> tuple[Said, ...]:
    return tuple(scope.written(each.text) for each in theory.elements if each.level is level)


def _assumptions(scope: Scope, places: Places, theory: TheoryOfChange) -> tuple[AssumptionLine, ...]:
    """Return each assumption in its newest wording, with the wording before and what revised it."""
    found = scope.records.where(Assumption, theory_of_change=theory.id)
    replaced = {each.previous for each in found}
    lines = []
    for each in found:
        if each.id in replaced:
            continue
        before = scope.records.get(Assumption, each.previous)
        revised_by = each.revised_by or (before.revised_by if before else None)
        lines.append(
            AssumptionLine(
                text=scope.written(each.text),
                status=word(scope.t, each.status),
                previous=scope.written(before.text) if before else None,
                revised_by=places.source(revised_by),
            )
        )
    return tuple(lines)


def _glossary(scope: Scope, places: Places) -> tuple[tuple[str, str], ...]:
    """Explain the short names of organisations that tables and cards use."""
    keys = {person.organisation for person in (*scope.participants(), *scope.team())}
    for item in places.work_items:
        keys |= {item.responsible, *item.support}
        keys |= {each.organisation for each in scope.records.where(Contribution, work_item=item.id)}
    keys |= {each.responsible for each in places.agreements}
    found = (scope.records.get(Organisation, key) for key in keys)
    pairs = {(each.short, each.name) for each in found if each is not None and each.short}
    return tuple(sorted((short, name) for short, name in pairs if short != name))
