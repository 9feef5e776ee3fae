"""Whatever is done on the wall, every card is there once, and undoing all of it leaves nothing behind."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from facilitator.bootstrap import open_workspace
from facilitator.domain.cards import Card, CardStatus, Cluster
from facilitator.domain.errors import Conflict
from facilitator.domain.ids import new_id
from tests import builders as make
from tests.builders import text

CARDS = 7
STAMPS = {"changed_at", "changed_by"}
DEEDS = (
    "merge",
    "unmerge",
    "move",
    "cluster",
    "sub_cluster",
    "dissolve",
    "put_inside",
    "take_out",
    "order",
    "delete",
    "undo",
    "redo",
)
steps = st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 999)), max_size=24)
own_file = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


class Group:
    """People at a wall, who do what a test asks for with the cards that are there."""

    def __init__(self, file):
        self.file = file
        self.workspace = open_workspace(file)
        workshop = make.a_workshop()
        session = make.a_session(workshop)
        self.board = make.a_board(session)
        cards = [make.a_card(self.board, words) for words in "ABCDEFG"[:CARDS]]
        records = (workshop, session, self.board, *cards)
        self.workspace.operations.perform(
            "setup", lambda operation: [operation.add(each) for each in records], undoable=False
        )

    @property
    def wall(self):
        return self.workspace.wall

    def stored(self, kind):
        return sorted(self.workspace.records(self.board.workshop).where(kind), key=lambda each: each.id.int)

    def contents(self):
        """Return every row of cards and clusters that is not in the bin, without its stamps."""
        with closing(sqlite3.connect(self.file)) as connection:
            connection.row_factory = sqlite3.Row
            return {
                name: [
                    {key: value for key, value in dict(row).items() if key not in STAMPS}
                    for row in connection.execute(
                        f"SELECT * FROM {name} WHERE deleted_at IS NULL ORDER BY id"
                    )
                ]
                for name in ("cards", "clusters")
            }

    def some(self, number, standing=True):
        """Return one to three cards, other ones for another number."""
        found = [card.id for card in self.stored(Card) if (card.status is CardStatus.ACTIVE) or not standing]
        first = number % len(found) if found else 0
        return [*found[first:], *found[:first]][: 1 + number // 7 % 3]

    def a_cluster(self, number):
        found = [each.id for each in self.stored(Cluster)]
        return found[number % len(found)] if found else None

    # What people do

    def merge(self, number):
        if cards := self.some(number, standing=False):
            self.wall.merge(cards, cards[number // 3 % len(cards)])

    def unmerge(self, number):
        for card in self.some(number)[:1]:
            self.wall.unmerge(card)

    def move(self, number):
        cards = self.some(number, standing=False)
        self.wall.move(cards, self.a_cluster(number // 5))

    def order(self, number):
        [*cards, before] = self.some(number) or [None]
        if cards:
            record = next(each for each in self.stored(Card) if each.id == before)
            self.wall.move(cards, record.cluster, before=before)

    def cluster(self, number):
        self.wall.make_cluster(self.board.id, text(f"Cluster {number}"), self.some(number))

    def sub_cluster(self, number):
        outer = self.a_cluster(number)
        self.wall.make_cluster(self.board.id, text(f"In {number}"), self.some(number), inside=outer)

    def dissolve(self, number):
        if (cluster := self.a_cluster(number)) is not None:
            self.wall.dissolve_cluster(cluster)

    def put_inside(self, number):
        cluster, outer = self.a_cluster(number), self.a_cluster(number // 11)
        if cluster is not None:
            self.wall.clusters.put_inside(cluster, outer)

    def take_out(self, number):
        if (cluster := self.a_cluster(number)) is not None:
            self.wall.clusters.put_inside(cluster, None)

    def delete(self, number):
        self.wall.delete_cards(self.some(number)[:1])

    def undo(self, _number):
        self.workspace.operations.undo()

    def redo(self, _number):
        self.workspace.operations.redo()

    def undo_all(self):
        while self.workspace.operations.undo():
            pass

    def redo_all(self):
        while self.workspace.operations.redo():
            pass

    def do(self, deed, number):
        try:
            getattr(self, deed)(number)
        except Conflict as refused:
            if refused.key != "cluster-inside-itself":
                raise

    # What must hold

    def lost(self):
        """Return what stands nowhere: a card of no cluster that is there, or one that nobody speaks for."""
        cards = {card.id: card for card in self.stored(Card)}
        clusters = {each.id: each for each in self.stored(Cluster)}
        astray = [c for c in cards.values() if c.cluster is not None and c.cluster not in clusters]
        for card in cards.values():
            speaker = cards.get(card.merged_into)
            merged = card.status is CardStatus.MERGED
            if merged != (card.merged_into is not None) or (
                merged and (speaker is None or speaker.status is not CardStatus.ACTIVE)
            ):
                astray.append(card)
        return astray + [each for each in clusters.values() if not self._has_top(each, clusters)]

    @staticmethod
    def _has_top(cluster, clusters):
        for _step in range(len(clusters) + 1):
            if cluster.inside is None:
                return True
            if (cluster := clusters.get(cluster.inside)) is None:
                return False
        return False


@own_file
@given(steps=steps)
@example(steps=[("merge", 7), ("merge", 10), ("delete", 0), ("undo", 0)])
@example(steps=[("cluster", 7), ("sub_cluster", 0), ("put_inside", 1), ("dissolve", 0)])
def test_no_sequence_loses_or_doubles_a_card_and_undoing_all_ends_where_it_began(tmp_path, steps):
    group = Group(tmp_path / f"{new_id()}.sqlite")
    before = group.contents()
    lost = []

    for deed, number in steps:
        group.do(deed, number)
        lost += group.lost()
    group.redo_all()
    end = group.contents()
    group.undo_all()
    undone = group.contents()
    group.redo_all()
    again = group.contents()
    group.workspace.close()

    assert lost == []
    assert len(before["cards"]) == CARDS
    assert undone == before
    assert again == end


def test_a_cluster_cannot_stand_inside_what_stands_inside_it(tmp_path):
    group = Group(tmp_path / "wall.sqlite")
    group.cluster(0)
    [outer] = group.stored(Cluster)
    group.wall.make_cluster(group.board.id, text("Inner"), inside=outer.id)
    [inner] = [each for each in group.stored(Cluster) if each.inside]

    with pytest.raises(Conflict) as refused:
        group.wall.clusters.put_inside(outer.id, inner.id)

    group.workspace.close()
    assert refused.value.key == "cluster-inside-itself"


def test_what_a_dissolved_sub_cluster_held_stays_in_the_cluster_around_it(tmp_path):
    group = Group(tmp_path / "wall.sqlite")
    group.wall.make_cluster(group.board.id, text("Outer"))
    [outer] = group.stored(Cluster)
    cards = [card.id for card in group.stored(Card)][:2]
    group.wall.make_cluster(group.board.id, text("Inner"), cards, inside=outer.id)
    [inner] = [each for each in group.stored(Cluster) if each.inside]

    group.wall.dissolve_cluster(inner.id)

    held = {card.id for card in group.stored(Card) if card.cluster == outer.id}
    group.workspace.close()
    assert held == set(cards)
