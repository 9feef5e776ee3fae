"""The short ways of writing that a file may use stand for plain records."""

import datetime as dt
from decimal import Decimal

import pytest

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Card, Vote
from facilitator.domain.cases import BusinessPrinciple, Perspective, PrincipleAssessment
from facilitator.domain.change_theory import Assumption, Measurement, TheoryOfChange
from facilitator.domain.cycles import Workshop
from facilitator.domain.documents import MinutesDocument
from facilitator.domain.evaluation import Evaluation
from facilitator.domain.notes import Agreement, ParkingItem
from facilitator.domain.people import Attendance, Consent, ConsentKind, Person
from facilitator.domain.plans import Contribution, WorkItem
from facilitator.domain.prototypes import Hypothesis, PrototypeIteration
from facilitator.domain.reflections import Reflection, ThirdLoop
from facilitator.domain.values import Money, Text, Translation
from tests.interchange.files import one, read_all, smallest, warned


def content_of(**lists):
    content = read_all(smallest(**lists))
    assert content.problems == []
    return content


def test_a_string_is_a_text_in_the_files_language():
    content = content_of(agreements=[{"text": "Seguir"}])

    assert one(content, Agreement).text == Text("Seguir", "es")


def test_the_text_in_the_files_language_is_the_original_wherever_it_stands():
    content = content_of(agreements=[{"text": {"en": "Go on", "es": "Seguir"}}])

    assert one(content, Agreement).text == Text("Seguir", "es", (Translation("en", "Go on"),))


def test_without_the_files_language_the_first_text_is_the_original():
    content = content_of(agreements=[{"text": {"fr": "Continuer", "en": "Go on"}}])

    assert one(content, Agreement).text == Text("Continuer", "fr", (Translation("en", "Go on"),))


def test_the_original_can_be_named():
    content = content_of(agreements=[{"text": {"original": "en", "en": "Go on", "es": "Seguir"}}])

    assert one(content, Agreement).text == Text("Go on", "en", (Translation("es", "Seguir"),))


def test_an_original_without_words_is_refused_at_the_text():
    content = read_all(smallest(agreements=[{"text": {"original": "fr", "es": "Seguir"}}]))

    assert [(each.place, each.key) for each in content.problems] == [
        ("/agreements/0/text", "original-missing")
    ]


def test_the_consents_of_a_person_are_records_of_their_own():
    content = content_of(
        people=[{"id": "p", "full_name": "Ana", "consents": {"photo": True, "name_in_minutes": False}}]
    )

    consents = {each.kind: each.given for each in content.records if isinstance(each, Consent)}
    assert consents == {ConsentKind.PHOTO: True, ConsentKind.NAME_IN_MINUTES: False}
    assert {each.person for each in content.records if isinstance(each, Consent)} == {one(content, Person).id}


def test_a_card_says_its_language_its_translation_its_votes_and_who_typed_it():
    card = {
        "id": "c",
        "board": "b",
        "lang": "es",
        "text": "Miel",
        "translation": "Honey",
        "votes": 3,
        "entered_by": "p",
    }

    content = content_of(cards=[card], people=[{"id": "p", "full_name": "Ana"}])

    stored, vote = one(content, Card), one(content, Vote)
    assert stored.text == Text("Miel", "es", (Translation("en", "Honey"),))
    assert stored.created_by == one(content, Person).id
    assert (vote.on, vote.board, vote.dots) == (stored.id, stored.board, 3)


def test_a_card_in_another_language_is_translated_into_the_files():
    content = content_of(cards=[{"board": "b", "lang": "en", "text": "Honey", "translation": "Miel"}])

    assert one(content, Card).text == Text("Honey", "en", (Translation("es", "Miel"),))


def test_a_measurement_keeps_who_entered_it_in_its_own_field():
    people = [{"id": "p", "full_name": "Ana"}]
    indicators = [{"id": "i", "name": "Volumen"}]

    content = content_of(
        people=people,
        indicators=indicators,
        measurements=[{"indicator": "i", "date": "2014-01-31", "value": 4, "entered_by": "p"}],
    )

    assert one(content, Measurement).entered_by == one(content, Person).id
    assert one(content, Measurement).created_by is None


