"""The Reflection page in a window, on a small workshop with one reflection, cards and an indicator."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.domain.cards import Kind
from facilitator.domain.change_theory import Assumption, Indicator
from facilitator.domain.ids import AssumptionId, IndicatorId, ReflectionId, new_id
from facilitator.domain.reflections import Reflection
from tests.afternoon import said
from ui.operator.pages.reflection import ReflectionPage
from ui.stage.director import StageDirector


class Room:
    """The page with what lies behind it, and hands that type."""

    def __init__(self, qtbot, desk, stage, page, key):
        self.qtbot, self.desk, self.stage, self.page, self.key = qtbot, desk, stage, page, key
        self.view, self.form = page.view, page.view.form

    @property
    def record(self):
        """The reflection as it is stored, in memory."""
        return self.desk.records.get(Reflection, self.key)

    def all(self):
        """Every reflection of the workshop."""
        return self.desk.records.where(Reflection, workshop=self.desk.workshop_id)

    def type_into(self, field, words):
        """Put the focus into a field, replace what is there, and stay in it."""
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)

    def leave(self):
        """Go on to the next field by Tab."""
        QTest.keyClick(self.page.window().focusWidget(), Qt.Key.Key_Tab)

    def write(self, name, words):
        """Type into a field by name and leave it."""
        self.type_into(self.form.fields[name], words)
        self.leave()

    def pick(self, name, key):
        """Choose in a field by name, as a person does by keyboard."""
        self.pick_in(self.form.choice(name), key)

    def pick_in(self, choice, key):
        """Choose by arrow keys."""
        choice.setFocus()
        steps = choice.findData(key) - choice.currentIndex()
        for _step in range(abs(steps)):
            QTest.keyClick(choice, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        """Press a key where the focus is."""
        QTest.keyClick(self.page.window().focusWidget(), key, modifier)

    def until(self, check):
        """Wait until something is stored and shown."""
        self.qtbot.waitUntil(lambda: bool(check()), timeout=5000)

    def settled(self):
        """Wait until everything asked for so far was answered."""
        with self.qtbot.waitCallback() as answered:
            self.desk.ask(lambda workspace: None, answered)


@pytest.fixture
def card(afternoon):
    """A difficulty that somebody wrote."""
    return afternoon.card("No phone signal in half of the communities", Kind.DIFFICULTY)


@pytest.fixture
def indicator():
    """A common indicator."""
    return Indicator(id=IndicatorId(new_id()), name=said("Days to payment"))


@pytest.fixture
def assumption():
    """An assumption of the theory of change that nobody tested."""
    return Assumption(id=AssumptionId(new_id()), text=said("A workshop and a guide are enough"))


@pytest.fixture
def trained(afternoon):
    """A reflection of which only the action is written."""
    return Reflection(
        id=ReflectionId(new_id()),
        workshop=afternoon.workshop.id,
        session=afternoon.loops.id,
        action=said("We trained field teams"),
    )


@pytest.fixture
def room(qtbot, worn, theme, open_desk, afternoon, card, indicator, assumption, trained):
    """The page with the reflection open."""
    desk = open_desk([*afternoon.records(), card, indicator, assumption, trained])
    stage = StageDirector(desk, theme)
    page = ReflectionPage(theme, desk, stage)
    qtbot.addWidget(page)
    page.resize(1300, 1000)
    page.retranslate()
    with qtbot.waitActive(page):
        page.show()
    page.activated()
    yield Room(qtbot, desk, stage, page, trained.id)
    stage.close()


@pytest.fixture
def bare_room(qtbot, worn, theme, open_desk, afternoon):
    """The page of a workshop without reflections."""
    desk = open_desk(afternoon.records())
    stage = StageDirector(desk, theme)
    page = ReflectionPage(theme, desk, stage)
    qtbot.addWidget(page)
    page.resize(1300, 1000)
    page.retranslate()
    with qtbot.waitActive(page):
        page.show()
    yield Room(qtbot, desk, stage, page, None)
    stage.close()
