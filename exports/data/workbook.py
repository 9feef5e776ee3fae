"""Writes tables as a workbook: a sheet each, typed cells, heads that stay and filter; text stays text."""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from xlsxwriter import Workbook

from exports.data.tables import about, tables
from exports.data.values import Column, DataTable, Kind, Value
from exports.files import whole_file
from exports.outline.lawful import lawful, one_line
from facilitator.domain.minutes import Minutes
from facilitator.i18n import translations

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST_CELL: Final = 32_767
"""Characters that a cell of the format holds."""

_AS_TYPED: Final = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_LONGEST_NAME: Final = 31
_UNNAMEABLE: Final = re.compile(r"[\[\]:*?/\\]")
_WIDEST: Final = {Kind.TEXT: 26, Kind.LONG_TEXT: 52}
_NARROWEST: Final = 8
"""Widths of columns in characters of the usual face; those between are as wide as what is in them."""
_LINE: Final = 14.5
_HIGHEST: Final = 409
"""Points; a row of the format can be no higher."""
_NUMBERS: Final = {Kind.COUNT: "0", Kind.NUMBER: "#,##0", Kind.SHARE: "0%", Kind.DATE: "dd/mm/yyyy"}


def write_workbook(
    minutes: Minutes, target: Path, *, progress: Callable[[int, int], None] | None = None
) -> None:
    """Write every table with a row to `target`, and a sheet that says what the data are of.

    `progress` is told after each sheet how many are written, and how many there are. Raises CannotWrite
    when the target refuses; the earlier file stays then.
    """
    with whole_file(target) as stream:
        _write(minutes, stream, progress)


def _write(minutes: Minutes, stream: BinaryIO, progress: Callable[[int, int], None] | None) -> None:
    workbook = Workbook(stream, {**_AS_TYPED, "in_memory": True})
    workbook.set_calc_mode("manual")
    _identify(workbook, minutes)
    looks = _Looks(workbook)
    sheets = [*(table for table in tables(minutes) if table.rows), about(minutes)]
    names: set[str] = set()
    for done, table in enumerate(sheets, start=1):
        sheet = workbook.add_worksheet(_name(table, names))
        _fill(sheet, table, looks)
        if progress is not None:
            progress(done, len(sheets))
    workbook.close()


class _Looks:
    """The formats of a workbook, made once."""

    def __init__(self, workbook: Any) -> None:
        common = {"valign": "top", "font_name": "Calibri", "font_size": 11}
        numbers = {**common, "align": "right", "indent": 1}
        self.head: Format = workbook.add_format(
            {**common, "bold": True, "text_wrap": True, "bottom": 2, "valign": "bottom"}
        )
        self.text: Format = workbook.add_format({**common, "text_wrap": True, "num_format": "@"})
        self.broken: Format = workbook.add_format({**numbers, "num_format": "#,##0.00"})
        self.typed: dict[Kind, Format] = {
            kind: workbook.add_format({**numbers, "num_format": shown}) for kind, shown in _NUMBERS.items()
        }


def _fill(sheet: "Worksheet", table: DataTable, looks: _Looks) -> None:
    widths = [_width(column, (row[n] for row in table.rows)) for n, column in enumerate(table.columns)]
    for n, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
        sheet.set_column(n, n, width)
        sheet.write_string(0, n, one_line(column.title)[:LONGEST_CELL], looks.head)
    for r, row in enumerate(table.rows, start=1):
        sheet.set_row(r, _height(row, widths))
        for n, (value, column) in enumerate(zip(row, table.columns, strict=True)):
            _put(sheet, (r, n), value, looks, column.kind)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&A&R&P / &N")


def _put(sheet: "Worksheet", place: tuple[int, int], value: Value, looks: _Looks, kind: Kind) -> None:
    if value is None:
        return
    if isinstance(value, str):
        text = lawful(value)
        shown = text if len(text) <= LONGEST_CELL else f"{text[: LONGEST_CELL - 1]}…"
        sheet.write_string(*place, shown, looks.text)
    elif isinstance(value, dt.date):
        if value.year < 1900:  # before the first day that the format counts
            sheet.write_string(*place, value.isoformat(), looks.text)
        else:
            sheet.write_datetime(*place, dt.datetime.combine(value, dt.time.min), looks.typed[Kind.DATE])
    else:
        whole = kind is not Kind.NUMBER or value == int(value)
        sheet.write_number(*place, value, looks.typed[kind] if whole else looks.broken)


def _width(column: Column, values: Iterable[Value]) -> int:
    """Return how wide a column is: the longest line in it and the longest word of its head, within bounds."""
    lines = (line for value in values if value is not None for line in str(value).split("\n"))
    longest = max((len(each) for each in (*column.title.split(), *lines)), default=0) + 2
    return min(max(longest, _NARROWEST), _WIDEST.get(column.kind, 18))


def _name(table: DataTable, taken: set[str]) -> str:
    """Return a name that the format takes for a sheet, and that no other has."""
    plain = _UNNAMEABLE.sub(" ", one_line(table.title)).strip(" '")[:_LONGEST_NAME] or table.key
    name = plain if plain.casefold() not in taken else table.key
    taken.add(name.casefold())
    return name


def _identify(workbook: Any, minutes: Minutes) -> None:
    cover, t = minutes.cover, translations(minutes.language)
    what = t.gettext("Data of the workshop")
    author = cover.author or ", ".join(cover.organisers) or cover.alliance or ""
    workbook.set_properties(
        {
            "title": one_line(f"{cover.title}. {what}"),
            "subject": one_line(", ".join(part for part in (cover.lead, cover.place) if part)),
            "author": one_line(author),
            "created": cover.as_of.astimezone(dt.UTC).replace(tzinfo=None),
        }
    )


def _height(row: tuple[Value, ...], widths: list[int]) -> float:
    """Return the height of a row in points; not every program finds it by itself."""
    texts = ((value, width - 2) for value, width in zip(row, widths, strict=True) if isinstance(value, str))
    lines = (sum(-(-len(line) // width) or 1 for line in text.split("\n")) for text, width in texts)
    return min(_LINE * max(lines, default=1) + 2, _HIGHEST)
