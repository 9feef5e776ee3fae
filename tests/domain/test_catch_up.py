"""Three lawful ways to end a late day on time; what keeps its time is never touched."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings

from facilitator.domain import flow
from facilitator.domain.agenda import Priority, SessionStatus, SessionType
from facilitator.domain.catch_up import best, needs_asking, proposals
from facilitator.domain.drift import MINUTE
from facilitator.domain.late_day import Recovery, Situation, is_late, lateness
from facilitator.domain.timer import TimerState
from tests.afternoon import DAY, Afternoon
from tests.late_days import ZONE, late_days

NOON = dt.datetime(2014, 2, 6, 18, 0, tzinfo=dt.UTC)


def at(minutes):
    return NOON + minutes * MINUTE


def situation(afternoon, late, after=5, **more):
    """The first session began so many minutes late and has run for `after` minutes."""
    live = replace(afternoon.round, status=SessionStatus.RUNNING, actual_start=at(late))
    clocks = {live.id: TimerState(live.planned_minutes * MINUTE, started=at(late))}
    sessions = (live, *afternoon.sessions[1:])
    return Situation(sessions, clocks, ZONE, at(late + after), DAY, **more)


def of(found, way):
    return next((each for each in found if each.plan.way is way), None)


def minutes_of(proposal):
    """Return how many minutes each changed session loses, by its title."""
    titles = {slot.session.id: str(slot.session.title) for slot in proposal.before.slots}
    return {titles[cut.session]: cut.minutes for cut in proposal.plan.cuts}


@pytest.fixture
def afternoon():
    """The small day, with a coffee that may move."""
    made = Afternoon()
    made.coffee = replace(made.coffee, locked=False)
    return made


def test_a_day_on_time_needs_nothing(afternoon):
    assert list(proposals(situation(afternoon, 0))) == []
    assert best([]) is None


def test_twelve_minutes_are_taken_from_the_closing_and_then_from_what_comes_before_it(afternoon):
    found = of(proposals(situation(afternoon, 12)), Recovery.SHORTEN)

    assert minutes_of(found) == {"Close of the day": 7, "Next phase": 5}
    assert found.before.ends == at(207)
    assert found.after.ends == at(195)
    assert found.is_enough


def test_a_buffer_and_then_an_input_give_before_everything_else(afternoon):
    afternoon.loops = replace(afternoon.loops, type=SessionType.INPUT)
    afternoon.coffee = replace(afternoon.coffee, type=SessionType.BUFFER)

    found = of(proposals(situation(afternoon, 20)), Recovery.SHORTEN)

    assert minutes_of(found) == {"Coffee": 15, "Double loop": 5}


def test_a_break_is_never_shorter_than_ten_minutes_and_what_runs_gives_last(afternoon):
    found = of(proposals(situation(afternoon, 90)), Recovery.SHORTEN)

    assert minutes_of(found) == {
        "Close of the day": 7,
        "Next phase": 30,
        "Double loop": 30,
        "Coffee": 5,
        "Improving the cycle": 18,
    }


def test_only_what_is_needed_for_lunch_is_taken_before_lunch(afternoon):
    afternoon.loops = replace(afternoon.loops, type=SessionType.LUNCH)

    found = of(proposals(situation(afternoon, 12)), Recovery.SHORTEN)

    assert minutes_of(found) == {"Coffee": 5, "Improving the cycle": 7}
    assert found.after.pushed is None


def test_one_could_is_left_out_whole_the_one_that_loses_least(afternoon):
    afternoon.loops = replace(afternoon.loops, priority=Priority.COULD)
    afternoon.plans = replace(afternoon.plans, priority=Priority.COULD, planned_minutes=20)
    afternoon.close = replace(afternoon.close, planned_start=dt.time(14, 20))

    found = of(proposals(situation(afternoon, 12)), Recovery.DROP)

    assert found.plan.dropped == (afternoon.plans.id,)
    assert found.plan.cuts == ()
    assert found.after.ends == at(155)


def test_a_closing_or_a_break_is_never_left_out(afternoon):
    afternoon.close = replace(afternoon.close, priority=Priority.COULD)
    afternoon.coffee = replace(afternoon.coffee, priority=Priority.COULD)

    assert of(proposals(situation(afternoon, 12)), Recovery.DROP) is None


def test_the_day_may_be_agreed_to_end_later(afternoon):
    found = of(proposals(situation(afternoon, 12)), Recovery.END_LATER)

    assert found.after.agreed_end == found.before.ends == at(207)
    assert found.after.late == dt.timedelta()
    assert not needs_asking(found)
    assert needs_asking(of(proposals(situation(afternoon, 16)), Recovery.END_LATER))


def test_a_day_whose_closing_is_locked_cannot_end_later(afternoon):
    afternoon.close = replace(afternoon.close, locked=True)

    assert of(proposals(situation(afternoon, 12)), Recovery.END_LATER) is None


def test_a_session_goes_to_the_next_day_behind_its_recap(afternoon):
    tomorrow = DAY + dt.timedelta(days=1)
    recap = replace(afternoon.session("08:30", 15, "Recap", SessionType.REVIEW), date=tomorrow)
    close = replace(afternoon.session("16:00", 15, "Close", SessionType.CLOSING), date=tomorrow)
    late = situation(afternoon, 40)
    late = replace(late, sessions=(*late.sessions, recap, close))

    found = of(proposals(late), Recovery.MOVE)

    assert [str(each.title) for each in found.there] == ["Recap", "Next phase", "Close"]
    assert found.there[1].planned_start == dt.time(8, 45)
    assert found.is_enough


def test_the_last_day_of_a_workshop_has_no_tomorrow(afternoon):
    late = situation(afternoon, 40)

    assert of(proposals(late), Recovery.MOVE) is None
    assert of(proposals(replace(late, last_date=DAY + dt.timedelta(days=1))), Recovery.MOVE) is not None


def test_the_mildest_way_that_is_enough_is_offered_first(afternoon):
    afternoon.loops = replace(afternoon.loops, priority=Priority.COULD)

    assert best(proposals(situation(afternoon, 12))).plan.way is Recovery.SHORTEN
    assert best(proposals(situation(afternoon, 85, after=46))).plan.way is Recovery.DROP


# Over generated days


@settings(max_examples=150, deadline=None)
@given(late_days())
def test_what_keeps_its_time_and_what_is_past_never_move(day):
    for found in proposals(day.situation):
        after = {slot.session.id: slot for slot in found.after.slots}
        for slot in found.before.slots:
            kept = after.get(slot.session.id)
            if flow.keeps_time(slot.session) and slot.is_to_come:
                assert kept is not None
                assert kept.planned_start <= kept.start <= max(slot.start, slot.planned_start)
                assert kept.end - kept.start == slot.end - slot.start
            if not slot.is_to_come:
                assert kept is not None
                assert kept.start == slot.start
                assert kept.end == slot.end or slot.is_live


@settings(max_examples=150, deadline=None)
@given(late_days())
def test_nothing_gets_less_than_it_needs_and_nothing_gets_more(day):
    for found in proposals(day.situation):
        after = {slot.session.id: slot for slot in found.after.slots}
        for slot in found.before.slots:
            kept = after.get(slot.session.id)
            if kept is None:
                continue
            before, now = slot.end - slot.start, kept.end - kept.start
            assert now <= before
            if now < before:
                assert now >= flow.least(slot.session) * MINUTE
                assert kept.end >= day.now


@settings(max_examples=150, deadline=None)
@given(late_days())
def test_every_way_helps_and_keeps_the_order(day):
    for found in proposals(day.situation):
        left = [slot.session.id for slot in found.after.slots]
        assert left == [slot.session.id for slot in found.before.slots if slot.session.id in set(left)]
        gone = {slot.session.id for slot in found.before.slots} - set(left)
        assert gone == {*found.plan.dropped, *filter(None, [found.plan.moved])}
        latest = found.before.ends if found.plan.way is Recovery.SHORTEN else found.before.agreed_end
        assert found.after.ends <= max(found.before.ends, latest)
        assert lateness(found.after) < lateness(found.before)


@settings(max_examples=150, deadline=None)
@given(late_days())
def test_minutes_are_taken_only_as_far_as_they_help(day):
    for found in proposals(day.situation):
        for place, cut in enumerate(found.plan.cuts):
            less = replace(cut, minutes=cut.minutes - 1)
            cuts = [*found.plan.cuts[:place], less, *found.plan.cuts[place + 1 :]]
            milder = day.situation.day(replace(found.plan, cuts=tuple(cuts)))
            assert milder.late > found.after.late or any(
                one.start > other.start for one, other in zip(milder.slots, found.after.slots, strict=True)
            )


@settings(max_examples=150, deadline=None)
@given(late_days())
def test_the_other_day_keeps_its_order_and_what_is_fixed_in_it(day):
    for found in proposals(day.situation):
        moved = found.plan.moved
        if moved is None:
            assert found.there == ()
            continue
        before = flow.day_of(day.sessions, found.plan.to)
        rest = [each for each in found.there if each.id != moved]
        assert [each.id for each in rest] == [each.id for each in before]
        assert flow.fits(found.there)
        for was, now in zip(before, rest, strict=True):
            assert now.planned_minutes == was.planned_minutes
            assert not flow.keeps_time(was) or now.planned_start == was.planned_start


@settings(max_examples=150, deadline=None)
@given(late_days())
def test_there_is_something_to_offer_only_for_a_late_day(day):
    found = list(proposals(day.situation))

    assert is_late(day.situation.day()) or not found
    assert (best(found) is None) is (not found)


def test_the_end_to_agree_on_is_the_one_that_is_told(afternoon):
    late = situation(afternoon, 12)
    told = replace(late, now=late.now + 3 * MINUTE / 60)
    live = told.clocks[afternoon.round.id]
    told = replace(told, clocks={afternoon.round.id: replace(live, started=live.started + 3 * MINUTE / 60)})

    found = of(proposals(told), Recovery.END_LATER)

    assert found.before.late == 12 * MINUTE + 3 * MINUTE / 60
    assert found.plan.later == 12 * MINUTE
    assert found.after.late < MINUTE
