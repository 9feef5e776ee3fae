"""What is said on the command line about which database and which language, whatever the command.

The window starts without the library that reads command lines, whose loading takes as long as half of
the window. So the one line that opens it is read here; every other is left to the library, and a line
that could be wrong is too, so that there is one place that complains.
"""

from collections.abc import Sequence

from facilitator.i18n import LANGUAGES
from facilitator.paths import database_target


class Choices:
    """What was said before the command or after it: which database, which language."""

    def __init__(self) -> None:
        self.database: str | None = None
        self.language: str | None = None

    @property
    def target(self) -> str:
        """The database to use."""
        return database_target(self.database)


def choices_for_window(arguments: Sequence[str]) -> Choices | None:
    """Return what was chosen where the arguments plainly open the window, else None."""
    choices = Choices()
    left = iter(arguments)
    for argument in left:
        name, sign, value = argument.partition("=")
        if not sign:
            value = next(left, "")
        if not value or value.startswith("-"):
            return None
        match name:
            case "--database":
                choices.database = value
            case "--language" if value in LANGUAGES:
                choices.language = value
            case _:
                return None
    return choices
