"""Which display the stage filled last, so that it goes back there when the program starts anew.

A note beside the settings: maker, model, serial and name, because that is how a display is known again
wherever it stands. Where it is missing or wrong, the first display beside the operator's is taken.
"""

import json
from pathlib import Path
from typing import Final

from facilitator.paths import settings_folder
from ui.stage.screens import ScreenFacts

_PARTS: Final = ("manufacturer", "model", "serial", "name")


def _note() -> Path:
    return settings_folder() / "stage"


def last_display() -> ScreenFacts | None:
    """Return the display as the system described it, without its place on the desktop; None if unknown."""
    try:
        kept = json.loads(_note().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(kept, dict) or not all(isinstance(kept.get(part), str) for part in _PARTS):
        return None
    return ScreenFacts(**{part: kept[part] for part in _PARTS})


def keep_display(display: ScreenFacts) -> None:
    """Remember the display that the stage fills. What cannot be kept is as if it were the first time."""
    note = _note()
    try:
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(json.dumps({part: getattr(display, part) for part in _PARTS}), encoding="utf-8")
    except (OSError, UnicodeEncodeError):
        return
