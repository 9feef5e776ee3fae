"""The laptop's clock is set while a session runs: no digit jumps, and the header tells the new time."""

import datetime as dt
from dataclasses import replace

import pytest

from facilitator.bootstrap import open_workspace
from facilitator.domain.agenda import Session
from tests.fixtures.desks import NOON
from tests.laptop import Laptop
from ui.operator.run.timekeeper import Timekeeper
from ui.runtime.desk import Desk
from ui.stage.director import StageDirector


@pytest.fixture
def laptop():
    return Laptop(NOON)


@pytest.fixture
def desk(qtbot, desk_file, laptop, afternoon):
    clock = laptop.clock()
    with open_workspace(desk_file, clock) as workspace:
        workspace.books.add(*afternoon.records())
        workspace.running.start_session(afternoon.round.id)
    desk = Desk(lambda: open_workspace(desk_file, clock), clock, place=str(desk_file))
    with qtbot.waitSignal(desk.opened):
        desk.start()
    yield desk
    desk.close()


@pytest.fixture
def stage(desk, theme):
    stage = StageDirector(desk, theme)
    desk.opened.emit()
    yield stage
    stage.close()


@pytest.mark.parametrize("by", [dt.timedelta(hours=1), dt.timedelta(hours=-3)])
def test_the_clock_of_the_room_goes_on_when_the_laptops_is_set(qtbot, desk, stage, laptop, afternoon, by):
    keeper = Timekeeper(desk, stage.ticker, stage)
    laptop.pass_time(600)
    seen = []
    qtbot.waitUntil(lambda: stage.view.frame.timer.text == "35:00", timeout=4000)
    stage.view_changed.connect(lambda view: seen.append(view.frame.timer.text))

    laptop.wall += by
    qtbot.waitUntil(lambda: desk.now() == laptop.wall, timeout=4000)
    qtbot.waitUntil(lambda: not keeper._mending)
    laptop.pass_time(1)
    qtbot.waitUntil(lambda: stage.view.frame.timer.text == "34:59", timeout=4000)

    assert set(seen) <= {"35:00", "34:59"}
    started = desk.records.get(Session, afternoon.round.id).actual_start
    assert started == NOON + by


def test_without_a_session_the_clock_just_follows(qtbot, desk, stage, laptop, afternoon):
    with qtbot.waitSignal(desk.changed):
        desk.perform(lambda workspace: workspace.running.finish_session(afternoon.round.id))
    before = replace(desk.records.get(Session, afternoon.round.id), changed_at=None)
    keeper = Timekeeper(desk, stage.ticker, stage)

    laptop.wall += dt.timedelta(minutes=7)
    keeper._look()

    assert desk.now() == laptop.wall
    assert replace(desk.records.get(Session, afternoon.round.id), changed_at=None) == before
