"""Field visits, remote sessions and peer reviews that took place (domain.md 5.3)."""

from facilitator.domain.cases import Case
from facilitator.domain.minutes import Said, VisitAccount
from facilitator.domain.plans import FollowUp, WorkItem
from facilitator.domain.values import LooseDate
from facilitator.i18n import N_
from facilitator.services.minutes.places import Places
from facilitator.services.minutes.scope import Scope
from facilitator.words import word

_ACCOUNTS = {
    "purpose": N_("Purpose"),
    "advanced": N_("What advanced"),
    "stuck": N_("What is stuck"),
    "suggestion": N_("Suggestion"),
    "agreements": N_("Agreed"),
}
"""What is noted of a visit, in the order of the form, with its label."""


def visits(scope: Scope, places: Places) -> tuple[VisitAccount, ...]:
    """Gather what took place for the plan and the cases of this document until its day, oldest first."""
    items = {each.id for each in places.work_items}
    cases = {each.id for each in places.cases}
    held = [
        each
        for each in scope.records.where(FollowUp)
        if each.date <= scope.edition.today and (each.work_item in items or each.case in cases)
    ]
    held.sort(key=lambda each: (each.date, each.id.int))
    return tuple(_visit(scope, places, each) for each in held)


def _visit(scope: Scope, places: Places, visit: FollowUp) -> VisitAccount:
    accounts = ((label, scope.said(getattr(visit, name))) for name, label in _ACCOUNTS.items())
    return VisitAccount(
        kind=word(scope.t, visit.kind),
        start=LooseDate.of(visit.date),
        end=LooseDate.of(visit.end) if visit.end is not None and visit.end != visit.date else None,
        about=places.source(visit.work_item) or places.source(visit.case),
        subject=_subject(scope, visit),
        place=visit.place,
        length=scope.t.gettext("{n} min").format(n=visit.minutes) if visit.minutes else None,
        met=_met(scope, visit),
        people=_people(scope, visit),
        reviewer=scope.organisation_in_full(visit.reviewer),
        accounts=tuple((scope.t.gettext(label), said) for label, said in accounts if said is not None),
        next_date=visit.next_date,
    )


def _subject(scope: Scope, visit: FollowUp) -> Said | None:
    item = scope.records.get(WorkItem, visit.work_item)
    if item is not None:
        return scope.written(item.activity)
    case = scope.records.get(Case, visit.case)
    return scope.written(case.chain) if case is not None else None


def _met(scope: Scope, visit: FollowUp) -> str | None:
    t, women, men = scope.t, visit.women_met, visit.men_met
    parts = []
    if women:
        parts.append(t.ngettext("{n} woman", "{n} women", women).format(n=women))
    if men:
        parts.append(t.ngettext("{n} man", "{n} men", men).format(n=men))
    return scope.formats.listing(parts) if parts else None


def _people(scope: Scope, visit: FollowUp) -> str | None:
    """Return who took part: names as far as consents allow, then how many others there were."""
    t = scope.t
    names = [name for key in visit.people if (name := scope.privacy.name(key)) is not None]
    others = len(visit.people) - len(names)
    if others and names:
        names.append(t.ngettext("{n} more person", "{n} more people", others).format(n=others))
    elif others:
        names.append(t.ngettext("{n} person", "{n} people", others).format(n=others))
    return scope.formats.listing(names) if names else None
