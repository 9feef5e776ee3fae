"""Ratings of a board as the minutes tell them: method, turnout, means, ties as ties."""

from uuid import UUID

from facilitator.domain.cards import Board, Cluster, VoteMethod
from facilitator.domain.minutes import BoardRating, RatedLine
from facilitator.domain.ratings import Rating, ranked
from facilitator.domain.values import Text
from facilitator.services.minutes.places import Places
from facilitator.services.minutes.scope import Scope
from facilitator.words.ratings import rating_method


def board_ratings(scope: Scope, places: Places, board: Board) -> tuple[BoardRating, ...]:
    """Gather the ratings that were closed; the marks of an open one are nobody's business yet.

    What was withdrawn or hidden is not told, and holds no place.
    """
    printed = _printed(scope, places, board)
    ratings = (_rating(scope, each, printed) for each in board.ratings if each.closed)
    return tuple(each for each in ratings if each.lines)


def _printed(scope: Scope, places: Places, board: Board) -> dict[UUID, Text]:
    """Return the words of everything on a board that may be printed."""
    titles: dict[UUID, Text] = {each.id: each.title for each in scope.records.where(Cluster, board=board.id)}
    for card in places.cards[board.id]:
        titles |= {each.id: each.text for each in (card, *places.merged[card.id])}
    return titles


def _rating(scope: Scope, rating: Rating, printed: dict[UUID, Text]) -> BoardRating:
    marks = [mark for mark in rating.marks if mark.on in printed]
    raters = {mark.on: mark.raters for mark in marks}
    lines: list[RatedLine] = []
    for mean, options in ranked(marks):
        place = len(lines) + 1
        for on in options:
            said = scope.said(printed[on])
            lines.append(RatedLine(place=place, title=said, mean=mean, raters=raters[on]))
    return BoardRating(
        criterion=scope.written(rating.criterion),
        method=rating_method(scope.t, rating.method),
        rated=rating.rated,
        voters=rating.voters,
        lines=tuple(lines),
        by_organisation=rating.method is VoteMethod.BY_ORGANISATION,
    )
