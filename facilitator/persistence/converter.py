"""Value <-> plain data, for every record alike: what a row, the change log and a file have in common.

Plain data is what JSON knows: text, whole numbers, true and false, lists and objects. Instants,
dates, decimals and keys are text in ISO form, so that they read the same on every database.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import lru_cache
from typing import Any, Final, TypeVar, cast
from uuid import UUID

import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from facilitator.domain.errors import InvalidInput
from facilitator.domain.record import Record
from facilitator.domain.values import LooseDate

R = TypeVar("R", bound=Record)
Plain = dict[str, Any]


@lru_cache(maxsize=16)  # all that one operation stores bears the same instant
def instant_to_text(instant: dt.datetime) -> str:
    """Return an aware instant as UTC text that sorts in time. Raises InvalidInput when naive."""
    if instant.tzinfo is None:
        raise InvalidInput("instant-without-zone", text=instant.isoformat())
    return f"{instant.astimezone(dt.UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


def instant_of(text: str, _: object = None) -> dt.datetime:
    """Return the instant that a text names. Raises InvalidInput when it names none, or no zone."""
    try:
        instant = dt.datetime.fromisoformat(text)
        in_utc = instant.astimezone(dt.UTC)
    except (TypeError, ValueError, OverflowError):
        raise InvalidInput("instant-unknown", text=text) from None
    if instant.tzinfo is None:
        raise InvalidInput("instant-without-zone", text=text)
    return in_utc


def _day_of(text: str, _: object = None) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except (TypeError, ValueError):
        raise InvalidInput("date-unknown", text=text) from None


def _clock_of(text: str, _: object = None) -> dt.time:
    try:
        return dt.time.fromisoformat(text)
    except (TypeError, ValueError):
        raise InvalidInput("time-unknown", text=text) from None


def _decimal_of(number: object, _: object = None) -> Decimal:
    try:
        found = Decimal(str(number))
    except InvalidOperation:
        raise InvalidInput("number-unknown", text=str(number)) from None
    if not found.is_finite():
        raise InvalidInput("number-unknown", text=str(number))
    return found


def _clock_to_text(clock: dt.time) -> str:
    return clock.isoformat("minutes") if clock.second == clock.microsecond == 0 else clock.isoformat()


def _overrides(kind: type) -> dict[str, Any]:
    """Return the names that differ outside Python: a field such as `from_` is `from` there."""
    return {
        field.name: override(rename=field.name.rstrip("_"))
        for field in fields(kind)
        if field.name.endswith("_")
    }


def make_converter(*, detailed: bool = False) -> cattrs.Converter:
    """Return a converter that knows the domain's values; callers may add hooks of their own.

    A detailed one is slower and tells which field of a value was refused.
    """
    converter = cattrs.Converter(detailed_validation=detailed, omit_if_default=True)
    simple: tuple[tuple[type, Callable[[Any, object], Any], Callable[[Any], Any]], ...] = (
        (UUID, lambda text, _: text if isinstance(text, UUID) else UUID(text), str),
        (dt.datetime, instant_of, instant_to_text),
        (dt.date, _day_of, dt.date.isoformat),
        (dt.time, _clock_of, _clock_to_text),
        (Decimal, _decimal_of, str),
        (LooseDate, lambda text, _: LooseDate.parse(text), LooseDate.isoformat),
    )
    for kind, structure, unstructure in simple:
        converter.register_structure_hook(kind, structure)
        converter.register_unstructure_hook(kind, unstructure)
    converter.register_unstructure_hook_func(_is_enum, lambda member: member.value)
    for predicate, whole in ((_is_value, False), (_is_record, True)):
        converter.register_structure_hook_factory(predicate, _reader_for(converter))
        converter.register_unstructure_hook_factory(predicate, _writer_for(converter, whole=whole))
    return converter


def _is_enum(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Record)


def _is_value(kind: Any) -> bool:
    return isinstance(kind, type) and is_dataclass(kind) and kind is not LooseDate and not _is_record(kind)


def _reader_for(converter: cattrs.Converter) -> Callable[[Any], Any]:
    def factory(kind: Any) -> Any:
        return make_dict_structure_fn(kind, converter, **_overrides(kind))

    return factory


def _writer_for(converter: cattrs.Converter, *, whole: bool) -> Callable[[Any], Any]:
    """Return a factory of writers: records are written whole, values without what is as usual."""

    def factory(kind: Any) -> Any:
        return make_dict_unstructure_fn(
            kind,
            converter,
            _cattrs_omit_if_default=not whole,
            **_overrides(kind),
        )

    return factory


_converter: Final = make_converter()


def to_plain(record: Record) -> Plain:
    """Return a record as plain data, every field named."""
    return cast("Plain", _converter.unstructure(record))


def plain_value(value: object) -> Any:
    """Return the value of a field as a column holds it."""
    return _converter.unstructure(value)


def from_plain(kind: type[R], plain: Mapping[str, Any]) -> R:
    """Return the record that plain data describes. Raises InvalidInput when it cannot be one."""
    return _converter.structure(plain, kind)


def is_nested(plain: object) -> bool:
    """Whether a plain value is a list or an object, which a column keeps as JSON text."""
    return isinstance(plain, list | tuple | dict)
