"""Shapes writing whose letters join, stack or change place: Arabic, Hebrew with points, the scripts of India.

HarfBuzz chooses the glyphs and their places. ReportLab draws characters, not glyphs: each glyph gets a code
in the area for private use, under which the face holds it, and the file says which characters it stands for.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby, pairwise
from typing import Any, Final, NamedTuple

import uharfbuzz

from exports.pdf import directions
from exports.pdf.fonts import Face, fallback_for
from exports.pdf.glyphs import INVISIBLE, Glyphs, Placed, Printability, glyphs, is_complex, unprintable

_SCALE: Final = 1000
_JOINERS: Final = frozenset("\u200c\u200d")


class Stretch(NamedTuple):
    """A piece of a word that one face draws, and its level."""

    glyphs: Glyphs
    level: int


def set_in_order(text: str, wanted: Face, print_as: Printability, base: int) -> Iterator[list[Stretch]]:
    """Divide a paragraph into words, and these into stretches of one direction, in the order of reading."""
    levels = directions.levels(text, base)
    word: list[tuple[str, int]] = []
    for character, level in zip(text, levels, strict=True):
        if character == " ":
            yield [*_stretches(word, wanted, print_as)]
            word = []
        else:
            word.append((character, level))
    yield [*_stretches(word, wanted, print_as)]


def letters(shaped: Glyphs) -> Iterator[Glyphs]:
    """Divide a stretch that is wider than its column into letters with their marks."""
    text, face = shaped.actual or "", shaped.face
    if face is None or shaped.placed is None:
        yield shaped
        return
    backwards = shaped.backwards
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not _goes_on(text[end]):
            yield _shaped(text[start:end], face, backwards=backwards)
            start = end


def _goes_on(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character) in ("Mn", "Mc", "Me")


def _stretches(word: list[tuple[str, int]], wanted: Face, print_as: Printability) -> Iterator[Stretch]:
    for (level, is_joined), group in groupby(_kinds(word), lambda each: (each[1], each[2])):
        text = "".join(character for character, _, _ in group)
        if is_joined:
            for each in _by_face(text, print_as, backwards=bool(level % 2)):
                yield Stretch(each, level)
        else:
            drawn = directions.mirrored(text) if level % 2 else text
            parts = glyphs(drawn, wanted, print_as)
            for part in reversed(parts) if level % 2 else parts:
                copied = directions.mirrored(part.text) if level % 2 and part.actual is None else part.actual
                yield Stretch(part._replace(actual=copied), level)


def _kinds(word: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int, bool]]:
    """Give characters with level and whether they are shaped; marks go with what they stand on."""
    joined, before = False, 0
    for character, level in word:
        if _goes_on(character) and joined:
            yield character, before, joined
            continue
        joined, before = is_complex(character), level
        yield character, level, joined


def _by_face(text: str, print_as: Printability, *, backwards: bool) -> Iterator[Glyphs]:
    codes = {ord(character) for character in text} - INVISIBLE
    letters = {*map(chr, codes)}
    whole = next(
        (f for f in map(fallback_for, sorted(codes)) if f is not None and letters <= f.letters), None
    )
    if whole is not None:
        yield _shaped(text, whole, backwards=backwards)
        return
    for found, group in groupby(text, lambda character: fallback_for(ord(character))):
        part = "".join(group)
        if found is not None:
            yield _shaped(part, found, backwards=backwards)
        else:
            yield from (unprintable(c, print_as) for c in part if ord(c) not in INVISIBLE)


def _shaped(text: str, face: Face, *, backwards: bool) -> Glyphs:
    """Return the glyphs of `text`, from the left."""
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if backwards else "ltr"
    uharfbuzz.shape(_font(face), buffer, {"kern": True, "liga": True})
    placed: list[Placed] = []
    end = 0.0
    for each in _glyphs_at(text, buffer, face, backwards=backwards):
        last = placed[-1] if placed else None
        follows = last is not None and not each.up and not last.up and abs(each.right - end) < 1
        if last is not None and follows and last.is_mark == each.is_mark:
            placed[-1] = last._replace(text=last.text + each.text)
        else:
            placed.append(each)
        end = each.right + face.advance(each.text)
    return Glyphs(face, "", text, tuple(placed), backwards, sum(p.x_advance for p in buffer.glyph_positions))


def _glyphs_at(text: str, buffer: Any, face: Face, *, backwards: bool) -> Iterator[Placed]:
    """Give each glyph, from the left, with its place; the widest of a letter stands for all of it.

    Poppler and PDFium turn what is read from the right by character, inside a glyph too.
    """
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    following = dict(pairwise(sorted({info.cluster for info in infos} | {len(text)})))
    widest: dict[int, int] = {}
    for n, (info, position) in enumerate(zip(infos, positions, strict=True)):
        known = widest.setdefault(info.cluster, n)
        if position.x_advance > positions[known].x_advance:
            widest[info.cluster] = n
    x = 0
    for n, (info, position) in enumerate(zip(infos, positions, strict=True)):
        start, is_mark = info.cluster, widest[info.cluster] != n
        means = "" if is_mark else text[start : following[start]]
        code = face.code_of(info.codepoint, means[::-1] if backwards else means)
        yield Placed(code, x + position.x_offset, position.y_offset, is_mark)
        x += position.x_advance


@cache
def _font(face: Face) -> Any:
    sheet = uharfbuzz.Face(uharfbuzz.Blob(face.font.face._ttf_data), face.font.index)
    font = uharfbuzz.Font(sheet)
    font.scale = (_SCALE, _SCALE)
    return font
