"""Canvas, principles and chain map: typed, moved, deleted, versioned."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.cases import (
    BusinessPrinciple,
    Canvas,
    CanvasKind,
    ChainFlow,
    ChainLink,
    ChainMap,
    ChainPartner,
    Perspective,
    PrincipleAssessment,
    Score,
)
from facilitator.domain.ids import new_id
from tests.afternoon import said
from ui.presenters.cases_tables import NEW

# Canvas


@pytest.fixture
def canvas(hand, honey):
    """A canvas that somebody began from the empty state."""
    part = hand.part("canvas")
    part.empty.button.click()
    hand.until(lambda: hand.records(Canvas))
    return part


def test_entries_of_a_block_are_typed_one_a_line(hand, canvas):
    editor = canvas.blocks["channels"].editor
    editor.setFocus()
    hand.type("Centro de acopio")
    hand.key(Qt.Key.Key_Return)
    hand.type("Transporte propio")
    hand.key(Qt.Key.Key_Tab)

    hand.until(lambda: len(hand.one(Canvas).blocks.channels) == 2)
    assert [str(each) for each in hand.one(Canvas).blocks.channels] == [
        "Centro de acopio",
        "Transporte propio",
    ]


def test_each_block_asks_its_question(canvas):
    channels = canvas.blocks["channels"].editor

    assert channels.accessibleName() == "Channels"
    assert channels.accessibleDescription() == "How does it reach them?"


def test_a_new_version_says_which_blocks_were_changed_since(hand, canvas):
    hand.write(canvas.blocks["channels"].editor, "Centro de acopio")
    hand.until(lambda: hand.one(Canvas).blocks.channels)
    canvas.bar.new.click()
    hand.until(lambda: len(hand.records(Canvas)) == 2)

    hand.write(canvas.blocks["channels"].editor, "Tienda propia")
    hand.pick(canvas.form.fields["kind"], "future")

    hand.until(lambda: canvas.record.kind is CanvasKind.FUTURE and canvas.record.version == 2)
    assert canvas.blocks["channels"]._mark.text() == "Changed since version 1"
    assert canvas.blocks["key_resources"]._mark.isHidden()
    assert canvas.bar.choice.count() == 2


def test_a_deleted_version_comes_back_by_undo(hand, canvas):
    canvas.bar.delete.click()
    hand.until(lambda: not hand.records(Canvas))
    assert canvas.empty.isVisible()

    hand.desk.undo()

    hand.until(canvas.body.isVisible)


# Principles


@pytest.fixture
def assessed(hand, honey):
    """An assessment in which seller and buyer see governance apart."""
    governance = BusinessPrinciple.FAIR_TRANSPARENT_GOVERNANCE
    innovation = BusinessPrinciple.INCLUSIVE_INNOVATION
    made = PrincipleAssessment(
        id=new_id(),
        case=honey.id,
        date=dt.date(2013, 10, 16),
        scores={
            Perspective.SELLER: {governance: Score(Decimal(2)), innovation: Score(Decimal(3))},
            Perspective.BUYER: {governance: Score(Decimal(4)), innovation: Score(Decimal(3))},
        },
    )
    hand.add(made)
    return made


def test_a_mark_is_chosen_and_keeps_its_reason(hand, assessed):
    part = hand.part("principles")
    innovation = BusinessPrinciple.INCLUSIVE_INNOVATION
    hand.on(part.scores, innovation)
    hand.write(part.reasons.fields["seller"], "Nobody asked us")
    hand.pick_cell(part.scores, innovation, "seller", "5")

    hand.until(
        lambda: (
            hand.one(PrincipleAssessment).scores[Perspective.SELLER][innovation]
            == Score(Decimal(5), said("Nobody asked us"))
        )
    )


def test_a_principle_may_not_apply(hand, assessed):
    part = hand.part("principles")
    measuring = BusinessPrinciple.MEASUREMENT_OF_OUTCOMES
    hand.pick_cell(part.scores, measuring, "facilitator", "na")

    hand.until(lambda: Perspective.FACILITATOR in hand.one(PrincipleAssessment).scores)
    assert hand.one(PrincipleAssessment).scores[Perspective.FACILITATOR] == {measuring: Score(None)}


def test_the_largest_difference_stands_first(hand, assessed):
    rows = hand.part("principles").gaps.cells.rows

    assert [(row.cell("principle").shown, row.cell("gap").shown) for row in rows[:2]] == [
        ("Fair and transparent governance", "2"),
        ("Inclusive innovation", "0"),
    ]


def test_the_change_since_the_last_assessment_is_told(hand, assessed):
    later = replace(
        assessed,
        id=new_id(),
        date=dt.date(2014, 2, 6),
        scores={Perspective.SELLER: {BusinessPrinciple.FAIR_TRANSPARENT_GOVERNANCE: Score(Decimal(4))}},
    )
    hand.add(later)
    rows = {row.key: row for row in hand.part("principles").gaps.cells.rows}

    assert rows[BusinessPrinciple.FAIR_TRANSPARENT_GOVERNANCE].cell("change").shown == "+1"


def test_the_radar_has_a_line_for_each_side_that_gave_marks(hand, assessed):
    lines = hand.part("principles").radar._lines

    assert [line.name for line in lines] == ["Seller", "Buyer"]
    assert lines[0].shares[2] == 0.4


def test_a_scale_that_leaves_a_mark_outside_is_refused_at_its_field(hand, assessed):
    part = hand.part("principles")
    hand.write(part.form.fields["scale.max"], "3")

    assert "not on the scale" in part.form.rows["scale.max"].error.sentence


# Chain map


@pytest.fixture
def chain(hand, honey):
    """Three processes with a flow, and a partner of the second."""
    made = ChainMap(
        id=new_id(),
        case=honey.id,
        links=tuple(ChainLink(said(words)) for words in ("Production", "Collection", "Retail")),
        flows=(ChainFlow(2, 3, "product"),),
        network=(ChainPartner("Red Surco", serves=2),),
    )
    hand.add(made)
    return hand.part("chain")


def test_a_process_is_typed_into_the_last_row(hand, chain):
    hand.write_cell(chain.links, NEW, "name", "Consumption")

    hand.until(lambda: len(hand.one(ChainMap).links) == 4)
    assert str(hand.one(ChainMap).links[-1].name) == "Consumption"


def test_actors_are_typed_with_commas(hand, chain):
    hand.write_cell(chain.links, 0, "actors", "84 families, two brokers")

    hand.until(lambda: hand.one(ChainMap).links[0].actors == ("84 families", "two brokers"))


def test_flows_and_partners_follow_a_process_that_moves(hand, chain):
    hand.on(chain.links, 1)
    hand.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    hand.until(lambda: str(hand.one(ChainMap).links[0].name) == "Collection")
    assert hand.one(ChainMap).flows[0] == ChainFlow(1, 3, "product")
    assert hand.one(ChainMap).network[0].serves == 1


def test_a_process_that_goes_takes_its_flows_along(hand, chain):
    hand.on(chain.links, 1)
    hand.key(Qt.Key.Key_Delete)

    hand.until(lambda: len(hand.one(ChainMap).links) == 2)
    assert hand.one(ChainMap).flows == ()
    assert hand.one(ChainMap).network == (ChainPartner("Red Surco"),)


def test_an_influence_helps_or_hinders(hand, chain):
    hand.write_cell(chain.influences, NEW, "text", "A new health rule")
    hand.until(lambda: hand.one(ChainMap).influences)
    hand.pick_cell(chain.influences, 0, "helps", "no")

    hand.until(lambda: hand.one(ChainMap).influences[0].helps is False)


def test_conclusions_are_lines_that_can_be_reworded_and_emptied(hand, chain):
    hand.write_cell(chain.conclusions, NEW, "text", "Moisture is the bottleneck")
    hand.until(lambda: hand.one(ChainMap).conclusions)
    hand.write_cell(chain.conclusions, 0, "text", "Moisture is the problem")
    hand.until(lambda: hand.rows(chain.conclusions)[0] == "Moisture is the problem")
    hand.on(chain.conclusions, 0)
    hand.key(Qt.Key.Key_Delete)

    hand.until(lambda: hand.one(ChainMap).conclusions == ())
