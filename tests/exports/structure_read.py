"""Walks the structure of a PDF with pypdf, which did not write it: elements, marks, and what is drawn outside."""

from dataclasses import dataclass, field
from typing import Any

from pypdf.generic import ContentStream, IndirectObject

PAINTS = frozenset(
    [
        b"Tj",
        b"TJ",
        b"'",
        b'"',
        b"f",
        b"F",
        b"f*",
        b"B",
        b"B*",
        b"b",
        b"b*",
        b"S",
        b"s",
        b"Do",
        b"sh",
        b"INLINE IMAGE",
    ]
)


@dataclass
class Node:
    """An element: its role, its dictionary, its marks as (page or form, number), what is in it, in order."""

    role: str
    entry: Any
    parent: "Node | None"
    kids: list["Node | tuple[int, int]"] = field(default_factory=list)
    annotations: list[Any] = field(default_factory=list)
    number: int = 0

    def all(self, *roles: str) -> list["Node"]:
        """Every element below of these roles, in the order of reading."""
        found = [self] if not roles or self.role in roles else []
        for kid in self.kids:
            if isinstance(kid, Node):
                found += kid.all(*roles)
        return found

    def marks(self) -> list[tuple[int, int]]:
        """All marks below, in the order of reading."""
        return [m for kid in self.kids for m in (kid.marks() if isinstance(kid, Node) else [kid])]


def tree(reader: Any) -> Node:
    """The Document element with everything in it."""
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    kids = root["/K"]
    kids = kids if isinstance(kids, list) else [root.raw_get("/K")]
    assert len(kids) == 1
    return _node(kids[0], None)


def _node(reference: Any, parent: Node | None) -> Node:
    entry = reference.get_object()
    node = Node(entry["/S"][1:], entry, parent, number=reference.idnum)
    page = entry.raw_get("/Pg").idnum if "/Pg" in entry else None
    if "/K" in entry:
        raw = entry.raw_get("/K")
        many = raw.get_object() if isinstance(raw, IndirectObject) else raw
        for kid in many if isinstance(many, list) else [raw]:
            _kid(node, kid, page)
    return node


def _kid(node: Node, kid: Any, page: int | None) -> None:
    if isinstance(kid, int):
        assert page is not None
        node.kids.append((page, int(kid)))
        return
    value = kid.get_object()
    if value.get("/Type") == "/MCR":
        place = value.raw_get("/Stm") if "/Stm" in value else value.raw_get("/Pg")
        node.kids.append((place.idnum, int(value["/MCID"])))
    elif value.get("/Type") == "/OBJR":
        node.annotations.append(value.raw_get("/Obj"))
    else:
        assert value.raw_get("/P").idnum == node.number
        node.kids.append(_node(kid, node))


@dataclass
class Drawn:
    """What one page or form draws: its marks in order, and what is painted neither in one nor as an artifact."""

    marks: list[int]
    outside: list[bytes]
    nested: int


def drawn(reader: Any, content: Any) -> Drawn:
    """Read the operators of a page's content or a form."""
    found = Drawn([], [], 0)
    stack: list[str] = []
    for operands, operator in ContentStream(content, reader).operations:
        if operator in (b"BDC", b"BMC"):
            properties = operands[1] if len(operands) > 1 else {}
            kind = "artifact" if operands[0] == "/Artifact" else "mark" if "/MCID" in properties else "span"
            found.nested += kind != "span" and any(each != "span" for each in stack)
            stack.append(kind)
            if kind == "mark":
                found.marks.append(int(properties["/MCID"]))
        elif operator == b"EMC":
            stack.pop()
        elif operator in PAINTS and not any(each != "span" for each in stack):
            found.outside.append(operator if operator != b"Do" else str(operands[0]).encode())
    assert not stack
    return found


def places(reader: Any) -> dict[int, tuple[Any, Drawn]]:
    """Every page and every form that has a key in the tree of parents, by the number of its object."""
    found = {}
    for page in reader.pages:
        found[page.indirect_reference.idnum] = (page, drawn(reader, page.get_contents()))
        for reference in (page["/Resources"].get("/XObject") or {}).values():
            form = reference.get_object()
            if "/StructParents" in form:
                found[form.indirect_reference.idnum] = (form, drawn(reader, form))
    return found


def parents(reader: Any) -> dict[int, Any]:
    """The tree of parents: by key, the element or the elements of each mark."""
    numbers = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    return {int(key): numbers[n + 1] for n, key in list(enumerate(numbers))[::2]}
