"""Remembers in which database a session ran when this laptop was last here.

After a crash or a break the program can show the capture bar at once, before that database is open.
It is a hint and no record: where it is wrong or missing, the program starts a moment later, not worse.
"""

from pathlib import Path

from facilitator.paths import settings_folder


def _note() -> Path:
    return settings_folder() / "running"


def was_running(place: str) -> bool:
    """Return whether a session ran in the database at `place`, a file or an address."""
    try:
        return bool(place) and _note().read_text(encoding="utf-8") == _whole(place)
    except (OSError, UnicodeDecodeError):
        return False


def remember(place: str, *, running: bool) -> None:
    """Keep whether a session runs in this database. What cannot be kept is as if it were unknown."""
    if not place:
        return
    note = _note()
    try:
        if running:
            note.parent.mkdir(parents=True, exist_ok=True)
            note.write_text(_whole(place), encoding="utf-8")
        elif was_running(place):
            note.unlink(missing_ok=True)
    except (OSError, UnicodeEncodeError):
        return


def _whole(place: str) -> str:
    """Return an address as it is, without its password, and a file by its whole path."""
    if "://" not in place:
        return str(Path(place).absolute())
    scheme, _, rest = place.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"
