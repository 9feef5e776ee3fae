"""How the capture bar understands what is typed: kinds and their signs, who said it, pasted lines. No Qt."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

from facilitator.domain.cards import Board, BoardMode, Card, CardKind, CardStatus, Kind
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import CardKindId, OrganisationId, PersonId, SessionId, WorkshopId
from facilitator.domain.people import Organisation, Person
from facilitator.domain.records import Records
from facilitator.i18n import N_, _, translations
from facilitator.words import word
from ui.presenters.cards import folded
from ui.presenters.organisations import code

VANISHING: Final = {
    "+": Kind.WORKS,
    "-": Kind.DIFFICULTY,
    "–": Kind.DIFFICULTY,
    "−": Kind.DIFFICULTY,
    "?": Kind.QUESTION,
    "!": Kind.SUGGESTION,
}
"""Signs that set the kind when typed first, and disappear."""

STAYING: Final = {"¿": Kind.QUESTION, "¡": Kind.SUGGESTION}
"""Signs that set the kind and stay: Spanish sentences begin with them."""


class Target(StrEnum):
    """Where Enter puts what was typed."""

    CARD = "card"
    PARKING_LOT = "parking_lot"
    AGREEMENT = "agreement"
    NOTE = "note"


TARGET_WORDS: Final = {
    Target.PARKING_LOT: N_("Parking lot"),
    Target.AGREEMENT: N_("Agreement"),
    Target.NOTE: N_("Session note"),
}
TARGET_ICONS: Final = {
    Target.PARKING_LOT: "archive",
    Target.AGREEMENT: "circle-check",
    Target.NOTE: "text-align-start",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What is being written: a card of a kind, or something that is no card. `digit` goes with Ctrl."""

    target: Target = Target.CARD
    kind: Kind = Kind.NOTE
    own_kind: CardKindId | None = None
    label: str = ""
    digit: str = ""

    @property
    def look(self) -> str:
        """Key of the badge and paper of a card."""
        return self.kind.value


def choices(records: Records, workshop: WorkshopId | None, language: str) -> tuple[Choice, ...]:
    """Return what can be written: the five kinds, the workshop's own, and the three that are no cards."""
    t = translations(language)
    five = [
        Choice(kind=kind, label=word(t, kind), digit=str(number)) for number, kind in enumerate(Kind, start=1)
    ]
    own = [
        Choice(kind=each.like, own_kind=each.id, label=each.label.best(language))
        for each in sorted(
            records.where(CardKind, workshop=workshop), key=lambda each: (each.position, each.id.int)
        )
    ]
    others = [
        Choice(target=target, label=_(said), digit=str(number))
        for number, (target, said) in enumerate(TARGET_WORDS.items(), start=6)
    ]
    return (*five, *own, *others)


def same_choice(one: Choice, other: Choice) -> bool:
    """Whether two choices write the same thing, whatever they are called."""
    return (one.target, one.kind, one.own_kind) == (other.target, other.kind, other.own_kind)


def prompt(target: Target) -> str:
    """Return what the empty bar asks for, in the screen's language."""
    return {
        Target.CARD: _("Type a card, Enter saves it"),
        Target.PARKING_LOT: _("Type what is set aside for later"),
        Target.AGREEMENT: _("Type what was agreed"),
        Target.NOTE: _("Type a line for the minutes of this session"),
    }[target]


def sign_first(before: str, text: str) -> tuple[Kind, bool] | None:
    """Return the kind that a sign typed first asks for and whether the sign goes away; None for no sign."""
    if before or not text:
        return None
    sign = text[0]
    if sign in VANISHING and len(text) == 1:
        return VANISHING[sign], True
    if sign in STAYING and len(text) == 1:
        return STAYING[sign], False
    return None


_DASHES: Final = frozenset("-–−")
_BULLETS: Final = "•◦▪‣·"
"""What word processors put before the lines of a list; it belongs to the list, not to the words."""


def pasted(text: str) -> tuple[str, ...]:
    """Return the lines of a pasted text that say something, without the bullets of a list."""
    lines = (line.strip().lstrip(_BULLETS).strip() for line in text.splitlines())
    return tuple(line for line in lines if line)


