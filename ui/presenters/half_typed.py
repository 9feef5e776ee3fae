"""What is kept of words half typed on the Cards page besides themselves, and what becomes of them. No Qt."""

import datetime as dt
import json
from dataclasses import replace
from typing import Final, Literal, get_args
from uuid import UUID

from facilitator.domain.cards import Board, Card, CardStatus, Cluster
from facilitator.domain.drafts import Draft
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import BoardId, CardId, ClusterId
from facilitator.domain.records import Records
from facilitator.domain.values import Text

Field = Literal["new", "card", "name", "text", "translation", "clarification", "question", "conclusion"]
"""What was typed: a new card, a card's words on the wall, a cluster's name; or a field beside the wall."""

_OF_A_CARD: Final = frozenset({"card", "text", "translation", "clarification"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where words belong. `record` is the card, cluster or board whose field it is, `cluster` a new card's.

    `board` is the one that was on the wall; `tongue` is the language of a translation.
    """

    field: Field = "new"
    record: UUID | None = None
    board: UUID | None = None
    cluster: UUID | None = None
    kind: str = ""
    tongue: str = ""


def written(place: Place) -> str:
    """Return a place as one line to be kept. It never tells who typed: a board may be anonymous."""
    facts = {name: str(getattr(place, name) or "") for name in Place.__dataclass_fields__}
    return json.dumps({name: fact for name, fact in facts.items() if fact}, ensure_ascii=False)


def read(line: str) -> Place:
    """Return what a kept line says; one that says nothing is a new card."""
    try:
        facts = {str(name): str(fact) for name, fact in json.loads(line or "{}").items()}
        keys = {name: UUID(facts[name]) for name in ("record", "board", "cluster") if name in facts}
    except (ValueError, AttributeError):
        return Place()
    fields: tuple[Field, ...] = get_args(Field)
    new: Field = "new"
    field = next((each for each in fields if each == facts.get("field")), new)
    return Place(field, **keys, kind=facts.get("kind", ""), tongue=facts.get("tongue", ""))


def in_its_place(place: Place, records: Records) -> Place:
    """Return where words belong now: to a new card where their own card, cluster or board is gone.

    A place on no board is on whichever there is.
    """
    found = _record(place, records)
    if place.field != "new" and found is not None:
        return replace(place, board=found.id if isinstance(found, Board) else found.board)
    cluster = records.get(Cluster, ClusterId(place.cluster) if place.cluster else None)
    board = records.get(Board, BoardId(place.board) if place.board else None)
    if cluster is not None and board is not None and cluster.board != board.id:
        cluster = None
    return Place(
        board=None if board is None else board.id,
        cluster=None if cluster is None or board is None else cluster.id,
        kind=place.kind if place.field == "new" else "",
    )


def still_half_typed(records: Records, draft: Draft, line: str) -> tuple[str, str]:
    """Return the words that nobody has stored or left as they were, and what is known about them."""
    place, words = read(line), draft.text.strip()
    if not words or _is_stored(records, place, words, draft.at):
        return "", ""
    return draft.text, line


def _record(place: Place, records: Records) -> Card | Cluster | Board | None:
    if place.record is None:
        return None
    if place.field in _OF_A_CARD:
        card = records.get(Card, CardId(place.record))
        return card if card is not None and card.status is CardStatus.ACTIVE else None
    if place.field == "name":
        return records.get(Cluster, ClusterId(place.record))
    return records.get(Board, BoardId(place.record))


def _is_stored(records: Records, place: Place, words: str, kept: str) -> bool:
    """Return whether words are what is stored, or came onto the disk right after they were kept."""
    record = _record(place, records)
    if place.field != "new" and record is not None:
        now = _versions(_text(place, record))
        return words in now or (_since(record.changed_at, kept) and _begun(now, words))
    made = records.where(Card) if place.field == "new" else ()
    return any(_since(card.created_at, kept) and _begun(_versions(card.text), words) for card in made)


def _text(place: Place, record: Card | Cluster | Board) -> Text | None:
    if isinstance(record, Board):
        return record.question if place.field == "question" else record.conclusion
    if isinstance(record, Cluster):
        return record.title
    return record.clarification if place.field == "clarification" else record.text


def _versions(text: Text | None) -> list[str]:
    return [] if text is None else [text.text.strip(), *(each.text.strip() for each in text.translations)]


def _begun(texts: list[str], words: str) -> bool:
    return any(text.startswith(words) for text in texts)


def _since(at: dt.datetime | None, kept: str) -> bool:
    try:
        return at is not None and at >= dt.datetime.fromisoformat(kept)
    except ValueError:
        return False
