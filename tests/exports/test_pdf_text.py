"""Whatever people write can be printed: it is found again on the page, or a warning names it."""

import re
import shutil
import subprocess
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from exports.pdf import write_minutes
from exports.pdf.fonts import face, fallback_for
from exports.pdf.glyphs import Printability, glyphs
from exports.report import WarningKind, sentence
from facilitator.domain.minutes import DocumentKind
from facilitator.i18n import translations
from tests.exports.minutes_sizes import one_card, tiny


def printed(text, folder, **about):
    target = folder / "card.pdf"
    report = write_minutes(one_card(text, **about), target, paper="letter")
    return "\n".join(page.extract_text() for page in PdfReader(target).pages), report


def shown(text):
    """Return what a reader can see of a text: no spaces, no invisible signs, marks composed."""
    visible = unicodedata.normalize("NFC", text)
    return "".join(
        c for c in visible if not c.isspace() and unicodedata.category(c) not in ("Cf", "Cc", "Mn", "Me")
    )


@pytest.mark.parametrize(
    "text", ["<b>bold</b> & <para>", "&amp; &lt;", "a\\(b)", "%s {n} {0}", "'\"`", "¿Qué ñandú? ¡Ü! « » º ª"]
)
def test_signs_that_mean_something_to_programs_are_only_text(tmp_path, text):
    extracted, report = printed(text, tmp_path)

    assert text in extracted
    assert report.warnings == ()


@pytest.mark.parametrize("length", [300, 5_000, 20_000])
def test_a_word_without_a_space_breaks_anywhere_and_goes_on_over_pages(tmp_path, length):
    word = "".join(chr(ord("a") + n % 26) for n in range(length))

    extracted, report = printed(word, tmp_path)

    lines = [line.strip() for line in extracted.splitlines()]
    assert "".join(line for line in lines if re.fullmatch("[a-z]+", line)) == word
    assert report.warnings == ()


def test_a_character_that_no_font_has_stands_as_its_code_point_and_is_named(tmp_path):
    corn = "\U0001f33d"

    extracted, report = printed(f"maíz {corn}{corn} dulce", tmp_path)

    if fallback_for(ord(corn)) is None:
        assert "U+1F33D" in extracted
        (warning,) = report.warnings
        assert (warning.kind, warning.code_point, warning.count) == (WarningKind.NO_GLYPH, "U+1F33D", 2)
        assert "Only session" in warning.where
        assert sentence(warning, translations("en")).startswith("U+1F33D is in no font here")
    assert "maíz" in extracted
    assert "dulce" in extracted


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler's tools")
def test_copying_a_stand_in_gives_the_character_itself(tmp_path):
    target = tmp_path / "card.pdf"
    write_minutes(one_card("sol \U0001faf6 fin"), target, paper="letter")

    copied = subprocess.run(["pdftotext", target, "-"], capture_output=True, check=True).stdout.decode()

    assert "\U0001faf6" in copied


def test_invisible_signs_print_nothing_and_warn_of_nothing(tmp_path):
    extracted, report = printed("a\u200bb\u00adc\ufeffd\u2060e\ufe0ff", tmp_path)

    assert "abcdef" in extracted
    assert report.warnings == ()


def test_decomposed_accents_are_drawn_as_one_letter(tmp_path):
    extracted, report = printed("Reflexio\u0301n n\u0303", tmp_path)

    assert "Reflexión ñ" in extracted
    assert report.warnings == ()


def test_the_apostrophe_of_mayan_languages_needs_no_warning(tmp_path):
    _, report = printed("K\u02bcicheʼ, Qʼeqchiʼ", tmp_path)

    assert report.warnings == ()


def test_line_ends_are_kept(tmp_path):
    extracted, _ = printed("uno\r\ndos\u2028tres", tmp_path)

    lines = [line.strip() for line in extracted.splitlines()]
    assert {"uno", "dos", "tres"} <= set(lines)


def test_figures_of_the_tabular_face_have_one_width():
    tabular = face("tabular")

    assert len({tabular.advance(digit) for digit in "0123456789"}) == 1
    assert len({face("regular").advance(digit) for digit in "0123456789"}) > 1


@settings(max_examples=120)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
@example("\x00\x01\x7f")
@example("\U0001f468\u200d\U0001f33e")
@example("a" * 400)
@example(" \n \n ")
@example("\u0301")
@example("\U0010ffff\ue000")
def test_any_text_is_found_again_or_named(tmp_path_factory, text):
    extracted, report = printed(text, tmp_path_factory.mktemp("any"))

    named = {warning.character for warning in report.warnings}
    page = set(unicodedata.normalize("NFC", extracted)) | set(extracted)
    missing = {c for c in shown(text) if c not in page and c not in named}
    assert {c for c in missing if not _replaced(c)} == set()


def _replaced(character):
    """Say whether the reader gets the character by copying only, or it is joined with another when drawn."""
    parts = glyphs(character, face("regular"), Printability())
    return any(part.actual for part in parts) or not parts


@settings(max_examples=40)
@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=3000),
    st.sampled_from(DocumentKind),
)
@example("W" * 5000, DocumentKind.MEMORIA)
@example("W" * 5000, DocumentKind.AYUDA_MEMORIA)
def test_any_title_gives_a_document(tmp_path_factory, title, kind):
    target = tmp_path_factory.mktemp("title") / "m.pdf"

    report = write_minutes(tiny(kind=kind, title=title), target, paper="letter")

    assert len(PdfReader(target).pages) == report.pages >= 1
