"""Small interchange files for tests: the example with something changed, and the least that is a workshop."""

import copy
import json
from pathlib import Path
from typing import Any

from facilitator.domain.ids import new_id
from facilitator.interchange.checks import check
from facilitator.interchange.content import Content
from facilitator.interchange.reader import read
from tests.fixtures.workspaces import EXAMPLE

File = dict[str, Any]

_EXAMPLE = json.loads(EXAMPLE.read_text(encoding="utf-8"))


def fresh() -> Any:
    """Return a new key that any kind of record takes."""
    return new_id()


def example() -> File:
    """Return the example's data, free to be changed."""
    return copy.deepcopy(_EXAMPLE)


def smallest(**lists: Any) -> File:
    """Return a file with one workshop of one session and one board, and these lists."""
    return {
        "format": "facilitator",
        "version": 1,
        "language": "es",
        "workshops": [
            {"id": "w", "title": "Taller", "start": "2014-02-06", "end": "2014-02-07", "country": "NI"}
        ],
        "sessions": [
            {"id": "s", "workshop": "w", "date": "2014-02-06", "planned_minutes": 30, "title": "Sesión"}
        ],
        "boards": [{"id": "b", "session": "s", "question": "¿Qué mejoraría?"}],
        **lists,
    }


def as_bytes(data: object) -> bytes:
    """Return data as a file has it."""
    return json.dumps(data, ensure_ascii=False).encode()


def read_all(data: object) -> Content:
    """Return the content of a file, with what its records break together among its problems."""
    content = read(as_bytes(data))
    problems, warnings = check(content)
    content.problems += problems
    content.warnings += warnings
    return content


def found(content: Content) -> list[tuple[str, str]]:
    """Return place and key of every problem."""
    return [(problem.place, problem.key) for problem in content.problems]


def warned(content: Content) -> list[tuple[str, str]]:
    """Return place and key of every warning."""
    return [(problem.place, problem.key) for problem in content.warnings]


def one(content: Content, kind: type) -> Any:
    """Return the only record of a class."""
    (record,) = (each for each in content.records if isinstance(each, kind))
    return record


def written(folder: Path, data: object, name: str = "file.json") -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else as_bytes(data))
    return path