def signed(lines: Sequence[str], chosen: Choice, offered: Sequence[Choice]) -> list[tuple[str, Choice]]:
    """Return each pasted line with what it writes: a sign that begins it means what it means when typed.

    Where every line begins with the same dash, it is the mark of a list and says nothing of the kind.
    """
    if chosen.target is not Target.CARD:
        return [(line, chosen) for line in lines]
    if all(line[0] in _DASHES for line in lines):
        return [(line[1:].strip(), chosen) for line in lines if line[1:].strip()]
    kinds = {each.kind: each for each in offered if each.own_kind is None and each.target is Target.CARD}
    found = []
    for line in lines:
        kind = VANISHING.get(line[0])
        words = line if kind is None else line[1:].strip()
        choice = kinds.get(kind or STAYING.get(line[0], chosen.kind), chosen)
        found.append((words, choice if kind or line[0] in STAYING else chosen))
    return [(words, choice) for words, choice in found if words]


# Who said it


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody a card can be from: a person with the organisation, or an organisation alone."""

    label: str
    code: str
    person: PersonId | None = None
    organisation: OrganisationId | None = None

    @property
    def shown(self) -> str:
        """Return the name and the organisation's letters."""
        return f"{self.label} {self.code}".strip()


def everybody(records: Records) -> tuple[Who, ...]:
    """Return people first, then organisations, each in the order of their names."""
    people = [each for each in records.where(Person) if not each.anonymised]
    found = [
        Who(
            person.full_name,
            code(records.get(Organisation, person.organisation)),
            person.id,
            person.organisation,
        )
        for person in sorted(people, key=lambda each: folded(each.full_name))
    ]
    organisations = sorted(records.where(Organisation), key=lambda each: folded(each.known_as))
    found += [Who(each.known_as, code(each), None, each.id) for each in organisations if each.active]
    return tuple(found)


def matches(typed: str, known: Sequence[Who], limit: int = 8) -> list[Who]:
    """Return who may be meant, best first: a code, the beginning of a name, of any word of it."""
    wanted = folded(typed).split()
    if not wanted:
        return []
    ranked = [
        (rank, place, who) for place, who in enumerate(known) if (rank := _rank(wanted, who)) is not None
    ]
    return [who for _rank, _place, who in sorted(ranked, key=lambda each: each[:2])[:limit]]


def _rank(wanted: Sequence[str], who: Who) -> int | None:
    whole = " ".join(wanted)
    name, code = folded(who.label), folded(who.code)
    if whole in {f"{name} {code}".strip(), name}:
        return 0
    if whole == code:
        return 1 if who.person is None else 2
    if name.startswith(whole):
        return 3
    words = [*name.split(), code]
    return 4 if all(any(each.startswith(part) for each in words) for part in wanted) else None


# Where cards go


def board_for(records: Records, session: SessionId | None) -> Board | None:
    """Return the board that a new card of a session lands on, None when it is still to be made."""
    boards = records.where(Board, session=session) if session is not None else ()
    return max(boards, key=lambda each: (each.position, each.id.int), default=None)


def keeps_authors(board: Board | None) -> bool:
    """Whether it is stored who said something: never on an anonymous board (domain.md 6.8)."""
    return board is None or board.mode is not BoardMode.ANONYMOUS


def last_card(records: Records, board: Board | None) -> Card | None:
    """Return the card entered last on a board."""
    if board is None:
        return None
    return max(_standing(records.where(Card, board=board.id)), key=lambda each: each.came, default=None)


def who_of(card: Card, known: Iterable[Who]) -> Who | None:
    """Return who a card is from, as the who field shows it."""
    return next(
        (
            each
            for each in known
            if each.person == card.author
            and (card.author is not None or each.organisation == card.organisation)
        ),
        None,
    )


def choice_of(card: Card, offered: Iterable[Choice]) -> Choice:
    """Return the kind of a stored card among those offered."""
    cards = [each for each in offered if each.target is Target.CARD]
    stored = (card.own_kind, card.kind)
    return next((each for each in cards if (each.own_kind, each.kind) == stored), Choice(kind=card.kind))


def _standing(cards: Iterable[Card]) -> list[Card]:
    return [card for card in cards if card.status is CardStatus.ACTIVE]
