"""From the bytes of a file to records: everything that is wrong is found at once, nothing is half read."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import jsonschema_rs

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Board, BoardMode, Card
from facilitator.domain.catalogue import ENTRIES, entry_named, is_of_workshop
from facilitator.domain.cycles import Workshop
from facilitator.domain.errors import FacilitatorError, InvalidInput
from facilitator.interchange.clock_times import is_clock, is_day
from facilitator.interchange.content import Content, items_of, name_all
from facilitator.interchange.form import FORMAT, VERSION
from facilitator.interchange.item import Item
from facilitator.interchange.json_text import parse
from facilitator.interchange.keys import is_uuid
from facilitator.interchange.problems import (
    MORE,
    MORE_WARNINGS,
    MOST_PROBLEMS,
    Problem,
    limited,
    located,
    pointer,
)
from facilitator.interchange.schema import schema, schema_of
from facilitator.interchange.schema_problems import problem_of
from facilitator.interchange.setting import Setting
from facilitator.interchange.shorthands import Draft, drafts_of
from facilitator.interchange.texts import read_text
from facilitator.interchange.unknown import unknown_keys
from facilitator.interchange.values import reading_converter, refusals

Progress = Callable[[int, int], None]
"""Told how many steps of how many are done."""


@cache
def _validator(key: str | None = None) -> jsonschema_rs.Draft202012Validator:
    """Return what checks one record by its key in the catalogue, or everything around the records."""
    if key is not None:
        return jsonschema_rs.Draft202012Validator(schema_of(key))
    whole = schema()
    lists = {entry.list_name for entry in ENTRIES}
    around = {
        name: {"type": each["type"]} if name in lists else each for name, each in whole["properties"].items()
    }
    return jsonschema_rs.Draft202012Validator({**whole, "properties": around})


def read(data: bytes, progress: Progress | None = None) -> Content:
    """Return what a file's bytes hold, with all problems found in it. It never raises on content."""
    content = Content()
    parsed = parse(data)
    content.problems += parsed.problems
    if not parsed.whole or not _is_ours(parsed.data, content):
        return content
    broken = _validated(parsed.data, content)
    lists = items_of(parsed.data)
    name_all(lists, content)
    language = parsed.data.get("language")
    told_all = not any(problem.place == "/language" or problem.key == MORE for problem in content.problems)
    if isinstance(language, str) and told_all:
        setting = Setting(language, {name: list(items.values()) for name, items in lists.items()})
        _read_note(parsed.data.get("note"), language, content)
        _read_records(_without(broken, lists, content), setting, content, progress)
    _keep_anonymous(content)
    content.problems = limited(_sorted(content.problems))
    content.warnings = limited(content.warnings, MORE_WARNINGS)
    return content


def _is_ours(data: Any, content: Content) -> bool:
    if not isinstance(data, dict):
        content.problems.append(Problem("", "file-no-object"))
    elif data.get("format") != FORMAT:
        content.problems.append(
            Problem(pointer("format") if "format" in data else "", "file-of-another-kind")
        )
    elif isinstance(data.get("version"), int) and data["version"] > VERSION:
        details = {"version": data["version"], "known": VERSION}
        content.problems.append(Problem(pointer("version"), "file-newer", details))
    else:
        return True
    return False


def _validated(data: dict[str, Any], content: Content) -> set[tuple[str, int]]:
    """Note what the schema refuses, and return which items of which lists it is in.

    Records are checked one by one, so that a million wrong ones cost no more than the first thousand.
    """
    broken: set[tuple[str, int]] = set()
    for problem in content.problems:
        _note_broken(problem.place.split("/")[1:], broken)
    told = {problem.place for problem in content.problems}
    for path, error in _errors(data):
        problem = problem_of(error, path)
        _note_broken([str(part) for part in (*path, *error.instance_path)], broken)
        if problem.place in told and problem.key != "field-missing":
            continue
        told.add(problem.place)
        content.problems.append(problem)
        if len(content.problems) >= MOST_PROBLEMS:
            content.problems.append(Problem("", MORE, {"limit": MOST_PROBLEMS}))
            break
    for key in data:
        if key not in schema()["properties"]:
            content.warnings.append(Problem(pointer(key), "key-unknown", {"name": key}))
    return broken


def _errors(data: dict[str, Any]) -> Iterator[tuple[tuple[str | int, ...], jsonschema_rs.ValidationError]]:
    """Yield what the schema refuses, with the path to the record it is in."""
    for error in _validator().iter_errors(data):
        yield (), error
    for entry in ENTRIES:
        items = data.get(entry.list_name)
        if not isinstance(items, list) or not items:
            continue
        validator = _validator(entry.key)
        for number, item in enumerate(items):
            if not validator.is_valid(item):
                for error in validator.iter_errors(item):
                    yield (entry.list_name, number), error


def _note_broken(path: list[str], broken: set[tuple[str, int]]) -> None:
    if len(path) > 1 and path[1].isdigit():
        broken.add((path[0], int(path[1])))


