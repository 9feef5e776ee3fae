"""Lines that are set the quick way: as the long way sets them, and never cut without a mark."""

from dataclasses import replace

import pypdfium2
from hypothesis import given
from hypothesis import strategies as st

from exports.pdf import ink, write_minutes
from exports.pdf.glyphs import Printability
from exports.pdf.text import Run, Text
from exports.pdf.words import Line
from facilitator.domain.minutes import DocumentKind, Minutes, ParkingLine, Said
from tests.exports.minutes_samples import sample

WORDS = st.text(alphabet=" abcñéÁ.,-(\\)…«»WWWi", max_size=120)


def said(lines: list[Line]) -> list[str]:
    return ["".join(piece.glyphs.text for piece in line.pieces).rstrip(" ") for line in lines]


@given(WORDS, st.floats(min_value=20, max_value=300))
def test_a_text_of_one_look_breaks_where_it_would_with_several(words, width):
    quick = Text((Run(words),), ink.BODY, Printability())
    # A second run of nothing visible makes it go the long way.
    long = Text((Run(words), Run("\u2060", colour=ink.INK_2)), ink.BODY, Printability())

    quick.wrap(width)
    long.wrap(width)

    assert said(quick.lines) == said(long.lines)
    assert all(abs(a.width - b.width) < 0.01 for a, b in zip(quick.lines, long.lines, strict=True))


def test_more_different_letters_than_one_font_part_holds_are_all_there(tmp_path):
    letters = [chr(code) for code in range(0x21, 0x180) if chr(code).isalpha()]
    words = " ".join(letters)
    minutes = replace(sample("en"), kind=DocumentKind.ACTA)
    parked = replace(minutes.parking_lot[0], text=Said(words, "en"))

    found = pages(replace(minutes, parking_lot=(parked,)), tmp_path)

    assert set(letters) <= set("".join(found))


def test_a_foot_too_long_for_its_line_is_marked_as_cut(tmp_path):
    minutes = sample("en")
    whose = " ".join(f"partner{n}" for n in range(40))

    found = pages(replace(minutes, cover=replace(minutes.cover, footer=whose)), tmp_path)

    assert all("partner5" in page for page in found)
    assert all("…" in page.split("partner5")[1] for page in found)


def test_no_page_of_a_record_has_lines_to_sign_on_alone(tmp_path):
    minutes = replace(sample("en"), kind=DocumentKind.ACTA)

    for count in range(1, 25):
        matters = tuple(parked(minutes, n) for n in range(count))
        *_, last = pages(replace(minutes, parking_lot=matters, next_steps=()), tmp_path)
        assert f"Matter {count - 1}." in last


def parked(minutes: Minutes, n: int) -> ParkingLine:
    return replace(minutes.parking_lot[0], text=Said(f"Matter {n}.", "en"))


def pages(minutes: Minutes, folder) -> list[str]:
    write_minutes(minutes, folder / "minutes.pdf", paper="letter")
    with pypdfium2.PdfDocument(folder / "minutes.pdf") as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
