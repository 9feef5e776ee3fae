"""Loads ReportLab's fonts without the shaper, which they would load at once whether or not it is needed.

Only text that needs shaping loads it (`exports.pdf.shaping`): hardly any document does, and every one would
pay a tenth of a second.
"""

import importlib
import sys

_SHAPER = "uharfbuzz"

if _SHAPER not in sys.modules:
    sys.modules[_SHAPER] = None  # type: ignore[assignment]  # how Python is told that there is no such module
    try:
        importlib.import_module("reportlab.pdfbase.ttfonts")
    finally:
        del sys.modules[_SHAPER]
