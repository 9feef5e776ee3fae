"""Boards: cards by cluster and dots, ties said as ties, the vote and its turnout (domain.md 6.4, 6.5)."""

from collections import Counter
from dataclasses import replace
from typing import NamedTuple
from uuid import UUID

from facilitator.domain.boards import dots_of_clusters
from facilitator.domain.cards import (
    Board,
    BoardMode,
    Card,
    CardKind,
    Cluster,
    Kind,
    Vote,
    VoteMethod,
    Voting,
)
from facilitator.domain.ids import BoardId, ClusterId
from facilitator.domain.minutes import BoardRecord, CardKindLabel, CardLine, ClusterRecord, Said, VoteResult
from facilitator.domain.votes import turnout
from facilitator.services.minutes.places import Places
from facilitator.services.minutes.ratings import board_matrix, board_ratings
from facilitator.services.minutes.scope import Scope
from facilitator.words import word


def card_kinds(scope: Scope) -> tuple[CardKindLabel, ...]:
    """Gather the five kinds of card, then those that the workshop added."""
    own = scope.records.where(CardKind, workshop=scope.workshop.id)
    return (
        *(CardKindLabel(kind.value, word(scope.t, kind)) for kind in Kind),
        *(
            CardKindLabel(_own_key(each.id), scope.put(each.label), each.like.value)
            for each in sorted(own, key=lambda each: (each.position, each.id.int))
        ),
    )


def board_record(scope: Scope, places: Places, board: Board, present: int | None) -> BoardRecord:
    """Gather one board as the room left it. The dots of an open vote are nobody's business yet."""
    votes = scope.records.where(Vote, board=board.id)
    closed = board.voting is None or board.voting.closed
    voted = bool(votes) and closed
    dots = _dots(places, board.id, votes) if voted else None
    clusters = _clusters(scope, places, board, dots)
    vote = None
    if board.voting is not None and voted:
        vote = _vote_result(scope, board.voting, votes, present, _winners(clusters))
    return BoardRecord(
        number=places.board_number(board),
        question=scope.written(board.question),
        clusters=clusters,
        anonymous=board.mode is BoardMode.ANONYMOUS,
        vote=vote,
        ratings=board_ratings(scope, places, board),
        matrix=board_matrix(scope, places, board),
        conclusion=scope.said(board.conclusion),
        anchor=places.anchor(board.id),
    )


def _own_key(key: UUID) -> str:
    return f"own-{key.hex}"


def _dots(places: Places, board: BoardId, votes: list[Vote]) -> Counter[UUID]:
    """Count dots on cards and clusters; a merged card's dots are those of the card it was merged into."""
    stands: dict[UUID, UUID] = {
        merged.id: card.id for card in places.cards[board] for merged in places.merged[card.id]
    }
    dots: Counter[UUID] = Counter()
    for vote in votes:
        dots[stands.get(vote.on, vote.on)] += vote.dots
    return dots


def _clusters(
    scope: Scope, places: Places, board: Board, dots: Counter[UUID] | None
) -> tuple[ClusterRecord, ...]:
    """Sort clusters by dots, then by place on the wall; one inside another follows it; loose cards last."""
    clusters = {each.id: each for each in scope.records.where(Cluster, board=board.id)}
    cards: dict[ClusterId | None, list[Card]] = {None: []}
    for card in places.cards[board.id]:
        cards.setdefault(card.cluster if card.cluster in clusters else None, []).append(card)
    told: Counter[UUID] = dots or Counter()
    totals = dots_of_clusters(
        clusters.values(), ((key, card.id) for key, held in cards.items() for card in held), told
    )
    records = [
        _cluster_record(scope, places, board, _Group(clusters[key], cards.get(key, []), totals[key]), dots)
        for key in _in_order(clusters, totals)
    ]
    if cards[None]:
        loose = sum(told[card.id] for card in cards[None])
        records.append(_cluster_record(scope, places, board, _Group(None, cards[None], loose), dots))
    return tuple(records)


class _Group(NamedTuple):
    """A cluster, or None for the loose cards, with its cards and all of its dots."""

    cluster: Cluster | None
    cards: list[Card]
    total: int


