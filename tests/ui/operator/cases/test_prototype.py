"""The prototype of a case: answers, hypotheses, how improvements go, and the next round."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.change_theory import Direction, Indicator, Measurement, Reading
from facilitator.domain.ids import IndicatorId, new_id
from facilitator.domain.prototypes import Hypothesis, HypothesisDecision, PrototypeIteration, Stage
from facilitator.domain.values import LooseDate
from tests.afternoon import said
from ui.presenters.cases_tables import NEW
from ui.presenters.cases_verdicts import Standing, verdict, way

TODAY = dt.date(2014, 2, 6)


def test_an_answer_is_stored_as_one_leaves_it(hand):
    answer = hand.part("prototype").questions.answers[1]
    hand.write(answer.editor, "Paid at 15 days")

    hand.until(lambda: hand.one(PrototypeIteration).answers.vision is not None)
    assert str(hand.one(PrototypeIteration).answers.vision) == "Paid at 15 days"


def test_escape_brings_the_stored_answer_back(hand):
    answer = hand.part("prototype").questions.answers[0]
    answer.editor.setFocus()
    hand.type("No. ")
    hand.key(Qt.Key.Key_Escape)

    assert answer.editor.toPlainText() == "Paid at 45 days"


def test_the_number_of_a_question_is_full_while_it_is_answered(hand):
    answer = hand.part("prototype").questions.answers[2]
    with hand.qtbot.waitSignal(answer.focused) as told:
        answer.editor.setFocus()

    assert told.args == [True]


def test_an_improvement_shows_its_figures_and_a_verdict_in_words(hand, meeting):
    table = hand.part("prototype").improvements.table
    row = next(each for each in table.cells.rows if each.key == meeting.id)

    shown = [row.cell(name).shown for name in ("if_", "baseline", "target", "latest")]
    assert shown == ["Both sides meet every quarter", "45", "15", "41"]
    assert row.cell("if_").under == "Days to payment"
    assert row.cell("trend").trend.values == (45.0, 41.0)
    assert row.cell("verdict").pill.text == "Slow"


def test_typing_in_the_last_row_adds_a_hypothesis(hand, first_round):
    part = hand.part("prototype")
    part.improvements.table.setFocus()
    hand.key(Qt.Key.Key_Insert)
    hand.type("there is a price board")
    hand.key(Qt.Key.Key_Return)

    hand.until(lambda: len(hand.records(Hypothesis)) == 2)
    added = max(hand.records(Hypothesis), key=lambda each: each.position)
    assert (str(added.if_), added.iteration) == ("there is a price board", first_round.id)


def test_the_fields_of_the_chosen_hypothesis_stand_below(hand, meeting):
    part = hand.part("prototype")
    hand.on(part.improvements, meeting.id)
    hand.write(part.hypothesis.fields["due"], "sep 2014")
    hand.pick(part.hypothesis.fields["decision"], "redesign")

    hand.until(lambda: hand.one(Hypothesis).decision is HypothesisDecision.REDESIGN)
    assert hand.one(Hypothesis).due == LooseDate(2014, 9)


def test_a_hypothesis_without_a_change_is_refused_in_its_field(hand, meeting):
    part = hand.part("prototype")
    hand.on(part.improvements, meeting.id)
    hand.write(part.hypothesis.fields["if_"], "")

    assert "needs its change" in part.hypothesis.rows["if_"].error.sentence


def test_delete_takes_a_hypothesis_out_and_undo_brings_it_back(hand, meeting):
    part = hand.part("prototype")
    hand.on(part.improvements, meeting.id)
    hand.key(Qt.Key.Key_Delete)
    hand.until(lambda: not hand.records(Hypothesis))

    hand.desk.undo()

    hand.until(lambda: hand.records(Hypothesis))


def test_hypotheses_change_places_with_alt_and_arrows(hand, first_round, meeting):
    other = Hypothesis(id=new_id(), iteration=first_round.id, if_=said("there is a board"))
    hand.desk.perform(lambda work: work.prototyping.add_hypothesis(other))
    hand.until(lambda: len(hand.records(Hypothesis)) == 2)
    part = hand.part("prototype")
    hand.on(part.improvements, other.id)

    hand.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    hand.until(lambda: hand.rows(part.improvements)[0] == "There is a board")


def test_the_next_iteration_takes_along_what_is_open_and_the_one_before_can_only_be_read(hand, first_round):
    part = hand.part("prototype")
    part.add()
    hand.until(lambda: len(hand.records(PrototypeIteration)) == 2)

    assert part.iteration.iteration == 2
    assert "Both sides meet every quarter" in hand.rows(part.improvements)
    part.band.chosen.emit(first_round.id)
    assert part.iteration.id == first_round.id
    assert part.questions.answers[0].editor.isReadOnly()
    assert not part.hypothesis.fields["if_"].isEnabled()
    assert part.improvements.table.cells.place_of(NEW) < 0
    assert "stays as it was" in part.closed.text()


def test_a_last_iteration_that_was_closed_too_early_can_be_opened_again(hand, first_round):
    part = hand.part("prototype")
    hand.pick(part.form.fields["stage"], "closed")
    hand.until(lambda: hand.one(PrototypeIteration).stage is Stage.CLOSED)
    assert not part.form.fields["title"].isEnabled()

    hand.pick(part.form.fields["stage"], "act")

    hand.until(lambda: hand.one(PrototypeIteration).stage is Stage.ACT)
    assert part.form.fields["title"].isEnabled()


def test_the_loops_are_done_now_and_to_come(hand):
    part = hand.part("prototype")
    part.add()
    hand.until(lambda: len(part.band.buttons) == 3)

    assert [turn.state for turn in part.band.loops] == ["done", "now", "coming"]
    assert part.band.buttons[0].accessibleName().startswith("Iteration 1")


def test_the_first_iteration_begins_from_the_empty_state(hand, first_round):
    hand.desk.perform(lambda work: work.books.delete(PrototypeIteration, first_round.id))
    part = hand.part("prototype")
    hand.until(part.empty.isVisible)

    part.empty.button.click()

    hand.until(lambda: len(hand.records(PrototypeIteration)) == 1)


# Verdicts


def indicator(start="45", goal="15", **fields):
    return Indicator(
        id=IndicatorId(new_id()),
        name=said("Days to payment"),
        baseline=None if start is None else Reading(Decimal(start), LooseDate(2013, 9, 1)),
        target=None if goal is None else Reading(Decimal(goal), LooseDate(2014, 9, 1)),
        **fields,
    )


def standing(of, *values, last=TODAY):
    readings = [
        Measurement(
            id=new_id(),
            indicator=of.id,
            date=last - dt.timedelta(days=20 * (len(values) - place - 1)),
            value=Decimal(value),
        )
        for place, value in enumerate(values)
    ]
    return Standing(of, tuple(readings), readings[-1] if readings else None)


@pytest.mark.parametrize(
    ("values", "said_"),
    [
        ((), "No reading yet"),
        ((40, 30), "Working"),
        ((44, 41), "Slow"),
        ((41, 15), "Target met"),
        ((41, 12), "Target met"),
        ((44, 47), "Not working"),
        ((40, 42), "Not working"),
    ],
    ids=["none", "working", "slow", "met", "passed", "wrong way", "turning back"],
)
def test_days_to_payment_get_better_by_going_down(values, said_):
    assert verdict(standing(indicator(), *values), TODAY).text == said_


def test_a_share_that_should_rise_gets_better_by_rising():
    assert verdict(standing(indicator("62", "85"), "74"), TODAY).text == "Working"
    assert verdict(standing(indicator("62", "85"), "60"), TODAY).text == "Not working"


@pytest.mark.parametrize(("age", "said_"), [(60, "Working"), (61, "No recent reading")])
def test_a_reading_is_recent_for_sixty_days(age, said_):
    last = TODAY - dt.timedelta(days=age)

    assert verdict(standing(indicator(), 20, last=last), TODAY).text == said_


def test_without_a_target_the_direction_of_the_indicator_decides():
    down = indicator(goal=None, direction=Direction.LOWER)

    assert verdict(standing(down, 40), TODAY).text == "Better"
    assert verdict(standing(down, 50), TODAY).text == "Worse"
    assert verdict(standing(indicator(goal=None), 50), TODAY).text == "No target"


def test_within_a_range_what_counts_is_how_near_the_target_is():
    ranged = replace(indicator("10", "20"), direction=Direction.IN_RANGE)

    assert way(ranged, Decimal(20)) == 1
    assert way(ranged, Decimal(25)) == way(ranged, Decimal(15)) == Decimal("0.5")


def test_a_target_on_the_wrong_side_of_the_baseline_tells_nothing():
    confused = indicator("45", "15", direction=Direction.HIGHER)

    assert way(confused, Decimal(30)) is None
