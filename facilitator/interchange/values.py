"""Values as a file writes them: the program's one converter, with the file's own ways beside it."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from decimal import Decimal
from functools import partial
from typing import Any, Final, cast
from uuid import UUID

import cattrs
from cattrs.errors import AttributeValidationNote, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from facilitator.domain.agenda import Session
from facilitator.domain.cases import Score
from facilitator.domain.catalogue import hints, is_id, optional
from facilitator.domain.documents import Delivery
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.evaluation import OpenAnswer
from facilitator.domain.record import Record
from facilitator.domain.reflections import Evidence, FirstLoop
from facilitator.domain.values import LooseDate, Text
from facilitator.interchange.clock_times import write_instant, write_moment
from facilitator.interchange.form import NEVER_WRITTEN, filled, null_means_default, outside
from facilitator.interchange.keys import Keys
from facilitator.interchange.texts import beside, read_text, write_text
from facilitator.persistence.converter import make_converter

PUBLIC: Final = "public"
"""Whom minutes may go to beside organisations."""


def reading_converter(language: str, keys: Keys, *, detailed: bool = False) -> cattrs.Converter:
    """Return a converter that reads a file in `language` whose ids are `keys`."""
    converter = make_converter(detailed=detailed)
    converter.register_structure_hook_factory(_is_our_value, _reader_factory(converter, language))
    converter.register_structure_hook(Text, lambda written, _: read_text(written, language))
    converter.register_structure_hook(UUID, keys.of)
    converter.register_structure_hook_func(is_id, keys.of)
    converter.register_structure_hook_func(_may_be_id, keys.of_if_any)
    return converter


def writing_converter(language: str, zone_of: Callable[[Session], dt.tzinfo | None]) -> cattrs.Converter:
    """Return a converter that writes records for a file in `language`."""
    converter = make_converter()
    converter.register_unstructure_hook(Text, lambda text: write_text(text, language))
    converter.register_unstructure_hook(Decimal, _number)
    converter.register_unstructure_hook(dt.datetime, write_instant)
    converter.register_unstructure_hook_factory(_is_record, _writer_factory(converter))
    plain = converter.get_unstructure_hook(Session)
    converter.register_unstructure_hook(Session, lambda session: _session(session, plain, zone_of(session)))
    return converter


def refusals(
    error: BaseException, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], FacilitatorError]]:
    """Yield what values refused, each with the path of fields and places that leads to it.

    Raises the error itself when it is none of a value's own refusals.
    """
    if isinstance(error, FacilitatorError):
        yield path, error
    elif isinstance(error, BaseExceptionGroup):
        for each in error.exceptions:
            yield from refusals(each, (*path, *_step(each)))
    else:
        raise error


def _step(error: BaseException) -> tuple[str | int, ...]:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return (outside(note.name),)
        if isinstance(note, IterableValidationNote):
            return (note.index,)
    return ()


def _may_be_id(kind: Any) -> bool:
    inner, may_be_missing = optional(kind)
    return may_be_missing and is_id(inner)


def _is_our_value(kind: Any) -> bool:
    return isinstance(kind, type) and is_dataclass(kind) and kind not in {LooseDate, Text}


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Record)


def _reader_factory(converter: cattrs.Converter, language: str) -> Callable[[Any], Any]:
    def factory(kind: Any) -> Any:
        renamed = (name for name in hints(kind) if name.endswith("_"))
        names: dict[str, Any] = {name: override(rename=outside(name)) for name in renamed}
        read = make_dict_structure_fn(
            kind, converter, _cattrs_detailed_validation=converter.detailed_validation, **names
        )
        droppable = null_means_default(kind)
        short = _SHORT.get(kind)
        if kind is OpenAnswer:
            short = partial(_open_answer, language)

        def from_file(written: Any, _: object) -> Any:
            plain = written if short is None else short(written)
            if None in plain.values():
                plain = {
                    name: value for name, value in plain.items() if value is not None or name not in droppable
                }
            return read(plain, kind)

        return from_file

    return factory


def _writer_factory(converter: cattrs.Converter) -> Callable[[Any], Any]:
    def factory(kind: Any) -> Any:
        always = filled(kind)
        names: dict[str, Any] = {
            name: override(
                rename=outside(name),
                omit=name in NEVER_WRITTEN,
                omit_if_default=False if name in always else None,
            )
            for name in hints(kind)
        }
        return make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=True, **names)

    return factory


def _session(session: Session, plain: Callable[[Session], Any], zone: dt.tzinfo | None) -> dict[str, Any]:
    written = cast("dict[str, Any]", plain(session))
    for name in ("actual_start", "actual_end"):
        if zone is not None and (instant := getattr(session, name)) is not None:
            written[name] = write_moment(instant, session.date, zone)
    return written


def _number(number: Decimal) -> int | float:
    whole = number.to_integral_value()
    return int(whole) if whole == number else float(number)


def _evidence(written: Any) -> dict[str, Any]:
    if isinstance(written, dict) and (not written or {"text", "source", "ref"} & set(written)):
        return written
    return {"text": written}


def _score(written: Any) -> dict[str, Any]:
    return written if isinstance(written, dict) else {"value": written}


def _open_answer(language: str, written: Any) -> dict[str, Any]:
    if "lang" not in written:
        return cast("dict[str, Any]", written)
    spoken = written["lang"]
    return {"question": written["question"], "text": beside(written["text"], spoken, None, language)}


def _first_loop(written: Any) -> dict[str, Any]:
    if written.get("cause") is None or written.get("causes"):
        return cast("dict[str, Any]", written)
    return {**written, "causes": [written["cause"]]}


def _delivery(written: Any) -> dict[str, Any]:
    return {**written, "to": None} if written.get("to") == PUBLIC else cast("dict[str, Any]", written)


_SHORT: Final[dict[type, Callable[[Any], dict[str, Any]]]] = {
    Evidence: _evidence,
    Score: _score,
    FirstLoop: _first_loop,
    Delivery: _delivery,
}
