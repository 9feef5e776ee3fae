"""A file may be anything: each defect ends in one clear line at its place, and nothing is stored."""

import json

import pytest

from facilitator.interchange import json_text
from facilitator.interchange.problems import MOST_PROBLEMS, Refused
from facilitator.interchange.reader import read
from facilitator.messages import sentence_of
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


def with_change(path, value):
    data = example()
    target = data
    for part in path[:-1]:
        target = target[part]
    target[path[-1]] = value
    return data


@pytest.mark.parametrize(
    ("path", "value", "place", "key"),
    [
        (("sessions", 0, "planned_minutes"), "30", "/sessions/0/planned_minutes", "must-be-whole-number"),
        (("sessions", 0, "planned_minutes"), 30.5, "/sessions/0/planned_minutes", "must-be-whole-number"),
        (("sessions", 0, "planned_minutes"), -5, "/sessions/0", "minutes-out-of-range"),
        (("sessions", 0, "date"), "6/2/2014", "/sessions/0/date", "must-be-date"),
        (("sessions", 0, "date"), "2014-02-30", "/sessions/0/date", "date-unknown"),
        (("sessions", 0, "planned_start"), "25:00", "/sessions/0/planned_start", "time-unknown"),
        (("sessions", 0, "actual_start"), "9h", "/sessions/0/actual_start", "must-be-time-or-instant"),
        (("sessions", 0, "actual_start"), "29:00", "/sessions/0/actual_start", "instant-unknown"),
        (("sessions", 0, "actual_end"), "07:00", "/sessions/0", "dates-in-reverse"),
        (("sessions", 0, "title"), None, "/sessions/0/title", "must-be-text-or-languages"),
        (("sessions", 0, "title"), {}, "/sessions/0/title", "text-without-language"),
        (("sessions", 0, "title"), " ", "/sessions/0", "session-title-empty"),
        (("sessions", 0, "title"), {"Español": "x"}, "/sessions/0/title", "language-unknown"),
        (("sessions", 0, "title"), "x" * 20_001, "/sessions/0/title", "text-too-long"),
        (("sessions", 0, "locked"), "true", "/sessions/0/locked", "must-be-true-or-false"),
        (("sessions", 0, "materials"), "tarjetas", "/sessions/0/materials", "must-be-list"),
        (("sessions", 0, "materials"), [5], "/sessions/0/materials/0", "must-be-text-or-languages"),
        (("sessions", 0, "type"), "party", "/sessions/0/type", "value-unknown"),
        (("sessions", 0), [], "/sessions/0", "must-be-object"),
        (("sessions",), {}, "/sessions", "must-be-list"),
        (("cards", 0, "votes"), "6", "/cards/0/votes", "must-be-whole-number"),
        (("cards", 0, "votes"), -1, "/cards/0/votes", "dots-out-of-range"),
        (("cards", 0, "id"), "", "/cards/0/id", "id-empty"),
        (("cards", 0, "id"), 7, "/cards/0/id", "must-be-text"),
        (("cards", 1, "id"), "c-01", "/cards/1/id", "id-twice"),
        (("people", 0, "id"), "org-a", "/people/0/id", "id-twice"),
        (("people", 0, "full_name"), 5, "/people/0/full_name", "must-be-text"),
        (("people", 0, "consents"), {"everything": True}, "/people/0/consents/everything", "name-unknown"),
        (("workshops", 1, "end"), "2014-02-01", "/workshops/1", "dates-in-reverse"),
        (("workshops", 1, "time_zone"), "Managua", "/workshops/1/time_zone", "time-zone-unknown"),
        (("workshops", 2, "actual", "end"), "2014-08-01", "/workshops/2/actual", "dates-in-reverse"),
        (("work_plan", 0, "due"), "2014-02", "/work_plan/0", "dates-in-reverse"),
        (("work_plan", 0, "due"), "2014-13", "/work_plan/0/due", "date-unknown"),
        (("work_plan", 0, "due"), "marzo", "/work_plan/0/due", "must-be-month-or-date"),
        (("work_plan", 0, "budget"), "4800", "/work_plan/0/budget", "must-be-amount"),
        (("work_plan", 0, "budget"), -1, "/work_plan/0", "amount-out-of-range"),
        (("work_plan", 0, "currency"), "dollars", "/work_plan/0/budget", "currency-unknown"),
        (("work_plan", 0, "currency"), None, "/work_plan/0/budget", "currency-unknown"),
        (
            ("work_plan", 0, "contributions"),
            {"org-a": "3"},
            "/work_plan/0/contributions/org-a",
            "must-be-amount",
        ),
        (
            ("work_plan", 0, "contributions", "org-a"),
            301,
            "/work_plan/0/contributions",
            "contributions-exceed-budget",
        ),
        (("boards", 0, "voting", "voters"), 11, "/boards/0/voting", "votes-exceed-board"),
        (("boards", 0, "voting", "dots_per_person"), 0, "/boards/0/voting", "dots-out-of-range"),
        (("cards", 2, "votes"), 25, "/cards/2/votes", "votes-exceed-card"),
        (
            ("principle_assessments", 0, "scores", "seller", "inclusive_innovation"),
            9,
            "/principle_assessments/0",
            "score-out-of-range",
        ),
        (
            ("principle_assessments", 0, "scores", "moon"),
            {},
            "/principle_assessments/0/scores/moon",
            "name-unknown",
        ),
        (
            ("reflections", 0, "first_loop", "cause"),
            {},
            "/reflections/0/first_loop/cause",
            "text-without-language",
        ),
        (
            ("reflections", 0, "second_loop", "effects", 0, "on"),
            "moon",
            "/reflections/0/second_loop/effects/0/on",
            "value-unknown",
        ),
        (
            ("reflections", 0, "second_loop", "evidence_for", 0),
            {},
            "/reflections/0/second_loop/evidence_for/0",
            "evidence-empty",
        ),
        (("indicators", 0, "baseline", "value"), "40", "/indicators/0/baseline/value", "must-be-number"),
        (("indicators", 0, "target", "date"), "2013-01-01", "/indicators/0", "dates-in-reverse"),
        (("evaluations", 0, "responses", 0, "ratings", "q1"), 6, "/evaluations/0", "score-out-of-range"),
        (("evaluations", 0, "open_answers", 0, "question"), "q99", "/evaluations/0", "question-unknown"),
        (("minutes", 0, "comments_until"), "2014-01-01", "/minutes/0", "dates-in-reverse"),
        (("clusters", 0, "board"), None, "/clusters/0/board", "must-be-text"),
    ],
)
def test_a_wrong_value_is_refused_at_its_place_with_a_sentence(path, value, place, key):
    content = read_all(with_change(path, value))

    assert (place, key) in found(content)
    assert all(sentence_of(each.key, each.details) for each in content.problems)


