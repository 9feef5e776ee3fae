"""What groups produced: every product with where the document prints it, older chain maps in full (7.2)."""

from collections.abc import Iterable, Iterator
from typing import Final
from uuid import UUID

from facilitator.domain.agenda import Grouping, Session, SessionType
from facilitator.domain.cases import Canvas, Case, ChainLink, ChainMap, PrincipleAssessment
from facilitator.domain.ids import SessionId
from facilitator.domain.minutes import (
    ChainProcess,
    EarlierMap,
    GroupProducts,
    ProductLine,
    Said,
    SectionPlan,
    Source,
)
from facilitator.domain.prototypes import PrototypeIteration
from facilitator.domain.values import LooseDate, Text
from facilitator.services.minutes.cases import (
    CANVAS_AT,
    ITERATION,
    MAP,
    SCORES,
    anchors_within,
    canvas_title,
    case_title,
    layers_of,
    made_of,
)
from facilitator.services.minutes.places import Places
from facilitator.services.minutes.scope import Scope
from facilitator.words import word

_TOGETHER: Final = frozenset({Grouping.INDIVIDUAL, Grouping.PLENARY})
"""Ways to work in which there are no groups."""


def group_products(scope: Scope, places: Places, plan: Iterable[SectionPlan]) -> GroupProducts | None:
    """Gather what groups made of the cases, then their boards and reflections; None where there is none.

    `plan` are the sections of the document: a product leads to where it stands in full only where that is
    written. Maps and canvases of firms that the level may not name are not told of.
    """
    listing = _Listing(scope, places, frozenset(each.key for each in plan))
    of_cases = (line for case in places.cases for line in listing.of_case(case))
    lines = (*of_cases, *listing.boards(), *listing.reflections())
    return GroupProducts(lines, tuple(listing.earlier)) if lines else None


class _Listing:
    """Lists the products of one edition, numbered in their order."""

    def __init__(self, scope: Scope, places: Places, written: frozenset[str]) -> None:
        self._scope = scope
        self._places = places
        self._written = written
        self._count = 0
        self.earlier: list[EarlierMap] = []
        """The maps that are to be printed in full, as they were found."""

    def of_case(self, case: Case) -> Iterator[ProductLine]:
        """List what was made of a case, in the order of its results."""
        t, made = self._scope.t, made_of(self._scope, case)
        for each, anchor in zip(made.maps, anchors_within(self._places, case, MAP), strict=False):
            title = t.gettext("Value chain map, version {n}").format(n=each.version)
            is_newest = each is made.maps[-1]
            if not is_newest:
                self.earlier.append(self._map(case, each, title, anchor))
            place = self._in_results(anchor) if is_newest else Source(t.gettext("After this table"), anchor)
            yield self._line(case, title, _day(each), place)
        for canvas, anchor in zip(made.canvases, anchors_within(self._places, case, CANVAS_AT), strict=False):
            detail = canvas_title(self._scope, canvas)
            what = t.gettext("Business model canvas")
            yield self._line(case, what, _day(canvas), self._in_results(anchor), detail)
        for scores, anchor in zip(made.assessments, anchors_within(self._places, case, SCORES), strict=False):
            what = t.gettext("Principles of new business models")
            yield self._line(case, what, _day(scores), self._in_results(anchor), self._assessed(scores))
        for turn, anchor in zip(made.iterations, anchors_within(self._places, case, ITERATION), strict=False):
            yield self._iteration(case, turn, anchor)

    def boards(self) -> Iterator[ProductLine]:
        """List the boards of cards that groups filled."""
        for board in self._places.boards:
            session = self._in_groups(board.session)
            if session is not None:
                yield self._of_session(session, board.id, board.question, "proceedings")

    def reflections(self) -> Iterator[ProductLine]:
        """List the reflections that groups went through."""
        for reflection in self._places.reflections:
            session = self._in_groups(reflection.session)
            if session is not None:
                yield self._of_session(session, reflection.id, reflection.action, "reflections")

    def _in_groups(self, key: SessionId | None) -> Session | None:
        found = next((each for each in self._places.sessions if each.id == key), None)
        if found is None or found.grouping in _TOGETHER:
            return None
        return found if found.grouping is not None or found.type is SessionType.GROUP_WORK else None

    def _of_session(self, session: Session, key: UUID, said: Text | None, section: str) -> ProductLine:
        place, scope = self._places.source(key), self._scope
        made_in = self._places.source(session.id)
        where = (place if section in self._written else None, made_in)
        return ProductLine(
            what=place.label if place is not None else "",
            detail=scope.said(said),
            group=word(scope.t, session.grouping or session.type),
            anchor=self._next(),
            made=LooseDate.of(session.date),
            where=tuple(each for each in where if each is not None),
        )

    def _line(
        self, case: Case, what: str, made: LooseDate | None, place: Source | None, detail: str = ""
    ) -> ProductLine:
        scope = self._scope
        return ProductLine(
            what=what,
            detail=Said(detail, scope.edition.language) if detail else None,
            group=case_title(scope, case),
            by=scope.organisation_in_full(case.partner),
            case=self._places.source(case.id),
            anchor=self._next(),
            made=made,
            where=(place,) if place is not None else (),
        )

    def _iteration(self, case: Case, turn: PrototypeIteration, anchor: str) -> ProductLine:
        scope = self._scope
        what = scope.t.gettext("Prototype, iteration {number}").format(number=turn.iteration)
        detail = ", ".join(part for part in (scope.put(turn.title), word(scope.t, turn.stage)) if part)
        made = LooseDate.of(turn.started) if turn.started else None
        return self._line(case, what, made, self._in_results(anchor), detail)

    def _assessed(self, scores: PrincipleAssessment) -> str:
        t = self._scope.t
        by = self._scope.formats.listing([word(t, each) for each in scores.scores])
        return ", ".join(part for part in (word(t, scores.method) if scores.method else "", by) if part)

    def _in_results(self, anchor: str) -> Source | None:
        if "cases" not in self._written:
            return None
        return Source(self._scope.t.gettext("Results by case"), anchor)

    def _map(self, case: Case, found: ChainMap, title: str, anchor: str) -> EarlierMap:
        scope = self._scope
        day = scope.formats.day(found.date) if found.date else None
        name = case_title(scope, case)
        return EarlierMap(
            title=", ".join(part for part in (title, day) if part),
            anchor=anchor,
            case=Source(name, self._places.anchor(case.id)),
            processes=tuple(_process(scope, each) for each in found.links),
            layers=layers_of(scope, found),
        )

    def _next(self) -> str:
        self._count += 1
        return f"product-{self._count}"


def _process(scope: Scope, link: ChainLink) -> ChainProcess:
    return ChainProcess(
        name=scope.put(link.name),
        actors=", ".join(link.actors),
        volume=link.volume or "",
        price_in=link.price_in or "",
        price_out=link.price_out or "",
        losses=link.losses or "",
    )


def _day(record: ChainMap | Canvas | PrincipleAssessment) -> LooseDate | None:
    return LooseDate.of(record.date) if record.date else None
