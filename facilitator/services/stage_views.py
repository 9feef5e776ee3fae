"""Composes agenda, question, cards, work plan and break for the room."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final
from uuid import UUID

from facilitator.domain.agenda import Session, SessionStatus, SessionType
from facilitator.domain.boards import dots_by_option, dots_of_clusters
from facilitator.domain.cards import Board, Card, CardKind, Cluster, Kind, Phase
from facilitator.domain.drift import MINUTE, Day, Slot
from facilitator.domain.ids import BoardId, ClusterId, SessionId
from facilitator.domain.people import Organisation
from facilitator.domain.plans import WorkItem, WorkStatus
from facilitator.domain.stage import (
    AgendaRow,
    AgendaView,
    BreakView,
    CardsView,
    QuestionView,
    RowState,
    StageCluster,
    StageFrame,
    StageKind,
    StageText,
    Tone,
    WorkPlanRow,
    WorkPlanView,
)
from facilitator.domain.timer import next_session
from facilitator.i18n import N_
from facilitator.services.stage_ratings import rating_lines
from facilitator.services.stage_room import NOTHING, Room, look_of
from facilitator.services.stage_steps import asked_in_step
from facilitator.services.stage_votes import vote_lines
from facilitator.services.stage_wall import may_be_seen

_TONES: Final[dict[WorkStatus, Tone]] = {
    WorkStatus.IN_PROGRESS: "progress",
    WorkStatus.DONE: "ok",
    WorkStatus.DELAYED: "over",
}
_LIVE: Final = frozenset({SessionStatus.RUNNING, SessionStatus.PAUSED})


# Agenda


def agenda_view(room: Room, frame: StageFrame, session: SessionId | None = None) -> AgendaView:
    """Return the day that the room is in, or the day of a session."""
    chosen = room.records.get(Session, session)
    date = chosen.date if chosen is not None else room.current_date
    if date is None:
        return AgendaView(frame=frame, title=room.say(room.workshop.title))
    day = room.day(date)
    rows = [_agenda_row(room, slot) for slot in day.slots]
    if day.slots:
        rows.append(_end_row(room, day))
    weekdays = [_first_upper(each.weekday_alone(date)) for each in room.formats]
    second = weekdays[1] if len(weekdays) > 1 else None
    return AgendaView(frame=frame, title=StageText(weekdays[0], second), rows=tuple(rows))


def _agenda_row(room: Room, slot: Slot) -> AgendaRow:
    session = slot.session
    state: RowState = "next"
    if session.status in _LIVE:
        state = "now"
    elif session.status is SessionStatus.DONE:
        state = "done"
    return AgendaRow(
        time=room.local(slot.start),
        title=room.say(session.title),
        state=state,
        kind="break" if session.type.is_break else "session",
        length=_minutes((slot.end - slot.start) // MINUTE) if state == "next" else "",
        until=room.local(slot.end) if state == "now" else "",
    )


def _end_row(room: Room, day: Day) -> AgendaRow:
    done = all(slot.session.status is SessionStatus.DONE for slot in day.slots)
    return AgendaRow(
        room.local(day.ends), room.fixed(N_("End of the day")), "done" if done else "next", "end"
    )


def _minutes(minutes: int) -> str:
    return f"{minutes}\u00a0min" if minutes else ""


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]


# Question and cards


def board_of(room: Room, session: Session | None, board: BoardId | None) -> Board | None:
    """Return a board: the one named, else the last of the session (where new cards go)."""
    if (found := room.records.get(Board, board)) is not None:
        return found
    if session is None:
        return None
    boards = room.records.where(Board, session=session.id)
    return max(boards, key=lambda each: (each.position, each.id.int), default=None)


def question_view(
    room: Room, frame: StageFrame, session: Session | None, board: BoardId | None = None
) -> QuestionView:
    """Return what the room is asked; a session without a board asks by its objective, else its title."""
    found = board_of(room, session, board)
    if found is not None:
        session = room.records.get(Session, found.session) or session
    if session is None:
        return QuestionView(frame=frame, session=NOTHING, question=room.say(room.workshop.title))
    question, instruction, with_kinds = asked_in_step(room, session, found)
    return QuestionView(
        frame=frame,
        session=room.say(session.title),
        question=question,
        instruction=instruction,
        kinds=kinds_of(room) if with_kinds else (),
    )


def kinds_of(room: Room) -> tuple[StageKind, ...]:
    """Return the five kinds of card, then those that the workshop added."""
    own = sorted(room.of(CardKind), key=lambda each: (each.position, each.id.int))
    return (
        *(StageKind(look_of(kind), room.word(kind)) for kind in Kind),
        *(StageKind(look_of(each.like), room.say(each.label)) for each in own),
    )


def cards_view(
    room: Room, frame: StageFrame, session: Session | None, board: BoardId | None = None
) -> CardsView:
    """Return the wall of a board: clusters in their order, loose cards last."""
    found = board_of(room, session, board)
    if found is None:
        asked = room.say(session.objective or session.title if session else room.workshop.title)
        return CardsView(frame=frame, question=asked, kinds=kinds_of(room))
    large = found.phase is Phase.READ_OUT  # what was given earlier would draw attention from what is read
    told = found.voting is not None and found.voting.closed and not large
    dots = dots_by_option(room.records, found.id) if told else None
    on_board = _in_order(room.records.where(Cluster, board=found.id))
    known = frozenset(cluster.id for cluster in on_board)
    wall = room.wall(found.id)
    cards = room.records.where(Card, board=found.id)
    wall.follow(room, cards, known, dots)
    totals = _totals(on_board, cards, dots)
    clusters = [
        StageCluster(
            room.say(cluster.title),
            wall.of(cluster.id),
            totals.get(cluster.id),
            cluster.inside in known,
        )
        for cluster in on_board
    ]
    if loose := wall.of(None):
        clusters.append(StageCluster(NOTHING, loose))
    clusters = [each for each in clusters if each.cards or each.title]
    return CardsView(
        frame=frame,
        question=room.say(found.question),
        clusters=tuple(clusters),
        kinds=kinds_of(room),
        vote=() if large else (*vote_lines(room, found), *rating_lines(room, found)),
        large=large,
        conclusion=room.say(found.conclusion) if found.phase is Phase.CONCLUDE else NOTHING,
    )


def _totals(clusters: list[Cluster], cards: list[Card], dots: dict[UUID, int] | None) -> dict[ClusterId, int]:
    """Return the dots of clusters that were voted on themselves, or that hold one that was."""
    if dots is None or not any(each.id in dots for each in clusters):
        return {}
    seen = ((each.cluster, each.id) for each in cards if may_be_seen(each))
    totals = dots_of_clusters(clusters, seen, dots)
    own = dots_of_clusters(clusters, (), dots)
    return {key: total for key, total in totals.items() if own[key]}


def _in_order(clusters: Iterable[Cluster]) -> list[Cluster]:
    """Return clusters by their place, each followed by those inside it."""
    by_place = sorted(clusters, key=lambda each: (each.position, each.id.int))
    known = {each.id for each in by_place}
    tops = [each for each in by_place if each.inside not in known]
    ordered: list[Cluster] = []
    waiting = list(reversed(tops))
    while waiting:
        cluster = waiting.pop()
        ordered.append(cluster)
        waiting += [each for each in reversed(by_place) if each.inside == cluster.id]
    # Clusters that stand inside each other have no top; they still hold cards.
    return ordered + [each for each in by_place if each not in ordered]


# Work plan


def work_plan_view(room: Room, frame: StageFrame) -> WorkPlanView:
    """Return the commitments of the workshop's cycle, in the order of the plan; organisations, no names."""
    items = room.records.where(WorkItem, cycle=room.workshop.cycle) if room.workshop.cycle else ()
    mine = {each.id: each for each in (*items, *room.of(WorkItem))}
    ordered = sorted(mine.values(), key=lambda each: (each.position, each.id.int))
    today = room.now.astimezone(room.zone).date()
    rows = []
    for number, item in enumerate(ordered, start=1):
        status = item.status_on(today)
        organisation = room.records.get(Organisation, item.responsible)
        rows.append(
            WorkPlanRow(
                code=item.code or str(number),
                activity=room.say(item.activity),
                responsible=organisation.known_as if organisation else "",
                due=room.formats[0].brief_span(item.due, None) if item.due else "",
                status=room.word(status),
                tone=_TONES.get(status, "plain"),
                progress=item.progress_percent,
            )
        )
    return WorkPlanView(frame=frame, title=room.fixed(N_("Work plan")), rows=tuple(rows))


# Break


def break_view(room: Room, frame: StageFrame, session: SessionId | None = None) -> BreakView:
    """Return the break that runs with its countdown; one announced by hand has no time to be back."""
    live = room.live
    pause = room.records.get(Session, session)
    clock = room.clock
    if pause is None and live is not None and clock is not None and clock.back_at is not None:
        return BreakView(
            frame=frame,
            name=room.word(SessionType.BREAK),
            back_at=room.local(clock.back_at),
            next_title=room.say(live.title),
        )
    if pause is None and live is not None and live.type.is_break:
        pause = live
    if pause is None or live is None or pause.id != live.id:
        name = room.say(pause.title) if pause else room.word(SessionType.BREAK)
        return BreakView(frame=replace(frame, timer=None), name=name)
    coming = next_session(room.sessions, live)
    slot = room.day(live.date).slot(live.id)
    return BreakView(
        frame=frame,
        name=room.say(live.title),
        back_at=room.local(slot.end if slot else None),
        next_title=room.say(coming.title) if coming is not None else None,
    )
