"""What Enter accepted and the disk has not confirmed yet: sent in order, brought back if refused."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Card
from facilitator.domain.changes import ChangeSet
from facilitator.domain.cycles import Workshop
from facilitator.domain.errors import FacilitatorError, InvalidInput
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import CardId, SessionId
from facilitator.domain.timer import current_session
from facilitator.domain.values import Text
from ui.presenters.capture import Choice, Target, Who
from ui.runtime.desk import Desk

if TYPE_CHECKING:
    from facilitator.bootstrap import Workspace


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing handed over by Enter. `card` is the stored card that it changes.

    Without a session it goes to the one that runs: so it can be typed before the records are there.
    """

    text: str
    choice: Choice
    who: Who | None = None
    session: SessionId | None = None
    card: CardId | None = None


class Outbox(QObject):
    """Hands entries to the desk, which stores them one after the other in the order sent."""

    stored = Signal(object)
    """The Entry is on disk, and every screen shows it."""

    refused = Signal(object, object)
    """An Entry could not be stored: the Entry and the FacilitatorError."""

    waiting_changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: list[Entry] = []

    @property
    def waiting(self) -> tuple[Entry, ...]:
        """What is still to be stored, oldest first."""
        return tuple(self._waiting)

    def send(self, *entries: Entry) -> None:
        """Store entries, after the opening if need be. Raises InvalidInput, with nothing sent."""
        made = [(entry, self._text(entry) if self._desk.ready else None) for entry in entries]
        for entry, text in made:
            self._waiting.append(entry)
            self._desk.perform(
                lambda workspace, entry=entry, text=text: _store(workspace, entry, text),  # type: ignore[misc]  # bound now
                done=lambda _changes, entry=entry: self._settled(entry),  # type: ignore[misc]  # bound now
                refused=lambda error, entry=entry: self._settled(entry, error),  # type: ignore[misc]  # bound now
            )
        self.waiting_changed.emit()

    def _text(self, entry: Entry) -> Text:
        card = self._desk.records.get(Card, entry.card)
        return card.text.reworded(entry.text.strip()) if card else self._desk.text(entry.text)

    def _settled(self, entry: Entry, error: FacilitatorError | None = None) -> None:
        place = next(place for place, each in enumerate(self._waiting) if each is entry)
        del self._waiting[place]
        if error is None:
            self.stored.emit(entry)
        else:
            self.refused.emit(entry, error)
        self.waiting_changed.emit()


def _store(workspace: "Workspace", entry: Entry, text: Text | None) -> ChangeSet:
    from facilitator.services.noting import Noting  # noqa: PLC0415 - behind the first paint, with the database
    from facilitator.services.wall import NewCard  # noqa: PLC0415

    choice, who = entry.choice, entry.who
    person = who.person if who else None
    organisation = who.organisation if who else None
    if entry.card is not None:
        fields: dict[str, object] = {
            "text": text,
            "kind": choice.kind,
            "own_kind": choice.own_kind,
            "author": person,
            "organisation": organisation,
        }
        return workspace.books.edit_all(Card, {entry.card: fields})
    session = entry.session
    if session is None or text is None:
        session, text = _where_it_runs(workspace, entry.text)
    match choice.target:
        case Target.NOTE:
            return Noting(workspace.operations).note(session, text)
        case Target.AGREEMENT:
            return Noting(workspace.operations).agree(session, text)
        case Target.PARKING_LOT:
            return Noting(workspace.operations).park(session, text, person)
        case Target.CARD:
            card = NewCard(
                text=text,
                kind=choice.kind,
                own_kind=choice.own_kind,
                author=person,
                organisation=organisation,
            )
            return workspace.wall.add_card(session, card)


def _where_it_runs(workspace: "Workspace", words: str) -> tuple[SessionId, Text]:
    """Return the session that runs in the workshop on the desk, and words in its language.

    Raises InvalidInput where none runs, or the words are no text.
    """
    records = workspace.records(key := workspace.latest_workshop())
    running = current_session(records.where(Session, workshop=key))
    workshop = records.get(Workshop, key)
    if running is None or workshop is None:
        raise InvalidInput("no-session-runs")
    return running.id, Text(words.strip(), workshop.language)
