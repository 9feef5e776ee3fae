"""Folders that are filled whole or not at all: written beside the target, then put in its place."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from exports.files import FULL
from facilitator.domain.errors import CannotWrite


@contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """Give a new folder to fill; what it holds stands in `target` only when the block ends well.

    Where `target` is there already, files of the same name are replaced and others stay. Raises CannotWrite
    with key "folder-missing" (of the folder above), "target-is-file", "disk-full", "no-permission" or
    "cannot-write", and passes on those of files, which then name their place in `target`. Whatever happens,
    nothing half written is left behind.
    """
    real = Path(os.path.realpath(target))
    part = part_of_folder(target, os.getpid())
    try:
        _refuse_impossible(real, target)
        part.mkdir()
        yield part
        _put_in_place(part, real)
    except CannotWrite as error:
        path = Path(str(error.details.get("path", "")))
        if part in path.parents:
            raise CannotWrite(
                error.key, **{**error.details, "path": str(target / path.relative_to(part))}
            ) from error
        raise
    except OSError as failure:
        raise CannotWrite(_key(failure), path=str(target), reason=failure.strerror or "") from failure
    finally:
        shutil.rmtree(part, ignore_errors=True)


def part_of_folder(target: Path, process: int) -> Path:
    """Return where a process, named by its id, fills the folder until it is whole."""
    real = Path(os.path.realpath(target))
    return real.with_name(f"{real.name[:100]}.{process}.part")


def _key(failure: OSError) -> str:
    if failure.errno in FULL:
        return "disk-full"
    return "no-permission" if isinstance(failure, PermissionError) else "cannot-write"


def _refuse_impossible(real: Path, target: Path) -> None:
    if real.exists() and not real.is_dir():
        raise CannotWrite("target-is-file", path=str(target))
    if not real.parent.is_dir():
        raise CannotWrite("folder-missing", path=str(target), folder=str(target.parent))


def _put_in_place(part: Path, target: Path) -> None:
    if not target.exists():
        part.rename(target)
        return
    for file in sorted(each for each in part.rglob("*") if each.is_file()):
        place = target / file.relative_to(part)
        place.parent.mkdir(parents=True, exist_ok=True)
        file.replace(place)
