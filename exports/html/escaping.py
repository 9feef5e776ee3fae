"""What people wrote as text and as attributes of HTML: nothing of it can become markup."""

from html import escape

from exports.outline.lawful import lawful


def text(words: str) -> str:
    """Return words as HTML text."""
    return escape(lawful(words), quote=False).replace("\n", "<br>\n")


def attribute(words: str) -> str:
    """Return words as the value of an attribute, quotes not included."""
    return " ".join(escape(lawful(words)).split())
