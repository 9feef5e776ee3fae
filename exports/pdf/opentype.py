"""Reads one thing from a font file that ReportLab does not: which glyph replaces which under a feature.

ReportLab draws a font's default glyphs and has no features, so figures of equal width, which the font has
under `tnum`, would be out of reach. Reading the substitution from the font we ship keeps one set of font
files; a copy with the figures baked in would be a second set to build, licence and keep equal.
Layout: OpenType specification, tables GSUB, Coverage and single substitution (lookup type 1, extension 7).
"""

import struct
from typing import Final

_SINGLE: Final = 1
_EXTENSION: Final = 7


def single_substitutions(font: bytes, feature: str) -> dict[int, int]:
    """Return glyph to glyph of every single substitution under `feature`; empty when the font has none."""
    start = _table(font, b"GSUB")
    if start is None:
        return {}
    features, lookups = (start + _u16(font, start + at) for at in (6, 8))
    wanted: list[int] = []
    for n in range(_u16(font, features)):
        record = features + 2 + 6 * n
        if font[record : record + 4] == feature.encode("ascii"):
            at = features + _u16(font, record + 4)
            wanted += [_u16(font, at + 4 + 2 * i) for i in range(_u16(font, at + 2))]
    pairs: dict[int, int] = {}
    for index in wanted:
        pairs.update(_lookup(font, lookups + _u16(font, lookups + 2 + 2 * index)))
    return pairs


def _lookup(font: bytes, at: int) -> dict[int, int]:
    pairs: dict[int, int] = {}
    kind = _u16(font, at)
    for n in range(_u16(font, at + 4)):
        table = at + _u16(font, at + 6 + 2 * n)
        inner = kind
        if kind == _EXTENSION:
            inner, table = _u16(font, table + 2), table + _u32(font, table + 4)
        if inner == _SINGLE:
            pairs.update(_single(font, table))
    return pairs


def _single(font: bytes, at: int) -> dict[int, int]:
    covered = _coverage(font, at + _u16(font, at + 2))
    if _u16(font, at) == 1:
        delta = _u16(font, at + 4)
        return {glyph: (glyph + delta) & 0xFFFF for glyph in covered}
    return {glyph: _u16(font, at + 6 + 2 * n) for n, glyph in enumerate(covered)}


def _coverage(font: bytes, at: int) -> list[int]:
    count = _u16(font, at + 2)
    if _u16(font, at) == 1:
        return [_u16(font, at + 4 + 2 * n) for n in range(count)]
    glyphs: list[int] = []
    for n in range(count):
        first, last = _u16(font, at + 4 + 6 * n), _u16(font, at + 6 + 6 * n)
        glyphs += range(first, last + 1)
    return glyphs


def _table(font: bytes, tag: bytes) -> int | None:
    for n in range(_u16(font, 4)):
        record = 12 + 16 * n
        if font[record : record + 4] == tag:
            return _u32(font, record + 8)
    return None


def _u16(font: bytes, at: int) -> int:
    return int(struct.unpack_from(">H", font, at)[0])


def _u32(font: bytes, at: int) -> int:
    return int(struct.unpack_from(">I", font, at)[0])
