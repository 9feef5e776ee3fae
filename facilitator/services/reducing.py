"""What of a workshop's records may leave at one level of disclosure, as records that can be taken in again.

A pure function over records, beside `Privacy`, which decides the same for what is printed. At no level stays
what its document would not print: no private notes, no notes and tips of facilitators, no withdrawn or hidden
cards, no ballots of single voters, no photos without leave, no contacts without leave; whose words were whose
only with leave to be quoted; a person who may not be named is a figure without a name. The internal level
keeps what its readers may know and others may not: contacts with leave, and figures of persons.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, Final
from uuid import UUID

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Board, BoardMode, Card, Vote, VoteMethod
from facilitator.domain.cases import Canvas, Case, ChainMap
from facilitator.domain.change_theory import Measurement
from facilitator.domain.documents import Disclosure, DocumentTemplate, MinutesDocument
from facilitator.domain.ids import WorkshopId
from facilitator.domain.notes import Note, ParkingItem, Photo
from facilitator.domain.people import Attendance, AttendanceCode, Consent, ConsentKind, Organisation, Person
from facilitator.domain.ratings import Rating
from facilitator.domain.record import Record
from facilitator.domain.records import Records
from facilitator.domain.reflections import Reflection
from facilitator.domain.sections import section_key
from facilitator.domain.turns import SpeakingTurn
from facilitator.services.minutes.places import standing
from facilitator.services.minutes.scope import in_team
from facilitator.services.privacy import Privacy, newest
from facilitator.services.selection import GONE, without, without_dangling

_TOLD: Final = (ConsentKind.NAME_IN_MINUTES, ConsentKind.QUOTE_WITH_NAME)
"""Consents without which a named person's words would come back unnamed."""


def reduced(records: Iterable[Record], workshop: WorkshopId, disclosure: Disclosure) -> list[Record]:
    """Return what of the records that travel with a workshop may leave at this level, in their order."""
    found = list(records)
    reduction = _Reduction(Records(found), workshop, disclosure)
    kept = (reduction.of(each) for each in found)
    return without_dangling([each for each in kept if each is not None])


