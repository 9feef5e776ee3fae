"""A document appears whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from exports.files import part_of, whole_file
from exports.pdf import write_minutes
from facilitator.domain.errors import CannotWrite
from facilitator.messages import sentence
from tests.exports.minutes_sizes import tiny


def half_written(target, failure):
    with whole_file(target) as stream:
        stream.write(b"half")
        raise failure


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(CannotWrite, match="folder-missing"):
        write_minutes(tiny(), tmp_path / "nowhere" / "m.pdf", paper="letter")


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path):
    (tmp_path / "m.pdf").mkdir()

    with pytest.raises(CannotWrite, match="target-is-folder"):
        write_minutes(tiny(), tmp_path / "m.pdf", paper="letter")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions bind no superuser")
def test_a_folder_that_may_not_be_written_is_named(tmp_path):
    tmp_path.chmod(0o500)

    with pytest.raises(CannotWrite, match="no-permission"):
        write_minutes(tiny(), tmp_path / "m.pdf", paper="letter")


def test_a_full_disk_leaves_the_earlier_file_as_it_was(tmp_path):
    target = tmp_path / "m.pdf"
    target.write_bytes(b"earlier")

    with pytest.raises(CannotWrite, match="disk-full"):
        half_written(target, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))

    assert target.read_bytes() == b"earlier"
    assert [path.name for path in tmp_path.iterdir()] == ["m.pdf"]


def test_a_target_that_another_program_holds_open_is_said_and_stays(tmp_path, monkeypatch):
    target = tmp_path / "m.pdf"
    target.write_bytes(b"open in a reader")

    def held(_part: Path, _target: Path) -> None:
        """Refuse as Windows does while a reader has the file open."""
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(CannotWrite, match="target-busy"):
        write_minutes(tiny(), target, paper="letter")

    assert target.read_bytes() == b"open in a reader"
    assert [path.name for path in tmp_path.iterdir()] == ["m.pdf"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
def test_a_disk_that_fills_up_while_it_is_written_is_said_in_a_sentence(tmp_path):
    target = tmp_path / "m.pdf"
    part_of(target, os.getpid()).symlink_to("/dev/full")

    with pytest.raises(CannotWrite) as refused:
        write_minutes(tiny(), target, paper="letter")

    assert refused.value.key == "disk-full"
    assert sentence(refused.value).startswith("The disk is full.")
    assert list(tmp_path.iterdir()) == []


def test_a_bug_while_writing_leaves_nothing_behind(tmp_path):
    with pytest.raises(ZeroDivisionError):
        half_written(tmp_path / "m.pdf", ZeroDivisionError())

    assert list(tmp_path.iterdir()) == []


def test_a_name_with_odd_letters_is_a_name(tmp_path):
    target = tmp_path / "memoria ñ « 2 » #1 %20.pdf"

    write_minutes(tiny(), target, paper="letter")

    assert target.read_bytes().startswith(b"%PDF")
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_the_part_is_written_beside_the_target(tmp_path):
    with whole_file(tmp_path / "m.pdf") as stream:
        beside = [path.name for path in tmp_path.iterdir()]
        stream.write(b"whole")

    assert beside[0].startswith("m.pdf.")
    assert beside[0].endswith(".part")
    assert (tmp_path / "m.pdf").read_bytes() == b"whole"


@pytest.mark.skipif(os.name != "posix", reason="pipes with names are of POSIX systems")
def test_a_pipe_or_a_device_is_no_place_for_a_document_and_stays(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    with pytest.raises(CannotWrite, match="target-is-no-file"), whole_file(pipe) as stream:
        stream.write(b"whole")

    assert pipe.is_fifo()
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


def test_a_name_as_long_as_the_disk_allows_is_a_name(tmp_path):
    target = tmp_path / ("ñ" * 120 + ".pdf")

    with whole_file(target) as stream:
        stream.write(b"whole")

    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_a_name_longer_than_the_disk_allows_is_told_as_such(tmp_path):
    with pytest.raises(CannotWrite, match="cannot-write") as refused:
        half_written(tmp_path / ("x" * 300 + ".pdf"), ZeroDivisionError())

    assert refused.value.details["reason"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="links need a right on Windows")
def test_a_link_stays_and_the_file_behind_it_is_replaced(tmp_path):
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "m.pdf").write_bytes(b"earlier")
    (tmp_path / "m.pdf").symlink_to(tmp_path / "shared" / "m.pdf")

    with whole_file(tmp_path / "m.pdf") as stream:
        stream.write(b"whole")

    assert (tmp_path / "m.pdf").is_symlink()
    assert [path.read_bytes() for path in (tmp_path / "shared").iterdir()] == [b"whole"]


def test_the_root_of_the_disk_is_a_folder():
    with pytest.raises(CannotWrite, match="target-is-folder"), whole_file(Path("/")) as stream:
        stream.write(b"whole")
