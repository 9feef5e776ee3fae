"""Cover and summary: the first page of every edition (domain.md 7.2, sections 0 and 1)."""

import datetime as dt

from facilitator.domain.cycles import Alliance
from facilitator.domain.documents import DocumentStatus, MinutesDocument
from facilitator.domain.minutes import Cover, Summary, Tally, ThreadPlace, ThreadStop
from facilitator.domain.people import Organisation, Person, WorkshopRole
from facilitator.domain.values import LooseDate
from facilitator.services.minutes.commitments import is_carried
from facilitator.services.minutes.cycle import place, when, workshop_order, workshops
from facilitator.services.minutes.places import Places
from facilitator.services.minutes.scope import Scope
from facilitator.words import word


def cover(scope: Scope, places: Places, document: MinutesDocument | None, as_of: dt.datetime) -> Cover:
    """Gather the first page."""
    start, end = _days(scope, places)
    alliance = scope.records.get(Alliance, scope.cycle.alliance) if scope.cycle else None
    final = document is not None and document.status is DocumentStatus.FINAL
    return Cover(
        title=scope.put(scope.workshop.title),
        place=place(scope, scope.workshop),
        start=start,
        end=end,
        as_of=scope.local(as_of),
        lead=_lead(scope),
        cycle=_cycle_name(scope),
        alliance=scope.put(alliance.name) if alliance else None,
        organisers=_organisers(scope, alliance),
        funder_credit=_funder_credit(scope),
        version=document.version if document else None,
        status=None if final else _status(scope, document),
        draft=not final,
        mark=_mark(scope, document),
        author=_author(scope, document),
        footer=_footer(scope, alliance),
        issued=_issued(document) if final else (),
        thread=_thread(scope, start, end),
    )


def summary(scope: Scope, places: Places, document: MinutesDocument | None) -> Summary:
    """Gather the page that says it all; what nobody wrote is left to the objectives."""
    workshop = scope.workshop
    written = (document.summary if document else None) or workshop.summary
    team = scope.team()
    present = len(scope.participants())
    return Summary(
        paragraphs=(scope.written(written),) if written else (),
        figures=_figures(scope, places, present),
        facilitators=_names(scope, team, WorkshopRole.LEAD_FACILITATOR, WorkshopRole.CO_FACILITATOR),
        note_takers=_names(scope, team, WorkshopRole.NOTE_TAKER),
        present=present or None,
    )


def document_of(scope: Scope) -> MinutesDocument | None:
    """Return the stored choices: those named, else of this kind, those in its language before others."""
    named = scope.records.get(MinutesDocument, scope.edition.document)
    if named is not None and named.workshop == scope.workshop.id:
        return named
    language = scope.edition.language
    found = [
        each
        for each in scope.records.where(MinutesDocument, workshop=scope.workshop.id)
        if each.kind is scope.edition.kind
    ]
    return max(found, key=lambda each: (each.language == language, each.id.int), default=None)


def _days(scope: Scope, places: Places) -> tuple[dt.date | LooseDate, dt.date | LooseDate]:
    """Return first and last day, or the month twice while no day is known."""
    workshop = scope.workshop
    held = [session.date for session in places.sessions]
    start = workshop.start or min(held, default=None)
    if start is None and workshop.planned_month is not None:
        return workshop.planned_month, workshop.planned_month
    start = start or scope.edition.today
    return start, max(workshop.end or max(held, default=start), start)


def _lead(scope: Scope) -> str | None:
    workshop, cycle, t = scope.workshop, scope.cycle, scope.t
    facts = {"kind": word(t, workshop.type), "number": workshop.number}
    if cycle is None:
        return t.gettext("{kind} {number}").format(**facts) if workshop.number else word(t, workshop.type)
    facts |= {"cycle": cycle.label, "topic": scope.put(cycle.topic)}
    if workshop.number and cycle.topic:
        return t.gettext("{kind} {number} of the learning cycle {cycle}. {topic}").format(**facts)
    if workshop.number:
        return t.gettext("{kind} {number} of the learning cycle {cycle}").format(**facts)
    return t.gettext("{kind} of the learning cycle {cycle}").format(**facts)


def _cycle_name(scope: Scope) -> str | None:
    if scope.cycle is None:
        return None
    return scope.t.gettext("Learning cycle {label}").format(label=scope.cycle.label)


