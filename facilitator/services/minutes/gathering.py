"""The whole document, put together from its sections (domain.md 7.2)."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from facilitator.domain.cycles import Workshop
from facilitator.domain.documents import Disclosure, DocumentKind
from facilitator.domain.errors import InvalidInput
from facilitator.domain.ids import WorkshopId
from facilitator.domain.minutes import Minutes
from facilitator.domain.records import Reader, need
from facilitator.services.minutes.background import background
from facilitator.services.minutes.boards import card_kinds
from facilitator.services.minutes.cases import cases
from facilitator.services.minutes.closing import annexes, distribution, evaluation, signatures
from facilitator.services.minutes.cover import cover, document_of, summary
from facilitator.services.minutes.people import participants
from facilitator.services.minutes.photographs import NO_PICTURES, photographs
from facilitator.services.minutes.places import Places
from facilitator.services.minutes.proceedings import agenda, proceedings
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
    days, reflections and cases. Raises NotFound for an unknown workshop, ValueError for a language without a
    catalogue, InvalidInput for a kind not written from these values.
    """
    if kind not in {DocumentKind.MEMORIA, DocumentKind.AYUDA_MEMORIA}:
        raise InvalidInput("document-kind-not-written", kind=kind.value)
    edition = Edition(language=language, disclosure=disclosure, kind=kind, today=today, document=document)
    scope = Scope(records, need(records, Workshop, workshop), edition)
    places = Places(scope)
    read_at = as_of or dt.datetime.combine(today, dt.time.min, scope.zone)
    short = _short(scope, places, read_at)
    if kind is DocumentKind.AYUDA_MEMORIA:
        return short
    return replace(
        _long(scope, places, short),
        annexes=replace(annexes(scope, places), photographs=photographs(scope, places, pictures)),
    )


def _short(scope: Scope, places: Places, read_at: dt.datetime) -> Minutes:
    edition, workshop = scope.edition, scope.workshop
    document = document_of(scope)
    return Minutes(
        kind=edition.kind,
        language=edition.language,
        disclosure=edition.disclosure,
        cover=cover(scope, places, document, read_at),
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
    )


def _long(scope: Scope, places: Places, short: Minutes) -> Minutes:
    return replace(
        short,
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
