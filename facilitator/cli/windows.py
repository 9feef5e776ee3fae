"""Commands that open windows: the only ones that import Qt."""

import gc
import os
from pathlib import Path
from typing import Final

from facilitator.cli.choices import Choices
from facilitator.display import has_screen
from facilitator.i18n import _

REHEARSAL: Final = Path("rehearsal")
DEFAULT_SPEED: Final = 200.0


def open_window(choices: Choices) -> int:
    """Open the program's window and return its exit status."""
    if not has_screen() and not os.environ.get("QT_QPA_PLATFORM"):
        from facilitator.cli.output import warn  # noqa: PLC0415 - a start that goes well needs no words

        warn(_("There is no screen here, so the window cannot open. The other commands work: see --help."))
        return 1
    return _run_window(choices, open_example=False)


def open_example(choices: Choices) -> int:
    """Open the window with the example; where nobody could see it, play the rehearsal instead."""
    if not has_screen():
        from facilitator.cli.output import warn  # noqa: PLC0415 - as above

        warn(_("There is no screen here, so the rehearsal of the example is played instead."))
        return rehearse_example(choices, REHEARSAL, DEFAULT_SPEED)
    return _run_window(choices, open_example=True)


def _run_window(choices: Choices, *, open_example: bool) -> int:
    _guard()
    from ui.app import run_window  # noqa: PLC0415 - Qt

    return run_window(choices.target, choices.language, open_example=open_example)


def _guard() -> None:
    """Let Python's collector not run by itself, and no error in an answer to Qt end the program.

    Nearly all that a start loads stays, so looking through it for garbage costs a tenth of the start and
    finds none. The windows' own collector goes on with it, on their thread, once the first page is there.
    """
    gc.disable()
    from ui.runtime.overrides import guard_overrides  # noqa: PLC0415 - Qt

    guard_overrides()


def rehearse_example(choices: Choices, output: Path, speed: float) -> int:
    """Play the example through the real windows and say where its pictures and minutes lie."""
    from facilitator.cli.output import say  # noqa: PLC0415 - as above

    _guard()
    from ui.rehearsal import rehearse  # noqa: PLC0415 - Qt

    status = rehearse(output, speed, choices.database)
    if status == 0:
        say(_("The pictures, the minutes and the report lie in {folder}.").format(folder=output.resolve()))
    return status
