"""A test that leaves a window, a timer or a thread behind fails: the next one would meet it."""

import gc
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import getCppPointer, isValid

from ui.runtime.overrides import guard_overrides

guard_overrides()

GRACE = 2.0
"""Seconds that a thread has to end after the test."""

_started: list[weakref.ref[Any]] = []


def _recording(start: Callable[..., Any]) -> Callable[..., Any]:
    def record(self: Any, *arguments: Any, **named: Any) -> Any:
        _started.append(weakref.ref(self))
        return start(self, *arguments, **named)

    return record


@pytest.fixture(scope="session", autouse=True)
def _starts_are_recorded() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QTimer, "start", _recording(QTimer.start))
        patch.setattr(QThread, "start", _recording(QThread.start))
        yield


@pytest.fixture(autouse=True)
def _nothing_is_left_behind(_starts_are_recorded: None) -> Iterator[None]:
    """Compare with what was there before; fixtures of a wider scope keep what is theirs."""
    _started.clear()
    threads = set(threading.enumerate())
    windows = _visible_windows()

    yield

    left = [f"thread {thread.name}" for thread in _still_running(threads)]
    if QApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        left += [f"window {name}" for place, name in _visible_windows().items() if place not in windows]
        left += _active_timers_and_threads()
    if left:
        pytest.fail(f"the test left behind: {', '.join(sorted(left))}", pytrace=False)


def _still_running(before: set[threading.Thread]) -> list[threading.Thread]:
    until = time.monotonic() + GRACE
    new = [thread for thread in threading.enumerate() if thread not in before and _is_ours(thread)]
    for thread in new:
        thread.join(max(0.0, until - time.monotonic()))
    return [thread for thread in new if thread.is_alive()]


def _is_ours(thread: threading.Thread) -> bool:
    """Leave out the stand-ins that Python makes for threads which Qt or a library started."""
    return not isinstance(thread, threading._DummyThread)


def _visible_windows() -> dict[int, str]:
    """Return the windows on the screen by their place in memory; Python's side of one may be made anew."""
    if QApplication.instance() is None:
        return {}
    return {
        getCppPointer(widget)[0]: f"{type(widget).__name__}({widget.objectName() or widget.windowTitle()!r})"
        for widget in QApplication.topLevelWidgets()
        if widget.isVisible()
    }


def _active_timers_and_threads() -> list[str]:
    def living() -> list[Any]:
        made = {id(thing): thing for reference in _started if (thing := reference()) is not None}
        return [thing for thing in made.values() if isValid(thing)]

    if any(_is_active(thing) for thing in living()):
        gc.collect()  # rings of objects that nobody can reach any more are not left behind
    left = []
    for thing in living():
        if _is_active(thing):
            left.append(f"{type(thing).__name__}({thing.objectName()!r})")
            if isinstance(thing, QTimer):
                thing.stop()
    return left


def _is_active(thing: QTimer | QThread) -> bool:
    if isinstance(thing, QTimer):
        return thing.isActive()
    return not thing.wait(int(GRACE * 1000)) if thing.isRunning() else False
