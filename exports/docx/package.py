"""The file around the parts of a DOCX: an archive with a list of types and who refers to whom."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import IO, BinaryIO, Final
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from exports.docx.styles import RELATIONS
from exports.outline.lawful import one_line

HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STAMP: Final = (1980, 1, 1, 0, 0, 0)
"""The time of every part: none, so that equal values give equal bytes."""


class Package:
    """An archive being written; every part is told what it is."""

    def __init__(self, stream: BinaryIO) -> None:
        self._archive = ZipFile(stream, "w", ZIP_DEFLATED)
        self._types: list[tuple[str, str]] = []

    def add(self, name: str, kind: str, content: str) -> None:
        """Add a part of WordprocessingML; `kind` is the end of its type ("styles")."""
        self._types.append((name, f"{_WORD}.{kind}+xml"))
        self._write(name, (HEAD + content).encode())

    def add_properties(self, name: str, kind: str, content: str) -> None:
        """Add a part of the package itself."""
        self._types.append((name, kind))
        self._write(name, (HEAD + content).encode())

    def add_bytes(self, name: str, content: bytes) -> None:
        """Add a part whose type its ending tells."""
        self._write(name, content)

    @contextmanager
    def open(self, name: str, kind: str) -> Iterator[IO[bytes]]:
        """Give a part to write piece by piece."""
        self._types.append((name, f"{_WORD}.{kind}+xml"))
        with self._archive.open(_entry(name), "w", force_zip64=True) as part:
            part.write(HEAD.encode())
            yield part

    def relate(self, name: str, targets: Mapping[str, tuple[str, str]]) -> None:
        """Say what a part refers to: by id the type's address and the target; "" is the package."""
        folder, _, file = name.rpartition("/")
        entries = "".join(
            f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>'
            for key, (kind, target) in targets.items()
        )
        content = f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'
        self._write(f"{folder + '/' if folder else ''}_rels/{file}.rels", content.encode())

    def close(self) -> None:
        """Write the list of types; the file is complete then."""
        parts = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in self._types)
        defaults = (
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="jpeg" ContentType="image/jpeg"/>'
            '<Default Extension="odttf" '
            'ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/>'
        )
        content = f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">{defaults}{parts}</Types>'
        self._write("[Content_Types].xml", content.encode())
        self._archive.close()

    def _write(self, name: str, content: bytes) -> None:
        self._archive.writestr(_entry(name), content)


def properties(facts: Iterable[tuple[str, str]], moment: dt.datetime) -> str:
    """Return the properties that file managers and libraries read; `moment` dates the file."""
    told = "".join(f"<{name}>{escape(one_line(said))}</{name}>" for name, said in facts if said)
    utc = (moment.astimezone(dt.UTC) if moment.tzinfo else moment).strftime("%Y-%m-%dT%H:%M:%SZ")
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{utc}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{told}{dates}</cp:coreProperties>'
    )


def relation(kind: str) -> str:
    """Return the address of a type of reference between parts of a document ("styles")."""
    return f"{RELATIONS}/{kind}"


CORE: Final = f"{_PACKAGE}/relationships/metadata/core-properties"
CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
APP_TYPE: Final = "application/vnd.openxmlformats-officedocument.extended-properties+xml"


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _STAMP)
    entry.compress_type = ZIP_DEFLATED
    return entry
