"""Prototypes go round after round, canvases, maps and theories version after version; nothing is lost."""

import datetime as dt
from dataclasses import replace

import pytest

from facilitator.domain.cases import Canvas, CanvasBlocks, ChainLink, ChainMap
from facilitator.domain.change_theory import (
    Assumption,
    AssumptionStatus,
    Element,
    ElementLevel,
    Link,
    TheoryOfChange,
)
from facilitator.domain.errors import NotFound
from facilitator.domain.ids import AssumptionId, IterationId, TheoryId, new_id
from facilitator.domain.prototypes import (
    Hypothesis,
    HypothesisDecision,
    HypothesisResult,
    PrototypeIteration,
    Stage,
)
from tests import builders
from tests.builders import text

TODAY = dt.date(2014, 2, 7)


@pytest.fixture
def case(workspace):
    """A case about honey."""
    made = builders.a_case()
    workspace.books.add(made)
    return made


@pytest.fixture
def first_round(workspace, case):
    """The first iteration of the case, being tested."""
    made = PrototypeIteration(id=IterationId(new_id()), case=case.id, stage=Stage.TESTING)
    workspace.books.add(made)
    return made


def stored(workspace, kind, key):
    with workspace.database.work.reading() as reading:
        return reading.get(kind, key)


def every(workspace, kind, **fields):
    with workspace.database.work.reading() as reading:
        return reading.where(kind, **fields)


def suppose(workspace, iteration, words, **fields):
    made = Hypothesis(id=new_id(), iteration=iteration.id, if_=text(words), **fields)
    workspace.prototyping.add_hypothesis(made)
    return made


def go_on(workspace, case):
    key = IterationId(new_id())
    workspace.prototyping.next_iteration(case.id, key, TODAY)
    return key


def test_a_first_iteration_is_number_one(workspace, case):
    key = go_on(workspace, case)

    made = stored(workspace, PrototypeIteration, key)
    assert (made.iteration, made.stage, made.started) == (1, Stage.DESIGN, TODAY)


def test_the_next_iteration_closes_the_one_before(workspace, case, first_round):
    key = go_on(workspace, case)

    assert stored(workspace, PrototypeIteration, first_round.id).stage is Stage.CLOSED
    assert stored(workspace, PrototypeIteration, key).iteration == 2


def test_open_hypotheses_go_on_and_decided_ones_stay_behind(workspace, case, first_round):
    again = HypothesisDecision.KEEP_TESTING
    suppose(workspace, first_round, "controlan la humedad", decision=HypothesisDecision.SCALE_UP)
    meeting = suppose(workspace, first_round, "se reúnen", decision=again, result=HypothesisResult.PARTLY)
    suppose(workspace, first_round, "usan mensajes", decision=HypothesisDecision.DROP)
    board = suppose(workspace, first_round, "hay pizarra", result=HypothesisResult.CONFIRMED)

    key = go_on(workspace, case)

    went_on = sorted(every(workspace, Hypothesis, iteration=key), key=lambda each: each.position)
    assert [each.carried_from for each in went_on] == [meeting.id, board.id]
    assert [each.decision for each in went_on] == [None, None]
    assert [each.result for each in went_on] == [HypothesisResult.NOT_YET, HypothesisResult.CONFIRMED]
    assert len(every(workspace, Hypothesis, iteration=first_round.id)) == 4


def test_one_undo_takes_the_next_iteration_back_with_all_it_did(workspace, case, first_round):
    suppose(workspace, first_round, "se reúnen")
    key = go_on(workspace, case)

    workspace.operations.undo()

    assert stored(workspace, PrototypeIteration, key) is None
    assert stored(workspace, PrototypeIteration, first_round.id).stage is Stage.TESTING
    assert every(workspace, Hypothesis, iteration=key) == []


def test_no_iteration_begins_for_a_case_that_is_gone(workspace, case):
    workspace.books.delete(type(case), case.id)

    with pytest.raises(NotFound):
        go_on(workspace, case)


