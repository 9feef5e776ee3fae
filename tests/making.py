"""Draws a value for any field by its type: what the generated records of `strategies.py` are made of."""

import datetime as dt
from base64 import b64encode
from collections.abc import Callable, Mapping, Set
from dataclasses import is_dataclass, replace
from decimal import Decimal
from enum import Enum
from functools import cache
from itertools import permutations
from typing import Any, Final, cast, get_args, get_origin
from uuid import UUID

from hypothesis import strategies as st

from facilitator.domain.cases import PrincipleAssessment, Scale, Score
from facilitator.domain.catalogue import hints, is_id, optional, target_of
from facilitator.domain.change_theory import Indicator
from facilitator.domain.evaluation import Evaluation, OpenAnswer, Response
from facilitator.domain.ratings import Mark, Rating
from facilitator.domain.record import Record
from facilitator.domain.reflections import Evidence
from facilitator.domain.values import LooseDate, Money, Text, Translation

Draw = Callable[[st.SearchStrategy[Any]], Any]
Values = dict[str, Any]

PHRASES: Final = (
    "More breaks",
    "¿Qué supuestos pusimos en duda?",
    "Niñez, señal, pingüino",
    "<b>bold</b> & 'quoted' \"twice\" %s {name} \\n",
    "first line\nsecond line",
    "مرحبا بالجميع",
    "👩🏽‍🌾 coffee ☕",
    "日本語",
    "x" * 300,
    "'; DROP TABLE cards; --",
    "a/b~1c\t\r\n",
    "\u202eback to front\x7f\x01\ufeff",
    "original",
    "NaN",
    "[]",
    "0",
    "null",
    "=1+1",
)
"""What people write, and what programs stumble over."""

LANGUAGES: Final = ("es", "en", "pt", "fr", "quc", "pt-BR")
PERIODS: Final = (
    ("start", "end"),
    ("date", "end"),
    ("start", "due"),
    ("started", "planned_review"),
    ("actual_start", "actual_end"),
    ("issued", "comments_until"),
)
"""Pairs of fields of which the second may not lie before the first."""

_PHRASE: Final = st.sampled_from(PHRASES)
ANY_WORDS: Final = _PHRASE | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=20
).filter(lambda text: bool(text.strip()))
_DAYS: Final = st.dates(dt.date(1990, 1, 1), dt.date(2100, 12, 31))


def _instant(day: int, second: int, micro: int) -> dt.datetime:
    return dt.datetime(1990, 1, 1, tzinfo=dt.UTC) + dt.timedelta(day, second, micro)


_BY_TYPE: Final[Mapping[Any, st.SearchStrategy[Any]]] = {
    bool: st.booleans(),
    int: st.integers(0, 1_000),
    Decimal: st.decimals(-1_000_000, 1_000_000, places=2),
    dt.date: _DAYS,
    dt.time: st.times(),
    dt.datetime: st.builds(
        _instant, st.integers(0, 40_000), st.integers(0, 86_399), st.sampled_from([0, 1, 500_000, 999_999])
    ),
    LooseDate: st.builds(
        lambda day, whole: LooseDate.of(day) if whole else LooseDate(day.year, day.month),
        _DAYS,
        st.booleans(),
    ),
    Money: st.builds(Money, st.decimals(0, 1_000_000, places=2), st.sampled_from(["USD", "NIO", "EUR"])),
}

_BY_NAME: Final[Mapping[str, st.SearchStrategy[Any]]] = {
    "language": st.sampled_from(LANGUAGES),
    "languages": st.sampled_from([(), ("es",), ("es", "en")]),
    "currency": st.sampled_from(["USD", "NIO", "EUR"]),
    "time_zone": st.sampled_from(["America/Managua", "Europe/Rome"]),
    "number": st.integers(1, 500),
    "n": st.integers(1, 500),
    "iteration": st.integers(1, 500),
    "version": st.integers(1, 500),
    "tier": st.integers(1, 3),
    "link_tool_in_focus": st.integers(1, 5),
    "progress_percent": st.integers(0, 100),
    "planned_minutes": st.integers(10, 240),
    "current_step": st.integers(1, 3),
    "shortest_minutes": st.integers(0, 10),
    "dots": st.integers(1, 3),
    "dots_per_person": st.integers(1, 6),
    "max_per_card": st.integers(1, 6),
    "voters": st.integers(20, 200),
    "voted": st.integers(0, 20),
    "rated": st.integers(6, 20),
    "raters": st.integers(1, 6),
    "points": st.integers(0, 24),
    "content": st.binary(min_size=1, max_size=30).map(lambda raw: b64encode(raw).decode()),
}
"""Numbers and words whose type alone does not say what they may hold."""


_MANY: Final = st.integers(0, 2)
_FULL_MANY: Final = st.integers(1, 2)
_SEVERAL: Final = (*permutations(LANGUAGES, 2), *permutations(LANGUAGES[:4], 3))
_FULL_TONGUES: Final = st.sampled_from(_SEVERAL)
_TONGUES: Final = st.sampled_from([*((each,) for each in LANGUAGES for _ in LANGUAGES), *_SEVERAL])
"""The languages of a text, its own first; some four in ten have one."""


@cache
def _one_of(kind: type[Enum]) -> st.SearchStrategy[Enum]:
    return st.sampled_from(kind)


@cache
def _bits(count: int) -> st.SearchStrategy[bytes]:
    size = (count + 7) // 8
    return st.binary(min_size=size, max_size=size)


@cache
def missable(kind: type) -> tuple[str, ...]:
    """Return the fields of a class that may be None."""
    return tuple(name for name, hint in hints(kind).items() if optional(hint)[1])


