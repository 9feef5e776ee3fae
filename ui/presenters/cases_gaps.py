"""How far the sides of an assessment are apart: radar and table of gaps (domain.md 3.6)."""

from decimal import Decimal

from facilitator.domain.cases import BusinessPrinciple, Perspective, PrincipleAssessment
from facilitator.domain.frozen import dataclass
from facilitator.i18n import _, translations
from facilitator.words import word
from ui.presenters.cases import Casebook
from ui.presenters.cases_fields import figure
from ui.presenters.cases_principles import mark_of
from ui.presenters.cells import Cell, Column, Row


@dataclass(frozen=True, slots=True)
class RadarLine:
    """One side's marks as shares of the radius, 1 for the highest, by principle; None where there is none."""

    side: Perspective
    name: str
    shares: tuple[float | None, ...]


def radar(book: Casebook, owner: PrincipleAssessment) -> tuple[list[str], list[RadarLine]]:
    """Return the names of the axes, and a line for each side that gave a mark."""
    t = translations(book.language)
    steps = owner.scale.max - owner.scale.min + 1  # the lowest mark stands on the first ring
    lines = []
    for side in Perspective:
        marks = [mark_of(owner, side, each) for each in BusinessPrinciple]
        if any(mark is not None for mark in marks):
            shares = tuple(
                None if mark is None else float(mark - owner.scale.min + 1) / steps for mark in marks
            )
            lines.append(RadarLine(side, word(t, side), shares))
    return [word(t, each) for each in BusinessPrinciple], lines


def gap_columns() -> list[Column]:
    """Return the columns of the table of gaps."""
    return [
        Column(key="principle", head=_("Largest difference first"), width=180, least=130, stretch=True),
        Column(key="gap", head=_("Difference"), width=96, least=88, align="right"),
        Column(key="change", head=_("Since the last"), width=116, align="right"),
    ]


def gap_rows(book: Casebook, owner: PrincipleAssessment, before: PrincipleAssessment | None) -> list[Row]:
    """Return the principles by how far the sides are apart, with the change of their mean."""
    t = translations(book.language)
    order = sorted(BusinessPrinciple, key=lambda each: _wide_first(gap_of(owner, each)))
    rows = []
    for principle in order:
        gap = gap_of(owner, principle)
        change = (
            None if before is None else _difference(mean_of(owner, principle), mean_of(before, principle))
        )
        cells = {
            "principle": Cell(shown=word(t, principle)),
            "gap": Cell(shown=figure(gap, book), strong=bool(gap)),
            "change": Cell(shown=_signed(change, book)),
        }
        rows.append(Row(key=principle, cells=cells))
    return rows


def _wide_first(gap: Decimal | None) -> Decimal:
    return Decimal(1) if gap is None else -gap


def gap_of(owner: PrincipleAssessment, principle: BusinessPrinciple) -> Decimal | None:
    """Return how far the highest and the lowest mark of a principle are apart; None below two marks."""
    marks = _marks(owner, principle)
    return max(marks) - min(marks) if len(marks) > 1 else None


def mean_of(owner: PrincipleAssessment, principle: BusinessPrinciple) -> Decimal | None:
    """Return the mean of the marks of a principle, None without any."""
    marks = _marks(owner, principle)
    return sum(marks, Decimal(0)) / len(marks) if marks else None


def _marks(owner: PrincipleAssessment, principle: BusinessPrinciple) -> list[Decimal]:
    found = [mark_of(owner, side, principle) for side in Perspective]
    return [mark for mark in found if mark is not None]


def _difference(now: Decimal | None, then: Decimal | None) -> Decimal | None:
    return None if now is None or then is None else now - then


def _signed(change: Decimal | None, book: Casebook) -> str:
    if change is None:
        return "–"
    written = book.formats.number(round(change, 1))
    return f"+{written}" if change > 0 else written
