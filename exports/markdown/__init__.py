"""Minutes as Markdown: GitHub's dialect of CommonMark, because of its tables."""

from exports.markdown.write import write_minutes

__all__ = ["write_minutes"]
