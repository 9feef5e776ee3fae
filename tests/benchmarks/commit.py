"""How long a card takes from Enter to stored, against a bare sqlite3 insert with the same durability.

Both write into a file with 1,000 cards, each in a transaction of its own that is on disk when it
returns: write-ahead log and `synchronous=FULL`. Ours also asks for the board and the card's place,
writes the change log, and tells a listener.
"""

import datetime as dt
import itertools
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Final

from facilitator.bootstrap import Workspace, open_workspace
from facilitator.domain.agenda import Session
from facilitator.domain.cards import Kind
from facilitator.domain.cycles import Workshop
from facilitator.domain.ids import SessionId, WorkshopId, new_id
from facilitator.domain.values import Text
from facilitator.services.wall import NewCard
from tests.benchmarks.report import Figure, compared, in_turns, timed

CARDS: Final = 1_000
ROUNDS: Final = 400
WORDS: Final = "¿Qué supuestos teníamos sobre la participación de las familias? Acordamos escuchar más."


def figures() -> list[Figure]:
    """Return the figure of one durable card."""
    with tempfile.TemporaryDirectory() as folder:
        bare = _bare_database(Path(folder, "bare.db"))
        with closing(bare), open_workspace(Path(folder, "workshop.db")) as workspace:
            session = _workshop_with_cards(workspace)
            told = itertools.count()
            workspace.operations.listen(lambda _: next(told))
            wall = workspace.wall
            numbers = itertools.count(CARDS)
            ours, theirs = in_turns(
                lambda: timed(lambda: wall.add_card(session, _card())),
                lambda: timed(lambda: _bare_insert(bare, next(numbers))),
                rounds=ROUNDS,
                warm_up=20,
            )
            assert next(told) == ROUNDS + 20
    return [compared(f"a card stored among {CARDS:,}", ours, theirs, bar=2.5)]


def _card() -> NewCard:
    return NewCard(text=Text(WORDS, "es"), kind=Kind.QUESTION)


def _workshop_with_cards(workspace: Workspace) -> SessionId:
    workshop = Workshop(id=WorkshopId(new_id()), title=Text("Managua", "es"))
    session = Session(
        id=SessionId(new_id()),
        workshop=workshop.id,
        date=dt.date(2014, 9, 9),
        planned_minutes=60,
        title=Text("Cards", "en"),
    )
    workspace.books.add(workshop, session)
    workspace.wall.add_cards(session.id, [_card() for _ in range(CARDS)])
    return session.id


def _bare_database(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute(
        "CREATE TABLE cards (id TEXT PRIMARY KEY, workshop TEXT, board TEXT, kind TEXT, text TEXT, position INT)"
    )
    connection.execute("CREATE INDEX cards_of_board ON cards (board, position)")
    connection.execute("BEGIN")
    for number in range(CARDS):
        _insert(connection, number)
    connection.execute("COMMIT")
    return connection


def _bare_insert(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    _insert(connection, number)
    connection.execute("COMMIT")


def _insert(connection: sqlite3.Connection, number: int) -> None:
    row = (str(new_id()), "workshop", "board", "question", WORDS, number)
    connection.execute("INSERT INTO cards VALUES (?, ?, ?, ?, ?, ?)", row)
