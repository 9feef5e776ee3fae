"""Everything can be taken back and done again, also after a restart, but never somebody else's work."""

import shutil
import sqlite3
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.bootstrap import open_workspace
from facilitator.domain.agenda import Session
from facilitator.domain.cards import Board, Card, Kind
from facilitator.domain.cycles import Workshop
from facilitator.domain.errors import Conflict
from facilitator.domain.ids import new_id
from facilitator.domain.undo import DEEPEST, UndoState
from tests.builders import a_board, a_card, a_session, a_workshop, text
from tests.strategies import workshops

own_file = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def board(workspace):
    """A board that is stored, with its session and workshop."""
    workshop = a_workshop()
    session = a_session(workshop)
    board = a_board(session)
    workspace.books.add(workshop, session, board)
    return board


def contents(file):
    """Return every row of every list of records."""
    with closing(sqlite3.connect(file)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = sorted(set(names) - {"change_log", "alembic_version"})
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in kept}


class Typist:
    """Does, undoes and redoes what a test asks for, and starts the program anew in between."""

    def __init__(self, file):
        self.workspace = open_workspace(file)
        self.file = file
        self.workshop = a_workshop()
        self.workspace.books.add(self.workshop, a_session(self.workshop))

    def do(self, what, number):
        deed = getattr(self, what.replace(" ", "_"), None) or getattr(self.workspace.operations, what)
        deed(*([] if what in {"undo", "redo", "restart"} else [number]))

    def add_board(self, number):
        for session in self.one_of(Session, number):
            self.workspace.books.add(a_board(session))

    def add_card(self, number):
        for board in self.one_of(Board, number):
            self.workspace.books.add(a_card(board, f"Card {number}"))

    def add_many_cards(self, number):
        for board in self.one_of(Board, number):
            self.workspace.books.add(*[a_card(board) for _ in range(5)])

    def edit_card(self, number):
        for card in self.one_of(Card, number):
            self.workspace.books.edit(Card, card.id, text=text(f"Edited {number}"))

    def retype_cards(self, number):
        kind = list(Kind)[number % 5]
        self.workspace.books.edit_all(Card, {card.id: {"kind": kind} for card in self.records.where(Card)})

    def move_card(self, number):
        for card in self.one_of(Card, number):
            for board in self.one_of(Board, number // 2):
                self.workspace.books.edit(Card, card.id, board=board.id)

    def delete_card(self, number):
        for card in self.one_of(Card, number):
            self.workspace.books.delete(Card, card.id)

    def delete_board(self, number):
        for board in self.one_of(Board, number):
            self.workspace.books.delete(Board, board.id)

    def one_of(self, kind, number):
        """Return a list of one record, or of none when there is none."""
        found = self.records.where(kind)
        return [found[number % len(found)]] if found else []

    def restart(self):
        before = self.workspace.operations.undo_state
        self.workspace.close()
        self.workspace = open_workspace(self.file)
        assert self.workspace.operations.undo_state == before

    @property
    def records(self):
        return self.workspace.records(self.workshop.id)

    def close(self):
        self.workspace.close()

    def undo_all(self):
        while self.workspace.operations.undo():
            pass

    def redo_all(self):
        while self.workspace.operations.redo():
            pass


DEEDS = [
    "add board",
    "add card",
    "add many cards",
    "edit card",
    "retype cards",
    "move card",
    "delete card",
    "delete board",
    "undo",
    "redo",
    "restart",
]


@own_file
@given(st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 40)), max_size=25))
def test_whatever_was_done_undoing_all_ends_where_it_began_and_redoing_all_gives_it_back(
    migrated_file, tmp_path, deeds
):
    file = shutil.copy(migrated_file, tmp_path / f"{new_id()}.sqlite")
    empty = contents(file)
    with closing(Typist(file)) as typist:
        for what, number in deeds:
            typist.do(what, number)
        typist.redo_all()
        end = contents(file)

        typist.undo_all()
        beginning = contents(file)
        typist.restart()
        typist.redo_all()

        assert beginning == empty
        assert contents(file) == end


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(workshops())
def test_a_whole_workshop_that_came_in_at_once_goes_and_comes_back_at_once(migrated_file, tmp_path, records):
    file = shutil.copy(migrated_file, tmp_path / f"{new_id()}.sqlite")
    empty = contents(file)
    with open_workspace(file) as workspace:
        workspace.books.add(*records)
        full = contents(file)

    with open_workspace(file) as workspace:
        workspace.operations.undo()
        assert contents(file) == empty
        workspace.operations.redo()

    assert contents(file) == full


@own_file
@given(st.lists(st.sampled_from(["do", "quiet", "undo", "redo"]), max_size=60))
def test_after_a_restart_the_same_can_be_undone_and_redone_in_the_same_order(migrated_file, tmp_path, ways):
    file = shutil.copy(migrated_file, tmp_path / f"{new_id()}.sqlite")
    with open_workspace(file) as workspace:
        for number, way in enumerate(ways):
            match way:
                case "undo":
                    workspace.operations.undo()
                case "redo":
                    workspace.operations.redo()
                case _:
                    workspace.operations.perform(
                        f"step-{number}", lambda operation: operation.add(a_workshop()), undoable=way == "do"
                    )
        live = workspace.operations._stacks

        with open_workspace(file) as restarted:
            assert restarted.operations._stacks == live