def test_hypotheses_stand_in_the_order_they_were_written_until_told_otherwise(workspace, first_round):
    one, two, three = (suppose(workspace, first_round, words) for words in ("uno", "dos", "tres"))

    workspace.prototyping.order_hypotheses([three.id, one.id, two.id])

    found = sorted(every(workspace, Hypothesis, iteration=first_round.id), key=lambda each: each.position)
    assert [str(each.if_) for each in found] == ["tres", "uno", "dos"]


def test_a_new_version_of_a_canvas_starts_with_the_same_blocks_and_leaves_the_old_one(workspace, case):
    blocks = CanvasBlocks(channels=(text("Centro de acopio"),))
    old = Canvas(id=new_id(), case=case.id, date=dt.date(2013, 10, 15), blocks=blocks)
    workspace.books.add(old)
    key = new_id()

    workspace.prototyping.new_canvas_version(old.id, key, TODAY)
    workspace.prototyping.revise(Canvas, key, lambda canvas: replace(canvas, blocks=CanvasBlocks()))

    made, kept = stored(workspace, Canvas, key), stored(workspace, Canvas, old.id)
    assert (made.version, made.date, made.blocks) == (2, TODAY, CanvasBlocks())
    assert (kept.version, kept.blocks) == (1, blocks)


def test_a_new_version_of_the_chain_map_is_drawn_as_the_last(workspace, case):
    old = ChainMap(id=new_id(), case=case.id, links=(ChainLink(text("Acopio")),))
    workspace.books.add(old)
    key = new_id()

    workspace.prototyping.new_map_version(old.id, key, TODAY)

    made = stored(workspace, ChainMap, key)
    assert (made.version, made.links) == (2, old.links)


def test_two_edits_of_different_rows_of_a_map_both_stay(workspace, case):
    old = ChainMap(id=new_id(), case=case.id)
    workspace.books.add(old)

    for words in ("Producción", "Acopio"):
        workspace.prototyping.revise(
            ChainMap,
            old.id,
            lambda stored, words=words: replace(stored, links=(*stored.links, ChainLink(text(words)))),
        )

    assert [str(each.name) for each in stored(workspace, ChainMap, old.id).links] == ["Producción", "Acopio"]


@pytest.fixture
def theory(workspace):
    """A theory whose one link rests on an assumption that was revised once."""
    key = TheoryId(new_id())
    doing = Element(level=ElementLevel.ACTIVITY, text=text("Aplicar LINK"))
    change = Element(level=ElementLevel.OUTCOME_SHORT, text=text("Cambian las prácticas"))
    first = Assumption(
        id=AssumptionId(new_id()),
        theory_of_change=key,
        text=text("Un taller basta"),
        status=AssumptionStatus.REVISED,
    )
    second = replace(
        first,
        id=AssumptionId(new_id()),
        text=text("Hace falta acompañar"),
        status=AssumptionStatus.UNTESTED,
        version=2,
        previous=first.id,
    )
    link = Link(from_=doing.id, to=change.id, assumptions=(first.id,))
    made = TheoryOfChange(id=key, elements=(doing, change), links=(link,))
    workspace.books.add(made, first, second)
    return made


def test_a_new_version_of_the_theory_rests_on_the_newest_wording_of_each_assumption(workspace, theory):
    key = TheoryId(new_id())

    workspace.prototyping.new_theory_version(theory.id, key, TODAY)

    made = stored(workspace, TheoryOfChange, key)
    (assumption,) = every(workspace, Assumption, theory_of_change=key)
    assert (made.version, made.elements) == (2, theory.elements)
    assert (str(assumption.text), assumption.version) == ("Hace falta acompañar", 2)
    assert made.links[0].assumptions == (assumption.id,)


def test_the_version_before_keeps_its_links_and_assumptions(workspace, theory):
    workspace.prototyping.new_theory_version(theory.id, TheoryId(new_id()), TODAY)

    assert stored(workspace, TheoryOfChange, theory.id).links == theory.links
    assert len(every(workspace, Assumption, theory_of_change=theory.id)) == 2