def test_what_names_no_workshop_belongs_to_the_one_with_sessions():
    workshops = [
        {"id": "w0", "title": "Antes"},
        {"id": "w", "title": "Taller", "start": "2014-02-06", "end": "2014-02-07"},
    ]

    content = content_of(workshops=workshops, agreements=[{"text": "Sí"}], parking_lot=[{"text": "¿Y?"}])

    main = content.keys.of("w")
    assert one(content, Agreement).workshop == one(content, ParkingItem).workshop == main


def test_attendance_belongs_to_the_workshop_that_was_held_that_day():
    workshops = [
        {"id": "w", "title": "Taller", "start": "2014-02-06", "end": "2014-02-07"},
        {"id": "w2", "title": "Otro", "start": "2014-05-01", "end": "2014-05-02"},
    ]
    attendance = [{"person": "p", "date": "2014-05-02", "half_day": "am", "code": "P"}]

    content = content_of(workshops=workshops, people=[{"id": "p", "full_name": "Ana"}], attendance=attendance)

    assert one(content, Attendance).workshop == content.keys.of("w2")


def test_nothing_tells_the_workshop_when_several_could_be_meant():
    workshops = [{"id": "w1", "title": "Uno"}, {"id": "w2", "title": "Dos"}]

    content = read_all(smallest(workshops=workshops, sessions=[], boards=[], agreements=[{"text": "Sí"}]))

    assert [(each.place, each.key) for each in content.problems] == [("/agreements/0", "workshop-unclear")]


def test_work_items_cases_and_theories_get_the_workshops_cycle_unless_they_say_none():
    lists = {
        "cycles": [{"id": "cy", "label": "2014"}],
        "workshops": [{"id": "w", "title": "Taller", "cycle": "cy"}],
        "work_plan": [
            {"id": "1", "activity": "Visitar"},
            {"id": "2", "activity": "Otra", "cycle": None, "workshop": None},
        ],
    }

    content = content_of(**lists)

    first, second = (each for each in content.records if isinstance(each, WorkItem))
    assert (first.cycle, first.workshop) == (content.keys.of("cy"), content.keys.of("w"))
    assert (second.cycle, second.workshop) == (None, None)


def test_a_budget_is_a_number_with_its_currency_beside_it():
    organisations = [{"id": "o", "name": "Semilla"}]
    item = {
        "id": "1",
        "activity": "Visitar",
        "budget": 4800.5,
        "currency": "USD",
        "contributions": {"o": 300},
        "follow_up": {"kind": "none"},
    }

    content = content_of(organisations=organisations, work_plan=[item])

    assert one(content, WorkItem).budget == Money(Decimal("4800.5"), "USD")
    assert one(content, WorkItem).follow_up is None
    assert one(content, Contribution).amount == Money(Decimal(300), "USD")
    assert one(content, Contribution).organisation == content.keys.of("o")


def test_hypotheses_and_assumptions_may_stand_inside_what_they_belong_to():
    content = content_of(
        cases=[{"id": "k", "chain": "Miel"}],
        prototypes=[{"id": "pt", "case": "k", "hypotheses": [{"if": "controla", "then": "baja"}]}],
        theories_of_change=[
            {"id": "t", "assumptions": [{"id": "as", "text": "Basta"}], "elements": [], "links": []}
        ],
    )

    assert one(content, Hypothesis).iteration == one(content, PrototypeIteration).id
    assert one(content, Assumption).theory_of_change == one(content, TheoryOfChange).id


def test_a_reflection_may_have_one_cause_plain_evidence_and_no_third_loop():
    reflection = {
        "action": "Capacitar",
        "first_loop": {"cause": "Dudas"},
        "second_loop": {"evidence_for": ["Avanzó", {"es": "Vino", "en": "Came"}]},
        "third_loop": None,
    }

    content = content_of(reflections=[reflection])

    stored = one(content, Reflection)
    assert stored.first_loop.causes == (Text("Dudas", "es"),)
    assert [each.text for each in stored.second_loop.evidence_for] == [
        Text("Avanzó", "es"),
        Text("Vino", "es", (Translation("en", "Came"),)),
    ]
    assert stored.third_loop == ThirdLoop()


