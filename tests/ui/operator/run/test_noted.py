"""What is no card: one key away from the bar, seen after Enter, with the way to it."""

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.notes import Agreement, Note, ParkingItem
from tests.ui.operator.run.conftest import press

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier

WAYS = [
    (Key.Key_6, ParkingItem, "Parking lot (1): “Price of honey”", "work_plan"),
    (Key.Key_7, Agreement, "Agreement (1): “Price of honey”", "work_plan"),
    (Key.Key_8, Note, "Session note (1): “Price of honey”", "minutes"),
]


@pytest.fixture
def write(qtbot, run, enter):
    def written(key, words):
        press(run.capture.frame.text, key, CONTROL)
        qtbot.keyClick(run.capture.frame.text, key, CONTROL)
        enter(words)

    return written


@pytest.mark.parametrize(("key", "kind", "said", "page"), WAYS)
def test_one_key_and_enter_store_it_and_the_line_says_so(qtbot, run, desk, write, key, kind, said, page):
    write(key, "Price of honey")

    qtbot.waitUntil(lambda: run._noted is not None and run._noted.isVisible())
    assert [each.text.text for each in desk.records.where(kind)] == ["Price of honey"]
    assert run._noted.words == said
    assert run.capture.frame.text.hasFocus()


@pytest.mark.parametrize(("key", "kind", "said", "page"), WAYS)
def test_the_link_leads_to_where_it_is_kept(qtbot, run, desk, write, key, kind, said, page):
    write(key, "Price of honey")
    qtbot.waitUntil(lambda: run._noted is not None and run._noted.isVisible())
    led = []
    run.record_wanted.connect(lambda key, record, _field: led.append((key, record)))
    run.page_wanted.connect(lambda key: led.append((key, None)))

    run._noted.open.click()

    record = None if kind is Note else desk.records.where(kind)[0].id
    assert led == [(page, record)]


def test_the_line_counts_what_there_is_by_now_and_goes_with_the_next_card(qtbot, run, desk, write, enter):
    for words in ("Price of honey", "Roads in March"):
        write(Key.Key_6, words)
    qtbot.waitUntil(lambda: run._noted.words == "Parking lot (2): “Roads in March”")

    enter("A card")

    qtbot.waitUntil(run._noted.isHidden)


def test_undoing_it_takes_the_line_away(qtbot, run, desk, write):
    write(Key.Key_7, "Meet in June")
    qtbot.waitUntil(lambda: run._noted is not None and run._noted.isVisible())

    desk.undo()

    qtbot.waitUntil(run._noted.isHidden)


def test_words_of_people_are_plain_text(qtbot, run, write):
    write(Key.Key_6, "<b>prices</b> & roads")

    qtbot.waitUntil(lambda: run._noted is not None and run._noted.isVisible())
    assert "<b>prices</b> & roads" in run._noted.words
    assert run._noted._line.textFormat() is Qt.TextFormat.PlainText
