"""Writes what comes next as a calendar: due commitments, follow-ups, reviews, the next meeting (RFC 5545).

Every entry is a whole day, or a whole month where nobody named the day, and leaves the day free. Its id is
that of the record, so that a calendar which takes the file again moves the entry instead of adding one.
Commitments are events too, not to-dos: most calendars leave those out when they take a file.
"""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from exports.files import whole_file
from exports.outline.lawful import lawful
from exports.outline.pen import Pen
from exports.phrases import joined
from facilitator import __version__
from facilitator.domain.minutes import Minutes, NextStep

LONGEST_LINE: Final = 75
"""Bytes of a line without its end."""


def write_calendar(minutes: Minutes, target: Path) -> int:
    """Write the calendar to `target` and return how many entries it has.

    Raises CannotWrite when the target refuses; the earlier file stays then.
    """
    entries = [step for step in minutes.next_steps if step.when is not None]
    with whole_file(target) as stream:
        stream.write(b"".join(folded(line) for line in _lines(minutes, entries)))
    return len(entries)


def _lines(minutes: Minutes, entries: list[NextStep]) -> Iterator[str]:
    pen = Pen(minutes)
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Facilitator//Facilitator {__version__}//EN")
    yield from ("CALSCALE:GREGORIAN", "METHOD:PUBLISH")
    yield f"X-WR-CALNAME:{escaped(minutes.cover.title)}"
    for n, step in enumerate(entries, start=1):
        yield from _event(pen, step, n)
    yield "END:VCALENDAR"


def _event(pen: Pen, step: NextStep, number: int) -> Iterator[str]:
    when, cover = step.when, pen.minutes.cover
    if when is None:
        return
    language = pen.minutes.language
    stamp = cover.as_of.astimezone(dt.UTC).strftime("%Y%m%dT%H%M%SZ")
    about = "\n".join(
        part
        for part in (
            step.responsible and pen.t.gettext("Responsible: {name}").format(name=step.responsible),
            step.source and step.source.label,
            joined(cover.title, pen.formats.span(cover.start, cover.end)),
        )
        if part
    )
    yield "BEGIN:VEVENT"
    yield f"UID:{step.key or f'{stamp}-{number}'}@facilitator"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{_day(when.first_day())}"
    if when.last_day() < dt.date.max:
        yield f"DTEND;VALUE=DATE:{_day(when.last_day() + dt.timedelta(days=1))}"
    yield f"SUMMARY;LANGUAGE={language}:{escaped(step.text)}"
    yield f"DESCRIPTION;LANGUAGE={language}:{escaped(about)}"
    yield from ("TRANSP:TRANSPARENT", "END:VEVENT")


def _day(day: dt.date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def escaped(text: str) -> str:
    """Return a text as the value of a property."""
    plain = lawful(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\n", "\\n")


def folded(line: str) -> bytes:
    """Return a line with its end, folded where it is longer than the format allows, never inside a letter."""
    parts: list[bytes] = []
    part = b""
    for sign in line:
        letter = sign.encode()
        if len(part) + len(letter) > LONGEST_LINE:
            parts.append(part)
            part = b" "
        part += letter
    return b"\r\n".join((*parts, part)) + b"\r\n"
