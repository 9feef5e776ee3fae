"""Asks for a file or a folder without stopping anything: clock, stage and typing go on meanwhile.

The system's own dialog where it has one, else Qt's; a path can be typed in both.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Literal, TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

Wanted: TypeAlias = Literal["open", "several", "save", "folder"]


class FileChoice(QObject):
    """One question at a time; an answer is told once, no answer is told to nobody."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self.dialog: QFileDialog | None = None

    def ask(
        self, wanted: Wanted, title: str, start: Path, chosen: Callable[[Path], None], *, kinds: str = ""
    ) -> None:
        """Ask for one file to open or several, a file to save or a folder, beginning at `start`.

        `kinds` are Qt's filters, "Workshop files (*.json)". The name in `start` is proposed for saving;
        of a folder that is not there the nearest one above is opened.
        """
        if self.dialog is not None:
            self.dialog.raise_()
            self.dialog.activateWindow()
            return
        dialog = self.dialog = QFileDialog(self._owner.window(), title)
        folder = start.parent if wanted == "save" else start
        while not folder.is_dir() and folder != folder.parent:
            folder = folder.parent
        dialog.setDirectory(str(folder))
        dialog.setNameFilter(kinds)
        if wanted == "folder":
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        elif wanted == "save":
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(start.suffix.lstrip("."))
            dialog.selectFile(start.name)
        else:
            several = wanted == "several"
            modes = QFileDialog.FileMode
            dialog.setFileMode(modes.ExistingFiles if several else modes.ExistingFile)

        def tell(paths: list[str]) -> None:
            for path in paths:
                chosen(Path(path))

        dialog.filesSelected.connect(tell)
        dialog.finished.connect(self._finished)
        dialog.open()

    def _finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
