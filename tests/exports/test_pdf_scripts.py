"""Writing that joins, stacks or goes from right to left is set as its readers know it, and copied as written."""

import shutil
import subprocess
import sys
import unicodedata

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from exports.pdf import directions, write_minutes
from exports.pdf.fonts import fallback_for
from exports.pdf.glyphs import Printability, is_complex
from exports.pdf.ink import BODY
from exports.pdf.shaping import set_in_order
from exports.pdf.text import Run, Text
from exports.report import WarningKind
from tests.exports.minutes_sizes import one_card

ARABIC = "مرحبا بالعالم"
HEBREW = "שלום עולם"
MEETING = "في 14 فبراير 2014 حضر 25 شخصًا إلى الورشة في Managua، نيكاراغوا."

needs_arabic = pytest.mark.skipif(fallback_for(ord("م")) is None, reason="no font here has Arabic letters")
needs_hebrew = pytest.mark.skipif(fallback_for(ord("ש")) is None, reason="no font here has Hebrew letters")
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler's tools")


def written(text, folder, **about):
    target = folder / "card.pdf"
    report = write_minutes(one_card(text, **about), target, paper="letter")
    return target, report


def in_pdfium(file):
    with pypdfium2.PdfDocument(file) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)
    return " ".join(text.replace("\u200b", "").split())


def in_poppler(file):
    text = subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, check=True
    ).stdout.decode()
    return " ".join("".join(c for c in text if unicodedata.category(c) != "Cf").split())


def drawn(text, width=400.0):
    """The letters of each line in the order of drawing, from the left: what each stretch says."""
    block = Text((Run(text),), BODY, Printability())
    block.wrap(width)
    return [[piece.glyphs.actual or piece.glyphs.text for piece in line.pieces] for line in block.lines]


@needs_arabic
@needs_hebrew
@pytest.mark.parametrize("text", [ARABIC, HEBREW, MEETING, "لا إله", "Se dijo مرحبا بالعالم y nada más."])
def test_what_is_read_from_the_right_is_copied_as_it_was_written(tmp_path, text):
    file, report = written(text, tmp_path)

    copied = in_pdfium(file)

    assert report.warnings == ()
    assert all(word in copied for word in text.split() if "،" not in word)


@needs_arabic
@needs_hebrew
@needs_poppler
@pytest.mark.parametrize("text", [ARABIC, HEBREW, MEETING, "לִמּוּד", "لا إله"])
def test_poppler_reads_it_as_it_was_written(tmp_path, text):
    file, _ = written(text, tmp_path)

    assert all(word.strip(".،") in in_poppler(file) for word in text.split())


@needs_arabic
def test_a_spanish_sentence_keeps_its_direction_around_arabic_words():
    (line,) = drawn("La palabra مرحبا بالعالم (saludo) se dijo 3 veces.")

    assert "".join(line) == "La palabra بالعالم مرحبا (saludo) se dijo 3 veces."


@needs_arabic
def test_numbers_and_dates_inside_arabic_are_read_from_the_left():
    (line,) = drawn("حضر 25 شخص في 14/02/2014 الساعة 12:30")

    assert line.index("12:30") < line.index("14/02/2014") < line.index("25") < line.index("حضر")


@needs_arabic
def test_lines_break_in_the_order_of_reading_and_begin_at_the_right():
    block = Text((Run(" ".join([ARABIC] * 12)),), BODY, Printability())

    block.wrap(120.0)

    words = [[p.glyphs.actual for p in line.pieces if p.glyphs.actual] for line in block.lines]
    assert [word for line in words for word in reversed(line)] == (ARABIC.split() * 12)
    assert all(block._indent(line) == pytest.approx(120.0 - line.width) for line in block.lines)
    assert all(line.width <= 120.0 for line in block.lines)


@needs_arabic
def test_a_word_wider_than_its_column_breaks_between_letters():
    block = Text((Run("ن" * 300),), BODY, Printability())

    block.wrap(60.0)

    assert len(block.lines) > 3
    assert all(line.width <= 60.001 for line in block.lines)
    assert sum(len(p.glyphs.actual) for line in block.lines for p in line.pieces) == 300


@needs_arabic
def test_letters_are_joined_and_ligatures_made():
    ((word,),) = set_in_order("لا", None, Printability(), 1)

    assert sum(len(each.text) for each in word.glyphs.placed) == 1
    assert word.glyphs.actual == "لا"


@needs_arabic
def test_brackets_are_mirrored_where_they_are_read_from_the_right():
    (line,) = drawn("نص (مهم) هنا")

    assert line.index("(") > line.index("مهم") > line.index(")")


@needs_hebrew
def test_the_system_font_is_embedded_with_only_the_letters_it_needs(tmp_path):
    file, _ = written(HEBREW, tmp_path)

    fonts = [
        font.get_object()
        for page in PdfReader(file).pages
        for font in page["/Resources"]["/Font"].values()
        if "Atkinson" not in font.get_object()["/BaseFont"]
        and "Facilitator" not in font.get_object()["/BaseFont"]
    ]

    assert fonts
    assert all(len(font["/FontDescriptor"]["/FontFile2"].get_data()) < 40_000 for font in fonts)


def test_a_document_in_latin_letters_loads_no_shaper():
    code = (
        "import sys; from tests.exports.minutes_samples import sample; from exports.pdf import write_minutes;"
        "from pathlib import Path; import tempfile;"
        "write_minutes(sample('es'), Path(tempfile.mkdtemp(), 'm.pdf'), paper='a4');"
        "print(sorted({'uharfbuzz', 'bidi'} & set(sys.modules)))"
    )

    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout

    assert told.strip() == "[]"


def test_an_emoji_is_never_an_empty_box_without_a_warning(tmp_path):
    file, report = written("sol 🌞 y familia 👨\u200d👩\u200d👧", tmp_path)

    named = {warning.character for warning in report.warnings if warning.kind is WarningKind.NO_GLYPH}
    without = {c for c in "🌞👨👩👧" if fallback_for(ord(c)) is None}
    assert named == without
    assert "sol" in in_pdfium(file)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(categories=["Lo", "Nd", "Po", "Ps", "Pe", "Mn", "Cf", "Zs"]), max_size=60))
def test_every_character_keeps_one_level_and_one_place(text):
    found = directions.levels(text, directions.base_level(text))

    assert len(found) == len(text)
    assert sorted(directions.visual([*range(len(text))], lambda n: found[n])) == [*range(len(text))]


@settings(max_examples=40, deadline=None)
@given(st.text(st.sampled_from("ab 12():,.مرحباשלוםнमस्ते\u200f\u200e\u2067\u2069"), min_size=1, max_size=80))
def test_any_mixture_of_directions_is_set(tmp_path_factory, text):
    file, _ = written(text, tmp_path_factory.mktemp("mixed"))

    assert len(PdfReader(file).pages) >= 1
    assert is_complex("م")
    assert not is_complex("Reflexión ñ ¿?")
