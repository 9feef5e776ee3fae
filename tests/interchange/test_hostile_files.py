"""A file may be anything: each defect ends in one clear line at its place, and nothing is stored."""

import json

import pytest

from facilitator.interchange import json_text
from facilitator.interchange.problems import MOST_PROBLEMS, Refused
from facilitator.interchange.reader import read
from facilitator.services.exchange import read_files
from facilitator.services.import_plan import plan_import
from tests.interchange.files import as_bytes, example, found, read_all, smallest, warned, written


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "file-empty"),
        (b" \n ", "file-empty"),
        (b"{", "json-broken"),
        (b'{"format": facilitator}', "json-broken"),
        (b'{"a": 1,}', "json-broken"),
        (b"\x89PNG\r\n\x1a\n", "encoding-wrong"),
        ("{}".encode("utf-16"), "encoding-wrong"),
        ("{}".encode("utf-16-le"), "encoding-wrong"),
        ("{}".encode("utf-32-be"), "encoding-wrong"),
        ('{"format": "señal"}'.encode("latin-1"), "encoding-wrong"),
        (b"[]", "file-no-object"),
        (b"5", "file-no-object"),
        (b"null", "file-no-object"),
        (b"{}", "file-of-another-kind"),
        (b'{"format": "excel", "version": 1}', "file-of-another-kind"),
        (b'{"format": "facilitator", "version": 2, "language": "es"}', "file-newer"),
        (b'{"format": "facilitator", "version": 0, "language": "es"}', "version-unknown"),
        (b'{"format": "facilitator", "version": "1", "language": "es"}', "version-unknown"),
        (b'{"format": "facilitator", "version": 1}', "field-missing"),
        (b'{"format": "facilitator", "version": 1, "language": "Spanish"}', "must-be-language"),
        (b"[" * 100_000, "file-too-deep"),
        (b'{"a":' * 100_000, "file-too-deep"),
        (b"[" * 65 + b"]" * 65, "file-too-deep"),
        (b'{"a": [' + b"[" * 100_000 + b"]" * 100_000 + b"]}", "file-too-deep"),
    ],
)
def test_what_is_no_workshop_file_is_refused_in_one_sentence(data, key):
    content = read(data)

    assert [problem.key for problem in content.problems] == [key]
    assert content.records == []


def test_a_byte_order_mark_is_no_defect():
    content = read(b"\xef\xbb\xbf" + as_bytes(smallest()))

    assert content.problems == []


def test_broken_json_says_line_and_column():
    content = read(b'{\n "format": "facilitator",\n "version" 1\n}')

    assert content.problems[0].details == {"line": 3, "column": 12}


@pytest.mark.parametrize(
    ("old", "new", "place", "key"),
    [
        (
            '"planned_minutes": 30',
            '"planned_minutes": NaN',
            "/sessions/0/planned_minutes",
            "number-impossible",
        ),
        (
            '"planned_minutes": 30',
            '"planned_minutes": -Infinity',
            "/sessions/0/planned_minutes",
            "number-impossible",
        ),
        (
            '"planned_minutes": 30',
            '"planned_minutes": 1e999',
            "/sessions/0/planned_minutes",
            "number-too-long",
        ),
        (
            '"planned_minutes": 30',
            '"planned_minutes": 3e999999999999',
            "/sessions/0/planned_minutes",
            "number-too-long",
        ),
        (
            '"planned_minutes": 30',
            f'"planned_minutes": 30.{"0" * 40}1',
            "/sessions/0/planned_minutes",
            "number-too-long",
        ),
        (
            '"planned_minutes": 30',
            f'"planned_minutes": {"9" * 6000}',
            "/sessions/0/planned_minutes",
            "number-too-long",
        ),
        ('"planned_minutes": 30', '"planned_minutes": 30, "planned_minutes": 60', "/sessions/0", "key-twice"),
        ('"title": "Taller"', '"title": "Taller \\ud800"', "/workshops/0/title", "text-broken"),
        ('"title": "Taller"', '"title": "Taller\\u0000"', "/workshops/0/title", "text-broken"),
        ('"title": "Taller"', '"title": "Taller", "\\udc00": 1', "/workshops/0", "text-broken"),
    ],
)
def test_what_json_should_not_say_is_refused_at_its_place(old, new, place, key):
    text = json.dumps(smallest(), ensure_ascii=False)
    assert old in text

    content = read(text.replace(old, new).encode())

    assert (place, key) in found(content)


def test_a_file_larger_than_the_limit_is_refused_by_its_size(tmp_path, workspace, monkeypatch):
    monkeypatch.setattr(json_text, "MOST_BYTES", 1_000_000)
    path = tmp_path / "large.json"
    with path.open("wb") as stream:
        stream.truncate(1_000_001)

    with pytest.raises(Refused) as refused:
        workspace.exchange.import_files([path])

    assert [problem.key for problem in refused.value.problems] == ["file-too-large"]


def test_two_hundred_megabytes_are_refused_without_being_read(tmp_path, workspace):
    path = tmp_path / "huge.json"
    with path.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)

    with pytest.raises(Refused) as refused:
        workspace.exchange.import_files([path])

    assert [problem.key for problem in refused.value.problems] == ["file-too-large"]


