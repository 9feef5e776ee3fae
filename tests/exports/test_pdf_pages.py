"""How the pages look: no page for a few lines, no line alone, no column that is always empty."""

import re
from collections import defaultdict
from dataclasses import replace
from types import SimpleNamespace

import pypdfium2
import pytest

from exports.pdf import write_minutes
from exports.pdf.blocks import Block
from exports.pdf.page import BOTTOM, TOP, Book
from exports.pdf.setter import Setter, carried
from exports.pdf.table import Grid, Row
from facilitator.domain.minutes import DocumentKind, Minutes, NextStep, Said, Source
from facilitator.domain.values import LooseDate
from tests.exports.minutes_samples import sample
from tests.exports.minutes_sizes import huge, tiny


def pages(minutes: Minutes, folder, paper: str = "letter") -> list[str]:
    write_minutes(minutes, folder / "minutes.pdf", paper=paper)
    with pypdfium2.PdfDocument(folder / "minutes.pdf") as document:
        return [re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in document]


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("language", ["es", "en"])
def test_the_first_page_holds_cover_summary_and_credits_and_the_contents_follow(tmp_path, language, paper):
    minutes = sample(language)

    first, second, *_ = pages(minutes, tmp_path, paper)

    assert minutes.cover.funder_credit in first
    assert minutes.agreements[0].text.text in first
    assert re.search(r"Contents|Contenido", second)


def test_the_contents_draw_together_rather_than_leave_a_few_lines_for_another_page(tmp_path):
    found = pages(huge(20 * 60, 3), tmp_path)

    contents = [text for text in found if re.search(r"Mantener el impulso Contenido", text)]

    assert len(contents) == 1
    assert all(f"Sesión de tarjetas {n}" in contents[0] for n in range(1, 21))


def test_contents_that_need_a_second_page_share_it_with_what_follows(tmp_path):
    found = pages(huge(30 * 60, 3), tmp_path)

    assert "Contenido" in found[1]
    assert "Sesión de tarjetas 1 " in found[1]
    assert "1 Antecedentes" in found[2]


def test_a_summary_too_long_for_the_first_page_goes_on_and_nothing_is_lost(tmp_path):
    minutes = sample("en")
    said = [f"word{n}" for n in range(1500)]
    long = replace(minutes.summary, paragraphs=(Said(" ".join(said), "en"),))

    text = " ".join(pages(replace(minutes, summary=long), tmp_path))

    assert set(said) <= set(text.split())


def test_without_a_summary_the_first_page_has_the_objectives(tmp_path):
    minutes = sample("en")
    bare = replace(minutes, summary=replace(minutes.summary, paragraphs=()))

    first = pages(bare, tmp_path)[0]

    assert "Objectives" in first
    assert all(objective in first for objective in minutes.objectives)


def test_a_workshop_planned_for_a_month_claims_no_day(tmp_path):
    month = LooseDate(2014, 9)
    planned = tiny("es")

    (page,) = pages(replace(planned, cover=replace(planned.cover, start=month, end=month)), tmp_path)

    assert "Septiembre de 2014" in page
    assert "1 de septiembre" not in page


def test_an_agreement_says_which_action_answers_for_it(tmp_path):
    minutes = sample("en")
    taken = Source("Action 2.1", minutes.work_plan.rows[0].anchor)
    agreement = replace(minutes.agreements[0], responsible="Red Surco", taken_from=taken)

    for kind in (DocumentKind.MEMORIA, DocumentKind.AYUDA_MEMORIA):
        text = " ".join(pages(replace(minutes, kind=kind, agreements=(agreement,)), tmp_path))

        assert re.search(r"Red Surco .{0,24}see Action 2\.1|see Action 2\.1", text)


def test_columns_that_nobody_filled_are_left_out(tmp_path):
    minutes = sample("en")
    rows = tuple(replace(row, position=None, role=None) for row in minutes.participants.rows)
    days = tuple(
        replace(day, lines=tuple(replace(line, responsible=None) for line in day.lines))
        for day in minutes.agenda
    )
    agreements = tuple(replace(each, sources=(), actions=()) for each in minutes.agreements)
    people = replace(minutes.participants, rows=rows)

    full = " ".join(pages(minutes, tmp_path))
    text = " ".join(
        pages(replace(minutes, participants=people, agenda=days, agreements=agreements), tmp_path)
    )

    for head in ("Position and role", "Session Responsible Planned", "From and into"):
        assert head in full
        assert head not in text


