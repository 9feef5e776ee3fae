"""From records to the bytes of a file, as short as they read back equal."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from json.encoder import encode_basestring

from facilitator.domain.catalogue import ENTRIES
from facilitator.domain.cycles import Workshop
from facilitator.domain.record import Record
from facilitator.interchange.clock_times import write_instant
from facilitator.interchange.form import FORMAT, VERSION
from facilitator.interchange.setting import told_zone
from facilitator.interchange.values import writing_converter


def write(records: Iterable[Record], language: str, exported_at: dt.datetime, exported_by: str) -> bytes:
    """Return the file that holds these records, in UTF-8.

    `language` is the file's; texts in others say theirs. Records stand in their lists in the order given.
    """
    return b"".join(part.encode() for part in _parts(records, language, exported_at, exported_by))


def _parts(
    records: Iterable[Record], language: str, exported_at: dt.datetime, exported_by: str
) -> Iterator[str]:
    """Give the file record by record: as values of JSON all of them would take five times its room."""
    lists: dict[type[Record], list[Record]] = {entry.record: [] for entry in ENTRIES}
    for record in records:
        lists[type(record)].append(record)
    zones = {
        each.id: told_zone(each.time_zone, each.country)
        for each in lists[Workshop]
        if isinstance(each, Workshop)
    }
    converter = writing_converter(language, lambda session: zones.get(session.workshop))
    head = {
        "format": FORMAT,
        "version": VERSION,
        "language": language,
        "exported_at": write_instant(exported_at),
        "exported_by": exported_by,
    }
    yield _json(head).removesuffix("\n}")
    for entry in ENTRIES:
        start = f',\n "{entry.list_name}": [\n  '
        for record in lists[entry.record]:
            yield start + _json(converter.unstructure(record), "\n  ")
            start = ",\n  "
        if lists[entry.record]:
            yield "\n ]"
    yield "\n}\n"


def _json(value: object, margin: str = "\n") -> str:
    """Return what `json.dumps` does with an indent of 1, which leaves a ring of garbage with every call."""
    if isinstance(value, str):
        return encode_basestring(value)
    inside = f"{margin} "
    if value and isinstance(value, dict):
        pairs = [f"{inside}{encode_basestring(key)}: {_json(each, inside)}" for key, each in value.items()]
        return f"{{{','.join(pairs)}{margin}}}"
    if value and isinstance(value, list | tuple):
        return f"[{','.join([inside + _json(each, inside) for each in value])}{margin}]"
    return json.dumps(value)
