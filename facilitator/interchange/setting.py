"""What a file says once and its records take for granted: its language, its workshops, who stands where."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from facilitator.domain.places import LAPTOP_ZONE, ZONES, zone_named

Item = Mapping[str, Any]


class Setting:
    """Answers what a record in the file left out. Items are the file's own, by list, with their ids.

    Items that have something wrong answer too: what hangs on them has not become unclear by it.
    """

    def __init__(self, language: str, lists: Mapping[str, list[dict[str, Any]]]) -> None:
        self.language = language
        self._workshops = _by_id(lists, "workshops")
        self._sessions = _by_id(lists, "sessions")
        self._boards = _by_id(lists, "boards")
        cycles = list(_by_id(lists, "cycles"))
        self._only_cycle = cycles[0] if len(cycles) == 1 else None
        self.workshop = self._main_workshop()

    def _main_workshop(self) -> str | None:
        """Return the one workshop that records without a workshop belong to: the one with sessions."""
        if len(self._workshops) == 1:
            return next(iter(self._workshops))
        held = {item.get("workshop") for item in self._sessions.values()} & set(self._workshops)
        return next(iter(held)) if len(held) == 1 else None

    @property
    def cycle(self) -> str | None:
        """The cycle that records without one belong to: the main workshop's, else the file's only one."""
        main = self._workshops.get(self.workshop or "", {})
        return main.get("cycle") or self._only_cycle

    def workshop_of(self, item: Item) -> str | None:
        """Return the workshop of a record that does not say: its session's, its board's, or the main one."""
        session = item.get("session") or self._boards.get(item.get("board") or "", {}).get("session")
        named = self._sessions.get(session or "", {}).get("workshop")
        return named or self.workshop

    def workshop_on(self, day: str) -> str | None:
        """Return the only workshop that was held on a day, else the main one."""
        held = [key for key, item in self._workshops.items() if _covers(item, day)]
        return held[0] if len(held) == 1 else self.workshop

    def zone_of(self, workshop: str | None) -> dt.tzinfo | None:
        """Return the zone of a workshop's clock times, by its name, its country, or this computer.

        None when the workshop is not in the file.
        """
        item = self._workshops.get(workshop or "")
        if item is None:
            return None
        return told_zone(item.get("time_zone"), item.get("country")) or LAPTOP_ZONE


def told_zone(name: str | None, country: str | None) -> dt.tzinfo | None:
    """Return the zone that a workshop's own fields tell; None when they tell none."""
    for each in (name, ZONES.get((country or "").upper())):
        if each and (zone := zone_named(each)) is not None:
            return zone
    return None


def _by_id(lists: Mapping[str, list[dict[str, Any]]], name: str) -> dict[str, dict[str, str]]:
    """Return a list's items by their id, with what is a text in them, as all that answers must be."""
    return {
        item["id"]: {field: value for field, value in item.items() if isinstance(value, str)}
        for item in lists.get(name, ())
    }


def _covers(workshop: Item, day: str) -> bool:
    start, end = workshop.get("start"), workshop.get("end")
    return isinstance(start, str) and start <= day <= str(end or start)