@pytest.mark.parametrize(
    ("path", "value", "place", "key"),
    [
        (("cards", 0, "board"), "b-9", "/cards/0/board", "reference-missing"),
        (("cards", 0, "board"), "cl-1", "/cards/0/board", "reference-elsewhere"),
        (("cards", 0, "entered_by"), "nobody", "/cards/0/entered_by", "reference-missing"),
        (
            ("cards", 0, "cluster"),
            "01890000-0000-7000-8000-000000000000",
            "/cards/0/cluster",
            "reference-missing",
        ),
        (("people", 0, "organisation"), "org-z", "/people/0/organisation", "reference-missing"),
        (("work_plan", 0, "support", 1), "org-z", "/work_plan/0/support/1", "reference-missing"),
        (
            ("work_plan", 0, "contributions"),
            {"org-z": 5},
            "/work_plan/0/contributions/org-z",
            "reference-missing",
        ),
        (("parking_lot", 0, "linked"), "wp-99", "/parking_lot/0/linked", "reference-missing"),
        (
            ("prototypes", 0, "hypotheses", 1, "indicator"),
            "ind-9",
            "/prototypes/0/hypotheses/1/indicator",
            "reference-missing",
        ),
        (
            ("theories_of_change", 0, "assumptions", 0, "revised_by"),
            "dl-9",
            "/theories_of_change/0/assumptions/0/revised_by",
            "reference-missing",
        ),
        (
            ("theories_of_change", 0, "links", 0, "to"),
            "el-9",
            "/theories_of_change/0/links/0/to",
            "reference-missing",
        ),
        (
            ("reflections", 0, "second_loop", "effects", 0, "ref"),
            "as-9",
            "/reflections/0/second_loop/effects/0/ref",
            "reference-missing",
        ),
        (
            ("minutes", 0, "signatories", 0, "person"),
            "p-99",
            "/minutes/0/signatories/0/person",
            "reference-missing",
        ),
        (
            ("minutes", 0, "distribution", 0, "to"),
            "org-z",
            "/minutes/0/distribution/0/to",
            "reference-missing",
        ),
    ],
)
def test_a_reference_to_nothing_is_refused_where_it_was_written(path, value, place, key):
    content = read_all(with_change(path, value))

    assert found(content) == [(place, key)]


