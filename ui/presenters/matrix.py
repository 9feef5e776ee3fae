"""The matrix of a board for the operator: its points by number, or why there is none yet. No Qt."""

from collections.abc import Iterator
from uuid import UUID

from facilitator.domain.cards import Board, Card, CardStatus, Cluster
from facilitator.domain.frozen import dataclass
from facilitator.domain.matrix import AXES, matrix
from facilitator.domain.ratings import Rating
from facilitator.domain.records import Records
from facilitator.formats import formats
from facilitator.i18n import _, ngettext
from ui.presenters.voting import one_line


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A card or cluster on the matrix: its number, its means in figures and as where it stands."""

    key: UUID
    number: int
    title: str
    look: str
    """Paper of a card, empty for a cluster."""
    means: tuple[str, str]
    """Up, then across."""
    place: tuple[float, float]
    """Across, then up, from 1 to 5."""
    axes: tuple[str, str]
    """What goes up, then what goes across."""

    @property
    def spoken(self) -> str:
        """Return what a screen reader says."""
        (up, across), (first, second) = self.axes, self.means
        return _("{number}. {title}. {up}: {first}. {across}: {second}").format(
            number=self.number, title=self.title, up=up, first=first, across=across, second=second
        )


@dataclass(frozen=True, slots=True)
class MatrixState:
    """What the page shows: the names of the axes, the points, and a sentence where something is missing."""

    up: str = ""
    across: str = ""
    rows: tuple[MatrixRow, ...] = ()
    hint: str = ""


def can_be(board: Board | None) -> bool:
    """Tell whether a board is rated by two criteria, open or closed."""
    return board is not None and len(board.ratings) >= AXES


def can_be_drawn(board: Board) -> bool:
    """Tell whether two of its ratings are closed."""
    return matrix(board.ratings, ()) is not None


def state(records: Records, board: Board, language: str) -> MatrixState:
    """Return the matrix with the numbers that the room sees: hidden cards have none."""
    options = {each.key: each for each in _options(records, board, language)}
    found = matrix(board.ratings, options)
    if found is None:
        return MatrixState(hint=_waiting(board, language))
    up, across = found.up.criterion.best(language), found.across.criterion.best(language)
    number = formats(language).number
    rows = tuple(
        MatrixRow(
            key=point.on,
            number=point.number,
            title=options[point.on].title,
            look=options[point.on].look,
            means=(number(point.up, 1), number(point.across, 1)),
            place=(float(point.across), float(point.up)),
            axes=(up, across),
        )
        for point in found.points
    )
    return MatrixState(up, across, rows, _missing(found.up, found.across, set(options)))


@dataclass(frozen=True, slots=True)
class _Option:
    key: UUID
    title: str
    look: str


def _options(records: Records, board: Board, language: str) -> Iterator[_Option]:
    for card in records.where(Card, board=board.id):
        if card.status is CardStatus.ACTIVE and not card.hidden_on_stage:
            yield _Option(card.id, one_line(card.text.best(language)), card.kind.value)
    for cluster in records.where(Cluster, board=board.id):
        yield _Option(cluster.id, one_line(cluster.title.best(language)), "")


def _waiting(board: Board, language: str) -> str:
    names = [each.criterion.best(language) for each in board.ratings if not each.closed]
    return _("The matrix is drawn once both ratings are closed. Still open: {names}.").format(
        names=formats(language).listing(names)
    )


def _missing(up: Rating, across: Rating, shown: set[UUID]) -> str:
    """Say how much of what was rated has no place: hidden, or rated by one criterion only."""
    one, other = ({mark.on for mark in each.marks} for each in (up, across))
    n = len(one | other) - len(one & other & shown)
    return (
        ngettext(
            "{n} more is left out: hidden on stage, or rated by one criterion only.",
            "{n} more are left out: hidden on stage, or rated by one criterion only.",
            n,
        ).format(n=n)
        if n
        else ""
    )
