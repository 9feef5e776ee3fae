"""Where a workshop is: the zone in which its planned times are meant and its instants are told."""

import datetime as dt
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from facilitator.domain.cycles import Workshop

ZONES: Final = {
    "NI": "America/Managua",
    "HN": "America/Tegucigalpa",
    "GT": "America/Guatemala",
    "SV": "America/El_Salvador",
    "CR": "America/Costa_Rica",
    "PA": "America/Panama",
    "MX": "America/Mexico_City",
}
"""The zone of a country's capital, by ISO 3166 code, for workshops that name none."""

_HOURS_WITHOUT_DATA: Final = dict.fromkeys(ZONES.values(), -6) | {"America/Panama": -5}
"""Hours from UTC where the computer has no zone data (Windows): none of these places changes its clocks."""


class _LaptopZone(dt.tzinfo):
    """The zone the laptop is set to, with its rules for other days of the year."""

    def utcoffset(self, moment: dt.datetime | None) -> dt.timedelta | None:
        """Return the laptop's offset at a local moment."""
        return None if moment is None else moment.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, moment: dt.datetime | None) -> dt.timedelta | None:  # noqa: ARG002 - tzinfo asks for it
        """Return None: the system does not tell how much of the offset is summer time."""
        return None

    def tzname(self, moment: dt.datetime | None) -> str | None:
        """Return the system's name of the zone."""
        return None if moment is None else moment.replace(tzinfo=None).astimezone().tzname()

    def fromutc(self, moment: dt.datetime) -> dt.datetime:
        """Return the local time of an instant given in UTC."""
        told = moment.replace(tzinfo=dt.UTC).astimezone()
        local = told.replace(tzinfo=self, fold=0)
        # In the hour that the clocks show twice, the second time is marked as such.
        return local if local.utcoffset() == told.utcoffset() else local.replace(fold=1)


LAPTOP_ZONE: Final[dt.tzinfo] = _LaptopZone()
"""The zone of the computer the program runs on."""


def zone_of(workshop: Workshop) -> dt.tzinfo:
    """Return the zone of a workshop: as named, else its country's, else the laptop's own."""
    for name in (workshop.time_zone, ZONES.get((workshop.country or "").upper())):
        if name and (zone := zone_named(name)) is not None:
            return zone
    return LAPTOP_ZONE


@cache
def zone_named(name: str) -> dt.tzinfo | None:
    """Return the zone of an IANA name; None for a name that this computer does not know."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown, no name at all ("../x"), or a folder ("America")
        hours = _HOURS_WITHOUT_DATA.get(name)
        return None if hours is None else dt.timezone(dt.timedelta(hours=hours), name)
