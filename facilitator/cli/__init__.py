"""The `facilitator` command: everything that can be done from a terminal, and the way into the window.

Commands that need no window never import Qt; heavy parts are imported by the command that needs them.
"""

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from facilitator import i18n
from facilitator.cli.choices import choices_for_window
from facilitator.cli.status import CANNOT, INTERRUPTED
from facilitator.i18n import LANGUAGES, SOURCE_LANGUAGE

LANGUAGE_VARIABLE: Final = "FACILITATOR_LANGUAGE"

_COLLECTED_AFTER: Final = 1_000_000
"""Objects after which a command looks for circles among them, which takes a tenth of a short one's time."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status: 0 done, 1 cannot be done, 2 wrong use or refused input."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _prepare_streams()
    i18n.use(language_of(given))
    try:
        return _run(given)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _let_go_of_output()
        return CANNOT


def language_of(arguments: Sequence[str]) -> str:
    """Return the language of messages: the option's, the variable's, else the system's; English at last."""
    wanted = [_option(arguments), os.environ.get(LANGUAGE_VARIABLE)]
    wanted += [os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    chosen = next((each for each in wanted if each), SOURCE_LANGUAGE)
    return chosen[:2].lower() if chosen[:2].lower() in LANGUAGES else SOURCE_LANGUAGE


def _option(arguments: Sequence[str]) -> str | None:
    """Return the language asked for; behind these commands the option is the document's, not the screen's."""
    for place, argument in enumerate(arguments):
        if argument in {"minutes", "export", "picture", "export-all"}:
            return None
        if argument == "--language" and place + 1 < len(arguments):
            return arguments[place + 1]
        if argument.startswith("--language="):
            return argument.partition("=")[2]
    return None


def _run(arguments: list[str]) -> int:
    if arguments[:1] == ["spelling"]:  # a child of the windows, which is to start in no time
        from facilitator.cli.spelling import answer  # noqa: PLC0415 - nobody else loads Hunspell

        return answer(arguments[1:])
    choices = choices_for_window(arguments)
    if choices is not None:
        from facilitator.cli.windows import open_window  # noqa: PLC0415 - Qt only for those who need it

        return open_window(choices)
    gc.set_threshold(_COLLECTED_AFTER)
    atexit.register(gc.freeze)  # else all that there is would be looked through once more just to end
    from facilitator.cli.reading import run  # noqa: PLC0415 - built in the language just chosen

    return run(arguments)


def _prepare_streams() -> None:
    """Never fail over a sign that a terminal cannot show."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _let_go_of_output() -> None:
    """Whoever read our output has gone: end without a word, also when Python flushes at its end."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
