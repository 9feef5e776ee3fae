"""The commands and their options, built anew for each run so that their help speaks the chosen language."""

from collections.abc import Callable, Sequence
from math import isfinite
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from facilitator import __version__
from facilitator.cli.choices import Choices
from facilitator.i18n import LANGUAGES, _

F = TypeVar("F", bound=Callable[..., Any])

KINDS: Final = ("memoria", "ayuda-memoria")
DISCLOSURES: Final = ("internal", "partners", "public")
PAPERS: Final = ("letter", "a4")


class _Speed(click.FloatRange):
    """A number above zero that a clock can be divided by."""

    def __init__(self) -> None:
        super().__init__(min=0, min_open=True)
        self.name = _("number")

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        number: float = super().convert(value, param, ctx)
        if not isfinite(number):
            words = _("{value!r} is not a valid {number_type}.")
            self.fail(words.format(value=value, number_type=self.name), param, ctx)
        return number


def _one_of_languages() -> click.Choice[str]:
    return click.Choice(LANGUAGES, case_sensitive=False)


def command_line() -> click.Group:
    """Return the whole command with its help in the language of the moment."""

    @click.group(
        invoke_without_command=True,
        help=_("Run a workshop from one laptop and keep its promises afterwards. Alone it opens the window."),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    @click.version_option(
        __version__, prog_name="Facilitator", message="%(prog)s %(version)s", help=_("Show the version.")
    )
    @_shared
    @click.pass_context
    def facilitator(context: click.Context) -> int | None:
        if context.invoked_subcommand is not None:
            return None
        from facilitator.cli.windows import open_window  # noqa: PLC0415 - Qt only for those who need it

        return open_window(_choices(context))

    for add in (_add_import, _add_list, _add_export, _add_minutes, _add_check, _add_rehearse, _add_example):
        add(facilitator)
    return facilitator


def _choices(context: click.Context) -> Choices:
    found: Choices = context.ensure_object(Choices)
    return found


def _shared(function: F) -> F:
    """Add the options that may stand before or after any command."""
    return _database(_language(function))


def _database(function: F) -> F:
    def chosen(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
        if value is None:
            return
        if not value.strip():  # an unset variable in a script must not mean somebody's own workshops
            raise click.BadParameter(_("Name a file or an address."), context, parameter)
        _choices(context).database = value

    words = _("The database: a file, or an address such as postgresql+psycopg://host/name.")
    return click.option("--database", metavar="PATH-or-URL", expose_value=False, callback=chosen, help=words)(
        function
    )


def _language(function: F) -> F:
    def chosen(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
        if value is not None:
            _choices(context).language = value

    words = _("The language of messages and windows; the system's unless told.")
    option = click.option(
        "--language", type=_one_of_languages(), expose_value=False, callback=chosen, help=words
    )
    return option(function)


def _command(group: click.Group, name: str, words: str) -> Callable[[F], click.Command]:
    """Add a command; its help stands in full also in the list of commands."""
    return group.command(name, help=words, short_help=words)


def _add_import(group: click.Group) -> None:
    @_command(group, "import", _("Take workshops in from interchange files, all or nothing."))
    @click.argument(
        "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(readable=False, path_type=Path)
    )
    @click.option("--dry-run", is_flag=True, help=_("Check everything and store nothing."))
    @click.option("--replace", is_flag=True, help=_("Overwrite records that are there with other content."))
    @_shared
    @click.pass_context
    def import_(context: click.Context, files: Sequence[Path], *, dry_run: bool, replace: bool) -> int:
        from facilitator.cli.records import import_files, try_files  # noqa: PLC0415 - only when needed

        run = try_files if dry_run else import_files
        return run(_choices(context).target, files, overwrite=replace)


def _add_list(group: click.Group) -> None:
    @_command(group, "list", _("List the workshops of the database."))
    @click.option("--json", "as_json", is_flag=True, help=_("For other programs."))
    @_shared
    @click.pass_context
    def list_(context: click.Context, *, as_json: bool) -> int:
        from facilitator.cli.records import list_workshops  # noqa: PLC0415 - only when needed

        return list_workshops(_choices(context).target, as_json=as_json)


def _add_export(group: click.Group) -> None:
    @_command(group, "export", _("Write a workshop with all it needs as an interchange file."))
    @click.argument("workshop")
    @click.option(
        "-o",
        "output",
        required=True,
        metavar="FILE.json",
        type=click.Path(readable=False, path_type=Path),
        help=_("The file to write."),
    )
    @_shared
    @click.pass_context
    def export(context: click.Context, workshop: str, output: Path) -> int:
        from facilitator.cli.records import export_workshop  # noqa: PLC0415 - only when needed

        return export_workshop(_choices(context).target, workshop, output)


def _add_minutes(group: click.Group) -> None:
    @_command(group, "minutes", _("Write the minutes of a workshop as a PDF."))
    @click.argument("workshop")
    @click.option(
        "-o",
        "output",
        required=True,
        metavar="FILE.pdf",
        type=click.Path(readable=False, path_type=Path),
        help=_("The file to write."),
    )
    @click.option(
        "--language",
        type=_one_of_languages(),
        help=_("The document's language; the workshop's unless told."),
    )
    @click.option(
        "--kind",
        type=click.Choice(KINDS),
        default=KINDS[0],
        show_default=True,
        help=_("In full, or two pages."),
    )
    @click.option(
        "--disclosure",
        type=click.Choice(DISCLOSURES),
        default=DISCLOSURES[0],
        show_default=True,
        help=_("For whom: what it leaves out."),
    )
    @click.option(
        "--paper",
        type=click.Choice(PAPERS),
        default=PAPERS[0],
        show_default=True,
        help=_("The size of the paper."),
    )
    @click.option(
        "--document",
        type=click.UUID,
        metavar="ID",
        help=_("The stored document whose state, people and summary are printed."),
    )
    @click.option(
        "--progress",
        "by_line",
        is_flag=True,
        help=_("Tell each page on standard output, for other programs."),
    )
    @_database
    @click.pass_context
    def minutes(context: click.Context, /, **options: Any) -> int:
        from facilitator.cli.documents import Order, write_minutes  # noqa: PLC0415 - only when needed

        return write_minutes(_choices(context).target, Order(**options))


def _add_check(group: click.Group) -> None:
    @_command(group, "check", _("Check the database and everything in it that refers to something."))
    @_shared
    @click.pass_context
    def check(context: click.Context) -> int:
        from facilitator.cli.records import check_all  # noqa: PLC0415 - only when needed

        return check_all(_choices(context).target)


def _add_rehearse(group: click.Group) -> None:
    @_command(
        group,
        "rehearse",
        _("Play the example through the real windows; leave pictures, minutes and a report."),
    )
    @click.option(
        "-o",
        "output",
        metavar="FOLDER",
        default=Path("rehearsal"),
        show_default=True,
        type=click.Path(readable=False, path_type=Path),
        help=_("Where to leave them."),
    )
    @click.option(
        "--speed",
        type=_Speed(),
        default=60,
        show_default=True,
        metavar="N",
        help=_("How many times faster than real time."),
    )
    @_shared
    @click.pass_context
    def rehearse(context: click.Context, output: Path, speed: float) -> int:
        from facilitator.cli.windows import rehearse_example  # noqa: PLC0415 - Qt only for those who need it

        return rehearse_example(_choices(context), output, speed)


def _add_example(group: click.Group) -> None:
    @_command(
        group, "example", _("Open the window with the example workshop; without a screen, rehearse it.")
    )
    @_shared
    @click.pass_context
    def example(context: click.Context) -> int:
        from facilitator.cli.windows import open_example  # noqa: PLC0415 - Qt only for those who need it

        return open_example(_choices(context))
