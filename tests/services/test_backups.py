"""Copies of the database in a folder: whole, checked, thinned out, never half written."""

import datetime as dt
import sqlite3
from contextlib import closing

import pytest

from facilitator.bootstrap import open_workspace
from facilitator.domain.cards import Card
from facilitator.domain.errors import CannotWrite
from facilitator.services.backups import KEPT, Backups, Copy, Place, thinned_out

NOW = dt.datetime(2014, 2, 6, 21, 30, tzinfo=dt.UTC)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_a_copy_is_a_database_that_the_program_opens_with_everything_in_it(example_file, folder, clock):
    with open_workspace(example_file, clock) as workspace:
        expected = len(workspace.records(workspace.latest_workshop()).where(Card))

        copy = Backups(str(example_file), str(folder)).make(NOW)

    with open_workspace(copy.path, clock, read_only=True) as opened:
        assert len(opened.records(opened.latest_workshop()).where(Card)) == expected > 0


def test_a_copy_is_made_while_somebody_writes_and_holds_what_was_stored_before(example_file, folder, clock):
    writing = sqlite3.connect(example_file)
    writing.execute("BEGIN IMMEDIATE")

    copy = Backups(str(example_file), str(folder)).make(NOW)

    writing.rollback()
    writing.close()
    with closing(sqlite3.connect(copy.path)) as copied:
        assert copied.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert [path.name for path in folder.iterdir()] == [copy.path.name]


def test_a_copy_opens_from_a_stick_that_cannot_be_written(example_file, folder):
    copy = Backups(str(example_file), str(folder)).make(NOW)

    with closing(sqlite3.connect(f"{copy.path.as_uri()}?mode=ro&immutable=1", uri=True)) as reading:
        mode = reading.execute("PRAGMA journal_mode").fetchone()

    assert mode == ("delete",)


def test_a_folder_that_went_away_is_said_and_nothing_is_left_half_written(example_file, folder):
    backups = Backups(str(example_file), str(folder / "gone"))

    with pytest.raises(CannotWrite) as refused:
        backups.make(NOW)

    assert refused.value.key == "cannot-write"
    assert backups.look().place is Place.MISSING
    assert list(folder.iterdir()) == []


def test_a_damaged_database_is_not_copied_over_what_is_there(example_file, folder):
    pages = bytearray(example_file.read_bytes())
    pages[4096 * 3 : 4096 * 6] = bytes(4096 * 3)
    example_file.write_bytes(pages)
    backups = Backups(str(example_file), str(folder))

    with pytest.raises(CannotWrite):
        backups.make(NOW)

    assert backups.copies() == []
    assert backups.problems() != []


def test_the_newest_copies_are_kept_and_the_last_one_of_each_earlier_day(tmp_path):
    days = [dt.datetime(2014, 2, day, hour, tzinfo=dt.UTC) for day in (9, 8, 7) for hour in range(16, 8, -1)]
    copies = [Copy(tmp_path / f"x-00000000-{at:%Y-%m-%d-%H%M%S}.sqlite", at) for at in days]

    going = thinned_out(copies)

    kept = [each.at for each in copies if each not in going]
    assert kept == [*days[:KEPT], dt.datetime(2014, 2, 7, 16, tzinfo=dt.UTC)]


def test_old_copies_go_when_a_new_one_is_made_and_files_of_others_stay(example_file, folder):
    backups = Backups(str(example_file), str(folder))
    (folder / "photos.sqlite").write_text("mine")

    for minute in range(KEPT + 3):
        last = backups.make(NOW + dt.timedelta(minutes=minute))

    assert len(backups.copies()) == KEPT
    assert backups.look().last == last
    assert (folder / "photos.sqlite").read_text() == "mine"


def test_a_folder_beside_the_database_is_known_to_be_on_the_same_disk(example_file, folder):
    where = Backups(str(example_file), str(folder)).look()

    assert (where.place, where.last) == (Place.SAME_DISK, None)


def test_a_database_on_a_server_is_copied_by_its_keeper():
    backups = Backups("postgresql+psycopg://somewhere/alliance", "")

    assert backups.look().place is Place.SERVER
    assert backups.problems() == []
