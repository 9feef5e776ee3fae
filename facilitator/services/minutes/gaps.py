"""What the coordinator should mend before the minutes go out: each gap names its record, to be opened."""

import datetime as dt
from collections.abc import Iterator
from gettext import NullTranslations
from typing import Final
from uuid import UUID

from facilitator.domain.agenda import Session, SessionStatus, SessionType
from facilitator.domain.cycles import Workshop, WorkshopStatus
from facilitator.domain.documents import Disclosure, DocumentKind
from facilitator.domain.evaluation import Evaluation
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import WorkshopId
from facilitator.domain.notes import Agreement, ParkingItem
from facilitator.domain.people import Person
from facilitator.domain.plans import WorkItem
from facilitator.domain.record import Record
from facilitator.domain.records import Reader, need
from facilitator.domain.reflections import Reflection
from facilitator.domain.values import Text
from facilitator.i18n import N_, SOURCE_LANGUAGE
from facilitator.services.minutes.commitments import owed
from facilitator.services.minutes.places import Places
from facilitator.services.minutes.scope import Edition, Scope
from facilitator.services.privacy import answers

SENTENCES: Final = {
    "agreement-without-owner": N_("Nobody is responsible for the agreement “{what}”."),
    "agreement-without-date": N_("The agreement “{what}” has no date."),
    "agreement-without-source": N_("The agreement “{what}” does not say where it came from."),
    "session-without-times": N_("The session “{what}” has no times at which it was held."),
    "evaluation-without-forms": N_("No forms of “{what}” were typed in."),
    "parking-undecided": N_("Nothing was decided about “{what}” in the parking lot."),
    "person-without-consent": N_("{what} was not asked about names, photos and quotes."),
    "work-item-without-owner": N_("Nobody is responsible for the activity “{what}”."),
    "work-item-without-date": N_("The activity “{what}” has no date."),
    "reflection-without-revision": N_("The verdict on “{what}” asks for a new wording of the assumption."),
    "reflection-without-effects": N_("The verdict on “{what}” asks what changes because of it."),
}
"""A sentence for each kind of gap; `what` is the record in its own words."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing: `key` names the sentence, `kind` and `record` the record that a screen opens."""

    key: str
    kind: type[Record]
    record: UUID
    what: Text | str

    def sentence(self, t: NullTranslations, language: str) -> str:
        """Return the gap as a sentence in the words of a catalogue."""
        what = self.what.best(language) if isinstance(self.what, Text) else self.what
        return t.gettext(SENTENCES[self.key]).format(what=what)


def gaps(records: Reader, workshop: WorkshopId) -> tuple[Gap, ...]:
    """Return what is missing, in the order of the sections. Raises NotFound for an unknown workshop."""
    found = need(records, Workshop, workshop)
    edition = Edition(
        language=SOURCE_LANGUAGE,
        disclosure=Disclosure.INTERNAL,
        kind=DocumentKind.MEMORIA,
        today=dt.date.min,
    )
    scope = Scope(records, found, edition)
    places = Places(scope)
    return (
        *_people(scope),
        *_sessions(scope, places),
        *_reflections(places),
        *_agreements(places),
        *_work_plan(places),
        *_evaluations(scope, places),
        *_parking_lot(scope),
    )


def _people(scope: Scope) -> Iterator[Gap]:
    for key in dict.fromkeys(each.person for each in scope.attendance if each.code.in_the_room):
        person = scope.records.get(Person, key)
        if person is not None and not person.anonymised and not answers(scope.records, key):
            yield Gap("person-without-consent", Person, key, person.full_name)


def _sessions(scope: Scope, places: Places) -> Iterator[Gap]:
    over = scope.workshop.status in {WorkshopStatus.CLOSED, WorkshopStatus.ARCHIVED}
    dropped = {SessionStatus.SKIPPED, SessionStatus.MOVED}
    for session in places.sessions:
        held = session.status is SessionStatus.DONE or (over and session.status not in dropped)
        if held and (session.actual_start is None or session.actual_end is None):
            yield Gap("session-without-times", Session, session.id, session.title)


def _reflections(places: Places) -> Iterator[Gap]:
    keys = {"revised_assumption": "reflection-without-revision", "effects": "reflection-without-effects"}
    for each in places.reflections:
        what = each.second_loop.governing_assumption or each.action
        for missing in each.missing_revision():
            yield Gap(keys[missing], Reflection, each.id, what)


def _agreements(places: Places) -> Iterator[Gap]:
    for each in places.agreements:
        promise = owed(each, places.work_items)
        if not promise.somebody:
            yield Gap("agreement-without-owner", Agreement, each.id, each.text)
        if promise.due is None:
            yield Gap("agreement-without-date", Agreement, each.id, each.text)
        if each.source is None and each.session is None:
            yield Gap("agreement-without-source", Agreement, each.id, each.text)


def _work_plan(places: Places) -> Iterator[Gap]:
    for item in places.work_items:
        if not item.status.is_open:
            continue
        if item.responsible is None and item.responsible_person is None:
            yield Gap("work-item-without-owner", WorkItem, item.id, item.activity)
        if item.due is None:
            yield Gap("work-item-without-date", WorkItem, item.id, item.activity)


def _evaluations(scope: Scope, places: Places) -> Iterator[Gap]:
    """Name each session that was to evaluate the workshop and of which no answer is there."""
    forms = scope.records.where(Evaluation, workshop=scope.workshop.id)
    answered = {each.session for each in forms if each.responses or each.open_answers}
    if None in answered:  # the workshop as a whole was evaluated, and no session of its own
        return
    for session in places.sessions:
        held = session.type is SessionType.EVALUATION and session.status is SessionStatus.DONE
        if held and session.id not in answered:
            yield Gap("evaluation-without-forms", Session, session.id, session.title)


def _parking_lot(scope: Scope) -> Iterator[Gap]:
    for each in scope.records.where(ParkingItem, workshop=scope.workshop.id):
        if each.outcome is None:
            yield Gap("parking-undecided", ParkingItem, each.id, each.text)
