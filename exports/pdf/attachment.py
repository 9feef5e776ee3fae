"""Lets a PDF carry a file: the workshop that its pages were made from, to be taken in again.

It is an embedded file of the catalogue (ISO 32000-2, 7.11.4 and 14.13) whose relationship to the document is
Data, so that viewers list it and archives keep it.
"""

from hashlib import md5
from typing import Any, Final

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

NAME: Final = "workshop.json"
"""Name of the file within the PDF; whoever reads it back looks for this one."""


def attach(canvas: Any, content: bytes, description: str) -> None:
    """Put a file into the document; `description` is what viewers show beside its name."""
    document = canvas._doc  # ReportLab has no door of its own to the catalogue
    digest = md5(content, usedforsecurity=False).digest()  # what the standard asks for
    stream = PDFStream(
        PDFDictionary(
            {
                "Type": PDFName("EmbeddedFile"),
                "Subtype": PDFName("application#2Fjson"),
                "Params": PDFDictionary({"Size": len(content), "CheckSum": PDFString(digest)}),
            }
        ),
        content,
        [PDFZCompress],
    )
    file = document.Reference(stream, "carried-file")
    specification = document.Reference(
        PDFDictionary(
            {
                "Type": PDFName("Filespec"),
                "F": PDFString(NAME),
                "UF": PDFString(NAME),
                "Desc": PDFString(description),
                "AFRelationship": PDFName("Data"),
                "EF": PDFDictionary({"F": file, "UF": file}),
            }
        ),
        "carried-file-specification",
    )
    catalog = document.Catalog
    names = PDFDictionary({"Names": PDFArray([PDFString(NAME), specification])})
    catalog.Names = PDFDictionary({"EmbeddedFiles": names})
    catalog.AF = PDFArray([specification])
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF"]
    document._pdfVersion = max(document._pdfVersion, (1, 7))
