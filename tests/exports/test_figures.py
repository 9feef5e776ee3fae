"""Scores and measurements are drawn as vectors, said in words, and good in grey."""

import datetime as dt
import re
from dataclasses import replace
from decimal import Decimal

import pytest
from pypdf import PdfReader

from exports.docx import write_minutes as write_docx
from exports.html import write_minutes as write_html
from exports.pdf import write_minutes
from facilitator.domain.minutes import DocumentKind, PrincipleScores
from facilitator.domain.values import LooseDate
from tests.exports.minutes_samples import sample
from tests.exports.structure_read import tree

PRINCIPLES = ("Collaboration", "Market links", "Governance", "Access", "Innovation", "Measurement")


def scored(year, *columns):
    """An assessment in which everybody gives each principle a score."""
    rows = tuple((name, tuple(Decimal(each[n]) for each in columns)) for n, name in enumerate(PRINCIPLES))
    seen = ("Seller", "Buyer", "Facilitator")[: len(columns)]
    return PrincipleScores(assessed_on=LooseDate(year, 2, 6), scale=(1, 5), perspectives=seen, rows=rows)


@pytest.fixture
def compared():
    """Minutes of a case that was assessed twice and measured three times."""
    minutes = sample("en")
    first = scored(2013, (1, 2, 3, 2, 1, 2), (2, 2, 2, 3, 1, 1))
    second = scored(2014, (3, 4, 3, 2, 4, 5), (2, 3, 5, 3, 2, 4), (4, 4, 4, 3, 3, 3))
    days = (dt.date(2013, 9, 30), dt.date(2013, 12, 15), dt.date(2014, 1, 31))
    measured = tuple(zip(days, map(Decimal, (45, 48, 41)), strict=True))
    [case, *others] = minutes.cases
    indicators = tuple(replace(each, measured=measured) for each in case.indicators)
    case = replace(case, principles=(first, second), indicators=indicators)
    return replace(minutes, kind=DocumentKind.MEMORIA, cases=(case, *others))


@pytest.fixture
def figures(compared, tmp_path):
    """The words of every drawing in the PDF."""
    target = tmp_path / "m.pdf"
    write_minutes(compared, target, paper="letter")
    return [str(each.entry["/Alt"]) for each in tree(PdfReader(target)).all("Figure")]


def test_a_radar_says_who_gave_which_score(figures):
    assert (
        "Radar of 6 principles, from 1 to 5. "
        "Seller: 3, 4, 3, 2, 4, 5; Buyer: 2, 3, 5, 3, 2, 4; Facilitator: 4, 4, 4, 3, 3, 3"
    ) in figures


def test_assessments_of_one_case_are_compared_over_time(figures):
    assert (
        "Radar of 6 principles, from 1 to 5. 6 February 2013: 1.5, 2, 2.5, 2.5, 1, 1.5; "
        "6 February 2014: 3, 3.7, 4, 2.7, 3, 4"
    ) in figures


def test_a_sparkline_says_every_measurement_with_its_day(figures):
    assert "Measured 3 times: 45 (30 Sep 2013), 48 (15 Dec 2013), 41 (31 Jan 2014)" in figures


def test_formats_without_drawings_say_the_same_in_words(compared, tmp_path):
    write_html(compared, tmp_path / "m.html", paper="letter")
    write_docx(compared, tmp_path / "m.docx", paper="letter")

    text = (tmp_path / "m.html").read_text(encoding="utf-8")
    assert "Measured 3 times: 45 (30 Sep 2013)" in text
    assert "Principles over time" in text


def test_lines_are_told_apart_by_stroke_and_mark_in_grey_too(compared, tmp_path):
    target = tmp_path / "m.pdf"
    write_minutes(compared, target, paper="letter")

    pages = [page for page in PdfReader(target).pages if "Principles over time" in page.extract_text()]
    strokes = set(re.findall(rb"\[([^\]]*)\] 0 d", pages[0].get_contents().get_data()))
    assert {b"", b"5 2.2", b"1.4 1.8"} <= strokes
    assert not pages[0].images
