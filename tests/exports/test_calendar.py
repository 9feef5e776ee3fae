"""What comes next as a calendar, read back with a library that did not write it."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from exports.data.calendar import LONGEST_LINE, write_calendar
from exports.outline.lawful import lawful
from facilitator.domain.documents import Disclosure
from facilitator.domain.errors import CannotWrite
from facilitator.domain.minutes import NextStep
from facilitator.domain.values import LooseDate
from tests import builders as make
from tests.exports.minutes_samples import sample
from tests.exports.minutes_sizes import tiny
from tests.services.gathering import minutes_of


def entries(minutes, folder):
    write_calendar(minutes, folder / "dates.ics")
    calendar = Calendar.from_ical((folder / "dates.ics").read_bytes())
    return calendar, calendar.walk("VEVENT")


def test_every_dated_step_is_a_whole_day_that_stays_free(tmp_path):
    minutes = sample("es")

    calendar, events = entries(minutes, tmp_path)

    assert calendar["X-WR-CALNAME"] == "Mantener el impulso"
    assert [str(each["SUMMARY"]) for each in events] == [
        step.text for step in minutes.next_steps if step.when
    ]
    assert events[0].decoded("DTSTART") == dt.date(2014, 3, 12)
    assert events[0].decoded("DTEND") == dt.date(2014, 3, 13)
    assert events[0]["TRANSP"] == "TRANSPARENT"
    assert "CIAT" in events[0]["DESCRIPTION"]
    assert events[0].decoded("DTSTAMP") == dt.datetime(2014, 2, 12, 15, 30, tzinfo=dt.UTC)


def test_a_month_whose_day_nobody_named_is_the_whole_month(tmp_path):
    _, events = entries(sample("en"), tmp_path)

    assert events[1].decoded("DTSTART") == dt.date(2014, 9, 1)
    assert events[1].decoded("DTEND") == dt.date(2014, 10, 1)


def test_an_entry_has_the_same_id_in_every_edition_whatever_comes_before_it(tmp_path):
    workshop = make.a_workshop()
    late = make.a_work_item(workshop, "Visitar los sitios", due=LooseDate(2014, 8, 1))
    early = make.a_work_item(workshop, "Comprar papel", due=LooseDate(2014, 3, 1))

    _, before = entries(minutes_of([workshop, late]), tmp_path)
    _, after = entries(minutes_of([workshop, early, late], "en", Disclosure.PUBLIC), tmp_path)

    assert [str(each["UID"]) for each in before] == [f"due-{late.id}@facilitator"]
    assert [str(each["UID"]) for each in after] == [
        f"due-{early.id}@facilitator",
        f"due-{late.id}@facilitator",
    ]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=300
    )
)
@example("BEGIN:VEVENT\nEND:VCALENDAR; a, b \\n c\\")
@example("👩🏽‍🌾" * 60)
def test_whatever_people_write_comes_back_and_no_line_is_too_long(tmp_path, text):
    minutes = replace(tiny(), next_steps=(NextStep(LooseDate(2014, 3, 1), text, key="k"),))

    _, events = entries(minutes, tmp_path)

    content = (tmp_path / "dates.ics").read_bytes()
    assert [str(each["SUMMARY"]) for each in events] == [lawful(text)]
    assert all(len(line) <= LONGEST_LINE for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert all(line.decode() is not None for line in content.split(b"\r\n"))


def test_a_workshop_without_dates_is_an_empty_calendar_and_the_last_day_there_is_has_no_morrow(tmp_path):
    calendar, events = entries(tiny(), tmp_path)
    _, last = entries(replace(tiny(), next_steps=(NextStep(LooseDate(9999, 12, 31), "Rest"),)), tmp_path)

    assert events == []
    assert calendar["VERSION"] == "2.0"
    assert "DTEND" not in last[0]


def test_a_calendar_that_cannot_be_written_leaves_nothing(tmp_path):
    with pytest.raises(CannotWrite, match="folder-missing"):
        write_calendar(sample(), tmp_path / "no" / "dates.ics")

    assert [*tmp_path.iterdir()] == []
