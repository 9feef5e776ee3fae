"""The program is killed while a person types into its window: cards are there, half a card is offered again."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

from facilitator.bootstrap import open_workspace
from facilitator.domain.cards import Card
from tests.e2e.typist import LETTERS

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")

AT_MOST_LOST = 1.0
"""Seconds of typing that a power cut may take."""


@pytest.fixture
def room(afternoon, store):
    """The small workshop, its round of cards running."""
    store(afternoon.records(), run=afternoon.round.id)
    return afternoon


def typed_until_killed(file, what, seconds):
    """Return what a typist said, line by line with its instants, and the instant at which they were killed."""
    command = [sys.executable, "-m", "tests.e2e.typist", str(file), what]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=env) as program:
        assert program.stdout is not None
        assert "begins" in program.stdout.readline()
        first = program.stdout.readline()  # on a busy machine the page itself is still being shown before
        try:
            program.wait(seconds)
        except subprocess.TimeoutExpired:
            killed = time.monotonic()
            program.kill()
        lines = [first, *program.stdout.read().split("\n")[:-1]]  # the last may be cut short
    return [(float(at), *facts) for at, *facts in (line.split() for line in lines)], killed


def check(file):
    with closing(sqlite3.connect(file)) as bare:
        assert bare.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize("seconds", [random.Random(seed).uniform(1.2, 3.0) for seed in (2014, 2026)])
def test_half_typed_words_are_there_but_for_the_last_second(room, desk_file, seconds):
    told, killed = typed_until_killed(desk_file, "letters", seconds)

    before = max((int(count) for at, _, count in told if at <= killed - AT_MOST_LOST), default=0)
    check(desk_file)
    with open_workspace(desk_file) as workspace:
        [draft] = workspace.drafts()
    whole = (LETTERS * 1000)[: int(told[-1][2])]
    assert before > 0
    assert whole.startswith(draft.text)
    assert len(draft.text) >= before


def test_it_is_offered_again_when_the_program_comes_back(room, desk_file, start, qtbot):
    typed_until_killed(desk_file, "letters", 1.6)
    with open_workspace(desk_file) as workspace:
        [draft] = workspace.drafts()

    program = start()
    qtbot.waitUntil(lambda: program.window.current_page is not None and program.desk.ready)
    capture = program.window.page("run").capture
    qtbot.waitUntil(capture.recovered.isVisible)
    capture.recovered.accept()

    assert capture.text == draft.text


def test_what_two_crashes_in_a_row_left_is_offered_one_after_the_other(room, desk_file, start, qtbot):
    for _crash in range(2):  # the second comes while what the first has left waits to be decided
        typed_until_killed(desk_file, "letters", 1.6)
    with open_workspace(desk_file) as workspace:
        first, second = workspace.drafts()

    program = start()
    qtbot.waitUntil(lambda: program.window.current_page is not None and program.desk.ready)
    capture = program.window.page("run").capture
    qtbot.waitUntil(capture.recovered.isVisible)
    capture.recovered.accept()
    one = capture.text
    capture.recovered.accept()

    assert one == first.text
    assert capture.text == f"{first.text}\n{second.text}"


def test_what_was_being_written_on_the_wall_is_there_but_for_the_last_second_and_offered_there(
    room, desk_file, start, qtbot
):
    told, killed = typed_until_killed(desk_file, "wall", random.Random(4).uniform(1.6, 3.0))

    program = start()
    qtbot.waitUntil(lambda: program.window.current_page is not None and program.desk.ready)
    program.window.show_page("cards")
    page = program.window.page("cards")
    qtbot.waitUntil(page.half_typed.offer.isVisible)
    page.half_typed.offer.accept()
    qtbot.waitUntil(lambda: page.wall.writing.what == "new")

    before = max((int(count) for at, _, count in told if at <= killed - AT_MOST_LOST), default=0)
    words = page.wall.writing.card.words.toPlainText()
    check(desk_file)
    assert before > 0
    assert (LETTERS * 1000)[: int(told[-1][2])].startswith(words)
    assert len(words) >= before


def test_every_card_that_the_window_called_stored_survives_in_the_order_typed(room, desk_file):
    told, _killed = typed_until_killed(desk_file, "cards", random.Random(7).uniform(1.5, 2.5))

    accepted = [text for _, _, text in told]
    check(desk_file)
    with open_workspace(desk_file) as workspace:
        cards = sorted(workspace.records(room.workshop.id).where(Card), key=lambda card: card.position)
        problems = workspace.database.problems()
    words = [card.text.text for card in cards]
    assert problems == []
    assert len(accepted) > 10
    assert words[: len(accepted)] == accepted == [f"T{number}" for number in range(len(accepted))]
