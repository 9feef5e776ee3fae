"""What groups produced, and the form of the evaluation as it was put to people: two annexes of the memoria."""

import datetime as dt
from dataclasses import replace

import docx
import pytest
from pypdf import PdfReader

from exports.registry import writer
from facilitator.domain.agenda import Grouping, SessionType
from facilitator.domain.cases import ChainLink, ChainMap, Scale
from facilitator.domain.documents import Disclosure
from facilitator.domain.evaluation import EvaluationQuestion, QuestionKind, Response
from facilitator.domain.ids import new_id
from tests import builders as make
from tests.services.gathering import minutes_of


@pytest.fixture
def workshop():
    return make.a_workshop()


@pytest.fixture
def form(workshop):
    """A form with a question of each kind, and one answer."""
    return make.an_evaluation(
        workshop,
        questions=(
            EvaluationQuestion("q1", make.text("¿Fue útil?")),
            EvaluationQuestion("q2", make.text("¿Cómo se va?"), QuestionKind.SMILEY),
            EvaluationQuestion("q3", make.text("¿Qué mejoraría?"), QuestionKind.OPEN),
        ),
        responses=(Response(1, {"q1": 5}),),
    )


def forms(*records, **edition):
    return minutes_of([make.a_session(records[0]), *records], **edition).annexes.evaluation_forms


def test_the_form_asks_every_question_in_its_order_with_the_way_to_answer_it(workshop, form):
    [told] = forms(workshop, form)

    assert [(each.number, each.text.text) for each in told.questions] == [
        (1, "¿Fue útil?"),
        (2, "¿Cómo se va?"),
        (3, "¿Qué mejoraría?"),
    ]
    assert [len(each.marks) for each in told.questions] == [5, 3, 0]
    assert told.anonymous


def test_the_form_tells_no_answer(workshop, form):
    answered, blank = forms(workshop, form), forms(workshop, replace(form, responses=()))

    assert answered == blank


def test_on_a_scale_too_long_for_boxes_a_number_is_written(workshop, form):
    [told] = forms(workshop, replace(form, scale=Scale(0, 100)), language="en")

    assert told.questions[0].marks == ()
    assert told.questions[0].hint == "A number from 0 to 100"


def test_a_form_that_asks_nothing_is_left_out(workshop):
    assert forms(workshop, make.an_evaluation(workshop)) == ()


@pytest.fixture
def case(workshop):
    return make.a_case(cycle=workshop.cycle)


def a_map(case, version, name, **fields):
    return ChainMap(id=new_id(), case=case.id, version=version, links=(ChainLink(make.text(name)),), **fields)


def products(*records, **edition):
    return minutes_of(records, **edition).annexes.group_products


def test_a_map_that_a_newer_one_replaced_is_printed_in_full_and_the_newest_stands_with_its_case(
    workshop, case
):
    session = make.a_session(workshop)
    older = a_map(case, 1, "Acopio", date=dt.date(2013, 11, 4))
    newer = a_map(case, 2, "Exportación")

    told = products(workshop, session, case, older, newer, language="en")

    assert [line.what for line in told.lines] == ["Value chain map, version 1", "Value chain map, version 2"]
    assert [each.processes[0].name for each in told.earlier_maps] == ["Acopio"]
    assert [line.where[0].label for line in told.lines] == ["After this table", "Results by case"]


def test_the_boards_of_groups_are_products_and_those_of_all_together_are_not(workshop):
    together = make.a_session(workshop, grouping=Grouping.PLENARY)
    apart = make.a_session(workshop, type=SessionType.GROUP_WORK, title=make.text("En grupos"))
    boards = [
        make.a_board(together, question=make.text("¿Todos?")),
        make.a_board(apart, question=make.text("¿Por grupo?")),
    ]
    cards = [make.a_card(board) for board in boards]

    told = products(workshop, together, apart, *boards, *cards)

    assert [line.detail.text for line in told.lines] == ["¿Por grupo?"]


def test_a_workshop_without_groups_has_no_such_annex(workshop):
    assert products(workshop, make.a_session(workshop, grouping=Grouping.PLENARY)) is None


def test_the_public_reads_of_a_map_only_where_its_firms_may_be_named(workshop, case):
    session = make.a_session(workshop)
    maps = a_map(case, 1, "Acopio"), a_map(case, 2, "Exportación")

    def public(consent):
        agreed = replace(case, consent_to_publish=consent)
        return products(workshop, session, agreed, *maps, disclosure=Disclosure.PUBLIC)

    assert public(consent=None) is None
    assert len(public(consent=True).lines) == 2


@pytest.mark.parametrize("name", ["pdf", "docx", "html", "md"])
def test_every_format_prints_both_annexes(workshop, case, form, tmp_path, name):
    session = make.a_session(workshop)
    older, newer = a_map(case, 1, "Acopio"), a_map(case, 2, "Exportación")
    target = tmp_path / f"memoria.{name}"

    writer(name)(minutes_of([workshop, session, case, older, newer, form], "en"), target)

    text = READ[name](target)
    for words in ("Group products", "Evaluation form", "¿Qué mejoraría?", "Acopio", "version 1"):
        assert words in text


def _pdf(path):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def _docx(path):
    found = docx.Document(path)
    cells = [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    return "\n".join([each.text for each in found.paragraphs] + cells)


def _plain(path):
    return path.read_text(encoding="utf-8")


READ = {"pdf": _pdf, "docx": _docx, "html": _plain, "md": _plain}
