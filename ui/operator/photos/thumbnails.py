"""Small pictures of photos, read and scaled in the background, kept while they are looked at."""

from collections import OrderedDict
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from facilitator.domain.errors import InvalidInput
from facilitator.domain.ids import PhotoId
from facilitator.pictures import scaled
from ui.runtime.background import Background, Then
from ui.runtime.desk import Desk

SIDE: Final = 360
"""px of the longer side: sharp at twice the size that the list shows."""
_KEPT: Final = 200


class Thumbnails(QObject):
    """Asks for what is not there yet, and says when it is."""

    arrived = Signal(object)
    """The PhotoId of a picture that can be shown now."""

    def __init__(self, desk: Desk, parent: QObject, *, side: int = SIDE, kept: int = _KEPT) -> None:
        super().__init__(parent)
        self._desk = desk
        self._side, self._most = side, kept
        self._background = Background(self)
        self._images: OrderedDict[PhotoId, QImage | None] = OrderedDict()
        self._asked: set[PhotoId] = set()

    def image(self, photo: PhotoId) -> QImage | None:
        """Return a photo's small picture; None while it is on its way, and where it cannot be shown."""
        if photo in self._images:
            self._images.move_to_end(photo)
            return self._images[photo]
        if photo not in self._asked:
            self._asked.add(photo)
            self._desk.ask(
                lambda w: w.photographing.content(photo),
                lambda content: self._background.do(partial(self._scale, photo, content)),
                lambda _error: self._keep(photo, None),
            )
        return None

    def is_broken(self, photo: PhotoId) -> bool:
        """Whether a photo was read and cannot be shown."""
        return photo in self._images and self._images[photo] is None

    def _scale(self, photo: PhotoId, content: object) -> Then:
        try:
            small = scaled(content if isinstance(content, bytes) else b"", self._side).content
        except InvalidInput:
            return partial(self._keep, photo, None)
        return partial(self._keep, photo, small)

    def _keep(self, photo: PhotoId, small: bytes | None) -> None:
        image = QImage() if small is None else QImage.fromData(small)
        self._images[photo] = None if image.isNull() else image
        self._asked.discard(photo)
        while len(self._images) > self._most:
            self._images.popitem(last=False)
        self.arrived.emit(photo)
