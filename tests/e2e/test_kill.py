"""The program may be killed at any moment: every card that Enter had accepted is there afterwards."""

import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from facilitator.bootstrap import open_workspace
from facilitator.domain.cards import Card
from tests.builders import a_board, a_session, a_workshop

KILLS = 30

WRITER = """
import sys
from uuid import UUID
from facilitator.bootstrap import open_workspace
from facilitator.domain.cards import Board
from tests.builders import a_card

with open_workspace(sys.argv[1]) as workspace:
    with workspace.database.work.reading() as reading:
        [board] = reading.where(Board)
    print("ready", flush=True)
    while True:
        card = a_card(board, "Written before the lights went out " * 20)
        workspace.books.add(card)
        print(card.id, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
def test_every_card_that_was_accepted_survives_a_kill_at_any_moment(workspace, database_file):
    workshop = a_workshop()
    session = a_session(workshop)
    workspace.books.add(workshop, session, a_board(session))
    workspace.close()
    moments = random.Random(2014)

    accepted: set[str] = set()
    for _ in range(KILLS):
        accepted |= written_until_killed(database_file, moments.uniform(0.0, 0.06))

    assert accepted
    with closing(sqlite3.connect(database_file)) as bare:
        assert bare.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        logged = {row[0] for row in bare.execute("SELECT record FROM change_log WHERE list = 'cards'")}
    with open_workspace(database_file) as reopened:
        cards = {str(card.id) for card in reopened.records(workshop.id).where(Card)}
        assert reopened.database.problems() == []
        assert reopened.operations.undo_state.undo == "add-card"
    assert accepted <= cards
    assert cards == logged


def written_until_killed(file, seconds):
    """Return the cards that a program said were stored before it was killed, `seconds` after its first."""
    command = [sys.executable, "-c", WRITER, str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
        try:
            program.wait(seconds)
        except subprocess.TimeoutExpired:
            program.kill()
        lines = program.stdout.read().split("\n")
    return set(lines[:-1])  # the last may be cut short