def test_clusters_inside_each_other_are_a_circle():
    clusters = [
        {"id": "a", "board": "b", "title": "A", "inside": "c"},
        {"id": "c", "board": "b", "title": "C", "inside": "a"},
        {"id": "d", "board": "b", "title": "D", "inside": "a"},
        {"id": "e", "board": "b", "title": "E", "inside": "e"},
    ]

    content = read_all(smallest(clusters=clusters))

    assert found(content) == [
        ("/clusters/0/inside", "reference-circle"),
        ("/clusters/3/inside", "reference-circle"),
    ]
    assert content.problems[0].details == {"ids": "a → c → a"}


def test_merged_cards_assumptions_hypotheses_and_carried_items_have_no_circles():
    data = smallest(
        cards=[
            {"id": "c1", "board": "b", "text": "1", "merged_into": "c2"},
            {"id": "c2", "board": "b", "text": "2", "merged_into": "c1"},
        ],
        assumptions=[
            {"id": "a1", "text": "1", "previous": "a2"},
            {"id": "a2", "text": "2", "previous": "a1"},
        ],
        cases=[{"id": "k", "chain": "Miel"}],
        prototypes=[{"id": "p", "case": "k", "hypotheses": [{"id": "h", "if": "x", "carried_from": "h"}]}],
        work_plan=[{"id": "w1", "activity": "x", "origin": {"kind": "carried_over", "ref": "w1"}}],
    )

    content = read_all(data)

    assert [key for _, key in found(content)] == ["reference-circle"] * 4
    assert [place for place, _ in found(content)] == [
        "/cards/0/merged_into",
        "/assumptions/0/previous",
        "/prototypes/0/hypotheses/0/carried_from",
        "/work_plan/0/origin",
    ]


def test_a_chain_of_thousands_of_merged_cards_is_followed_to_its_end():
    cards = [{"id": "c0", "board": "b", "text": "0"}]
    cards += [
        {"id": f"c{n}", "board": "b", "text": str(n), "merged_into": f"c{n - 1}"} for n in range(1, 3_000)
    ]

    content = read_all(smallest(cards=list(reversed(cards))))

    assert content.problems == []


def test_votes_are_for_cards_of_their_own_board():
    boards = [{"id": "b", "session": "s", "question": "¿?"}, {"id": "b2", "session": "s", "question": "¿Y?"}]
    cards = [{"id": "c", "board": "b2", "text": "Miel"}]

    content = read_all(smallest(boards=boards, cards=cards, votes=[{"board": "b", "on": "c", "dots": 1}]))

    assert found(content) == [("/votes/0/on", "vote-elsewhere")]


def test_one_voter_has_only_so_many_dots():
    boards = [{"id": "b", "session": "s", "question": "¿?", "voting": {"dots_per_person": 2, "voters": 9}}]
    cards = [{"id": "c1", "board": "b", "text": "1"}, {"id": "c2", "board": "b", "text": "2"}]
    votes = [{"board": "b", "on": card, "dots": 2, "voter": "p"} for card in ("c1", "c2")]

    content = read_all(
        smallest(boards=boards, cards=cards, votes=votes, people=[{"id": "p", "full_name": "Ana"}])
    )

    assert found(content) == [("/votes/1", "votes-exceed-voter")]


def test_contributions_are_in_the_budgets_currency():
    item = {
        "id": "1",
        "activity": "x",
        "budget": 10,
        "currency": "USD",
        "contributions": {"o": {"amount": 1, "currency": "NIO"}},
    }

    content = read_all(smallest(organisations=[{"id": "o", "name": "O"}], work_plan=[item]))

    assert found(content) == [("/work_plan/0/contributions/o", "currencies-differ")]


def test_a_session_outside_its_workshop_is_worth_a_warning():
    sessions = [{"id": "s", "workshop": "w", "date": "2015-02-06", "planned_minutes": 30, "title": "Uno"}]

    content = read_all(smallest(sessions=sessions))

    assert content.problems == []
    assert warned(content) == [("/sessions/0/date", "session-outside-workshop")]


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
