"""The command that gives out a workshop's data: sheets, a table, a calendar, or the file to take in again."""

from pathlib import Path

from facilitator.cli.document_commands import DATA, TABLES
from facilitator.cli.editions import read_source
from facilitator.cli.output import Progress, progress_bar, say
from facilitator.cli.records import export_workshop
from facilitator.domain.documents import Disclosure, DocumentKind
from facilitator.domain.errors import InvalidInput
from facilitator.domain.frozen import dataclass
from facilitator.domain.minutes import Minutes
from facilitator.i18n import _
from facilitator.messages import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class DataOrder:
    """Whose data, where to, in which format and for whom; `table` is the one that a CSV file holds.

    Without a level, an interchange file is whole and everything else internal.
    """

    workshop: str
    output: Path
    format: str | None
    language: str | None
    disclosure: str | None
    table: str


def export_data(target: str, order: DataOrder) -> int:
    """Write a workshop's data and say so. Raises NotFound, CannotOpen, CannotWrite, InvalidInput."""
    source = read_source(target, order.workshop, order.output)
    wanted = chosen_format(order.output, order.format, DATA, otherwise="json")
    disclosure = None if order.disclosure is None else Disclosure(order.disclosure)
    if wanted == "json":
        return export_workshop(target, order.workshop, order.output, disclosure)
    minutes = source.edition(DocumentKind.MEMORIA, disclosure or Disclosure.INTERNAL, order.language)
    with progress_bar(_("Writing the data")) as progress:
        write_data(minutes, order.output, wanted, order.table, progress)
    say(one_line(_("Wrote {path}.").format(path=order.output)))
    return 0


def write_data(minutes: Minutes, output: Path, wanted: str, table: str, progress: Progress | None) -> None:
    """Write what minutes hold as data in a format. Raises CannotWrite, InvalidInput for an unknown table."""
    if wanted == "xlsx":
        from exports.data.workbook import write_workbook  # noqa: PLC0415 - XlsxWriter

        write_workbook(minutes, output, progress=progress)
    elif wanted == "ics":
        from exports.data.calendar import write_calendar  # noqa: PLC0415 - only when needed

        write_calendar(minutes, output)
    else:
        from exports.data.separated import write_separated  # noqa: PLC0415 - only when needed
        from exports.data.tables import tables  # noqa: PLC0415 - only when needed

        found = next((each for each in tables(minutes) if each.key == table), None)
        if found is None:
            raise InvalidInput("table-unknown", table=table, known=", ".join(TABLES))
        write_separated(found, output)


def chosen_format(output: Path, told: str | None, known: tuple[str, ...], *, otherwise: str) -> str:
    """Return the format told, else the one of the file's ending. Raises InvalidInput for an unknown one."""
    ending = output.suffix[1:].casefold()
    wanted = told or {"markdown": "md", "htm": "html"}.get(ending, ending) or otherwise
    if wanted not in known:
        raise InvalidInput("format-unknown", format=wanted, known=", ".join(known))
    return wanted
