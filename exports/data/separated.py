"""Writes a table as CSV that every spreadsheet opens with its accents, and that runs nothing.

UTF-8 with a byte-order mark, commas, lines ended by CR and LF (RFC 4180), dates as 2014-02-06, a point
before decimals. A text that a spreadsheet would take for a formula, or that begins with an apostrophe,
gets one apostrophe before it (CWE-1236); whoever reads the file takes one leading apostrophe away and has
what was said. Numbers and dates never begin with one, so the rule needs no knowledge of the columns.
"""

import csv
import datetime as dt
import io
from decimal import Decimal
from pathlib import Path
from typing import Final

from exports.data.values import DataTable, Value
from exports.files import whole_file

MARK: Final = "'"
_BEGINS_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", MARK)


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"{MARK}{text}" if text.startswith(_BEGINS_FORMULA) else text


def unguarded(cell: str) -> str:
    """Return what a cell said before it was guarded."""
    return cell.removeprefix(MARK)


def write_separated(table: DataTable, target: Path) -> None:
    """Write a table to `target`. Raises CannotWrite when the target refuses; the earlier file stays then."""
    with whole_file(target) as stream:
        stream.write(separated(table).encode("utf-8-sig"))


def separated(table: DataTable) -> str:
    """Return a table as CSV, its heads in the first line."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([guarded(column.title) for column in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return written.getvalue()


def _cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case str():
            return guarded(value)
        case dt.date():
            return value.isoformat()
        case Decimal():
            return format(value, "f")
        case _:
            return str(value)
