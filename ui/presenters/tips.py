"""Tips that tell people's words whole where a page has no room for them."""

from typing import Final

_MOST: Final = 2000
"""Characters of a tip."""


def as_tip(text: str) -> str:
    """Return words for a tip that are never taken for markup."""
    words = text[:_MOST]
    if "<" not in words and "&" not in words:
        return words
    escaped = words.replace("&", "&amp;").replace("<", "&lt;")
    return f"<p>{escaped}</p>"