class Maker:
    """Draws values by the types of fields; `key` says which keys a reference may have, None for none."""

    def __init__(
        self,
        draw: Draw,
        key: Callable[[type[Record] | None, str], st.SearchStrategy[UUID] | None],
        *,
        full: bool = False,
        words: st.SearchStrategy[str] = _PHRASE,
    ) -> None:
        self.draw = draw
        self.key = key
        self.full = full
        self.words = words

    def values(self, kind: type, but: Set[str] = frozenset()) -> Values:
        """Return a value for every field of a dataclass, `but` for some."""
        there = self._there(kind)
        return {
            name: self.value(hint, name) if name in there else None
            for name, hint in hints(kind).items()
            if name not in but
        }

    def _there(self, kind: type) -> Set[str]:
        """Return the fields that have a value. Drawn for all of a class at once: one draw each takes long."""
        may_be_missing = missable(kind)
        if self.full or not may_be_missing:
            return hints(kind).keys()
        bits = int.from_bytes(self.draw(_bits(len(may_be_missing))))
        missing = {name for n, name in enumerate(may_be_missing) if not bits >> n & 1}
        return hints(kind).keys() - missing

    def value(self, hint: Any, name: str) -> Any:
        """Return a value of this type for a field of this name; None only where no key suits."""
        inner, _ = optional(hint)
        if is_id(inner):
            choice = self.key(target_of(inner), name)
            return None if choice is None else self.draw(choice)
        if name in _BY_NAME and (inner in {int, str} or get_origin(inner) is tuple):
            return self._named(inner, name)
        return self._typed(inner, name)

    def _named(self, inner: Any, name: str) -> Any:
        found = self.draw(_BY_NAME[name])
        return str(found) if inner is str else found

    def _typed(self, inner: Any, name: str) -> Any:
        if inner is str:
            return self.draw(self.words)
        if inner is Text:
            return self._text()
        if inner in _BY_TYPE:
            return self.draw(_BY_TYPE[inner])
        if isinstance(inner, type) and issubclass(inner, Enum):
            return self.draw(_one_of(inner))
        if get_origin(inner) is tuple:
            many = [self.value(get_args(inner)[0], name) for _ in range(self._many())]
            return tuple(dict.fromkeys(many)) if is_id(get_args(inner)[0]) else tuple(many)
        if get_origin(inner) is dict:
            key, value = get_args(inner)
            return {self.value(key, "key"): self.value(value, name) for _ in range(self._many())}
        assert is_dataclass(inner), inner
        return self._nested(cast("type", inner))

    def _many(self) -> int:
        return int(self.draw(_FULL_MANY if self.full else _MANY))

    def _text(self) -> Text:
        first, *others = self.draw(_FULL_TONGUES if self.full else _TONGUES)
        return Text(
            self.draw(self.words), first, tuple(Translation(each, self.draw(self.words)) for each in others)
        )

    def _nested(self, kind: type) -> object:
        values = self.values(kind)
        values |= _in_order(values)
        if kind is Scale:
            values["max"] = values["min"] + 1 + values["max"]
        if kind is Mark:  # from 1 to 5 points of each who gave one
            values["points"] = values["raters"] + values["points"] % (4 * values["raters"] + 1)
        if kind is Rating:
            values["marks"] = tuple({mark.on: mark for mark in values["marks"]}.values())
        if kind is Evidence and values["text"] is None and values["ref"] is None:
            values["text"] = self._text()
        return kind(**values)


def mended(kind: type[Record], values: Values, draw: Draw) -> Values:
    """Return what has to be different for the record to be one."""
    changed = _in_order(values)
    if kind is PrincipleAssessment:
        scale, scores = values["scale"], values["scores"]
        marks = st.decimals(scale.min, scale.max, places=1)
        for each in scores.values():
            for principle, score in each.items():
                each[principle] = Score(None if score.value is None else draw(marks), score.justification)
    if kind is Evaluation:
        changed |= _answers(values, draw)
    if kind is Indicator and values["baseline"] and values["target"]:
        dates = _in_order({"start": values["baseline"].date, "end": values["target"].date})
        changed["target"] = replace(values["target"], date=dates.get("end", values["target"].date))
    return changed


def _in_order(values: Values) -> Values:
    """Return the ends that would lie before their starts, put right."""
    return {
        end: _not_before(values[start], values[end])
        for start, end in PERIODS
        if values.get(start) is not None and values.get(end) is not None
    }


def _not_before(start: Any, end: Any) -> Any:
    """Return `end`, or the start when it would lie before it."""
    if isinstance(start, dt.datetime):
        return max(start, end)
    first = start.first_day() if isinstance(start, LooseDate) else start
    last = end.last_day() if isinstance(end, LooseDate) else end
    if last >= first:
        return end
    return LooseDate.of(first) if isinstance(end, LooseDate) else first


def _answers(values: Values, draw: Draw) -> Values:
    """Return answers to the questions that the form asks, on its scale."""
    questions = tuple(
        type(each)(f"q{n}", each.text, each.kind) for n, each in enumerate(values["questions"], 1)
    )
    asked = [each.id for each in questions]
    marks = st.integers(values["scale"].min, values["scale"].max)
    ratings = st.dictionaries(st.sampled_from(asked), marks) if asked else st.just({})
    return {
        "questions": questions,
        "responses": tuple(Response(n, draw(ratings)) for n, _ in enumerate(values["responses"], 1)),
        "open_answers": tuple(
            OpenAnswer(draw(st.sampled_from(asked)), each.text) for each in values["open_answers"] if asked
        ),
    }
