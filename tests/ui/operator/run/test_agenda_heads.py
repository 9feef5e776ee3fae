"""The heads of the agenda's thread stand over their columns."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from facilitator.domain.ids import SessionId, new_id
from ui.operator.run.agenda import AgendaPanel
from ui.presenters.run import AgendaLine


@pytest.fixture
def panel(qtbot, worn, theme):
    panel = AgendaPanel(theme)
    qtbot.addWidget(panel)
    panel.retranslate()
    panel.resize(theme.metrics.agenda_panel, 600)
    panel.show()
    return panel


def right_end(panel, part, height):
    """Return the last column of the panel, in px, where something is painted in the upper `height` px of a part."""
    picture = part.grab().toImage()
    ground = picture.pixelColor(picture.width() - 1, 0)
    inked = [
        x
        for x in range(picture.width())
        for y in range(height)
        if picture.pixelColor(x, y).lightness() < ground.lightness() - 60
    ]
    return max(inked) + part.mapTo(panel, QPoint(0, 0)).x()


@pytest.mark.parametrize("sessions", [3, 40])
def test_versus_plan_ends_where_its_figures_end_with_and_without_a_scroll_bar(panel, sessions):
    lines = [
        AgendaLine(SessionId(new_id()), "08:00", "Coffee", "done", versus="+5", overran=True)
        for _number in range(sessions)
    ]

    panel.show_lines(lines)
    QApplication.processEvents()  # a scroll bar comes as the rows are laid out

    assert panel.view.verticalScrollBar().isVisible() == (sessions == 40)
    figures = right_end(panel, panel.view.viewport(), 30)
    assert right_end(panel, panel._heads, 20) == pytest.approx(figures, abs=2)
