"""What people type into date and money fields is read as they mean it, or refused."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.errors import InvalidInput
from facilitator.domain.typed import typed_count, typed_date, typed_money, typed_number, typed_span
from facilitator.domain.values import LooseDate, Money
from facilitator.formats import formats

NEAR = dt.date(2014, 2, 7)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("sep 2014", "2014-09"),
        ("sept. 2014", "2014-09"),
        ("septiembre de 2014", "2014-09"),
        ("setiembre 2014", "2014-09"),
        ("SEPTEMBER 2014", "2014-09"),
        ("09/2014", "2014-09"),
        ("9-2014", "2014-09"),
        ("2014-09", "2014-09"),
        ("30/04/2014", "2014-04-30"),
        ("30.4.2014", "2014-04-30"),
        ("30-04-14", "2014-04-30"),
        ("2014-04-30", "2014-04-30"),
        ("30 abr 2014", "2014-04-30"),
        ("30 de abril de 2014", "2014-04-30"),
        ("30 de abril del 2014", "2014-04-30"),
        ("1º de mayo de 2014", "2014-05-01"),
        ("April 30, 2014", "2014-04-30"),
        ("30th April 2014", "2014-04-30"),
        ("ene 2015", "2015-01"),
        ("miércoles", None),
    ],
)
def test_a_date_is_read_as_people_write_it_in_either_language(words, meant):
    if meant is None:
        with pytest.raises(InvalidInput):
            typed_date(words, NEAR)
    else:
        assert typed_date(words, NEAR) == LooseDate.parse(meant)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("30 abr", "2014-04-30"),
        ("30/4", "2014-04-30"),
        ("sep", "2014-09"),
        ("dic", "2014-12"),
        ("ene", "2014-01"),
    ],
)
def test_a_date_without_a_year_lies_ahead_or_just_behind(words, meant):
    assert typed_date(words, NEAR) == LooseDate.parse(meant)


def test_in_november_february_means_the_next_one():
    assert typed_date("feb", dt.date(2014, 11, 3)) == LooseDate(2015, 2)


@pytest.mark.parametrize(
    "words",
    ["soon", "31/02/2014", "32 abr 2014", "13/2014", "abr abr 2014", "2014", "14", "1/2/3/4", "30 x 2014", "se 2014",
     "٣٠/٠٤/٢٠١٤x", "abril 2014 2015", "<b>", "04/31/2014"],
)  # fmt: skip
def test_a_date_that_no_calendar_has_is_refused_with_its_words(words):
    with pytest.raises(InvalidInput) as refused:
        typed_date(words, NEAR)

    assert refused.value.key == "date-unknown"
    assert refused.value.details["text"] == words


def test_nothing_typed_is_no_date():
    assert typed_date("  ", NEAR) is None
    assert typed_date("–", NEAR) is None


@given(st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31)), st.booleans(), st.sampled_from(["en", "es"]))
def test_every_date_that_the_program_writes_can_be_typed_back(day, month_only, language):
    date = LooseDate(day.year, day.month, None if month_only else day.day)

    assert typed_date(formats(language).short_day(date), NEAR) == date
    assert typed_date(formats(language).day(date), NEAR) == date
    assert typed_date(date.isoformat(), NEAR) == date


@pytest.mark.parametrize(
    ("words", "start", "due"),
    [
        ("10/02/2014 – 29/08/2014", "2014-02-10", "2014-08-29"),
        ("10 feb - 29 ago 2014", "2014-02-10", "2014-08-29"),
        ("mar a ago 2014", "2014-03", "2014-08"),
        ("nov to feb 2015", "2014-11", "2015-02"),
        ("sep 2014", None, "2014-09"),
        ("2014-03-03 – 2014-04-30", "2014-03-03", "2014-04-30"),
        ("3 mar –", "2014-03-03", None),
        ("", None, None),
    ],
)
def test_start_and_end_are_read_from_one_field(words, start, due):
    read = typed_span(words, NEAR)

    assert read == tuple(LooseDate.parse(each) if each else None for each in (start, due))


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("4.800,00", "4800.00"),
        ("4,800.00", "4800.00"),
        ("4 800,50", "4800.50"),
        ("4800", "4800"),
        ("4,800", "4800"),
        ("4.800", "4800"),
        ("4,8", "4.8"),
        ("4.80", "4.80"),
        ("1.234.567", "1234567"),
        ("1,234,567.89", "1234567.89"),
        ("0,500", "0.500"),
        ("C$ 300", "300"),
        ("−5", "-5"),
    ],
)
def test_an_amount_is_read_with_the_signs_of_any_country(words, meant):
    assert typed_number(words) == Decimal(meant)


@pytest.mark.parametrize(
    "words",
    ["a lot", "4.80.0", "1,23,4", "12.34,567.8", "1.2.3", "4,800,00", "1e5", "--4", "4..8", "NaN", ".", "4."],
)
def test_an_amount_with_no_reading_is_refused_with_its_words(words):
    with pytest.raises(InvalidInput) as refused:
        typed_number(words)

    assert refused.value.key == "amount-unknown"
    assert refused.value.details["text"] == words


def test_a_code_beside_the_amount_is_its_currency():
    assert typed_money("NIO 300", "USD") == Money(Decimal(300), "NIO")
    assert typed_money("300 nio", "USD") == Money(Decimal(300), "NIO")
    assert typed_money("4.800,00", "USD") == Money(Decimal("4800.00"), "USD")
    assert typed_money(" – ", "USD") is None


@given(st.decimals(0, 10**9, places=2), st.sampled_from([("es", "CR"), ("es", "NI"), ("en", None)]))
def test_every_amount_that_the_program_writes_can_be_typed_back(amount, place):
    written = formats(*place).amount(Money(amount, "USD"))

    assert typed_money(written, "NIO") == Money(amount, "USD")


def test_a_share_is_typed_with_or_without_its_sign():
    assert typed_count("20 %") == 20
    assert typed_count("") is None
    with pytest.raises(InvalidInput):
        typed_count("half")
