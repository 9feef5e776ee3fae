"""Whatever people write can be read on the stage: broken and paged, never cut, never too small."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from ui.stage.fit import FLOOR, Style, largest, lay
from ui.stage.strips import Cell, Strip, columns

STYLE = Style(32, 38, 600)
INK = QColor("black")
HOSTILE = (
    '<b>bold</b> & "quoted"',
    "palabra" * 1500,
    "reflexión " * 1000,
    "مرحبا بالعالم، هذا نص طويل من اليمين إلى اليسار " * 20,
    "👩🏽‍🌾🫘🇳🇮" * 200,
    "una línea\notra\r\ny otra\n\n\nfin",
    "\u202eabc\u202c\u200b\ufeff\t",
    "a\ud800b",
)


def read(lines):
    return "".join(line.text for line in lines.lines)


def seen(text):
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")


@pytest.mark.parametrize("text", HOSTILE)
def test_every_character_that_was_written_is_in_some_line(text):
    lines = lay(text, STYLE, 420, INK)

    assert read(lines) == seen(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_line_is_wider_than_its_column(text):
    lines = lay(text, STYLE, 420, INK)

    assert max(line.line.naturalTextWidth() for line in lines.lines) <= 420.5


@given(st.text(max_size=400), st.integers(80, 900), st.integers(60, 400))
def test_a_text_cut_into_pages_is_the_same_text(text, width, height):
    lines = lay(text, STYLE, width, INK)

    pages = lines.pages(height)

    assert "".join(read(page) for page in pages) == read(lines) == seen(text)
    assert all(page.height <= height + 1 or len(page.lines) == 1 for page in pages)


def test_arabic_begins_at_the_right():
    lines = lay("مرحبا", STYLE, 420, INK)

    assert lines.lines[0].line.naturalTextRect().right() > 415


def test_a_short_question_is_as_large_as_it_can_be_and_a_long_one_is_not_below_its_floor():
    sizes = [Style(px, px, 700) for px in range(148, 87, -4)]

    assert largest("¿Qué mejorarían?", sizes, 1255, 3).px == 148
    assert largest("What would you improve in the Prototype Cycle?", sizes, 775, 3).px < 120
    assert largest("palabra " * 300, sizes, 1255, 3).px == 88


def strip(text, height=0.0):
    return Strip((Cell(0, lay(text, STYLE, 400, INK)),), 400, (10, 10), height)


def test_a_card_that_fits_the_next_column_is_not_cut():
    cards = [strip("una línea"), strip("palabra " * 30)]

    walls = columns(cards, cards[1].height + 5, 14)

    assert [len(wall) for wall in walls] == [1, 1]


def test_a_card_longer_than_a_column_goes_on_in_the_next_without_losing_a_word():
    text = "reflexión " * 400

    walls = columns([strip(text)], 500, 14)

    assert len(walls) > 3
    assert "".join(read(cell.lines) for wall in walls for _, part in wall for cell in part.cells) == text
    assert all(top + part.height <= 500.5 for wall in walls for top, part in wall)


def test_a_heading_does_not_stand_alone_at_the_foot_of_a_column():
    first, heading, card = strip("uno\ndos\ntres"), strip("Título"), strip("tarjeta")
    kept = Strip(heading.cells, 400, (10, 10), keep=card.height)

    walls = columns([first, kept, card], first.height + 14 + heading.height + 10, 14)

    assert [len(wall) for wall in walls] == [1, 2]


def test_a_column_too_low_for_one_line_still_shows_it():
    walls = columns([strip("uno")], 20, 14)

    assert walls[0][0][1].height > 20


def test_the_floor_is_three_per_cent_of_the_height_rounded_down_to_the_design():
    assert FLOOR == 32
    assert round(FLOOR / 1080, 2) == 0.03
