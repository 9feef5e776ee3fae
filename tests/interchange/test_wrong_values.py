"""A wrong value and a reference to nothing are refused where they were written, with a sentence."""

import pytest

from facilitator.messages import sentence_of
from tests.interchange.files import example, found, read_all, smallest


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


def test_money_is_a_number_only_where_a_currency_stands_beside_it():
    data = smallest(
        organisations=[{"id": "o", "name": "Coop"}],
        work_plan=[{"id": "i", "activity": "Visitar", "budget": 4800, "currency": "USD"}],
        contributions=[
            {"work_item": "i", "organisation": "o", "amount": 300},
            {"work_item": "i", "organisation": "o", "amount": {"amount": 1, "currency": "USD"}, "spent": 5},
        ],
    )

    content = read_all(data)

    assert found(content) == [
        ("/contributions/0/amount", "must-be-object"),
        ("/contributions/1/spent", "must-be-object"),
    ]


@pytest.mark.parametrize("wrong", [{"es": {"es": "x"}}, {"es": 5}, {"original": [], "es": "x"}, {"es": []}])
def test_evidence_in_languages_holds_texts(wrong):
    data = smallest(
        reflections=[{"action": "x", "evidence": ["b"], "second_loop": {"evidence_for": ["text", wrong]}}]
    )

    content = read_all(data)

    assert found(content) == [
        ("/reflections/0/second_loop/evidence_for/1", "must-be-text-or-languages"),
    ]
