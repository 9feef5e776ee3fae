"""Long questions, titles and tips on the console: smaller, then on two lines, then whole in a tip."""

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.domain.agenda import Session
from tests.afternoon import said
from ui.operator.run.fitted_label import FittedLabel
from ui.operator.run.guide_steps import TipBox
from ui.operator.run.question import StageQuestion


@pytest.fixture
def question(qtbot, worn, theme):
    question = StageQuestion(theme)
    qtbot.addWidget(question)
    question.retranslate()
    question.resize(606, 60)
    question.show()
    return question


@pytest.fixture
def tip(qtbot, worn, theme):
    tip = TipBox(theme)
    qtbot.addWidget(tip)
    tip.retranslate()
    tip.resize(306, 80)
    tip.show()
    return tip


def test_a_question_steps_down_in_size_before_it_takes_two_lines(question):
    question.show_question("What would you improve?")
    short = question.heightForWidth(606)

    question.show_question("Comparar la aplicación de LINK en distintas situaciones")
    longer = question.heightForWidth(606)

    assert not question._line.is_elided()
    assert longer == short


def test_a_long_question_takes_two_lines_and_is_seen_whole(question):
    question.show_question("Compare how LINK was applied in different places, and say what helped most there")
    question.resize(606, question.heightForWidth(606))
    QApplication.processEvents()

    line = question._line
    assert line.height() == line.heightForWidth(line.width())
    assert line.heightForWidth(line.width()) > line.heightForWidth(2000)
    assert not line.is_elided()
    assert not line.toolTip()


def test_a_question_that_no_two_lines_hold_is_read_whole_in_its_tip(question):
    words = "What did the buyers say about <quality>? " * 12

    question.show_question(words)
    QApplication.processEvents()

    assert question._line.is_elided()
    assert "&lt;quality>" in question._line.toolTip()


def test_a_session_that_asks_nothing_needs_the_height_of_one_that_asks(question):
    question.show_question("What would you improve?")
    asks = question.heightForWidth(606)

    question.show_question("")

    assert question.heightForWidth(606) == asks


def test_what_comes_next_is_seen_whole_on_two_lines(run, afternoon, do):
    coming = "Repaso de la herramienta: el Ciclo del Prototipo y sus cinco preguntas"
    do(lambda workspace: workspace.books.edit(Session, afternoon.coffee.id, title=said(coming)))

    do(lambda workspace: workspace.running.start_session(afternoon.round.id))
    QApplication.processEvents()

    line = run.side._next
    assert line.text() == coming
    assert line.height() == line.heightForWidth(line.width())
    assert line.heightForWidth(line.width()) > line.heightForWidth(2000)
    assert not line.is_elided()


def test_a_tip_that_fits_stands_on_one_line_below_whom_it_is_for(tip):
    tip.show_tip("Count again before you read the result.")
    QApplication.processEvents()

    words = tip._words
    assert words.heightForWidth(words.width()) < 2 * words.fontMetrics().height()


def test_a_longer_tip_is_smaller_and_seen_whole(tip):
    tip.show_tip("Count.")
    large = tip._words.font().pixelSize()

    tip.show_tip("Cinco minutos completos. Quien habla primero marca el tema.")
    tip.resize(306, tip.heightForWidth(306))
    QApplication.processEvents()

    words = tip._words
    assert words.font().pixelSize() < large
    assert words.height() >= words.heightForWidth(words.width())


def test_a_word_that_has_no_room_is_broken_rather_than_lost(qtbot, worn, theme):
    label = FittedLabel(theme, "body", ((15, 1), (13, 2)))
    qtbot.addWidget(label)
    label.resize(180, 40)

    label.set_text("Anwendungsentwicklungsplanung")

    assert not label.is_elided()
