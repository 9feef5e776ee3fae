"""What a form of fields consists of, as plain values: which fields, of which kind, side by side or not."""

from typing import Literal

from facilitator.domain.frozen import dataclass

Items = list[tuple[str, str]]
FieldKind = Literal["line", "area", "title", "choice", "checks"]


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field. Fields with the same `row` stand side by side.

    `label` and `hint` are English and marked for the catalogue. The value of "checks" is the chosen keys,
    joined by a space.
    """

    name: str
    label: str
    kind: FieldKind = "line"
    row: int = 0
    hint: str = ""
    lines: tuple[int, int] = (1, 6)


def chosen(value: str) -> list[str]:
    """Return the keys in the value of a field of several choices."""
    return value.split()
