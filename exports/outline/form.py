"""The evaluation form as it was put to people, to be filled in by hand again."""

from collections.abc import Iterator
from itertools import groupby

from exports.outline.pen import Pen
from exports.outline.pieces import Column, Heading, Lines, Paragraph, Piece, Row, Run, Table
from exports.phrases import ANSWER_LINES, form_instruction
from facilitator.domain.minutes import EvaluationForm, FormQuestion

BOX = "\u2610"
"""A box to tick."""


def evaluation_forms(pen: Pen) -> Iterator[Piece]:
    """Write each form: what it is of, how to answer, every question in its order with its boxes or lines."""
    forms, t = pen.minutes.annexes.evaluation_forms, pen.t
    for n, form in enumerate(forms, start=1):
        if len(forms) > 1:
            yield Heading(t.gettext("Form {n}").format(n=n), 2)
        yield from _form(pen, form)


def _form(pen: Pen, form: EvaluationForm) -> Iterator[Piece]:
    cover = pen.minutes.cover
    yield pen.text(cover.title, strong=True)
    yield from pen.note(pen.formats.span(cover.start, cover.end))
    yield from pen.sources([form.session])
    if said := form_instruction(pen, form):
        yield pen.text(said)
    for marks, asked in groupby(form.questions, key=lambda each: each.marks):
        if marks:
            yield _boxes(pen, marks, list(asked))
        else:
            for each in asked:
                yield from _written(pen, each)


def _boxes(pen: Pen, marks: tuple[str, ...], asked: list[FormQuestion]) -> Table:
    t = pen.t
    columns = (
        Column(t.gettext("No."), 0.3, "right"),
        Column(t.gettext("Question"), 3.0),
        *(Column(mark, 0.6, "centre") for mark in marks),
    )
    rows = tuple(
        Row((pen.words(str(each.number)), pen.said(each.text), *(pen.words(BOX) for _ in marks)))
        for each in asked
    )
    first, last = asked[0].number, asked[-1].number
    name = t.gettext("Question {n}").format(n=first)
    if first != last:
        name = t.gettext("Questions {first} to {last}").format(first=first, last=last)
    return Table(name, columns, rows, key=1)


def _written(pen: Pen, each: FormQuestion) -> Iterator[Piece]:
    first, *others = pen.said(each.text)
    yield Paragraph((Run(f"{each.number}. ", strong=True), *first.runs), first.role)
    yield from others
    yield from pen.note(each.hint)
    yield Lines(1 if each.hint else ANSWER_LINES)
