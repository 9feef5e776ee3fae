"""What the room sees: composed from records, in the room's languages, with nothing private in it."""

import datetime as dt
from dataclasses import replace
from typing import Any, get_args

import pytest

from facilitator.domain.agenda import Session, SessionStatus, TimerTransition, TransitionKind
from facilitator.domain.cards import CardKind, CardStatus, Cluster, Kind, Vote, Voting
from facilitator.domain.ids import (
    CardKindId,
    ClusterId,
    ReflectionId,
    WorkItemId,
    new_id,
)
from facilitator.domain.plans import WorkItem, WorkStatus
from facilitator.domain.records import Records
from facilitator.domain.reflections import Evidence, FirstLoop, Gap, Reflection, SecondLoop, Verdict
from facilitator.domain.stage import BlankView, StageText
from facilitator.domain.values import LooseDate
from facilitator.services.stage import StageChoice, ViewKey, compose, following
from tests.afternoon import Afternoon, said

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

    assert view.title == StageText("Thursday 6 February")
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
    assert agenda.title == StageText("Jueves 6 de febrero", "Thursday 6 February")
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
    assert [each.inner for each in view.clusters] == [False, True, False, False]


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


def test_a_day_whose_sessions_were_all_dropped_is_an_empty_day_and_no_error(afternoon):
    for name in ("round", "coffee", "loops", "plans", "close"):
        dropped = replace(getattr(afternoon, name), status=SessionStatus.SKIPPED)
        setattr(afternoon, name, dropped)

    view = shown(afternoon, "agenda")

    assert view.rows == ()
