"""The live stream of cards: one line a card, newest first, and how many there are of each kind. No Qt."""

import datetime as dt
from collections import Counter
from uuid import UUID

from facilitator.domain.cards import Board, BoardMode, Card, CardKind, CardStatus, Kind
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import CardId
from facilitator.domain.notes import Photo
from facilitator.domain.people import Organisation, Person
from facilitator.domain.plans import WorkItem
from facilitator.domain.records import Records
from facilitator.i18n import _, translations
from facilitator.words import word
from ui.presenters.cards import first_name, photo_words
from ui.presenters.organisations import code


@dataclass(frozen=True, slots=True)
class StreamCard:
    """One card as the stream shows it."""

    id: CardId
    look: str
    kind: str
    text: str
    who: str = ""
    first: str = ""
    code: str = ""
    time: str = ""
    hidden: bool = False
    came: tuple[float, int] = (0.0, 0)
    second: str = ""
    photos: int = 0

    def spoken(self, in_plan: bool) -> str:
        """Return what a screen reader says of the card."""
        parts = [f"{self.kind}: {self.text}", f"{self.who} {self.code}".strip(), self.time]
        if self.photos:
            parts.append(photo_words(self.photos))
        if self.hidden:
            parts.append(_("hidden on stage"))
        if in_plan:
            parts.append(_("in the work plan"))
        return ", ".join(part for part in parts if part)


def stream_card(
    records: Records, card: Card, zone: dt.tzinfo, language: str, photos: int | None = None
) -> StreamCard:
    """Return one card as a line of the stream; `photos` are counted where nobody did."""
    own = records.get(CardKind, card.own_kind)
    person = records.get(Person, card.author)
    organisation = records.get(Organisation, card.organisation or (person.organisation if person else None))
    name = person.full_name if person is not None and not person.anonymised else ""
    board = records.get(Board, card.board)
    told = board is None or board.mode is not BoardMode.ANONYMOUS
    return StreamCard(
        id=card.id,
        look=card.kind.value,
        kind=own.label.best(language) if own else word(translations(language), card.kind),
        text=" ".join(card.text.best(language).split()),
        who=name,
        first=first_name(name),
        code=code(organisation),
        time=f"{card.created_at.astimezone(zone):%H:%M}" if card.created_at and told else "",
        hidden=card.hidden_on_stage,
        came=card.came,
        second=" ".join(card.text.beside(language).split()),
        photos=len(records.where(Photo, of=card.id)) if photos is None else photos,
    )


def stream(records: Records, board: Board | None, zone: dt.tzinfo, language: str) -> list[StreamCard]:
    """Return a board's cards, newest first."""
    if board is None:
        return []
    cards = [card for card in records.where(Card, board=board.id) if card.status is CardStatus.ACTIVE]
    cards.sort(key=lambda card: card.came, reverse=True)
    photos = Counter(photo.of for photo in records.where(Photo, workshop=board.workshop))
    return [stream_card(records, card, zone, language, photos.get(card.id, 0)) for card in cards]


def counts(found: Counter[str]) -> list[tuple[str, int]]:
    """Return how many cards there are of each look, the five in their order, none left out."""
    return [(kind.value, found[kind.value]) for kind in Kind]


def in_work_plan(records: Records, workshop: UUID | None) -> frozenset[UUID]:
    """Return the keys of records that a work-plan item grew from."""
    items = records.where(WorkItem, workshop=workshop)
    return frozenset(item.origin.ref for item in items if item.origin is not None)
