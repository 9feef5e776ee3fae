"""The console at 1366 × 768 in Spanish, which needs a third more room: no word is cut, nothing is half seen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect

from facilitator import i18n
from facilitator.domain.ids import SessionId, new_id
from facilitator.domain.late_day import Plan, Recovery
from ui.operator.run.agenda import AgendaPanel
from ui.operator.run.guide_steps import StepHead
from ui.operator.run.room_row import RoomRow
from ui.presenters.guide import StepTime
from ui.presenters.run import AgendaLine
from ui.presenters.run_drift import Drift

SIDE_PANEL = 272
"""px that the right column has for its parts in the compact layout."""

LINE = AgendaLine(
    session=SessionId(new_id()), time="08:00", title="Tarjetas de retroalimentación", state="done"
)
LATE = Drift("10 min tarde, termina 16:50", "warn", "", Plan(Recovery.SHORTEN), ways=True)


@pytest.fixture(autouse=True)
def spanish():
    i18n.use("es")
    yield
    i18n.use("en")


@pytest.fixture
def small(worn, theme):
    """The look of a small laptop."""
    theme.set_metrics(theme.tokens.layout.metrics(1366, 768))
    return theme


@pytest.fixture
def panel(qtbot, small):
    panel = AgendaPanel(small)
    qtbot.addWidget(panel)
    panel.retranslate()
    panel.resize(small.metrics.agenda_panel, 714)
    panel.show()
    return panel


def settled(qtbot, widget):
    """Let Qt lay everything out."""
    qtbot.wait(1)
    widget.layout().activate()


@pytest.mark.parametrize(
    "sentence",
    [
        "Clínica de indicadores en 45 min. Termina a las 16:40, como estaba previsto.",
        "10 min menos aquí. Termina a las 16:40, como estaba previsto.",
        "Repaso de la herramienta n.º 4: el Ciclo del Prototipo y sus cinco preguntas en 52 min.",
    ],
)
def test_what_the_drift_card_says_is_seen_whole(qtbot, panel, sentence):
    panel.show_drift(replace(LATE, sentence=sentence))
    settled(qtbot, panel)

    words = panel._sentence
    assert words.height() >= words.heightForWidth(words.width())


def test_the_session_that_runs_stays_whole_when_the_drift_card_needs_a_line_more(qtbot, panel):
    lines = [replace(LINE, session=SessionId(new_id())) for _number in range(20)]
    lines[15] = replace(lines[15], state="now", plan="Plan 16:50, 10 min")
    panel.show_lines(lines)
    panel.show_drift(replace(LATE, sentence="Corto."))
    settled(qtbot, panel)
    running = panel.model.index(15)
    low = panel.view.visualRect(running).bottom() - panel.view.viewport().height() + 1
    panel.view.verticalScrollBar().setValue(panel.view.verticalScrollBar().value() + low)

    panel.show_drift(replace(LATE, sentence="Mucho más largo. " * 12))
    settled(qtbot, panel)

    room = QRect(QPoint(), panel.view.viewport().size())
    assert room.contains(panel.view.visualRect(running))


def test_vote_break_and_check_keep_their_words(qtbot, small):
    row = RoomRow(small)
    qtbot.addWidget(row)

    row.resize(SIDE_PANEL, 36)
    row.show()

    assert [button.text() for button in row.buttons.values()] == ["Votación", "Receso", "Revisar"]
    for button in row.buttons.values():
        assert button.width() >= button.tight_width(4)
        assert row.rect().contains(button.geometry())


def test_the_time_of_a_step_that_is_far_over_is_seen_whole(qtbot, small):
    head = StepHead(small)
    qtbot.addWidget(head)
    head.retranslate("F11", "Shift F11")
    head._number.setText("Paso 1 de 5")
    head.resize(SIDE_PANEL, 40)
    head.show()

    head.show_time(StepTime("+58:04", "más de 5 min", over=True))
    settled(qtbot, head)

    assert not head._of.is_elided()
    assert head._of.geometry().right() < head.previous.geometry().left()


def test_where_there_is_room_the_key_gives_way_to_the_time_of_a_step(qtbot, worn, theme):
    head = StepHead(theme)
    qtbot.addWidget(head)
    head.retranslate("F11", "Shift F11")
    head._number.setText("Paso 1 de 5")
    head.resize(theme.metrics.side_panel - 32, 40)
    head.show()

    head.show_time(StepTime("+58:04", "más de 5 min", over=True))
    settled(qtbot, head)

    assert not head._of.is_elided()
