"""Words of the command-line library, so that usage and errors of use speak the chosen language too.

The library looks its sentences up through Python's gettext; these are those that our commands can show.
"""

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from facilitator.i18n import DOMAIN, N_, ngettext
from resources import ROOT

_VARIABLE: Final = "LANGUAGE"
"""Where Python's gettext looks for the language first."""

WORDS: Final = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Error: {message}"),
    N_("Aborted!"),
    N_("Try '{command} {option}' for help."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing parameter"),
    N_("No such option {name!r}."),
    N_("No such command {name!r}."),
    N_("Option {name!r} does not take a value."),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
    N_("Show this message and exit."),
    N_("required"),
    N_("default: {default}"),
    ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 1),
    ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 1),
    ngettext("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 1),
    ngettext("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", 1),
)


@contextmanager
def spoken(language: str) -> Iterator[None]:
    """Let the library speak `language` for a while, in this process."""
    before = os.environ.get(_VARIABLE), gettext.textdomain()
    gettext.bindtextdomain(DOMAIN, os.path.join(str(ROOT), "translations"))  # noqa: PTH118 - gettext takes text
    gettext.textdomain(DOMAIN)
    os.environ[_VARIABLE] = language
    try:
        yield
    finally:
        gettext.textdomain(before[1])
        if before[0] is None:
            os.environ.pop(_VARIABLE, None)
        else:
            os.environ[_VARIABLE] = before[0]
