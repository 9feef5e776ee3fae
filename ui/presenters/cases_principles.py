"""How inclusive a case's practice is: six principles seen from each side, radar and gaps (domain.md 3.6)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final
from uuid import UUID

from facilitator.domain.cases import (
    AssessmentMethod,
    BusinessPrinciple,
    Case,
    Perspective,
    PrincipleAssessment,
    Score,
)
from facilitator.domain.ids import new_id
from facilitator.domain.record import Record
from facilitator.i18n import N_, _, translations
from facilitator.words import word
from ui.presenters.cases import Casebook
from ui.presenters.cases_fields import Field, figure
from ui.presenters.cases_tables import Change, Choices, Revise
from ui.presenters.cells import Cell, Column, Row
from ui.presenters.forms import Items
from ui.presenters.wording import reworded, shown

HEAD: Final = (
    Field(name="date", head=N_("Date"), kind="day", row=1),
    Field(name="method", head=N_("How it was made"), kind="choice", of=AssessmentMethod, row=1),
    Field(name="scale.min", head=N_("Lowest mark"), kind="count", must=True, row=1),
    Field(name="scale.max", head=N_("Highest mark"), kind="count", must=True, row=1),
)
"""Fields above the scores."""

NOT_APPLICABLE: Final = "na"
Scores = dict[Perspective, dict[BusinessPrinciple, Score]]


def assessments_of(book: Casebook, case: Case) -> list[PrincipleAssessment]:
    """Return the assessments of a case, oldest first."""
    found = book.records.where(PrincipleAssessment, case=case.id)
    return sorted(found, key=lambda each: (each.date is not None, each.date or book.today, each.id.int))


def items(book: Casebook, found: Sequence[PrincipleAssessment]) -> list[tuple[UUID, str]]:
    """Return assessments by their date."""
    return [
        (
            each.id,
            _("Assessment of {date}").format(date=book.formats.short_day(each.date))
            if each.date
            else _("Assessment without a date"),
        )
        for each in found
    ]


def new_assessment(book: Casebook, case: Case, last: PrincipleAssessment | None) -> PrincipleAssessment:
    """Return an assessment of today without scores, on the scale and by the method of the last one."""
    made = PrincipleAssessment(id=new_id(), case=case.id, date=book.today)
    return made if last is None else replace(made, scale=last.scale, method=last.method)


def choices_of(book: Casebook) -> dict[str, Items]:
    """Return what can be chosen above the scores."""
    t = translations(book.language)
    return {"method": [("", _("Not said")), *((each.value, word(t, each)) for each in AssessmentMethod)]}


def score_of(
    assessment: PrincipleAssessment, side: Perspective, principle: BusinessPrinciple
) -> Score | None:
    """Return a score, None where the side has not said anything."""
    return assessment.scores.get(side, {}).get(principle)


def mark_of(
    assessment: PrincipleAssessment, side: Perspective, principle: BusinessPrinciple
) -> Decimal | None:
    """Return a mark, None where there is none or it does not apply."""
    found = score_of(assessment, side, principle)
    return None if found is None else found.value


def with_score(
    assessment: PrincipleAssessment,
    side: Perspective,
    principle: BusinessPrinciple,
    change: Callable[[Score | None], Score | None],
) -> PrincipleAssessment:
    """Return an assessment in which one score was changed; None takes it out."""
    scores: Scores = {each: dict(given) for each, given in assessment.scores.items()}
    given = scores.setdefault(side, {})
    changed = change(given.get(principle))
    if changed is None:
        given.pop(principle, None)
    else:
        given[principle] = changed
    return replace(assessment, scores={each: kept for each, kept in scores.items() if kept})


class ScoreTable:
    """Six principles, one column of marks for each side."""

    title = N_("Scores")
    invite = ""

    def columns(self, book: Casebook) -> list[Column]:
        """Return the principle and a column for each side."""
        t = translations(book.language)
        sides = [
            Column(key=each.value, head=word(t, each), width=104, least=92, align="right", editor="choice")
            for each in Perspective
        ]
        return [Column(key="principle", head=_("Principle"), width=180, least=150, stretch=True), *sides]

    def choices(self, book: Casebook, owner: Record | None) -> Choices:
        """Offer the marks of the scale, and that the principle does not apply."""
        if not isinstance(owner, PrincipleAssessment):
            return {}
        scale = owner.scale
        marks = []
        for mark in range(scale.min, min(scale.max, scale.min + 100) + 1):
            named = scale.labels.get(str(mark))
            marks.append((str(mark), f"{mark}  {book.say(named)}" if named else str(mark)))
        offered = [("", _("No score")), *marks, (NOT_APPLICABLE, _("Not applicable"))]
        return {each.value: offered for each in Perspective}

    def rows(self, book: Casebook, owner: Record | None) -> list[Row]:
        """Return a row for each principle."""
        if not isinstance(owner, PrincipleAssessment):
            return []
        t = translations(book.language)
        return [
            Row(
                key=principle,
                cells={
                    "principle": Cell(shown=word(t, principle), strong=True),
                    **{side.value: _score_cell(book, owner, side, principle) for side in Perspective},
                },
            )
            for principle in BusinessPrinciple
        ]

    def changed(self, book: Casebook, owner: Record, key: object, typed: tuple[str, str]) -> Change | None:
        """Return what choosing a mark changes; its justification stays."""
        side, words = typed
        if not isinstance(key, BusinessPrinciple) or not isinstance(owner, PrincipleAssessment):
            return None
        del book
        return Revise(
            PrincipleAssessment,
            owner.id,
            lambda stored: with_score(stored, Perspective(side), key, lambda old: _marked(old, words)),
        )

    def removed(self, book: Casebook, owner: Record, key: object) -> Change | None:
        """Take the marks of a principle back; the principles themselves are fixed."""
        del book
        if not isinstance(key, BusinessPrinciple):
            return None

        def clear(stored: PrincipleAssessment) -> PrincipleAssessment:
            for side in Perspective:
                stored = with_score(stored, side, key, lambda _old: None)
            return stored

        return Revise(PrincipleAssessment, owner.id, clear)

    def moved(self, book: Casebook, owner: Record, key: object, steps: int) -> Change | None:
        """Move nothing: the principles have their order."""
        del book, owner, key, steps
        return None


def _marked(old: Score | None, words: str) -> Score | None:
    why = old.justification if old else None
    if not words:
        return Score(None, why) if why else None
    return Score(None if words == NOT_APPLICABLE else Decimal(words), why)


def _score_cell(
    book: Casebook, owner: PrincipleAssessment, side: Perspective, principle: BusinessPrinciple
) -> Cell:
    found = score_of(owner, side, principle)
    if found is None:
        return Cell(shown="–", edit="", tone="ink_2", spoken=_("No score"))
    if found.value is None:
        return Cell(shown=_("n/a"), edit=NOT_APPLICABLE, tone="ink_2", spoken=_("Not applicable"))
    return Cell(shown=figure(found.value, book), edit=str(found.value), strong=True)


# Justifications


def reasons_of(book: Casebook, owner: PrincipleAssessment, principle: BusinessPrinciple) -> dict[str, str]:
    """Return the justification of each side's mark."""
    found = {}
    for side in Perspective:
        score = score_of(owner, side, principle)
        found[side.value] = shown(score.justification if score else None, book.language)
    return found


def justified(
    book: Casebook, owner: PrincipleAssessment, principle: BusinessPrinciple, typed: tuple[str, str]
) -> Change:
    """Return what leaving a justification (side, words) changes. Raises InvalidInput."""
    side, words = Perspective(typed[0]), typed[1]

    def change(old: Score | None) -> Score | None:
        text = reworded(old.justification if old else None, words, book.language, book.new_text)
        if old is None:
            return Score(None, text) if text else None
        return replace(old, justification=text)

    change(score_of(owner, side, principle))  # refused here, where it was typed
    return Revise(PrincipleAssessment, owner.id, lambda stored: with_score(stored, side, principle, change))
