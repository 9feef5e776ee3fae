"""The form of the closing evaluation as it was put to people, without any answer (domain.md 6.6, 7.2)."""

from typing import Final

from facilitator.domain.evaluation import FACES, Evaluation, EvaluationQuestion, QuestionKind
from facilitator.domain.minutes import EvaluationForm, FormQuestion
from facilitator.services.minutes.places import Places
from facilitator.services.minutes.scope import Scope

MOST_BOXES: Final = 11
"""Boxes that stand beside a question, as for marks from 0 to 10; on a longer scale a number is written."""


def evaluation_forms(scope: Scope, places: Places) -> tuple[EvaluationForm, ...]:
    """Gather the forms that ask anything, in the order of their sessions."""
    order = {each.id: n for n, each in enumerate(places.sessions)}
    found = [each for each in scope.records.where(Evaluation, workshop=scope.workshop.id) if each.questions]
    found.sort(key=lambda each: (order.get(each.session, len(order)) if each.session else -1, each.id.int))
    return tuple(
        EvaluationForm(
            anonymous=each.anonymous,
            questions=tuple(_question(scope, each, n, asked) for n, asked in enumerate(each.questions, 1)),
            session=places.source(each.session),
        )
        for each in found
    )


def _question(scope: Scope, form: Evaluation, number: int, asked: EvaluationQuestion) -> FormQuestion:
    """Return a question with the marks over its boxes, which depend on no answer."""
    low, high = form.scale.min, form.scale.max
    said = scope.written(asked.text)
    if asked.kind is QuestionKind.OPEN:
        return FormQuestion(number=number, text=said)
    if asked.kind is QuestionKind.SMILEY:
        return FormQuestion(number=number, text=said, marks=_faces(scope)[: min(FACES, high - low + 1)])
    if high - low + 1 > MOST_BOXES:
        hint = scope.t.gettext("A number from {lowest} to {highest}").format(lowest=low, highest=high)
        return FormQuestion(number=number, text=said, hint=hint)
    return FormQuestion(number=number, text=said, marks=scale_steps(scope, form))


def scale_steps(scope: Scope, form: Evaluation) -> tuple[str, ...]:
    """Return the steps of a form's scale, lowest first, each with its word where it has one."""
    steps = []
    for mark in range(form.scale.min, form.scale.max + 1):
        label = form.scale.labels.get(str(mark))
        steps.append(f"{mark} {scope.put(label)}" if label else str(mark))
    return tuple(steps)


def _faces(scope: Scope) -> tuple[str, ...]:
    t = scope.t
    return (t.pgettext("smiley", "Sad"), t.pgettext("smiley", "So-so"), t.pgettext("smiley", "Glad"))
