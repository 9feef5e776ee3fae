"""Pages of a PDF are drawn away from the window."""

import pytest

from exports.pdf import write_minutes
from tests.exports.minutes_samples import sample
from ui.runtime.pdf_pages import PdfPages, Want


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    target = tmp_path_factory.mktemp("pdf") / "minutes.pdf"
    write_minutes(sample("en"), target, paper="a4")
    return target


@pytest.fixture
def pages(qapp):
    made = PdfPages()
    yield made
    made.close()


def test_a_file_tells_its_pages_and_its_sections(qtbot, pages, printed):
    with qtbot.waitSignal(pages.opened) as told:
        pages.open(printed)

    found = told.args[0]
    assert [round(side) for side in found.sizes[0]] == [595, 842]
    titles = [each.title for each in found.outline if each.level == 0]
    assert "Contents" in titles
    assert [each.page for each in found.outline] == sorted(each.page for each in found.outline)


def test_a_page_is_drawn_as_wide_as_it_is_wanted(qtbot, pages, printed):
    with qtbot.waitSignal(pages.opened):
        pages.open(printed)

    with qtbot.waitSignal(pages.drawn) as told:
        pages.want([Want(1, 300)])

    picture = told.args[0]
    assert (picture.page, picture.width, picture.image.width()) == (1, 300, 300)
    colours = {picture.image.pixelColor(x, y).name() for x in range(0, 300, 3) for y in range(0, 400, 3)}
    assert "#ffffff" in colours
    assert len(colours) > 3


def test_what_was_wanted_before_is_forgotten(qtbot, pages, printed):
    drawn = []
    pages.drawn.connect(lambda picture: drawn.append(picture.page))
    with qtbot.waitSignal(pages.opened) as told:
        pages.open(printed)
    last = len(told.args[0].sizes) - 1

    pages.want([Want(page, 2000) for page in range(last)])
    pages.want([Want(last, 200)])
    qtbot.waitUntil(lambda: last in drawn)

    assert len(drawn) <= 2  # one may have been begun already


def test_what_is_no_pdf_is_refused_and_the_next_file_still_opens(qtbot, pages, printed, tmp_path):
    other = tmp_path / "no.pdf"
    other.write_text("Dear all,")

    with qtbot.waitSignal(pages.refused) as told:
        pages.open(other)
    with qtbot.waitSignal(pages.opened):
        pages.open(printed)

    assert told.args[0] == other


def test_a_file_that_is_gone_is_refused(qtbot, pages, tmp_path):
    with qtbot.waitSignal(pages.refused):
        pages.open(tmp_path / "gone.pdf")


def test_closed_pages_open_again(qtbot, pages, printed):
    with qtbot.waitSignal(pages.opened) as first:
        pages.open(printed)
    pages.close()

    with qtbot.waitSignal(pages.opened) as second:
        pages.open(printed)

    assert second.args[0].number > first.args[0].number


def test_a_file_on_the_disk_tells_since_when_it_is_there(qtbot, pages, printed, tmp_path):
    with qtbot.waitSignal(pages.looked_at) as told:
        pages.look_at(printed)
    with qtbot.waitSignal(pages.looked_at) as missing:
        pages.look_at(tmp_path / "never.pdf")

    assert told.args[0].at.timestamp() == pytest.approx(printed.stat().st_mtime)
    assert told.args[0].pages > 3
    assert (missing.args[0].at, missing.args[0].pages) == (None, 0)