def _read_note(written: Any, language: str, content: Content) -> None:
    """Tell what the file says to whoever opens it: it is about the file, and no record would keep it."""
    if written is None or any(problem.place.split("/")[1:2] == ["note"] for problem in content.problems):
        return
    try:
        note = read_text(written, language)
    except InvalidInput as error:
        content.problems.append(Problem(pointer("note"), error.key, error.details))
    else:
        if note:
            content.warnings.append(Problem(pointer("note"), "note-told", {"note": note}))


def _without(
    broken: set[tuple[str, int]], lists: dict[str, dict[int, dict[str, Any]]], content: Content
) -> dict[str, dict[int, dict[str, Any]]]:
    """Return the items that the schema found nothing wrong with, and note the others as unread."""
    for name, number in sorted(broken):
        if number in lists.get(name, ()):
            place = pointer(name, number)
            content.unread.append(Item(entry_named(name).record, lists[name][number], place))
    return {
        name: {n: item for n, item in items.items() if (name, n) not in broken}
        for name, items in lists.items()
    }


def _read_records(
    lists: dict[str, dict[int, dict[str, Any]]],
    setting: Setting,
    content: Content,
    progress: Progress | None,
) -> None:
    quick = reading_converter(setting.language, content.keys)
    careful = reading_converter(setting.language, content.keys, detailed=True)
    total = sum(len(items) for items in lists.values())
    done = 0
    for name, items in lists.items():
        for number, item in items.items():
            for draft in drafts_of(name, item, number, setting):
                _read_one(draft, quick, careful, content)
            done += 1
            if progress is not None and done % 100 == 0:
                progress(done, total)
    if progress is not None:
        progress(total, total)


def _read_one(draft: Draft, quick: Any, careful: Any, content: Content) -> None:
    key = content.keys.of(draft.plain["id"])
    content.warnings.extend(unknown_keys(draft))
    content.named.setdefault(key, draft.kind)
    item = Item(draft.kind, draft.written, draft.place)
    if is_of_workshop(draft.kind) and draft.plain["workshop"] is None:
        content.unread.append(item)
        if not _is_told_elsewhere(draft, content):
            content.problems.append(Problem(draft.place, "workshop-unclear"))
        return
    try:
        record = quick.structure(draft.plain, draft.kind)
    except FacilitatorError:
        content.unread.append(item)
        content.problems.extend(_refused(draft, careful, content))
        return
    if content.places.setdefault(key, item) is item:
        content.records.append(record)


def _is_told_elsewhere(draft: Draft, content: Content) -> bool:
    """Whether a record's workshop is unclear only because of a reference that is itself a problem."""
    named = (draft.plain.get(name) for name in ("session", "board"))
    return any(
        isinstance(name, str) and (not is_uuid(name) or content.keys.of(name) in content.named)
        for name in named
    )


def _refused(draft: Draft, careful: Any, content: Content) -> Iterator[Problem]:
    try:
        careful.structure(draft.plain, draft.kind)
    except BaseExceptionGroup as group:
        for path, error in refusals(group):
            if draft.kind is Session and _lacks_its_day(path, draft.plain, content):
                continue
            yield Problem(located(draft.place, draft.written, path), error.key, error.details)
    except FacilitatorError as error:
        yield Problem(draft.place, error.key, error.details)


def _lacks_its_day(path: tuple[str | int, ...], session: dict[str, Any], content: Content) -> bool:
    """Whether only a session's date or workshop, a problem of its own, keeps a clock time from being read."""
    if path not in {("actual_start",), ("actual_end",)} or not is_clock(session[path[0]]):
        return False
    workshop = session["workshop"]
    is_known = is_uuid(workshop) or content.named.get(content.keys.of(workshop)) is Workshop
    return not is_day(session["date"]) or not is_known


def _keep_anonymous(content: Content) -> None:
    """Leave out who wrote the cards of an anonymous board: anonymous means not stored (domain.md 6.8)."""
    anonymous = {
        each.id for each in content.records if isinstance(each, Board) and each.mode is BoardMode.ANONYMOUS
    }
    for number, record in enumerate(content.records):
        if isinstance(record, Card) and record.author is not None and record.board in anonymous:
            content.records[number] = replace(record, author=None)
            place = content.places[record.id].place + pointer("author")
            content.warnings.append(Problem(place, "author-left-out"))


def _sorted(problems: list[Problem]) -> list[Problem]:
    """Return problems in the order of the file; a remark that there are more stays last."""
    lists = {entry.list_name: place for place, entry in enumerate(ENTRIES)}

    def place(problem: Problem) -> tuple[bool, int, list[tuple[bool, int, str]]]:
        parts = problem.place.split("/")[1:]
        order = lists.get(parts[0], -1) if parts else -1
        return (
            problem.key == MORE,
            order,
            [(not p.isdigit(), int(p) if p.isdigit() else 0, p) for p in parts[1:]],
        )

    return sorted(problems, key=place)
