"""Reads JSON from people and machines without ever failing badly: every defect has a place and a name.

Limits are generous for workshops and small for a laptop: a file is refused by its size before it is
read into memory, by its commas before they become a million objects, by its depth before a stack ends.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final

from facilitator.domain.errors import InvalidInput
from facilitator.domain.frozen import dataclass
from facilitator.domain.values import MOST_DIGITS, is_figure, require_characters
from facilitator.interchange.problems import Problem, pointer

MOST_BYTES: Final = 100 * 1024 * 1024
"""A large workshop with 3,000 cards is 2 MB; the rest is room for photos."""

MOST_VALUES: Final = 1_000_000
"""Values in a file: fifteen times a very large workshop."""

MOST_IN_A_RECORD: Final = 100_000
"""Values in one record: an evaluation of a thousand people has a fifth of it."""

DEEPEST: Final = 64
_SOUND_DEPTH: Final = 16
_ESCAPED: Final = re.compile(rb"\\u(0000|[dD][89a-fA-F])")
_BRACKETS: Final = re.compile(rb'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)


@dataclass(slots=True)
class Parsed:
    """The file as plain data, and what was wrong on the way; without `whole` there is no data."""

    data: Any = None
    problems: list[Problem] = field(default_factory=list)
    whole: bool = False


class _Marked:
    """Stands in the data for something that JSON should not have said, until its place is known."""

    __slots__ = ("details", "key", "value")

    def __init__(self, key: str, value: object, **details: object) -> None:
        self.key = key
        self.value = value
        self.details = details


_LEAVES: Final = frozenset({str, int, bool, Decimal, type(None)})


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes. Raises InvalidInput when there is no such file, or it is too large."""
    try:
        if path.is_dir():
            raise InvalidInput("file-is-folder", path=str(path))
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise InvalidInput("file-missing", path=str(path)) from None
    except OSError as error:
        raise InvalidInput("file-unreadable", path=str(path), reason=error.strerror or "") from None
    if len(data) > MOST_BYTES:
        raise InvalidInput("file-too-large", path=str(path), limit=MOST_BYTES // (1024 * 1024))
    return data


def parse(data: bytes) -> Parsed:
    """Return what JSON text says, with every defect at its place. It never raises."""
    text = _decoded(data)
    if isinstance(text, Problem):
        return Parsed(problems=[text])
    if data.count(b",") > MOST_VALUES:
        return Parsed(problems=[Problem("", "file-too-many-values", {"limit": MOST_VALUES})])
    try:
        found = json.loads(
            text,
            object_pairs_hook=_object,
            parse_float=_number,
            parse_int=_whole,
            parse_constant=lambda word: _Marked("number-impossible", None, word=word),
        )
    except RecursionError:
        return Parsed(problems=[_too_deep(data)])
    except json.JSONDecodeError as error:
        details = {"line": error.lineno, "column": error.colno}
        return Parsed(problems=[Problem("", "json-broken", details)])
    if _is_sound(found) and not _ESCAPED.search(data):
        return Parsed(found, whole=True)
    parsed = Parsed(whole=True)
    parsed.data = _checked(found, parsed, data)
    return parsed


def _is_sound(found: Any) -> bool:
    """Whether data is shallow and has no marks and no large record: seen by levels, far faster than each."""
    if type(found) is not dict:
        return False
    lists = [items for items in found.values() if type(items) is list]
    others = [each for each in found.values() if type(each) is not list]
    return all(all(map(_is_sound_item, items)) for items in (others, *lists))


def _is_sound_item(item: Any) -> bool:
    level = [item] if type(item) not in _LEAVES else []
    size = depth = 0
    while level:
        if depth == _SOUND_DEPTH or any(type(each) is _Marked for each in level):
            return False
        inside = [each for one in level for each in (one.values() if type(one) is dict else one)]
        level = [each for each in inside if type(each) not in _LEAVES]
        size += len(inside)
        depth += 1
    return size <= MOST_IN_A_RECORD


def _decoded(data: bytes) -> str | Problem:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:4]:  # UTF-16 or UTF-32
        return Problem("", "encoding-wrong", {"place": 1})
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Problem("", "encoding-wrong", {"place": error.start + 1})
    return text if text.strip() else Problem("", "file-empty")


def _object(pairs: list[tuple[str, Any]]) -> Any:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    seen: set[str] = set()
    twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]  # set.add returns None, which is wanted
    return _Marked("key-twice", made, name=twice)


def _whole(text: str) -> Any:
    if len(text.lstrip("-")) > MOST_DIGITS:
        return _Marked("number-too-long", 0, limit=MOST_DIGITS)
    return int(text)


def _number(text: str) -> Any:
    try:
        number = Decimal(text)
    except InvalidOperation:  # an exponent beyond any number
        return _Marked("number-too-long", 0, limit=MOST_DIGITS)
    return number if is_figure(number) else _Marked("number-too-long", 0, limit=MOST_DIGITS)


def _checked(value: Any, parsed: Parsed, data: bytes) -> Any:
    """Return the data without marks, depth first and without recursion; note each defect's place."""
    problems = parsed.problems
    inside: Counter[tuple[str | int, ...]] = Counter()
    root = [value]
    waiting: list[tuple[Any, Any, tuple[str | int, ...]]] = [(root, 0, ())]
    while waiting:
        holder, at, path = waiting.pop()
        item = holder[at]
        if isinstance(item, _Marked):
            problems.append(Problem(pointer(*path), item.key, item.details))
            item = holder[at] = item.value
        if len(path) > 2:
            inside[path[:2]] += 1
        if len(path) >= DEEPEST and isinstance(item, dict | list):
            problems.append(_too_deep(data))
            parsed.whole = False
            return None
        if isinstance(item, str):
            holder[at] = _mended(item, path, problems)
        elif isinstance(item, dict | list):
            waiting.extend((item, step, (*path, step)) for step in _steps(item, path, problems))
    for place, count in inside.items():
        if count > MOST_IN_A_RECORD:
            problems.append(Problem(pointer(*place), "record-too-large", {"limit": MOST_IN_A_RECORD}))
            parsed.whole = False
    return root[0]


def _steps(
    item: dict[str, Any] | list[Any], path: tuple[str | int, ...], problems: list[Problem]
) -> Iterator[str | int]:
    """Return the keys or places of what is inside, last first; keys that are broken are taken out."""
    if isinstance(item, list):
        return iter(range(len(item) - 1, -1, -1))
    for key in [key for key in item if _mended(key, path, problems) != key]:
        del item[key]
    return reversed(item)


def _mended(text: str, path: tuple[str | int, ...], problems: list[Problem]) -> str:
    try:
        require_characters(text)
    except InvalidInput as error:
        problems.append(Problem(pointer(*path), error.key, error.details))
        return text.encode(errors="replace").decode().replace("\x00", "?")
    return text


def _too_deep(data: bytes) -> Problem:
    depth = 0
    for found in _brackets(data):
        depth += 1 if found[0] in b"[{" else -1
        if depth > DEEPEST:
            before = data[: found[1]]
            line = before.count(b"\n") + 1
            return Problem("", "file-too-deep", {"limit": DEEPEST, "line": line})
    return Problem("", "file-too-deep", {"limit": DEEPEST, "line": 1})


def _brackets(data: bytes) -> Iterator[tuple[bytes, int]]:
    for found in _BRACKETS.finditer(data):
        if found[0] in (b"[", b"]", b"{", b"}"):
            yield found[0], found.start()
