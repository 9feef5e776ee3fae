"""The example with 3,000 cards and 300 people, as an interchange file."""

import copy
import json
from pathlib import Path
from typing import Any, Final

from tests.fixtures.workspaces import EXAMPLE

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
