"""The wall on stage follows what changes, and is at every moment what it would be if it were composed anew."""

import datetime as dt
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.cards import Board, Card, CardStatus, Cluster, Vote, Voting
from facilitator.domain.changes import Change, ChangeSet
from facilitator.domain.ids import BoardId, CardId, ClusterId, OperationId, new_id, unordered_id
from facilitator.domain.records import Records
from facilitator.services.stage import Composer, StageChoice, compose
from facilitator.services.stage_wall import between
from tests.afternoon import Afternoon, said

NOON = dt.datetime(2014, 2, 6, 18, 0, tzinfo=dt.UTC)

ACTS = ("comes", "moves", "is reworded", "is hidden", "is merged", "goes", "is clustered", "is freed", "told")


class Wall:
    """A board on stage, and its records."""

    def __init__(self, cards: int = 0) -> None:
        self.afternoon = Afternoon()
        self.afternoon.others += [self.card(n) for n in range(cards)]
        self.records = Records(self.afternoon.records())
        self.choice = StageChoice("cards", board=self.afternoon.board.id)
        self._composer = Composer()

    def card(self, number: int, **fields) -> Card:
        """Return a card with a number for a text."""
        return self.afternoon.card(f"Card {number}", position=number, **fields)

    def change(self, before, after) -> None:
        """Let one record be another."""
        changes = (Change(before, after),)
        at = NOON + dt.timedelta(minutes=1)
        self.records.apply(
            ChangeSet(operation=OperationId(new_id()), label="edit-card", at=at, changes=changes)
        )

    def followed(self):
        """Return what the stage shows, having shown what was before."""
        return self._composer.compose(
            self.records, self.choice, workshop=self.afternoon.workshop.id, now=NOON
        )

    def anew(self):
        """Return what the stage shows when it shows the board for the first time."""
        return compose(self.records, self.choice, workshop=self.afternoon.workshop.id, now=NOON)

    def texts(self):
        """Return the words of all cards, cluster by cluster."""
        return [[card.text for card in cluster.cards] for cluster in self.followed().clusters]

    def act(self, act: str, card: Card | None, number: int) -> None:
        """Let something happen on the board."""
        clusters = self.records.where(Cluster, board=self.afternoon.board.id)
        chosen = clusters[number % len(clusters)] if clusters else None
        match act:
            case "comes":
                key = CardId(unordered_id())  # as on an anonymous board: its key tells nothing of its turn
                self.change(None, replace(self.card(number), id=key, position=number % 3))
            case "is clustered":
                self.change(None, self.cluster(number))
            case "is freed" if chosen is not None:
                self.change(chosen, None)  # as undo can leave it: its cards name a cluster that is gone
            case "told":
                self.tell()
            case "goes" if card is not None:
                self.change(card, None)
            case _ if card is not None:
                self.change(card, replace(card, **_changed(act, card, chosen, number)))

    def cluster(self, number: int) -> Cluster:
        """Return a new cluster of the board."""
        return Cluster(
            id=ClusterId(new_id()),
            workshop=self.afternoon.workshop.id,
            board=self.afternoon.board.id,
            title=said(f"Cluster {number}"),
            position=number,
        )

    def tell(self) -> None:
        """Close the vote, or open it again."""
        board = self.records.get(Board, self.afternoon.board.id) or self.afternoon.board
        rule = Voting(dots_per_person=9, voters=9, closed=not (board.voting and board.voting.closed))
        self.change(board, replace(board, voting=rule))

    def give(self, card: Card, dots: int) -> None:
        """Give dots to a card."""
        vote = Vote(id=new_id(), workshop=card.workshop, board=card.board, on=card.id, dots=dots)
        self.change(None, vote)


