"""Files that appear whole or not at all: written beside the target, flushed to the disk, renamed."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from facilitator.domain.errors import CannotWrite

FULL: Final = (errno.ENOSPC, errno.EDQUOT)
"""Errors of the system that say that there is no room left."""
_LONGEST: Final = 200
"""Bytes of the target's name that its part keeps, so that a name as long as a disk allows has room."""


@contextmanager
def whole_file(target: Path) -> Iterator[BinaryIO]:
    """Give a file to write into; it replaces `target` only when the block ends well.

    Raises CannotWrite with key "folder-missing", "target-is-folder", "target-is-no-file" (a device, a
    pipe), "disk-full", "no-permission", "target-busy" (open in another program) or "cannot-write"; `path`
    names the target. Whatever happens, no half file is left behind and an earlier file at `target` is
    untouched until the new one is complete. A link stays a link: the file that it leads to is replaced.
    """
    try:
        _refuse_impossible(target)
        part = part_of(target, os.getpid())
        try:
            with part.open("wb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(_behind_links(target))
        except OSError as failure:
            key = _key(failure, part)
            raise CannotWrite(key, path=str(target), reason=failure.strerror or "") from failure
        finally:
            part.unlink(missing_ok=True)
        _keep_name(part.parent)
    except OSError as failure:
        key = "no-permission" if isinstance(failure, PermissionError) else "cannot-write"
        raise CannotWrite(key, path=str(target), reason=failure.strerror or "") from failure


def part_of(target: Path, process: int) -> Path:
    """Return where a process, named by its id, writes beside the target until the file is whole."""
    real = _behind_links(target)
    name = os.fsdecode(os.fsencode(real.name)[:_LONGEST])
    return real.with_name(f"{name}.{process}.part")


def _behind_links(target: Path) -> Path:
    return Path(os.path.realpath(target))


def _refuse_impossible(target: Path) -> None:
    """Refuse what a file cannot replace; whoever may do everything would lose /dev/null by it."""
    if target.is_dir():
        raise CannotWrite("target-is-folder", path=str(target))
    if target.exists() and not target.is_file():
        raise CannotWrite("target-is-no-file", path=str(target))
    if not target.parent.is_dir():
        raise CannotWrite("folder-missing", path=str(target), folder=str(target.parent))


def _key(failure: OSError, part: Path) -> str:
    if failure.errno in FULL:
        return "disk-full"
    if isinstance(failure, PermissionError):
        return "target-busy" if part.exists() else "no-permission"
    return "cannot-write"


def _keep_name(folder: Path) -> None:
    """Make the new name survive a power cut, where the system lets a folder be flushed."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
