"""What the Evaluation page shows: questions with their figures, answers in words, what can be chosen."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from typing import Final

from facilitator.domain.agenda import Session, SessionType
from facilitator.domain.cycles import Workshop
from facilitator.domain.evaluation import Evaluation, EvaluationQuestion, QuestionKind
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import EvaluationId, SessionId
from facilitator.domain.records import Records
from facilitator.domain.timer import current_session
from facilitator.domain.values import Text
from facilitator.formats import formats
from facilitator.i18n import _, language, ngettext, pgettext

Change = Callable[[tuple[EvaluationQuestion, ...]], tuple[EvaluationQuestion, ...]]

FACES: Final = ("sad", "plain", "glad")


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question with what was answered so far.

    `marks` are the possible marks, lowest first, `labels` what a screen reader and a tip say of each.
    `counts` go with `marks`. Mean and median are written out, "–" while nobody answered.
    """

    id: str
    words: str
    kind: QuestionKind
    marks: tuple[int, ...]
    labels: tuple[str, ...]
    n: int
    mean: str
    median: str
    counts: tuple[int, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """An open question with everything that was answered, in an order that says nothing of who wrote when."""

    question: str
    words: str
    answers: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """An evaluation that can be shown, or a session that has none yet."""

    key: str
    words: str
    evaluation: EvaluationId | None
    session: SessionId | None


def evaluations_of(records: Records, workshop: Workshop) -> list[Evaluation]:
    """Return the workshop's evaluations, oldest first."""
    return records.where(Evaluation, workshop=workshop.id)


def offers(records: Records, workshop: Workshop) -> list[Offer]:
    """Return what can be chosen: every evaluation, then sessions of the agenda that wait for one."""
    there = evaluations_of(records, workshop)
    having = {each.session for each in there}
    sessions = sorted(
        records.where(Session, workshop=workshop.id), key=lambda each: (*each.order, each.id.int)
    )
    waiting = [each for each in sessions if each.type is SessionType.EVALUATION and each.id not in having]
    found = [Offer(str(each.id), _name(records, each.session), each.id, each.session) for each in there]
    return found + [Offer(str(each.id), _name(records, each.id), None, each.id) for each in waiting]


def shown_offer(offers: Sequence[Offer], key: str, was: Offer | None) -> Offer | None:
    """Return what was chosen; where its evaluation came or went, what its session has now."""
    same = (each for each in offers if was is not None and was.session and each.session == was.session)
    return next((each for each in offers if each.key == key), None) or next(same, None)


def first_offer(records: Records, workshop: Workshop) -> Offer | None:
    """Return what to show first: that of the session that runs, else the latest that has questions."""
    found = offers(records, workshop)
    live = current_session(records.where(Session, workshop=workshop.id))
    running = next((each for each in found if live is not None and each.session == live.id), None)
    with_questions = [each for each in found if each.evaluation is not None]
    return running or next(iter((with_questions or found)[-1:]), None)


def _name(records: Records, session: SessionId | None) -> str:
    found = records.get(Session, session)
    return found.title.best(language()) if found is not None else _("Evaluation of the workshop")


def lines(evaluation: Evaluation, workshop: Workshop) -> list[QuestionLine]:
    """Return the questions in their order, with their figures."""
    return [_line(evaluation, each, workshop) for each in evaluation.questions]


def _line(evaluation: Evaluation, question: EvaluationQuestion, workshop: Workshop) -> QuestionLine:
    marks = tuple(evaluation.marks_for(question))
    figures = evaluation.figures(question.id)
    write = formats(language(), workshop.country).number
    n = figures.n if figures else sum(each.question == question.id for each in evaluation.open_answers)
    line = QuestionLine(
        question.id,
        question.text.best(language()),
        question.kind,
        marks,
        tuple(_label(evaluation, question, mark, place) for place, mark in enumerate(marks)),
        n,
        write(figures.mean, 2) if figures else "–",
        write(Decimal(str(figures.median))) if figures else "–",
        tuple(count for _mark, count in figures.distribution) if figures else (0,) * len(marks),
        "",
    )
    return replace(line, spoken=_spoken(line))


def _label(evaluation: Evaluation, question: EvaluationQuestion, mark: int, place: int) -> str:
    if question.kind is QuestionKind.SMILEY and place < len(FACES):
        return (pgettext("smiley", "Sad"), pgettext("smiley", "So-so"), pgettext("smiley", "Glad"))[place]
    label = evaluation.scale.labels.get(str(mark))
    return f"{mark}, {label.best(language())}" if label else str(mark)


def _spoken(line: QuestionLine) -> str:
    if not line.n:
        return _("No answers yet")
    answers = ngettext("{n} answer", "{n} answers", line.n).format(n=line.n)
    if line.kind is QuestionKind.OPEN:
        return answers
    spread = ", ".join(f"{mark}: {count}" for mark, count in zip(line.marks, line.counts, strict=True))
    return _("{answers}, mean {mean}, median {median}. Answers by mark: {spread}").format(
        answers=answers, mean=line.mean, median=line.median, spread=spread
    )


def forms_words(evaluation: Evaluation) -> str:
    """Return how many forms were typed in."""
    count = len(evaluation.responses)
    return ngettext("{n} form typed in", "{n} forms typed in", count).format(n=count)


def answer_groups(evaluation: Evaluation) -> list[AnswerGroup]:
    """Return the open questions with their answers, mixed the same way each time."""
    groups = []
    for question in evaluation.questions:
        if question.kind is QuestionKind.OPEN:
            given = [each.text for each in evaluation.open_answers if each.question == question.id]
            given.sort(key=lambda text: sha256(text.text.encode()).digest())
            groups.append(AnswerGroup(question.id, question.text.best(language()), tuple(given)))
    return groups


# The questions


def next_id(questions: Sequence[EvaluationQuestion]) -> str:
    """Return a key within the form that no question has."""
    taken = {each.id for each in questions}
    return next(key for n in range(1, len(taken) + 2) if (key := f"q{n}") not in taken)


def added(questions: Sequence[EvaluationQuestion], text: Text) -> tuple[EvaluationQuestion, ...]:
    """Return the questions with one more: the last rating, before the open ones."""
    place = next((n for n, each in enumerate(questions) if each.kind is QuestionKind.OPEN), len(questions))
    one = EvaluationQuestion(next_id(questions), text)
    return (*questions[:place], one, *questions[place:])


def moved(
    questions: Sequence[EvaluationQuestion], question: str, steps: int
) -> tuple[EvaluationQuestion, ...]:
    """Return the questions with one of them moved up (negative) or down, as far as there is room."""
    order = list(questions)
    place = next(n for n, each in enumerate(order) if each.id == question)
    one = order.pop(place)
    order.insert(min(max(place + steps, 0), len(order)), one)
    return tuple(order)


def changed(
    questions: Sequence[EvaluationQuestion], question: str, **fields: object
) -> tuple[EvaluationQuestion, ...]:
    """Return the questions with other fields in one of them."""
    return tuple(
        replace(each, **fields) if each.id == question else each  # type: ignore[arg-type]  # names are checked by the dataclass
        for each in questions
    )
