"""Dates, numbers and amounts as each language writes them."""

import datetime as dt
from decimal import Decimal

import pytest

from facilitator.domain.values import LooseDate, Money
from facilitator.formats import formats

ES, EN = formats("es"), formats("en")
THURSDAY = dt.date(2014, 2, 6)


@pytest.mark.parametrize(
    ("start", "end", "spanish", "english"),
    [
        (THURSDAY, THURSDAY, "6 de febrero de 2014", "6 February 2014"),
        (THURSDAY, dt.date(2014, 2, 7), "6 y 7 de febrero de 2014", "6–7 February 2014"),
        (
            dt.date(2013, 9, 23),
            dt.date(2013, 9, 26),
            "23 al 26 de septiembre de 2013",
            "23–26 September 2013",
        ),
        (
            dt.date(2014, 1, 30),
            dt.date(2014, 2, 2),
            "30 de enero al 2 de febrero de 2014",
            "30 January – 2 February 2014",
        ),
        (
            dt.date(2013, 12, 30),
            dt.date(2014, 1, 2),
            "30 de diciembre de 2013 al 2 de enero de 2014",
            "30 December 2013 – 2 January 2014",
        ),
        (LooseDate(2014, 9), None, "septiembre de 2014", "September 2014"),
        (LooseDate(2014, 3), LooseDate(2014, 8), "marzo a agosto de 2014", "March – August 2014"),
    ],
)
def test_a_span_of_days_is_one_phrase(start, end, spanish, english):
    assert (ES.span(start, end), EN.span(start, end)) == (spanish, english)


def test_a_day_stands_with_its_weekday_in_lower_case_in_spanish():
    assert ES.weekday(THURSDAY) == "jueves 6 de febrero de 2014"
    assert EN.weekday(THURSDAY) == "Thursday 6 February 2014"
    assert ES.weekday_alone(THURSDAY) == "jueves 6 de febrero"
    assert EN.weekday_alone(THURSDAY) == "Thursday 6 February"


def test_short_dates_have_the_day_first_in_both_languages():
    assert ES.short_day(THURSDAY) == EN.short_day(THURSDAY) == "06/02/2014"
    assert EN.short_day(LooseDate(2014, 9)) == "Sep 2014"


@pytest.mark.parametrize(
    ("start", "end", "english"),
    [
        (THURSDAY, dt.date(2014, 2, 7), "6 – 7 Feb 2014"),
        (LooseDate(2014, 3), LooseDate(2014, 8), "Mar – Aug 2014"),
        (dt.date(2014, 2, 10), dt.date(2014, 3, 31), "10 Feb – 31 Mar 2014"),
        (LooseDate(2013, 11), LooseDate(2014, 2), "Nov 2013 – Feb 2014"),
        (None, LooseDate(2014, 9), "Sep 2014"),
        (None, None, ""),
    ],
)
def test_a_span_in_a_narrow_column(start, end, english):
    assert EN.brief_span(start, end).replace("\u00a0", " ") == english


def test_amounts_always_carry_their_currency_code():
    assert ES.amount(Money(Decimal(4800), "USD")) == "USD\u00a04,800"
    assert EN.amount(Money(Decimal("-4800.5"), "NIO")) == "NIO\u00a0−4,800.50"


def test_the_decimal_sign_follows_the_country():
    assert ES.number(Decimal("3.00"), 2) == "3.00"
    assert formats("es", "CR").number(Decimal("3.5")) == "3,5"
    assert formats("es", "XX").number(Decimal("3.5")) == "3.5"


def test_numbers_keep_the_places_they_have():
    assert EN.number(Decimal("1234.50")) == "1,234.5"
    assert EN.number(12) == "12"
    assert EN.number(Decimal("1E+3")) == "1,000"


def test_times_are_on_the_clock_of_twenty_four_hours():
    assert ES.time(dt.time(15, 5)) == EN.time(dt.time(15, 5)) == "15:05"


@pytest.mark.parametrize(
    ("names", "spanish"),
    [
        ([], ""),
        (["Ana"], "Ana"),
        (["Ana", "Luis"], "Ana y Luis"),
        (["Ana", "Luis", "Ingrid"], "Ana, Luis e Ingrid"),
        (["Ana", "Hidalgo"], "Ana e Hidalgo"),
        (["agua", "hielo"], "agua y hielo"),
    ],
)
def test_a_list_reads_as_it_is_said(names, spanish):
    assert ES.listing(names) == spanish


def test_english_lists_have_no_comma_before_and():
    assert EN.listing(["a", "b", "c"]) == "a, b and c"


def test_a_language_without_forms_is_refused():
    with pytest.raises(ValueError, match="fr"):
        formats("fr")


def test_a_day_noted_in_a_narrow_place_cannot_be_read_month_first():
    assert ES.noted_day(dt.date(2014, 5, 3)) == "03/05/2014"
    assert EN.noted_day(dt.date(2014, 5, 3)) == "3 May 2014"
    assert EN.noted_day(LooseDate(2014, 9)) == "Sep 2014"
