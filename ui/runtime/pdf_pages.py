"""Reads a PDF and draws its pages as pictures on one thread of its own: PDFium must not be shared by several.

Only what was asked for last is drawn: a page that has scrolled away again costs nothing.
"""

import ctypes
import datetime as dt
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from facilitator.domain.frozen import dataclass
from facilitator.pdfium import PDFIUM
from ui.runtime.writer import GuiThread

if TYPE_CHECKING:
    from pypdfium2 import PdfBitmap, PdfDocument

MOST_PIXELS: Final = 6000
"""Widest picture of a page in px, whatever the zoom and the screen."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One place of the outline: its level and page from 0, and how far down the page it is, 0 to 1."""

    title: str
    level: int
    page: int
    top: float = 0.0


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


@dataclass(frozen=True, slots=True)
class FileFacts:
    """A file: since when it is there (an instant; None when there is none), and its pages (0: no PDF)."""

    path: Path
    at: dt.datetime | None
    pages: int


@dataclass(frozen=True, slots=True)
class _Look:
    path: Path


class PdfPages(QObject):
    """One PDF at a time. The thread lives from the first `open` until `close`."""

    opened = Signal(object)
    """A PdfFile."""

    refused = Signal(object)
    """The path of what is no PDF, or is gone."""

    drawn = Signal(object)
    """A PagePicture."""

    looked_at = Signal(object)
    """A FileFacts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gui = GuiThread(self)
        self._news = threading.Condition()
        self._to_open: Path | None = None
        self._to_look_at: Path | None = None
        self._wanted: list[Want] = []
        self._closing = False
        self._number = 0
        self._thread: threading.Thread | None = None

    def open(self, path: Path) -> None:
        """Read a file; `opened` or `refused` follows. It may be replaced or deleted afterwards."""
        with self._news:
            self._to_open, self._wanted = path, []
            self._news.notify()
        self._start()

    def look_at(self, path: Path) -> None:
        """Find out whether a file is there, since when and with how many pages; `looked_at` follows."""
        with self._news:
            self._to_look_at = path
            self._news.notify()
        self._start()

    def _start(self) -> None:
        if self._thread is None:
            self._closing = False
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
            self._to_open, self._to_look_at, self._wanted = None, None, []
            self._news.notify()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    # On the thread

    def _work(self) -> None:
        document: PdfDocument | None = None
        while (task := self._next()) is not None:
            with PDFIUM:
                document = self._do(task, document)
        if document is not None:
            with PDFIUM:
                document.close()

    def _do(self, task: "Path | Want | _Look", document: "PdfDocument | None") -> "PdfDocument | None":
        """Do one thing and return the document that is open after it."""
        if isinstance(task, _Look):
            self._look(task.path)
        elif isinstance(task, Path):
            if document is not None:
                document.close()
            return self._read(task)
        elif document is not None:
            self._draw(document, task)
        return document

    def _next(self) -> "Path | Want | _Look | None":
        """Wait for something to do; None when there is nothing to do any more."""
        with self._news:
            while not (self._closing or self._to_open or self._wanted or self._to_look_at):
                self._news.wait()
            if self._closing:
                return None
            if (path := self._to_open) is not None:
                self._to_open = None
                return path
            if self._wanted:
                return self._wanted.pop(0)
            path, self._to_look_at = self._to_look_at, None
            return None if path is None else _Look(path)

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

    def _look(self, path: Path) -> None:
        from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - as above

        pages = 0
        at: dt.datetime | None = None
        with suppress(OSError):
            at = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC)
            with suppress(PdfiumError), PdfDocument(path.read_bytes()) as document:
                pages = len(document)
        facts = FileFacts(path, at, pages)
        self._post(lambda: self.looked_at.emit(facts))

    def _draw(self, document: "PdfDocument", want: Want) -> None:
        if not 0 <= want.page < len(document):
            return
        page = document[want.page]
        width = max(1, min(want.width, MOST_PIXELS))
        canvas = _Canvas()
        # A hair less than the width, because what is left of a pixel becomes a whole one.
        page.render(
            scale=(width - 0.01) / page.get_width(), prefer_bgrx=True, bitmap_maker=canvas.make
        ).close()
        page.close()
        image = canvas.image
        picture = PagePicture(self._number, want.page, want.width, image)
        self._post(lambda: self.drawn.emit(picture))

    def _post(self, task: Callable[[], None]) -> None:
        if not self._closing:
            self._gui.post(task)


class _Canvas:
    """Lets PDFium draw straight into a picture: nothing is copied while Python is held."""

    def __init__(self) -> None:
        self.image = QImage()

    def make(self, width: int, height: int, **how: Any) -> "PdfBitmap":
        """Return a bitmap of four bytes a pixel whose pixels are the picture's."""
        from pypdfium2 import PdfBitmap  # noqa: PLC0415 - as above

        self.image = QImage(width, height, QImage.Format.Format_RGB32)
        pixels = (ctypes.c_ubyte * self.image.sizeInBytes()).from_buffer(self.image.bits())
        stride = self.image.bytesPerLine()
        return PdfBitmap.new_native(width, height, **how, buffer=pixels, stride=stride)


def _outline(document: "PdfDocument") -> tuple[Bookmark, ...]:
    found = []
    for entry in document.get_toc():
        place = entry.get_dest()
        page = None if place is None else place.get_index()
        if place is None or page is None:
            continue
        _mode, view = place.get_view()
        height = document.get_page_size(page)[1]
        top = 1 - view[1] / height if len(view) > 1 and height else 0.0  # PDF measures from the foot
        found.append(Bookmark(entry.get_title(), entry.level, page, min(max(top, 0.0), 1.0)))
    return tuple(found)
