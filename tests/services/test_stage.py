"""What the room sees: composed from records, in the room's languages, with nothing private in it."""

import datetime as dt
from dataclasses import fields, replace
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.agenda import Session, SessionStatus, TimerTransition, TransitionKind
from facilitator.domain.cards import Card, CardKind, CardStatus, Cluster, Kind, Vote, Voting
from facilitator.domain.cycles import Workshop
from facilitator.domain.ids import (
    AgreementId,
    CardId,
    CardKindId,
    ClusterId,
    ReflectionId,
    WorkItemId,
    new_id,
)
from facilitator.domain.notes import Agreement, Note, ParkingItem
from facilitator.domain.people import Person
from facilitator.domain.plans import WorkItem, WorkStatus
from facilitator.domain.record import Record
from facilitator.domain.records import Records
from facilitator.domain.reflections import Evidence, FirstLoop, Gap, Reflection, SecondLoop, Verdict
from facilitator.domain.stage import BlankView, StageText
from facilitator.domain.values import LooseDate, Text, Translation
from facilitator.services.stage import StageChoice, ViewKey, compose, following
from tests.afternoon import Afternoon, said
from tests.strategies import workshops

NOON = dt.datetime(2014, 2, 6, 18, 0, tzinfo=dt.UTC)
VIEWS: tuple[ViewKey, ...] = get_args(ViewKey)


def shown(afternoon: Afternoon, view: ViewKey, minutes: float = 0, **choice: Any):
    records = Records([*afternoon.records(), *afternoon.others])
    now = NOON + dt.timedelta(minutes=minutes)
    return compose(records, StageChoice(view, **choice), workshop=afternoon.workshop.id, now=now)


def started(afternoon: Afternoon, session: Session, at: dt.datetime = NOON) -> Session:
    """Let a session of the afternoon run since `at`."""
    running = replace(session, status=SessionStatus.RUNNING, actual_start=at)
    for name in ("round", "coffee", "loops", "plans", "close"):
        if getattr(afternoon, name).id == session.id:
            setattr(afternoon, name, running)
    afternoon.others.append(
        TimerTransition(
            id=new_id(),
            workshop=afternoon.workshop.id,
            session=session.id,
            kind=TransitionKind.STARTED,
            at=at,
        )
    )
    return running


def test_the_agenda_says_when_each_session_starts_and_where_we_are(afternoon):
    started(afternoon, afternoon.round, NOON + dt.timedelta(minutes=10))

    view = shown(afternoon, "agenda", minutes=20)

    assert view.title == StageText("Thursday 6 February 2014")
    assert [(row.time, row.title.text, row.state, row.kind) for row in view.rows] == [
        ("12:10", "Improving the cycle", "now", "session"),
        ("12:55", "Coffee", "next", "break"),
        ("13:10", "Double loop", "next", "session"),
        ("14:10", "Next phase", "next", "session"),
        ("15:10", "Close of the day", "next", "session"),
        ("15:25", "End of the day", "next", "end"),
    ]
    assert view.rows[0].until == "12:55"
    assert view.frame.clock == "12:20"


def test_a_room_with_two_languages_reads_both_and_a_text_without_translation_once(afternoon):
    afternoon = Afternoon(languages=("es", "en"))
    afternoon.round = replace(afternoon.round, instructions=said("One idea per card"))

    view = shown(afternoon, "question", session=afternoon.round.id)
    agenda = shown(afternoon, "agenda")

    assert view.question == StageText("¿Qué mejorarían?", "What would you improve?")
    assert view.instruction == StageText("One idea per card")
    assert agenda.title == StageText("Jueves 6 de febrero de 2014", "Thursday 6 February 2014")
    assert (view.frame.language, view.frame.second_language) == ("es", "en")


def test_the_timer_counts_what_is_left_and_says_when_it_ends(afternoon):
    started(afternoon, afternoon.round)

    view = shown(afternoon, "question", minutes=21.5)

    assert (view.frame.timer.text, view.frame.timer.phase, view.frame.timer.ends) == (
        "23:30",
        "running",
        "12:45",
    )
    assert view.frame.timer.fraction == pytest.approx(21.5 / 45)


def test_a_kind_of_card_that_the_workshop_added_stands_in_the_legend(afternoon):
    own = CardKind(
        id=CardKindId(new_id()),
        workshop=afternoon.workshop.id,
        label=said("Risk"),
        like=Kind.DIFFICULTY,
    )
    afternoon.others.append(own)

    view = shown(afternoon, "question", session=afternoon.round.id)

    assert [kind.name.text for kind in view.kinds][-1] == "Risk"
    assert view.kinds[-1].look == "difficulty"


