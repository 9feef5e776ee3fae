"""The program may be killed at any moment: every card that Enter had accepted is there afterwards."""

import os
import random
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from facilitator.bootstrap import open_workspace
from facilitator.domain.cards import Card
from tests.builders import a_board, a_session, a_workshop

KILLS = int(os.environ.get("FACILITATOR_KILLS", "100"))
"""How often the writer is killed: the hundred take twelve seconds; the environment may ask for more, or fewer."""
LATEST = 0.06
"""Seconds from the first card on within which the kill comes."""

WRITER = """
import os, signal, sys, time
from select import select
from facilitator.bootstrap import open_workspace
from facilitator.domain.cards import Board
from tests.builders import a_card

def write(told):
    with open_workspace(sys.argv[1]) as workspace:
        with workspace.database.work.reading() as reading:
            [board] = reading.where(Board)
        os.write(told, b"ready\\n")
        while True:
            card = a_card(board, "Written before the lights went out " * 20)
            workspace.books.add(card)
            os.write(told, f"{card.id}\\n".encode())

def written_until_killed(seconds):
    # A fork has everything imported and nothing open: the program as it starts, without the wait.
    told, tell = os.pipe()
    program = os.fork()
    if not program:
        os.close(told)
        try:
            write(tell)
        finally:
            os._exit(1)
    os.close(tell)
    with open(told, encoding="ascii") as lines:
        assert lines.readline() == "ready\\n"
        time.sleep(seconds)
        os.kill(program, signal.SIGKILL)
        written = lines.read().split("\\n")[:-1]  # the last may be cut short
    _, status = os.waitpid(program, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    return written

for moment in sys.argv[2:]:
    print(*written_until_killed(float(moment)), flush=True)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork and no kill -9")
def test_every_card_that_was_accepted_survives_a_kill_at_any_moment(workspace, database_file):
    workshop = a_workshop()
    session = a_session(workshop)
    workspace.books.add(workshop, session, a_board(session))
    workspace.close()
    chance = random.Random(2014)
    moments = [chance.uniform(0.0, LATEST) for _ in range(KILLS)]

    runs = written_until_killed(database_file, moments)

    accepted = {card for run in runs for card in run}
    assert len(runs) == KILLS
    assert len(accepted) > KILLS
    with closing(sqlite3.connect(database_file)) as bare:
        assert bare.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        logged = {row[0] for row in bare.execute("SELECT record FROM change_log WHERE list = 'cards'")}
    with open_workspace(database_file) as reopened:
        cards = {str(card.id) for card in reopened.records(workshop.id).where(Card)}
        assert reopened.database.problems() == []
        assert reopened.operations.undo_state.undo == "add-card"
    assert accepted <= cards
    assert cards == logged
    assert len(cards - accepted) <= KILLS  # at most the one that was stored and could not be told any more


def written_until_killed(file, moments):
    """Return for every moment the cards that a program said were stored before it was killed then."""
    command = [sys.executable, "-c", WRITER, str(file), *map(str, moments)]
    ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=280, check=True)
    return [line.split() for line in ran.stdout.splitlines()]
