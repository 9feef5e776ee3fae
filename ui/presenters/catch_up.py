"""What the ways to end a late day on time say: one sentence each, and the agenda before and after. No Qt."""

import datetime as dt
from typing import Final

from facilitator.domain.catch_up import best, needs_asking, proposals
from facilitator.domain.drift import MINUTE, Day
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import SessionId
from facilitator.domain.late_day import Plan, Proposal, Recovery, Situation, is_late
from facilitator.i18n import _, ngettext
from ui.presenters.catch_up_rows import Row, day_of, local, rows_of, title_of

WAYS: Final = tuple(Recovery)


@dataclass(frozen=True, slots=True)
class WayView:
    """One way. Without a plan it is not there, and `sentence` says why."""

    way: Recovery
    label: str
    sentence: str
    outcome: str = ""
    rows: tuple[Row, ...] = ()
    ends_before: str = ""
    ends_after: str = ""
    is_enough: bool = False
    plan: Plan | None = None


@dataclass(frozen=True, slots=True)
class WaysView:
    """All four, and which of them to look at first; `calm` says that nothing needs to be done."""

    ways: tuple[WayView, ...]
    first: Recovery
    calm: str = ""


def ways(situation: Situation, language: str) -> WaysView:
    """Return every way to end a day on time, also those that are not lawful now."""
    found = {each.plan.way: each for each in proposals(situation)}
    offered = best(found.values())
    day = situation.day()
    made = tuple(_way(way, found.get(way), situation, language) for way in WAYS)
    calm = "" if is_late(day) else _calm(day, situation.zone)
    return WaysView(made, offered.plan.way if offered else Recovery.SHORTEN, calm)


def in_short(proposal: Proposal, zone: dt.tzinfo, language: str) -> str:
    """Return a proposal as the drift card says it: what is done, and when the day then ends."""
    return f"{_sentence(proposal, zone, language)} {_outcome(proposal.after, zone)}"


def label(way: Recovery) -> str:
    """Return what a way is called on its tab."""
    return {
        Recovery.SHORTEN: _("Shorten"),
        Recovery.DROP: _("Leave out"),
        Recovery.END_LATER: _("End later"),
        Recovery.MOVE: _("Next day"),
    }[way]


def _way(way: Recovery, found: Proposal | None, situation: Situation, language: str) -> WayView:
    if found is None:
        return WayView(way, label(way), _why_not(way, situation))
    zone = situation.zone
    return WayView(
        way,
        label(way),
        _sentence(found, zone, language),
        _outcome(found.after, zone),
        tuple(rows_of(found, situation, language)),
        local(found.before.ends, zone),
        local(found.after.ends, zone),
        found.is_enough,
        found.plan,
    )


def _calm(day: Day, zone: dt.tzinfo) -> str:
    if not day.under_way:
        return _("Nothing runs. Once the day has begun, this shows how to end it on time.")
    ends = local(day.ends, zone)
    return _("The day ends at {time}, as agreed. Nothing needs to change.").format(time=ends)


def _why_not(way: Recovery, situation: Situation) -> str:
    match way:
        case Recovery.SHORTEN:
            return _("What is left is as short as it may be, or keeps its time.")
        case Recovery.DROP:
            return _(
                "Nothing that could be left out would help. Mark sessions as “could” on the Agenda page."
            )
        case Recovery.END_LATER:
            return _("The end is fixed, or something that keeps its time would start late.")
        case Recovery.MOVE if situation.next_date is None:
            return _("This is the last day of the workshop.")
    return _("No session that may move fits into the next day.")


# Sentences


def _sentence(proposal: Proposal, zone: dt.tzinfo, language: str) -> str:
    """Say what is changed, never what follows from it."""
    match proposal.plan.way:
        case Recovery.SHORTEN:
            return _shorter(proposal, language)
        case Recovery.DROP:
            return _without(proposal, language)
        case Recovery.END_LATER:
            return _later(proposal, zone)
        case Recovery.MOVE:
            return _elsewhere(proposal, language)