def test_scores_are_numbers_and_null_does_not_apply():
    scores = {"seller": {"inclusive_innovation": 3, "measurement_of_outcomes": None}}

    content = content_of(
        cases=[{"id": "k", "chain": "Miel"}], principle_assessments=[{"case": "k", "scores": scores}]
    )

    marks = one(content, PrincipleAssessment).scores[Perspective.SELLER]
    assert marks[BusinessPrinciple.INCLUSIVE_INNOVATION].value == Decimal(3)
    assert marks[BusinessPrinciple.MEASUREMENT_OF_OUTCOMES].value is None


def test_open_answers_say_their_language():
    evaluation = {
        "questions": [{"id": "q", "kind": "open", "text": "¿Qué?"}],
        "open_answers": [{"question": "q", "lang": "en", "text": "All"}],
    }

    content = content_of(evaluations=[evaluation])

    assert one(content, Evaluation).open_answers[0].text == Text("All", "en")


def test_minutes_go_to_the_public_when_they_say_so():
    minutes = [{"kind": "memoria", "distribution": [{"to": "public", "version": "summary_no_names"}]}]

    content = content_of(minutes=minutes)

    assert one(content, MinutesDocument).distribution[0].to is None


def test_workshops_speak_the_files_language_and_remember_their_id_in_it():
    content = content_of()

    assert (one(content, Workshop).language, one(content, Workshop).file_id) == ("es", "w")


def test_real_times_are_local_to_the_workshops_country():
    sessions = [
        {
            "id": "s",
            "workshop": "w",
            "date": "2014-02-06",
            "planned_minutes": 30,
            "title": "Uno",
            "actual_start": "08:05",
            "actual_end": "2014-02-07T00:10:00-06:00",
        }
    ]

    content = content_of(sessions=sessions)

    session = one(content, Session)
    assert session.actual_start == dt.datetime(2014, 2, 6, 14, 5, tzinfo=dt.UTC)
    assert session.actual_end == dt.datetime(2014, 2, 7, 6, 10, tzinfo=dt.UTC)
    assert content.warnings == []


def test_real_times_of_a_workshop_without_a_zone_are_this_computers_with_a_warning():
    sessions = [
        {
            "id": "s",
            "workshop": "w",
            "date": "2014-02-06",
            "planned_minutes": 30,
            "title": "Uno",
            "actual_start": "08:05",
        }
    ]

    content = content_of(workshops=[{"id": "w", "title": "Taller", "country": "XX"}], sessions=sessions)

    assert one(content, Session).actual_start == dt.datetime(2014, 2, 6, 14, 5, tzinfo=dt.UTC)
    assert warned(content) == [("/workshops/0", "time-zone-missing")]


def test_the_order_of_a_list_is_kept_where_no_position_is_given():
    content = content_of(cards=[{"board": "b", "text": word} for word in ("uno", "dos", "tres")])

    stored = sorted(
        (each for each in content.records if isinstance(each, Card)), key=lambda card: card.position
    )
    assert [card.text.text for card in stored] == ["uno", "dos", "tres"]
    assert [card.position for card in stored] == [0, 1, 2]


def test_the_post_of_a_person_is_no_place_in_a_list():
    content = content_of(people=[{"id": "p", "full_name": "Ana"}])

    assert one(content, Person).position is None


@pytest.mark.parametrize("key", ["colour", "lang2"])
def test_a_key_that_is_not_known_is_left_out_with_a_warning_at_its_place(key):
    content = content_of(cards=[{"board": "b", "text": "Miel", key: "x"}])

    assert warned(content) == [(f"/cards/0/{key}", "key-unknown")]


def test_unknown_keys_are_found_however_deep_and_in_the_file_itself():
    data = smallest(reflections=[{"action": "Ir", "gap": {"kind": "below", "size": 3}}], colours=[])

    content = read_all(data)

    assert warned(content) == [("/colours", "key-unknown"), ("/reflections/0/gap/size", "key-unknown")]


def test_an_anonymous_board_does_not_learn_who_wrote_a_card():
    boards = [{"id": "b", "session": "s", "question": "¿?", "mode": "anonymous"}]
    people = [{"id": "p", "full_name": "Ana"}]

    content = content_of(boards=boards, people=people, cards=[{"board": "b", "text": "Miel", "author": "p"}])

    assert one(content, Card).author is None
    assert warned(content) == [("/cards/0/author", "author-left-out")]
