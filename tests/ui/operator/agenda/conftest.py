"""The Agenda page on a desk with the small workshop, shown and driven like a person does."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.domain.agenda import Session
from tests.ui.hands import Hand
from ui.operator.pages.agenda import AgendaPage


class AgendaHand(Hand):
    """What a person can do with the page, and what they see."""

    def session(self, title):
        """Return a session as it is stored, by its title."""
        sessions = self.desk.records.where(Session)
        return next(each for each in sessions if each.title.best("en") == title)

    def agenda(self):
        """Return the days as lines of time, minutes and title."""
        return [
            f"{block.time} {block.minutes} {block.title}" for day in self.page._days for block in day.blocks
        ]

    def until(self, *lines):
        """Wait until the agenda reads so."""
        self.qtbot.waitUntil(lambda: self.agenda() == list(lines))

    def choose(self, title):
        """Click the middle of a session in the timeline."""
        place = self.page.view.timeline.placed(self.session(title).id).center()
        QTest.mouseClick(self.page.view.timeline, Qt.MouseButton.LeftButton, pos=place.toPoint())

    def drag(self, title, grip, way):
        """Drag a session of the timeline from "top", "bottom" or "body" by so many px."""
        line = self.page.view.timeline
        rect = line.placed(self.session(title).id)
        starts = {"top": rect.top() + 2, "bottom": rect.bottom() - 2, "body": rect.center().y()}
        start = QPointF(rect.center().x(), starts[grip])
        self._mouse(QEvent.Type.MouseButtonPress, start)
        for part in (0.3, 0.7, 1.0):
            self._mouse(QEvent.Type.MouseMove, start + QPointF(0, way * part))
        self._mouse(QEvent.Type.MouseButtonRelease, start + QPointF(0, way))

    def _mouse(self, kind, at):
        line = self.page.view.timeline
        button = Qt.MouseButton.LeftButton
        held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else button
        event = QMouseEvent(
            kind,
            at,
            QPointF(line.mapToGlobal(QPoint(0, 0))) + at,
            button,
            held,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(line, event)

    def px(self, title, minutes):
        """Return how many px so many minutes are in a session's column."""
        line = self.page.view.timeline
        session = self.session(title)
        column = line._geometry.column_of(session.date)
        start = session.planned_start.hour * 60 + session.planned_start.minute
        return column.y(start + minutes) - column.y(start)

    def field(self, name):
        """Return a field of the panel."""
        return self.page.view.panel.fields[name]


@pytest.fixture
def show_agenda(qtbot, theme, worn):
    """Show the page for a desk and return a hand on it."""

    def show(desk):
        page = AgendaPage(theme, desk)
        qtbot.addWidget(page)
        page.resize(1280, 820)
        page.retranslate()
        page.show()
        page.activateWindow()
        page.activated()
        return AgendaHand(qtbot, page, desk)

    return show


@pytest.fixture
def hand(show_agenda, desk):
    """A hand on the agenda of the small workshop."""
    return show_agenda(desk)
