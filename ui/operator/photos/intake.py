"""Makes pictures ready beside the windows, so that typing never waits, and has them stored."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject
from PySide6.QtGui import QImage

from facilitator.domain.errors import FacilitatorError, InvalidInput
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import SessionId
from facilitator.pictures import MOST_BYTES, Picture, prepared
from facilitator.services.photographing import NewPhoto
from ui.operator.photos.door import picture_files
from ui.runtime.background import Background, Then
from ui.runtime.desk import Desk

Source = Callable[[], bytes]
"""Gives a picture's bytes, on the thread that makes it ready."""


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a picture goes: a session, a card of it, and what its file was called."""

    session: SessionId | None
    of: UUID | None = None
    file_name: str = ""


class PhotoIntake(QObject):
    """One picture after the other. What cannot be taken is said on the window."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._background = Background(self)

    def take(self, data: QMimeData, session: SessionId | None, of: UUID | None = None) -> None:
        """Take the pictures in what was pasted or dropped."""
        paths = picture_files(data)
        if paths:
            self.take_files(paths, session, of)
        elif data.hasImage():
            self._prepare(partial(_bytes_of, QImage(data.imageData())), Goal(session, of))

    def take_files(self, paths: list[str], session: SessionId | None, of: UUID | None = None) -> None:
        """Take pictures from files."""
        for path in paths:
            self._prepare(partial(_read, Path(path)), Goal(session, of, Path(path).name))

    def _prepare(self, source: Source, goal: Goal) -> None:
        def ready() -> Then:
            try:
                return partial(self._store, prepared(source()), goal)
            except FacilitatorError as error:
                return partial(self._desk.failed.emit, error)

        self._background.do(ready)

    def _store(self, picture: Picture, goal: Goal) -> None:
        workshop = self._desk.workshop_id
        if workshop is not None:
            new = NewPhoto(
                workshop=workshop,
                picture=picture,
                session=goal.session,
                of=goal.of,
                file_name=goal.file_name,
            )
            self._desk.perform(lambda w: w.photographing.add(new))


def _read(path: Path) -> bytes:
    """Return a file's bytes, no more than a picture may have. Raises InvalidInput."""
    try:
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise InvalidInput("file-unreadable", path=str(path), reason=error.strerror or "") from error


def _bytes_of(image: QImage) -> bytes:
    """Return an image from the clipboard as a file's bytes, quickly written. Raises InvalidInput."""
    into = QByteArray()
    buffer = QBuffer(into)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG", 90):  # type: ignore[call-overload]  # the stub knows the format as bytes only
        raise InvalidInput("picture-unknown")
    return bytes(into.data())
