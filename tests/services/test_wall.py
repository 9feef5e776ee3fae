"""What can be done with cards, each gesture one operation that one undo takes back."""

import pytest

from facilitator.domain.boards import dots_by_option
from facilitator.domain.cards import (
    Board,
    BoardMode,
    Card,
    CardKind,
    CardStatus,
    Cluster,
    Kind,
    Phase,
    Vote,
    Voting,
)
from facilitator.domain.errors import Conflict, InvalidInput
from facilitator.domain.ids import BoardId, CardKindId, new_id
from facilitator.domain.notes import Agreement, ParkingItem
from facilitator.services.wall import NewCard
from tests import builders as make
from tests.builders import text


@pytest.fixture
def session(workspace):
    """A session of a running workshop."""
    workshop = make.a_workshop()
    session = make.a_session(workshop)
    workspace.books.add(workshop)
    workspace.books.add(session)
    return session


@pytest.fixture
def board(workspace, session):
    """A board with authors in the session."""
    board = make.a_board(session)
    workspace.books.add(board)
    return board


@pytest.fixture
def stored(workspace, board):
    """Read a class of the workshop's records as they are stored now."""

    def read(kind, **fields):
        return workspace.records(board.workshop).where(kind, **fields)

    return read


@pytest.fixture
def cards(workspace, session, board):
    """Four loose cards, A to D."""
    workspace.wall.add_cards(session.id, [NewCard(text=text(words)) for words in "ABCD"])
    return workspace.records(board.workshop).where(Card, board=board.id)


def order(stored, cluster):
    """Return what the cards of a cluster say, in the order kept by hand."""
    cards = stored(Card, cluster=cluster, status=CardStatus.ACTIVE)
    return "".join(each.text.text for each in sorted(cards, key=lambda each: each.position))


def test_a_new_card_goes_into_the_cluster_that_was_named(workspace, session, board, stored):
    cluster = make.a_cluster(board)
    workspace.books.add(cluster)

    workspace.wall.add_card(session.id, NewCard(text=text("More breaks"), cluster=cluster.id))

    [card] = stored(Card)
    assert card.cluster == cluster.id


def test_a_new_card_goes_on_the_board_that_was_named_and_not_on_the_latest(workspace, session, board, stored):
    workspace.wall.boards.add(session.id, BoardId(new_id()))

    workspace.wall.add_card(session.id, NewCard(text=text("More breaks"), board=board.id))

    [card] = stored(Card)
    assert card.board == board.id


def test_an_anonymous_board_keeps_no_author(workspace, session, board, stored):
    workspace.wall.boards.set_mode(board.id, BoardMode.ANONYMOUS)
    person = make.a_person()
    workspace.books.add(person)

    workspace.wall.add_card(session.id, NewCard(text=text("Too long"), author=person.id))

    [card] = stored(Card)
    assert card.author is None


def test_moved_cards_stand_before_the_one_they_were_dropped_on(workspace, board, cards, stored):
    cluster = make.a_cluster(board)
    workspace.books.add(cluster)
    a, b, c, d = (each.id for each in cards)
    workspace.wall.move([a, b, c], cluster.id)

    workspace.wall.move([d], cluster.id, before=b)

    assert order(stored, cluster.id) == "ADBC"


def test_one_undo_takes_back_a_move_of_several_cards(workspace, board, cards, stored):
    cluster = make.a_cluster(board)
    workspace.books.add(cluster)
    workspace.wall.move([each.id for each in cards], cluster.id)

    workspace.operations.undo()

    assert order(stored, None) == "ABCD"


def test_a_card_cannot_go_into_a_cluster_of_another_board(workspace, session, cards):
    other = make.a_board(session)
    elsewhere = make.a_cluster(other)
    workspace.books.add(other)
    workspace.books.add(elsewhere)

    with pytest.raises(Conflict) as refused:
        workspace.wall.move([cards[0].id], elsewhere.id)

    assert refused.value.key == "cluster-on-another-board"


