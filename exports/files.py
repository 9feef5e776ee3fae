"""Files that appear whole or not at all: written beside the target, flushed to the disk, renamed."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from facilitator.domain.errors import CannotWrite

_FULL: Final = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def whole_file(target: Path) -> Iterator[BinaryIO]:
    """Give a file to write into; it replaces `target` only when the block ends well.

    Raises CannotWrite with key "folder-missing", "target-is-folder", "disk-full", "no-permission",
    "target-busy" (open in another program) or "cannot-write"; `path` names the target. Whatever happens,
    no half file is left behind and an earlier file at `target` is untouched until the new one is complete.
    """
    if target.is_dir():
        raise CannotWrite("target-is-folder", path=str(target))
    if not target.parent.is_dir():
        raise CannotWrite("folder-missing", path=str(target), folder=str(target.parent))
    part = part_of(target, os.getpid())
    try:
        with part.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
        _keep_name(target.parent)
    except OSError as failure:
        raise CannotWrite(_key(failure, part), path=str(target), reason=failure.strerror or "") from failure
    finally:
        part.unlink(missing_ok=True)


def part_of(target: Path, process: int) -> Path:
    """Return where a process, named by its id, writes until the file is whole."""
    return target.with_name(f"{target.name}.{process}.part")


def _key(failure: OSError, part: Path) -> str:
    if failure.errno in _FULL:
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
