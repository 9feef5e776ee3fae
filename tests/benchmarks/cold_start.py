"""How long from the command to the first paint of the window, and until a card can be typed.

Whole processes, byte code compiled, against a bare PySide6 window started right before or after. The
database holds the example with a session that runs, so that the program opens by itself on Run. As on
every start after the first, it remembers that: the capture bar is there before the database is open, and
what Enter takes meanwhile is stored behind the opening.
"""

import sys
import tempfile
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Final

from facilitator.bootstrap import open_workspace
from facilitator.domain.agenda import Session, SessionType
from tests.benchmarks._observed import PAINTED, READY, STORED
from tests.benchmarks.bare_window import bare_window, until
from tests.benchmarks.report import Figure, compared, in_turns

ROUNDS: Final = 15
FIRST_PAINT_BAR: Final = 1.5
READY_BAR: Final = 4.0
_RUN: Final = "import sys; from tests.benchmarks._observed import run; run(sys.argv[1:])"


def figures() -> Iterable[Figure]:
    """Return first paint and ready to type, each as a ratio to the bare window."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", _RUN, "--database", str(running(folder))]
        until(STORED, command)  # what counts as ready does end on disk; and byte code and caches are there
        for name, mark, bar in (
            ("cold start, command to first paint", PAINTED, FIRST_PAINT_BAR),
            ("cold start, command to a card can be typed", READY, READY_BAR),
        ):
            ours, bare = in_turns(partial(until, mark, command), bare_window, rounds=ROUNDS)
            yield compared(name, ours, bare, bar=bar)


def running(folder: str) -> Path:
    """Return a database with the example in which the session runs that collects feedback on cards."""
    path = Path(folder, "facilitator.sqlite")
    with open_workspace(path) as workspace:
        workspace.exchange.import_example()
        records = workspace.records(workspace.latest_workshop())
        session = next(each for each in records.where(Session) if each.type is SessionType.FEEDBACK)
        workspace.running.start_session(session.id)
    return path
