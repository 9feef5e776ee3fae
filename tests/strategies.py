"""Generated records: any one of a class, or a whole workshop whose references all lead somewhere.

Values are drawn from the types of the fields and the catalogue, so that a new field or a new class of
records is tested the moment it is declared.

`records_of(kind)` gives one record whose keys point anywhere; `full=True` fills every field.
`workshops()` gives all records of one workshop and what it shares with others, at least one of every
class in the catalogue, owners first: references resolve, none points in a circle, dates are in order,
votes stay within the rule of their board, contributions within the budget of their item. Its records
carry no stamps unless asked for, and none is deleted.
"""

import datetime as dt
import random
from collections.abc import Mapping, Set
from functools import partial
from typing import TypeVar, cast
from uuid import UUID

from hypothesis import strategies as st

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Board, BoardMode, Card, Cluster, Vote, Voting
from facilitator.domain.cases import ChainFlow, ChainMap
from facilitator.domain.catalogue import ENTRIES
from facilitator.domain.change_theory import Assumption, Link, TheoryOfChange
from facilitator.domain.cycles import Workshop
from facilitator.domain.ids import AssumptionId
from facilitator.domain.notes import Agreement
from facilitator.domain.people import Attendance, HalfDay
from facilitator.domain.plans import Contribution, OriginKind, WorkItem
from facilitator.domain.prototypes import Hypothesis
from facilitator.domain.record import STAMPS, Record
from facilitator.domain.reflections import Reflection
from facilitator.domain.values import Money
from tests.lawful import lawful
from tests.making import ANY_WORDS, Draw, Maker, Values, mended

R = TypeVar("R", bound=Record)

_NUMBER = st.integers(0, 2**32 - 1)
"""From which a workshop's keys are made; drawn one by one they would take longer than its records."""


def records_of(kind: type[R], *, full: bool = False) -> st.SearchStrategy[R]:
    """Return records of a class, pointing to whatever keys; with every field filled if asked."""
    return cast("st.SearchStrategy[R]", _one(kind, full=full))


def workshops(*, stamped: bool = False) -> st.SearchStrategy[list[Record]]:
    """Return all records of a consistent workshop, owners before what they own."""
    return _workshop(stamped=stamped)


@st.composite
def _one(draw: Draw, kind: type[Record], *, full: bool) -> Record:
    maker = Maker(draw, lambda _, __: st.uuids(version=4), full=full, words=ANY_WORDS)
    values = maker.values(kind)
    values |= mended(kind, values, draw)
    return kind(**values)


@st.composite
def _workshop(draw: Draw, *, stamped: bool) -> list[Record]:
    numbers = random.Random(draw(_NUMBER))
    keys = [UUID(int=numbers.getrandbits(128), version=4) for _ in range(2 * len(ENTRIES))]
    pool: dict[type[Record], list[UUID]] = {}
    for entry in ENTRIES:
        several = entry.record is not Workshop and draw(st.booleans())
        pool[entry.record] = [keys.pop() for _ in range(1 + several)]
    weaver = _Weaver(draw, pool, {"deleted_at"} if stamped else {*STAMPS, "deleted_at"})
    for entry in ENTRIES:
        for place, key in enumerate(pool[entry.record]):
            weaver.weave(entry.record, key, place)
    return lawful(weaver.made.values())


