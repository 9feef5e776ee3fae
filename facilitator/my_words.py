"""Words that a person told the program to know: one a line in a small file of theirs, for every workshop."""

import os
from pathlib import Path
from typing import Final

from facilitator.domain.errors import CannotWrite
from facilitator.paths import data_folder

LONGEST: Final = 1_000_000
"""Bytes that are read of the file: whatever else it is, it is no list of words."""


class MyWords:
    """The words, and the file that they are kept in. Read when they are first asked for."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._words: dict[str, None] | None = None

    @property
    def path(self) -> Path:
        """Where the words are kept; the file may not exist."""
        return self._path or data_folder() / "words.txt"

    @property
    def words(self) -> frozenset[str]:
        """Every word as it was added. A file that cannot be read says nothing."""
        return frozenset(self._known())

    def add(self, word: str) -> None:
        """Know a word from now on. Raises CannotWrite, and then knows it until the program ends."""
        known = self._known()
        if word not in known:
            known[word] = None
            self._keep()

    def remove(self, word: str) -> None:
        """Know a word no longer. Raises CannotWrite, and then forgets it until the program ends."""
        known = self._known()
        if word in known:
            del known[word]
            self._keep()

    def _known(self) -> dict[str, None]:
        if self._words is None:
            try:
                with self.path.open("rb") as file:
                    written = file.read(LONGEST).decode("utf-8", "replace")
            except OSError:
                written = ""
            self._words = dict.fromkeys(word for line in written.splitlines() if (word := line.strip()))
        return self._words

    def _keep(self) -> None:
        """Write all of them beside the file, then put them in its place."""
        part = self.path.with_suffix(".part")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with part.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(f"{word}\n" for word in self._known())
                file.flush()
                os.fsync(file.fileno())
            part.replace(self.path)
        except OSError as failure:
            reason = failure.strerror or str(failure)
            raise CannotWrite("cannot-write", path=str(self.path), reason=reason) from failure