def test_merged_cards_come_back_where_the_card_that_spoke_for_them_stands_now(
    workspace, board, cards, stored
):
    cluster = make.a_cluster(board)
    workspace.books.add(cluster)
    a, b, *_ = (each.id for each in cards)
    workspace.wall.merge([b], a)
    workspace.wall.move([a], cluster.id)

    workspace.wall.unmerge(a)

    assert sorted(order(stored, cluster.id)) == ["A", "B"]


def test_deleting_a_card_gives_back_what_was_merged_into_it(workspace, cards, stored):
    a, b, *_ = (each.id for each in cards)
    workspace.wall.merge([b], a)

    workspace.wall.delete_cards([a])

    assert order(stored, None) == "BCD"


def test_a_deleted_card_takes_its_dots_along_and_undo_brings_both_back(workspace, cards, stored):
    workspace.wall.count_dots(cards[0].id, 3)
    workspace.wall.delete_cards([cards[0].id])
    left = stored(Vote)

    workspace.operations.undo()

    assert left == []
    assert [vote.dots for vote in stored(Vote)] == [3]


def test_dissolving_a_cluster_loses_no_card(workspace, board, cards, stored):
    workspace.wall.make_cluster(board.id, text("Together"), [each.id for each in cards])
    [cluster] = stored(Cluster)

    workspace.wall.dissolve_cluster(cluster.id)

    assert stored(Cluster) == []
    assert order(stored, None) == "ABCD"


def test_more_dots_than_were_given_are_refused(workspace, board, cards, stored):
    workspace.wall.set_voting(board.id, Voting(dots_per_person=3, voters=2))
    workspace.wall.count_dots(cards[0].id, 5)

    with pytest.raises(InvalidInput) as refused:
        workspace.wall.count_dots(cards[1].id, 2)

    assert refused.value.key == "too-many-dots"
    assert [vote.dots for vote in stored(Vote)] == [5]


def test_no_card_gets_more_than_the_rule_allows(workspace, board, cards):
    workspace.wall.set_voting(board.id, Voting(dots_per_person=3, voters=2, max_per_card=1))

    with pytest.raises(InvalidInput) as refused:
        workspace.wall.count_dots(cards[0].id, 3)

    assert refused.value.details["limit"] == 2


def test_a_count_on_a_merged_card_is_the_count_of_all_it_speaks_for(workspace, board, cards, stored):
    a, b, *_ = (each.id for each in cards)
    workspace.wall.count_dots(a, 2)
    workspace.wall.count_dots(b, 3)
    workspace.wall.merge([b], a)

    workspace.wall.count_dots(a, 4)

    assert dots_by_option(workspace.records(board.workshop), board.id) == {a: 4}


def test_dots_can_be_counted_on_a_cluster(workspace, board, stored):
    cluster = make.a_cluster(board)
    workspace.books.add(cluster)

    workspace.wall.count_dots(cluster.id, 4)

    assert dots_by_option(workspace.records(board.workshop), board.id) == {cluster.id: 4}


def test_a_rule_that_the_counted_dots_break_is_refused(workspace, board, cards, stored):
    workspace.wall.count_dots(cards[0].id, 9)

    with pytest.raises(InvalidInput) as refused:
        workspace.wall.set_voting(board.id, Voting(dots_per_person=2, voters=4))

    assert refused.value.details == {"dots": 9, "limit": 8}
    assert stored(Board)[0].voting is None


def test_ending_a_vote_takes_its_dots_away_until_undone(workspace, board, cards, stored):
    workspace.wall.set_voting(board.id, Voting(dots_per_person=2, voters=4))
    workspace.wall.count_dots(cards[0].id, 3)
    workspace.wall.set_voting(board.id, None)
    after = stored(Vote)

    workspace.operations.undo()

    assert after == []
    assert stored(Board)[0].voting == Voting(dots_per_person=2, voters=4)
    assert [vote.dots for vote in stored(Vote)] == [3]


