"""Two ratings of the board in the sample, by its cards, and their matrix: a tie, and places that are near."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from facilitator.domain.minutes import BoardMatrix, BoardRating, CardLine, MatrixPoint, RatedLine

_UP = (46, 46, 45, 42, 38, 30, 21, 11)
_ACROSS = (18, 18, 20, 41, 30, 31, 44, 50)
_RATED = 10


def rated(w, said, cards: Iterable[CardLine]) -> dict[str, Any]:
    """The fields of a board record that tell of its ratings."""
    chosen = list(cards)[: len(_UP)]
    criteria = (said("Efecto", "Effect"), said("Esfuerzo", "Effort"))
    methods = (w("Notas en papel", "Marks on paper"), w("Por organización", "By organisation"))
    ratings = tuple(
        BoardRating(
            criterion=criterion,
            method=method,
            rated=_RATED,
            voters=12,
            lines=_lines(chosen, sums),
            by_organisation=method == methods[1],
        )
        for criterion, method, sums in zip(criteria, methods, (_UP, _ACROSS), strict=True)
    )
    points = tuple(
        MatrixPoint(n, card.text, Decimal(up) / _RATED, Decimal(across) / _RATED)
        for n, (card, up, across) in enumerate(zip(chosen, _UP, _ACROSS, strict=False), start=1)
    )
    return {"ratings": ratings, "matrix": BoardMatrix(up=criteria[0], across=criteria[1], points=points)}


def _lines(cards: list[CardLine], sums: tuple[int, ...]) -> tuple[RatedLine, ...]:
    ranked = sorted(zip(cards, sums, strict=False), key=lambda each: -each[1])
    points = [each for _card, each in ranked]
    return tuple(
        RatedLine(
            place=points.index(each) + 1,
            title=card.text,
            mean=Decimal(each) / _RATED,
            points=each,
            raters=_RATED,
            card=card.number,
        )
        for card, each in ranked
    )
