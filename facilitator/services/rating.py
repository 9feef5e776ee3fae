"""Rating cards or clusters from 1 to 5: sums counted on paper or by hands, or one after another.

Who gave which mark is never stored, on no board: a ballot adds to the sums and cannot be told apart in them.
"""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from facilitator.domain.cards import Board, Card, CardStatus, Cluster
from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import InvalidInput
from facilitator.domain.ids import BoardId
from facilitator.domain.ratings import HIGHEST, LOWEST, Mark, Rating
from facilitator.domain.records import need
from facilitator.persistence.unit_of_work import Operation
from facilitator.services.operations import Operations


class Ratings:
    """What is done with the ratings of a board; each call is one operation. `place` counts from 0."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def add(self, board: BoardId, rating: Rating) -> ChangeSet:
        """Rate by one criterion more."""

        def change(operation: Operation) -> None:
            found = need(operation, Board, board)
            operation.put(replace(found, ratings=(*found.ratings, rating)))

        return self._operations.perform("set-rating", change)

    def change(self, board: BoardId, place: int, rating: Rating | None) -> ChangeSet:
        """Set the criterion, the method, the voters, whether it is closed; None deletes it with its marks.

        Raises NotFound, or InvalidInput when marks were given in a way that the new method does not know.
        """

        def change(operation: Operation) -> None:
            found, before = _rating(operation, board, place)
            if rating is None:
                operation.put(replace(found, ratings=_without(found.ratings, place)))
                return
            if before.marks and before.method.by_ballot != rating.method.by_ballot:
                raise InvalidInput("rating-has-marks")
            _put(operation, found, place, replace(rating, marks=before.marks))

        return self._operations.perform("set-rating", change)

    def count(self, board: BoardId, place: int, on: UUID, mark: Mark | None) -> ChangeSet:
        """Store what was counted for an option; None takes it back.

        Raises NotFound, or InvalidInput when the rating is not open, or fewer have rated.
        """

        def change(operation: Operation) -> None:
            found, rating = _open(operation, board, place, by_ballot=False)
            _refuse_foreign(operation, found, on)
            kept = tuple(each for each in rating.marks if each.on != on)
            counted = () if mark is None else (replace(mark, on=on),)
            _put(operation, found, place, replace(rating, marks=kept + counted))

        return self._operations.perform("count-rating", change)

    def rate(self, board: BoardId, place: int, marks: Mapping[UUID, int]) -> ChangeSet:
        """Take one ballot: a mark from 1 to 5 for each option, none for those that somebody leaves out.

        Raises NotFound, or InvalidInput when the rating is not open, for a mark that is none of the five,
        and when more hand in than there are voters.
        """

        def change(operation: Operation) -> None:
            found, rating = _open(operation, board, place, by_ballot=True)
            if rating.rated >= rating.voters:
                raise InvalidInput("too-many-voters", voted=rating.rated + 1, voters=rating.voters)
            known = {each.on: each for each in rating.marks}
            for on, points in marks.items():
                _refuse_foreign(operation, found, on)
                if not LOWEST <= points <= HIGHEST:
                    raise InvalidInput("points-out-of-range", value=points, low=LOWEST, high=HIGHEST)
                before = known.get(on)
                sums = (0, 0) if before is None else (before.points, before.raters)
                known[on] = Mark(on, sums[0] + points, sums[1] + 1)
            taken = replace(rating, rated=rating.rated + 1, marks=tuple(known.values()))
            _put(operation, found, place, taken)

        return self._operations.perform("cast-ballot", change)


def forget_marks(operation: Operation, on: UUID) -> None:
    """Take away the marks of something that goes."""
    option = operation.get(Card, on) or operation.get(Cluster, on)
    board = operation.get(Board, option.board) if option is not None else None
    if board is None or not any(rating.mark(on) for rating in board.ratings):
        return
    kept = [
        replace(each, marks=tuple(mark for mark in each.marks if mark.on != on)) for each in board.ratings
    ]
    operation.put(replace(board, ratings=tuple(kept)))


def _rating(operation: Operation, board: BoardId, place: int) -> tuple[Board, Rating]:
    found = need(operation, Board, board)
    if not 0 <= place < len(found.ratings):
        raise InvalidInput("vote-not-open")
    return found, found.ratings[place]


def _open(operation: Operation, board: BoardId, place: int, *, by_ballot: bool) -> tuple[Board, Rating]:
    found, rating = _rating(operation, board, place)
    if rating.closed or rating.method.by_ballot is not by_ballot:
        raise InvalidInput("vote-not-open")
    return found, rating


def _put(operation: Operation, board: Board, place: int, rating: Rating) -> None:
    ratings = (*board.ratings[:place], rating, *board.ratings[place + 1 :])
    operation.put(replace(board, ratings=ratings))


def _without(ratings: tuple[Rating, ...], place: int) -> tuple[Rating, ...]:
    return (*ratings[:place], *ratings[place + 1 :])


def _refuse_foreign(operation: Operation, board: Board, on: UUID) -> None:
    card = operation.get(Card, on)
    option = card or need(operation, Cluster, on)
    if option.board != board.id or (card is not None and card.status is not CardStatus.ACTIVE):
        raise InvalidInput("vote-on-another-board")
