"""Keeps pictures of the screen out of the C library's heap, so that they go back to the system when they go.

The GNU C library maps large blocks apart, and raises what it takes for large each time such a block is freed
(mallopt(3)): after the first picture of a whole stage, 8 MB, all later ones lie in the heap, whose top any
small block holds in place. Over a day with the stage the program grew by a picture that nobody had any more.
"""

import ctypes
import sys
from typing import Final

_M_MMAP_THRESHOLD: Final = -3
_LARGE: Final = 1024 * 1024
"""Bytes: less than any picture of a window, more than a card's."""


def keep_pictures_apart() -> bool:
    """Say from which size on blocks are mapped apart, for good; answer whether this system can be told."""
    if not sys.platform.startswith("linux"):
        return False
    told = getattr(ctypes.CDLL(None), "mallopt", None)
    return told is not None and bool(told(_M_MMAP_THRESHOLD, _LARGE))
