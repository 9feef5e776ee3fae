"""Opens what was written with other eyes: all text in a file, however it is packed."""

import io
import re
from base64 import b64decode
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from exports.outline.lawful import lawful

VOID = frozenset(["meta", "br", "col", "link", "img", "hr"])


def every_byte(file: Path) -> Iterator[bytes]:
    """The bytes of a file, and of everything packed in it, the names of its parts too."""
    yield from _unpacked(file.read_bytes())


def _unpacked(content: bytes) -> Iterator[bytes]:
    yield content
    for packed in re.findall(rb"base64,([A-Za-z0-9+/=]+)", content):
        yield from _unpacked(b64decode(packed))
    try:
        archive = ZipFile(io.BytesIO(content))
    except BadZipFile:
        return
    yield archive.comment
    for entry in archive.infolist():
        yield entry.filename.encode() + entry.comment + entry.extra
        yield from _unpacked(archive.read(entry))


def plain(text: str) -> str:
    """A text with its blanks made alike, as a page shows it."""
    return re.sub(r"[ \t\n]+", " ", lawful(text)).strip()


class Page(HTMLParser):
    """An HTML file as a browser understands it: complains of what does not fit together."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.problems: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        if self.open:
            self.problems.append(f"left open: {self.open}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "br":
            self.words.append("\n")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"closed out of order: {tag}")

    def handle_data(self, data: str) -> None:
        if "style" not in self.open and "title" not in self.open:
            self.words.append(data)

    def all(self, *names: str) -> list[dict[str, str | None]]:
        """The attributes of every element of these names."""
        return [attributes for tag, attributes in self.tags if tag in names]
