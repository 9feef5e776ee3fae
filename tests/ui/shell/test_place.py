"""The window fits on the screen, and stands where it stood."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QMainWindow

from facilitator.paths import settings_folder
from ui.operator.shell.place import keep_place, show_in_place


@pytest.fixture
def window(qtbot, tmp_path, monkeypatch):
    """A window as large as the operator's, and nothing remembered."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))

    def made(width=1440, height=900, least=(600, 400)):
        window = QMainWindow()
        window.setMinimumSize(*least)
        window.resize(width, height)
        qtbot.addWidget(window)
        return window

    return made


def test_a_window_too_large_for_the_screen_takes_the_whole_screen(qtbot, window):
    shown = window()

    with qtbot.waitExposed(shown):
        show_in_place(shown)

    assert shown.isMaximized()
    assert shown.height() <= shown.screen().availableSize().height()
    restored, room = shown.normalGeometry(), shown.screen().availableSize()
    assert (restored.width(), restored.height()) <= (room.width(), room.height())


def test_a_window_that_fits_is_shown_as_it_is(window):
    shown = window(700, 500)

    show_in_place(shown)

    assert not shown.isMaximized()
    assert shown.size() == QSize(700, 500)


def test_a_window_stands_where_it_was_closed(window):
    first = window(700, 500)
    show_in_place(first)
    first.setGeometry(QRect(40, 60, 650, 480))
    keep_place(first)

    second = window(700, 500)
    show_in_place(second)

    assert second.geometry() == QRect(40, 60, 650, 480)


def test_a_broken_note_is_as_if_it_were_the_first_time(window):
    settings_folder().mkdir(parents=True)
    (settings_folder() / "window").write_bytes(b"no geometry")
    shown = window(700, 500)

    show_in_place(shown)

    assert shown.size() == QSize(700, 500)


def test_where_nothing_can_be_written_the_window_closes_all_the_same(window, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "file"))

    keep_place(window())
