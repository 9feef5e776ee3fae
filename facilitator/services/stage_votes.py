"""What the room reads of a vote: its rule while it is open, turnout and what came first once it is closed.

While it is open nothing of what was given is told; only how many have voted, where they do so one by one.
"""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from facilitator.domain.boards import dots_by_option
from facilitator.domain.cards import Board, Card, CardStatus, Cluster, Vote, VoteMethod, Voting
from facilitator.domain.stage import StageText
from facilitator.domain.values import Text
from facilitator.domain.votes import Turnout, places, turnout
from facilitator.i18n import N_
from facilitator.services.stage_room import Room

_LONGEST: Final = 70
"""Characters that a line for the whole room has for what came first; nothing is cut short on stage."""


def vote_lines(room: Room, board: Board) -> tuple[StageText, ...]:
    """Return what is told of a board's vote; nothing where nobody votes."""
    rule = board.voting
    if rule is None:
        return ()
    came = turnout(rule, room.records.where(Vote, board=board.id))
    if not rule.closed:
        return (_open_line(room, rule, came),)
    if not came.cast:
        return ()
    dots = dots_by_option(room.records, board.id)
    return (_turnout_line(room, rule, came), *_first_line(room, dots))


def _open_line(room: Room, rule: Voting, came: Turnout) -> StageText:
    n = rule.dots_per_person
    if rule.method is VoteMethod.BY_ORGANISATION:
        said = [
            t.ngettext(
                "Vote by organisation: {n} dot each. {voted} of {of} have voted.",
                "Vote by organisation: {n} dots each. {voted} of {of} have voted.",
                n,
            )
            for t in room.catalogues
        ]
    elif rule.method is VoteMethod.ONE_BY_ONE:
        said = [
            t.ngettext(
                "Vote, one by one: {n} dot each. {voted} of {of} have voted.",
                "Vote, one by one: {n} dots each. {voted} of {of} have voted.",
                n,
            )
            for t in room.catalogues
        ]
    elif rule.max_per_card is not None and rule.max_per_card < n:
        said = [
            t.ngettext(
                "Vote: {n} dot each, at most {most} on one card.",
                "Vote: {n} dots each, at most {most} on one card.",
                n,
            )
            for t in room.catalogues
        ]
    else:
        said = [t.ngettext("Vote: {n} dot each.", "Vote: {n} dots each.", n) for t in room.catalogues]
    return room.counted(said, n=n, most=rule.max_per_card, voted=came.voted, of=came.of)


def _turnout_line(room: Room, rule: Voting, came: Turnout) -> StageText:
    facts = {
        "voted": str(came.voted),
        "of": str(came.of),
        "cast": str(came.cast),
        "possible": str(came.possible),
    }
    if rule.method is VoteMethod.BY_ORGANISATION:
        message = N_("{voted} of {of} organisations voted, {cast} of {possible} dots.")
    else:
        message = N_("{voted} of {of} people voted, {cast} of {possible} dots.")
    return room.fixed(message, **facts)


def _first_line(room: Room, dots: Mapping[UUID, int]) -> tuple[StageText, ...]:
    """Return what came first, in its words where they fit on a line; equals share the place."""
    shown = {on: text for on in dots if (text := named(room, on)) is not None}
    ranked = places({on: dots[on] for on in shown})
    if not ranked:
        return ()
    count, first = ranked[0]
    words = [room.say(shown[on]) for on in first]
    both = [joined([each.text for each in words]), joined([each.second or each.text for each in words])]
    fits = all(len(each) <= _LONGEST for each in both[: len(room.catalogues)])
    if len(first) == 1:
        if not fits:
            return ()  # the card itself stands first on the wall, with its dots
        return (_said(room, N_("First with {n}: {names}"), both, str(count)),)
    if fits:
        return (_said(room, N_("Tied for first with {n} each: {names}"), both, str(count)),)
    return (room.fixed(N_("{many} are tied for first with {n} each."), many=str(len(first)), n=str(count)),)


def named(room: Room, on: UUID) -> Text | None:
    """Return what a card or cluster is called before the room; None for what it may not see."""
    card = room.records.get(Card, on)
    if card is not None:
        shown = card.status is CardStatus.ACTIVE and not card.hidden_on_stage
        return card.text if shown else None
    cluster = room.records.get(Cluster, on)
    return None if cluster is None else cluster.title


def joined(names: list[str]) -> str:
    """Return names on one line."""
    return " · ".join(" ".join(name.split()) for name in names)


def _said(room: Room, message: str, named: list[str], count: str) -> StageText:
    said = [
        t.gettext(message).format(n=count, names=names)
        for t, names in zip(room.catalogues, named, strict=False)
    ]
    return room.counted(said)