def test_what_is_older_than_the_deepest_undo_stays(workspace):
    for number in range(DEEPEST + 3):
        workspace.operations.perform(f"step-{number}", lambda operation: operation.add(a_workshop()))

    undone = 0
    while workspace.operations.undo():
        undone += 1

    assert undone == DEEPEST
    assert len(workspace.records(None).where(Workshop)) == 3


def test_nothing_can_be_undone_or_redone_in_a_new_database(workspace):
    assert workspace.operations.undo() is None
    assert workspace.operations.redo() is None
    assert workspace.operations.undo_state == UndoState(None, None)


def test_something_new_ends_what_could_be_redone(workspace, board):
    workspace.books.add(a_card(board))
    workspace.operations.undo()

    workspace.books.add(a_card(board))

    assert workspace.operations.undo_state == UndoState("add-card", None)


def test_what_is_not_to_be_undone_is_passed_over(workspace, board):
    workspace.operations.perform("start", lambda operation: operation.add(a_workshop()), undoable=False)

    assert workspace.operations.undo_state.undo == "add-workshop"


def test_undoing_the_deletion_of_a_board_brings_its_cards_back(workspace, board):
    cards = [a_card(board, f"Card {number}") for number in range(3)]
    workspace.books.add(*cards)
    before = list(workspace.records(board.workshop))

    workspace.books.delete(Board, board.id)
    without = workspace.records(board.workshop)
    workspace.operations.undo()

    assert without.where(Board) == without.where(Card) == []
    assert list(workspace.records(board.workshop)) == before


def test_undo_that_would_overwrite_a_newer_change_is_refused_and_that_change_stays(
    workspace, board, open_here, database_file
):
    card = a_card(board)
    workspace.books.add(card)
    workspace.books.edit(Card, card.id, text=text("Mine"))
    elsewhere = open_here(database_file)
    elsewhere.books.edit(Card, card.id, text=text("Theirs"))

    with pytest.raises(Conflict) as refused:
        workspace.operations.undo()

    assert refused.value.key == "changed-by-somebody-else"
    assert workspace.records(board.workshop).get(Card, card.id).text == text("Theirs")
    assert workspace.operations.undo_state.undo == "add-card"


def test_undo_puts_back_only_the_field_it_changed_when_somebody_changed_another(
    workspace, board, open_here, database_file
):
    card = a_card(board, "Before")
    workspace.books.add(card)
    workspace.books.edit(Card, card.id, text=text("Mine"))
    open_here(database_file).books.edit(Card, card.id, kind=Kind.QUESTION)

    workspace.operations.undo()

    found = workspace.records(board.workshop).get(Card, card.id)
    assert (found.text, found.kind) == (text("Before"), Kind.QUESTION)


def test_undoing_a_new_card_that_somebody_changed_is_refused(workspace, board, open_here, database_file):
    card = a_card(board)
    workspace.books.add(card)
    open_here(database_file).books.edit(Card, card.id, text=text("Theirs"))

    with pytest.raises(Conflict):
        workspace.operations.undo()

    assert workspace.records(board.workshop).get(Card, card.id).text == text("Theirs")


def test_undoing_a_new_board_on_which_somebody_put_a_card_is_refused(workspace, open_here, database_file):
    workshop = a_workshop()
    session = a_session(workshop)
    workspace.books.add(workshop, session)
    board = a_board(session)
    workspace.books.add(board)
    open_here(database_file).books.add(a_card(board))

    with pytest.raises(Conflict):
        workspace.operations.undo()

    assert len(workspace.records(workshop.id).where(Card, board=board.id)) == 1


def test_redoing_the_deletion_of_a_board_on_which_somebody_put_a_card_is_refused(
    workspace, board, open_here, database_file
):
    workspace.books.delete(Board, board.id)
    workspace.operations.undo()
    open_here(database_file).books.add(a_card(board))

    with pytest.raises(Conflict):
        workspace.operations.redo()

    assert workspace.records(board.workshop).get(Board, board.id) is not None


def test_a_card_does_not_come_back_onto_a_board_that_somebody_deleted(
    workspace, board, open_here, database_file
):
    card = a_card(board)
    workspace.books.add(card)
    workspace.books.delete(Card, card.id)
    open_here(database_file).books.delete(Board, board.id)

    with pytest.raises(Conflict):
        workspace.operations.undo()

    assert workspace.records(board.workshop).where(Card) == []


def test_after_a_refused_undo_the_one_before_can_still_be_undone(workspace, board, open_here, database_file):
    first, second = a_card(board, "First"), a_card(board, "Second")
    workspace.books.add(first)
    workspace.books.add(second)
    open_here(database_file).books.edit(Card, second.id, text=text("Theirs"))
    with pytest.raises(Conflict):
        workspace.operations.undo()

    workspace.operations.undo()

    assert [card.id for card in workspace.records(board.workshop).where(Card)] == [second.id]
