"""What minutes say, in the order of reading and without pages: for DOCX, HTML and Markdown."""

from exports.outline.document import outline

__all__ = ["outline"]
