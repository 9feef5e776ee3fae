"""The way back: for each place of the minutes, what in them grew out of it or rests on it.

Agreements, actions and reflections say where they came from; this turns those links round, so that a card
names the agreement that it led to, and an indicator the actions that serve it.
"""

from collections.abc import Iterator

from exports.arrangement import plan_of
from facilitator.domain.minutes import Minutes, Source
from facilitator.i18n import translations

Links = dict[str, tuple[Source, ...]]


def referring(minutes: Minutes) -> Links:
    """Return what refers to each place, by its anchor, in the order of the document."""
    found: dict[str, dict[str, Source]] = {}
    for source, back in _links(minutes):
        if source.anchor is not None and back.anchor is not None:
            found.setdefault(source.anchor, {}).setdefault(back.anchor, back)
    return {anchor: tuple(sources.values()) for anchor, sources in found.items()}


def _links(minutes: Minutes) -> Iterator[tuple[Source, Source]]:
    t = translations(minutes.language)
    for reflection in minutes.reflections:
        back = Source(t.gettext("Reflection {n}").format(n=reflection.number), reflection.anchor)
        for line in (*reflection.evidence, *reflection.evidence_for, *reflection.evidence_against):
            if line.source is not None:
                yield line.source, back
        if reflection.correction_item is not None:
            yield reflection.correction_item, back
    for agreement in minutes.agreements:
        back = Source(t.gettext("Agreement {n}").format(n=agreement.number), agreement.anchor)
        for source in (*agreement.sources, *agreement.actions):
            yield source, back
    yield from _products(minutes, t.gettext("Group products"))
    for row in minutes.work_plan.rows if minutes.work_plan else ():
        back = Source(t.gettext("Action {code}").format(code=row.code), row.anchor)
        for source in row.sources:
            yield source, back


def _products(minutes: Minutes, label: str) -> Iterator[tuple[Source, Source]]:
    """Lead from each case to the first of its products in the annex, where the document has that."""
    products, seen = minutes.annexes.group_products, set()
    if products is None or all(each.key != "group_products" for each in plan_of(minutes)):
        return
    for line in products.lines:
        if line.case is not None and line.case.anchor not in seen:
            seen.add(line.case.anchor)
            yield line.case, Source(label, line.anchor)
