"""The minutes as PDF: ReportLab's canvas, with our own setting of text, tables and pages in one pass."""

from exports.pdf import unshaped as _unshaped  # noqa: F401 - before anything of ReportLab
from exports.pdf.write import write_minutes
from exports.report import Report

__all__ = ["Report", "write_minutes"]
