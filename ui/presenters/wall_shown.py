"""The wall as others may see it, for a picture that leaves the laptop: what minutes print of its board."""

from dataclasses import replace

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Board, BoardMode, Card, Kind
from facilitator.domain.cycles import Workshop
from facilitator.domain.documents import Disclosure
from facilitator.domain.frozen import dataclass
from facilitator.domain.people import Organisation, Person
from facilitator.domain.records import Records
from facilitator.formats import formats
from facilitator.i18n import translations
from facilitator.services.minutes.places import standing
from facilitator.services.privacy import Privacy
from facilitator.words import word
from ui.presenters.cards import WallCard, WallCluster, WallView, first_name, secret
from ui.presenters.organisations import code
from ui.presenters.wall_reader import WallReader


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWall:
    """A board to be drawn: what it asks, where it comes from, its cards, and the kinds that they are of.

    `kinds` are look and word; `says` is the whole wall in words, for those who do not see it.
    """

    question: str
    origin: str
    count: str
    view: WallView
    kinds: tuple[tuple[str, str], ...]
    loose_title: str
    says: str
    language: str


def shown_wall(records: Records, board: Board, disclosure: Disclosure, language: str) -> ShownWall:
    """Return a board as readers of a level may see it, in a language.

    Hidden and withdrawn cards are not there, nor dots while a vote is open; a name stands on a card only
    where its author agreed to be quoted.
    """
    standing_here = standing(records.where(Card, board=board.id))
    read = WallReader().read(records, board, "hand", language)
    if board.voting is not None and not board.voting.closed:
        read = secret(read)
    names = _Names(records, board, Privacy(records, board.workshop, disclosure))

    def kept(cards: tuple[WallCard, ...]) -> tuple[WallCard, ...]:
        return tuple(names.on(each) for each in cards if each.id in standing_here and not each.hidden)

    t = translations(language)
    nameless = t.gettext("Without a name")
    clusters = tuple(
        _summed(replace(each, cards=kept(each.cards), title=each.title.strip() or nameless))
        for each in read.clusters
    )
    view = replace(read, loose=kept(read.loose), clusters=clusters, whole=True)
    looks: dict[tuple[str, str], None] = {}
    for card in view.cards():
        looks.setdefault((card.look, card.kind_word))
    order = [word(t, kind) for kind in Kind]
    kinds = tuple(sorted(looks, key=lambda each: order.index(each[1]) if each[1] in order else len(order)))
    question = board.question.best(language)
    return ShownWall(
        question=question,
        origin=_origin(records, board, language),
        count=_count(view, language),
        view=view,
        kinds=kinds,
        loose_title=t.gettext("Not clustered") if view.clusters else t.gettext("Cards"),
        says=_in_words(view, language),
        language=language,
    )


class _Names:
    """Who said what, as far as it may be told: the name with leave, else a large organisation."""

    def __init__(self, records: Records, board: Board, privacy: Privacy) -> None:
        self._records = records
        self._anonymous = board.mode is BoardMode.ANONYMOUS
        self._privacy = privacy

    def on(self, shown: WallCard) -> WallCard:
        """Return a card with what may stand at its foot."""
        card = self._records.get(Card, shown.id)
        if card is None or self._anonymous:
            return replace(shown, who="", code="", organisation=None)
        person = self._records.get(Person, card.author)
        if person is not None and self._privacy.may_be_quoted(person):
            home = self._records.get(Organisation, person.organisation)
            return replace(shown, who=first_name(person.full_name), code=code(home))
        home = self._privacy.organisation(card.organisation if person is None else person.organisation)
        return replace(shown, who="", code=code(home))


def _summed(cluster: WallCluster) -> WallCluster:
    if cluster.dots is None:
        return cluster
    return replace(cluster, dots=cluster.own_dots + sum(card.dots or 0 for card in cluster.cards))


def _origin(records: Records, board: Board, language: str) -> str:
    """Return where the wall comes from: workshop, session, day."""
    session = records.get(Session, board.session)
    workshop = records.get(Workshop, board.workshop)
    parts = [workshop.title.best(language) if workshop else ""]
    if session is not None:
        parts += [session.title.best(language), formats(language).day(session.date)]
    return ". ".join(" ".join(each.split()).rstrip(".") for each in parts if each.strip())


def _count(view: WallView, language: str) -> str:
    t = translations(language)
    cards, clusters = view.count(), len(view.clusters)
    words = t.ngettext("{n} card", "{n} cards", cards).format(n=cards)
    if not clusters:
        return words
    form = t.ngettext("{cards} in {n} cluster", "{cards} in {n} clusters", clusters)
    return form.format(cards=words, n=clusters)


def _in_words(view: WallView, language: str) -> str:
    """Return every cluster with its cards, a line each: what the drawing shows."""
    t = translations(language)
    groups = [(each.path, each.cards) for each in view.clusters]
    if view.loose:
        groups.append((t.gettext("Not clustered"), view.loose))
    lines: list[str] = []
    for title, cards in groups:
        lines.append(f"{title}:")
        lines += (f"{card.kind_word}: {' '.join(card.text.split())}" for card in cards)
    return "\n".join(lines)
