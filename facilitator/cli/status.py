"""How a command can end."""

from typing import Final

DONE: Final = 0
CANNOT: Final = 1
WRONG_USE: Final = 2
INTERRUPTED: Final = 130
