"""Reads the command line with the library for it, and turns how the command ended into an exit status."""

import click

from facilitator.cli.click_words import spoken
from facilitator.cli.commands import command_line
from facilitator.cli.output import tell_error
from facilitator.cli.status import DONE, INTERRUPTED
from facilitator.domain.errors import FacilitatorError
from facilitator.i18n import language


def run(arguments: list[str]) -> int:
    """Run what the arguments ask for, in the screen's language, and return the exit status."""
    with spoken(language()):
        return _status(arguments)


def _status(arguments: list[str]) -> int:
    try:
        status = command_line().main(arguments, prog_name="facilitator", standalone_mode=False)
    except click.exceptions.Exit as ending:
        return ending.exit_code
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except FacilitatorError as error:
        return tell_error(error)
    return status if isinstance(status, int) else DONE
