"""The lights may go out at any moment of a workshop: whatever Enter had accepted is there afterwards."""

import random
import sqlite3
import subprocess
from contextlib import closing
from typing import Any

from facilitator.bootstrap import open_workspace
from facilitator.domain.cards import Card
from facilitator.domain.notes import Agreement, Note, ParkingItem
from tests.e2e.rehearsing import journal, rehearsal
from ui.rehearsal.journal import digest, stamp

KILLS = 3
LATEST = 270
"""Lines of the journal until the last kill: the clock, cards, clusters, dots, reflections, the plan."""
KINDS: dict[str, type[Any]] = {"card": Card, "parking_lot": ParkingItem, "agreement": Agreement, "note": Note}


def test_a_rehearsal_killed_at_any_moment_loses_nothing_that_was_accepted(tmp_path):
    chance = random.Random(2014)
    step = LATEST // KILLS
    moments = [chance.randrange(place * step + 5, (place + 1) * step) for place in range(KILLS)]

    for number, moment in enumerate(moments):
        folder = tmp_path / str(number)
        accepted = accepted_until_killed(folder, moment, chance.uniform(0.0, 0.08))

        assert len(accepted) >= moment
        with closing(sqlite3.connect(folder / "rehearsal.sqlite")) as bare:
            assert bare.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert lost(folder, accepted) == []


def accepted_until_killed(folder, moment, seconds):
    """Return what a rehearsal said was stored before it was killed, `seconds` after it had said so much."""
    with rehearsal(folder) as program:
        while len(journal(folder)) < moment and not ended_within(program, 0.02):
            pass
        ended_within(program, seconds)
        program.kill()
        program.communicate()
    return journal(folder)


def ended_within(program, seconds):
    """Wait for a program so long, and say whether it has ended."""
    try:
        program.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


def lost(folder, accepted):
    """Return what was accepted and is not in the database, or says there what it said before."""
    with open_workspace(folder / "rehearsal.sqlite") as workspace:
        assert workspace.database.problems() == []
        records = workspace.records(workspace.latest_workshop())
    newest = {line["id"]: line for line in accepted if "id" in line}
    stored = {str(each.id): each for each in records}
    gone = [line for key, line in newest.items() if key not in stored or is_older(stored[key], line)]
    for line in accepted:
        if "entry" in line:
            kind = KINDS[line["target"]]
            texts = {each.text.text for each in stored.values() if isinstance(each, kind)}
            gone += [] if line["entry"] in texts else [line]
    return gone


def is_older(record, line):
    """Whether a record says something else than was accepted last, and nothing newer."""
    said_at = stamp(record.changed_at)
    return said_at < line["changed_at"] or (
        said_at == line["changed_at"] and digest(record) != line["digest"]
    )
