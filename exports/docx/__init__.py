"""Minutes as DOCX, to be edited further: real styles, headings, tables with heads, links, fields."""

from exports.docx.write import write_minutes

__all__ = ["write_minutes"]
