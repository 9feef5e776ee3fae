"""Keeps the pictures of pages that were drawn, the last used ones up to a limit of memory."""

from collections import OrderedDict
from typing import Final

from ui.runtime.pdf_pages import PagePicture

MOST_BYTES: Final = 96 * 1024 * 1024


class PageStore:
    """One picture a page, the newest: a picture of an older reading is shown until the page is drawn anew."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most = most
        self._pictures: OrderedDict[int, PagePicture] = OrderedDict()
        self._bytes = 0

    def put(self, picture: PagePicture) -> None:
        """Keep a picture, and let go of those that were not used for the longest time."""
        self._forget(picture.page)
        self._pictures[picture.page] = picture
        self._bytes += picture.image.sizeInBytes()
        while self._bytes > self._most and len(self._pictures) > 1:
            self._forget(next(iter(self._pictures)))

    def get(self, page: int) -> PagePicture | None:
        """Return the picture of a page, if there is one."""
        found = self._pictures.get(page)
        if found is not None:
            self._pictures.move_to_end(page)
        return found

    def has(self, number: int, page: int, width: int) -> bool:
        """Whether a page of this reading was drawn at this width."""
        found = self._pictures.get(page)
        return found is not None and (found.number, found.width) == (number, width)

    def clear(self) -> None:
        """Forget everything."""
        self._pictures.clear()
        self._bytes = 0

    def _forget(self, page: int) -> None:
        gone = self._pictures.pop(page, None)
        if gone is not None:
            self._bytes -= gone.image.sizeInBytes()
