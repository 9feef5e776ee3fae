"""What is kept of a half-typed card besides its words, and what becomes of it after a crash. No Qt."""

import datetime as dt
import json
from collections.abc import Iterable
from uuid import UUID

from facilitator.domain.cards import Card, Kind
from facilitator.domain.drafts import Draft
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import CardKindId
from facilitator.domain.notes import Agreement, Note, ParkingItem
from facilitator.domain.records import Records
from ui.presenters.capture import Choice, Target, Who, same_choice


@dataclass(frozen=True, slots=True)
class About:
    """A half-typed card besides its words. `card` is the stored one that it changes.

    `before` was half typed when that was opened, and waits until it is closed.
    """

    choice: Choice = Choice()
    who: Who | None = None
    card: Card | None = None
    before: str = ""


def written(choice: Choice, who: Who | None, card: UUID | None, before: str) -> str:
    """Return it as one line to be kept; empty for a note of nobody's."""
    facts = {
        "target": "" if choice.target is Target.CARD else choice.target.value,
        "kind": "" if choice.kind is Kind.NOTE else choice.kind.value,
        "own_kind": str(choice.own_kind or ""),
        "person": str(who.person or "") if who else "",
        "organisation": str(who.organisation or "") if who else "",
        "card": str(card or ""),
        "before": before,
    }
    told = {name: fact for name, fact in facts.items() if fact}
    return json.dumps(told, ensure_ascii=False) if told else ""


def read(line: str, records: Records, offered: Iterable[Choice], known: Iterable[Who]) -> About:
    """Return what a kept line says of records that are still there; one that says nothing is as empty."""
    try:
        facts = {str(name): str(fact) for name, fact in json.loads(line or "{}").items()}
        own = facts.get("own_kind")
        wanted = Choice(
            Target(facts.get("target") or Target.CARD),
            Kind(facts.get("kind") or Kind.NOTE),
            CardKindId(UUID(own)) if own else None,
        )
        card = UUID(facts["card"]) if "card" in facts else None
    except (ValueError, AttributeError):
        return About()
    said_by = (facts.get("person", ""), facts.get("organisation", ""))
    return About(
        next((each for each in offered if same_choice(each, wanted)), Choice()),
        next((each for each in known if any(said_by) and _key(each) == said_by), None),
        records.get(Card, card),
        facts.get("before", ""),
    )


def _key(who: Who) -> tuple[str, str]:
    return str(who.person or ""), str(who.organisation or "")


def still_half_typed(records: Records, draft: Draft, line: str) -> tuple[str, str]:
    """Return the words that nobody has stored or left as they were, and what is known about them."""
    about, words = read(line, records, (), ()), draft.text.strip()
    card = about.card
    unchanged = card is not None and card.text.text == draft.text
    if not words or unchanged or _is_stored(records, draft, words, card):
        return about.before, ""
    return draft.text, line


def _is_stored(records: Records, draft: Draft, words: str, card: Card | None) -> bool:
    """Return whether words came onto the disk in the moment before the program ended."""
    try:
        at = dt.datetime.fromisoformat(draft.at)
    except ValueError:
        return False
    if card is not None:
        return card.changed_at is not None and card.changed_at >= at and card.text.text.startswith(words)
    said: list[Card | Agreement | Note | ParkingItem] = [*records.where(Card), *records.where(Agreement)]
    said += [*records.where(Note), *records.where(ParkingItem)]
    return any(
        each.created_at is not None and each.created_at >= at and each.text.text.startswith(words)
        for each in said
    )
