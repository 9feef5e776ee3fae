"""Indicators and theory of change: typed, warned of, deleted, versioned."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.change_theory import (
    Assumption,
    AssumptionStatus,
    Element,
    ElementLevel,
    Indicator,
    Link,
    Measurement,
    TheoryOfChange,
)
from facilitator.domain.ids import AssumptionId, TheoryId, new_id
from tests.afternoon import said
from ui.presenters.cases_indicators import NEW_COMMON
from ui.presenters.cases_tables import NEW

# Indicators


def test_an_indicator_of_the_case_and_a_common_one_are_typed_into_their_groups(hand, honey):
    part = hand.part("indicators")
    hand.write_cell(part.indicators, NEW, "name", "Women on the committee")
    hand.until(lambda: len(hand.records(Indicator)) == 2)
    hand.write_cell(part.indicators, NEW_COMMON, "name", "Volume sold")
    hand.until(lambda: len(hand.records(Indicator)) == 3)

    assert {str(each.name): each.case for each in hand.records(Indicator)} == {
        "Women on the committee": honey.id,
        "Volume sold": None,
        "Days to payment": None,
    }


def test_a_sheet_without_definition_is_warned_of_until_it_has_one(hand, days):
    part = hand.part("indicators")
    hand.on(part.indicators, days.id)
    part.refresh(part.book)
    assert "definition is missing" in part.warnings[0].text()

    hand.write(part.sheet.fields["definition"], "Calendar days from delivery to money")

    hand.until(lambda: hand.one(Indicator).definition is not None)
    assert part.warnings[0].isHidden()


def test_a_measurement_has_a_figure_or_the_reason_why_there_is_none(hand, days, honey):
    part = hand.part("indicators")
    hand.write_cell(part.readings, NEW, "date", "6/2/2014")
    hand.until(lambda: len(hand.records(Measurement)) == 2)
    newest = max(hand.records(Measurement), key=lambda each: each.date)
    hand.write_cell(part.readings, newest.id, "no_data_reason", "Slips were lost")

    hand.until(lambda: hand.desk.records.get(Measurement, newest.id).no_data_reason)
    stored = hand.desk.records.get(Measurement, newest.id)
    assert (stored.date, stored.value, stored.case) == (dt.date(2014, 2, 6), None, honey.id)


def test_a_month_is_no_day_of_a_measurement(hand, reading):
    part = hand.part("indicators")
    part.readings.table.setFocus()
    part.readings.table.edit_cell(reading.id, "date")
    hand.key(Qt.Key.Key_Backspace)
    hand.type("sep 2014")
    hand.key(Qt.Key.Key_Return)

    assert "sep 2014" in part.readings.trouble.sentence
    hand.key(Qt.Key.Key_Escape)
    assert hand.one(Measurement).date == reading.date


def test_figures_are_read_with_the_signs_of_the_country_and_kept_exactly(hand, days):
    part = hand.part("indicators")
    hand.write(part.sheet.fields["target.value"], "12.50")

    hand.until(lambda: hand.one(Indicator).target.value == Decimal("12.5"))
    assert hand.one(Indicator).target.date == days.target.date


def test_parts_of_a_reading_are_typed_by_name(hand, reading):
    part = hand.part("indicators")
    hand.page.resize(1800, 900)
    hand.write_cell(part.readings, reading.id, "disaggregated", "women: 3; men: 4")

    hand.until(lambda: hand.one(Measurement).disaggregated == {"women": Decimal(3), "men": Decimal(4)})


# Theory of change


@pytest.fixture
def theory(hand, afternoon):
    """Two elements with a link that rests on a revised assumption."""
    doing = Element(level=ElementLevel.ACTIVITY, text=said("Apply LINK"))
    change = Element(level=ElementLevel.IMPACT, text=said("Families earn more"))
    key = TheoryId(new_id())
    old = Assumption(
        id=AssumptionId(new_id()),
        theory_of_change=key,
        text=said("A workshop is enough"),
        status=AssumptionStatus.REVISED,
    )
    new = replace(
        old,
        id=AssumptionId(new_id()),
        text=said("Visits are needed"),
        version=2,
        previous=old.id,
        status=AssumptionStatus.UNTESTED,
    )
    made = TheoryOfChange(
        id=key,
        cycle=afternoon.cycle.id,
        elements=(change, doing),
        links=(Link(from_=doing.id, to=change.id),),
    )
    hand.add(made, old, new)
    return hand.part("theory")


def test_elements_stand_from_what_is_done_to_the_impact(hand, theory):
    assert hand.rows(theory.elements) == [
        "Activities",
        "Apply LINK",
        "Impact",
        "Families earn more",
        "Add an element",
    ]


def test_an_element_that_goes_takes_its_links_along(hand, theory):
    hand.on(theory.elements, 0)
    hand.key(Qt.Key.Key_Delete)

    hand.until(lambda: len(hand.one(TheoryOfChange).elements) == 1)
    assert hand.one(TheoryOfChange).links == ()


def test_an_assumption_is_put_on_a_link(hand, theory):
    newest = next(each for each in hand.records(Assumption) if each.version == 2)
    link = hand.one(TheoryOfChange).links[0]
    hand.pick_cell(theory.assumptions, newest.id, "link", f"{link.from_} {link.to}")

    hand.until(lambda: hand.one(TheoryOfChange).links[0].assumptions == (newest.id,))


def test_an_earlier_wording_is_shown_below_and_cannot_be_changed(hand, theory):
    rows = theory.assumptions.table.cells.rows

    assert [row.cell("text").shown for row in rows[:2]] == ["Visits are needed", "A workshop is enough"]
    assert rows[1].cell("text").under == "Version 1, now version 2"
    assert rows[1].cell("text").edit is None


def test_a_new_version_of_the_theory_leaves_the_one_before_as_it_was(hand, theory):
    before = hand.one(TheoryOfChange)
    theory.bar.new.click()
    hand.until(lambda: len(hand.records(TheoryOfChange)) == 2)

    hand.write_cell(theory.elements, NEW, "text", "Sell together")

    hand.until(lambda: len(theory.record.elements) == 3)
    assert theory.record.version == 2
    assert hand.desk.records.get(TheoryOfChange, before.id).elements == before.elements


def test_a_risk_is_typed_and_a_theory_begins_from_nothing(bare):
    part = bare.part("theory")
    part.empty.button.click()
    bare.until(lambda: bare.records(TheoryOfChange))

    bare.write_cell(part.risks, NEW, "text", "A drought")

    bare.until(lambda: [str(each) for each in bare.one(TheoryOfChange).risks] == ["A drought"])
