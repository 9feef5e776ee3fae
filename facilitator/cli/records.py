"""Commands on records: import, list, export, check."""

import json
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from facilitator.bootstrap import open_workspace
from facilitator.cli.output import part_of, progress_bar, refuse_as_output, say, warn, warning_line
from facilitator.domain.documents import Disclosure
from facilitator.domain.errors import CannotOpen
from facilitator.domain.values import Text
from facilitator.i18n import _, ngettext
from facilitator.messages import one_line, sentence
from facilitator.services.library import Shelved, find, workshops

if TYPE_CHECKING:
    from facilitator.services.import_plan import Files, Imported, Plan


def import_files(target: str, paths: Sequence[Path], *, overwrite: bool) -> int:
    """Store what files hold and say what came in. Raises Refused, CannotOpen, CannotWrite.

    Where there is no database yet the files are tried first: a refused import leaves no empty one.
    """
    from facilitator.services.exchange import read_files  # noqa: PLC0415 - the schema

    plan = None
    with progress_bar(_("Importing")) as progress:
        files = read_files(paths, part_of(progress, 0))
        if any(content.problems for _name, content in files) or not _is_there(target):
            plan = _planned(target, files, overwrite=overwrite)
        with open_workspace(target) as workspace:
            done = workspace.exchange.store(
                files, overwrite=overwrite, progress=part_of(progress, 1), plan=plan
            )
    _tell_warnings(done)
    for workshop in {each.id: each for each in done.workshops}.values():
        say(one_line(f"{workshop.title.text}  {workshop.id}"))
    say(_told(done))
    return 0


def try_files(target: str, paths: Sequence[Path], *, overwrite: bool) -> int:
    """Say what an import would do; nothing is stored, and no database is made. Raises Refused."""
    from facilitator.services.exchange import read_files  # noqa: PLC0415 - the schema

    with progress_bar(_("Checking")) as progress:
        done = _planned(target, read_files(paths, progress), overwrite=overwrite).told()
    _tell_warnings(done)
    say(_told(done))
    say(_("This was a trial: nothing was stored."))
    return 0


def _planned(target: str, files: "Files", *, overwrite: bool) -> "Plan":
    from facilitator.services.import_plan import plan_import  # noqa: PLC0415 - the schema

    with ExitStack() as stack:
        reading = None
        if _is_there(target):
            workspace = stack.enter_context(open_workspace(target, read_only=True))
            reading = stack.enter_context(workspace.database.work.reading())
        return plan_import(files, reading, overwrite=overwrite)


def _is_there(target: str) -> bool:
    """Whether there is a database that can be read as it is. Raises CannotOpen for something else."""
    try:
        open_workspace(target, read_only=True).close()
    except CannotOpen as error:
        if error.key not in {"database-missing", "database-older"}:
            raise
        return False
    return True


def list_workshops(target: str, *, as_json: bool) -> int:
    """Print the workshops of a database, oldest first. Raises CannotOpen."""
    with open_workspace(target, read_only=True) as workspace, workspace.database.work.reading() as reading:
        found = workshops(reading)
    if as_json:
        say(json.dumps([_facts(each) for each in found], ensure_ascii=False, indent=1))
        return 0
    if not found:
        warn(_("There is no workshop in this database yet."))
    rows = [_row(each) for each in found]
    widths = [max(len(row[column]) for row in rows) for column in range(4)] if rows else []
    for row in rows:
        say("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    return 0


def export_workshop(target: str, workshop: str, output: Path, disclosure: Disclosure | None) -> int:
    """Write one workshop as an interchange file, as far as a level goes; without one, all of it.

    Raises NotFound, CannotWrite.
    """
    from exports.files import whole_file  # noqa: PLC0415 - only when needed

    with open_workspace(target, read_only=True) as workspace:
        refuse_as_output(workspace.database, output)
        with workspace.database.work.reading() as reading:
            found = find(reading, workshop)
        document = workspace.exchange.export(found.id, disclosure)
    with whole_file(output) as stream:
        stream.write(document)
    say(one_line(_("Wrote {path}.").format(path=output)))
    return 0


def check_all(target: str) -> int:
    """Check a database and print what is wrong with it. Raises CannotOpen."""
    from facilitator.services.checking import check_database  # noqa: PLC0415 - only when needed

    with open_workspace(target, read_only=True) as workspace:
        report = check_database(workspace.database)
    for finding in report.findings:
        where = " ".join(part for part in (finding.list_name, finding.record) if part)
        warn(one_line(": ".join(part for part in (where, sentence(finding.error)) if part)))
    if report.findings:
        count = len(report.findings)
        words = ngettext("{count} problem was found.", "{count} problems were found.", count)
        warn(words.format(count=count))
        return 1
    words = ngettext(
        "{count} record was checked: everything is in order.",
        "{count} records were checked: everything is in order.",
        report.records,
    )
    say(words.format(count=report.records))
    return 0


def _tell_warnings(done: "Imported") -> None:
    for warning in done.warnings:
        warn(warning_line(warning))


def _told(done: "Imported") -> str:
    new = sum(done.added.values())
    parts = [ngettext("{count} new record", "{count} new records", new).format(count=new)]
    if done.replaced:
        words = ngettext("{count} replaced", "{count} replaced", done.replaced)
        parts.append(words.format(count=done.replaced))
    if done.skipped:
        words = ngettext("{count} already there", "{count} already there", done.skipped)
        parts.append(words.format(count=done.skipped))
    return ", ".join(parts)


def _row(shelved: Shelved) -> tuple[str, str, str, str]:
    workshop = shelved.workshop
    start = workshop.start or workshop.planned_month
    end = workshop.end
    dates = "" if start is None else start.isoformat()
    if end is not None and end != workshop.start:
        dates = f"{dates} – {end.isoformat()}"
    place = ", ".join(part for part in (workshop.city, workshop.country) if part)
    name = one_line(workshop.title.text)
    return dates, name, one_line(place), f"{workshop.id}  {one_line(workshop.file_id or '')}".rstrip()


def _facts(shelved: Shelved) -> dict[str, Any]:
    workshop = shelved.workshop
    return {
        "id": str(workshop.id),
        "file_id": workshop.file_id,
        "title": _words(workshop.title),
        "language": workshop.language,
        "number": workshop.number,
        "cycle": shelved.cycle,
        "status": workshop.status.value,
        "start": None if workshop.start is None else workshop.start.isoformat(),
        "end": None if workshop.end is None else workshop.end.isoformat(),
        "planned_month": None if workshop.planned_month is None else workshop.planned_month.isoformat(),
        "city": workshop.city,
        "country": workshop.country,
    }


def _words(text: Text) -> dict[str, str]:
    return {text.language: text.text, **{each.language: each.text for each in text.translations}}