class _Weaver:
    """Makes the records of one workshop one after the other, each pointing to what there is."""

    def __init__(self, draw: Draw, pool: Mapping[type[Record], list[UUID]], empty: Set[str]) -> None:
        self.draw = draw
        self.pool = pool
        self.empty = dict.fromkeys(empty)
        self.made: dict[UUID, Record] = {}
        self._anything = [
            key for kind in (Card, Cluster, Reflection, WorkItem, Agreement) for key in pool[kind]
        ]

    def weave(self, kind: type[Record], key: UUID, place: int) -> None:
        """Make the record with this key, the `place`th of its class."""
        maker = Maker(self.draw, partial(self._keys, kind, place))
        values = maker.values(kind, {*self.empty, "id"}) | self.empty | {"id": key}
        values |= mended(kind, values, self.draw)
        self.made[key] = kind(**(values | self._fitted(kind, values)))

    def _keys(
        self, kind: type[Record], place: int, target: type[Record] | None, name: str
    ) -> st.SearchStrategy[UUID] | None:
        if kind is Hypothesis and name == "carried_from":
            target = Hypothesis
        keys = self._anything if target is None else self.pool[target]
        if target is kind:
            keys = keys[:place]
        return st.sampled_from(keys) if keys else None

    def _fitted(self, kind: type[Record], values: Values) -> Values:
        """Return what has to be different for the record to fit to those it points to."""
        if kind is Workshop:
            start = values["start"] or dt.date(2014, 9, 9)
            return {"start": start, "end": start + dt.timedelta(days=2)}
        if kind in {Session, Attendance}:
            return self._on_a_day(kind, values)
        if kind is Board:
            return {"voting": Voting(3, 20, closed=self.draw(st.booleans()))}
        if kind in {Card, Cluster}:
            return self._on_one_board(kind, values)
        if kind is Vote:
            return self._vote()
        if kind is WorkItem:
            return self._carried_from_earlier(values)
        if kind is Contribution:
            return self._within_budget(values)
        if kind is TheoryOfChange:
            return {"links": self._links([each.id for each in values["elements"]])}
        if kind is ChainMap:
            return self._flows(values)
        return {}

    def _on_a_day(self, kind: type[Record], values: Values) -> Values:
        held = self.made[values["workshop"]]
        assert isinstance(held, Workshop)
        if kind is Session:
            return {"date": self.draw(st.sampled_from(held.days()))}
        place = self.pool[Attendance].index(values["id"])
        return {"date": held.days()[0], "half_day": list(HalfDay)[place]}

    def _on_one_board(self, kind: type[Record], values: Values) -> Values:
        board = self.made[values["board"]]
        assert isinstance(board, Board)
        fitted: Values = {}
        for name in ("cluster", "inside", "merged_into"):
            other = self.made.get(values.get(name))  # type: ignore[arg-type]  # no key finds nothing
            if isinstance(other, Card | Cluster) and other.board != board.id:
                fitted[name] = None
        if kind is Card and board.mode is BoardMode.ANONYMOUS:
            fitted["author"] = None
        return fitted

    def _vote(self) -> Values:
        chosen = self.made[self.draw(st.sampled_from([*self.pool[Card], *self.pool[Cluster]]))]
        assert isinstance(chosen, Card | Cluster)
        return {"on": chosen.id, "board": chosen.board}

    def _carried_from_earlier(self, values: Values) -> Values:
        origin = values["origin"]
        carried = origin is not None and origin.kind is OriginKind.CARRIED_OVER
        return {"origin": None} if carried and origin.ref not in self.made else {}

    def _within_budget(self, values: Values) -> Values:
        item = self.made[values["work_item"]]
        assert isinstance(item, WorkItem)
        if item.budget is None:
            return {}
        most = item.budget.amount / 4
        amount = Money(min(values["amount"].amount, most), item.budget.currency)
        return {"amount": amount, "spent": amount if values["spent"] else None}

    def _links(self, elements: list[UUID]) -> tuple[Link, ...]:
        if len(elements) < 2:
            return ()
        return (
            Link(
                from_=elements[0],
                to=elements[1],
                assumptions=tuple(AssumptionId(key) for key in self.pool[Assumption]),
            ),
        )

    def _flows(self, values: Values) -> Values:
        places = len(values["links"])
        if not places:
            return {"flows": (), "network": ()}
        flows = tuple(ChainFlow(1, places, each.kind, each.note) for each in values["flows"])
        network = tuple(type(each)(each.name, each.service, each.serves and 1) for each in values["network"])
        return {"flows": flows, "network": network}
