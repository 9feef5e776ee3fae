"""The program from its start: what is seen first, which page follows, and that it ends well at any moment."""

import os
import subprocess
import sys
from pathlib import Path

from facilitator.domain.errors import CannotOpen

ROOT = Path(__file__).parent.parent.parent

HEAVY = (
    "facilitator.domain.catalogue",
    "sqlalchemy",
    "click",
    "babel",
    "ui.runtime.desk",
    "ui.stage.director",
)


def test_the_window_is_seen_before_anything_of_the_workshop_is_loaded(tmp_path):
    code = f"""
import os, sys
from facilitator.cli import main
from PySide6.QtCore import QEvent
import ui.app

class Watched(ui.app.Program):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            print(*(name for name in {HEAVY!r} if name in sys.modules), flush=True)
            os._exit(0)
        return False

ui.app.Program = Watched
main(["--database", sys.argv[1]])
"""

    ran = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "new.sqlite")],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=True,
    )

    assert ran.stdout == "\n", ran.stderr


def test_while_a_session_runs_the_program_opens_ready_to_type_a_card(qtbot, start, store, afternoon):
    store(afternoon.records(), run=afternoon.round.id)

    program = start()

    qtbot.waitUntil(lambda: program.window.current_page is not None)
    page = program.window.current_page
    assert page.key == "run"
    qtbot.waitUntil(page.capture.frame.text.hasFocus)


def test_otherwise_the_program_opens_at_home(qtbot, start, store, afternoon):
    store(afternoon.records())

    program = start()

    qtbot.waitUntil(lambda: program.window.current_page is not None)
    assert program.window.current_page.key == "home"
    assert program.desk.ready


def test_who_goes_to_a_page_while_the_database_opens_stays_there(qtbot, start, store, afternoon):
    store(afternoon.records(), run=afternoon.round.id)
    program = start()

    program.window.rail.item("people").click()

    qtbot.waitUntil(lambda: program.desk.ready)
    qtbot.waitUntil(lambda: program.window.rail.item("run").dot)
    assert program.window.current_page.key == "people"


def test_a_refused_database_is_said_on_a_window_that_is_there(qtbot, start):
    def refuse():
        raise CannotOpen("database-is-no-database", database="notes.txt")

    program = start(refuse)

    qtbot.waitUntil(lambda: bool(program.window.banners.banners))
    assert "notes.txt" in program.window.banners.banners[0].notice.sentence
    qtbot.waitUntil(lambda: program.window.current_page is not None)


def test_the_program_can_be_closed_before_it_was_seen(start):
    program = start()

    program.close()

    assert not program.window.isVisible()


def test_keys_banners_and_the_list_of_views_are_there_once_the_window_was_seen(qtbot, start):
    program = start()

    with qtbot.waitSignal(program.seen):
        pass

    assert {"edit.undo", "help.keys"} <= set(program.window._actions)
    assert program.window.header.chip.menu() is not None
    assert program.installed.focus is not None