def _shorter(proposal: Proposal, language: str) -> str:
    cuts = proposal.plan.cuts
    after = {slot.session.id: slot for slot in proposal.after.slots}
    here = next((cut for cut in cuts if after[cut.session].is_live), None)
    others = [cut for cut in cuts if cut is not here]
    if len(others) == 1:
        slot = after[others[0].session]
        title, minutes = title_of(slot.session, language), (slot.end - slot.start) // MINUTE
        if here is None:
            return _("{session} in {minutes} min.").format(session=title, minutes=minutes)
        return _("{session} in {minutes} min, and {n} min less here.").format(
            session=title, minutes=minutes, n=here.minutes
        )
    if here is not None and not others:
        return _("{n} min less here.").format(n=here.minutes)
    total = sum(cut.minutes for cut in cuts)
    return ngettext(
        "{n} session shorter, by {minutes} min in all.",
        "{n} sessions shorter, by {minutes} min in all.",
        len(cuts),
    ).format(n=len(cuts), minutes=total)


def _without(proposal: Proposal, language: str) -> str:
    plan = proposal.plan
    if len(plan.dropped) > 1:
        words = ngettext("{n} session left out.", "{n} sessions left out.", len(plan.dropped))
        words = words.format(n=len(plan.dropped))
    else:
        words = _("Leave out {session}.").format(session=_named(proposal, plan.dropped[0], language))
    return _with_cuts(words, plan)


def _later(proposal: Proposal, zone: dt.tzinfo) -> str:
    end, planned = proposal.after.agreed_end, proposal.after.planned_end
    minutes = 0 if end is None or planned is None else (end - planned) // MINUTE
    time = local(end, zone)
    if needs_asking(proposal):
        words = _("Ask the group to stay until {time}, {minutes} min longer than planned.")
    else:
        words = _("Agree to end at {time}, {minutes} min later than planned.")
    return _with_cuts(words.format(time=time, minutes=minutes), proposal.plan)


def _elsewhere(proposal: Proposal, language: str) -> str:
    plan = proposal.plan
    there = next((each for each in proposal.there if each.id == plan.moved), None)
    time = "" if there is None or there.planned_start is None else f"{there.planned_start:%H:%M}"
    title = _named(proposal, plan.moved, language)
    if plan.to == proposal.before.date + dt.timedelta(days=1):
        words = _("Move {session} to tomorrow, {time}.").format(session=title, time=time)
    else:
        words = _("Move {session} to {day}, {time}.").format(
            session=title, day=day_of(plan.to, language), time=time
        )
    return _with_cuts(words, plan)


def _with_cuts(words: str, plan: Plan) -> str:
    """Add what has to be shortened besides."""
    if not plan.cuts:
        return words
    more = ngettext(
        "One session gets {minutes} min less.", "{n} sessions get {minutes} min less in all.", len(plan.cuts)
    ).format(n=len(plan.cuts), minutes=sum(cut.minutes for cut in plan.cuts))
    return f"{words} {more}"


def _outcome(day: Day, zone: dt.tzinfo) -> str:
    """Say when the day ends then, and what still starts late although it keeps its time."""
    time, minutes = local(day.ends, zone), abs(day.late) // MINUTE
    if day.late >= MINUTE:
        return _("Ends {time}, {minutes} min late.").format(time=time, minutes=minutes)
    if day.late <= -MINUTE:
        return _("Ends {time}, {minutes} min early.").format(time=time, minutes=minutes)
    if day.agreed_end != day.planned_end:
        return _("Ends {time}, as agreed.").format(time=time)
    return _("Ends {time}, as planned.").format(time=time)


def _named(proposal: Proposal, session: SessionId | None, language: str) -> str:
    found = next((each.session for each in proposal.before.slots if each.session.id == session), None)
    return "" if found is None else title_of(found, language)
