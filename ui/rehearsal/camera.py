"""Takes the pictures: numbered and named, of the operator's window and of the stage."""

import re
import unicodedata
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication, QWidget

from ui.stage.window import StageWindow

_NO_NAME: Final = re.compile(r"[^a-z0-9]+")


class Camera:
    """Keeps pictures in a folder; those of an earlier rehearsal there are taken away."""

    def __init__(self, folder: Path, window: QWidget) -> None:
        self._folder = folder
        self._window = window
        self.taken: list[Path] = []
        folder.mkdir(parents=True, exist_ok=True)
        for earlier in folder.glob("[0-9][0-9][0-9]-*.png"):
            earlier.unlink()

    def console(self, name: str) -> None:
        """Take the operator's window."""
        self._take(self._window, name)

    def stage(self, name: str) -> None:
        """Take what the room sees; nothing while the stage is closed."""
        for window in QApplication.topLevelWidgets():
            if isinstance(window, StageWindow) and window.isVisible():
                self._take(window, name)

    def _take(self, part: QWidget, name: str) -> None:
        place = self._folder / f"{len(self.taken) + 1:03d}-{plain_name(name)}.png"
        if not part.grab().save(str(place)):
            raise OSError(place)
        self.taken.append(place)


def stage_is_changing() -> bool:
    """Whether one view is just fading into another on the stage."""
    windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, StageWindow)]
    return any(each.isVisible() and each.widget.is_changing for each in windows)


def plain_name(words: str, longest: int = 60) -> str:
    """Return words as a file is called: small letters, digits and hyphens."""
    bare = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    return _NO_NAME.sub("-", bare).strip("-")[:longest].rstrip("-")