def _changed(act: str, card: Card, cluster: Cluster | None, number: int) -> dict[str, Any]:
    match act:
        case "moves":
            return {"position": number, "cluster": cluster.id if cluster is not None else None}
        case "is reworded":
            return {"text": said(f"Now {number}")}
        case "is hidden":
            return {"hidden_on_stage": not card.hidden_on_stage}
        case _:
            return {"status": CardStatus.MERGED if card.status is CardStatus.ACTIVE else CardStatus.ACTIVE}


@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 11)), max_size=40))
def test_a_wall_that_follows_shows_what_a_wall_composed_anew_shows(happenings):
    wall = Wall(cards=6)
    wall.give(wall.records.where(Card, board=wall.afternoon.board.id)[3], 2)
    shown = [(wall.followed(), wall.anew())]

    for act, number in happenings:
        cards = wall.records.where(Card, board=wall.afternoon.board.id)
        wall.act(act, cards[number % len(cards)] if cards else None, number)
        shown.append((wall.followed(), wall.anew()))

    assert all(followed == anew for followed, anew in shown)


def test_a_card_that_comes_leaves_those_that_are_on_stage_as_they_are():
    wall = Wall(cards=50)
    before = wall.followed().clusters[0].cards

    wall.change(None, wall.card(50))
    after = wall.followed().clusters[0].cards

    assert [card.text for card in after] == [f"Card {n}" for n in range(51)]
    assert all(old is new for old, new in zip(before, after, strict=False))


def test_cards_in_the_same_place_stand_by_their_keys_whichever_came_first():
    wall = Wall()
    first, second, third = sorted((wall.card(n) for n in range(3)), key=lambda each: each.id.int)

    for card in (third, first, second):
        wall.change(None, replace(card, position=0))
        wall.followed()

    assert wall.texts() == [[first.text.text, second.text.text, third.text.text]]


def test_cards_with_as_many_dots_keep_their_order_and_those_with_more_come_first():
    wall = Wall(cards=4)
    cards = wall.records.where(Card, board=wall.afternoon.board.id)
    wall.followed()

    for card, dots in zip(cards, (1, 3, 1, 3), strict=True):
        wall.give(card, dots)
    secret = wall.texts()
    wall.tell()
    told = wall.texts()

    assert secret == [["Card 0", "Card 1", "Card 2", "Card 3"]]
    assert told == [["Card 1", "Card 3", "Card 0", "Card 2"]]


def test_cards_of_a_cluster_that_is_gone_are_loose_and_go_back_when_it_comes_back():
    wall = Wall(cards=1)
    cluster = wall.cluster(7)
    wall.change(None, cluster)
    wall.change(None, wall.card(1, cluster=cluster.id))
    together = wall.texts()

    wall.change(cluster, None)
    alone = wall.texts()
    wall.change(None, cluster)

    assert together == [["Card 1"], ["Card 0"]]
    assert alone == [["Card 0", "Card 1"]]
    assert wall.texts() == together


def test_two_boards_shown_in_turns_keep_their_cards_apart():
    wall = Wall(cards=2)
    other = replace(wall.afternoon.board, id=BoardId(new_id()))
    wall.change(None, other)
    wall.change(None, replace(wall.card(9), board=other.id))
    first = wall.choice
    shown = []

    for _ in range(2):
        for choice in (first, replace(first, board=other.id)):
            wall.choice = choice
            shown.append(wall.texts())

    assert shown == [[["Card 0", "Card 1"]], [["Card 9"]]] * 2


@given(st.lists(st.integers(0, 2), max_size=12), st.lists(st.integers(0, 2), max_size=12))
def test_what_stands_between_the_same_beginning_and_end_is_all_that_is_looked_at(before, now):
    gone, come = between(before, now)

    first = next((n for n, (one, other) in enumerate(zip(before, now, strict=False)) if one != other), None)
    kept = min(len(before), len(now)) if first is None else first
    assert before[:kept] == now[:kept]
    assert before[:kept] + list(gone) == before[: kept + len(gone)]
    assert before[kept + len(gone) :] == now[kept + len(come) :]
    assert now[kept : kept + len(come)] == list(come)
