"""The closing evaluation: questions, anonymous answers and their figures (domain.md 6.6)."""

from collections.abc import Iterable, Sequence
from dataclasses import field, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

from facilitator.domain.cases import Scale
from facilitator.domain.errors import InvalidInput, NotFound
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import EvaluationId, SessionId, WorkshopId
from facilitator.domain.record import Record
from facilitator.domain.values import Text

FEWEST_FOR_SUBGROUPS: Final = 5
"""Below so many answers a subgroup would point to persons."""

FACES: Final = 3
"""Steps of a question that is answered by smileys, counted from the lowest mark of the scale."""


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
class Form:
    """One sheet of paper as it is typed in: marks and open answers, each by its question."""

    ratings: dict[str, int] = field(default_factory=dict)
    answers: dict[str, Text] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a sheet on which nothing is answered."""
        if not self.ratings and not any(self.answers.values()):
            raise InvalidInput("form-empty")


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

    def marks_for(self, question: EvaluationQuestion) -> range:
        """Return the marks that a question can get, lowest first; none for an open one."""
        low, high = self.scale.min, self.scale.max
        if question.kind is QuestionKind.OPEN:
            return range(0)
        if question.kind is QuestionKind.SMILEY:
            given = [each.ratings[question.id] for each in self.responses if question.id in each.ratings]
            high = min(high, max([low + FACES - 1, *given]))
        return range(low, high + 1)

    def figures(self, question: str, among: Sequence[Response] | None = None) -> Figures | None:
        """Return count, mean, median and distribution of one question; None without answers.

        `among` asks for a part of the forms: None where fewer than five of them answered, because such a
        part would point to persons (domain.md 6.6).
        """
        from statistics import median  # noqa: PLC0415 - eight milliseconds of every start

        marks = [
            each.ratings[question]
            for each in (self.responses if among is None else among)
            if question in each.ratings
        ]
        if not marks or (among is not None and len(marks) < FEWEST_FOR_SUBGROUPS):
            return None
        mean = (Decimal(sum(marks)) / len(marks)).quantize(Decimal("0.01"), ROUND_HALF_UP)
        asked = next(each for each in self.questions if each.id == question)
        return Figures(
            len(marks),
            mean,
            float(median(marks)),
            tuple((step, marks.count(step)) for step in self.marks_for(asked)),
        )

    def with_form(self, form: Form) -> "Evaluation":
        """Return this evaluation with one more form. Raises InvalidInput."""
        return self._holding(
            (*self.responses, Response(len(self.responses) + 1, form.ratings)),
            (*self.open_answers, *_open(form)),
        )

    def without_form(self, form: Form) -> "Evaluation":
        """Return this evaluation without one form that says just this; its answers go with it.

        Raises NotFound when no form has these marks.
        """
        same = next((each for each in self.responses if each.ratings == form.ratings), None)
        if same is None:
            raise NotFound("form-not-found")
        answers = list(self.open_answers)
        for answer in _open(form):
            if answer in answers:
                answers.remove(answer)
        return self._holding((each for each in self.responses if each is not same), answers)

    def rewording(self, question: str, was: Text, now: Text | None) -> "Evaluation":
        """Return this evaluation with an open answer in other words, or without it. Raises NotFound."""
        old = OpenAnswer(question, was)
        if old not in self.open_answers:
            raise NotFound("form-not-found")
        answers = list(self.open_answers)
        place = answers.index(old)
        answers[place : place + 1] = [OpenAnswer(question, now)] if now else []
        return self._holding(self.responses, answers)

    def asking(self, questions: Iterable[EvaluationQuestion]) -> "Evaluation":
        """Return this evaluation with other questions, or in another order.

        Raises InvalidInput when one that was answered would go, or would be answered in another way.
        """
        asked = {each.id: each for each in questions}
        for each in self.questions:
            now = asked.get(each.id)
            if (now is None or now.kind is not each.kind) and self.is_answered(each.id):
                raise InvalidInput("question-answered", question=each.text.text)
        return replace(self, questions=tuple(asked.values()))

    def without_question(self, question: str) -> "Evaluation":
        """Return this evaluation without a question and whatever answered it."""
        return replace(
            self,
            questions=tuple(each for each in self.questions if each.id != question),
            responses=tuple(
                replace(each, ratings={key: mark for key, mark in each.ratings.items() if key != question})
                for each in self.responses
            ),
            open_answers=tuple(each for each in self.open_answers if each.question != question),
        )

    def is_answered(self, question: str) -> bool:
        """Whether anybody answered a question."""
        rated = any(question in each.ratings for each in self.responses)
        return rated or any(each.question == question for each in self.open_answers)

    def mixed(self) -> "Evaluation":
        """Return this evaluation with its answers in an order that they alone decide, not who came when."""
        return self._holding(self.responses, self.open_answers)

    def without_answers(self) -> "Evaluation":
        """Return the questions alone."""
        return replace(self, responses=(), open_answers=())

    def _holding(self, responses: Iterable[Response], answers: Iterable[OpenAnswer]) -> "Evaluation":
        """Return this evaluation with these answers, in their own order where it is anonymous."""
        sheets, said = list(responses), list(answers)
        if self.anonymous:
            places = {each.id: n for n, each in enumerate(self.questions)}
            sheets.sort(key=lambda each: [each.ratings.get(key, self.scale.min - 1) for key in places])
            said.sort(key=lambda each: (places.get(each.question, 0), each.text.text.casefold(), str(each)))
        numbered = tuple(replace(each, n=n) for n, each in enumerate(sheets, 1))
        return replace(self, responses=numbered, open_answers=tuple(said))


def _open(form: Form) -> list[OpenAnswer]:
    return [OpenAnswer(question, text) for question, text in form.answers.items() if text]
