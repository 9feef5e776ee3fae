"""Saves what the room sees as a picture: the stage's own value, drawn by the stage's own painter."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from exports.files import whole_file
from facilitator.domain.errors import CannotWrite
from facilitator.i18n import _, language
from ui.operator.saved_picture import SavedPicture
from ui.operator.shell.window import OperatorWindow
from ui.runtime.background import Background, Then
from ui.runtime.desk import Desk
from ui.runtime.drawings import Drawing, encoded, encoded_image, image_of
from ui.stage.director import StageDirector
from ui.stage.picture import stage_drawing


class StagePicturing(SavedPicture):
    """What "Stage as a picture" does, on every page."""

    def __init__(self, owner: QWidget, desk: Desk, stage: StageDirector) -> None:
        super().__init__(owner)
        self._desk = desk
        self._stage = stage
        self.background = Background(self)
        if isinstance(owner, OperatorWindow):
            owner.closing.connect(self.background.close)

    def begin(self) -> None:
        """Keep what the room sees at this moment, and ask where it goes."""
        seen = self._stage.seen
        drawing = stage_drawing(seen.view, seen.page, seen.picture_width)
        workshop = self._desk.workshop
        name = workshop.title.best(language()) if workshop is not None else _("Stage")
        facts = (drawing.title, f"{self._desk.now():%Y-%m-%d %H.%M.%S}")
        self.ask(_("Save the stage as a picture"), name, facts, lambda path: self._write(drawing, path))

    def _write(self, drawing: Drawing, path: Path) -> None:
        """Paint here, which takes an instant; pack and store beside the windows."""
        image = None if path.suffix.casefold() == ".svg" else image_of(drawing)
        ready = encoded(drawing, "svg") if image is None else b""

        def store() -> Then:
            try:
                with whole_file(path) as stream:
                    stream.write(ready if image is None else encoded_image(image))
            except CannotWrite as error:
                refused = error  # the name in the head is gone when it is told
                return lambda: self.refuse(refused)
            return lambda: self.tell(path)

        self.background.do(store)
