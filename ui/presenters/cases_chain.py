"""The chain map of a case: core processes in order, flows, partners, influences, conclusions (domain.md 3.4).

Flows and partners name processes by their places, so they follow when a process moves or goes.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final
from uuid import UUID

from facilitator.domain.cases import Case, ChainFlow, ChainLink, ChainMap, ChainPartner, Influence
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import new_id
from facilitator.domain.record import Record
from facilitator.i18n import N_, _
from ui.presenters.cases import Casebook
from ui.presenters.cases_fields import NO, YES, Field, is_yes
from ui.presenters.cases_tables import Change, Choices, ListTable, Revise
from ui.presenters.forms import Items

HEAD: Final = (Field(name="date", head=N_("Date"), kind="day", row=1),)


def maps_of(book: Casebook, case: Case) -> list[ChainMap]:
    """Return the versions of a case's chain map, oldest first."""
    return sorted(book.records.where(ChainMap, case=case.id), key=lambda each: (each.version, each.id.int))


def items(book: Casebook, found: Sequence[ChainMap]) -> list[tuple[UUID, str]]:
    """Return maps as "Version 1, 15/10/2013"."""
    return [(each.id, version_words(book, each)) for each in found]


def version_words(book: Casebook, version: ChainMap) -> str:
    """Return a version's number and date."""
    number = _("Version {n}").format(n=version.version)
    return f"{number}, {book.formats.short_day(version.date)}" if version.date else number


def first_map(book: Casebook, case: Case) -> ChainMap:
    """Return an empty map of today."""
    versions = [each.version for each in maps_of(book, case)]
    return ChainMap(id=new_id(), case=case.id, version=max(versions, default=0) + 1, date=book.today)


def _places(book: Casebook, owner: ChainMap) -> Items:
    return [(str(place), f"{place}. {book.say(each.name)}") for place, each in enumerate(owner.links, 1)]


def _served(book: Casebook, owner: ChainMap) -> Choices:
    return {"serves": [("", _("The whole chain")), *_places(book, owner)]}


def _helps(_book: Casebook, _owner: ChainMap) -> Choices:
    return {"helps": [("", _("Not said")), (YES, _("Helps")), (NO, _("Hinders"))]}


def _flows(book: Casebook, owner: ChainMap) -> Choices:
    kinds = [
        ("product", _("Product")),
        ("money", _("Money")),
        ("information", _("Information")),
        ("services", _("Services")),
    ]
    return {"from_": _places(book, owner), "to": _places(book, owner), "kind": kinds}


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkTable(ListTable):
    """Core processes: what names them by place follows them."""

    def removed(self, book: Casebook, owner: Record, key: object) -> Change | None:
        """Take a process out with its flows; partners that served it serve the whole chain."""
        del book
        if not isinstance(key, int):
            return None
        gone = key + 1

        def to(place: int) -> int | None:
            return None if place == gone else place - (place > gone)

        return Revise(ChainMap, owner.id, lambda stored: _renumbered(stored, _without(stored, key), to))

    def moved(self, book: Casebook, owner: Record, key: object, steps: int) -> Change | None:
        """Let a process change places with its neighbour."""
        del book
        if not isinstance(key, int) or not isinstance(owner, ChainMap):
            return None
        if not 0 <= key + steps < len(owner.links):
            return None
        first, second = key + 1, key + steps + 1

        def to(place: int) -> int:
            return {first: second, second: first}.get(place, place)

        return Revise(
            ChainMap, owner.id, lambda stored: _renumbered(stored, _swapped(stored, key, steps), to)
        )


def _without(stored: ChainMap, place: int) -> tuple[ChainLink, ...]:
    return tuple(each for number, each in enumerate(stored.links) if number != place)


def _swapped(stored: ChainMap, place: int, steps: int) -> tuple[ChainLink, ...]:
    found = list(stored.links)
    if place + steps < len(found):
        found[place], found[place + steps] = found[place + steps], found[place]
    return tuple(found)


def _renumbered(stored: ChainMap, links: tuple[ChainLink, ...], to: Callable[[int], int | None]) -> ChainMap:
    flows = []
    for flow in stored.flows:
        start, end = to(flow.from_), to(flow.to)
        if start is not None and end is not None:
            flows.append(replace(flow, from_=start, to=end))
    network = tuple(
        replace(each, serves=None if each.serves is None else to(each.serves)) for each in stored.network
    )
    return replace(stored, links=links, flows=tuple(flows), network=network)


LINKS: Final = LinkTable(
    kind=ChainMap,
    list_name="links",
    title=N_("Core processes, in order"),
    invite=N_("Add a process"),
    fields=(
        Field(name="name", head=N_("Process"), kind="needed", width=170, stretch=True, strong=True),
        Field(name="actors", head=N_("Actors, with commas"), kind="names", width=190, stretch=True, drop=1),
        Field(name="volume", head=N_("Volume"), kind="plain", width=104, drop=2),
        Field(name="price_in", head=N_("Price in"), kind="plain", width=92, drop=3),
        Field(name="price_out", head=N_("Price out"), kind="plain", width=92, drop=4),
        Field(name="losses", head=N_("Losses"), kind="plain", width=92, drop=5),
    ),
    blank=lambda book: ChainLink(book.new_text("")),
)
FLOWS: Final = ListTable(
    kind=ChainMap,
    list_name="flows",
    title=N_("Flows"),
    invite=N_("Choose where it flows from"),
    fields=(
        Field(name="from_", head=N_("From"), kind="choice", of=int, must=True, width=190, stretch=True),
        Field(name="to", head=N_("To"), kind="choice", of=int, must=True, width=190, stretch=True),
        Field(name="kind", head=N_("What flows"), kind="choice", must=True, width=128),
        Field(name="note", head=N_("Note"), width=180, stretch=True, drop=1),
    ),
    blank=lambda _book: ChainFlow(1, 2, "product"),
    offered=_flows,
)
NETWORK: Final = ListTable(
    kind=ChainMap,
    list_name="network",
    title=N_("Network of partners"),
    invite=N_("Add a partner"),
    fields=(
        Field(name="name", head=N_("Partner"), kind="name", width=170, stretch=True, strong=True),
        Field(name="service", head=N_("Service"), width=220, stretch=True),
        Field(name="serves", head=N_("Serves"), kind="choice", of=int, width=180),
    ),
    blank=lambda _book: ChainPartner(""),
    offered=_served,
)
INFLUENCES: Final = ListTable(
    kind=ChainMap,
    list_name="influences",
    title=N_("Influences from outside"),
    invite=N_("Add an influence"),
    fields=(
        Field(name="text", head=N_("Influence"), kind="needed", width=300, stretch=True),
        Field(name="helps", head=N_("Helps or hinders"), kind="choice", of=is_yes, width=150),
    ),
    blank=lambda book: Influence(book.new_text("")),
    offered=_helps,
)
CONCLUSIONS: Final = ListTable(
    kind=ChainMap,
    list_name="conclusions",
    title=N_("Conclusions: bottlenecks, opportunities, critical process"),
    invite=N_("Add a conclusion"),
    fields=(Field(name="", head=N_("Conclusion"), kind="needed", width=300, stretch=True),),
    blank=lambda book: book.new_text(""),
)
TABLES: Final = (LINKS, FLOWS, NETWORK, INFLUENCES, CONCLUSIONS)
"""The layers of the map in the order of domain.md 3.4."""
