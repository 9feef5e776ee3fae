"""The closing evaluation: questions, anonymous answers and their figures (domain.md 6.6)."""

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from statistics import median
from typing import Final

from facilitator.domain.cases import Scale
from facilitator.domain.errors import InvalidInput
from facilitator.domain.ids import EvaluationId, SessionId, WorkshopId
from facilitator.domain.record import Record
from facilitator.domain.values import Text

FEWEST_FOR_SUBGROUPS: Final = 5
"""Below so many answers a subgroup would point to persons."""


class QuestionKind(StrEnum):
    """How a question is answered."""

    RATING = "rating"
    SMILEY = "smiley"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class EvaluationQuestion:
    """One question; `id` is its key within the form ("q1")."""

    id: str
    text: Text
    kind: QuestionKind = QuestionKind.RATING


@dataclass(frozen=True, slots=True)
class Response:
    """One filled form. `n` numbers the sheets of paper, not the people."""

    n: int
    ratings: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """What somebody wrote, kept apart from the ratings so that they cannot be joined."""

    question: str
    text: Text


@dataclass(frozen=True, slots=True)
class Figures:
    """What the ratings of one question amount to; mean to two decimals."""

    n: int
    mean: Decimal
    median: float
    distribution: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation(Record):
    """A form with all its answers; nothing in it says who answered."""

    id: EvaluationId
    workshop: WorkshopId
    session: SessionId | None = None
    anonymous: bool = True
    scale: Scale = field(default_factory=Scale)
    questions: tuple[EvaluationQuestion, ...] = ()
    responses: tuple[Response, ...] = ()
    open_answers: tuple[OpenAnswer, ...] = ()

    def __post_init__(self) -> None:
        """Refuse marks outside the scale and answers to questions that were not asked."""
        asked = {question.id for question in self.questions}
        for response in self.responses:
            for question, mark in response.ratings.items():
                if question not in asked:
                    raise InvalidInput("question-unknown", question=question)
                if not self.scale.min <= mark <= self.scale.max:
                    raise InvalidInput(
                        "score-out-of-range", value=mark, low=self.scale.min, high=self.scale.max
                    )
        for answer in self.open_answers:
            if answer.question not in asked:
                raise InvalidInput("question-unknown", question=answer.question)

    def figures(self, question: str) -> Figures | None:
        """Return count, mean, median and distribution of one question; None without answers."""
        marks = [each.ratings[question] for each in self.responses if question in each.ratings]
        if not marks:
            return None
        mean = (Decimal(sum(marks)) / len(marks)).quantize(Decimal("0.01"), ROUND_HALF_UP)
        steps = range(self.scale.min, self.scale.max + 1)
        return Figures(
            len(marks), mean, float(median(marks)), tuple((step, marks.count(step)) for step in steps)
        )
