"""The files of the project as they are committed, for sentences about all of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
PACKAGES: Final = ("facilitator", "ui", "exports", "resources")

_MADE_HERE: Final = {"build", "dist", "out", "__pycache__", "htmlcov", "uv.lock"}
_KEPT_THOUGH_HIDDEN: Final = {".ci", ".gitignore"}


def committed_files(folder: Path = ROOT) -> Iterator[Path]:
    """Yield every file below `folder`, without what tools made (see .gitignore)."""
    for entry in sorted(folder.iterdir()):
        hidden = entry.name.startswith(".") and entry.name not in _KEPT_THOUGH_HIDDEN
        if hidden or entry.name in _MADE_HERE or entry.suffix == ".egg-info":
            continue
        if entry.is_dir():
            yield from committed_files(entry)
        else:
            yield entry


def sources(*packages: str) -> list[Path]:
    """Return the Python files of some packages."""
    return [path for package in packages for path in committed_files(ROOT / package) if path.suffix == ".py"]


def named(path: Path) -> str:
    """Return a file's path below the project, with slashes on every system."""
    return path.relative_to(ROOT).as_posix()
