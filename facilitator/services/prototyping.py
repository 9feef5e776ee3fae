"""Cases as they move on: the next iteration of a prototype, new versions of canvases, maps and theories.

What was is never overwritten: a round that ended and an earlier version stay as they were (domain.md 3.5,
3.7, 4).
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, TypeVar
from uuid import UUID

from facilitator.domain.cases import Canvas, Case, ChainMap
from facilitator.domain.catalogue import entry_of
from facilitator.domain.change_theory import Assumption, TheoryOfChange
from facilitator.domain.changes import ChangeSet
from facilitator.domain.ids import AssumptionId, CaseId, IterationId, TheoryId, new_id
from facilitator.domain.prototypes import (
    Hypothesis,
    HypothesisDecision,
    HypothesisResult,
    PrototypeIteration,
    Stage,
)
from facilitator.domain.record import Record
from facilitator.domain.records import need
from facilitator.persistence.unit_of_work import Operation
from facilitator.services.operations import Operations
from facilitator.services.planned_again import unstamped

R = TypeVar("R", bound=Record)

_SETTLED: Final = frozenset({HypothesisDecision.SCALE_UP, HypothesisDecision.DROP})
"""Decisions after which a hypothesis is not tested again."""


class Prototyping:
    """What can be done with cases beyond changing their fields."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def revise(self, kind: type[R], key: UUID, change: Callable[[R], R]) -> ChangeSet:
        """Change what `change` changes in a record as it is stored at that moment.

        So two edits of different rows of one map or canvas never overwrite each other.
        Raises NotFound, InvalidInput, or what `change` raises; nothing is stored then.
        """
        label = f"edit-{entry_of(kind).key}"
        return self._operations.perform(
            label, lambda operation: operation.put(change(need(operation, kind, key)))
        )

    def next_iteration(self, case: CaseId, key: IterationId, started: dt.date | None = None) -> ChangeSet:
        """Begin the next round of a case's prototype under `key`; the rounds before are closed.

        Hypotheses of the last round that nobody decided to scale up or to drop go on into the new one,
        each linked to where it comes from. Raises NotFound.
        """

        def change(operation: Operation) -> None:
            need(operation, Case, case)
            rounds = sorted(
                operation.where(PrototypeIteration, case=case), key=lambda each: (each.iteration, each.id.int)
            )
            last = rounds[-1] if rounds else None
            made = PrototypeIteration(
                id=key,
                case=case,
                owner=last.owner if last else None,
                iteration=last.iteration + 1 if last else 1,
                started=started,
            )
            operation.add(made)
            for each in rounds:
                operation.edit(PrototypeIteration, each.id, stage=Stage.CLOSED)
            if last is not None:
                _carry_on(operation, last, made)

        return self._operations.perform("add-prototype", change)

    def add_hypothesis(self, hypothesis: Hypothesis) -> ChangeSet:
        """Add a hypothesis behind the others of its round. Raises InvalidInput or NotFound."""

        def change(operation: Operation) -> None:
            need(operation, PrototypeIteration, hypothesis.iteration)
            others = operation.where(Hypothesis, iteration=hypothesis.iteration)
            last = max((each.position for each in others), default=-1)
            operation.add(replace(hypothesis, position=last + 1))

        return self._operations.perform("add-hypothesis", change)

    def order_hypotheses(self, keys: Sequence[UUID]) -> ChangeSet:
        """Put the hypotheses of a round into this order. Raises NotFound."""

        def change(operation: Operation) -> None:
            for place, key in enumerate(keys):
                operation.edit(Hypothesis, key, position=place)

        return self._operations.perform("edit-hypothesis", change)

    def new_canvas_version(self, canvas: UUID, key: UUID, date: dt.date | None = None) -> ChangeSet:
        """Begin the next version of a canvas under `key` with the same blocks. Raises NotFound."""

        def change(operation: Operation) -> None:
            old = need(operation, Canvas, canvas)
            line = [
                each.version
                for each in operation.where(Canvas, case=old.case)
                if (each.subject, each.facing) == (old.subject, old.facing)
            ]
            fresh = unstamped(old)
            operation.add(replace(fresh, id=key, version=max(line) + 1, date=date))

        return self._operations.perform("add-canvas", change)

    def new_map_version(self, chain_map: UUID, key: UUID, date: dt.date | None = None) -> ChangeSet:
        """Begin the next version of a chain map under `key`, drawn as the last. Raises NotFound."""

        def change(operation: Operation) -> None:
            old = need(operation, ChainMap, chain_map)
            newest = max(each.version for each in operation.where(ChainMap, case=old.case))
            operation.add(replace(unstamped(old), id=key, version=newest + 1, date=date))

        return self._operations.perform("add-chain_map", change)

    def new_theory_version(self, theory: TheoryId, key: TheoryId, date: dt.date | None = None) -> ChangeSet:
        """Begin the next version of a theory of change under `key`; the one before stays as it is.

        The new one starts with the newest wording of each assumption, linked to the one it continues.
        Raises NotFound.
        """

        def change(operation: Operation) -> None:
            old = need(operation, TheoryOfChange, theory)
            newest = max(each.version for each in operation.where(TheoryOfChange, cycle=old.cycle))
            made = replace(unstamped(old), id=key, version=newest + 1, date=date)
            operation.add(made)
            copies = _copy_assumptions(operation, old.id, made.id)
            links = tuple(
                replace(
                    link,
                    assumptions=tuple(dict.fromkeys(copies.get(each, each) for each in link.assumptions)),
                )
                for link in made.links
            )
            operation.edit(TheoryOfChange, made.id, links=links)

        return self._operations.perform("add-theory_of_change", change)


def is_settled(hypothesis: Hypothesis) -> bool:
    """Whether a hypothesis was decided on so that no later round tests it again."""
    return hypothesis.decision in _SETTLED


def _carry_on(operation: Operation, last: PrototypeIteration, made: PrototypeIteration) -> None:
    found = operation.where(Hypothesis, iteration=last.id)
    still_open = [each for each in found if not is_settled(each)]
    still_open.sort(key=lambda each: (each.position, each.id.int))
    for place, each in enumerate(still_open):
        fresh = unstamped(each)
        operation.add(
            replace(
                fresh,
                id=new_id(),
                iteration=made.id,
                result=HypothesisResult.NOT_YET if each.decision else each.result,
                decision=None,
                carried_from=each.id,
                position=place,
            )
        )


def _copy_assumptions(operation: Operation, old: TheoryId, new: TheoryId) -> dict[AssumptionId, AssumptionId]:
    """Copy the newest wording of each assumption; return the copy of each wording, superseded ones too."""
    found = {each.id: each for each in operation.where(Assumption, theory_of_change=old)}
    following = {each.previous: each.id for each in found.values() if each.previous in found}
    copies: dict[AssumptionId, AssumptionId] = {}
    for each in found.values():
        if each.id not in following:
            copy = copies[each.id] = AssumptionId(new_id())
            operation.add(
                replace(unstamped(each), id=copy, theory_of_change=new, previous=each.id, revised_by=None)
            )
    for each in found.values():
        last, steps = each.id, 0
        while last in following and steps < len(found):
            last, steps = following[last], steps + 1
        if last in copies:
            copies[each.id] = copies[last]
    return copies