def _organisers(scope: Scope, alliance: Alliance | None) -> tuple[str, ...]:
    keys = (scope.workshop.facilitating_organisation, alliance.promoted_by if alliance else None)
    names = (scope.organisation_in_full(key) for key in keys)
    return tuple(dict.fromkeys(name for name in names if name))


def _funder_credit(scope: Scope) -> str | None:
    name = scope.organisation_in_full(scope.cycle.funder) if scope.cycle else None
    return scope.t.gettext("With funding from {name}.").format(name=name) if name else None


def _status(scope: Scope, document: MinutesDocument | None) -> str:
    if document is None or document.status is DocumentStatus.DRAFT:
        return word(scope.t, DocumentStatus.DRAFT)
    if document.comments_until is None:
        return word(scope.t, document.status)
    day = scope.formats.day(document.comments_until)
    return scope.t.gettext("Draft, for comments until {day}").format(day=day)


def _mark(scope: Scope, document: MinutesDocument | None) -> str | None:
    """Return what every page says of the approval; None where nobody stored a document."""
    if document is None:
        return None
    t, number = scope.t, document.version.strip()
    if document.status is DocumentStatus.FINAL:
        return t.gettext("Final {number}").format(number=number)
    if document.status is DocumentStatus.DRAFT:
        return t.gettext("Draft {number}").format(number=number)
    if document.comments_until is None:
        return t.gettext("Draft {number}, for comments").format(number=number)
    day = scope.formats.day(document.comments_until)
    return t.gettext("Draft {number}, for comments until {day}").format(number=number, day=day)


def _issued(document: MinutesDocument | None) -> tuple[str, ...]:
    """Return the hashes of the PDFs that were written of the final as it stands."""
    files = document.issued_files if document else ()
    return tuple(each.hash for each in files if document and each.version == document.version)


def _author(scope: Scope, document: MinutesDocument | None) -> str | None:
    name = scope.privacy.name(document.prepared_by) if document else None
    return name or scope.organisation_in_full(scope.workshop.facilitating_organisation)


def _footer(scope: Scope, alliance: Alliance | None) -> str | None:
    name = scope.put(alliance.name) if alliance else None
    people = [*scope.participants(), *scope.team()]
    homes = (scope.records.get(Organisation, person.organisation) for person in people)
    if all(home is None or home.real for home in homes):
        return name
    if name is None:
        return scope.t.gettext("Sample data, names are invented")
    return scope.t.gettext("{alliance}. Sample data, names are invented").format(alliance=name)


def _thread(scope: Scope, start: dt.date | LooseDate, end: dt.date | LooseDate) -> tuple[ThreadStop, ...]:
    here = workshop_order(scope.workshop)
    stops = []
    for each in workshops(scope):
        if each.id == scope.workshop.id:
            stops.append(ThreadStop(ThreadPlace.THIS, _loose(start), _loose(end)))
            continue
        side = ThreadPlace.BEFORE if workshop_order(each) < here else ThreadPlace.AFTER
        stops.append(ThreadStop(side, *when(each)))
    return tuple(stops)


def _loose(day: dt.date | LooseDate) -> LooseDate:
    return day if isinstance(day, LooseDate) else LooseDate.of(day)


def _figures(scope: Scope, places: Places, present: int) -> tuple[Tally, ...]:
    t = scope.t
    homes = {person.organisation for person in scope.participants() if person.organisation}
    sessions = len(places.session_numbers)
    cards = len(places.card_numbers) + sum(len(merged) for merged in places.merged.values())
    new = sum(not is_carried(scope, item) for item in places.work_items)
    counts = (
        Tally(t.ngettext("participant", "participants", present), present),
        Tally(t.ngettext("organisation", "organisations", len(homes)), len(homes)),
        Tally(t.ngettext("session", "sessions", sessions), sessions),
        Tally(t.ngettext("card", "cards", cards), cards),
        Tally(t.ngettext("new action", "new actions", new), new),
    )
    return tuple(each for each in counts if each.count)


def _names(scope: Scope, team: list[Person], *roles: WorkshopRole) -> tuple[str, ...]:
    chosen = (person for person in team if set(roles) & set(person.workshop_roles))
    return tuple(name for person in chosen if (name := scope.privacy.name(person.id)) is not None)
