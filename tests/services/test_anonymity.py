"""An anonymous board keeps its promise: once its cards are read out, nothing tells who came when, or after whom."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.domain.cards import BoardMode, Card, Cluster, Phase
from facilitator.domain.drafts import Draft
from facilitator.domain.errors import CannotWrite
from facilitator.domain.ids import CardId
from facilitator.services.checking import check_database
from facilitator.services.wall import NewCard
from tests import builders as make
from tests.builders import text

COUNT = 24


class Collecting:
    """A workspace in which people write cards that nobody is to trace, a minute apart."""

    def __init__(self, workspace, clock):
        self.workspace, self.clock = workspace, clock
        workshop = make.a_workshop()
        self.session = make.a_session(workshop)
        self.board = make.a_board(self.session, mode=BoardMode.ANONYMOUS)
        self.marisol = make.a_person("Marisol Ejemplo")
        for record in (workshop, self.marisol, self.session, self.board):
            workspace.books.add(record)
        self.times: list[str] = []

    def write(self, words, **fields):
        self.times.append(self.clock.tick(67).isoformat()[:19])
        card = NewCard(text=text(words), author=self.marisol.id, **fields)
        self.workspace.keep_draft(Draft("capture", words[:-1], self.board.workshop))  # as it was half typed
        self.workspace.wall.add_card(self.session.id, card)
        self.workspace.keep_draft(Draft("capture", "", self.board.workshop))

    def write_many(self):
        for number in range(COUNT):
            self.write(f"Dicho número {number:02}")

    def reveal(self):
        self.clock.tick(180)
        self.workspace.wall.set_phase(self.board.id, Phase.READ_OUT)

    @property
    def cards(self):
        return self.workspace.records(self.board.workshop).where(Card)


@pytest.fixture
def collecting(workspace, clock):
    return Collecting(workspace, clock)


def everything_in(path: Path) -> bytes:
    return b"".join(each.read_bytes() for each in sorted(path.parent.glob(f"{path.name}*")))


def rows(path, query, *values):
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query, values).fetchall()


def test_before_they_are_read_out_the_last_card_can_be_found_and_undone(collecting):
    collecting.write_many()

    last = max(collecting.cards, key=lambda card: card.came)
    collecting.workspace.operations.undo()

    assert last.text.text == f"Dicho número {COUNT - 1:02}"
    assert len(collecting.cards) == COUNT - 1


def test_once_read_out_no_byte_of_the_file_tells_when_a_card_came_or_from_whom(collecting, database_file):
    collecting.write_many()
    collecting.clock.tick(300)
    some = collecting.cards[5]
    collecting.workspace.wall.reword(some.id, text("Dicho de otro modo"))
    collecting.workspace.wall.delete_cards([collecting.cards[9].id])

    collecting.reveal()

    found = everything_in(database_file)
    assert not [time for time in collecting.times if time.encode() in found]
    for card in collecting.cards:
        assert card.author is None
        assert card.created_by is None
        assert str(collecting.marisol.id) not in str(card)
    assert some.text.text.encode() not in found
    assert {card.came[0] for card in collecting.cards} == {collecting.clock.now().timestamp()}


def test_once_read_out_no_order_is_left_of_cards_rows_places_or_steps(collecting, database_file):
    collecting.write_many()
    came = [str(card.id) for card in sorted(collecting.cards, key=lambda card: card.came)]

    collecting.reveal()

    in_file = [key for (key,) in rows(database_file, "SELECT id FROM cards ORDER BY rowid")]
    by_place = [key for (key,) in rows(database_file, "SELECT id FROM cards ORDER BY position")]
    by_step = [
        key
        for (key,) in rows(database_file, "SELECT record FROM change_log WHERE list = 'cards' ORDER BY seq")
    ]
    by_key = sorted(came)
    for order in (in_file, by_place, by_step, by_key):
        assert sorted(order) == sorted(came)
        assert order not in (came, came[::-1])


def test_the_keys_of_anonymous_cards_hold_no_time(collecting):
    collecting.write_many()

    assert {card.id.version for card in collecting.cards} == {4}


def test_no_step_before_is_undone_or_told_any_more_and_later_ones_are(collecting, database_file):
    collecting.write_many()
    collecting.reveal()

    labels = rows(database_file, "SELECT DISTINCT label FROM change_log WHERE list = 'cards'")
    assert labels == [("reveal-cards",)]
    before = collecting.cards
    collecting.workspace.operations.undo()  # the phase, which came after
    assert collecting.workspace.operations.undo_state.undo == "add-board"
    assert collecting.cards == before


def test_cards_that_come_later_are_mixed_among_themselves_and_the_order_made_since_stays(collecting):
    collecting.write_many()
    collecting.reveal()
    ordered = sorted(collecting.cards, key=lambda card: card.position)
    for number in range(4):
        collecting.write(f"Después {number}")

    collecting.clock.tick(120)
    collecting.workspace.wall.set_phase(collecting.board.id, Phase.CLUSTER)

    now = sorted(collecting.cards, key=lambda card: card.position)
    assert [card.id for card in now[:COUNT]] == [card.id for card in ordered]
    assert len({card.came[0] for card in now}) == 1


def test_revealing_again_changes_nothing(collecting):
    collecting.write_many()
    collecting.reveal()
    before = collecting.cards

    assert collecting.workspace.wall.anonymity.reveal(collecting.board.id) is None
    assert collecting.cards == before


def test_neither_a_slip_that_was_undone_nor_one_in_the_bin_tells_when_its_words_came(
    collecting, database_file
):
    collecting.write_many()
    collecting.write("Mal escrito A")
    collecting.workspace.operations.undo()
    collecting.write("Mal escrito B")
    slip = next(card for card in collecting.cards if card.text.text == "Mal escrito B")
    collecting.workspace.wall.delete_cards([slip.id])
    collecting.write("Bien escrito")

    collecting.reveal()

    found = everything_in(database_file)
    assert not [time for time in collecting.times if time.encode() in found]
    assert b"Mal escrito A" not in found


def test_of_cards_that_were_all_undone_nothing_stays(collecting, database_file):
    collecting.write("Lo pensé mejor")
    collecting.workspace.operations.undo()

    collecting.reveal()

    found = everything_in(database_file)
    assert collecting.times[0].encode() not in found
    assert "Lo pensé mejor".encode() not in found


def test_a_card_withdrawn_afterwards_tells_in_no_file_when_it_came_or_from_whom(collecting, database_file):
    collecting.write_many()
    collecting.reveal()
    collecting.clock.tick(60)
    going = collecting.cards[4]

    collecting.workspace.wall.delete_cards([going.id])

    found = everything_in(database_file)
    assert going.text.text.encode() in found
    assert not [time for time in collecting.times if time.encode() in found]
    said_of_it = rows(
        database_file,
        "SELECT ifnull(before, '') || ifnull(after, '') FROM change_log WHERE record = ?",
        str(going.id),
    )
    assert said_of_it
    assert not [said for (said,) in said_of_it if str(collecting.marisol.id) in said]


def test_a_file_that_could_not_be_cleaned_is_cleaned_the_next_time(collecting, database_file):
    collecting.write_many()
    with closing(sqlite3.connect(database_file)) as other_program:
        other_program.execute("BEGIN")
        other_program.execute("SELECT * FROM cards").fetchall()
        with pytest.raises(CannotWrite):
            collecting.reveal()

    collecting.workspace.wall.set_phase(collecting.board.id, Phase.CLUSTER)

    found = everything_in(database_file)
    assert not [time for time in collecting.times if time.encode() in found]


def test_the_order_that_the_room_makes_afterwards_stays_and_can_be_undone(collecting):
    collecting.write_many()
    collecting.reveal()
    board, wall = collecting.board.id, collecting.workspace.wall
    keys = [card.id for card in collecting.cards[:6]]
    wall.make_cluster(board, text("Agua"))
    [cluster] = collecting.workspace.records(collecting.board.workshop).where(Cluster)
    wall.move(keys, cluster.id)

    wall.set_phase(board, Phase.VOTE)

    inside = [card for card in collecting.cards if card.cluster == cluster.id]
    assert [card.id for card in sorted(inside, key=lambda card: card.position)] == keys
    collecting.workspace.operations.undo()  # the phase
    collecting.workspace.operations.undo()
    assert not [card for card in collecting.cards if card.cluster]


def test_a_board_that_keeps_authors_keeps_its_order_and_its_undo(workspace, clock):
    collecting = Collecting(workspace, clock)
    open_board = make.a_board(collecting.session, position=5)
    workspace.books.add(open_board)
    collecting.write("Con nombre", board=open_board.id)
    before = collecting.cards

    workspace.wall.set_phase(open_board.id, Phase.READ_OUT)

    assert collecting.cards == before
    assert collecting.cards[0].author == collecting.marisol.id


def test_votes_merges_and_clusters_hold_through_it(collecting):
    collecting.write_many()
    first, second, third, *_ = collecting.cards
    collecting.workspace.wall.merge([second.id], first.id)
    collecting.workspace.wall.make_cluster(collecting.board.id, text("Agua"), [first.id, third.id])

    collecting.reveal()

    now = {card.id: card for card in collecting.cards}
    assert now[second.id].merged_into == first.id
    assert now[CardId(first.id)].cluster == now[third.id].cluster
    assert check_database(collecting.workspace.database).findings == ()


def test_closing_the_workshop_reveals_what_was_never_read_out(collecting, database_file):
    collecting.write_many()

    collecting.clock.tick(60)
    collecting.workspace.close_workshop(collecting.board.workshop)

    assert not [time for time in collecting.times if time.encode() in everything_in(database_file)]
