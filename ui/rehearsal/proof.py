"""Looks afterwards, with other eyes, whether all of the example is in the database and in the minutes."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import field
from pathlib import Path
from typing import Any, Final

from facilitator.bootstrap import open_workspace
from facilitator.domain.agenda import Session
from facilitator.domain.cards import Board, Card, Cluster, Vote
from facilitator.domain.frozen import dataclass
from facilitator.domain.notes import Agreement, ParkingItem
from facilitator.domain.plans import Contribution, WorkItem
from facilitator.domain.records import Records
from facilitator.domain.reflections import Evidence, Reflection
from facilitator.domain.values import Text
from facilitator.i18n import N_, _
from ui.presenters.reflection_fields import FIELDS, at
from ui.rehearsal.score import Score

_NO_LETTER: Final = re.compile(r"[\s\u00ad\ufffe\u2010-]+")
"""What differs between a text and its setting: spaces, line ends, hyphens."""

_FIELDS_OF_ITEMS: Final = (
    *("activity", "output", "responsible", "responsible_person", "start", "due", "status"),
    *("status_reason", "objective", "progress_percent", "budget", "resources", "means_of_verification"),
    *("indicator", "follow_up", "notes"),
)
_FIELDS_OF_LOOPS: Final = FIELDS - {"review.outcome", "review.text", "review.on"}


_KINDS: Final[dict[type[Any], str]] = {
    Reflection: N_("Reflection"),
    WorkItem: N_("Activity"),
    Agreement: N_("Agreement"),
    ParkingItem: N_("Parked matter"),
    Session: N_("Session"),
}


@dataclass(slots=True)
class Proof:
    """What was looked at, by kind, and everything that is missing."""

    stored: Counter[str] = field(default_factory=Counter)
    printed: Counter[str] = field(default_factory=Counter)
    missing: list[str] = field(default_factory=list)

    def in_database(self, kind: str, words: str, there: bool) -> None:
        """Note that something is in the database, or that it is missing."""
        if there:
            self.stored[kind] += 1
        else:
            said = _("{kind}: “{words}” is not in the database as it was typed")
            self.missing.append(said.format(kind=_(kind), words=words))

    def in_memoria(self, kind: str, words: str, there: bool) -> None:
        """Note that the memoria says something, or that it does not."""
        if there:
            self.printed[kind] += 1
        else:
            said = _("{kind}: “{words}” is not in the memoria")
            self.missing.append(said.format(kind=_(kind), words=words))


def prove(score: Score, database: str, memoria: Path) -> Proof:
    """Compare the database and the memoria's text with the score. Raises CannotOpen, OSError."""
    proof = Proof()
    with open_workspace(database, read_only=True) as workspace:
        records = workspace.records(score.workshop.id)
        proof.missing += (str(problem) for problem in workspace.database.problems())
    _in_database(proof, score, records)
    printed = bare(pdf_text(memoria))
    for kind, words in texts(score):
        proof.in_memoria(kind, words, bare(words) in printed)
    return proof


def _in_database(proof: Proof, score: Score, records: Records) -> None:
    same = _Same(score)
    for board in score.of(Board):
        stored = [_card(score, records, each) for each in records.where(Card, board=board.id)]
        for card in score.cards(board):
            proof.in_database(N_("Card"), score.said(card.text), _card(score, score.records, card) in stored)
        proof.in_database(N_("Board"), score.said(board.question), len(stored) == len(score.cards(board)))
    for kind, name in _KINDS.items():
        ours = [each for each in records.where(kind) if getattr(each, "workshop", None) == score.workshop.id]
        for scored in score.of(kind):
            proof.in_database(name, _words(score, scored), any(same(records, each, scored) for each in ours))
        proof.in_database(N_("Count"), _(name), len(ours) == len(score.of(kind)))


def _card(score: Score, records: Records, card: Card) -> tuple[object, ...]:
    """Return what a card says, where it lies and how many dots it got."""
    cluster = records.get(Cluster, card.cluster)
    dots = sum(each.dots for each in records.where(Vote, on=card.id))
    return (score.said(card.text), card.kind, score.said(cluster.title) if cluster else "", card.author, dots)


