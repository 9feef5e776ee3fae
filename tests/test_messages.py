"""Whatever goes wrong has one clear sentence, and every operation and record has a name."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from facilitator import i18n
from facilitator.domain.catalogue import ENTRIES
from facilitator.domain.errors import InvalidInput
from facilitator.messages import SENTENCES, label_of, one_line, record_name, sentence
from facilitator.messages.labels import LABELS, RECORD_NAMES

ROOT = Path(__file__).parent.parent
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
RAISERS = {
    "FacilitatorError", "InvalidInput", "NotFound", "Ambiguous", "Conflict", "CannotOpen", "CannotWrite", "Problem", "_Marked"
}  # fmt: skip
TABLES = (
    "facilitator/persistence/failures.py",
    "exports/files.py",
    "facilitator/interchange/schema_problems.py",
)


def modules():
    for package in ("facilitator", "exports", "ui"):
        for path in (ROOT / package).rglob("*.py"):
            if "messages" not in path.parts:
                yield path, ast.parse(path.read_text(encoding="utf-8"))


def name_of(call):
    return getattr(call.func, "id", getattr(call.func, "attr", ""))


def keys_in(call):
    """Return the keys that a call of an error or of a `require_` function may raise."""
    for argument in call.args:
        for node in ast.walk(argument):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value):
                yield node.value


def raised():
    """Return every key that the source can raise, with the facts it gives where they can be seen."""
    found = []
    for path, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (
                name_of(node) in RAISERS or name_of(node).startswith("require_")
            ):
                facts = {keyword.arg for keyword in node.keywords}
                found += [
                    (key, facts, node, f"{path.relative_to(ROOT)}:{node.lineno}") for key in keys_in(node)
                ]
    return found


def in_tables():
    """Return the keys that stand in tables of driver errors, system errors and schema errors."""
    for name in TABLES:
        tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            values = list(getattr(node, "elts", [])) + list(getattr(node, "values", []))
            values += [node.value] if isinstance(node, ast.Return) else []
            for value in values:
                for each in ast.walk(value) if isinstance(value, ast.IfExp | ast.Constant) else ():
                    if (
                        isinstance(each, ast.Constant)
                        and isinstance(each.value, str)
                        and KEY.fullmatch(each.value)
                    ):
                        yield each.value


def test_every_error_that_can_be_raised_has_a_sentence():
    keys = {key for key, *_ in raised()} | set(in_tables())

    assert len(keys) > 100
    assert keys - set(SENTENCES) == set()


def test_no_sentence_waits_for_an_error_that_nobody_raises():
    said = {
        node.value
        for _, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }

    assert set(SENTENCES) - said == set()


def test_a_sentence_asks_for_no_fact_that_its_error_does_not_give():
    missing = []
    for key, named, call, place in raised():
        asked = {field for _, field, _, _ in Formatter().parse(SENTENCES.get(key, "")) if field}
        facts = {"value", "low", "high"} if name_of(call).startswith("require_range") else named
        plain = name_of(call) not in {"Problem"} and None not in facts
        if plain and asked - facts:
            missing.append((key, asked - facts, place))
    assert missing == []


def labels():
    for path, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and name_of(node) in {"perform", "_edit_cards"} and node.args:
                first = node.args[0]
                for each in (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,):
                    if isinstance(each, ast.Constant):
                        yield each.value, f"{path.relative_to(ROOT)}:{node.lineno}"


def test_every_operation_has_a_name_in_the_menu():
    assert [(label, place) for label, place in labels() if label not in LABELS] == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.key)
def test_every_kind_of_record_has_a_name_and_can_be_added_edited_and_deleted_by_name(entry):
    assert record_name(entry.key)
    for verb in ("add", "edit", "delete"):
        assert f"{verb}-{entry.key}" in LABELS


def test_no_name_is_kept_for_a_record_that_does_not_exist():
    assert set(RECORD_NAMES) == {entry.key for entry in ENTRIES}


def test_a_sentence_holds_the_facts_of_its_error():
    said = sentence(InvalidInput("text-too-long", limit=20_000, length=20_001))

    assert "20001" in said
    assert "20000" in said


def test_a_sentence_is_one_line_whatever_a_fact_contains():
    said = sentence(InvalidInput("currency-unknown", currency="\x1b[31mU\nS\u202eD"))

    assert "\n" not in said
    assert "\x1b" not in said
    assert one_line("a\tb") == "a b"


def test_a_very_long_fact_is_cut():
    assert len(sentence(InvalidInput("currency-unknown", currency="x" * 1_000_000))) < 2_000


def test_an_operation_without_a_name_is_a_change():
    assert label_of("add-card") != label_of("something-else") == i18n._("Change")
