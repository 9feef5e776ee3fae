"""One intention is one transaction is one message, told after it is on disk, to all who listen."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace

import pytest

from facilitator.bootstrap import open_workspace
from facilitator.domain.cards import Board, Card
from facilitator.domain.changes import ChangeSet, Origin, Way
from facilitator.domain.cycles import Workshop
from facilitator.domain.drafts import Draft
from facilitator.domain.errors import Conflict, InvalidInput, NotFound
from facilitator.domain.people import Person
from tests.builders import a_board, a_card, a_person, a_session, a_workshop, text


@pytest.fixture
def board(workspace):
    """A board that is stored, with its session and workshop."""
    workshop = a_workshop()
    session = a_session(workshop)
    board = a_board(session)
    workspace.books.add(workshop, session, board)
    return board


@pytest.fixture
def told(workspace):
    """Everything that this workspace has told since."""
    heard: list[ChangeSet] = []
    workspace.operations.listen(heard.append)
    return heard


def rows_in(file, table):
    """Return how many rows of a table are committed, as any program would see them."""
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def test_an_operation_is_told_once_with_all_its_changes(workspace, board, told):
    first, second = a_card(board, "First"), a_card(board, "Second")

    done = workspace.books.add(first, second)

    assert told == [done]
    assert [change.record.id for change in done.changes] == [first.id, second.id]
    assert done.label == "add-card"
    assert done.origin is Origin.HERE


def test_a_listener_sees_what_it_is_told_already_committed(workspace, board, database_file):
    seen = []
    workspace.operations.listen(lambda _: seen.append(rows_in(database_file, "cards")))

    workspace.books.add(a_card(board))

    assert seen == [1]


def test_an_operation_that_fails_halfway_stores_nothing_and_tells_nobody(
    workspace, board, told, database_file
):
    logged = rows_in(database_file, "change_log")

    def change(operation):
        operation.add(a_card(board))
        raise InvalidInput("card-empty")

    with pytest.raises(InvalidInput):
        workspace.operations.perform("add-card", change)

    assert told == []
    assert rows_in(database_file, "cards") == 0
    assert rows_in(database_file, "change_log") == logged
    assert workspace.operations.undo_state.undo == "add-workshop"


def test_an_operation_that_changes_nothing_is_not_told_nor_undone(workspace, board, told):
    workspace.books.edit(Board, board.id, question=board.question)

    assert told == []
    assert workspace.operations.undo_state.undo == "add-workshop"


def test_a_listener_that_fails_hides_nothing_from_the_others(workspace, board, told, monkeypatch):
    reported = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: reported.append(error))
    heard: list[ChangeSet] = []

    def fails(changes):
        raise ZeroDivisionError

    workspace.operations.listen(fails)
    workspace.operations.listen(heard.append)

    done = workspace.books.add(a_card(board))

    assert told == heard == [done]
    assert [type(error) for error in reported] == [ZeroDivisionError]


def test_whoever_stops_listening_hears_no_more(workspace, board):
    heard: list[ChangeSet] = []
    stop = workspace.operations.listen(heard.append)

    stop()
    workspace.books.add(a_card(board))

    assert heard == []


def test_a_record_says_when_and_by_whom_it_was_made_and_changed(workspace, board, clock):
    writer, editor = a_person("Writer"), a_person("Editor")
    workspace.books.add(writer, editor)
    workspace.work_as(writer.id)
    made = clock.now()
    card = a_card(board)
    workspace.books.add(card)
    workspace.work_as(editor.id)

    changed = clock.tick(60)
    workspace.books.edit(Card, card.id, position=4)

    found = workspace.records(board.workshop).get(Card, card.id)
    assert (found.created_at, found.created_by) == (made, writer.id)
    assert (found.changed_at, found.changed_by) == (changed, editor.id)


def test_a_record_that_brings_its_stamps_keeps_them(workspace, board, clock):
    earlier = clock.now()
    clock.tick(3600)

    workspace.books.add(a_card(board, created_at=earlier, changed_at=earlier))

    [found] = workspace.records(board.workshop).where(Card)
    assert (found.created_at, found.changed_at) == (earlier, earlier)


def test_a_card_for_a_board_that_is_gone_is_refused(workspace, board, told, database_file):
    workspace.books.delete(Board, board.id)
    told.clear()

    with pytest.raises(NotFound):
        workspace.books.add(a_card(board))

    assert told == []
    assert rows_in(database_file, "cards") == 0


def test_a_board_that_never_was_takes_no_card(workspace):
    with pytest.raises(NotFound):
        workspace.books.add(a_card(a_board(a_session(a_workshop()))))


def test_a_record_is_stored_once(workspace, board):
    card = a_card(board)
    workspace.books.add(card)

    with pytest.raises(Conflict) as refused:
        workspace.books.add(replace(card, text=text("Again")))

    assert refused.value.key == "record-exists"


def test_a_key_that_leads_nowhere_is_refused(workspace, board):
    with pytest.raises(Conflict) as refused:
        workspace.books.add(a_card(board, author=a_person().id))

    assert refused.value.key == "record-in-use"


def test_another_program_s_operation_arrives_with_all_that_it_was(workspace, board, open_here, database_file):
    elsewhere = open_here(database_file)
    heard: list[ChangeSet] = []
    elsewhere.operations.listen(heard.append)

    done = workspace.books.add(a_card(board))
    found = elsewhere.operations.poll()

    assert found == heard == [replace(done, origin=Origin.ELSEWHERE)]
    assert elsewhere.operations.poll() == []
    assert workspace.operations.poll() == []


def test_operations_of_several_programs_arrive_in_the_order_they_were_committed(
    workspace, board, open_here, database_file
):
    second, third = open_here(database_file), open_here(database_file)

    labels = []
    for number, writer in enumerate([workspace, third, workspace, third]):
        labels.append(
            writer.operations.perform(f"step-{number}", lambda operation: operation.add(a_card(board))).label
        )

    assert [changes.label for changes in second.operations.poll()] == labels


def test_a_draft_kept_by_another_program_is_no_news(workspace, open_here, database_file):
    elsewhere = open_here(database_file)

    workspace.keep_draft(Draft("capture", "half a tho"))

    assert elsewhere.operations.poll() == []


def test_what_another_process_writes_is_told_here(workspace, board, database_file):
    program = (
        "import sys\n"
        "from facilitator.bootstrap import open_workspace\n"
        "from tests.builders import a_person\n"
        "with open_workspace(sys.argv[1]) as workspace:\n"
        "    workspace.books.add(a_person('From elsewhere'))\n"
    )

    subprocess.run([sys.executable, "-c", program, str(database_file)], check=True, timeout=60)

    [changes] = workspace.operations.poll()
    assert changes.label == "add-person"
    assert [change.after.full_name for change in changes.of(Person)] == ["From elsewhere"]


def test_what_was_undone_elsewhere_is_followed_here(workspace, board, open_here, database_file):
    card = a_card(board)
    workspace.books.add(card)
    elsewhere = open_here(database_file)

    elsewhere.operations.undo()
    [found] = workspace.operations.poll()

    assert found.way is Way.UNDO
    assert workspace.operations.undo_state.undo == "add-workshop"
    assert workspace.operations.undo_state.redo == "add-card"
    workspace.operations.redo()
    assert workspace.records(board.workshop).get(Card, card.id) is not None


def test_reading_shows_one_picture_while_another_program_writes(workspace, board, open_here, database_file):
    elsewhere = open_here(database_file)

    with workspace.database.work.reading() as reading:
        before = reading.where(Card)
        elsewhere.books.add(a_card(board))
        during = reading.where(Card)

    assert before == during == []
    assert len(workspace.records(board.workshop).where(Card)) == 1


def test_a_workspace_reads_only_the_workshop_that_it_is_asked_for(workspace, board):
    other = a_workshop()
    workspace.books.add(other)

    shared = workspace.records(None)

    assert {type(record) for record in workspace.records(other.id)} == {Workshop}
    assert len(shared.where(Workshop)) == 2


def test_closing_a_workspace_leaves_one_file(tmp_path):
    file = tmp_path / "new" / "workshops.sqlite"

    open_workspace(file).close()

    assert [each.name for each in file.parent.iterdir()] == [file.name]
