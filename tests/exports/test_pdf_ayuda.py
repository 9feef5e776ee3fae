"""The ayuda memoria: decisions on at most two pages, whatever the workshop holds."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from exports.pdf import write_minutes
from facilitator.domain.minutes import AgreementLine, DocumentKind, NextStep, ParkingLine, Said
from facilitator.domain.values import LooseDate
from tests.exports.minutes_samples import sample


def written(minutes, folder, paper="letter"):
    target = folder / "ayuda.pdf"
    write_minutes(minutes, target, paper=paper)
    reader = PdfReader(target)
    return len(reader.pages), re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader.pages))


def crowded(agreements, pending, steps, length):
    base = sample("en", DocumentKind.AYUDA_MEMORIA)
    text = "agree " * (length // 6) or "agree"
    return replace(
        base,
        agreements=tuple(
            AgreementLine(
                number=n,
                text=Said(f"{n} {text}", "en"),
                anchor=f"x{n}",
                responsible="Somebody",
                when=LooseDate(2014, 9),
            )
            for n in range(1, agreements + 1)
        ),
        parking_lot=tuple(ParkingLine(text=Said(f"{n} {text}", "en")) for n in range(pending)),
        next_steps=tuple(NextStep(LooseDate(2014, 9), f"{n} {text}") for n in range(steps)),
    )


def test_it_lists_agreements_with_number_responsible_and_date(tmp_path):
    minutes = sample("en", DocumentKind.AYUDA_MEMORIA)

    pages, text = written(minutes, tmp_path)

    assert pages <= 2
    assert (
        "1 Keep applying LINK in the field and enter the prototype cycle 3C, Marisol Ejemplo 29 August 2014"
        in text
    )
    assert "Nobody yet" in text
    assert "No date yet" in text
    assert "First field visit" in text


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("agreements", [0, 1, 20, 60, 400])
def test_it_never_takes_a_third_page(tmp_path, paper, agreements):
    pages, text = written(crowded(agreements, 30, 30, 90), tmp_path, paper)

    assert pages <= 2
    shown = len(re.findall(r"Somebody", text))
    more = re.search(r"(\d+) more agreements? in the memoria", text)
    assert shown + (int(more.group(1)) if more else 0) == agreements


def test_what_gives_way_is_counted(tmp_path):
    _, text = written(crowded(30, 40, 40, 120), tmp_path)

    assert re.search(r"\d+ more matters in the memoria", text)
    assert re.search(r"\d+ more dates in the memoria", text)


@settings(max_examples=12)
@given(st.integers(0, 80), st.integers(0, 40), st.integers(0, 40), st.integers(1, 4000))
def test_it_never_takes_a_third_page_for_any_length(tmp_path_factory, agreements, pending, steps, length):
    pages, _ = written(crowded(agreements, pending, steps, length), tmp_path_factory.mktemp("crowd"))

    assert pages <= 2