class _Reduction:
    """The rules of one level, one method for each kind of record that is not simply kept."""

    def __init__(self, reader: Records, workshop: WorkshopId, disclosure: Disclosure) -> None:
        self._reader = reader
        self._disclosure = disclosure
        self._public = disclosure is Disclosure.PUBLIC
        self._inside = disclosure is Disclosure.INTERNAL
        self._privacy = Privacy(reader, workshop, disclosure)
        people = reader.where(Person)
        self._unnamed: set[UUID] = {each.id for each in people if not self._privacy.may_be_named(each)}
        self._came = {each.person for each in reader.where(Attendance)}
        self._standing = standing(reader.where(Card))
        self._votes = _counted(reader.where(Vote))
        self._rules: dict[type[Record], Callable[[Any], Record | None]] = {
            Person: self._person,
            Consent: self._consent,
            Attendance: self._attendance,
            Organisation: lambda each: each if self._inside else replace(each, contact=None),
            Session: self._session,
            SpeakingTurn: lambda each: each if self._inside else None,
            Note: lambda each: None if each.private else each,
            Board: self._board,
            Card: self._card,
            Vote: self._vote,
            Case: self._case,
            ChainMap: self._of_case,
            Canvas: self._of_case,
            Measurement: lambda each: each if self._inside else replace(each, verification_file=None),
            ParkingItem: lambda each: each if self._quoted(each.raised_by) else replace(each, raised_by=None),
            Reflection: self._reflection,
            Photo: self._photo,
            MinutesDocument: self._document,
            DocumentTemplate: lambda _each: None,
        }

    def of(self, record: Record) -> Record | None:
        """Return what stays of a record; None where nothing does."""
        rule = self._rules.get(type(record))
        kept = record if rule is None else rule(record)
        if kept is None:
            return None
        if not isinstance(kept, Person | Attendance):
            kept = without(kept, self._unnamed)
            if kept is GONE:
                return None
        changed = kept.changed_at if self._inside else None
        return replace(kept, created_by=None, changed_at=changed, changed_by=None)

    def _person(self, person: Person) -> Person | None:
        if person.id not in self._unnamed:
            if self._inside:
                reached = self._privacy.may_be_contacted(person)
                return person if reached else replace(person, phone=None, email=None)
            return replace(person, phone=None, email=None, municipality=None, age_band=None, first_time=None)
        if person.id not in self._came or (self._public and in_team(person)):
            return None
        home = self._privacy.organisation(person.organisation)
        return Person(
            id=person.id,
            full_name="",
            organisation=None if home is None else home.id,
            sex=person.sex,
            workshop_roles=person.workshop_roles,
            anonymised=True,
        )

    def _consent(self, consent: Consent) -> Consent | None:
        if self._inside:
            return None if consent.person in self._unnamed else consent
        told = newest(self._reader, consent.person).get(consent.kind)
        if consent.person in self._unnamed or consent.kind not in _TOLD or told != consent:
            return None
        return replace(consent, how=None) if consent.given else None

    def _attendance(self, each: Attendance) -> Attendance | None:
        """Keep who was there; the public is not told who came late or left."""
        if not self._public:
            return each
        return replace(each, code=AttendanceCode.PRESENT) if each.code.in_the_room else None

    def _session(self, session: Session) -> Session:
        steps = tuple(replace(step, tip=None) for step in session.steps)
        return replace(session, facilitator_notes=None, steps=steps)

    def _board(self, board: Board) -> Board:
        """Say how many voted and not who: ballots leave as they would have been counted on paper."""
        rule = board.voting
        board = replace(board, ratings=tuple(map(self._rating, board.ratings)))
        if rule is None or not rule.method.by_ballot:
            return board
        votes = self._reader.where(Vote, board=board.id)
        voters = {each.voter or each.organisation for each in votes} - {None}
        voted = rule.voted if rule.voted is not None else min(len(voters), rule.voters)
        return replace(board, voting=replace(rule, method=VoteMethod.PAPER_COUNT, voted=voted))

    def _rating(self, rating: Rating) -> Rating:
        """Keep the marks of a closed rating, without those of cards that stay behind."""
        gone = {mark.on for mark in rating.marks if self._reader.get(Card, mark.on)} - self._standing.keys()
        kept = (mark for mark in rating.marks if rating.closed and mark.on not in gone)
        return replace(rating, marks=tuple(kept))

    def _vote(self, vote: Vote) -> Vote | None:
        board = self._reader.get(Board, vote.board)
        if board is None or (board.voting is not None and not board.voting.closed):
            return None
        return self._votes.get(vote.id)

    def _card(self, card: Card) -> Card | None:
        board = self._reader.get(Board, card.board)
        if board is None or card.id not in self._standing:
            return None
        if board.mode is BoardMode.ANONYMOUS:
            return replace(card, author=None, organisation=None, created_at=None)
        author = self._reader.get(Person, card.author)
        if author is not None and self._privacy.may_be_quoted(author):
            return card
        home = card.organisation if author is None else author.organisation
        known = self._privacy.organisation(home)
        return replace(card, author=None, organisation=None if known is None else known.id)

    def _case(self, case: Case) -> Case:
        return case if self._names_firms(case) else replace(case, seller=None, buyer=None)

    def _of_case(self, record: ChainMap | Canvas) -> Record | None:
        case = self._reader.get(Case, record.case)
        return record if case is not None and self._names_firms(case) else None

    def _names_firms(self, case: Case) -> bool:
        return not self._public or case.consent_to_publish is True

    def _reflection(self, each: Reflection) -> Reflection:
        person = each.attributed_person if self._quoted(each.attributed_person) else None
        home = each.attributed_to
        if self._public and self._privacy.organisation(home) is None:
            home = None
        return replace(each, attributed_person=person, attributed_to=home)

    def _photo(self, photo: Photo) -> Photo | None:
        """Keep a photo that may be shown, without the name of its file, which may say who is on it."""
        if not self._privacy.may_be_shown(photo):
            return None
        ending = photo.media_type.rpartition("/")[2] or "jpeg"
        return replace(photo, people=(), file_name=f"{photo.id}.{ending}")

    def _document(self, document: MinutesDocument) -> MinutesDocument | None:
        if document.disclosure is not self._disclosure and not self._inside:
            return None
        out = set(map(section_key, document.left_out))
        written = tuple(each for each in document.section_words if each.key not in out)
        signing = () if self._public else document.signatories
        return replace(document, section_words=written, signatories=signing)

    def _quoted(self, key: UUID | None) -> bool:
        person = next((each for each in self._reader.where(Person, id=key)), None) if key else None
        return person is not None and self._privacy.may_be_quoted(person)


def _counted(votes: Iterable[Vote]) -> dict[UUID, Vote]:
    """Return one vote for each card with all its dots, under the lowest of their keys."""
    by_place: defaultdict[tuple[UUID, UUID], list[Vote]] = defaultdict(list)
    for vote in votes:
        by_place[vote.board, vote.on].append(vote)
    return {
        each[0].id: replace(
            each[0], dots=sum(vote.dots for vote in each), voter=None, organisation=None, created_at=None
        )
        for each in by_place.values()
    }
