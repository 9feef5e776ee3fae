"""What the document tells those who do not see it: a tree of elements beside the marks on its pages.

ReportLab draws and has no structure. Here each block opens and closes its element around what it draws, so
that every mark on a page belongs to one element, or is an artifact: running heads, rules, grounds. A block
that goes on over a page keeps its element. `structure` writes the tree into the file.
Source: ISO 32000-1, 14.6 to 14.9 (marked content, logical structure, tagged PDF, accessibility).
"""

from collections.abc import Sequence
from dataclasses import field
from functools import lru_cache
from typing import Any, Final, NamedTuple, Self

from facilitator.domain.frozen import dataclass

MARKS_A_PLACE: Final = 1 << 20
"""More marks than any page holds: a mark is known by its place times this, plus its number there."""
_DEEPEST: Final = 6
"""Of headings: PDF 1.7 knows H1 to H6."""
_IN_LINE: Final = frozenset({"TD", "TH", "LBody", "Lbl"})
"""Elements in which a text is no heading."""


class Element:
    """One element: its role (`P`, `H2`, `TD`), what it is in, and what is in it, in the order of reading.

    What is in it are elements, marks (numbers from nought), and links (counted from -1 downwards).
    `attributes` are written into the file as they are; `key` tells lists apart that follow each other.
    """

    __slots__ = ("_kids", "attributes", "key", "number", "parent", "role")

    def __init__(self, role: str, attributes: str = "", key: object = None) -> None:
        self.role = role
        self.attributes = attributes
        self.key = key
        self.number = 0
        """Of its object in the file, when that is laid."""
        self.parent: Element | None = None
        self._kids: Element | int | list[Element | int] | None = None  # of most there is one: no list for it

    @property
    def kids(self) -> Sequence["Element | int"]:
        """Return what is in it."""
        kids = self._kids
        return kids if isinstance(kids, list) else () if kids is None else (kids,)

    def add(self, kid: "Element | int") -> None:
        """Put something in it, behind what is there."""
        kids = self._kids
        if isinstance(kids, list):
            kids.append(kid)
        else:
            self._kids = kid if kids is None else [kids, kid]


@dataclass(slots=True)
class Place:
    """A page, or the form on it that is written last: where marks are numbered from nought.

    `key` is its number in the tree of parents, `marks` the elements that its marks belong to.
    """

    page: int
    form: str | None
    key: int
    marks: list[Element] = field(default_factory=list)


class Link(NamedTuple):
    """A rectangle of a page that leads to a place: `key` is its number in the tree of parents."""

    key: int
    page: int
    rect: tuple[float, float, float, float]
    to: str
    says: str
    element: Element


class Tags:
    """The tree while pages are drawn: what is open, and what was drawn in it."""

    def __init__(self, canvas: Any) -> None:
        self.root = Element("Document")
        self.places: list[Place] = []
        self.links: list[Link] = []
        self._canvas = canvas
        self._parents = [self.root]
        self._levels: list[float] = []
        self._open = 0
        self._keys = 0
        self._closing, self._leaving = _Closing(self), _Leaving(self)

    def begin(self, page: int, form: str | None = None) -> Place:
        """Let the marks that follow belong to a page, or to a form that is drawn on it."""
        self.places.append(Place(page, form, self._key()))
        return self.places[-1]

    def marked(self, element: Element) -> "_Closing":
        """Let what is drawn belong to `element`; inside a mark or an artifact it belongs there."""
        self._open += 1
        if self._open == 1:
            self._attach(element)
            marks = self.places[-1].marks
            element.add((len(self.places) - 1) * MARKS_A_PLACE + len(marks))
            self._canvas._code.append(f"/{element.role} <</MCID {len(marks)}>> BDC")
            marks.append(element)
        return self._closing

    def artifact(self, kind: str = "") -> "_Closing":
        """Let what is drawn be no content: `kind` "Header", "Footer", or nothing for a rule or a ground."""
        self._open += 1
        if self._open == 1:
            listed = f" <</Type /Pagination /Subtype /{kind}>> BDC" if kind else " BMC"
            self._canvas._code.append(f"/Artifact{listed}")
        return self._closing

    def inside(self, element: Element) -> "_Leaving":
        """Let elements that are drawn be in `element`; in an artifact nothing is."""
        if not self._open:
            self._attach(element)
        self._parents.append(self._parents[-1] if self._open else element)
        return self._leaving

    def empty(self, element: Element) -> None:
        """Let `element` stand here with nothing in it: an empty cell keeps its column."""
        if not self._open:
            self._attach(element)

    def group(self, role: str, key: object = None, *, new: bool = False) -> Element:
        """Return the table or list that goes on here, or a new one."""
        kids = self._parents[-1].kids
        last = kids[-1] if kids else None
        if not new and isinstance(last, Element) and last.role == role and last.key == key:
            return last
        return Element(role, key=key)

    def heading(self, level: float) -> str:
        """Return the role of a heading here; levels that the document leaves out leave no gap."""
        if self._parents[-1].role in _IN_LINE:
            return "P"
        if not self._open:
            while self._levels and self._levels[-1] >= level:
                self._levels.pop()
            self._levels.append(level)
        return f"H{min(_DEEPEST, len(self._levels))}"

    def link(self, element: Element, rect: tuple[float, float, float, float], to: str, says: str) -> None:
        """Make a rectangle of the page lead to the place named `to`, as part of a Link."""
        self._canvas._bookmarkReference(to)
        self._attach(element)
        element.add(-1 - len(self.links))
        self.links.append(Link(self._key(), self.places[-1].page, rect, to, says, element))

    @property
    def keys(self) -> int:
        """Return how many keys the tree of parents has."""
        return self._keys

    def _attach(self, element: Element) -> None:
        if element.parent is None and element is not self.root:
            element.parent = self._parents[-1]
            element.parent.add(element)

    def _key(self) -> int:
        self._keys += 1
        return self._keys - 1

    def _close(self) -> None:
        self._open -= 1
        if not self._open:
            self._canvas._code.append("EMC")

    def _leave(self) -> None:
        self._parents.pop()


class _Closing:
    """Ends a mark or an artifact."""

    def __init__(self, tags: Tags) -> None:
        self._end = tags._close

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()


class _Leaving:
    """Goes back to the element around."""

    def __init__(self, tags: Tags) -> None:
        self._end = tags._leave

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()


@lru_cache(maxsize=64)
def alternative(words: str) -> str:
    """Return the attribute that says a picture in words."""
    return f"/Alt {text_string(words)}"


def language(code: str) -> str:
    """Return the attribute that names the language of what is inside: "es", "en-GB"."""
    return f"/Lang {text_string(code)}"


def spans(columns: int) -> str:
    """Return the attributes of the head of the rows below it, over so many columns."""
    return f"/A <</O /Table /Scope /Row /ColSpan {columns}>>"


COLUMN_HEAD: Final = "/A <</O /Table /Scope /Column>>"


def text_string(words: str) -> str:
    """Return words as PDF writes them: UTF-16 with its mark, in hexadecimal: no sign means anything."""
    return f"<FEFF{words.encode('utf-16-be', 'surrogatepass').hex().upper()}>"
