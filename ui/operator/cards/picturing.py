"""Saves the whole wall of a board as a picture, drawn beside the windows."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from facilitator.domain.cards import Board
from facilitator.i18n import _, language
from ui.operator.saved_picture import SavedPicture
from ui.runtime.desk import Desk
from ui.runtime.export_job import ExportJob, WallOrder, Written


class WallPicturing(SavedPicture):
    """What "Save the wall as a picture" does on Cards."""

    def __init__(self, owner: QWidget, desk: Desk, board: Callable[[], Board | None]) -> None:
        super().__init__(owner)
        self._desk = desk
        self._board = board
        self.job = ExportJob(desk.place, self)
        self.job.finished.connect(self._drawn)
        self.job.failed.connect(self.refuse)

    def begin(self) -> None:
        """Ask where the picture of the board goes; nothing happens without a board, or while one is drawn."""
        board, workshop = self._board(), self._desk.workshop_id
        if board is None or workshop is None or self.job.running:
            return

        def draw(path: Path) -> None:
            self.job.start(WallOrder(workshop=workshop, board=board.id, target=path, language=language()))

        self.ask(_("Save the wall as a picture"), board.question.best(language()), (), draw)

    def _drawn(self, written: Written) -> None:
        self.tell(written.path)
