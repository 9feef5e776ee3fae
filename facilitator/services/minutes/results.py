"""Agreements, budget revisions, pending matters and next steps (domain.md 5.4, 6.6, 7.2)."""

from uuid import UUID

from facilitator.domain.cards import Board, Card, Cluster, Vote
from facilitator.domain.minutes import (
    AgreementLine,
    BudgetLine,
    BudgetRevisionTable,
    NextStep,
    ParkingLine,
    Source,
)
from facilitator.domain.notes import Agreement, ParkingItem
from facilitator.domain.people import Person
from facilitator.domain.plans import BudgetRevision, FollowUp
from facilitator.domain.prototypes import PrototypeIteration, Stage
from facilitator.domain.reflections import ReviewOutcome
from facilitator.domain.values import LooseDate
from facilitator.services.minutes.commitments import carrying_out, owed
from facilitator.services.minutes.cycle import place, when, workshop_order, workshops
from facilitator.services.minutes.places import Places
from facilitator.services.minutes.scope import Scope
from facilitator.words import word


def agreements(scope: Scope, places: Places) -> tuple[AgreementLine, ...]:
    """Gather agreements by number, each with where it came from and what carries it out."""
    return tuple(_agreement(scope, places, each) for each in places.agreements)


def _agreement(scope: Scope, places: Places, agreement: Agreement) -> AgreementLine:
    promise = owed(agreement, places.work_items)
    carried_out = (places.source(item.id) for item in carrying_out(agreement, places.work_items))
    return AgreementLine(
        number=places.agreement_numbers[agreement.id],
        text=scope.said(agreement.text),
        anchor=places.anchor(agreement.id),
        responsible=scope.who(promise.responsible, promise.person),
        when=promise.due,
        taken_from=places.source(promise.by.id) if promise.by is not None else None,
        sources=_sources(scope, places, agreement),
        actions=tuple(source for source in carried_out if source is not None),
    )


def _sources(scope: Scope, places: Places, agreement: Agreement) -> tuple[Source, ...]:
    found = (
        places.source(agreement.source),
        _vote(scope, places, agreement.source),
        places.source(agreement.session),
    )
    return tuple(source for source in found if source is not None)


def _vote(scope: Scope, places: Places, key: UUID | None) -> Source | None:
    """Return the closed vote in which a card or cluster got dots."""
    voted = scope.records.get(Card, key) or scope.records.get(Cluster, key)
    if voted is None or not scope.records.where(Vote, on=voted.id):
        return None
    board = scope.records.get(Board, voted.board)
    if board is None or board.voting is None or not board.voting.closed or board not in places.boards:
        return None
    label = scope.t.gettext("Vote on board {n}").format(n=places.board_number(board))
    return Source(label, places.anchor(board.id) or None)


def budget_revisions(scope: Scope) -> tuple[BudgetRevisionTable, ...]:
    """Gather the revisions made here, and those of the cycle that name no workshop."""
    found = [
        each
        for each in scope.records.where(BudgetRevision)
        if each.workshop == scope.workshop.id or (each.workshop is None and scope.ours(each.cycle))
    ]
    return tuple(
        BudgetRevisionTable(
            number=each.number,
            day=LooseDate.of(each.date) if each.date else None,
            currency=each.currency,
            lines=tuple(
                BudgetLine(
                    source=scope.organisation_in_full(line.source) or scope.t.gettext("Source not named"),
                    previous=line.previous,
                    revised=line.revised,
                    activity=line.activity,
                )
                for line in each.lines
            ),
            reason=scope.written(each.reason),
            approved=_approved(scope, each),
        )
        for each in sorted(found, key=lambda each: (each.number, each.id.int))
    )


def _approved(scope: Scope, revision: BudgetRevision) -> str | None:
    t = scope.t
    if revision.approved_by is None:
        return None
    name = scope.privacy.name(revision.approved_by)
    day = scope.formats.day(revision.date) if revision.date else None
    if name and day:
        return t.gettext("Approved by {name} on {day}").format(name=name, day=day)
    if name:
        return t.gettext("Approved by {name}").format(name=name)
    return t.gettext("Approved on {day}").format(day=day) if day else t.gettext("Approved")


