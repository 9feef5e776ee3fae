"""Where the operator's window stood when it was last closed, and how it fits on the screen the first time."""

from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from facilitator.paths import settings_folder


def _note() -> Path:
    return settings_folder() / "window"


def show_in_place(window: QMainWindow) -> None:
    """Show a window where it stood; the first time as it is, or on the whole screen if it is too large."""
    try:
        kept = _note().read_bytes()
    except OSError:
        kept = b""
    if kept and window.restoreGeometry(QByteArray(kept)):
        window.show()
        return
    room, least = window.screen().availableSize(), window.minimumSize()
    fits = window.width() <= room.width() and window.height() <= room.height()
    if fits or room.width() < least.width() or room.height() < least.height():
        window.show()
    else:
        window.resize(window.size().boundedTo(room))  # as large as that also where nobody manages windows
        window.showMaximized()


def keep_place(window: QMainWindow) -> None:
    """Remember where a window stands. What cannot be kept is as if it were the first time."""
    note = _note()
    try:
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_bytes(window.saveGeometry().data())
    except OSError:
        return
