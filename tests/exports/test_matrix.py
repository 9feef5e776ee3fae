"""The matrix of a board: drawn where a format draws, a table everywhere, nothing private in it."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from exports.data.tables import ratings
from exports.outline.pen import Pen
from exports.registry import FORMATS, writer
from facilitator.domain.cards import CardStatus
from facilitator.domain.ratings import Mark, Rating
from facilitator.domain.values import Text
from tests import builders as make
from tests.exports.opened import every_byte
from tests.exports.structure_read import tree
from tests.services.gathering import accounts, minutes_of
from tests.services.test_minutes_secrets import SECRET

SUMS = {"uno": (46, 18), "dos": (46, 18), "tres": (21, 44)}


@pytest.fixture
def tell():
    """The minutes of a board whose three cards were rated by two criteria, and one more card if it is given."""

    def minutes(*more, closed=True, criteria=("Efecto", "Esfuerzo")):
        workshop = make.a_workshop()
        session = make.a_session(workshop)
        board = make.a_board(session)
        cards = [make.a_card(board, words) for words in SUMS]
        hidden = [make.a_card(board, SECRET, **fields) for fields in more]
        sums = [*SUMS.values(), *((50, 10) for _ in hidden)]
        rated = tuple(
            Rating(
                Text(criterion, "es"),
                12,
                rated=10,
                closed=closed or axis == 0,
                marks=tuple(
                    Mark(card.id, both[axis], 10) for card, both in zip((*cards, *hidden), sums, strict=True)
                ),
            )
            for axis, criterion in enumerate(criteria)
        )
        records = [workshop, session, replace(board, ratings=rated), *cards, *hidden]
        return minutes_of(records, language="en")

    return minutes


def matrix(minutes):
    return accounts(minutes)[0].boards[0].matrix


def test_the_first_criterion_goes_up_and_the_best_has_the_first_number(tell):
    found = matrix(tell())

    assert (found.up.text, found.across.text) == ("Efecto", "Esfuerzo")
    assert [(p.number, p.title.text, str(p.up), str(p.across)) for p in found.points] == [
        (1, "uno", "4.6", "1.8"),
        (2, "dos", "4.6", "1.8"),
        (3, "tres", "2.1", "4.4"),
    ]


def test_while_one_of_the_ratings_is_open_there_is_no_matrix(tell):
    assert matrix(tell(closed=False)) is None


@pytest.mark.parametrize("gone", [{"status": CardStatus.WITHDRAWN}, {"hidden_on_stage": True}])
def test_a_card_that_was_withdrawn_or_hidden_has_no_number_and_is_in_no_file(tell, tmp_path, gone):
    minutes = tell(gone)

    for name in FORMATS:
        writer(name)(minutes, tmp_path / f"m.{name}", paper="a4")

    assert [point.title.text for point in matrix(minutes).points] == ["uno", "dos", "tres"]
    assert [row[8:10] for row in ratings(Pen(minutes)).rows if SECRET in row] == []
    content = [each for file in tmp_path.iterdir() for each in every_byte(file)]
    assert not [each for each in content if SECRET.encode() in each]


def test_the_pdf_draws_vectors_with_words_for_who_does_not_see_them(tell, tmp_path):
    writer("pdf")(tell(), tmp_path / "m.pdf")

    reader = PdfReader(tmp_path / "m.pdf", strict=True)
    text = "\n".join(page.extract_text() for page in reader.pages)
    figures = [node.entry["/Alt"] for node in tree(reader).all("Figure")]
    assert (
        "Square from 1 to 5 both ways, Efecto upwards and Esfuerzo to the right, with 3 numbers." in figures
    )
    assert "1–2" in text
    assert not [image for page in reader.pages for image in page.images]


def test_the_page_in_html_draws_it_too_and_names_it(tell, tmp_path):
    writer("html")(tell(), tmp_path / "m.html")

    page = (tmp_path / "m.html").read_text(encoding="utf-8")
    drawn = ElementTree.fromstring(re.search(r"<svg.*?</svg>", page, re.DOTALL).group())
    assert drawn.get("role") == "img"
    assert "Efecto upwards" in drawn.get("aria-label")
    assert [each.text for each in drawn.iter("text") if each.get("class") == "label"] == ["1–2", "3"]


@pytest.mark.parametrize("name", ["html", "md", "docx"])
def test_every_format_has_the_means_as_a_table(tell, tmp_path, name):
    writer(name)(tell(), tmp_path / f"m.{name}")

    text = b"\n".join(every_byte(tmp_path / f"m.{name}")).decode("utf-8", "ignore").replace("\\", "")
    assert "Matrix: Efecto against Esfuerzo" in text
    assert all(mean in text for mean in ("4.6", "1.8", "2.1", "4.4"))


def test_hostile_words_of_an_axis_stay_words(tell, tmp_path):
    minutes = tell(criteria=('</svg><script>alert("x")</script>', "\u202e" + "W" * 300))

    for name in FORMATS:
        writer(name)(minutes, tmp_path / f"m.{name}")

    assert "<script>alert" not in (tmp_path / "m.html").read_text(encoding="utf-8")


def test_the_table_of_data_has_a_row_for_each_card_in_each_rating(tell):
    table = ratings(Pen(tell()))

    heads = [column.title for column in table.columns]
    rows = [dict(zip(heads, row, strict=True)) for row in table.rows]
    assert [(r["Rated by"], r["Place"], r["Card"], r["What was rated"], str(r["Mean"])) for r in rows] == [
        ("Efecto", 1, "1.1", "uno", "4.6"),
        ("Efecto", 1, "1.2", "dos", "4.6"),
        ("Efecto", 3, "1.3", "tres", "2.1"),
        ("Esfuerzo", 1, "1.3", "tres", "4.4"),
        ("Esfuerzo", 2, "1.1", "uno", "1.8"),
        ("Esfuerzo", 2, "1.2", "dos", "1.8"),
    ]
    assert {(r["Method"], r["Voters"], r["Rated"], r["Marks"]) for r in rows} == {
        ("Marks on paper", 12, 10, 10)
    }
