"""The evaluation form as it was put to people, to be filled in by hand again."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from exports.pdf import ink
from exports.pdf.blocks import Block, Space
from exports.pdf.setter import Setter, carried
from exports.pdf.table import BARE, Grid, Look, Row
from exports.pdf.tags import Element, alternative
from exports.phrases import ANSWER_LINES, form_instruction
from facilitator.domain.minutes import EvaluationForm, FormQuestion

if TYPE_CHECKING:
    from exports.pdf.page import Page

_BOX: Final = 10.0
"""Side of a box to tick, in points."""
_BOXES: Final = 250.0
"""Room for all the boxes beside a question, in points."""
_WIDEST: Final = 52.0
_WRITTEN: Final = 24.0
"""From one line to write on to the next: handwriting needs about 8 mm."""
_ASKED: Final = Grid((18.0, -1.0), gap=8.0)
_TICKED: Final = Look(above=6.0, below=6.0)
_MARK: Final = replace(ink.LABEL, align="centre")
_NUMBER: Final = replace(ink.CODE, align="right")


class Box(Block):
    """An empty box in the middle of its column; `says` is which mark it stands for."""

    def __init__(self, says: str) -> None:
        self.says = says
        self.height = ink.CELL.leading

    def wrap(self, width: float) -> float:
        """Return the height of a line of the table."""
        self._width = width
        return self.height

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw the box."""
        with page.tags.marked(Element("Figure", alternative(self.says))):
            page.canvas.setStrokeColor(ink.INK_2)
            page.canvas.setLineWidth(0.8)
            left, foot = x + (self._width - _BOX) / 2, top - (self.height + _BOX) / 2
            page.canvas.rect(left, foot, _BOX, _BOX, stroke=1, fill=0)


class WritingLine(Block):
    """A line to write on by hand: nothing that could be read out."""

    def wrap(self, width: float) -> float:
        """Return the room for handwriting."""
        self._width = width
        self.height = _WRITTEN
        return self.height

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw the line at the foot of the room."""
        page.rule(x, top - self.height, self._width, ink.HAIR, ink.LINE_STRONG)


def evaluation_forms(setter: Setter) -> Iterator[Block]:
    """Set each form: what it is of, how to answer, every question in its order with its boxes or lines."""
    forms, t = setter.minutes.annexes.evaluation_forms, setter.t
    for n, form in enumerate(forms, start=1):
        if len(forms) > 1:
            heading = setter.heading(t.gettext("Form {n}").format(n=n), 3)
            heading.before = 22.0 if n > 1 else 2.0
            yield heading
        yield from _form(setter, form)


def _form(setter: Setter, form: EvaluationForm) -> Iterator[Block]:
    cover = setter.minutes.cover
    lines: list[Block] = [
        setter.text(cover.title, ink.BODY_STRONG),
        setter.text(setter.formats.span(cover.start, cover.end), ink.CAPTION),
    ]
    if form.session is not None:
        lines.append(setter.linked(form.session.label, form.session.anchor, ink.CAPTION))
    if said := form_instruction(setter, form):
        lines.append(setter.text(said, before=6.0))
    for line in lines:
        line.keep = True
        yield line
    for marks, asked in groupby(form.questions, key=lambda each: each.marks):
        questions = list(asked)
        yield from _boxes(setter, marks, questions) if marks else _written(setter, questions)


def _boxes(setter: Setter, marks: tuple[str, ...], asked: list[FormQuestion]) -> Iterator[Block]:
    t = setter.t
    width = min(_WIDEST, _BOXES / len(marks))
    grid = Grid((18.0, -1.0, *(width for _ in marks)), gap=6.0)
    head = setter.head(grid, (t.gettext("No."), t.gettext("Question"), *("" for _ in marks)))
    head.cells = (*head.cells[:2], *(setter.text(_over(mark), _MARK) for mark in marks))
    head.before = 12.0
    yield head
    rows = (
        Row(
            grid,
            (
                setter.text(str(each.number), _NUMBER),
                setter.said(each.text, ink.CELL),
                *(Box(t.gettext("Box to tick: {mark}").format(mark=mark)) for mark in marks),
            ),
            _TICKED,
        )
        for each in asked
    )
    yield from carried(rows, head)


def _over(mark: str) -> str:
    """Set the word of a mark below its number: "5", "Very good"."""
    return mark.replace(" ", "\n", 1) if mark[:1].isdigit() or mark[:1] == "-" else mark


def _written(setter: Setter, asked: list[FormQuestion]) -> Iterator[Block]:
    for each in asked:
        number = setter.text(f"{each.number}", _NUMBER)
        row = Row(_ASKED, (number, setter.said(each.text, ink.CELL)), BARE)
        row.before, row.keep = 16.0, True
        yield row
        if each.hint:
            hint = setter.text(each.hint, ink.CAPTION)
            hint.keep = True
            yield hint
        count = 1 if each.hint else ANSWER_LINES
        for n in range(count):
            line = WritingLine()
            line.keep = n < count - 1
            yield line
    yield Space(4.0)
