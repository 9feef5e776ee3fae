"""What people said keeps its words and its language; a date may lack its day; money is exact."""

import datetime as dt
import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.errors import Conflict, InvalidInput
from facilitator.domain.values import MAX_TEXT, LooseDate, Money, Text, Translation

MONTHS = st.builds(LooseDate, st.integers(1, 9999), st.integers(1, 12))
LOOSE_DATES = MONTHS | st.dates().map(LooseDate.of)


def test_a_text_keeps_its_words_and_a_translation_stands_beside_it():
    said = Text("Más pausas", "es")

    translated = said.reworded("More breaks", "en")

    assert str(translated) == "Más pausas"
    assert translated.best("en") == "More breaks"
    assert translated.best("fr") == "Más pausas"
    assert translated.translated("fr") is None


def test_an_emptied_translation_is_gone_and_the_original_stays():
    said = Text("Más pausas", "es", (Translation("en", "More breaks"),))

    assert said.reworded("  ", "en") == Text("Más pausas", "es")


def test_rewording_the_original_keeps_its_translations():
    said = Text("Más pausas", "es", (Translation("en", "More breaks"),))

    assert said.reworded("Pausas", "es").translations == said.translations


@pytest.mark.parametrize(
    ("made", "key"),
    [
        pytest.param(lambda: Text("Hola", ""), "language-unknown", id="no language"),
        pytest.param(lambda: Text("Hola", "Spanish"), "language-unknown", id="no code"),
        (lambda: Text("Hola", "es", (Translation("es", "Hola"),)), "language-twice"),
        (lambda: Text("x" * (MAX_TEXT + 1), "es"), "text-too-long"),
        (lambda: Text("half \ud83d", "es"), "text-broken"),
    ],
)
def test_a_text_that_nobody_could_have_written_is_refused(made, key):
    with pytest.raises(InvalidInput) as refused:
        made()

    assert refused.value.key == key


def test_a_text_of_blanks_counts_as_nothing_said():
    assert not Text(" \n ", "es")


@given(LOOSE_DATES)
def test_a_loose_date_is_read_back_as_it_was_written(date):
    assert LooseDate.parse(date.isoformat()) == date


@given(MONTHS)
def test_a_month_may_mean_any_of_its_days(month):
    assert month.first_day().day == 1
    assert month.first_day() <= month.last_day()
    assert month.last_day() == dt.date.max or (month.last_day() + dt.timedelta(days=1)).day == 1


@given(st.lists(LOOSE_DATES))
def test_loose_dates_sort_by_the_first_day_they_may_mean(dates):
    firsts = [date.first_day() for date in sorted(dates)]

    assert firsts == sorted(firsts)


def test_a_month_stands_before_its_days():
    assert LooseDate(2014, 9) < LooseDate(2014, 9, 1) < LooseDate(2014, 9, 2)


@pytest.mark.parametrize("text", ["2014", "2014-9", "2014-13", "2014-02-30", "0000-01", "2014-09-", "x", ""])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(InvalidInput) as refused:
        LooseDate.parse(text)

    assert refused.value.key == "date-unknown"


def test_money_adds_up_to_the_cent():
    total = Money(Decimal("0.10"), "USD") + Money(Decimal("0.20"), "USD")

    assert total == Money(Decimal("0.30"), "USD")


@pytest.mark.parametrize(
    ("made", "key"),
    [
        pytest.param(lambda: Money(Decimal("NaN"), "USD"), "amount-unknown", id="no number"),
        (lambda: Money(Decimal("Infinity"), "USD"), "amount-unknown"),
        pytest.param(lambda: Money(Decimal(1), "usd"), "currency-unknown", id="lower case"),
        (lambda: Money(Decimal(1), "C$"), "currency-unknown"),
        (lambda: Money(Decimal(1), "USD") + Money(Decimal(1), "NIO"), "currencies-differ"),
    ],
)
def test_what_is_no_money_is_refused(made, key):
    with pytest.raises(InvalidInput) as refused:
        made()

    assert refused.value.key == key


def test_an_error_keeps_its_facts_on_the_way_to_another_process():
    error = Conflict("record-in-use", label="add-card")

    arrived = pickle.loads(pickle.dumps(error))

    assert (type(arrived), arrived.key, arrived.details) == (Conflict, "record-in-use", {"label": "add-card"})
