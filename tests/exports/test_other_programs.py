"""What another program makes of our files: LibreOffice, where it is installed."""

import shutil
import subprocess

import pytest
from pypdf import PdfReader

from exports.data.workbook import write_workbook
from exports.docx import write_minutes
from tests.exports.minutes_samples import sample
from tests.exports.minutes_sizes import one_card

OFFICE = shutil.which("soffice")


@pytest.fixture
def opened(tmp_path):
    """Open a file with LibreOffice and give it back in another format."""

    def convert(file, ending):
        own = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        subprocess.run(
            [str(OFFICE), own, "--headless", "--convert-to", ending, "--outdir", str(tmp_path), str(file)],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return tmp_path / f"{file.stem}.{ending.partition(':')[0]}"

    return convert


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not here")
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_docx_becomes_pages_with_the_font_inside_that_count_themselves(tmp_path, opened, paper):
    minutes = sample("en")
    write_minutes(minutes, tmp_path / "minutes.docx", paper=paper)

    reader = PdfReader(opened(tmp_path / "minutes.docx", "pdf"))

    pages = [" ".join(page.extract_text().split()) for page in reader.pages]
    fonts = {
        str(page["/Resources"]["/Font"][name]["/BaseFont"])
        for page in reader.pages
        for name in page["/Resources"]["/Font"]
    }
    assert all(f"Page {n} of {len(pages)}" in text for n, text in enumerate(pages, start=1))
    assert all(line.text.text in " ".join(pages) for line in minutes.agreements)
    assert any("AtkinsonHyperlegibleNext" in font for font in fonts)
    assert reader.metadata.title == "Maintaining momentum. Workshop minutes"
    assert {round(min(page.mediabox.width, page.mediabox.height)) for page in reader.pages} == {
        612 if paper == "letter" else 595
    }


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not here")
def test_a_formula_in_a_card_is_computed_by_no_sheet(tmp_path, opened):
    write_workbook(one_card("=1+1"), tmp_path / "data.xlsx")

    text = opened(tmp_path / "data.xlsx", "csv").read_text(encoding="utf-8", errors="replace")

    assert "=1+1" in text
