"""Finds the interchange file that a PDF of minutes carries (`exports/pdf/attachment.py`)."""

from typing import TYPE_CHECKING, Final

from facilitator.domain.errors import InvalidInput
from facilitator.interchange.json_text import MOST_BYTES
from facilitator.pdfium import PDFIUM

if TYPE_CHECKING:
    from pypdfium2 import PdfAttachment, PdfDocument

CARRIED: Final = "workshop.json"
_HEAD: Final = 1024
"""Bytes in which a PDF must say that it is one (ISO 32000-1, implementation notes)."""
_NEEDS_PASSWORD: Final = 4
_UNKNOWN_SECURITY: Final = 5


def is_pdf(data: bytes) -> bool:
    """Whether bytes are meant as a PDF."""
    return b"%PDF-" in data[:_HEAD] and not data.lstrip().startswith((b"{", b"["))


def carried_file(data: bytes) -> bytes:
    """Return the interchange file that a PDF carries.

    Raises InvalidInput: "pdf-encrypted", "pdf-broken", "pdf-without-workshop" for one of somebody else, or
    "carried-too-large".
    """
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - only when a PDF comes in

    with PDFIUM:
        try:
            with PdfDocument(data) as document:
                return _found(document)
        except PdfiumError as error:
            locked = getattr(error, "err_code", None) in {_NEEDS_PASSWORD, _UNKNOWN_SECURITY}
            raise InvalidInput("pdf-encrypted" if locked else "pdf-broken") from None


def _found(document: "PdfDocument") -> bytes:
    for number in range(document.count_attachments()):
        attachment = document.get_attachment(number)
        if attachment.get_name() == CARRIED:
            return _content(attachment)
    raise InvalidInput("pdf-without-workshop")


def _content(attachment: "PdfAttachment") -> bytes:
    content = bytes(attachment.get_data())
    if len(content) > MOST_BYTES:
        raise InvalidInput("carried-too-large", limit=MOST_BYTES // (1024 * 1024))
    return content
