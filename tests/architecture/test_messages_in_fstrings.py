"""A sentence inside an f-string is seen by the translators' tools on some Pythons only."""

import ast

from tests.architecture.tree import sources


def test_no_sentence_is_asked_for_inside_an_f_string():
    found = [
        f"{path}:{call.lineno}"
        for path in sources("facilitator", "ui", "exports")
        for joined in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(joined, ast.JoinedStr)
        for call in ast.walk(joined)
        if isinstance(call, ast.Call) and asks_for_a_sentence(call)
    ]

    assert found == []


def asks_for_a_sentence(call):
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    has_words = bool(call.args) and isinstance(call.args[0], ast.Constant)
    return name in {"_", "gettext", "ngettext", "pgettext"} and has_words
