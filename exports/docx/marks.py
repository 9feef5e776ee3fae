"""The smallest parts of WordprocessingML: text, runs, paragraphs; what people wrote is escaped here.

Elements inside each other stand in the order that the schema demands (ISO/IEC 29500-1, 17).
"""

import unicodedata
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from exports.outline.lawful import lawful, one_line

_CULTURES: Final = {"es": "es-NI", "en": "en-GB"}
"""Word knows languages by country only."""


def attribute(words: str) -> str:
    """Return words as the value of an attribute, in quotes."""
    return quoteattr(one_line(words))


def culture(language: str) -> str:
    """Return a language as Word knows it."""
    return _CULTURES.get(language, language)


def spoken(language: str | None) -> str:
    """Return the mark of a language that is not the document's."""
    if not language:
        return ""
    name = attribute(culture(language))
    return f"<w:lang w:val={name} w:eastAsia={name} w:bidi={name}/>"


def run(words: str, marks: str = "") -> str:
    """Return a run; its lines and tabs keep their places."""
    looks = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    content = "<w:br/>".join(
        "<w:tab/>".join(
            f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "" for part in line.split("\t")
        )
        for line in lawful(words).split("\n")
    )
    return f"<w:r>{looks}{content}</w:r>"


def paragraph(content: str, style: str = "", marks: str = "") -> str:
    """Return a paragraph of a style; no style is that of plain text. `marks` follow the style."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    looks = f"<w:pPr>{named}{marks}</w:pPr>" if named or marks else ""
    return f"<w:p>{looks}{content}</w:p>"


def field(instruction: str, shown: str) -> str:
    """Return a field with what it shows until it is computed."""
    return f'<w:fldSimple w:instr=" {instruction} ">{run(shown)}</w:fldSimple>'


def begins_from_right(words: str) -> bool:
    """Whether a text is written from right to left, by its first letter."""
    if words.isascii():
        return False
    sides = (unicodedata.bidirectional(sign) for sign in words)
    return next((side in {"R", "AL"} for side in sides if side in {"L", "R", "AL"}), False)
