"""The file of an open database: whether it still lies where it was opened.

A file that is moved or deleted takes every later write with it, and the driver does not notice.
"""

from pathlib import Path

from facilitator.domain.errors import CannotWrite


class OwnFile:
    """Remembers which file it was; None for a database that is no file, which is always there."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._opened = None if path is None else _identity(path)

    def is_there(self) -> bool:
        """Whether the path still leads to the file that was opened."""
        return self._path is None or self._opened is None or _identity(self._path) == self._opened

    def need(self) -> None:
        """Raise CannotWrite when what is written now would be lost with the file."""
        if not self.is_there():
            raise CannotWrite("database-gone", database=str(self._path))


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
