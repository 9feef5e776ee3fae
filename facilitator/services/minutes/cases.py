"""What LINK showed in each case: chain, business models, principles, prototype (domain.md 3.3 to 3.7)."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import partial
from itertools import count, islice
from typing import Final, NamedTuple

from facilitator.domain.cases import (
    BusinessPrinciple,
    Buyer,
    Canvas,
    Case,
    ChainLink,
    ChainMap,
    PrincipleAssessment,
    Seller,
)
from facilitator.domain.change_theory import Indicator
from facilitator.domain.minutes import (
    CanvasAccount,
    CaseResults,
    HypothesisLine,
    IterationAccount,
    PrincipleScores,
    Said,
)
from facilitator.domain.prototypes import Hypothesis, PrototypeIteration
from facilitator.domain.values import LooseDate
from facilitator.prompts import CANVAS, canvas_block, prototype_question
from facilitator.services.minutes.indicators import indicators_of
from facilitator.services.minutes.places import Places
from facilitator.services.minutes.scope import Scope
from facilitator.words import country, word

MAP: Final = "map"
CANVAS_AT: Final = "canvas"
SCORES: Final = "scores"
ITERATION: Final = "prototype"
"""Kinds of what is made of a case, as they stand in the names of its places."""


def cases(scope: Scope, places: Places) -> tuple[CaseResults, ...]:
    """Gather the cases of the cycle.

    Firms are named to the public only with consent to publish: without it seller, buyer, chain map and
    canvases, which name them and their prices, are left out.
    """
    return tuple(_case(scope, places, each) for each in places.cases)


class Made(NamedTuple):
    """What was made of a case, as far as the level may say, each kind in its order; the newest map last."""

    maps: list[ChainMap]
    canvases: list[Canvas]
    assessments: list[PrincipleAssessment]
    iterations: list[PrototypeIteration]


def made_of(scope: Scope, case: Case) -> Made:
    """Gather what was made of a case; maps and canvases only where its firms may be named."""
    records = scope.records
    named = _may_name_firms(scope, case)
    return Made(
        sorted(records.where(ChainMap, case=case.id), key=_map_order) if named else [],
        sorted(records.where(Canvas, case=case.id), key=_canvas_order) if named else [],
        sorted(records.where(PrincipleAssessment, case=case.id), key=_assessment_order),
        sorted(records.where(PrototypeIteration, case=case.id), key=_iteration_order),
    )


def anchors_within(places: Places, case: Case, kind: str) -> Iterator[str]:
    """Name the places of what was made of a case, one kind of it, in its order: "case-1-canvas-1"."""
    return (f"{places.anchor(case.id)}-{kind}-{n}" for n in count(1))


def case_title(scope: Scope, case: Case) -> str:
    """Return the chain and the country of a case."""
    where = country(scope.edition.language, case.country)
    title = scope.put(case.chain)
    return f"{title}, {where}" if where else title


def _may_name_firms(scope: Scope, case: Case) -> bool:
    return not scope.public or case.consent_to_publish is True


def _case(scope: Scope, places: Places, case: Case) -> CaseResults:
    made = made_of(scope, case)
    chain = _chain_map(scope, made.maps[-1]) if made.maps else ()
    at = partial(anchors_within, places, case)
    return CaseResults(
        title=case_title(scope, case),
        anchor=places.anchor(case.id),
        facts=_facts(scope, case, named=_may_name_firms(scope, case)),
        chain_map=chain,
        chain_map_anchor=[*islice(at(MAP), len(made.maps))][-1] if chain else None,
        canvases=tuple(map(partial(_canvas, scope), made.canvases, at(CANVAS_AT))),
        principles=tuple(map(partial(_principles, scope), made.assessments, at(SCORES))),
        iterations=tuple(map(partial(_iteration, scope), made.iterations, at(ITERATION))),
        indicators=indicators_of(scope, places, case),
    )


def _map_order(found: ChainMap) -> tuple[int, int]:
    return (found.version, found.id.int)


def _canvas_order(canvas: Canvas) -> tuple[str, int, int]:
    return (canvas.subject.value, canvas.version, canvas.id.int)


def _assessment_order(assessment: PrincipleAssessment) -> tuple[str, int]:
    return (assessment.date.isoformat() if assessment.date else "", assessment.id.int)


def _iteration_order(iteration: PrototypeIteration) -> tuple[int, int]:
    return (iteration.iteration, iteration.id.int)


def _facts(scope: Scope, case: Case, *, named: bool) -> tuple[tuple[str, str], ...]:
    t = scope.t
    since = case.relation_since
    team = [name for person in case.team if (name := scope.privacy.name(person)) is not None]
    agreement = {True: t.gettext("Yes"), False: t.gettext("No"), None: None}[case.written_agreement]
    pairs = (
        (t.gettext("Partner"), scope.organisation_in_full(case.partner)),
        (t.gettext("Chain"), scope.put(case.chain)),
        (t.gettext("Seller"), _seller(scope, case.seller) if case.seller and named else None),
        (t.gettext("Buyer"), _buyer(scope, case.buyer) if case.buyer and named else None),
        (t.gettext("Relation since"), scope.formats.day(since) if since else None),
        (t.gettext("Written agreement"), agreement),
        (t.gettext("Team"), scope.formats.listing(team)),
        (t.gettext("State"), word(t, case.status)),
    )
    return tuple((label, value) for label, value in pairs if value)


def _seller(scope: Scope, seller: Seller) -> str:
    t = scope.t
    tiers = {1: t.gettext("first tier"), 2: t.gettext("second tier"), 3: t.gettext("third tier")}
    parts = [seller.name]
    if seller.legal_form:
        parts.append(word(t, seller.legal_form).lower())
    if seller.tier:
        parts.append(tiers[seller.tier])
    if seller.members is not None:
        parts.append(t.ngettext("{n} member", "{n} members", seller.members).format(n=seller.members))
    if seller.women is not None:
        parts.append(t.ngettext("{n} woman", "{n} women", seller.women).format(n=seller.women))
    if seller.men is not None:
        parts.append(t.ngettext("{n} man", "{n} men", seller.men).format(n=seller.men))
    return ", ".join(parts)


def _buyer(scope: Scope, buyer: Buyer) -> str:
    return f"{buyer.name}, {word(scope.t, buyer.type).lower()}" if buyer.type else buyer.name


def _chain_map(scope: Scope, found: ChainMap) -> tuple[tuple[str, tuple[Said, ...]], ...]:
    t, language = scope.t, scope.edition.language
    processes = _phrases(language, (_link(scope, link) for link in found.links))
    first = ((t.gettext("Core processes"), processes),) if processes else ()
    return (*first, *layers_of(scope, found))


def layers_of(scope: Scope, found: ChainMap) -> tuple[tuple[str, tuple[Said, ...]], ...]:
    """Return what a chain map says besides its core processes, each layer under its heading."""
    t, language = scope.t, scope.edition.language
    names = {n: scope.put(link.name) for n, link in enumerate(found.links, start=1)}
    flows = ((_between(names, flow.from_, flow.to), flow.kind, scope.put(flow.note)) for flow in found.flows)
    partners = ((each.name, scope.put(each.service), names.get(each.serves or 0)) for each in found.network)
    effects = {True: t.gettext("helps"), False: t.gettext("hinders"), None: None}
    influences = ((scope.put(each.text), effects[each.helps]) for each in found.influences)
    layers = (
        (t.gettext("Flows"), _phrases(language, flows)),
        (t.gettext("Partner network"), _phrases(language, partners)),
        (t.gettext("External influences"), _phrases(language, influences)),
        (t.gettext("Conclusions"), scope.all_said(found.conclusions)),
    )
    return tuple((heading, entries) for heading, entries in layers if entries)


def _link(scope: Scope, link: ChainLink) -> tuple[str | None, ...]:
    t = scope.t
    facts = (
        (t.gettext("volume {value}"), link.volume),
        (t.gettext("price in {value}"), link.price_in),
        (t.gettext("price out {value}"), link.price_out),
        (t.gettext("losses {value}"), link.losses),
    )
    known = (words.format(value=value) for words, value in facts if value)
    return (scope.put(link.name), *link.actors, *known)


def _between(names: dict[int, str], start: int, end: int) -> str:
    return f"{names.get(start, start)} → {names.get(end, end)}"


def _phrases(language: str, parts: Iterable[tuple[str | None, ...]]) -> tuple[Said, ...]:
    return tuple(Said("; ".join(part for part in each if part), language) for each in parts)


def canvas_title(scope: Scope, canvas: Canvas) -> str:
    """Say whose business model a canvas shows, of what time, and which version it is."""
    t = scope.t
    parts = [word(t, canvas.subject)]
    if canvas.facing:
        parts.append(word(t, canvas.facing).lower())
    parts.append(t.gettext("{kind} model").format(kind=word(t, canvas.kind)).lower())
    parts.append(t.gettext("version {n}").format(n=canvas.version))
    return ", ".join(parts)


def _canvas(scope: Scope, canvas: Canvas, anchor: str) -> CanvasAccount:
    t = scope.t
    day = scope.formats.day(canvas.date) if canvas.date else None
    title = canvas_title(scope, canvas)
    blocks = ((canvas_block(t, key).name, scope.all_said(getattr(canvas.blocks, key))) for key in CANVAS)
    return CanvasAccount(
        title=f"{title}, {day}" if day else title,
        blocks=tuple((name, entries) for name, entries in blocks if entries),
        anchor=anchor,
    )


def _principles(scope: Scope, assessment: PrincipleAssessment, anchor: str) -> PrincipleScores:
    perspectives = tuple(assessment.scores)
    rows, reasons = [], []
    for principle in BusinessPrinciple:
        given = [assessment.scores[each].get(principle) for each in perspectives]
        if any(given):
            marks = tuple(score.value if score else None for score in given)
            rows.append((word(scope.t, principle), marks))
            reasons.append(
                tuple(
                    (word(scope.t, perspective), scope.said(score.justification))
                    for perspective, score in zip(perspectives, given, strict=True)
                    if score and score.justification
                )
            )
    return PrincipleScores(
        assessed_on=LooseDate.of(assessment.date) if assessment.date else None,
        scale=(assessment.scale.min, assessment.scale.max),
        perspectives=tuple(word(scope.t, each) for each in perspectives),
        rows=tuple(rows),
        reasons=tuple(reasons),
        anchor=anchor,
    )


def _iteration(scope: Scope, iteration: PrototypeIteration, anchor: str) -> IterationAccount:
    answers = (
        (prototype_question(scope.t, each.name), scope.said(getattr(iteration.answers, each.name)))
        for each in fields(iteration.answers)
    )
    found = sorted(
        scope.records.where(Hypothesis, iteration=iteration.id), key=lambda each: (each.position, each.id.int)
    )
    return IterationAccount(
        number=iteration.iteration,
        stage=word(scope.t, iteration.stage),
        started=LooseDate.of(iteration.started) if iteration.started else None,
        review_planned=iteration.planned_review,
        answers=tuple((question, answer) for question, answer in answers if answer is not None),
        anchor=anchor,
        hypotheses=tuple(
            _hypothesis(scope, f"{iteration.iteration}.{n}", each) for n, each in enumerate(found, start=1)
        ),
    )


def _hypothesis(scope: Scope, number: str, hypothesis: Hypothesis) -> HypothesisLine:
    t = scope.t
    indicator = scope.records.get(Indicator, hypothesis.indicator)
    return HypothesisLine(
        number=number,
        change=scope.said(hypothesis.if_),
        result=scope.said(hypothesis.then) or Said("", scope.edition.language),
        indicator=scope.put(indicator.name) if indicator else None,
        due=hypothesis.due,
        outcome=word(t, hypothesis.result),
        decision=word(t, hypothesis.decision) if hypothesis.decision else None,
    )
