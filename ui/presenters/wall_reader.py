"""Reads boards for the wall: cards, clusters and dots as plain values; what stays the same is shared."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from facilitator.domain.agenda import Session
from facilitator.domain.boards import dots_by_option, dots_of_clusters
from facilitator.domain.cards import Board, Card, CardKind, CardStatus, Cluster
from facilitator.domain.ids import BoardId, CardId, ClusterId
from facilitator.domain.notes import Photo
from facilitator.domain.people import Organisation, Person
from facilitator.domain.plans import WorkItem
from facilitator.domain.records import Records
from facilitator.i18n import translations
from facilitator.words import word
from ui.presenters.cards import Order, WallCard, WallCluster, WallView, first_name
from ui.presenters.organisations import code


class WallReader:
    """Reads boards for the wall. What did not change is handed out again as it was, cards and clusters."""

    def __init__(self) -> None:
        self._shared: tuple[object, ...] = ()
        self._known: dict[CardId, _Known] = {}
        self._clusters: dict[ClusterId, WallCluster] = {}

    def read(self, records: Records, board: Board | None, order: Order, language: str) -> WallView:
        """Return a board as it is now, its words in `language` where somebody wrote them."""
        if board is None:
            return WallView()
        self._follow(records, language)
        cards = records.where(Card, board=board.id)
        dots = dots_by_option(records, board.id)
        voted = dots if board.voting is not None or dots else None
        by_cluster = self._cards(
            records,
            cards,
            _Around(
                voted,
                _merged(cards, language),
                _in_plan(records, board.workshop),
                _photos(records, board.workshop),
            ),
        )
        ordered = in_order(records.where(Cluster, board=board.id))
        titles = {each.id: each.title.best(language) for each in ordered}
        depths: dict[ClusterId, int] = {}
        for each in ordered:
            depths[each.id] = depths.get(each.inside, -1) + 1 if each.inside is not None else 0
        totals: dict[ClusterId, int] | None = None
        if voted is not None:
            held = ((home, card.id) for home, pairs in by_cluster.items() for card, _shown in pairs)
            totals = dots_of_clusters(ordered, held, voted)
        clusters = tuple(
            self._same(
                WallCluster(
                    id=each.id,
                    title=titles[each.id],
                    cards=_sorted(by_cluster.pop(each.id, []), order),
                    dots=None if totals is None else totals[each.id],
                    own_dots=dots.get(each.id, 0),
                    inside=titles.get(each.inside, "") if each.inside else "",
                    depth=depths[each.id],
                )
            )
            for each in ordered
        )
        self._clusters = {each.id: each for each in clusters}
        loose = [pair for rest in by_cluster.values() for pair in rest]  # a cluster may be gone
        return WallView(
            board=board.id,
            loose=_sorted(loose, order),
            clusters=clusters,
            by_hand=order == "hand",
            voting=board.voting,
        )

    def read_all(self, records: Records, workshop: UUID | None, language: str) -> WallView:
        """Return the cards of all boards of a workshop, those of each session together, without dots."""
        self._follow(records, language)
        sessions = sorted(records.where(Session, workshop=workshop), key=lambda each: each.order)
        boards = {each.id: each for each in records.where(Board, workshop=workshop)}
        cards = [card for card in records.where(Card, workshop=workshop) if card.board in boards]
        cards.sort(key=lambda card: (boards[card.board].position, card.board.int, card.position, card.id.int))
        plan = _in_plan(records, workshop)
        by_session = self._cards(
            records,
            cards,
            _Around(None, _merged(cards, language), plan, _photos(records, workshop)),
            lambda card: boards[card.board].session,
        )
        clusters = tuple(
            self._same(
                WallCluster(
                    id=ClusterId(each.id),
                    title=each.title.best(language),
                    cards=tuple(shown for _card, shown in by_session[each.id]),
                )
            )
            for each in sessions
            if each.id in by_session
        )
        self._clusters = {each.id: each for each in clusters}
        key = None if workshop is None else BoardId(workshop)
        return WallView(board=key, clusters=clusters, by_hand=False, whole=True)

    def _follow(self, records: Records, language: str) -> None:
        """Make every card anew when what many of them show has changed: names, codes, kinds, language."""
        shared = (language, *map(tuple, map(records.where, (Person, Organisation, CardKind))))
        if shared != self._shared:
            self._shared, self._known = shared, {}

    def _cards(
        self,
        records: Records,
        cards: Sequence[Card],
        around: "_Around",
        group: Callable[[Card], UUID | None] = lambda card: card.cluster,
    ) -> dict[UUID | None, list[tuple[Card, WallCard]]]:
        """Return the cards that are shown, by their cluster or what else they are grouped by."""
        speakers = {card.id for card in cards if card.status is CardStatus.ACTIVE}
        language = str(self._shared[0])
        known: dict[CardId, _Known] = {}
        by_cluster: dict[UUID | None, list[tuple[Card, WallCard]]] = {}
        for card in cards:
            spoken_for = card.status is CardStatus.MERGED and card.merged_into in speakers
            if card.status is CardStatus.WITHDRAWN or spoken_for:
                continue
            before, now = self._known.get(card.id), around.of(card)
            if before is not None and before[0] is card and before[1] == now:
                known[card.id] = before
            else:
                known[card.id] = (card, now, _wall_card(records, card, now, language))
            by_cluster.setdefault(group(card), []).append((card, known[card.id][2]))
        self._known = known
        return by_cluster

    def _same(self, cluster: WallCluster) -> WallCluster:
        before = self._clusters.get(cluster.id)
        return before if before is not None and before == cluster else cluster


class _Around(NamedTuple):
    """What other records say of the cards of a board."""

    voted: Mapping[UUID, int] | None
    merged: Mapping[CardId, tuple[str, ...]]
    plan: frozenset[UUID | None]
    photos: Counter[UUID | None]

    def of(self, card: Card) -> "_Said":
        """Return a card's dots, the words it speaks for, whether it is in the work plan, and its photos."""
        dots = None if self.voted is None else self.voted.get(card.id, 0)
        return dots, self.merged.get(card.id, ()), card.id in self.plan, self.photos.get(card.id, 0)


