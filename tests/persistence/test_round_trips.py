"""Every field of every record comes back from the database and from the change log as it went in."""

import datetime as dt
import shutil
from dataclasses import fields, replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.bootstrap import open_workspace
from facilitator.domain.cards import Card
from facilitator.domain.catalogue import ENTRIES, entry_of
from facilitator.domain.change_theory import Measurement
from facilitator.domain.cycles import Workshop
from facilitator.domain.errors import CannotOpen, InvalidInput
from facilitator.domain.ids import IndicatorId, new_id
from facilitator.domain.record import STAMPS
from facilitator.persistence.converter import from_plain, instant_of, instant_to_text, to_plain
from facilitator.persistence.tables import from_log, from_row, to_log, to_row
from facilitator.persistence.unit_of_work import Header
from tests.builders import DAY, a_board, a_card, a_person, a_session, a_workshop
from tests.strategies import records_of, workshops

KINDS = [pytest.param(entry.record, id=entry.list_name) for entry in ENTRIES]
several = settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])


class TakenBackError(Exception):
    """Ends an operation without storing anything."""


def unstamped(record):
    """Return the record as it was before it was stored."""
    return replace(record, **dict.fromkeys(STAMPS, None))


def stored_and_read(workspace, record):
    """Return the record as the database gives it, and leave nothing behind."""
    found = []

    def change(operation):
        operation.restore(None, record)
        found.append(operation.stored(type(record), record.id))
        raise TakenBackError

    with pytest.raises(TakenBackError):
        workspace.database.work.write(Header("try"), change)
    return found[0]


@pytest.mark.parametrize("kind", KINDS)
@several
@given(data=st.data())
def test_a_full_record_comes_back_from_its_row(workspace, kind, data):
    record = data.draw(records_of(kind, full=True))

    found = stored_and_read(workspace, record)

    assert found == record
    assert [each.name for each in fields(record) if getattr(record, each.name) is None] == []


@pytest.mark.parametrize("kind", KINDS)
@several
@given(data=st.data())
def test_a_record_with_gaps_comes_back_from_its_row(workspace, kind, data):
    record = data.draw(records_of(kind))

    assert stored_and_read(workspace, record) == record


@pytest.mark.parametrize("kind", KINDS)
@several
@given(data=st.data())
def test_a_record_comes_back_from_the_change_log(kind, data):
    record = data.draw(records_of(kind) | records_of(kind, full=True))

    assert from_log(kind, to_log(record)) == record


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(workshops())
def test_a_whole_workshop_comes_back_in_one_reading(migrated_file, tmp_path, records):
    file = shutil.copy(migrated_file, tmp_path / f"{new_id()}.sqlite")
    held = next(record for record in records if isinstance(record, Workshop))
    with open_workspace(file) as workspace:
        workspace.books.add(*records)

        found = workspace.records(held.id)

    light = [record for record in records if not entry_of(type(record)).on_demand]
    assert {each.id: unstamped(each) for each in found} == {record.id: record for record in light}


def test_a_row_that_says_what_no_record_can_is_a_damaged_database(workspace):
    card = a_card(a_board(a_session(a_workshop())))

    with pytest.raises(CannotOpen) as refused:
        from_row(Card, to_row(card) | {"text": '{"text": "", "language": "es"}'})

    assert refused.value.key == "database-damaged"
    assert refused.value.details["list"] == "cards"


@pytest.mark.parametrize("broken", ['{"text"', "[]", "7", "null"])
def test_a_row_that_is_no_json_where_it_should_be_is_a_damaged_database(broken):
    card = a_card(a_board(a_session(a_workshop())))

    with pytest.raises(CannotOpen):
        from_row(Card, to_row(card) | {"text": broken})


@given(st.datetimes(dt.datetime(1, 1, 3), dt.datetime(9999, 12, 29), timezones=st.timezones()))  # noqa: DTZ001 - hypothesis adds the zone
def test_instants_are_written_in_utc_and_sort_as_text(instant):
    text = instant_to_text(instant)

    assert instant_of(text) == instant.astimezone(dt.UTC)
    assert text.endswith("Z")
    assert len(text) == len("2014-02-06T18:00:00.000000Z")


def test_an_instant_without_a_zone_is_refused():
    with pytest.raises(InvalidInput) as refused:
        instant_of("2014-02-06T18:00:00")

    assert refused.value.key == "instant-without-zone"


@pytest.mark.parametrize("words", ["yesterday", "0001-01-01T00:00:00+14:00", ""])
def test_what_is_no_instant_is_refused(words):
    with pytest.raises(InvalidInput) as refused:
        instant_of(words)

    assert refused.value.key == "instant-unknown"


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-sNaN", "ten"])
def test_a_figure_that_is_no_number_is_refused(number):
    plain = to_plain(Measurement(id=new_id(), indicator=IndicatorId(new_id()), date=DAY, value=Decimal(1)))

    with pytest.raises(InvalidInput):
        from_plain(Measurement, plain | {"value": number})


def test_half_a_character_in_a_name_is_refused_with_its_place_and_nothing_is_stored(workspace):
    with pytest.raises(InvalidInput) as refused:
        workspace.books.add(a_person("Marisol \udce9"))

    assert refused.value.key == "text-broken"
    assert list(workspace.records(None)) == []


def test_a_number_too_big_for_the_database_is_refused(workspace):
    with pytest.raises(InvalidInput) as refused:
        workspace.books.add(a_workshop(number=10**30))

    assert refused.value.key == "number-too-big"
