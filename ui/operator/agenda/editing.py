"""What a person does to the agenda, asked of the desk: one intention, one change."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.domain import flow
from facilitator.domain.agenda import Session, SessionType
from facilitator.domain.cards import Board, BoardMode, Card
from facilitator.domain.errors import FacilitatorError, InvalidInput
from facilitator.domain.ids import BoardId, SessionId, new_id
from facilitator.domain.values import Text
from facilitator.i18n import _, language, translations
from facilitator.words import word
from ui.presenters.held_times import held_fields
from ui.presenters.session_fields import asked, board_of, changed_fields
from ui.presenters.wording import parse_clock
from ui.runtime.desk import Desk, Task

if TYPE_CHECKING:
    from facilitator.bootstrap import Workspace
    from facilitator.domain.changes import ChangeSet

BREAK_MINUTES = 15


class AgendaEditing(QObject):
    """Turns what fields, keys and drags say into changes; says what was refused, and where."""

    refused = Signal(str, object)
    """Field ("" when no field is meant) and FacilitatorError."""

    accepted = Signal(str)
    """A field's change was stored."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.question_language = ""

    def ask_in(self, spoken: Sequence[str]) -> str:
        """Keep asking in the language that was chosen, else in the first of these; return which."""
        if self.question_language not in spoken:
            self.question_language = spoken[0] if spoken else ""
        return self.question_language

    def _perform(self, change: Task, field: str = "") -> None:
        self._desk.perform(
            change,
            done=lambda _changes: self.accepted.emit(field),
            refused=lambda error: self.refused.emit(field, error),
        )

    def _session(self, key: SessionId) -> Session | None:
        return self._desk.records.get(Session, key)

    # Fields

    def edit(self, key: SessionId, name: str, value: str) -> None:
        """Store a field that was left; what cannot be is said at the field."""
        session = self._session(key)
        if session is None:
            return
        try:
            self._edit(session, name, value)
        except FacilitatorError as error:
            self.refused.emit(name, error)

    def _edit(self, session: Session, name: str, value: str) -> None:
        match name:
            case "planned_start":
                self._start(session, value)
            case "minutes":
                self.set_minutes(session.id, _minutes(value))
            case "date":
                date = dt.date.fromisoformat(value)
                self._perform(lambda work: work.scheduling.move_to(session.id, date), name)
            case "held":
                self._held(session, value)
            case "question":
                self._question(session, value)
            case "mode":
                self._mode(session, BoardMode(value))
            case _:
                fields = changed_fields(session, name, value, language(), self._desk.text)
                self._perform(lambda work: work.books.edit(Session, session.id, **fields), name)

    def _start(self, session: Session, value: str) -> None:
        read = parse_clock(value)
        if read is None:
            raise InvalidInput("time-unknown", text=value)
        start = dt.time(*read)
        self._perform(lambda work: work.scheduling.set_start(session.id, start), "planned_start")

    def _held(self, session: Session, words: str) -> None:
        if (workshop := self._desk.workshop) is not None:
            fields = held_fields(session, words, workshop)
            self._perform(lambda work: work.books.edit(Session, session.id, **fields), "held")

    def _question(self, session: Session, words: str) -> None:
        board = board_of(self._desk.records, session.id)
        if board is None:
            if words.strip():
                self._new_board(session, words, BoardMode.OPEN)
            return
        said = self._desk.records.where(Card, board=board.id)
        if not words.strip() and not said and not board.question.translations:
            self._perform(lambda work: work.books.delete(Board, board.id), "question")
            return
        question = asked(board, words, self.question_language)
        self._perform(lambda work: work.books.edit(Board, board.id, question=question), "question")

    def _mode(self, session: Session, mode: BoardMode) -> None:
        board = board_of(self._desk.records, session.id)
        if board is None:
            self._new_board(session, session.title.best(language()), mode)
        else:
            self._perform(lambda work: work.books.edit(Board, board.id, mode=mode), "mode")

    def _new_board(self, session: Session, words: str, mode: BoardMode) -> None:
        spoken = self.question_language or self._desk.language
        made = Board(
            id=BoardId(new_id()),
            workshop=session.workshop,
            session=session.id,
            question=Text(words.strip(), spoken),
            mode=mode,
        )
        self._perform(lambda work: work.books.add(made), "question")

    def set_minutes(self, key: SessionId, minutes: int) -> None:
        """Change a session's length; those behind flow."""
        self._perform(lambda work: work.scheduling.set_length(key, minutes), "minutes")

    def set_span(self, key: SessionId, start: int, minutes: int) -> None:
        """Change start (minutes since midnight) and length, the end staying."""
        self._perform(
            lambda work: work.scheduling.set_span(key, flow.time_of(start), minutes), "planned_start"
        )

    def set_locked(self, key: SessionId, *, locked: bool) -> None:
        """Pin a session to its start, or let it flow."""
        self._perform(lambda work: work.books.edit(Session, key, locked=locked), "locked")

    # The order

    def move(self, key: SessionId, steps: int) -> None:
        """Move a session earlier or later among the others."""
        self._perform(lambda work: work.scheduling.move(key, steps))

    def drag_to(self, key: SessionId, date: dt.date, start: int) -> None:
        """Move a session to a time (minutes since midnight) of a day."""
        self._perform(lambda work: work.scheduling.move_to(key, date, flow.time_of(start)))

    def add(self, after: SessionId | None, date: dt.date, title: str = "") -> SessionId | None:
        """Add a session behind another one or at the end of a day, and return its key."""
        return self._add(after, date, title or _("New session"), SessionType.PLENARY)

    def add_break(self, after: SessionId | None, date: dt.date) -> SessionId | None:
        """Add a break behind a session or at the end of a day, and return its key."""
        name = word(translations(language()), SessionType.BREAK)
        return self._add(after, date, name, SessionType.BREAK)

    def _add(self, after: SessionId | None, date: dt.date, title: str, kind: SessionType) -> SessionId | None:
        workshop = self._desk.workshop_id
        if workshop is None:
            return None
        key = SessionId(new_id())
        minutes = BREAK_MINUTES if kind.is_break else None
        try:
            words = self._desk.text(title)
        except InvalidInput as error:
            self.refused.emit("", error)
            return None

        def change(work: "Workspace") -> "ChangeSet":
            from facilitator.services.scheduling import USUAL_MINUTES, NewSession  # noqa: PLC0415 - storage's side

            new = NewSession(words, minutes or USUAL_MINUTES, kind, key)
            if after is not None:
                return work.scheduling.add_after(after, new)
            return work.scheduling.add_last(workshop, date, new)

        self._perform(change)
        return key

    def duplicate(self, key: SessionId) -> SessionId:
        """Add the same session again behind it, and return the copy's key."""
        copy = SessionId(new_id())
        self._perform(lambda work: work.scheduling.duplicate(key, copy))
        return copy

    def delete(self, key: SessionId) -> None:
        """Put a session into the bin."""
        self._perform(lambda work: work.scheduling.delete(key))

    def repair(self, date: dt.date) -> None:
        """Solve a day's overlaps in the lawful way."""
        workshop = self._desk.workshop_id
        if workshop is not None:
            self._perform(lambda work: work.scheduling.repair(workshop, date))

    def add_day(self, first: dt.date) -> None:
        """Let the workshop last a day longer; a workshop without dates begins on `first`."""
        workshop = self._desk.workshop_id
        if workshop is not None:
            self._perform(lambda work: work.scheduling.add_day(workshop, first))


def _minutes(value: str) -> int:
    try:
        return int(value.strip())
    except ValueError:
        raise InvalidInput("number-unknown", text=value) from None
