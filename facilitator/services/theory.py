"""What a reflection means for the theory of change: assumptions hold, or get a new version (domain.md 2.3).

A version is never overwritten by another reflection, and a revision that is taken back while the
reflection is still being written takes its version with it.
"""

from dataclasses import replace
from typing import Final

from facilitator.domain.change_theory import Assumption, AssumptionStatus
from facilitator.domain.ids import AssumptionId, new_id
from facilitator.domain.reflections import EffectOn, Reflection, SecondLoop, Verdict
from facilitator.persistence.unit_of_work import Operation

_STATUS_AFTER: Final = {
    Verdict.DOES_NOT_HOLD: AssumptionStatus.REVISED,
    Verdict.HOLDS_WITH_CONDITIONS: AssumptionStatus.HELD_WITH_CONDITIONS,
}


def carry_into_theory(operation: Operation, before: Reflection | None, after: Reflection) -> None:
    """Bring the theory of change to what a reflection says now, if it says something else of it.

    `before` is None for a new reflection. An edit that does not touch the revision leaves the theory
    alone, so that words which somebody bettered there stay.
    """
    if before is not None and _said(before) == _said(after):
        return
    revised = None if before is None else _revised(operation, before)
    target = _revised(operation, after)
    if revised is not None and (target is None or target.id != revised.id):
        _take_back(operation, after, revised)
    if target is not None:
        _revise(operation, after, target)
    else:
        _confirm(operation, after.second_loop)


def _said(reflection: Reflection) -> tuple[object, ...]:
    """Return what of a reflection the theory of change follows."""
    loop = reflection.second_loop
    words = loop.revised_assumption if _revises(loop) else None
    kind = loop.assumption_kind if words else None
    return (loop.assumption_ref, loop.verdict, words, kind)


def _revises(loop: SecondLoop) -> bool:
    return bool(
        loop.verdict is not None
        and loop.verdict.asks_for_a_revision
        and loop.revised_assumption
        and any(effect.on is EffectOn.THEORY_OF_CHANGE for effect in loop.effects)
    )


def _revised(operation: Operation, reflection: Reflection) -> Assumption | None:
    """Return the assumption that the reflection revises, or None."""
    loop = reflection.second_loop
    return operation.get(Assumption, loop.assumption_ref) if _revises(loop) else None


def _revise(operation: Operation, reflection: Reflection, old: Assumption) -> None:
    loop = reflection.second_loop
    if loop.verdict is None or loop.revised_assumption is None:
        return
    operation.put(replace(old, status=_STATUS_AFTER[loop.verdict], revised_by=reflection.id))
    versions = operation.where(Assumption, previous=old.id)
    if versions:
        kind = loop.assumption_kind or versions[0].kind
        if not _taken_further(operation, versions[0]):
            operation.put(replace(versions[0], text=loop.revised_assumption, kind=kind))
        return
    operation.add(
        Assumption(
            id=AssumptionId(new_id()),
            theory_of_change=old.theory_of_change,
            text=loop.revised_assumption,
            kind=loop.assumption_kind or old.kind,
            version=old.version + 1,
            previous=old.id,
        )
    )


def _take_back(operation: Operation, reflection: Reflection, old: Assumption) -> None:
    """Undo a revision that the group no longer makes; a version that was taken further stays."""
    versions = operation.where(Assumption, previous=old.id)
    if any(_taken_further(operation, version) for version in versions):
        return
    for version in versions:
        operation.delete(Assumption, version.id)
    verdict = reflection.second_loop.verdict
    same = reflection.second_loop.assumption_ref == old.id
    holds = same and verdict is Verdict.HOLDS
    status = AssumptionStatus.HELD if holds else AssumptionStatus.UNTESTED
    operation.put(replace(old, status=status, revised_by=None))


def _taken_further(operation: Operation, version: Assumption) -> bool:
    """Return whether another reflection has worked on a version since."""
    return version.revised_by is not None or bool(operation.where(Assumption, previous=version.id))


def _confirm(operation: Operation, loop: SecondLoop) -> None:
    found = operation.get(Assumption, loop.assumption_ref)
    if found is not None and loop.verdict is Verdict.HOLDS and found.status is AssumptionStatus.UNTESTED:
        operation.put(replace(found, status=AssumptionStatus.HELD))
