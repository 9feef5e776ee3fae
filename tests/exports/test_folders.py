"""Folders that are filled whole or not at all."""

import errno
import os

import pytest

from exports.files import whole_file
from exports.folders import whole_folder
from facilitator.domain.errors import CannotWrite


def fill(target, ending):
    """Write one new file, and end half way."""
    with whole_folder(target) as folder:
        (folder / "a.txt").write_text("new")
        raise ending


def test_a_new_folder_appears_once_everything_is_in_it(tmp_path):
    target = tmp_path / "Everything: ñ & <b>"

    with whole_folder(target) as folder:
        (folder / "inner").mkdir()
        (folder / "inner" / "a.txt").write_text("a")
        there_before = target.exists()

    assert not there_before
    assert (target / "inner" / "a.txt").read_text() == "a"
    assert [each.name for each in tmp_path.iterdir()] == [target.name]


def test_a_folder_that_is_there_keeps_what_has_no_new_version(tmp_path):
    target = tmp_path / "all"
    (target / "inner").mkdir(parents=True)
    (target / "inner" / "own.txt").write_text("mine")
    (target / "a.txt").write_text("old")

    with whole_folder(target) as folder:
        (folder / "inner").mkdir()
        (folder / "inner" / "b.txt").write_text("b")
        (folder / "a.txt").write_text("new")

    assert (target / "inner" / "own.txt").read_text() == "mine"
    assert (target / "inner" / "b.txt").read_text() == "b"
    assert (target / "a.txt").read_text() == "new"
    assert [each.name for each in tmp_path.iterdir()] == ["all"]


@pytest.mark.parametrize("ending", [KeyboardInterrupt, SystemExit])
def test_who_stops_half_way_finds_everything_as_it_was(tmp_path, ending):
    target = tmp_path / "all"
    target.mkdir()
    (target / "a.txt").write_text("old")

    with pytest.raises(ending):
        fill(target, ending())

    assert (target / "a.txt").read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["all"]


@pytest.mark.parametrize(
    ("number", "key"),
    [(errno.ENOSPC, "disk-full"), (errno.EACCES, "no-permission"), (errno.EIO, "cannot-write")],
)
def test_what_the_disk_refuses_is_one_clear_error_and_leaves_nothing(tmp_path, number, key):
    with pytest.raises(CannotWrite, match=key) as caught:
        fill(tmp_path / "all", OSError(number, os.strerror(number)))

    assert caught.value.details["path"] == str(tmp_path / "all")
    assert [*tmp_path.iterdir()] == []


def test_a_file_that_fails_is_named_where_it_would_have_stood(tmp_path):
    target = tmp_path / "all"

    with pytest.raises(CannotWrite) as caught, whole_folder(target) as folder, whole_file(folder / "a.txt"):
        raise OSError(errno.ENOSPC, "full")

    assert caught.value.key == "disk-full"
    assert caught.value.details["path"] == str(target / "a.txt")
    assert [*tmp_path.iterdir()] == []


def test_a_file_or_a_missing_place_is_refused_before_anything_is_written(tmp_path):
    (tmp_path / "file").write_text("mine")

    with pytest.raises(CannotWrite, match="target-is-file"), whole_folder(tmp_path / "file"):
        raise AssertionError
    with pytest.raises(CannotWrite, match="folder-missing"), whole_folder(tmp_path / "no" / "all"):
        raise AssertionError

    assert (tmp_path / "file").read_text() == "mine"