def test_a_million_small_values_are_refused_before_they_fill_the_memory(monkeypatch):
    monkeypatch.setattr(json_text, "MOST_VALUES", 1_000)

    content = read(b"[" + b"0," * 2_000 + b"0]")

    assert [problem.key for problem in content.problems] == ["file-too-many-values"]


def test_a_record_with_a_hundred_thousand_values_is_refused_at_its_place():
    materials = ["x"] * 100_001
    sessions = [{"id": "s", "workshop": "w", "date": "2014-02-06", "planned_minutes": 1, "title": "U"}]

    content = read(as_bytes(smallest(sessions=[{**sessions[0], "materials": materials}])))

    assert found(content) == [("/sessions/0", "record-too-large")]


def test_a_missing_file_and_a_folder_are_named_together(tmp_path, workspace):
    with pytest.raises(Refused) as refused:
        workspace.exchange.import_files([tmp_path / "nothing.json", tmp_path])

    problems = refused.value.problems
    assert [problem.key for problem in problems] == ["file-missing", "file-is-folder"]
    assert [problem.file for problem in problems] == [str(tmp_path / "nothing.json"), str(tmp_path)]


def test_everything_that_is_wrong_is_told_at_once():
    data = example()
    data["cards"][0]["kind"] = "poem"
    data["cards"][1]["board"] = "nowhere"
    data["sessions"][0]["planned_minutes"] = "30"
    data["people"][3]["organisation"] = "org-z"
    data["work_plan"][0]["contributions"]["org-a"] = 9_999
    data["agreements"][0]["text"] = ""
    del data["boards"][1]["question"]

    content = read_all(data)

    assert {place for place, _ in found(content)} == {
        "/cards/0/kind",
        "/cards/1/board",
        "/sessions/0/planned_minutes",
        "/people/3/organisation",
        "/work_plan/0/contributions",
        "/agreements/0",
        "/boards/1",
    }


def test_a_record_that_cannot_be_read_does_not_make_references_to_it_wrong():
    data = example()
    data["boards"][0]["question"] = 5

    content = read_all(data)

    assert found(content) == [("/boards/0/question", "must-be-text-or-languages")]


def test_ten_thousand_problems_are_not_all_told():
    data = smallest(cards=[{"board": "b", "text": 5} for _ in range(10_000)])

    content = read_all(data)

    assert len(content.problems) <= MOST_PROBLEMS + 1
    assert content.problems[-1].key == "more-problems"


@pytest.mark.parametrize(
    ("card", "key"),
    [
        ({"board": "nowhere", "text": "x"}, "reference-missing"),
        ({"id": "same", "board": "b", "text": "x"}, "id-twice"),
    ],
)
def test_what_is_wrong_again_and_again_is_told_a_thousand_times(tmp_path, card, key):
    files = read_files([written(tmp_path, smallest(cards=[card] * 3_000))])

    with pytest.raises(Refused) as refused:
        plan_import(files, None)

    told = [problem.key for problem in refused.value.problems]
    assert told == [key] * MOST_PROBLEMS + ["more-problems"]


def test_a_thousand_warnings_are_enough(tmp_path):
    cards = [{"board": "b", "text": "x", "mood": "good"}] * 3_000

    warnings = plan_import(read_files([written(tmp_path, smallest(cards=cards))]), None).warnings

    assert [each.key for each in warnings] == ["key-unknown"] * MOST_PROBLEMS + ["more-warnings"]


def test_a_key_that_nobody_typed_is_cut_where_it_is_named():
    content = read_all(smallest(**{"k" * 1_000_000: 1}))

    assert [len(each.place) for each in content.warnings] == [len("/") + 200 + len("…")]


def test_a_string_as_long_as_a_book_is_refused_but_in_a_photo():
    book = "x" * 100_001
    people = [{"id": "p", "full_name": book}]
    photos = [{"id": "f", "file_name": "a.jpg", "media_type": "image/jpeg"}]
    pictures = [{"photo": "f", "content": "QUJD" * 30_000}]

    content = read_all(smallest(people=people, photos=photos, photo_contents=pictures))

    assert found(content) == [("/people/0/full_name", "string-too-long")]


def test_a_pointer_escapes_what_stands_in_a_key():
    data = smallest()
    data["workshops"][0]["a/b~c"] = 1

    content = read_all(data)

    assert warned(content) == [("/workshops/0/a~1b~0c", "key-unknown")]


def test_nothing_is_stored_of_a_refused_file_nor_of_the_good_one_beside_it(workspace, tmp_path):
    good = written(tmp_path, smallest(), "good.json")
    bad = written(tmp_path, smallest(cards=[{"board": "nowhere", "text": "x"}]), "bad.json")

    with pytest.raises(Refused) as refused:
        workspace.exchange.import_files([good, bad])

    assert [(each.file, each.place) for each in refused.value.problems] == [(str(bad), "/cards/0/board")]
    assert len(workspace.records(None)) == 0
    assert workspace.operations.undo_state.undo is None
