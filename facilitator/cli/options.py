"""Options that several commands share, made anew for each run: their help speaks the chosen language."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from facilitator.cli.choices import Choices
from facilitator.i18n import LANGUAGES, _

F = TypeVar("F", bound=Callable[..., Any])


def one_of_languages() -> click.Choice[str]:
    """Return the languages to choose from."""
    return click.Choice(LANGUAGES, case_sensitive=False)


def choices_of(context: click.Context) -> Choices:
    """Return what was said about database and language."""
    found: Choices = context.ensure_object(Choices)
    return found


def shared(function: F) -> F:
    """Add the options that may stand before or after any command."""
    return database_option(_language(function))


def database_option(function: F) -> F:
    """Add the option that names the database."""

    def chosen(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
        if value is None:
            return
        if not value.strip():  # an unset variable in a script must not mean somebody's own workshops
            raise click.BadParameter(_("Name a file or an address."), context, parameter)
        choices_of(context).database = value

    words = _("The database: a file, or an address such as postgresql+psycopg://host/name.")
    return click.option("--database", metavar="PATH-or-URL", expose_value=False, callback=chosen, help=words)(
        function
    )


def _language(function: F) -> F:
    def chosen(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
        if value is not None:
            choices_of(context).language = value

    words = _("The language of messages and windows; the system's unless told.")
    option = click.option(
        "--language", type=one_of_languages(), expose_value=False, callback=chosen, help=words
    )
    return option(function)


def command(group: click.Group, name: str, words: str) -> Callable[[F], click.Command]:
    """Add a command; its help stands in full also in the list of commands."""
    return group.command(name, help=words, short_help=words)


def output_option(shown: str, words: str) -> Callable[[F], F]:
    """Add the option that says where to write."""
    path = click.Path(readable=False, path_type=Path)
    return click.option("-o", "output", required=True, metavar=shown, type=path, help=words)
