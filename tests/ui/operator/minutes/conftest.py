"""The Minutes page on a real desk, with real child processes, driven like a person does."""

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.domain.documents import MinutesDocument
from tests.ui.hands import Hand
from ui.operator.pages.minutes import MinutesPage
from ui.stage.director import StageDirector
from ui.widgets.choice import Choice

WRITING = 60_000
"""Milliseconds that a busy machine may take to write a document."""


class MinutesHand(Hand):
    """What a person can do with the page, and what they see."""

    def __init__(self, qtbot, page, desk, stage):
        super().__init__(qtbot, page, desk)
        self.stage = stage
        self.view = page.view

    @property
    def documents(self):
        """The stored documents."""
        return self.desk.records.where(MinutesDocument)

    @property
    def foot(self):
        """The foot of the options."""
        return self.view.options.export

    def pages_ready(self):
        """Wait until the newest pages are on the screen."""
        self.qtbot.waitUntil(
            lambda: not self.page.preview.busy and self.view.pages.is_drawn(), timeout=WRITING
        )

    def until(self, condition):
        """Wait for something that takes a child process."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=WRITING)

    def stored(self, condition):
        """Wait until the one document says so."""
        self.until(lambda: len(self.documents) == 1 and condition(self.documents[0]))

    def choose(self, name, key):
        """Click a segment of a choice, or walk to an item of a list by keys."""
        control = self.view.options.rows[name].control
        if isinstance(control, Choice):
            control.setFocus()
            QTest.keyClick(control, Qt.Key.Key_Home)
            while control.current_key() != key:
                QTest.keyClick(control, Qt.Key.Key_Down)
            return
        QTest.mouseClick(self.view.options.rows[name].control.button(key), Qt.MouseButton.LeftButton)

    def type_into(self, name, words):
        """Write other words into a field, and leave it."""
        field = self.view.options.form.fields[name]
        field.setFocus()
        field.selectAll()
        self.type(words)
        self.view.left.documents.setFocus()

    def sections(self):
        """Return the list of sections."""
        return [row.title for row in self.view.left.sections.sections.rows]

    def preview_text(self):
        """Return the words of the pages on the screen."""
        return text_of(self.page.preview._folder.name + "/preview.pdf")


def text_of(path):
    """Return the words of a PDF."""
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


@pytest.fixture
def show_minutes(qtbot, theme, worn):
    """Show the page for a desk and return a hand on it; it ends when its window closes."""
    shown = []

    def show(desk):
        stage = StageDirector(desk, theme)
        page = MinutesPage(theme, desk, stage)
        qtbot.addWidget(page)
        page.resize(1300, 820)
        page.retranslate()
        page.show()
        page.activateWindow()
        page.activated()
        shown.append((page, stage))
        return MinutesHand(qtbot, page, desk, stage)

    yield show
    for page, stage in shown:
        page.close()
        stage.close()


@pytest.fixture
def hand(show_minutes, desk):
    """A hand on the minutes of the small workshop."""
    return show_minutes(desk)
