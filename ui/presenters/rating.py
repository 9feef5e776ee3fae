"""How a rating from 1 to 5 stands: what is rated, who may rate, what came out. No Qt."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from uuid import UUID

from facilitator.domain.cards import Board, Voting
from facilitator.domain.frozen import dataclass
from facilitator.domain.ratings import HIGHEST, Mark, Rating, ranked
from facilitator.domain.records import Records
from facilitator.formats import formats
from facilitator.i18n import _, language, ngettext, translations
from facilitator.words.ratings import rating_method
from ui.presenters import voting
from ui.presenters.cards import WallView
from ui.presenters.voting import BallotRow, Kind, VoterRow


def options(view: WallView, kind: Kind, rating: Rating, *, secret: bool) -> list[BallotRow]:
    """Return what can be rated; where marks are counted, with the sums so far."""
    rows = voting.options(view, kind, None, secret=secret)
    if rating.method.by_ballot:
        return [replace(row, dots=0, most=HIGHEST, points=True) for row in rows]
    return [_counted(row, rating.mark(row.key)) for row in rows]


def _counted(row: BallotRow, mark: Mark | None) -> BallotRow:
    """Return a line on which a sum stands, with how many marks it is of, and their mean."""
    if mark is None:
        return replace(row, dots=0, points=True, entry="")  # dots of a vote are no marks
    words = ngettext("{n} mark, mean {mean}", "{n} marks, mean {mean}", mark.raters)
    told = words.format(n=mark.raters, mean=formats(language()).number(mark.mean, 1))
    inside = row.inside if row.secret else " · ".join(part for part in (told, row.inside) if part)
    return replace(row, dots=mark.points, points=True, entry=str(mark.points), inside=inside)


def voters(records: Records, board: Board, rating: Rating, handed: Collection[UUID]) -> list[VoterRow]:
    """Return who may rate; `handed` did so since the sheet was opened, and is not stored anywhere."""
    rule = Voting(1, rating.voters, method=rating.method)
    return [
        replace(row, voted=row.key in handed) for row in voting.voters(records, replace(board, voting=rule))
    ]


def turnout_line(rating: Rating) -> str:
    """Return "Show of hands: 10 of 12 have rated"."""
    return _("{method}: {rated} of {of} have rated").format(
        method=rating_method(translations(language()), rating.method), rated=rating.rated, of=rating.voters
    )


@dataclass(frozen=True, slots=True)
class RatedPlace:
    """A place of the result: its mean, and what has it; more than one title share the place."""

    mean: str
    titles: tuple[str, ...]

    @property
    def tied(self) -> bool:
        """Whether several share the place."""
        return len(self.titles) > 1

    def head(self) -> str:
        """Return "4.2", or "4.2, a tie of 3"."""
        n = len(self.titles)
        if not self.tied:
            return self.mean
        return ngettext("{mean}, a tie of {n}", "{mean}, a tie of {n}", n).format(mean=self.mean, n=n)


def result(rating: Rating, titles: Mapping[UUID, str]) -> list[RatedPlace]:
    """Return the places of a closed rating, best first, ties as ties."""
    shown = [mark for mark in rating.marks if mark.on in titles]
    return [
        RatedPlace(formats(language()).number(mean, 1), tuple(titles[key] for key in keys))
        for mean, keys in ranked(shown)
    ]


def hint(rating: Rating | None, *, mirrored: bool, filling: bool) -> str:
    """Return what is to be done now, in one sentence."""
    if rating is None:
        return _("Say by what the room rates, such as effect or effort. Two ratings make a matrix.")
    if rating.closed:
        return turnout_line(rating)
    if mirrored:
        return _("The room sees this screen. Extend the displays before anybody rates here.")
    if filling:
        return _("Type a mark from 1 to 5 on each line. Nobody sees it until the rating is closed.")
    if rating.method.by_ballot:
        return _("Choose who rates; nobody's marks are kept, only their sum.")
    return _(
        "Type on each line the sum of its marks (42), their mean (4.2), or how many gave it 1, 2, 3, 4 and 5 "
        "(0 1 3 4 2). The room sees the means once it is closed."
    )