def test_hidden_merged_and_withdrawn_cards_are_not_on_the_wall(afternoon):
    speaks = afternoon.card("More follow-up", Kind.SUGGESTION)
    afternoon.others += [
        speaks,
        afternoon.card("kept from the room", hidden_on_stage=True),
        afternoon.card("the same again", status=CardStatus.MERGED, merged_into=speaks.id),
        afternoon.card("never mind", status=CardStatus.WITHDRAWN),
    ]

    view = shown(afternoon, "cards", session=afternoon.round.id)

    assert [card.text for cluster in view.clusters for card in cluster.cards] == ["More follow-up"]


def test_dots_stay_secret_until_the_vote_is_closed_and_merged_cards_bring_theirs(afternoon):
    speaks = afternoon.card("More follow-up")
    merged = afternoon.card("Follow up more", status=CardStatus.MERGED, merged_into=speaks.id)
    votes = [
        Vote(id=new_id(), workshop=afternoon.workshop.id, board=afternoon.board.id, on=on.id, dots=dots)
        for on, dots in ((speaks, 3), (merged, 2))
    ]
    afternoon.others += [speaks, merged, *votes]
    rule = Voting(dots_per_person=3, voters=4, closed=False)
    afternoon.board = replace(afternoon.board, voting=rule)

    secret = shown(afternoon, "cards", session=afternoon.round.id)
    afternoon.board = replace(afternoon.board, voting=replace(rule, closed=True))
    told = shown(afternoon, "cards", session=afternoon.round.id)

    assert secret.clusters[0].cards[0].dots is None
    assert told.clusters[0].cards[0].dots == 5


def test_clusters_keep_the_order_of_the_wall_and_loose_cards_come_last(afternoon):
    board, workshop = afternoon.board.id, afternoon.workshop.id
    second = Cluster(
        id=ClusterId(new_id()), workshop=workshop, board=board, title=said("Indicators"), position=1
    )
    first = Cluster(
        id=ClusterId(new_id()), workshop=workshop, board=board, title=said("Follow-up"), position=0
    )
    inside = Cluster(
        id=ClusterId(new_id()), workshop=workshop, board=board, title=said("By phone"), inside=first.id
    )
    afternoon.others += [
        *(second, first, inside),
        afternoon.card("loose"),
        afternoon.card("b", cluster=first.id, position=2),
        afternoon.card("a", cluster=first.id, position=1),
    ]

    view = shown(afternoon, "cards", session=afternoon.round.id)

    assert [(each.title.text, [card.text for card in each.cards]) for each in view.clusters] == [
        ("Follow-up", ["a", "b"]),
        ("By phone", []),
        ("Indicators", []),
        ("", ["loose"]),
    ]


def test_a_reflection_shows_both_loops_and_only_evidence_that_the_room_may_see(afternoon):
    seen, hidden = afternoon.card("Three teams stopped"), afternoon.card("Juan said so", hidden_on_stage=True)
    reflection = Reflection(
        id=ReflectionId(new_id()),
        workshop=afternoon.workshop.id,
        session=afternoon.loops.id,
        action=said("We trained teams"),
        expected_result=said("Four cases"),
        actual_result=said("One case"),
        gap=Gap(text=said("Three behind")),
        first_loop=FirstLoop(correction=said("Monthly session")),
        second_loop=SecondLoop(
            governing_assumption=said("Training is enough"),
            evidence_against=(Evidence(ref=seen.id), Evidence(ref=hidden.id)),
            verdict=Verdict.DOES_NOT_HOLD,
        ),
    )
    afternoon.others += [seen, hidden, reflection]

    view = shown(afternoon, "reflection", session=afternoon.loops.id)

    assert view.level == "double"
    assert view.second.evidence_against == (StageText("Three teams stopped"),)
    assert view.second.verdict == StageText("Does not hold")


def test_the_work_plan_names_organisations_and_says_what_is_late(afternoon):
    item = WorkItem(
        id=WorkItemId(new_id()),
        cycle=afternoon.cycle.id,
        activity=said("Field visits"),
        responsible=afternoon.network.id,
        responsible_person=afternoon.marisol.id,
        due=LooseDate(2014, 1),
        status=WorkStatus.IN_PROGRESS,
        progress_percent=40,
    )
    afternoon.others.append(item)

    view = shown(afternoon, "work_plan")

    row = view.rows[0]
    assert (row.activity.text, row.responsible, row.due) == ("Field visits", "Red Surco", "Jan 2014")
    assert (row.status.text, row.tone, row.progress) == ("Late", "over", 40)


def test_a_break_counts_down_to_when_everybody_is_back(afternoon):
    started(afternoon, afternoon.coffee)

    view = shown(afternoon, "break", minutes=5)

    assert (view.name.text, view.back_at, view.next_title.text) == ("Coffee", "12:15", "Double loop")
    assert view.frame.timer.text == "10:00"


