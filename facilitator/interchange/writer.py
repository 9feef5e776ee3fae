"""From records to the bytes of a file, as short as they read back equal."""

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any

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
    lists: dict[type[Record], list[Record]] = {entry.record: [] for entry in ENTRIES}
    for record in records:
        lists[type(record)].append(record)
    zones = {
        each.id: told_zone(each.time_zone, each.country)
        for each in lists[Workshop]
        if isinstance(each, Workshop)
    }
    converter = writing_converter(language, lambda session: zones.get(session.workshop))
    document: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "language": language,
        "exported_at": write_instant(exported_at),
        "exported_by": exported_by,
    }
    for entry in ENTRIES:
        if found := lists[entry.record]:
            document[entry.list_name] = [converter.unstructure(record) for record in found]
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
