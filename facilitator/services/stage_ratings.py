"""What the room reads of a rating: the criterion while it is open, the means and ties once it is closed."""

from typing import Final

from facilitator.domain.cards import Board
from facilitator.domain.ratings import Rating, ranked
from facilitator.domain.stage import StageText
from facilitator.i18n import N_
from facilitator.services.stage_room import Room
from facilitator.services.stage_votes import joined, named
from facilitator.words.ratings import rating_method

_MOST_PLACES: Final = 3


def rating_lines(room: Room, board: Board) -> tuple[StageText, ...]:
    """Return what is told of a board's ratings; no mark before a rating is closed."""
    lines: list[StageText] = []
    for rating in board.ratings:
        if not rating.closed:
            lines.append(_open_line(room, rating))
        elif rating.marks:
            lines += [_closed_line(room, rating), *_places(room, rating)]
    return tuple(lines)


def _open_line(room: Room, rating: Rating) -> StageText:
    if rating.method.by_ballot:
        message = N_("Rate from 1 to 5: {criterion}. {rated} of {of} have rated.")
    else:
        message = N_("Rate from 1 to 5: {criterion}.")
    return of_rating(room, rating, message)


def _closed_line(room: Room, rating: Rating) -> StageText:
    return of_rating(room, rating, N_("{criterion}, 1 to 5 ({method}): {rated} of {of} rated."))


def of_rating(room: Room, rating: Rating, message: str) -> StageText:
    """Return a sentence of a rating: its criterion, how marks are given, how many gave them."""
    criterion = room.say(rating.criterion)
    names = (criterion.text, criterion.second or criterion.text)
    said = [
        t.gettext(message).format(
            criterion=name, method=rating_method(t, rating.method), rated=rating.rated, of=rating.voters
        )
        for t, name in zip(room.catalogues, names, strict=False)
    ]
    return room.counted(said)


def _places(room: Room, rating: Rating) -> list[StageText]:
    """Return the first places; what has the same mean shares one."""
    shown = {mark.on: text for mark in rating.marks if (text := named(room, mark.on)) is not None}
    lines = []
    for mean, options in ranked(mark for mark in rating.marks if mark.on in shown)[:_MOST_PLACES]:
        words = [room.say(shown[on]) for on in options]
        both = (joined([each.text for each in words]), joined([each.second or each.text for each in words]))
        said = [
            f"{formats.number(mean, 1)}  {names}" for formats, names in zip(room.formats, both, strict=False)
        ]
        lines.append(room.counted(said))
    return lines
