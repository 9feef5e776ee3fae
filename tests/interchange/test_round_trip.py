"""What leaves a laptop in a file arrives on another one as it was, field by field."""

import datetime as dt
import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings

from facilitator.bootstrap import open_workspace
from facilitator.domain.catalogue import ENTRIES, is_of_workshop
from facilitator.domain.cycles import Workshop
from facilitator.domain.notes import PhotoContent
from facilitator.interchange.reader import read
from facilitator.interchange.writer import write
from tests.fixtures.workspaces import EXAMPLE, NOON, FrozenClock
from tests.strategies import workshops

some = settings(max_examples=15, suppress_health_check=list(HealthCheck))


@some
@given(workshops(stamped=True))
def test_any_records_come_back_from_a_file_as_they_were(records):
    content = read(write(records, "es", NOON, "Facilitator"))

    assert content.problems == []
    assert content.warnings == []
    assert {each.id: each for each in content.records} == {each.id: each for each in records}


@some
@given(workshops(stamped=True))
def test_a_file_is_set_out_as_any_program_for_json_sets_it_out(records):
    written = write(records, "es", NOON, "Facilitator")

    assert written.decode() == json.dumps(json.loads(written), ensure_ascii=False, indent=1) + "\n"


@settings(some, max_examples=10)
@given(workshops(stamped=True))
def test_any_workshop_is_equal_after_export_and_import_into_another_database(migrated_file, records):
    workshop = next(record.id for record in records if isinstance(record, Workshop))
    with TemporaryDirectory() as folder:
        first, second, file = (Path(folder) / name for name in ("a.sqlite", "b.sqlite", "file.json"))
        for database in (first, second):
            shutil.copy(migrated_file, database)
        with open_workspace(first, FrozenClock()) as here:
            here.operations.perform(
                "import-workshop", lambda operation: [operation.add(each) for each in records]
            )
            file.write_bytes(here.exchange.export(workshop))
            sent = everything(here, workshop)
        with open_workspace(second, FrozenClock(NOON + dt.timedelta(days=1))) as there:
            there.exchange.import_files([file])
            arrived = everything(there, workshop)

    assert arrived == sent


def everything(workspace, workshop):
    with workspace.database.work.reading() as reading:
        found = {record.id: record for record in workspace.records(workshop)}
        found |= {record.id: record for record in reading.where(PhotoContent)}
    return found


def test_the_example_has_as_many_records_in_every_list_as_its_file():
    written = json.loads(EXAMPLE.read_text(encoding="utf-8"))

    content = read(EXAMPLE.read_bytes())

    counts = {entry.list_name: 0 for entry in ENTRIES}
    for record in content.records:
        counts[next(entry.list_name for entry in ENTRIES if entry.record is type(record))] += 1
    lists = {name: len(items) for name, items in written.items() if isinstance(items, list)}
    assert {name: counts[name] for name in lists} == lists
    assert counts["consents"] == 60
    assert counts["votes"] == 8
    assert counts["contributions"] == sum(len(item["contributions"]) for item in written["work_plan"]) == 19
    assert counts["hypotheses"] == 2
    assert counts["assumptions"] == 2
    assert content.problems == []
    assert [each.key for each in content.warnings] == ["note-told"]


def test_the_example_is_equal_after_import_export_and_import(example_workspace, example, open_here, tmp_path):
    file = tmp_path / "example.json"
    file.write_bytes(example_workspace.exchange.export(example))
    other = open_here(tmp_path / "other.sqlite")

    other.exchange.import_files([file])

    assert everything(other, example) == everything(example_workspace, example)


def test_nothing_of_the_example_is_lost_on_the_way_through_the_database(example_workspace, example, tmp_path):
    words = set(texts_in(json.loads(EXAMPLE.read_text(encoding="utf-8"))["reflections"]))
    words |= set(texts_in(json.loads(EXAMPLE.read_text(encoding="utf-8"))["work_plan"]))

    exported = json.loads(example_workspace.exchange.export(example))

    assert words - set(texts_in(exported)) == set()


def texts_in(value):
    if isinstance(value, dict):
        for key, each in value.items():
            if key in {"en", "es"} and isinstance(each, str):
                yield each
            yield from texts_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts_in(each)


def test_a_sessions_real_times_are_written_as_the_clock_on_the_wall_showed_them(example_workspace, example):
    exported = json.loads(example_workspace.exchange.export(example))

    times = {session["actual_start"] for session in exported["sessions"]}

    assert "08:05" in times
    assert all(len(each) == 5 for each in times)


def test_every_list_of_the_workshop_travels():
    travelling = {entry.list_name for entry in ENTRIES if is_of_workshop(entry.record)}

    assert {"cards", "votes", "reflections", "timer_transitions", "notes", "photos", "minutes"} <= travelling
