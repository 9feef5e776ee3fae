"""Writes the file, object by object: ReportLab's, and the tree of elements packed into a tenth of its size.

A thousand pages have some hundred thousand elements; as objects of their own they would be three quarters of
the file. They stand in object streams instead, which need a cross-reference stream: so the file is laid here
and not by ReportLab, whose objects and their order it keeps.
Source: ISO 32000-1, 7.5.7 (object streams), 7.5.8 (cross-reference streams), 14.7 (structure).
"""

import struct
import zlib
from collections.abc import Iterator
from itertools import accumulate, count, islice
from typing import Any, BinaryIO, Final

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFIndirectObject,
    PDFName,
    PDFObject,
    PDFStream,
    pdfdocEnc,
)

from exports.pdf.tags import MARKS_A_PLACE, Element, Link, Tags, text_string

_PACKED: Final = 400
"""Objects a stream: few enough for a reader that wants one of them."""
_VERSION: Final = (1, 7)
_ENTRY: Final = struct.Struct(">BIH")
"""Of the cross-reference stream."""
_BY_ITSELF: Final = 1
_IN_STREAM: Final = 2


def tagged(canvas: Any, tags: Tags) -> None:
    """Let the file that `canvas` saves hold the tree: to be called when all pages are drawn."""
    document = canvas._doc  # ReportLab offers no other way to the objects of a file
    catalog, root = document.Catalog, PDFDictionary({"Type": PDFName("StructTreeRoot")})
    for place in tags.places:
        if place.form is None:
            page = document.idToObject[f"Page{place.page}"]
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = place.key, PDFName("S")
        else:
            form = document.idToObject[f"FormXob.{place.form}"]
            form.Contents = PDFStream(content=form.stream)
            form.Contents.dictionary["StructParents"] = place.key
    catalog.StructTreeRoot = document.Reference(root)
    catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    document._pdfVersion = max(document._pdfVersion, _VERSION)
    links = _Links(document, canvas._destinations, tags.links)
    document.format = _File(document, tags, root, links, canvas._filename).write


def packed_page(canvas: Any, number: int) -> None:
    """Pack what a finished page draws: ReportLab would keep it as text until the file is saved."""
    page = canvas._doc.idToObject[f"Page{number}"]
    filtered = PDFDictionary({"Filter": PDFName("FlateDecode")})
    text = page.stream
    if not isinstance(text, bytes):
        text = text.encode("ascii") if text.isascii() else pdfdocEnc(text)
    page.Contents, page.stream = PDFStream(filtered, zlib.compress(text)), None


class _Links:
    """The links of all pages: objects in streams as the elements are, under numbers kept for them."""

    def __init__(self, document: Any, places: dict[str, Any], links: list[Link]) -> None:
        self._document = document
        self._places = places
        self._named: dict[str, str] = {}
        self.links = links
        self.first = document.objectcounter + 1
        document.objectcounter += len(links)
        on: dict[int, list[int]] = {}
        for number, link in enumerate(links, start=self.first):
            on.setdefault(link.page, []).append(number)
        for page, numbers in on.items():
            document.idToObject[f"Page{page}"].Annots = _References(numbers)

    def written(self) -> Iterator[str]:
        """Write every link."""
        kept = "<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[%s]/Contents%s/Dest%s/StructParent %d>>"
        for link in self.links:
            yield kept % (fp_str(link.rect), text_string(link.says), self._place(link.to), link.key)

    def _place(self, name: str) -> str:
        found = self._named.get(name)
        if found is None:
            written = self._places[name].format(self._document)
            found = self._named[name] = " ".join(written.decode("ascii").split())
        return found


