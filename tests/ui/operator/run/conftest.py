"""The Run page over a real desk, with its window in front, and keys as a keyboard sends them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.domain.cards import Card
from ui.operator.pages.run import RunPage
from ui.stage.director import StageDirector


def press(widget: QWidget, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier, text: str = "") -> None:
    """Press and release a key, shortcuts first, as the window system would."""
    override = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, text)
    override.ignore()
    QApplication.sendEvent(widget, override)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, text))


def type_in(widget: QWidget, words: str) -> None:
    """Type words, whatever letters they have."""
    for letter in words:
        QApplication.sendEvent(
            widget, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        )


@pytest.fixture
def director(desk, theme):
    director = StageDirector(desk, theme)
    desk.opened.emit()
    yield director
    director.close()


@pytest.fixture
def run(qtbot, worn, theme, desk, director):
    page = RunPage(theme, desk, director)
    qtbot.addWidget(page)
    page.retranslate()
    page.set_compact(compact=False)
    page.resize(1356, 840)
    page.show()
    page.activateWindow()
    qtbot.waitActive(page)
    page.activated()
    yield page
    page.capture.drafts.keep()
    page.capture.saving.stop()
    page.capture.frame.text._soon.stop()
    page.stream.model._fading.stop()
    qtbot.waitUntil(lambda: desk._pending == 0)


@pytest.fixture
def do(qtbot, desk) -> Callable[..., None]:
    """Have something changed and wait until it is stored."""

    def changed(change) -> None:
        with qtbot.waitCallback() as done:
            desk.perform(change, done=done)

    return changed


@pytest.fixture
def enter(qtbot, run, desk):
    """Type words into the capture bar, press Enter, and wait until all is stored."""

    def entered(words: str) -> None:
        type_in(run.capture.frame.text, words)
        press(run.capture.frame.text, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not run.capture.outbox.waiting)

    return entered


@pytest.fixture
def cards(desk) -> Callable[[], list[tuple[str, str]]]:
    """Return the kind and the words of every card, in the order of time."""
    return lambda: [(card.kind.value, card.text.text) for card in desk.records.where(Card)]
