"""Another format than PDF, and everything at once, from the Minutes page."""

import datetime as dt

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.fixtures.workspaces import NOON
from ui.presenters import minutes_files as files


@pytest.fixture
def folder(hand, tmp_path):
    """The folder that somebody chose for the files."""
    chosen = tmp_path / "Mis documentos"
    chosen.mkdir()
    hand.page.output.exporting.set_folder(chosen)
    return chosen


def choose_format(hand, ending):
    QTest.mouseClick(hand.foot.format.control.button(ending), Qt.MouseButton.LeftButton)


def test_a_format_chosen_beside_the_export_names_the_file_and_the_button(hand, folder):
    choose_format(hand, "docx")

    assert hand.foot.export.text() == "Export DOCX"
    assert hand.foot.name.text() == "Maintaining momentum, Full minutes, en, Internal, 0.1.docx"
    assert hand.foot.format.control.accessibleName() == "Format"


@pytest.mark.parametrize("ending", ["docx", "html", "md"])
def test_the_document_is_written_in_the_format_chosen(hand, folder, ending):
    choose_format(hand, ending)
    said = []
    hand.page.output.exporting.progress.connect(lambda _done, _total: said.append(hand.foot.writing))

    hand.page.export()
    hand.until(lambda: hand.foot.last != "")

    (file,) = folder.iterdir()
    assert file.suffix == f".{ending}"
    assert hand.foot.last == f"Wrote {file.name}"
    parts = said[-1].split()
    assert said[-1].startswith("Writing part ")
    assert parts[2] == parts[4]


def test_an_ending_that_is_typed_is_the_format(hand, folder):
    hand.foot.name.setFocus()
    hand.foot.name.setText("Memoria final.docx")

    hand.page.export()
    hand.until(lambda: hand.foot.last != "")

    assert hand.foot.format.control.current_key() == "docx"
    assert docx.Document(str(folder / "Memoria final.docx")).core_properties.language == "en"


def test_a_name_that_was_typed_keeps_to_another_format_with_another_ending(hand, folder):
    hand.page.output.exporting.set_name("Final")

    choose_format(hand, "md")

    assert hand.page.output.exporting.name == "Final.md"


def test_everything_is_written_into_one_folder_and_opened_from_there(hand, folder):
    said = []
    hand.page.output.exporting.progress.connect(lambda _done, _total: said.append(hand.foot.writing))

    hand.foot.export_all.click()
    hand.until(lambda: hand.foot.last != "")

    (everything,) = folder.iterdir()
    files = [each for each in everything.rglob("*") if each.is_file()]
    assert everything.name == "Maintaining momentum"
    done, left_out = hand.foot.last.split(". ", 1)
    assert done == f"Wrote {len(files)} files into Maintaining momentum"
    assert left_out.startswith("Nothing is recorded for: Record of agreements, ")
    count = said[-1].rpartition(" ")[2]
    assert said[-1] == f"Writing file {count} of {count}"
    assert hand.foot.writing == ""


def test_everything_can_be_stopped_and_leaves_nothing(hand, folder):
    cancelled = []
    hand.page.output.exporting.cancelled.connect(lambda: cancelled.append(True))
    hand.page.output.exporting.progress.connect(lambda _done, _total: hand.foot.cancel.click())

    hand.foot.export_all.click()
    hand.until(lambda: cancelled)

    assert [*folder.iterdir()] == []
    assert hand.foot.writing == ""


def test_what_hinders_everything_is_said_once_and_trying_again_mends_it(hand, folder):
    folder.rmdir()

    hand.foot.export_all.click()
    hand.until(lambda: bool(hand.page.banners.banners))
    said = [banner.notice.sentence for banner in hand.page.banners.banners]
    folder.mkdir()
    again = next(button for button in hand.page.banners.banners[0].buttons if button.text() == "Try again")
    again.click()
    hand.until(lambda: hand.foot.last != "")

    assert said == [f"There is no folder {folder}. Make it first, or choose another."]
    assert [each.name for each in folder.iterdir()] == ["Maintaining momentum"]


def test_a_file_without_pages_is_told_without_them(hand):
    workshop = hand.desk.workshop
    yesterday = NOON - dt.timedelta(days=1)

    assert files.last_export(NOON, 0, workshop, NOON) == "Last export today 12:00"
    assert files.last_export(yesterday, 0, workshop, NOON) == "Last export 05/02/2014 12:00"
    assert files.wrote("Memoria.docx", 0) == "Wrote Memoria.docx"
    assert files.wrote_all("Memoria", 1) == "Wrote 1 file into Memoria"


@pytest.mark.parametrize(
    ("name", "ending", "expected"),
    [
        ("Memoria.pdf", "docx", "Memoria.docx"),
        ("Memoria 0.2", "md", "Memoria 0.2.md"),
        ("v1.0.PDF", "html", "v1.0.html"),
        ("pdf", "pdf", "pdf.pdf"),
    ],
)
def test_a_name_has_the_ending_of_its_format_once(name, ending, expected):
    assert files.ended(name, ending) == expected
    assert files.format_of(expected) == ending
