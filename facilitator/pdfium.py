"""PDFium, the library that reads PDFs back, is made for one thread at a time: whoever calls it holds this."""

from threading import RLock
from typing import Final

PDFIUM: Final = RLock()
