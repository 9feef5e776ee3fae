"""One mistake neither hides another in the same record, nor makes the records around it look wrong."""

import pytest

from tests.interchange.files import example, found, fresh, read_all, smallest


def test_a_wrong_value_does_not_hide_a_wrong_reference_in_the_same_record():
    data = smallest(
        people=[{"id": "p", "full_name": "Ana", "sex": "?", "organisation": "nobody"}],
        cards=[{"id": "c", "board": "nowhere", "text": " "}],
    )

    content = read_all(data)

    assert found(content) == [
        ("/people/0/sex", "value-unknown"),
        ("/cards/0", "card-empty"),
        ("/people/0/organisation", "reference-missing"),
        ("/cards/0/board", "reference-missing"),
    ]


def test_a_wrong_value_does_not_hide_wrong_references_deep_inside():
    data = smallest(
        cases=[{"id": "k", "chain": "Miel"}],
        prototypes=[
            {
                "id": "p",
                "case": "k",
                "stage": 7,
                "hypotheses": [{"if": "x", "indicator": "none-1"}, {"if": "y", "indicator": "w"}],
            }
        ],
        work_plan=[
            {
                "id": "i",
                "activity": 5,
                "support": ["none-2", "none-3"],
                "contributions": {"none-4": 3},
                "currency": "USD",
            }
        ],
        reflections=[{"action": "x", "group_size": "3", "second_loop": {"owner": "none-5"}}],
        minutes=[{"kind": "poem", "workshop": "w", "distribution": [{"to": "public"}, {"to": "none-6"}]}],
    )

    content = read_all(data)

    references = [each for each in found(content) if each[1].startswith("reference")]
    assert sorted(references) == [
        ("/minutes/0/distribution/1/to", "reference-missing"),
        ("/prototypes/0/hypotheses/0/indicator", "reference-missing"),
        ("/prototypes/0/hypotheses/1/indicator", "reference-elsewhere"),
        ("/reflections/0/second_loop/owner", "reference-missing"),
        ("/work_plan/0/contributions/none-4", "reference-missing"),
        ("/work_plan/0/support/0", "reference-missing"),
        ("/work_plan/0/support/1", "reference-missing"),
    ]


def test_one_wrong_field_of_the_workshop_leaves_its_records_alone():
    data = example()
    data["workshops"][1]["number"] = "2"

    content = read_all(data)

    assert found(content) == [("/workshops/1/number", "must-be-whole-number")]


def test_one_wrong_field_of_a_session_leaves_its_boards_and_cards_alone():
    data = example()
    session = next(each for each in data["sessions"] if each["id"] == data["boards"][0]["session"])
    session["planned_minutes"] = "90"

    content = read_all(data)

    assert [key for _, key in found(content)] == ["must-be-whole-number"]


def test_clock_times_are_not_blamed_for_a_workshop_or_a_date_that_is_wrong():
    session = {"id": "s", "workshop": "w", "date": "2014-02-06", "planned_minutes": 30, "title": "Sesión"}
    times = {"actual_start": "10:10", "actual_end": "10:30"}
    data = smallest(
        sessions=[
            {**session, **times, "workshop": "nowhere"},
            {**session, **times, "id": "s2", "date": "2014-02-30"},
            {**session, **times, "id": "s3", "actual_end": "24:30"},
        ],
    )

    content = read_all(data)

    assert found(content) == [
        ("/sessions/1/date", "date-unknown"),
        ("/sessions/2/actual_end", "instant-unknown"),
        ("/sessions/0/workshop", "reference-missing"),
    ]


def test_what_hangs_on_a_missing_session_is_told_of_that_session_only():
    data = example()
    data["boards"][0]["session"] = "s-gone"

    content = read_all(data)

    assert found(content) == [("/boards/0/session", "reference-missing")]


def test_a_record_whose_session_is_not_in_the_file_must_say_its_workshop():
    data = example()
    data["agreements"][0]["session"] = str(fresh())
    del data["workshops"], data["sessions"]

    content = read_all(data)

    assert ("/agreements/0", "workshop-unclear") in found(content)


@pytest.mark.parametrize(("date", "zone"), [("0001-01-01", "Asia/Tokyo"), ("9999-12-31", "America/Managua")])
def test_a_clock_time_at_the_end_of_the_calendar_is_refused_not_a_crash(date, zone):
    data = smallest()
    data["workshops"][0] |= {"time_zone": zone, "start": date, "end": date}
    data["sessions"][0] |= {"date": date, "actual_start": "00:10", "actual_end": "23:50"}

    content = read_all(data)

    assert {key for _, key in found(content)} == {"instant-unknown"}


def test_a_workshop_or_cycle_that_is_missing_is_told_once_where_it_is_named():
    data = example()
    data["workshops"][1]["cycle"] = "cycle-gone"
    for session in data["sessions"]:
        del session["actual_start"], session["actual_end"]
    data["sessions"][0]["workshop"] = "ws-gone"

    content = read_all(data)

    assert found(content) == [
        ("/workshops/1/cycle", "reference-missing"),
        ("/sessions/0/workshop", "reference-missing"),
    ]
