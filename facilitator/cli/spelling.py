"""The program's own child that reads a dictionary and says which words are not in it.

Hunspell is written in C++, and a broken dictionary can bring it down, keep it busy for ever or fill the
memory: so it runs in a process of its own, which the windows can do without. A line of JSON comes in, one
goes out: `{"check": [words]}` is answered by `{"unknown": [words]}`, `{"suggest": word}` by `{"instead": …}`.
"""

import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from facilitator.cli.status import CANNOT, DONE

_MEMORY: Final = 1 << 30
"""Bytes that the child may take where the system can say so; a usual dictionary needs a fortieth."""

_FEW: Final = 5
"""Suggestions that are worth reading."""


def answer(arguments: Sequence[str]) -> int:
    """Answer from the dictionary whose `.aff` file is named until nobody asks any more; the exit status."""
    path = Path(arguments[0])
    _stay_small()
    try:
        from hunspell import Hunspell  # noqa: PLC0415 - only here is it loaded at all

        # The C++ library opens what it is given by name: in the bytes that the system's files have.
        book = Hunspell(path.stem, str(path.parent), sys.getfilesystemencoding())
    except (ImportError, OSError, MemoryError) as failure:
        _say({"error": str(failure)})
        return CANNOT
    _say({"ready": path.name})
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        if "suggest" in asked:
            _say({"instead": _instead(book, asked["suggest"])})
        else:
            _say({"unknown": [word for word in asked["check"] if not _knows(book, word)]})
    return DONE


def _knows(book: Any, word: str) -> bool:
    """Return whether a word is known; what the dictionary cannot even write it does not judge."""
    try:
        return bool(book.spell(word))
    except UnicodeEncodeError:
        return True


def _instead(book: Any, word: str) -> list[str]:
    """Return the best suggestions; a word broken by a hyphen only where nothing else is found."""
    with suppress(UnicodeError):
        found = list(dict.fromkeys(book.suggest(word)))
        return ([each for each in found if "-" not in each or "-" in word] or found)[:_FEW]
    return []


def _stay_small() -> None:
    with suppress(ImportError, ValueError, OSError):  # Windows has no such limit, a system may refuse it
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _say(what: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(what).encode() + b"\n")
    sys.stdout.buffer.flush()
