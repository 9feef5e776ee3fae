"""What a board and its cards say together: dots by what they lie on, and which promises hold."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from facilitator.domain.cards import Board, BoardMode, Card, Cluster, Vote
from facilitator.domain.ids import BoardId, ClusterId
from facilitator.domain.records import Reader


def dots_by_option(reader: Reader, board: BoardId) -> dict[UUID, int]:
    """Return the dots by card and cluster; a merged card's count for the one that speaks for it."""
    speaks = {each.id: each.merged_into for each in reader.where(Card, board=board) if each.merged_into}
    dots: dict[UUID, int] = {}
    for vote in reader.where(Vote, board=board):
        on: UUID = vote.on
        for _ in range(len(speaks)):  # a file can hold merges in a circle
            if on not in speaks:
                break
            on = speaks[on]  # type: ignore[index]  # keys of cards are keys
        dots[on] = dots.get(on, 0) + vote.dots
    return dots


def dots_of_clusters(
    clusters: Iterable[Cluster], cards: Iterable[tuple[UUID | None, UUID]], dots: Mapping[UUID, int]
) -> dict[ClusterId, int]:
    """Return the dots of each cluster: on itself, on its cards, and on everything inside it.

    `cards` are those that stand on the wall, each as its cluster and its key.
    """
    homes = {each.id: each.inside for each in clusters}
    own: dict[UUID | None, int] = {key: dots.get(key, 0) for key in homes}
    for cluster, card in cards:
        if cluster in own:
            own[cluster] += dots.get(card, 0)
    totals: dict[ClusterId, int] = dict.fromkeys(homes, 0)
    for key in homes:
        around: ClusterId | None = key
        passed: set[ClusterId] = set()
        while around is not None and around in homes and around not in passed:  # a file can hold rings
            totals[around] += own[key]
            passed.add(around)
            around = homes[around]
    return totals


def why_mode_stays(reader: Reader, board: Board) -> str | None:
    """Return the key of what speaks against changing whether a board keeps authors, or None.

    Anonymous means not stored (domain.md 6.8): a board whose cards name somebody cannot become it.
    And what a room wrote anonymously stays so: named cards beside them would narrow down who wrote.
    """
    cards = reader.where(Card, board=board.id)
    if board.mode is BoardMode.ANONYMOUS:
        return "board-promised-anonymity" if cards else None
    return "board-names-authors" if any(card.author or card.organisation for card in cards) else None
