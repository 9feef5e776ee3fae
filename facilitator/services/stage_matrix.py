"""Composes the matrix for the room: what was rated where its two means meet; nothing of an open rating."""

from uuid import UUID

from facilitator.domain.cards import Board
from facilitator.domain.matrix import matrix
from facilitator.domain.ratings import Rating
from facilitator.domain.stage import MatrixView, StageFrame, StageMarked, StageText
from facilitator.i18n import N_
from facilitator.services.stage_ratings import of_rating
from facilitator.services.stage_room import NOTHING, Room
from facilitator.services.stage_votes import named


def matrix_view(room: Room, frame: StageFrame, board: Board | None) -> MatrixView:
    """Return the matrix of a board; without a mark while there are not two closed ratings."""
    if board is None:
        return MatrixView(frame=frame, question=room.say(room.workshop.title))
    said = {on: text for on in _rated(board.ratings) if (text := named(room, on)) is not None}
    made = matrix(board.ratings, said)
    question = room.say(board.question)
    if made is None:
        return MatrixView(frame=frame, question=question)
    number = room.formats[0].number
    marked = tuple(
        StageMarked(
            number=str(point.number),
            text=room.say(said[point.on]),
            up=number(point.up, 1),
            across=number(point.across, 1),
            place=(float(point.across), float(point.up)),
        )
        for point in made.points
    )
    up, across = (room.say(each.criterion) or NOTHING for each in (made.up, made.across))
    turnout = tuple(_turnout(room, each) for each in (made.up, made.across))
    return MatrixView(frame=frame, question=question, up=up, across=across, turnout=turnout, marked=marked)


def _turnout(room: Room, rating: Rating) -> StageText:
    return of_rating(room, rating, N_("{criterion}: {rated} of {of} rated."))


def _rated(ratings: tuple[Rating, ...]) -> set[UUID]:
    return {mark.on for rating in ratings if rating.closed for mark in rating.marks}
