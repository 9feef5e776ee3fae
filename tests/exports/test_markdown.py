"""Minutes as Markdown, rendered by a library that follows the standard."""

import re
from html import unescape

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from exports.markdown import write_minutes
from exports.outline.lawful import lawful
from tests.exports.minutes_samples import sample
from tests.exports.minutes_sizes import one_card
from tests.exports.opened import Page, plain
from tests.exports.sample_days import CARDS


def rendered(minutes, folder):
    target = folder / "minutes.md"
    write_minutes(minutes, target)
    html = (
        MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(target.read_text(encoding="utf-8"))
    )
    return Page(html.replace("<br />", "<br>").replace("<hr />", "<hr>"))


@pytest.mark.parametrize("language", ["es", "en"])
def test_everything_said_is_in_it_in_titles_lists_and_tables(tmp_path, language):
    minutes = sample(language)

    page = rendered(minutes, tmp_path)

    said = "".join(page.words)
    assert all(card[1][:60] in said for card in CARDS)
    assert all(line.text.text in said for line in minutes.agreements)
    assert len(page.all("h1")) == 1
    assert len(page.all("h2")) == 18
    assert len(page.all("table")) > 15
    assert "**" not in said


def test_every_reference_leads_to_a_place(tmp_path):
    page = rendered(sample("en"), tmp_path)

    places = [each["id"] for each in page.all("a") if "id" in each]
    links = {unescape(each["href"]).removeprefix("#") for each in page.all("a") if "href" in each}

    assert len(places) == len(set(places))
    assert links <= set(places)
    assert len(links) > 10


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=120
    )
)
@example("# no title | no `cell` <b>no tag</b> &amp; *no* _no_ ~~no~~ [no](link) ![no](picture)")
@example("1. no list\n- no item\n+ none\n> no quotation\n    no code\n```\n--- no rule")
@example("a\\b \\* c\\")
def test_whatever_people_write_is_shown_as_they_wrote_it(tmp_path, text):
    page = rendered(one_card(f"a {text} z"), tmp_path)

    assert _alike(f"a {text} z") in _alike("".join(page.words))


def _alike(text: str) -> str:
    """A text without its blanks: Markdown has no say in those, nor in empty lines."""
    return re.sub(r"\s+", "", plain(lawful(text)))
