"""Ratings of a board as the minutes tell them: method, turnout, means, ties as ties; two of them as a matrix.

What was withdrawn or hidden is not told, and holds no place.
"""

from uuid import UUID

from facilitator.domain.cards import Board, Cluster, VoteMethod
from facilitator.domain.frozen import dataclass
from facilitator.domain.matrix import matrix
from facilitator.domain.minutes import BoardMatrix, BoardRating, MatrixPoint, RatedLine
from facilitator.domain.ratings import Rating, ranked
from facilitator.domain.values import Text
from facilitator.services.minutes.places import Places
from facilitator.services.minutes.scope import Scope
from facilitator.words.ratings import rating_method


@dataclass(frozen=True, slots=True)
class _Option:
    """Something that was rated and may be printed; `card` is the number of a card."""

    title: Text
    card: str | None = None


def board_ratings(scope: Scope, places: Places, board: Board) -> tuple[BoardRating, ...]:
    """Gather the ratings that were closed; the marks of an open one are nobody's business yet."""
    printed = _printed(scope, places, board)
    ratings = (_rating(scope, each, printed) for each in board.ratings if each.closed)
    return tuple(each for each in ratings if each.lines)


def board_matrix(scope: Scope, places: Places, board: Board) -> BoardMatrix | None:
    """Gather the matrix of a board; None where no two closed ratings have something in common."""
    printed = _printed(scope, places, board)
    merged = {each.id for card in places.cards[board.id] for each in places.merged[card.id]}
    found = matrix(board.ratings, printed.keys() - merged)  # as on stage, where a merged card is no card
    if found is None or not found.points:
        return None
    return BoardMatrix(
        up=scope.written(found.up.criterion),
        across=scope.written(found.across.criterion),
        points=tuple(
            MatrixPoint(point.number, scope.said(printed[point.on].title), point.up, point.across)
            for point in found.points
        ),
    )


def _printed(scope: Scope, places: Places, board: Board) -> dict[UUID, _Option]:
    """Return everything on a board that may be printed."""
    clusters = scope.records.where(Cluster, board=board.id)
    titles: dict[UUID, _Option] = {each.id: _Option(each.title) for each in clusters}
    for card in places.cards[board.id]:
        number = places.card_numbers[card.id]
        titles |= {each.id: _Option(each.text, number) for each in (card, *places.merged[card.id])}
    return titles


def _rating(scope: Scope, rating: Rating, printed: dict[UUID, _Option]) -> BoardRating:
    marks = {mark.on: mark for mark in rating.marks if mark.on in printed}
    lines: list[RatedLine] = []
    for mean, options in ranked(marks.values()):
        place = len(lines) + 1
        for on in options:
            option, mark = printed[on], marks[on]
            lines.append(
                RatedLine(
                    place=place,
                    title=scope.said(option.title),
                    mean=mean,
                    points=mark.points,
                    raters=mark.raters,
                    card=option.card,
                )
            )
    return BoardRating(
        criterion=scope.written(rating.criterion),
        method=rating_method(scope.t, rating.method),
        rated=rating.rated,
        voters=rating.voters,
        lines=tuple(lines),
        by_organisation=rating.method is VoteMethod.BY_ORGANISATION,
    )