def parking_lot(scope: Scope, places: Places) -> tuple[ParkingLine, ...]:
    """Gather what was set aside, the undecided first."""
    found = scope.records.where(ParkingItem, workshop=scope.workshop.id)
    return tuple(
        ParkingLine(
            text=scope.said(each.text),
            raised_by=_raised_by(scope, each),
            outcome=word(scope.t, each.outcome) if each.outcome else None,
            source=places.source(each.session),
            target=places.source(each.linked),
        )
        for each in sorted(found, key=lambda each: (each.outcome is not None, each.id.int))
    )


def _raised_by(scope: Scope, item: ParkingItem) -> str | None:
    """Return who raised it: a question is a quotation, so a name needs consent to be quoted."""
    person = scope.records.get(Person, item.raised_by)
    if person is None:
        return None
    if scope.privacy.may_be_quoted(person):
        return person.full_name
    home = scope.privacy.organisation(person.organisation)
    return home.known_as if home else None


def next_steps(scope: Scope, places: Places) -> tuple[NextStep, ...]:
    """Gather what comes after the workshop's first day, by date; steps without a date come last."""
    steps = [
        *_workshops(scope),
        *_commitments(scope, places),
        *_reviews(scope, places),
        *_visits(scope, places),
    ]
    first, _ = when(scope.workshop)
    coming = [
        step
        for step in steps
        if step.when is None or first is None or step.when.last_day() >= first.first_day()
    ]
    return tuple(sorted(coming, key=lambda step: (step.when is None, step.when or LooseDate(1, 1))))


def _workshops(scope: Scope) -> list[NextStep]:
    here = workshop_order(scope.workshop)
    coming = (each for each in workshops(scope) if workshop_order(each) > here)
    return [
        NextStep(
            when(each)[0],
            ", ".join(part for part in (scope.put(each.title), place(scope, each)) if part),
            scope.organisation(each.facilitating_organisation),
            key=f"workshop-{each.id}",
        )
        for each in coming
    ]


def _commitments(scope: Scope, places: Places) -> list[NextStep]:
    return [
        NextStep(
            item.due,
            scope.put(item.activity),
            scope.who(item.responsible, item.responsible_person),
            places.source(item.id),
            f"due-{item.id}",
        )
        for item in places.work_items
        if item.status.is_open and item.due is not None
    ]


def _reviews(scope: Scope, places: Places) -> list[NextStep]:
    t = scope.t
    steps = []
    for each in places.reflections:
        loop = each.second_loop
        pending = each.review is None or each.review.outcome is ReviewOutcome.PENDING
        if loop.review_on is None or not pending:
            continue
        reviewed = loop.revised_assumption or loop.governing_assumption or each.action
        text = t.gettext("Review of “{assumption}”").format(assumption=scope.put(reviewed))
        owner = scope.who(loop.owner, loop.owner_person)
        steps.append(NextStep(loop.review_on, text, owner, places.source(each.id), f"review-{each.id}"))
    for case in places.cases:
        for iteration in scope.records.where(PrototypeIteration, case=case.id):
            if iteration.planned_review is None or iteration.stage is Stage.CLOSED:
                continue
            text = t.gettext("Review of the prototype: {case}").format(case=scope.put(case.chain))
            owner = scope.organisation(iteration.owner or case.partner)
            source = places.source(case.id)
            steps.append(NextStep(iteration.planned_review, text, owner, source, f"review-{iteration.id}"))
    return steps


def _visits(scope: Scope, places: Places) -> list[NextStep]:
    """Return the visits and sessions of open activities still to come, and the dates agreed at held ones."""
    t, steps = scope.t, []
    since = scope.workshop.end or scope.workshop.start
    for item in places.work_items:
        days = [
            (each.kind, each.next_date, f"next-{each.id}")
            for each in scope.records.where(FollowUp, work_item=item.id)
            if each.next_date is not None
        ]
        if (plan := item.follow_up) is not None and item.status.is_open:
            coming = [day for day in sorted(plan.planned) if since is None or day.last_day() >= since]
            days += [
                (plan.kind, day, f"visit-{item.id}-{n}" if n else f"visit-{item.id}")
                for n, day in enumerate(coming)
            ]
        for kind, day, key in days:
            text = t.gettext("{kind}: {activity}")
            text = text.format(kind=word(t, kind), activity=scope.put(item.activity))
            owner = scope.organisation(item.responsible)
            steps.append(NextStep(day, text, owner, places.source(item.id), key))
    return steps
