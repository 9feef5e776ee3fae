"""The alliance, the cycle, what came before and what this workshop starts from (domain.md 1.5, 7.2)."""

from uuid import UUID

from facilitator.domain.change_theory import Assumption, Indicator
from facilitator.domain.cycles import Alliance, Cycle, OutputState, PriorOutput, Reach, Workshop
from facilitator.domain.minutes import Background, EarlierWorkshop, StartingMaterial, Status, Tone
from facilitator.domain.notes import Agreement, ParkingItem
from facilitator.domain.plans import WorkItem
from facilitator.domain.prototypes import PrototypeIteration
from facilitator.domain.values import Text
from facilitator.services.minutes.cycle import place, when, workshop_order, workshops
from facilitator.services.minutes.places import Places
from facilitator.services.minutes.scope import Scope
from facilitator.words import word

_TONES = {
    OutputState.DONE: Tone.DONE,
    OutputState.PARTLY: Tone.IN_PROGRESS,
    OutputState.NOT_STARTED: Tone.PLANNED,
    OutputState.DROPPED: Tone.DROPPED,
}


def background(scope: Scope, places: Places) -> Background | None:
    """Gather the alliance, the cycle, what came before and what this workshop starts from."""
    cycle = scope.cycle
    alliance = scope.records.get(Alliance, cycle.alliance) if cycle else None
    found = Background(
        alliance=_about_alliance(scope, alliance) if alliance else (),
        cycle=_about_cycle(scope, cycle) if cycle else (),
        learning_question=scope.put(cycle.learning_question) if cycle else None,
        aims=scope.all_put(cycle.aims) if cycle else (),
        earlier=tuple(
            _earlier(scope, each)
            for each in workshops(scope)
            if workshop_order(each) < workshop_order(scope.workshop)
        ),
        starting_material=tuple(
            material
            for each in scope.records.where(PriorOutput, workshop=scope.workshop.id)
            if (material := _material(scope, places, each)) is not None
        ),
    )
    return None if found == Background() else found


def text_of(scope: Scope, key: UUID | None) -> Text | None:
    """Return what a record of the cycle says of itself; None for one that has no words of its own."""
    kinds = (Agreement, WorkItem, Indicator, Assumption, ParkingItem, PrototypeIteration)
    match next((found for kind in kinds if (found := scope.records.get(kind, key)) is not None), None):
        case Agreement(text=text) | Assumption(text=text) | ParkingItem(text=text):
            return text
        case WorkItem(activity=text) | Indicator(name=text):
            return text
        case PrototypeIteration(title=title):
            return title
    return None


def _about_alliance(scope: Scope, alliance: Alliance) -> tuple[str, ...]:
    t = scope.t
    facts = {
        "name": scope.put(alliance.name),
        "year": alliance.since,
        "promoter": scope.organisation_in_full(alliance.promoted_by),
    }
    if facts["year"] and facts["promoter"]:
        sentence = t.gettext("{name} has worked since {year}, promoted by {promoter}.")
    elif facts["year"]:
        sentence = t.gettext("{name} has worked since {year}.")
    elif facts["promoter"]:
        sentence = t.gettext("{name} is promoted by {promoter}.")
    else:
        sentence = "{name}."
    principles = [scope.put(each.label) for each in sorted(alliance.principles, key=lambda each: each.n)]
    said = [sentence.format(**facts)]
    if principles:
        said.append(t.gettext("Its principles: {principles}.").format(principles="; ".join(principles)))
    if alliance.reach_claimed is not None and (reach := _reach(scope, alliance.reach_claimed)):
        said.append(reach)
    return tuple(said)


def _reach(scope: Scope, reach: Reach) -> str | None:
    t, number = scope.t, scope.formats.number
    direct, more, families = (
        reach.direct_partner_agencies,
        reach.additional_organisations_influenced,
        reach.rural_families,
    )
    parts = []
    if direct is not None:
        words = t.ngettext("{n} direct partner", "{n} direct partners", direct)
        parts.append(words.format(n=number(direct)))
    if more is not None:
        words = t.ngettext("{n} more organisation influenced", "{n} more organisations influenced", more)
        parts.append(words.format(n=number(more)))
    if families is not None:
        parts.append(
            t.ngettext("{n} rural family", "{n} rural families", families).format(n=number(families))
        )
    if not parts:
        return None
    figures = scope.formats.listing(parts)
    if reach.source:
        words = t.gettext("Reach by its own account: {figures} (source: {source}).")
        return words.format(figures=figures, source=reach.source)
    return t.gettext("Reach by its own account: {figures}.").format(figures=figures)


def _about_cycle(scope: Scope, cycle: Cycle) -> tuple[str, ...]:
    t = scope.t
    said = []
    if cycle.topic:
        words = t.gettext("Learning cycle {label}: {topic}.")
        said.append(words.format(label=cycle.label, topic=scope.put(cycle.topic)))
    else:
        said.append(t.gettext("Learning cycle {label}.").format(label=cycle.label))
    steps = [
        t.gettext("{step} ({state})").format(step=scope.put(step.name), state=word(t, step.state).lower())
        for step in cycle.steps
    ]
    if steps:
        said.append(t.gettext("Steps of the cycle: {steps}.").format(steps="; ".join(steps)))
    return tuple(said)


def _earlier(scope: Scope, workshop: Workshop) -> EarlierWorkshop:
    agreed = scope.records.where(Agreement, workshop=workshop.id)
    start, end = when(workshop)
    return EarlierWorkshop(
        title=scope.put(workshop.title),
        start=start,
        end=end,
        place=place(scope, workshop) or None,
        outputs=scope.all_put((*workshop.developments, *(each.text for each in agreed))),
    )


def _material(scope: Scope, places: Places, prior: PriorOutput) -> StartingMaterial | None:
    text = scope.put(text_of(scope, prior.output))
    if text is None:
        return None
    return StartingMaterial(
        text=text,
        state=Status(word(scope.t, prior.state), _TONES[prior.state]),
        since=scope.put(prior.changed_since),
        source=places.source(prior.output),
    )
