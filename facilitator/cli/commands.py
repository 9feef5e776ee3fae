"""The commands and their options, built anew for each run so that their help speaks the chosen language."""

from collections.abc import Sequence
from math import isfinite
from pathlib import Path
from typing import Any

import click

from facilitator import __version__
from facilitator.cli.document_commands import add_export, add_export_all, add_minutes, add_picture
from facilitator.cli.options import choices_of, command, shared
from facilitator.i18n import _


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
    @shared
    @click.pass_context
    def facilitator(context: click.Context) -> int | None:
        if context.invoked_subcommand is not None:
            return None
        from facilitator.cli.windows import open_window  # noqa: PLC0415 - Qt only for those who need it

        return open_window(choices_of(context))

    adding = (_add_import, _add_list, add_export, add_minutes, add_picture, add_export_all, _add_check)
    for add in (*adding, _add_rehearse, _add_example):
        add(facilitator)
    return facilitator


def _add_import(group: click.Group) -> None:
    @command(group, "import", _("Take workshops in from interchange files, all or nothing."))
    @click.argument(
        "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(readable=False, path_type=Path)
    )
    @click.option("--dry-run", is_flag=True, help=_("Check everything and store nothing."))
    @click.option("--replace", is_flag=True, help=_("Overwrite records that are there with other content."))
    @shared
    @click.pass_context
    def import_(context: click.Context, files: Sequence[Path], *, dry_run: bool, replace: bool) -> int:
        from facilitator.cli.records import import_files, try_files  # noqa: PLC0415 - only when needed

        run = try_files if dry_run else import_files
        return run(choices_of(context).target, files, overwrite=replace)


def _add_list(group: click.Group) -> None:
    @command(group, "list", _("List the workshops of the database."))
    @click.option("--json", "as_json", is_flag=True, help=_("For other programs."))
    @shared
    @click.pass_context
    def list_(context: click.Context, *, as_json: bool) -> int:
        from facilitator.cli.records import list_workshops  # noqa: PLC0415 - only when needed

        return list_workshops(choices_of(context).target, as_json=as_json)


def _add_check(group: click.Group) -> None:
    @command(group, "check", _("Check the database, or whether a PDF is the final that it says to be."))
    @click.argument(
        "files", metavar="[FILE.pdf]...", nargs=-1, type=click.Path(readable=False, path_type=Path)
    )
    @shared
    @click.pass_context
    def check(context: click.Context, files: Sequence[Path]) -> int:
        if files:
            from facilitator.cli.finals import check_finals  # noqa: PLC0415 - only when needed

            return check_finals(choices_of(context).target, files)
        from facilitator.cli.records import check_all  # noqa: PLC0415 - only when needed

        return check_all(choices_of(context).target)


def _add_rehearse(group: click.Group) -> None:
    @command(
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
    @shared
    @click.pass_context
    def rehearse(context: click.Context, output: Path, speed: float) -> int:
        from facilitator.cli.windows import rehearse_example  # noqa: PLC0415 - Qt only for those who need it

        return rehearse_example(choices_of(context), output, speed)


def _add_example(group: click.Group) -> None:
    @command(group, "example", _("Open the window with the example workshop; without a screen, rehearse it."))
    @shared
    @click.pass_context
    def example(context: click.Context) -> int:
        from facilitator.cli.windows import open_example  # noqa: PLC0415 - Qt only for those who need it

        return open_example(choices_of(context))