def test_a_score_stands_over_the_reason_somebody_gave_for_it(tmp_path):
    minutes = sample("en")
    case = minutes.cases[0]
    why = (("Seller", Said("Nobody signs <b>anything</b>", "en")),)
    scores = replace(case.principles[0], reasons=(why, ()))

    text = " ".join(pages(replace(minutes, cases=(replace(case, principles=(scores,)),)), tmp_path))

    assert "Seller: Nobody signs <b>anything</b>" in text


def test_people_of_whom_the_same_may_be_said_share_a_line(tmp_path):
    minutes = sample("en")
    row = replace(
        minutes.participants.rows[0], name="Participant", position=None, role=None, contact=None, country=None
    )
    people = replace(minutes.participants, rows=(row, row, row))

    text = " ".join(pages(replace(minutes, participants=people), tmp_path))

    assert text.count("Participant × 3") == 1


def test_the_dates_of_the_ayuda_memoria_stand_together_when_they_need_the_second_page(tmp_path):
    minutes = sample("en", DocumentKind.AYUDA_MEMORIA)
    steps = tuple(NextStep(LooseDate(2014, 9, n + 1), f"Step {n} of many") for n in range(20))
    agreed = minutes.agreements * 4

    first, second = pages(replace(minutes, agreements=agreed, next_steps=steps), tmp_path)

    assert "Next meeting and dates" not in first
    assert all(step.text in second for step in steps)


def test_a_workshop_with_nothing_but_a_title_is_one_page_in_every_kind(tmp_path):
    for kind in (DocumentKind.MEMORIA, DocumentKind.AYUDA_MEMORIA):
        assert len(pages(tiny("es", kind), tmp_path)) == 1


class Sheet:
    """Stands for a canvas: pages are counted, nothing is drawn."""

    def __init__(self) -> None:
        self._code: list[str] = []
        self._doc = SimpleNamespace(idToObject=defaultdict(lambda: SimpleNamespace(stream="")))

    def __getattr__(self, _name: str):
        return lambda *_given, **_named: None


class Plain(Block):
    """A block of a known height that remembers on which page it came to stand."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.page = 0

    def wrap(self, width: float) -> float:
        return self.height

    def draw(self, page, x: float, top: float) -> None:
        self.page = page.number


class NoHeads:
    """Draws nothing around a page."""

    def draw(self, page, mark: str) -> None:
        pass


@pytest.mark.parametrize("filled", range(0, 680, 17))
@pytest.mark.parametrize("count", [1, 2, 3, 4, 7, 30])
def test_a_table_leaves_no_fewer_than_three_rows_alone_on_a_page(filled, count):
    book = Book(Sheet(), "letter", NoHeads(), frozenset())
    rows = [Plain(20.0) for _ in range(count)]
    head = Plain(20.0)
    head.keep = True

    book.flow([Plain(float(filled) or 1.0), head, *carried(rows, Plain(20.0))])

    on_each = [sum(row.page == page for row in rows) for page in {row.page for row in rows}]
    assert all(rows_there >= min(3, count) for rows_there in on_each)
    assert head.page <= rows[0].page


def test_a_row_of_a_few_lines_is_never_divided_and_a_long_one_is():
    setter = Setter(sample("en"))
    grid = Grid((-1.0,))
    short = Row(grid, (setter.text("One line\nand another\nand a third"),))
    long = Row(grid, (setter.text("\n".join(str(n) for n in range(30))),))

    heights = short.wrap(400.0), long.wrap(400.0)

    assert short.split(heights[0] - 10.0) == (None, short)
    first, rest = long.split(heights[1] / 2)
    assert first is not None
    assert rest is not None


def test_a_page_is_never_turned_for_blocks_that_fit():
    book = Book(Sheet(), "letter", NoHeads(), frozenset())
    room = 792.0 - TOP - BOTTOM

    book.flow([Plain(room / 2), Plain(room / 2)])

    assert book.count == 1
