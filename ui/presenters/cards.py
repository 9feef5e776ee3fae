"""What the card wall shows: one board as plain values, its order, its filters, and what can be done."""

import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Final, Literal
from uuid import UUID

from facilitator.domain.cards import Voting
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import BoardId, CardId, ClusterId
from facilitator.i18n import _, ngettext

Order = Literal["hand", "dots", "time"]
ORDERS: Final[tuple[Order, ...]] = ("dots", "hand", "time")


@dataclass(frozen=True, slots=True, kw_only=True)
class WallCard:
    """One card as it is painted. `kind` is the key that filters use, `look` one of the five papers.

    `dots` is None where nobody votes. `merged` are the words of the cards that it speaks for, `second`
    its own in another language.
    """

    id: CardId
    look: str
    kind: str
    kind_word: str
    text: str
    who: str = ""
    code: str = ""
    organisation: UUID | None = None
    dots: int | None = None
    hidden: bool = False
    in_plan: bool = False
    merged: tuple[str, ...] = ()
    second: str = ""
    photos: int = 0

    @property
    def said(self) -> str:
        """Its words, with those in another language below them."""
        return f"{self.text}\n{self.second}" if self.second else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class WallCluster:
    """A named region of the wall. `dots` is the total of itself, its cards and all inside it.

    `inside` is the name of the cluster around it, `depth` how many there are.
    """

    id: ClusterId
    title: str
    cards: tuple[WallCard, ...] = ()
    dots: int | None = None
    own_dots: int = 0
    inside: str = ""
    depth: int = 0

    @property
    def path(self) -> str:
        """Its name with that of the cluster around it: "Follow-up › By phone"."""
        return f"{self.inside} › {self.title}" if self.inside else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class WallView:
    """One board: its loose cards and its clusters, in the order wanted."""

    board: BoardId | None = None
    loose: tuple[WallCard, ...] = ()
    clusters: tuple[WallCluster, ...] = ()
    by_hand: bool = True
    voting: Voting | None = None
    whole: bool = False
    """Whether these are the cards of all boards, by session: to be looked through, not to be sorted."""

    def cards(self) -> Iterable[WallCard]:
        """Yield every card, the loose ones first."""
        yield from self.loose
        for cluster in self.clusters:
            yield from cluster.cards

    def count(self) -> int:
        """Return how many cards there are."""
        return len(self.loose) + sum(len(each.cards) for each in self.clusters)


@dataclass(frozen=True, slots=True)
class Filter:
    """What to look for; nothing set lets every card pass."""

    words: str = ""
    kinds: frozenset[str] = frozenset()
    organisation: str = ""
    session: str = ""

    @property
    def is_on(self) -> bool:
        """Whether anything is looked for."""
        return bool(self.words.strip() or self.kinds or self.organisation or self.session)

    def passes(self, card: WallCard) -> bool:
        """Whether a card is what is looked for; accents and capitals do not matter."""
        if self.kinds and card.kind not in self.kinds:
            return False
        if self.organisation and str(card.organisation) != self.organisation:
            return False
        said = folded(" ".join((card.text, card.second, card.who, card.code, *card.merged)))
        return all(each in said for each in folded(self.words).split())


def family(view: WallView, cluster: ClusterId) -> frozenset[ClusterId]:
    """Return a cluster with all that stand inside it: they follow it, deeper than it is."""
    found: list[ClusterId] = []
    least = -1
    for each in view.clusters:
        if each.id == cluster:
            least = each.depth
        elif least < 0:
            continue
        elif each.depth <= least:
            break
        found.append(each.id)
    return frozenset(found)


def secret(view: WallView) -> WallView:
    """Return a board without its dots: while a vote is open, nobody who looks on may count along."""

    def cards(found: tuple[WallCard, ...]) -> tuple[WallCard, ...]:
        return tuple(replace(card, dots=None) for card in found)

    clusters = (replace(each, cards=cards(each.cards), dots=None, own_dots=0) for each in view.clusters)
    return replace(view, loose=cards(view.loose), clusters=tuple(clusters))


def matching(view: WallView, wanted: Filter) -> frozenset[CardId] | None:
    """Return the cards that pass, or None when nothing is looked for."""
    if not wanted.is_on:
        return None
    groups = (each.cards for each in view.clusters if wanted.session in {"", str(each.id)})
    loose = () if wanted.session else view.loose
    return frozenset(card.id for group in (loose, *groups) for card in group if wanted.passes(card))


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """Return a text without capitals and accents, for comparing."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def first_name(full_name: str) -> str:
    """Return the name by which the room calls somebody."""
    return next(iter(full_name.split()), "")


def spoken(card: WallCard, cluster: str) -> str:
    """Return what is said of a card to those who do not see it: kind, words, where, dots, state."""
    parts = [f"{card.kind_word}: {' '.join(card.text.split())}", cluster or _("Not clustered")]
    if card.dots:
        parts.append(ngettext("{n} dot", "{n} dots", card.dots).format(n=card.dots))
    if card.who or card.code:
        parts.append(f"{card.who} {card.code}".strip())
    if card.second:
        parts.append(" ".join(card.second.split()))
    if card.photos:
        parts.append(photo_words(card.photos))
    if card.merged:
        count = len(card.merged)
        parts.append(ngettext("speaks for {n} more card", "speaks for {n} more cards", count).format(n=count))
    if card.hidden:
        parts.append(_("hidden on stage"))
    return ". ".join(parts)


def photo_words(count: int) -> str:
    """Return what is said of a card that photos were put on."""
    return ngettext("{n} photo", "{n} photos", count).format(n=count)


def spoken_cluster(cluster: WallCluster) -> str:
    """Return what is said of a cluster whose name has the focus: where it stands, cards, dots."""
    count = len(cluster.cards)
    parts = [
        _("Cluster: {name}").format(name=cluster.path.strip() or _("Without a name")),
        ngettext("{n} card", "{n} cards", count).format(n=count),
    ]
    if cluster.dots:
        parts.append(ngettext("{n} dot", "{n} dots", cluster.dots).format(n=cluster.dots))
    return ". ".join(parts)
