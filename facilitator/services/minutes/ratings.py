"""Ratings of a board as the minutes tell them: method, turnout, means, ties as ties."""

from facilitator.domain.cards import Board, Card, Cluster, VoteMethod
from facilitator.domain.minutes import BoardRating, RatedLine
from facilitator.domain.ratings import Rating, ranked
from facilitator.services.minutes.scope import Scope
from facilitator.words.ratings import rating_method


def board_ratings(scope: Scope, board: Board) -> tuple[BoardRating, ...]:
    """Gather the ratings that were closed; the marks of an open one are nobody's business yet."""
    return tuple(_rating(scope, each) for each in board.ratings if each.closed and each.marks)


def _rating(scope: Scope, rating: Rating) -> BoardRating:
    raters = {mark.on: mark.raters for mark in rating.marks}
    lines: list[RatedLine] = []
    for mean, options in ranked(rating.marks):
        place = len(lines) + 1
        for on in options:
            option = scope.records.get(Card, on) or scope.records.get(Cluster, on)
            if option is not None:
                said = scope.said(option.text if isinstance(option, Card) else option.title)
                lines.append(RatedLine(place=place, title=said, mean=mean, raters=raters[on]))
    return BoardRating(
        criterion=scope.written(rating.criterion),
        method=rating_method(scope.t, rating.method),
        rated=rating.rated,
        voters=rating.voters,
        lines=tuple(lines),
        by_organisation=rating.method is VoteMethod.BY_ORGANISATION,
    )
