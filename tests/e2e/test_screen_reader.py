"""The painted cards reach a screen reader over the desktop's own bus, each with all that it says."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.bootstrap import open_workspace
from facilitator.domain.cards import Cluster, Kind, Voting
from facilitator.domain.ids import ClusterId, new_id
from tests.afternoon import said
from tests.builders import a_vote

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
NEEDED = ("Xvfb", "dbus-run-session", "dbus-send")
MISSING = [name for name in NEEDED if shutil.which(name) is None]
if not any(Path(each).exists() for each in LAUNCHERS):
    MISSING.append("at-spi2-core")

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed here: {', '.join(MISSING)}")


@pytest.fixture
def display() -> Iterator[str]:
    """A screen that nobody sees."""
    reads, writes = os.pipe()
    command = ["Xvfb", "-displayfd", str(writes), "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writes], stderr=subprocess.DEVNULL) as server:
        os.close(writes)
        with os.fdopen(reads, encoding="ascii") as told:
            number = told.readline().strip()
        if not number:
            pytest.skip("Xvfb did not start")
        yield f":{number}"
        server.terminate()


@pytest.fixture
def wall(afternoon, desk_file):
    """A board with a cluster of two cards, one with seven dots, and a loose card."""
    board = replace(afternoon.board, voting=Voting(3, 12))
    cluster = Cluster(
        id=ClusterId(new_id()), workshop=board.workshop, board=board.id, title=said("Follow-up")
    )
    cards = [
        afternoon.card("One call a month", Kind.SUGGESTION, cluster=cluster.id, position=0),
        afternoon.card("¿Quién llama?", Kind.QUESTION, cluster=cluster.id, position=1),
        afternoon.card("Visits cost <b>time</b>", Kind.DIFFICULTY, position=2),
    ]
    with open_workspace(desk_file) as workspace:
        workspace.books.add(*(each for each in afternoon.records() if each is not afternoon.board), board)
        workspace.books.add(cluster, *cards, a_vote(cards[0], 7))
    return desk_file


def test_each_card_is_told_with_kind_words_cluster_and_dots(display, wall, tmp_path):
    command = ["dbus-run-session", "--", sys.executable, "-m", "tests.e2e.screen_reader"]
    ran = subprocess.run(
        [*command, str(wall), "cards", "Cards on the wall"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env={**os.environ, "DISPLAY": display, "PYTHONIOENCODING": "utf-8", "XDG_CACHE_HOME": str(tmp_path)},
    )

    heard = [json.loads(line) for line in ran.stdout.splitlines() if line.startswith("[")]

    assert heard == [
        ["list item", "Difficulty: Visits cost <b>time</b>. Not clustered"],
        ["list item", "Suggestion: One call a month. Follow-up. 7 dots"],
        ["list item", "Question: ¿Quién llama?. Follow-up"],
    ], ran.stderr
