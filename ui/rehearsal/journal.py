"""What was acknowledged as stored, line by line in a file: what a power cut may not take away."""

import datetime as dt
import hashlib
import json
from pathlib import Path
from typing import TextIO

from facilitator.domain.changes import ChangeSet
from facilitator.domain.record import Record
from ui.operator.run.outbox import Entry


class Journal:
    """Appends a line for everything that the program said is stored; each is written out at once."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._file: TextIO = place.open("w", encoding="utf-8")

    def entry_stored(self, entry: Entry) -> None:
        """Note what Enter accepted in the capture bar, once its bar says that it is stored."""
        self._write({"entry": entry.text, "target": entry.choice.target.value})

    def changed(self, changes: ChangeSet) -> None:
        """Note every record of an operation that was committed."""
        for change in changes.changes:
            record = change.after
            if record is not None:
                self._write(
                    {
                        "record": type(record).__name__,
                        "id": str(record.id),
                        "changed_at": stamp(record.changed_at),
                        "digest": digest(record),
                    }
                )

    def close(self) -> None:
        """Write no more."""
        self._file.close()

    def _write(self, line: dict[str, str]) -> None:
        self._file.write(json.dumps(line, ensure_ascii=False) + "\n")
        self._file.flush()


def digest(record: Record) -> str:
    """Return a short word that differs for records that say different things."""
    return hashlib.sha256(repr(record).encode()).hexdigest()[:16]


def stamp(instant: dt.datetime | None) -> str:
    """Return an instant so that later ones sort behind earlier ones."""
    return "" if instant is None else instant.astimezone(dt.UTC).isoformat(timespec="microseconds")
