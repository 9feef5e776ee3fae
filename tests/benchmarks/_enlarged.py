"""The example, larger: with 3,000 cards and 300 people, or with everything in it so many times over."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from tests.fixtures.workspaces import EXAMPLE

GROWING: Final = (
    "people",
    "sessions",
    "attendance",
    "cases",
    "canvases",
    "principle_assessments",
    "prototypes",
    "indicators",
    "measurements",
    "boards",
    "clusters",
    "cards",
    "parking_lot",
    "reflections",
    "agreements",
    "work_plan",
)
"""Lists of a workshop that grow with it; its days, evaluation and documents stay as they are."""
_SAYING: Final = ("full_name", "title", "text", "activity", "name", "action", "question")
SMALL: Final = 4
LARGE: Final = 65
"""How many times the example makes minutes of at least sixty, and of at least a thousand pages."""
CARDS: Final = 3_000
PEOPLE: Final = 300


def enlarged(cards: int = CARDS, people: int = PEOPLE) -> dict[str, Any]:
    """Return the example's data with so many cards and people; each person attends every half day."""
    data: dict[str, Any] = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    more_people = [_person(data["people"][n % 12], n) for n in range(people - len(data["people"]))]
    data["people"] += more_people
    half_days = [(day, half) for day in ("2014-02-06", "2014-02-07") for half in ("am", "pm")]
    data["attendance"] += [
        {"person": person["id"], "date": day, "half_day": half, "code": "P"}
        for person in more_people
        for day, half in half_days
    ]
    data["cards"] += [_card(data["cards"][n % 14], n) for n in range(cards - len(data["cards"]))]
    return data


def grown(times: int) -> dict[str, Any]:
    """Return the example with everything that grows `times` over, each copy pointing to its own."""
    data: dict[str, Any] = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    known = {*_ids([data[name] for name in GROWING])}
    for name in GROWING:
        first = [each for each in data[name] if each.get("workshop", "ws-2") == "ws-2"]
        data[name] += [_copy(each, known, n) for n in range(2, times + 1) for each in first]
    return data


def write_grown(path: Path, times: int) -> Path:
    """Write the example `times` over and return its path."""
    path.write_text(json.dumps(grown(times), ensure_ascii=False), encoding="utf-8")
    return path


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for each in value.values():
            yield from _ids(each)
    elif isinstance(value, list):
        for each in value:
            yield from _ids(each)


def _copy(record: dict[str, Any], known: set[str], n: int) -> dict[str, Any]:
    copied: dict[str, Any] = _pointing(record, known, n)
    return {key: _numbered(value, n) if key in _SAYING else value for key, value in copied.items()}


def _pointing(value: Any, known: set[str], n: int) -> Any:
    if isinstance(value, dict):
        return {key: _pointing(each, known, n) for key, each in value.items()}
    if isinstance(value, list):
        return [_pointing(each, known, n) for each in value]
    return f"{value}-{n}" if isinstance(value, str) and value in known else value


def _numbered(value: Any, n: int) -> Any:
    if isinstance(value, dict):
        return {key: _numbered(each, n) for key, each in value.items()}
    return f"{value} ({n})" if isinstance(value, str) else value


def write_enlarged(path: Path) -> Path:
    """Write the enlarged example and return its path."""
    path.write_text(json.dumps(enlarged(), ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def _person(like: dict[str, Any], n: int) -> dict[str, Any]:
    made = copy.deepcopy(like)
    return {**made, "id": f"more-p-{n}", "full_name": f"{made['full_name']} {n}"}


def _card(like: dict[str, Any], n: int) -> dict[str, Any]:
    text = f"{like['text']} ({n})"
    return {**like, "id": f"more-c-{n}", "text": text, "votes": 0}
