"""Minutes as one HTML file that needs nothing else: fonts and style are in it, and no script."""

from exports.html.write import write_minutes

__all__ = ["write_minutes"]
