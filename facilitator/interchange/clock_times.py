"""When a session really began and ended, in a file: a local time of its own day, or a whole instant."""

import datetime as dt
import re
from typing import Final

_CLOCK: Final = re.compile(r"\d{2}:\d{2}")


def is_clock(written: str) -> bool:
    """Whether a text is a time of day such as `09:05`."""
    try:
        return _CLOCK.fullmatch(written) is not None and dt.time.fromisoformat(written) is not None
    except ValueError:
        return False


def is_day(written: str) -> bool:
    """Whether a text is a day of the calendar such as `2014-02-06`."""
    try:
        return dt.date.fromisoformat(written) is not None
    except ValueError:
        return False


def read_moment(written: str, day: str, zone: dt.tzinfo) -> str:
    """Return `09:05` of a session's day as an instant; a whole instant as it is.

    In the hour that clocks repeat, a local time is the first one. Anything else is returned
    unchanged, for the value to refuse.
    """
    if not _CLOCK.fullmatch(written):
        return written
    try:
        local = dt.datetime.combine(dt.date.fromisoformat(day), dt.time.fromisoformat(written), zone)
        return local.astimezone(dt.UTC).isoformat()
    except (ValueError, OverflowError):  # no day, no time, or before the first or after the last instant
        return written


def write_moment(instant: dt.datetime, day: dt.date, zone: dt.tzinfo) -> str:
    """Return an instant as `09:05` if that reads back as the same instant, else in full."""
    local = instant.astimezone(zone)
    short = f"{local:%H:%M}"
    whole = write_instant(instant)
    return short if read_moment(short, day.isoformat(), zone) == instant.isoformat() else whole


def write_instant(instant: dt.datetime) -> str:
    """Return an instant in UTC, ISO 8601, without a fraction that is nothing."""
    return instant.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")
