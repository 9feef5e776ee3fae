"""The fields of a session: what each shows, and which change leaving it asks for."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final
from uuid import UUID

from facilitator.domain.agenda import Grouping, Priority, Session, SessionType
from facilitator.domain.cards import Board, BoardMode
from facilitator.domain.cycles import Workshop
from facilitator.domain.errors import InvalidInput
from facilitator.domain.flow import least
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import PersonId, SessionId
from facilitator.domain.people import Person, WorkshopRole
from facilitator.domain.records import Records
from facilitator.domain.values import Text
from facilitator.i18n import _, translations
from facilitator.words import word
from ui.presenters.dates import day_name
from ui.presenters.held_times import held
from ui.presenters.steps import in_short
from ui.presenters.wording import NewText, language_name, lines, reworded, reworded_lines, shown

TEXTS: Final = ("title", "objective", "method", "instructions", "facilitator_notes")
LISTS: Final = ("materials", "expected_outputs")

_LEADERS: Final = {
    WorkshopRole.LEAD_FACILITATOR: 0,
    WorkshopRole.CO_FACILITATOR: 1,
    WorkshopRole.COORDINATOR: 2,
    WorkshopRole.RESOURCE_PERSON: 3,
}

Items = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFields:
    """What the fields of one session show, by name; keys for choices, words for texts."""

    id: SessionId
    values: dict[str, str]
    minutes: int
    locked: bool
    question_language: str
    steps: str = ""
    is_held: bool = False
    """Whether the session was held, or should have been: it has a field for when that was."""
    least: str = ""
    """How short it may become, in minutes, while nobody says so."""


def fields_of(records: Records, session: Session, language: str, question_language: str) -> SessionFields:
    """Return what the fields show; the question in its own language when it has one chosen."""
    board = board_of(records, session.id)
    question = ""
    if board is not None:
        wanted = board.question.translated(question_language) if question_language else None
        question = (wanted or "") if question_language else board.question.best(language)
    values = {name: shown(getattr(session, name), language) for name in TEXTS}
    values |= {name: lines(getattr(session, name), language) for name in LISTS}
    when = held(session, records.get(Workshop, session.workshop))
    values |= {
        "held": when or "",
        "date": session.date.isoformat(),
        "planned_start": f"{session.planned_start:%H:%M}" if session.planned_start else "",
        "shortest_minutes": "" if session.shortest_minutes is None else str(session.shortest_minutes),
        "type": session.type.value,
        "grouping": session.grouping.value if session.grouping else "",
        "priority": session.priority.value,
        "responsible": str(session.responsible) if session.responsible else "",
        "question": question,
        "mode": (board.mode if board else BoardMode.OPEN).value,
    }
    return SessionFields(
        id=session.id,
        values=values,
        minutes=session.planned_minutes,
        locked=session.locked,
        question_language=question_language,
        steps=in_short(session),
        is_held=when is not None,
        least=str(least(replace(session, shortest_minutes=None))),
    )


def board_of(records: Records, session: SessionId) -> Board | None:
    """Return the board that a session opens with: its first one."""
    boards = sorted(records.where(Board, session=session), key=lambda each: (each.position, each.id.int))
    return boards[0] if boards else None


def changed_fields(
    session: Session, name: str, value: str, language: str, new_text: NewText
) -> dict[str, object]:
    """Return the fields of the record that leaving a field changes.

    Raises InvalidInput for words that are too long, KeyError for a field this does not know.
    """
    if name in TEXTS:
        made = reworded(getattr(session, name), value, language, new_text)
        return {name: made or new_text("") if name == "title" else made}
    if name in LISTS:
        return {name: reworded_lines(getattr(session, name), value, language, new_text)}
    return {name: _CHOICES[name](value)}


def _minutes(words: str) -> int | None:
    """Return typed minutes, None for none. Raises InvalidInput."""
    if not words.strip():
        return None
    if not words.strip().isdecimal():
        raise InvalidInput("number-unknown", text=words)
    return int(words)


_CHOICES: Final[dict[str, Callable[[str], object]]] = {
    "type": SessionType,
    "priority": Priority,
    "shortest_minutes": _minutes,
    "grouping": lambda value: Grouping(value) if value else None,
    "responsible": lambda value: PersonId(UUID(value)) if value else None,
}


def asked(board: Board, words: str, question_language: str) -> Text:
    """Return a board's question with new words in the language that was shown."""
    return board.question.reworded(words.strip(), question_language or None)


def type_items(language: str) -> Items:
    """Return the kinds of session as keys and words."""
    return [(each.value, word(translations(language), each)) for each in SessionType]


def priority_items(language: str) -> Items:
    """Return what may give way, as keys and words."""
    return [(each.value, word(translations(language), each)) for each in Priority]


def grouping_items(language: str) -> Items:
    """Return how people sit, as keys and words; the empty key says nothing."""
    return [("", _("Not said")), *((each.value, word(translations(language), each)) for each in Grouping)]


def mode_items(language: str) -> Items:
    """Return whether a board keeps authors, as keys and words."""
    return [(each.value, word(translations(language), each)) for each in BoardMode]


def people_items(records: Records) -> Items:
    """Return who may be responsible, facilitators first; the empty key says nobody."""
    people = sorted(records.where(Person), key=lambda each: (_rank(each), each.full_name.casefold()))
    return [("", _("Nobody yet")), *((str(each.id), each.full_name) for each in people if each.full_name)]


def _rank(person: Person) -> int:
    return min((_LEADERS.get(role, 9) for role in person.workshop_roles), default=9)


def day_items(dates: Sequence[dt.date], language: str) -> Items:
    """Return the workshop's days as keys and names."""
    return [(each.isoformat(), day_name(each, language)) for each in dates]


def question_languages(workshop: Workshop | None, board: Board | None) -> Items:
    """Return the languages in which the room may be asked, the main one first."""
    if workshop is None:
        return []
    spoken = dict.fromkeys((workshop.language, *workshop.languages))
    if board is not None:
        spoken[board.question.language] = None
    return [(each, language_name(each)) for each in spoken]


def choices(records: Records, dates: Sequence[dt.date], language: str) -> dict[str, Items]:
    """Return what can be chosen in each choice, by the field's name."""
    return {
        "date": day_items(dates, language),
        "type": type_items(language),
        "priority": priority_items(language),
        "grouping": grouping_items(language),
        "responsible": people_items(records),
        "mode": mode_items(language),
    }