_Said = tuple[int | None, tuple[str, ...], bool, int]
_Known = tuple[Card, _Said, WallCard]


def _wall_card(records: Records, card: Card, said: _Said, language: str) -> WallCard:
    person = records.get(Person, card.author)
    home = person.organisation if person is not None else None
    organisation = records.get(Organisation, card.organisation or home)
    own = records.get(CardKind, card.own_kind)
    dots, merged, in_plan, photos = said
    return WallCard(
        id=card.id,
        look=card.kind.value,
        kind=str(own.id) if own else card.kind.value,
        kind_word=own.label.best(language) if own else word(translations(language), card.kind),
        text=card.text.best(language),
        who="" if person is None or person.anonymised else first_name(person.full_name),
        code=code(organisation),
        organisation=organisation.id if organisation else None,
        dots=dots,
        hidden=card.hidden_on_stage,
        in_plan=in_plan,
        merged=merged,
        second=card.text.beside(language),
        photos=photos,
    )


def _merged(cards: Iterable[Card], language: str) -> Mapping[CardId, tuple[str, ...]]:
    found: dict[CardId, tuple[str, ...]] = {}
    for card in cards:
        if card.merged_into is not None:
            found[card.merged_into] = (*found.get(card.merged_into, ()), card.text.best(language))
    return found


def _photos(records: Records, workshop: UUID | None) -> Counter[UUID | None]:
    return Counter(each.of for each in records.where(Photo, workshop=workshop))


def _in_plan(records: Records, workshop: UUID | None) -> frozenset[UUID | None]:
    items = records.where(WorkItem, workshop=workshop)
    return frozenset(item.origin.ref for item in items if item.origin is not None)


def _sorted(pairs: Sequence[tuple[Card, WallCard]], order: Order) -> tuple[WallCard, ...]:
    if order == "time":
        ordered = sorted(pairs, key=lambda pair: pair[0].came)
    else:
        ordered = sorted(pairs, key=lambda pair: (pair[0].position, pair[0].id.int))
    if order == "dots":
        ordered.sort(key=lambda pair: -(pair[1].dots or 0))  # equals stay in the order kept by hand
    return tuple(shown for _card, shown in ordered)


def in_order(clusters: Iterable[Cluster]) -> list[Cluster]:
    """Return clusters by their place, each followed by those inside it."""
    by_place = sorted(clusters, key=lambda each: (each.position, each.id.int))
    known = {each.id for each in by_place}
    inside: dict[ClusterId, list[Cluster]] = {}
    for each in reversed(by_place):
        if each.inside in known:
            inside.setdefault(each.inside, []).append(each)
    waiting = [each for each in reversed(by_place) if each.inside not in known]
    ordered: list[Cluster] = []
    while waiting:
        cluster = waiting.pop()
        ordered.append(cluster)
        waiting += inside.get(cluster.id, ())
    placed = {each.id for each in ordered}
    return ordered + [each for each in by_place if each.id not in placed]  # a circle has no first
