"""What PySide takes for adoption is asked of no widget: it would end as a child of another one in its books.

It believes that what these methods return belongs to the widget that was asked, and that goes with it. A page
that is the child of its own button is a ring that nobody holds, and Python's collector takes it apart.
"""

import ast

from tests.architecture.tree import named, sources

ADOPTING = frozenset({"nextInFocusChain", "previousInFocusChain", "focusProxy", "buddy", "cornerWidget"})


def test_no_method_is_called_that_pyside_takes_for_adoption():
    found = [
        f"{named(path)}:{call.lineno}"
        for path in sources("ui")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "attr", "") in ADOPTING
    ]

    assert found == []