class _References(PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """A list of objects by their numbers."""

    def __init__(self, numbers: list[int]) -> None:
        self._numbers = numbers

    def format(self, _document: object) -> bytes:
        """Write the list."""
        return f"[{' '.join([f'{number} 0 R' for number in self._numbers])}]".encode()


class _File:
    """One file while it is laid: what is written so far, and where each object stands."""

    def __init__(self, document: Any, tags: Tags, root: Any, links: _Links, stream: BinaryIO) -> None:
        self._document = document
        self._links = links
        self._tags = tags
        self._root = root
        self._out = stream
        self._offset = 0
        self._table = bytearray()

    def write(self) -> bytes:
        """Write the whole file, and return nothing that would have to be written too."""
        document = self._document
        self._stand(0, 0, 0, 0xFFFF)
        self._add(b"%%PDF-%d.%d\n%%\223\214\213\236\n" % document._pdfVersion)
        root, first = self._number(document.Reference(self._root).name), 1
        links = self._links
        while True:  # formatting one object may make others
            if first == links.first:
                first += len(links.links)
            if first not in document.numberToId:
                break
            if first != root:
                name = document.numberToId[first]
                self._object(first, PDFIndirectObject(name, document.idToObject[name]).format(document))
            first += 1
        elements = [*_walk(self._tags.root)]
        for n, element in enumerate(elements, start=first):
            element.number = n
        following = first + len(elements) + len(self._tags.places) + 1
        last = following - 1
        tree = b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>"
        body = tree % (first, last, self._tags.keys)
        self._object(root, b"%d 0 obj\n%b\nendobj\n" % (root, body))
        for start, objects in ((first, self._structure(root, elements)), (links.first, links.written())):
            at = start
            while packed := [*islice(objects, _PACKED)]:
                self._pack(following, at, packed)
                at, following = at + len(packed), following + 1
        self._close(following)
        return b""

    def _structure(self, root: int, elements: list[Element]) -> Iterator[str]:
        """Write every element in the order of reading, then the tree of parents."""
        tags = self._tags
        self._stands = [self._number(f"Page{place.page}") for place in tags.places]
        for element in elements:
            yield self._element(element, root if element.parent is None else element.parent.number)
        following = elements[-1].number + 1
        entries = [""] * tags.keys
        for n, place in enumerate(tags.places):
            entries[place.key] = f"{place.key} {following + n} 0 R"
            yield f"[{' '.join([f'{each.number} 0 R' for each in place.marks])}]"
        for link in tags.links:
            entries[link.key] = f"{link.key} {link.element.number} 0 R"
        yield f"<</Nums[{' '.join(filter(None, entries))}]>>"

    def _element(self, element: Element, parent: int) -> str:
        kids = element.kids
        page = None
        for kid in kids:
            if type(kid) is int and kid >= 0:
                page = self._stands[kid // MARKS_A_PLACE]
                break
        stands = "" if page is None else f"/Pg {page} 0 R"
        listed = [self._kid(kid, page) for kid in kids]
        inside = f"[{' '.join(listed)}]" if len(listed) != 1 else f" {listed[0]}"
        return f"<</S/{element.role}/P {parent} 0 R{element.attributes}{stands}/K{inside}>>"

    def _kid(self, kid: Element | int, page: int | None) -> str:
        if not isinstance(kid, int):
            return f"{kid.number} 0 R"
        if kid < 0:
            number, links = -1 - kid, self._links
            stands = self._number(f"Page{links.links[number].page}")
            return f"<</Type/OBJR/Pg {stands} 0 R/Obj {links.first + number} 0 R>>"
        at, mark = divmod(kid, MARKS_A_PLACE)
        place, stands = self._tags.places[at], self._stands[at]
        if place.form is None and stands == page:
            return str(mark)
        form = "" if place.form is None else f"/Stm {self._number(f'FormXob.{place.form}')} 0 R"
        return f"<</Type/MCR/Pg {stands} 0 R{form}/MCID {mark}>>"

    def _number(self, name: str) -> int:
        return int(self._document.idToObjectNumberAndVersion[name][0])

    def _pack(self, stream: int, first: int, objects: list[str]) -> None:
        """Write objects numbered from `first` as one stream."""
        starts = accumulate((len(each) + 1 for each in objects), initial=0)
        head = " ".join([f"{number} {at}" for number, at in zip(count(first), starts, strict=False)][:-1])
        for n in range(len(objects)):
            self._stand(first + n, _IN_STREAM, stream, n)
        kind = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head) + 1)
        self._stream(stream, kind, f"{head}\n{chr(10).join(objects)}\n".encode("ascii"))

    def _close(self, number: int) -> None:
        """Write where everything stands, and the end."""
        document, here = self._document, self._offset
        self._stand(number, _BY_ITSELF, here, 0)
        named = b"/Root %d 0 R/Info %d 0 R/ID%b" % (
            *(self._number(each.__InternalName__) for each in (document.Catalog, document.info)),
            document.ID(),
        )
        self._stream(number, b"/Type/XRef/Size %d/W[1 4 2]%b" % (number + 1, named), bytes(self._table))
        self._add(b"startxref\n%d\n%%%%EOF\n" % here)

    def _stream(self, number: int, kind: bytes, content: bytes) -> None:
        packed = zlib.compress(content)
        head = b"%d 0 obj\n<<%b/Filter/FlateDecode/Length %d>>\nstream\n" % (number, kind, len(packed))
        self._object(number, b"%b%b\nendstream\nendobj\n" % (head, packed))

    def _object(self, number: int, written: bytes) -> None:
        self._stand(number, _BY_ITSELF, self._offset, 0)
        self._add(written)

    def _stand(self, number: int, kind: int, place: int, index: int) -> None:
        """Note where an object stands: in the file, or in which stream and the how-manieth there."""
        missing = (number + 1) * _ENTRY.size - len(self._table)
        if missing > 0:
            self._table += bytes(missing)
        _ENTRY.pack_into(self._table, number * _ENTRY.size, kind, place, index)

    def _add(self, written: bytes) -> None:
        self._out.write(written)
        self._offset += len(written)


def _walk(root: Element) -> Iterator[Element]:
    """Give every element before those in it."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]
