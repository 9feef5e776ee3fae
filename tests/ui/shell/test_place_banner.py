"""A database file that is moved or deleted under the open program: said once, calmly, and nothing typed is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.domain.cards import Card
from facilitator.domain.errors import CannotWrite


@pytest.fixture
def window(wired):
    """A window wired to a desk, on the Run page."""
    wired.show_page("run")
    return wired


def told(window):
    """What the banners say."""
    return [banner.notice.words for banner in window.banners.banners]


def test_a_file_that_is_gone_is_said_within_two_seconds_and_only_once(qtbot, window, desk, desk_file):
    desk_file.rename(desk_file.with_name("elsewhere.sqlite"))

    qtbot.waitUntil(lambda: len(told(window)) == 1, timeout=2000)
    with qtbot.waitCallback() as answered:
        desk.ask(lambda workspace: None, answered)

    [sentence] = told(window)
    assert sentence.startswith("The database is gone.")
    assert str(desk_file) in sentence


def test_nothing_is_called_stored_that_went_with_the_file_and_the_words_stay(
    qtbot, desk, desk_file, afternoon
):
    refused = []
    desk_file.unlink()

    desk.perform(lambda work: work.books.add(afternoon.card("Lost?")), refused=refused.append)

    qtbot.waitUntil(lambda: len(refused) == 1)
    assert isinstance(refused[0], CannotWrite)
    assert refused[0].key == "database-gone"
    assert desk.records.where(Card) == []


def test_once_the_file_is_back_everything_is_stored_again(qtbot, window, desk, desk_file, afternoon):
    aside = desk_file.with_name("elsewhere.sqlite")
    desk_file.rename(aside)
    qtbot.waitUntil(lambda: len(told(window)) == 1, timeout=2000)

    aside.rename(desk_file)
    qtbot.waitUntil(lambda: told(window) == [], timeout=2000)
    desk.perform(lambda work: work.books.add(afternoon.card("Kept")))

    qtbot.waitUntil(lambda: len(desk.records.where(Card)) == 1)


def test_what_is_open_can_still_be_saved_to_another_file(qtbot, window, desk, desk_file, tmp_path):
    desk_file.unlink()
    qtbot.waitUntil(lambda: len(told(window)) == 1, timeout=2000)
    [(_words, save)] = window.banners.banners[0].notice.actions

    save()
    home = window.current_page
    target = tmp_path / "rescued.json"
    home.files.choice.dialog.selectFile(str(target))
    QTest.keyClick(home.files.choice.dialog, Qt.Key.Key_Return)

    qtbot.waitUntil(target.exists)
    assert "Maintaining momentum" in target.read_text(encoding="utf-8")