def test_dots_of_cards_merged_in_a_circle_are_still_counted(workspace, board):
    a = make.a_card(board)
    b = make.a_card(board, status=CardStatus.MERGED, merged_into=a.id)
    workspace.books.add(make.a_card(board, id=a.id, status=CardStatus.MERGED, merged_into=b.id), b)
    workspace.books.add(make.a_vote(a, 2))

    dots = dots_by_option(workspace.records(board.workshop), board.id)

    assert sum(dots.values()) == 2


def test_a_board_whose_cards_name_people_does_not_become_anonymous(workspace, session, board):
    person = make.a_person()
    workspace.books.add(person)
    workspace.wall.add_card(session.id, NewCard(text=text("Mine"), author=person.id))

    with pytest.raises(InvalidInput) as refused:
        workspace.wall.boards.set_mode(board.id, BoardMode.ANONYMOUS)

    assert refused.value.key == "board-names-authors"


def test_what_was_written_anonymously_stays_so(workspace, session, board, stored):
    workspace.wall.boards.set_mode(board.id, BoardMode.ANONYMOUS)
    workspace.wall.add_card(session.id, NewCard(text=text("Nobody knows")))

    with pytest.raises(InvalidInput) as refused:
        workspace.wall.boards.set_mode(board.id, BoardMode.OPEN)

    assert refused.value.key == "board-promised-anonymity"
    assert stored(Board)[0].mode is BoardMode.ANONYMOUS


def test_a_new_board_asks_what_its_session_asks(workspace, session, board, stored):
    key = BoardId(new_id())

    workspace.wall.boards.add(session.id, key)

    added = next(each for each in stored(Board) if each.id == key)
    assert added.question == session.title
    assert added.position > board.position


def test_a_cluster_moves_back_one_place(workspace, board, stored):
    workspace.books.add(*(make.a_cluster(board, name, position=n) for n, name in enumerate("XYZ")))
    [x] = [each for each in stored(Cluster) if each.title.text == "X"]

    workspace.wall.boards.move_cluster(x.id, 1)

    ordered = sorted(stored(Cluster), key=lambda each: each.position)
    assert [each.title.text for each in ordered] == ["Y", "X", "Z"]


def test_cards_of_a_deleted_kind_become_what_it_looked_like(workspace, board, stored):
    kind = CardKind(id=CardKindId(new_id()), workshop=board.workshop, label=text("Promise"), like=Kind.WORKS)
    workspace.books.add(kind)
    workspace.books.add(make.a_card(board, kind=Kind.NOTE, own_kind=kind.id))

    workspace.wall.boards.delete_kind(kind.id)

    [card] = stored(Card)
    assert (card.kind, card.own_kind) == (Kind.WORKS, None)


def test_cards_become_agreements_once_and_in_one_step(workspace, cards, stored):
    workspace.wall.outcomes.to_agreements([each.id for each in cards[:2]])
    workspace.wall.outcomes.to_agreements([each.id for each in cards[:3]])
    agreed = stored(Agreement)

    workspace.operations.undo()

    assert [(each.number, each.text.text) for each in agreed] == [(1, "A"), (2, "B"), (3, "C")]
    assert len(stored(Agreement)) == 2


def test_parked_cards_name_their_session(workspace, session, cards, stored):
    workspace.wall.outcomes.to_parking_lot([cards[0].id])

    [parked] = stored(ParkingItem)
    assert (parked.text.text, parked.session) == ("A", session.id)


def test_to_conclude_closes_the_vote_and_one_undo_opens_both_again(workspace, board, cards, stored):
    workspace.wall.set_voting(board.id, Voting(dots_per_person=3, voters=4, closed=False))
    workspace.wall.set_phase(board.id, Phase.VOTE)

    workspace.wall.set_phase(board.id, Phase.CONCLUDE)
    [concluded] = stored(Board)
    workspace.operations.undo()

    [back] = stored(Board)
    assert (concluded.phase, concluded.voting.closed) == (Phase.CONCLUDE, True)
    assert (back.phase, back.voting.closed) == (Phase.VOTE, False)
