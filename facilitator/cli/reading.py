"""Reads the command line with the library for it, and turns how the command ended into an exit status."""

import click

from facilitator.cli.click_words import spoken
from facilitator.cli.commands import command_line
from facilitator.cli.output import tell_error
from facilitator.cli.status import DONE, INTERRUPTED
from facilitator.domain.errors import CannotWrite, FacilitatorError
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
    except BrokenPipeError:
        raise
    except OSError as failure:
        if failure.filename is not None:  # of a file that a command touched, not of the output
            raise
        tell_error(CannotWrite("output-failed", reason=failure.strerror or ""))
        raise BrokenPipeError from failure  # what could not be written is let go as when nobody reads it
    return status if isinstance(status, int) else DONE