def _in_order(clusters: dict[ClusterId, Cluster], totals: dict[ClusterId, int]) -> list[ClusterId]:
    def rank(key: ClusterId) -> tuple[int, int, int]:
        return (-totals[key], clusters[key].position, key.int)

    inside: dict[ClusterId | None, list[ClusterId]] = {}
    for key, cluster in clusters.items():
        inside.setdefault(cluster.inside if cluster.inside in clusters else None, []).append(key)
    order: list[ClusterId] = []
    waiting = sorted(inside.get(None, []), key=rank, reverse=True)
    while waiting:
        key = waiting.pop()
        order.append(key)
        waiting += sorted(inside.get(key, []), key=rank, reverse=True)
    # Clusters that stand inside each other in a ring hang on nothing; they come last rather than get lost.
    return order + sorted(set(clusters) - set(order), key=rank)


def _cluster_record(
    scope: Scope,
    places: Places,
    board: Board,
    group: _Group,
    dots: Counter[UUID] | None,
) -> ClusterRecord:
    cluster, cards, total = group
    ranked = sorted(cards, key=lambda card: (-(dots[card.id] if dots else 0), card.position, card.id.int))
    return ClusterRecord(
        title=_title(scope, cluster) if cluster else None,
        cards=tuple(_card_line(scope, places, board, card, dots) for card in ranked),
        summary=scope.said(cluster.summary) if cluster else None,
        dots=None if dots is None else total,
        inner=cluster is not None and scope.records.get(Cluster, cluster.inside) is not None,
    )


def _title(scope: Scope, cluster: Cluster) -> Said | None:
    """Return a cluster's name; inside another one with that one's before it: "Follow-up › By phone"."""
    own, outer = scope.said(cluster.title), scope.records.get(Cluster, cluster.inside)
    around = scope.said(outer.title) if outer is not None else None
    if own is None or around is None:
        return own
    translated = None
    if own.translation or around.translation:
        translated = f"{around.translation or around.text} › {own.translation or own.text}"
    return replace(own, text=f"{around.text} › {own.text}", translation=translated)


def _card_line(
    scope: Scope, places: Places, board: Board, card: Card, dots: Counter[UUID] | None
) -> CardLine:
    merged = places.merged[card.id]
    texts = {card.text.text.strip().casefold()}
    others: list[Said] = []
    for each in merged:
        if (words := each.text.text.strip().casefold()) not in texts:
            texts.add(words)
            others.append(scope.said(each.text))
    own = scope.records.get(CardKind, card.own_kind)
    return CardLine(
        number=places.card_numbers[card.id],
        kind=card.kind.value if own is None else _own_key(own.id),
        text=scope.said(card.text),
        author=scope.privacy.author(scope.t, card, board),
        dots=None if dots is None else dots[card.id],
        merged=len(merged),
        merged_texts=(*others, *scope.all_said(each.clarification for each in merged if each.clarification)),
        clarification=scope.said(card.clarification),
        anchor=places.anchor(card.id),
    )


def _vote_result(
    scope: Scope, voting: Voting, votes: list[Vote], present: int | None, winners: tuple[str, ...]
) -> VoteResult:
    came = turnout(voting, votes)
    by_organisation = voting.method is VoteMethod.BY_ORGANISATION
    of = voting.voters if by_organisation or voting.voted is not None else present
    return VoteResult(
        method=_method(scope, voting),
        voters=came.voted or None,
        present=of if of is not None and of >= came.voted else None,
        cast=came.cast,
        possible=voting.possible or None,
        winners=winners,
        by_organisation=by_organisation,
    )


def _method(scope: Scope, voting: Voting) -> str:
    t, n = scope.t, voting.dots_per_person
    facts = {"method": word(t, voting.method), "dots": n, "most": voting.max_per_card}
    if voting.method is VoteMethod.BY_ORGANISATION:
        phrase = t.ngettext(
            "{method}, {dots} dot each by its delegate", "{method}, {dots} dots each by its delegate", n
        )
    elif voting.max_per_card is None:
        phrase = t.ngettext("{method}, {dots} dot a person", "{method}, {dots} dots a person", n)
    else:
        phrase = t.ngettext(
            "{method}, {dots} dot a person, at most {most} on one card",
            "{method}, {dots} dots a person, at most {most} on one card",
            n,
        )
    return phrase.format(**facts)


def _winners(clusters: tuple[ClusterRecord, ...]) -> tuple[str, ...]:
    """Return what came first as it is printed: clusters where the group made some, else cards.

    The dots of a cluster inside another are told with that one's.
    """
    named = [
        (each.title.text, each.dots or 0) for each in clusters if each.title is not None and not each.inner
    ]
    cards = [(card.text.text, card.dots or 0) for each in clusters for card in each.cards]
    ranked = named or cards
    most = max((dots for _, dots in ranked), default=0)
    return tuple(title for title, dots in ranked if dots == most) if most else ()
