"""Reads a PDF and draws its pages as pictures on one thread of its own: PDFium must not be shared by several.

Only what was asked for last is drawn: a page that has scrolled away again costs nothing.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ui.runtime.writer import GuiThread

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_PIXELS: Final = 6000
"""Widest picture of a page in px, whatever the zoom and the screen."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One place of the document's outline: its level from 0, its page from 0."""

    title: str
    level: int
    page: int


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A PDF that was read: the sizes of its pages in points, and its outline. Each reading has a number."""

    path: Path
    number: int
    sizes: tuple[tuple[float, float], ...]
    outline: tuple[Bookmark, ...]


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page of the reading with this number, drawn `width` px wide."""

    number: int
    page: int
    width: int
    image: QImage


@dataclass(frozen=True, slots=True)
class Want:
    """A page to draw, and how wide in px of the screen."""

    page: int
    width: int


class PdfPages(QObject):
    """One PDF at a time. The thread lives from the first `open` until `close`."""

    opened = Signal(object)
    """A PdfFile."""

    refused = Signal(object)
    """The path of what is no PDF, or is gone."""

    drawn = Signal(object)
    """A PagePicture."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gui = GuiThread(self)
        self._news = threading.Condition()
        self._to_open: Path | None = None
        self._wanted: list[Want] = []
        self._closing = False
        self._number = 0
        self._thread: threading.Thread | None = None

    def open(self, path: Path) -> None:
        """Read a file; `opened` or `refused` follows. It may be replaced or deleted afterwards."""
        with self._news:
            self._to_open = path
            self._wanted = []
            self._closing = False
            self._news.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="pdf-pages", daemon=True)
            self._thread.start()

    def want(self, pages: Sequence[Want]) -> None:
        """Draw these pages of the open file, the first one first; what was wanted before is forgotten."""
        with self._news:
            self._wanted = list(pages)
            self._news.notify()

    def close(self) -> None:
        """End the thread and forget the file; it can be opened again."""
        with self._news:
            self._closing = True
            self._to_open, self._wanted = None, []
            self._news.notify()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    # On the thread

    def _work(self) -> None:
        document: PdfDocument | None = None
        while (task := self._next()) is not None:
            if isinstance(task, Path):
                if document is not None:
                    document.close()
                document = self._read(task)
            elif document is not None:
                self._draw(document, task)
        if document is not None:
            document.close()

    def _next(self) -> Path | Want | None:
        """Wait for something to do; None when there is nothing to do any more."""
        with self._news:
            while not (self._closing or self._to_open or self._wanted):
                self._news.wait()
            if self._closing:
                return None
            if (path := self._to_open) is not None:
                self._to_open = None
                return path
            return self._wanted.pop(0)

    def _read(self, path: Path) -> "PdfDocument | None":
        from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - after the first paint, on this thread

        try:
            document = PdfDocument(path.read_bytes())
            sizes = tuple(document.get_page_size(page) for page in range(len(document)))
        except (OSError, PdfiumError):
            self._post(lambda: self.refused.emit(path))
            return None
        self._number += 1
        found = PdfFile(path, self._number, sizes, _outline(document))
        self._post(lambda: self.opened.emit(found))
        return document

    def _draw(self, document: "PdfDocument", want: Want) -> None:
        if not 0 <= want.page < len(document):
            return
        page = document[want.page]
        width = max(1, min(want.width, MOST_PIXELS))
        bitmap = page.render(scale=width / page.get_width(), prefer_bgrx=True)
        form = QImage.Format.Format_RGB32
        image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, form).copy()
        bitmap.close()
        page.close()
        picture = PagePicture(self._number, want.page, want.width, image)
        self._post(lambda: self.drawn.emit(picture))

    def _post(self, task: Callable[[], None]) -> None:
        if not self._closing:
            self._gui.post(task)


def _outline(document: "PdfDocument") -> tuple[Bookmark, ...]:
    found = []
    for entry in document.get_toc():
        place = entry.get_dest()
        page = None if place is None else place.get_index()
        if page is not None:
            found.append(Bookmark(entry.get_title(), entry.level, page))
    return tuple(found)
