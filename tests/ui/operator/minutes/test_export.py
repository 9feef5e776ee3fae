"""The way out: to a file that is whole, or not there at all."""

import os

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStackedWidget, QWidget

from tests.ui.operator.minutes.conftest import WRITING, text_of
from ui.operator.pages.minutes import MinutesPage
from ui.stage.director import StageDirector


@pytest.fixture
def folder(hand, tmp_path):
    """The folder that somebody chose for the file."""
    chosen = tmp_path / "Mis documentos"
    chosen.mkdir()
    hand.page.output.exporting.set_folder(chosen)
    return chosen


@pytest.fixture
def large(afternoon):
    """So many cards that their minutes take a while."""
    afternoon.others += [afternoon.card(f"From the villages, number {n}", position=n) for n in range(1500)]
    return afternoon


class Opened(QObject):
    """What the desktop was asked to open."""

    def __init__(self):
        super().__init__()
        self.paths = []

    @Slot(QUrl)
    def open(self, url):
        """Remember what was to be opened."""
        self.paths.append(url.toLocalFile())


def test_one_key_writes_the_file_that_is_proposed(hand, folder):
    hand.pages_ready()

    hand.key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    hand.until(lambda: hand.foot.last != "")

    assert [each.name for each in folder.iterdir()] == [
        "Maintaining momentum, Full minutes, en, Internal, 0.1.pdf"
    ]
    assert hand.foot.last.startswith(f"Wrote {hand.view.pages.pages} pages: Maintaining momentum")
    assert hand.foot.writing == ""


def test_how_far_it_is_is_said_while_work_goes_on(hand, folder):
    hand.pages_ready()
    said = []
    hand.page.output.exporting.progress.connect(lambda _page, _pages: said.append(hand.foot.writing))

    hand.page.export()
    hand.until(lambda: hand.foot.last != "")

    pages = hand.view.pages.pages
    assert said[0] == f"Writing page 1 of {pages}"
    assert said[-1] == f"Writing page {pages} of {pages}"


def test_another_name_is_made_one_that_every_system_takes(hand, folder):
    hand.foot.name.setFocus()
    hand.foot.name.setText('Cost/benefit: "honey"?')

    hand.page.export()
    hand.until(lambda: hand.foot.last != "")

    assert [each.name for each in folder.iterdir()] == ["Cost benefit honey.pdf"]


def test_the_file_and_its_folder_are_opened_by_the_desktop(hand, folder):
    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "open")
    hand.page.export()
    hand.until(lambda: hand.foot.last != "")

    hand.foot.open.click()
    hand.foot.show_in_folder.click()
    QDesktopServices.unsetUrlHandler("file")

    assert opened.paths == [str(hand.page.output.exporting.target), str(folder)]


def test_a_file_that_is_there_already_tells_when_it_was_written(hand, folder, desk_clock):
    hand.page.export()
    hand.until(lambda: hand.foot.last != "")
    target = hand.page.output.exporting.target
    os.utime(target, (desk_clock.instant.timestamp(), desk_clock.instant.timestamp()))

    hand.page.output.exporting.set_name("another")
    hand.until(lambda: hand.foot.last == "")
    hand.page.output.exporting.set_name("")
    hand.until(lambda: hand.foot.last != "")

    assert hand.foot.last == f"Last export today 12:00, {len(PdfReader(target).pages)} pages"


def test_a_missing_folder_is_said_once_and_trying_again_mends_it(hand, folder):
    folder.rmdir()

    hand.page.export()
    hand.until(lambda: bool(hand.page.banners.banners))
    said = [banner.notice.sentence for banner in hand.page.banners.banners]
    folder.mkdir()
    again = next(button for button in hand.page.banners.banners[0].buttons if button.text() == "Try again")
    again.click()
    hand.until(lambda: hand.foot.last != "")

    assert said == [f"There is no folder {folder}. Make it first, or choose another."]
    assert hand.page.banners.banners == ()
    assert len(list(folder.iterdir())) == 1


def test_a_folder_in_the_place_of_the_file_is_said(hand, folder):
    hand.page.output.exporting.target.mkdir()

    hand.page.export()
    hand.until(lambda: bool(hand.page.banners.banners))

    assert "is a folder" in hand.page.banners.banners[0].notice.sentence


def test_cancelling_leaves_nothing_and_the_next_export_works(large, open_desk, show_minutes, tmp_path):
    hand = show_minutes(open_desk(large.records()))
    exporting = hand.page.output.exporting
    exporting.set_folder(tmp_path / "out")
    (tmp_path / "out").mkdir()
    hand.page.export()
    hand.until(lambda: "page" in hand.foot.writing)

    hand.foot.cancel.click()
    hand.until(lambda: not exporting.running)

    assert list((tmp_path / "out").iterdir()) == []
    assert (hand.foot.writing, hand.foot.last, hand.page.banners.banners) == ("", "", ())


def test_closing_the_window_ends_the_children_and_leaves_nothing(large, open_desk, show_minutes, tmp_path):
    hand = show_minutes(open_desk(large.records()))
    (tmp_path / "out").mkdir()
    hand.page.output.exporting.set_folder(tmp_path / "out")
    hand.page.export()
    hand.until(lambda: "page" in hand.foot.writing and hand.page.preview._job._pid)
    children = [hand.page.output.exporting._job._pid, hand.page.preview._job._pid]

    hand.page.close()

    for child in children:
        with pytest.raises(ProcessLookupError):
            os.kill(child, 0)
    assert list((tmp_path / "out").iterdir()) == []


def test_closing_the_window_on_another_page_ends_the_child_too(
    large, open_desk, qtbot, theme, worn, tmp_path
):
    desk = open_desk(large.records())
    stage = StageDirector(desk, theme)
    pages = QStackedWidget()
    page = MinutesPage(theme, desk, stage)
    qtbot.addWidget(pages)
    pages.addWidget(page)
    pages.addWidget(QWidget())
    pages.show()
    page.output.exporting.set_folder(tmp_path)
    page.export()
    qtbot.waitUntil(lambda: "page" in page.view.options.export.writing, timeout=WRITING)
    child = page.output.exporting._job._pid

    pages.setCurrentIndex(1)
    went_on = page.output.exporting.running
    pages.close()
    stage.close()

    assert went_on
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
    assert not list(tmp_path.glob("*.pdf*"))


def test_the_export_goes_on_while_another_document_is_looked_at(large, open_desk, show_minutes, tmp_path):
    hand = show_minutes(open_desk(large.records()))
    (tmp_path / "out").mkdir()
    hand.page.output.exporting.set_folder(tmp_path / "out")
    hand.page.export()
    hand.until(lambda: "page" in hand.foot.writing)
    target = hand.page.output.exporting.target

    hand.choose("kind", "ayuda_memoria")
    hand.until(lambda: not hand.page.output.exporting.running)

    assert "number 1499" in text_of(target)


def test_a_whole_path_typed_as_the_name_says_the_folder_too(hand, tmp_path):
    hand.foot.name.setFocus()
    hand.foot.name.selectAll()

    QTest.keyClicks(hand.foot.name, str(tmp_path / "out" / "for the partners"))
    QTest.keyClick(hand.foot.name, Qt.Key.Key_Return)

    assert hand.page.output.exporting.target == tmp_path / "out" / "for the partners.pdf"
    assert hand.foot.name.text() == "for the partners.pdf"