class _Same:
    """Whether a stored record says what one of the score says, in the language that was typed."""

    def __init__(self, score: Score) -> None:
        self._score = score

    def __call__(self, records: Records, stored: Any, scored: Any) -> bool:
        match scored:
            case Session():
                return bool(stored.id == scored.id and stored.status is scored.status
                            and _minute(stored.actual_start) == _minute(scored.actual_start)
                            and _minute(stored.actual_end) == _minute(scored.actual_end))  # fmt: skip
            case WorkItem():
                given = self._given(records, stored) == self._given(self._score.records, scored)
                given = given and set(stored.support) == set(scored.support)
                return given and self._fields(stored, scored, _FIELDS_OF_ITEMS)
            case Reflection():
                one, other = stored.second_loop, scored.second_loop
                rows = all(
                    self._rows(getattr(one, side), getattr(other, side))
                    for side in ("evidence_for", "evidence_against", "effects")
                )
                return rows and all(
                    self._equal(at(stored, name), at(scored, name)) for name in _FIELDS_OF_LOOPS
                )
            case ParkingItem():
                return self._fields(stored, scored, ("text", "session", "outcome"))
            case _:
                return self._fields(stored, scored, ("text",))

    def _fields(self, one: Any, other: Any, names: tuple[str, ...]) -> bool:
        return all(self._equal(getattr(one, name), getattr(other, name)) for name in names)

    def _equal(self, one: Any, other: Any) -> bool:
        if isinstance(one, Text) or isinstance(other, Text):
            return self._score.said(one) == self._score.said(other)
        if isinstance(one, tuple) and isinstance(other, tuple):
            return len(one) == len(other) and all(map(self._equal, one, other))
        return bool(one == other)

    def _rows(self, one: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
        def said(row: Any) -> tuple[object, ...]:
            on = None if isinstance(row, Evidence) else row.on
            return (self._score.said(row.text), row.ref, on)

        return [said(row) for row in one] == [said(row) for row in other]

    @staticmethod
    def _given(records: Records, item: WorkItem) -> set[tuple[object, ...]]:
        return {
            (each.organisation, each.kind, each.amount)
            for each in records.where(Contribution, work_item=item.id)
        }


def _minute(instant: Any) -> Any:
    return None if instant is None else instant.replace(second=0, microsecond=0)


def _words(score: Score, record: Any) -> str:
    for name in ("activity", "action", "text", "title"):
        if isinstance(getattr(record, name, None), Text):
            return score.said(getattr(record, name))
    return str(record.id)


# The memoria


def texts(score: Score) -> Iterator[tuple[str, str]]:
    """Yield every text of the example that the memoria has to say, with its kind."""
    for card in score.of(Card):
        yield N_("Card"), score.said(card.text)
    for agreement in score.of(Agreement):
        yield N_("Agreement"), score.said(agreement.text)
    for parked in score.of(ParkingItem):
        yield N_("Parked matter"), score.said(parked.text)
    for item in score.of(WorkItem):
        yield N_("Activity"), score.said(item.activity)
        if item.output:
            yield N_("Activity"), score.said(item.output)
    for reflection in score.of(Reflection):
        for text in _texts_in(reflection):
            yield N_("Reflection"), score.said(text)


def _texts_in(reflection: Reflection) -> Iterator[Text]:
    for name in sorted(_FIELDS_OF_LOOPS):
        found = at(reflection, name)
        for each in found if isinstance(found, tuple) else (found,):
            if isinstance(each, Text):
                yield each
    loop = reflection.second_loop
    said = [row.text for row in (*loop.evidence_for, *loop.evidence_against)]
    said += [row.text for row in loop.effects]
    yield from (text for text in said if text is not None)


def pdf_text(place: Path, page_done: Callable[[int], object] = lambda _page: None) -> str:
    """Return all text of a PDF, page after page. Raises OSError when there is none."""
    from pypdfium2 import PdfDocument  # noqa: PLC0415 - at the end of a rehearsal only

    if not place.is_file():
        raise FileNotFoundError(place)
    pages = []
    with PdfDocument(place) as document:
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            pages.append(text.get_text_range())
            text.close()
            page.close()
            page_done(number)
    return "\n".join(pages)


def bare(words: str) -> str:
    """Return words without what setting them in lines changes."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFC", words))
