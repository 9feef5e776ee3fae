"""The whole document, put together from its sections (domain.md 7.2)."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from facilitator.domain.cycles import Workshop
from facilitator.domain.documents import Disclosure, DocumentKind
from facilitator.domain.ids import WorkshopId
from facilitator.domain.minutes import Minutes, ParticipantTotals
from facilitator.domain.records import Reader, need
from facilitator.domain.values import LooseDate
from facilitator.services.minutes.background import background
from facilitator.services.minutes.boards import card_kinds
from facilitator.services.minutes.cases import cases
from facilitator.services.minutes.choice import plan
from facilitator.services.minutes.closing import annexes, distribution, evaluation, signatures
from facilitator.services.minutes.cover import cover, document_of, summary
from facilitator.services.minutes.people import participants, sign_in
from facilitator.services.minutes.photographs import NO_PICTURES, photographs
from facilitator.services.minutes.places import Places
from facilitator.services.minutes.proceedings import agenda, proceedings
from facilitator.services.minutes.products import group_products
from facilitator.services.minutes.reflections import reflections
from facilitator.services.minutes.results import agreements, budget_revisions, next_steps, parking_lot
from facilitator.services.minutes.scope import Edition, Scope
from facilitator.services.minutes.visits import visits
from facilitator.services.minutes.work_plan import work_plan


def gather(  # noqa: PLR0913 - the choices of the command `minutes`, one argument each
    records: Reader,
    workshop: WorkshopId,
    *,
    language: str,
    disclosure: Disclosure,
    kind: DocumentKind,
    today: dt.date,
    as_of: dt.datetime | None = None,
    document: UUID | None = None,
    pictures: Mapping[UUID, bytes] = NO_PICTURES,
) -> Minutes:
    """Return everything one edition says, in any state of the workshop.

    Delays are computed on `today`; `as_of` is the instant the records were read, midnight of `today` in the
    workshop's place unless told. `document` is the stored one whose state, people and summary are printed;
    its kind and language find it unless told. `pictures` are the bytes of photos, by their key. Cards
    withdrawn or hidden, private notes and facilitators' notes are not in it; a merged card's words stand
    with the card it was merged into. Two pages hold what is decided and next, so the two-page kind has no
    days, reflections and cases; every other kind has all values and says in `plan` which it shows. Raises
    NotFound for an unknown workshop, ValueError for a language without a catalogue.
    """
    edition = Edition(language=language, disclosure=disclosure, kind=kind, today=today, document=document)
    scope = Scope(records, need(records, Workshop, workshop), edition)
    if kind is DocumentKind.AYUDA_MEMORIA:
        return _short(scope, Places(scope), _read_at(scope, as_of))
    # Whatever its kind, a document numbers and names what the memoria does, so that they can be compared.
    places = Places(Scope(records, scope.workshop, replace(edition, kind=DocumentKind.MEMORIA)))
    short = _short(scope, places, _read_at(scope, as_of))
    if kind is DocumentKind.ACTA:
        short = _recorded(short)
    return replace(
        _long(scope, places, short),
        annexes=replace(
            annexes(scope, places),
            photographs=photographs(scope, places, pictures),
            group_products=group_products(scope, places, short.plan or ()),
        ),
    )


def _read_at(scope: Scope, as_of: dt.datetime | None) -> dt.datetime:
    return as_of or dt.datetime.combine(scope.edition.today, dt.time.min, scope.zone)


def _short(scope: Scope, places: Places, read_at: dt.datetime) -> Minutes:
    edition, workshop = scope.edition, scope.workshop
    document = document_of(scope)
    return Minutes(
        kind=edition.kind,
        language=edition.language,
        disclosure=edition.disclosure,
        cover=cover(scope, places, document, read_at),
        document=document.id if document else None,
        summary=summary(scope, places, document),
        objectives=scope.all_put(workshop.objectives),
        expected_outputs=scope.all_put(workshop.expected_outputs),
        participants=participants(scope),
        agreements=agreements(scope, places),
        work_plan=work_plan(scope, places),
        parking_lot=parking_lot(scope, places),
        next_steps=next_steps(scope, places),
        signatures=signatures(scope, document),
        distribution=distribution(scope, document),
        plan=plan(scope, document),
    )


def _long(scope: Scope, places: Places, short: Minutes) -> Minutes:
    first, last = (_first_day(each) for each in (short.cover.start, short.cover.end))
    return replace(
        short,
        sign_in=sign_in(scope, first, last),
        card_kinds=card_kinds(scope),
        background=background(scope, places),
        agenda=agenda(scope, places),
        proceedings=proceedings(scope, places),
        reflections=reflections(scope, places),
        cases=cases(scope, places),
        visits=visits(scope, places),
        budget_revisions=budget_revisions(scope),
        evaluation=evaluation(scope),
    )


def _recorded(minutes: Minutes) -> Minutes:
    """Leave out what a record of agreements does not say: totals for donors, dates that are no agreement."""
    people = minutes.participants
    return replace(
        minutes,
        participants=None if people is None else replace(people, totals=ParticipantTotals((), (), ())),
        next_steps=(),
    )


def _first_day(day: dt.date | LooseDate) -> dt.date:
    return day.first_day() if isinstance(day, LooseDate) else day
