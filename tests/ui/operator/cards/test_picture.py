"""The whole wall as a picture, by one key, while work goes on."""

import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from ui.operator.pages.cards import CardsPage
from ui.operator.shell.window import OperatorWindow


@pytest.fixture
def window(qtbot, worn, theme, desk, stage):
    """The operator's window with Cards in it."""
    window = OperatorWindow(theme, {"cards": lambda: CardsPage(theme, desk, stage)})
    window.resize(1280, 800)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.show_page("cards")
    return window


def ask_for(window, path):
    """Press the key of every export, and type a path where the desktop asks for one."""
    QTest.keyClick(window.current_page.wall, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = next(each for each in window.findChildren(QFileDialog) if each.isVisible())
    dialog.filesSelected.emit([str(path)])
    dialog.reject()


def notices(window):
    return [each.notice.sentence for each in window.banners.findChildren(object) if hasattr(each, "notice")]


def test_one_key_draws_the_whole_wall_and_says_where_it_is(qtbot, window, afternoon, tmp_path):
    target = tmp_path / "muro ñ.svg"

    ask_for(window, target)
    qtbot.waitUntil(lambda: notices(window) != [], timeout=30_000)

    words = " ".join(each.text or "" for each in ET.parse(target).getroot().iter())
    assert [card.text.text for card in afternoon.cards if card.text.text.split()[0] not in words] == []
    assert notices(window) == [f"The picture is in {target}."]


def test_a_place_that_refuses_is_named_and_nothing_is_there(qtbot, window, tmp_path):
    ask_for(window, tmp_path / "no" / "wall.png")
    qtbot.waitUntil(lambda: notices(window) != [], timeout=30_000)

    assert str(tmp_path / "no") in notices(window)[0]
    assert [*tmp_path.glob("*.p*")] == []
