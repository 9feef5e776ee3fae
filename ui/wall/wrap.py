"""Breaks what a card says into lines, the same for measuring and painting, in microseconds a card."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

ELLIPSIS: Final = "…"
_MOST_WORDS: Final = 50_000
_MOST_TEXTS: Final = 4_000
"""Texts whose lines are kept: those that are painted."""
_MOST_COUNTS: Final = 200_000
"""Texts of which is kept how many lines they take: all of a wall."""


class Wrapper:
    """Breaks texts at spaces for one font. Words that are wider than a line are broken by Qt."""

    def __init__(self, font: QFont) -> None:
        self.font = QFont(font)
        self._metrics = QFontMetricsF(self.font)
        self._space = self._metrics.horizontalAdvance(" ")
        self._words: dict[str, float] = {}
        self._spaced: dict[str, float] = {}
        """How wide words are with the space behind them."""
        self._broken: dict[tuple[str, int, int], tuple[str, ...]] = {}
        self._counts: dict[tuple[int, int], dict[str, int]] = {}

    def lines(self, text: str, width: int, most: int) -> tuple[str, ...]:
        """Return `text` in at most `most` lines of `width` px; an ellipsis says that more follows."""
        key = (text, width, most)
        found = self._broken.get(key)
        if found is None:
            if len(self._broken) >= _MOST_TEXTS:
                self._broken.clear()
            found = self._broken[key] = self._break(text, width, most)
        return found

    def counts(self, texts: Iterable[str], width: int, most: int) -> list[int]:
        """Return how many lines each text takes, which is all that a layout asks of most cards."""
        known = self._counts.get((width, most))
        if known is None or len(known) >= _MOST_COUNTS:
            known = self._counts[width, most] = {}
        counts = []
        for text in texts:
            found = known.get(text)
            if found is None:
                found = known[text] = self._counted(text, width, most)
            counts.append(found)
        return counts

    def _counted(self, text: str, width: int, most: int) -> int:
        """Count the lines of a short paragraph as `_paragraph` breaks it; of anything else by breaking it."""
        if len(text) > 200 or not text.isprintable():
            return len(self._break(text, width, most))
        known, room, words = self._spaced, width + self._space, text.split()
        count, used = min(1, len(words)), 0.0
        for word in words:
            wide = known.get(word)
            if wide is None:
                wide = known[word] = self.width(word) + self._space
            used += wide
            if used > room:
                if wide > room:
                    return len(self._break(text, width, most))
                count += 1
                used = wide
        return min(count, most)

    def width(self, word: str) -> float:
        """Return how wide a word is in px."""
        found = self._words.get(word)
        if found is None:
            if len(self._words) >= _MOST_WORDS:
                self._words.clear()
                self._spaced.clear()
            found = self._words[word] = self._metrics.horizontalAdvance(word)
        return found

    def _break(self, text: str, width: int, most: int) -> tuple[str, ...]:
        lines: list[str] = []
        for paragraph in text.splitlines() or [""]:
            room = most - len(lines) + 1  # one more tells that something is left
            if room <= 0:
                break
            lines += self._paragraph(paragraph, width, room)
        if len(lines) > most:
            last = f"{lines[most - 1]} {ELLIPSIS}"
            lines = [*lines[: most - 1], self._cut(last, width)]
        return tuple(lines)

    def _paragraph(self, paragraph: str, width: int, room: int) -> list[str]:
        lines: list[str] = []
        line: list[str] = []
        used = 0.0
        for word in paragraph[: 200 * room].split():
            wide = self.width(word)
            if wide > width:
                return self._by_qt(paragraph[: 200 * room], width, room)
            if line and used + self._space + wide > width:
                lines.append(" ".join(line))
                if len(lines) >= room:
                    return lines
                line, used = [word], wide
            else:
                used += wide + (self._space if line else 0)
                line.append(word)
        return [*lines, " ".join(line)] if line else lines

    def _by_qt(self, paragraph: str, width: int, room: int) -> list[str]:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(" ".join(paragraph.split()), self.font)
        layout.setTextOption(option)
        layout.beginLayout()
        lines: list[str] = []
        text = layout.text().encode("utf-16-le")  # Qt counts in UTF-16
        while len(lines) < room:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, 0))
            start, end = 2 * line.textStart(), 2 * (line.textStart() + line.textLength())
            lines.append(text[start:end].decode("utf-16-le", "ignore").strip())
        layout.endLayout()
        return lines

    def _cut(self, line: str, width: int) -> str:
        while len(line) > 2 and self._metrics.horizontalAdvance(line) > width:
            line = line[:-3].rstrip() + ELLIPSIS
        return line
