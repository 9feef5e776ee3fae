"""The Evaluation page in front of a note-taker with a pile of paper forms."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator import i18n
from facilitator.domain.evaluation import Evaluation, EvaluationQuestion, QuestionKind
from facilitator.domain.ids import EvaluationId, new_id
from tests.afternoon import said
from ui.operator.pages.evaluation import EvaluationPage

QUESTIONS = (
    EvaluationQuestion("q1", said("Useful")),
    EvaluationQuestion("q2", said("Time")),
    EvaluationQuestion("q3", said("The day"), QuestionKind.SMILEY),
    EvaluationQuestion("q4", said("What would you change?"), QuestionKind.OPEN),
)


@pytest.fixture(autouse=True)
def _english():
    i18n.use("en")
    yield
    i18n.use("en")


class NoteTaker:
    """What somebody does at the page, and what is stored."""

    def __init__(self, qtbot, desk, page):
        self.qtbot, self.desk, self.page = qtbot, desk, page

    @property
    def evaluation(self):
        (found,) = self.desk.records.where(Evaluation)
        return found

    @property
    def marks(self):
        return [tuple(each.ratings.get(f"q{n}") for n in (1, 2, 3)) for each in self.evaluation.responses]

    @property
    def words(self):
        return [each.text.text for each in self.evaluation.open_answers]

    def keys(self, *keys):
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.page, key)

    def digits(self, digits):
        for digit in digits:
            QTest.keyClick(QApplication.focusWidget() or self.page, digit)

    def write(self, words):
        QTest.keyClicks(QApplication.focusWidget() or self.page, words)

    def enter(self):
        self.keys(Qt.Key.Key_Return)
        self.settled()

    def settled(self):
        self.qtbot.waitUntil(lambda: self.desk.all_stored)

    def field(self, place):
        return self.page.forms.rows.fields[place]


@pytest.fixture
def evaluation(afternoon):
    return Evaluation(
        id=EvaluationId(new_id()),
        workshop=afternoon.workshop.id,
        session=afternoon.close.id,
        questions=QUESTIONS,
    )


@pytest.fixture
def show(qtbot, worn, theme):
    """Show the page on a desk."""

    def shown(desk):
        page = EvaluationPage(theme, desk)
        qtbot.addWidget(page)
        page.retranslate()
        page.resize(1200, 760)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.activated()
        return NoteTaker(qtbot, desk, page)

    return shown


@pytest.fixture
def hand(show, open_desk, afternoon, evaluation):
    hand = show(open_desk([*afternoon.records(), evaluation]))
    yield hand
    hand.page.hide()
    hand.settled()
