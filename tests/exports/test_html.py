"""Minutes as one HTML file, understood as a browser does."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports.html import write_minutes
from tests.exports.minutes_samples import sample
from tests.exports.minutes_sizes import one_card, tiny
from tests.exports.opened import Page, plain
from tests.exports.sample_days import CARDS


def written(minutes, folder, paper="letter"):
    target = folder / "minutes.html"
    write_minutes(minutes, target, paper=paper)
    return Page(target.read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", ["es", "en"])
def test_everything_said_is_in_it_and_every_element_fits(tmp_path, language):
    minutes = sample(language)

    page = written(minutes, tmp_path)

    said = "".join(page.words)
    assert page.problems == []
    assert all(card[1][:60] in said for card in CARDS)
    assert all(line.text.text in said for line in minutes.agreements)
    assert page.all("html") == [{"lang": language}]


def test_it_needs_no_other_file_runs_nothing_and_carries_its_font(tmp_path):
    page = written(sample("en"), tmp_path)
    text = (tmp_path / "minutes.html").read_text(encoding="utf-8")

    policy = next(each["content"] for each in page.all("meta") if each.get("http-equiv"))

    assert page.all("script", "link", "iframe", "img", "form") == []
    assert not re.search(r"https?://", text)
    assert all(re.match(r"data:font/ttf;base64,", found) for found in re.findall(r"url\(([^)]{0,40})", text))
    assert text.count("@font-face") == 3
    assert policy.startswith("default-src 'none'")
    assert not [each for _, each in page.tags if any(name.startswith("on") for name in each)]


def test_every_reference_leads_to_a_place_and_every_place_is_one(tmp_path):
    page = written(sample("en"), tmp_path)

    places = [each["id"] for _, each in page.tags if "id" in each]
    links = {each["href"].removeprefix("#") for each in page.all("a")}
    labels = {each["aria-labelledby"] for _, each in page.tags if "aria-labelledby" in each}

    assert len(places) == len(set(places))
    assert links <= set(places)
    assert labels <= set(places)
    assert len(links) > 20


def test_titles_are_in_order_tables_have_heads_and_everything_has_a_name(tmp_path):
    page = written(sample("es"), tmp_path)

    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert {each.get("scope") for each in page.all("th")} == {"col", "row", "rowgroup"}
    assert len(page.all("caption")) == len(page.all("table"))
    assert all(each["aria-label"] and each["tabindex"] == "0" for each in page.all("div") if "role" in each)
    assert [tag for tag, _ in page.tags if tag in {"header", "nav", "main", "footer"}] == [
        "header",
        "nav",
        "main",
        "footer",
    ]


def test_a_page_has_the_paper_asked_for_and_both_modes_of_light(tmp_path):
    written(sample("en"), tmp_path, "a4")

    text = (tmp_path / "minutes.html").read_text(encoding="utf-8")

    assert "size: A4;" in text
    assert "size: A4 landscape;" in text
    assert "@media (prefers-color-scheme: dark) { :root { --canvas: #11191A" in text
    assert "/* colours" not in text


def test_words_in_another_language_say_so_and_right_to_left_text_finds_its_side(tmp_path):
    page = written(one_card("مرحبا بالجميع", "en"), tmp_path)

    assert {"lang": "es"} in page.all("span")
    assert [each for each in page.all("p") if each.get("dir") == "auto"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=200
    )
)
def test_whatever_people_write_is_words_and_never_markup(tmp_path, text):
    hostile = f"<script>alert('{text}')</script>&amp;{text}"
    minutes = replace(one_card(hostile), cover=replace(tiny().cover, title=f"{hostile}\"'>"))

    page = written(minutes, tmp_path)

    assert page.problems == []
    assert page.all("script") == []
    assert plain(hostile) in plain("".join(page.words))
