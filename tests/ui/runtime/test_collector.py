"""What nobody needs any more is looked for on the thread of the windows, whoever makes it."""

import gc
import threading

import pytest

from ui.runtime.collector import Collector


@pytest.fixture
def looked_on():
    """The threads on which the collector looked."""
    found = set()

    def note(phase, info):
        found.add(threading.current_thread())

    gc.callbacks.append(note)
    yield found
    gc.callbacks.remove(note)


@pytest.mark.parametrize("set_to", [700, 1_000_000])
def test_a_thread_that_makes_many_things_never_looks_through_them(qtbot, desk, looked_on, set_to):
    before = gc.get_threshold()
    gc.set_threshold(set_to)
    collector = Collector(desk)
    collector.set_aside()
    rings = []

    def work():
        for _ in range(20_000):
            ring = []
            ring.append(ring)
            rings.append([ring])

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    on_the_other = set(looked_on)
    qtbot.waitUntil(lambda: bool(looked_on))
    collector.stop()
    gc.set_threshold(*before)

    assert on_the_other <= {threading.main_thread()}
    assert looked_on == {threading.main_thread()}
