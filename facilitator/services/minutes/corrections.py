"""What a correction changes in the final before it, as far as its level may say (domain.md 7.3)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from facilitator.domain.cards import Board, Card, CardStatus
from facilitator.domain.change_theory import Indicator
from facilitator.domain.changes import Change
from facilitator.domain.minutes import ChangeLine, Minutes, Source
from facilitator.domain.notes import Agreement, ParkingItem
from facilitator.domain.plans import WorkItem
from facilitator.domain.record import Record
from facilitator.domain.reflections import Reflection
from facilitator.domain.values import Text
from facilitator.services.minutes.places import Places
from facilitator.services.minutes.scope import Scope

_KNOWN_BY: Final[dict[type[Record], str]] = {
    Card: "text",
    Agreement: "text",
    ParkingItem: "text",
    WorkItem: "activity",
    Reflection: "action",
    Board: "question",
    Indicator: "name",
}


def corrected(
    minutes: Minutes, scope: Scope, places: Places, corrects: str, changes: Iterable[Change]
) -> Minutes:
    """Return the minutes with what they change in the final `corrects`."""
    lines = tuple(_lines(scope, places, changes))
    return replace(minutes, corrects=corrects, changes=lines) if lines else minutes


def _lines(scope: Scope, places: Places, changes: Iterable[Change]) -> Iterator[ChangeLine]:
    """Say what is otherwise, in the order of the places; what was never printed is not told of either."""
    t = scope.t
    for each in changes:
        before, after = _words(each.before), _words(each.after)
        was = None if before is None else scope.put(before)
        if after is not None:
            what = places.source(each.record.id)
            if what is not None:
                how = t.gettext("New") if before is None else t.gettext("Changed")
                yield ChangeLine(what, how, was if before != after else None)
        elif was:
            yield ChangeLine(Source(was), t.gettext("Taken out"))


def _words(record: Record | None) -> Text | None:
    """Return the words by which a record is known in print; None for one that is not printed."""
    if record is None or record.deleted_at is not None:
        return None
    if isinstance(record, Card) and (record.hidden_on_stage or record.status is CardStatus.WITHDRAWN):
        return None
    field = _KNOWN_BY.get(type(record))
    found = None if field is None else getattr(record, field)
    return found if isinstance(found, Text) else None