def test_a_break_announced_by_hand_shows_no_countdown_of_the_session_that_runs(afternoon):
    started(afternoon, afternoon.round)

    view = shown(afternoon, "break")

    assert (view.name.text, view.back_at, view.frame.timer) == ("Break", "", None)


def test_without_a_workshop_the_stage_is_blank(afternoon):
    view = compose(Records(), StageChoice("agenda"), workshop=None, now=NOON)

    assert isinstance(view, BlankView)


def test_the_stage_follows_the_work_of_the_session(afternoon):
    records = Records(afternoon.records())

    views = [following(records, session) for session in (None, *afternoon.sessions)]

    assert views == ["agenda", "question", "break", "reflection", "work_plan", "agenda"]


# What may never reach the room, whatever the records say

MARK = "⚑private⚑"
PRIVATE: dict[type[Record], tuple[str, ...]] = {
    Session: ("facilitator_notes", "conclusion", "materials", "expected_outputs"),
    Card: ("clarification",),
    Person: ("full_name", "phone", "email", "position", "municipality"),
    Workshop: ("summary", "objectives", "developments", "venue", "file_id"),
    Reflection: ("context", "actual_source", "actual_value", "expected_target", "third_loop", "review"),
    WorkItem: ("notes", "status_reason", "resources", "means_of_verification"),
}


def marked(value: Any) -> Any:
    """Return a value of the same kind that says nothing but the mark."""
    match value:
        case str():
            return MARK
        case Text():
            return Text(
                MARK, value.language, tuple(Translation(t.language, MARK) for t in value.translations)
            )
        case tuple():
            return tuple(marked(part) for part in value)
        case _:
            return value


def with_marks(record: Record) -> Record:
    """Return a record with the mark in every field that the room may not see."""
    match record:
        case Note() | ParkingItem():
            return replace(record, text=marked(record.text))
        case Card() if record.hidden_on_stage or record.status is not CardStatus.ACTIVE:
            return replace(record, text=marked(record.text), clarification=marked(record.clarification))
        case Reflection():
            loop = record.second_loop
            hidden = [replace(each, source=MARK) for each in (*loop.evidence_for, *loop.evidence_against)]
            count = len(loop.evidence_for)
            loop = replace(
                loop,
                refer_to=MARK,
                evidence_for=tuple(hidden[:count]),
                evidence_against=tuple(hidden[count:]),
            )
            record = replace(record, second_loop=loop)
    for kind, names in PRIVATE.items():
        if isinstance(record, kind):
            known = {field.name for field in fields(record)}
            assert known.issuperset(names)
            told: dict[str, Any] = {name: marked(getattr(record, name)) for name in names}
            return replace(record, **told)
    return record


@settings(max_examples=25)
@given(workshops(), st.sampled_from(("default", "bright_room", "dark")))
def test_nothing_private_ever_reaches_the_room(records, theme):
    told = Records(with_marks(record) for record in records)
    workshop = next(record for record in records if isinstance(record, Workshop))
    choices = [StageChoice(view, theme=theme) for view in VIEWS]
    choices += [StageChoice("question", session=each.id) for each in told.where(Session)]
    choices += [StageChoice("cards", board=each.board) for each in told.where(Card)]
    choices += [StageChoice("reflection", reflection=each.id) for each in told.where(Reflection)]

    for choice in choices:
        view = compose(told, choice, workshop=workshop.id, now=NOON)

        assert not [text for text in view.texts() if MARK in text], choice


def test_the_mark_would_be_seen_if_it_were_shown(afternoon):
    afternoon.others.append(replace(afternoon.card(MARK), id=CardId(new_id())))

    view = shown(afternoon, "cards", session=afternoon.round.id)

    assert MARK in set(view.texts())


def test_agreements_are_read_back_by_number_with_who_and_when_as_in_the_minutes(afternoon):
    agreement = Agreement(
        id=AgreementId(new_id()),
        workshop=afternoon.workshop.id,
        number=2,
        text=said("We write the cases in September"),
        responsible_person=afternoon.marisol.id,
    )
    promise = WorkItem(
        id=WorkItemId(new_id()),
        workshop=afternoon.workshop.id,
        activity=said("Writing workshop"),
        agreement=agreement.id,
        due=LooseDate(2014, 9),
    )
    first = replace(
        agreement,
        id=AgreementId(new_id()),
        number=1,
        text=said("Data belong to the cooperative"),
        responsible_person=None,
    )
    afternoon.others += [agreement, promise, first]

    view = shown(afternoon, "agreements")

    assert view.title == StageText("Agreements")
    assert [(each.number, each.text.text, each.responsible, each.due) for each in view.agreements] == [
        ("1", "Data belong to the cooperative", "", ""),
        ("2", "We write the cases in September", "Red Surco", "Sep 2014"),
    ]
