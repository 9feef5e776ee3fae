"""Fields of records, declared once: what a form or a cell shows of each, and what leaving it changes.

A field says by its kind how its words are read: a text of people, a figure, a date, a choice. The same
declaration serves a form's field and a table's cell.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final, Literal, TypeVar, cast
from uuid import UUID

from facilitator.domain.cases import Buyer, Seller
from facilitator.domain.change_theory import Formula, Reading
from facilitator.domain.errors import FacilitatorError, InvalidInput
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import OrganisationId
from facilitator.domain.typed import typed_count, typed_date, typed_number
from facilitator.i18n import _
from ui.presenters.cases import Casebook
from ui.presenters.cells import Cell, Column
from ui.presenters.forms import FieldKind, FieldSpec, chosen
from ui.presenters.wording import lines, reworded, reworded_lines, shown

Kind = Literal[
    "words",
    "needed",
    "lines",
    "plain",
    "name",
    "names",
    "count",
    "figure",
    "date",
    "day",
    "choice",
    "checks",
    "parts",
]
"""How words are read: "needed" is a text and "name" a string that cannot be empty, "date" may lack its day,
"lines" are texts and "names" strings, several of them, "parts" figures by name."""

R = TypeVar("R")

YES: Final = "yes"
NO: Final = "no"


def is_yes(key: str) -> bool:
    """Return what the key of a yes-or-no choice means."""
    return key == YES


def organisation(key: str) -> OrganisationId:
    """Return an organisation's key as it is stored."""
    return OrganisationId(UUID(key))


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field. `name` is its path in the record ("seller.name"), empty for the item itself.

    `head` and `hint` are English and marked for the catalogue. `of` turns the key of a choice into its
    value, and where nothing is no choice, `must` is set. `width`, `stretch`, `drop` and `strong` are a
    column's, `row`, `rows` and `title` a form's.
    """

    name: str
    head: str
    kind: Kind = "words"
    of: Callable[[str], object] | None = None
    hint: str = ""
    width: int = 120
    stretch: bool = False
    drop: int = 0
    strong: bool = False
    row: int = 0
    rows: tuple[int, int] = (1, 6)
    title: bool = False
    must: bool = False


_BLANK: Final[Mapping[str, Callable[[], object]]] = {
    "seller": lambda: Seller(""),
    "buyer": lambda: Buyer(""),
    "baseline": Reading,
    "target": Reading,
    "formula": Formula,
}
"""Parts of records that are not there before somebody fills one of their fields."""


def value_of(item: object, name: str) -> Any:
    """Return the value at a path; None where a part on the way is missing."""
    found: Any = item
    for part in name.split(".") if name else ():
        found = None if found is None else getattr(found, part)
    return found


def with_value(item: R, name: str, value: object) -> R:
    """Return an item with another value at a path; a part that has nothing left becomes None."""
    if not name:
        return cast("R", value)
    first, _dot, rest = name.partition(".")
    if not rest:
        return cast("R", replace(cast("Any", item), **{first: value}))
    part = getattr(item, first)
    blank = _BLANK.get(first)
    if part is None and blank is not None:
        part = blank()
    changed: object = with_value(part, rest, value)
    if blank is not None and changed == blank():
        changed = None
    return cast("R", replace(cast("Any", item), **{first: changed}))


def words_of(field: Field, item: object, book: Casebook) -> str:
    """Return what a field shows of an item, as it can be typed again."""
    value = value_of(item, field.name)
    if value is None:
        return ""
    return _SHOWN[field.kind](value, book)


def _key(value: Any, _book: Casebook) -> str:
    if isinstance(value, bool):
        return YES if value else NO
    return str(getattr(value, "value", value))


_SHOWN: Final[Mapping[str, Callable[[Any, Casebook], str]]] = {
    **dict.fromkeys(("words", "needed"), lambda value, book: shown(value, book.language)),
    "lines": lambda value, book: lines(value, book.language),
    "names": lambda value, _book: ", ".join(value),
    "figure": lambda value, book: book.formats.number(value),
    **dict.fromkeys(("date", "day"), lambda value, book: book.formats.short_day(value)),
    "checks": lambda value, _book: " ".join(str(each) for each in value),
    "parts": lambda value, book: "; ".join(
        f"{name}: {book.formats.number(each)}" for name, each in value.items()
    ),
    **dict.fromkeys(("plain", "name", "count", "choice"), _key),
}


def read(field: Field, item: object, words: str, book: Casebook) -> Any:
    """Return the value that typed words mean. Raises InvalidInput for what cannot be read."""
    if field.kind in {"words", "needed", "lines"}:
        return _read_text(field, value_of(item, field.name), words, book)
    found = _READ[field.kind](field, words.strip(), book)
    if found is None and field.must:
        raise InvalidInput("date-unknown" if field.kind == "day" else "number-unknown", text=words.strip())
    return found


def _read_text(field: Field, old: Any, words: str, book: Casebook) -> object:
    if field.kind == "lines":
        return reworded_lines(old or (), words, book.language, book.new_text)
    found = reworded(old, words, book.language, book.new_text)
    return book.new_text("") if found is None and field.kind == "needed" else found


_READ: Final[Mapping[str, Callable[[Field, str, Casebook], object]]] = {
    "plain": lambda _field, words, _book: words or None,
    "name": lambda _field, words, _book: words,
    "names": lambda _field, words, _book: tuple(part for each in words.split(",") if (part := each.strip())),
    "count": lambda _field, words, _book: typed_count(words),
    "figure": lambda _field, words, _book: typed_number(words),
    "date": lambda _field, words, book: typed_date(words, book.near),
    "day": lambda _field, words, book: _day(words, book.near),
    "checks": lambda field, words, _book: tuple(_value(field, each) for each in chosen(words)),
    "choice": lambda field, words, _book: _value(field, words),
    "parts": lambda _field, words, _book: _parts(words),
}


def _parts(words: str) -> dict[str, Decimal]:
    """Read "women: 12; men: 9". Raises InvalidInput."""
    found = {}
    for each in words.split(";"):
        if not each.strip():
            continue
        name, _colon, typed = each.rpartition(":")
        number = typed_number(typed)
        if not name.strip() or number is None:
            raise InvalidInput("number-unknown", text=each.strip())
        found[name.strip()] = number
    return found


def _value(field: Field, key: str) -> object:
    if not key or field.of is None:
        return key or None
    return field.of(key)


def _day(words: str, near: dt.date) -> dt.date | None:
    """Return a day; a month alone does not say which. Raises InvalidInput."""
    found = typed_date(words, near)
    if found is not None and found.day is None:
        raise InvalidInput("date-unknown", text=words.strip())
    return None if found is None else found.first_day()


def edited(field: Field, item: R, words: str, book: Casebook) -> R:
    """Return an item after a field of it was left. Raises InvalidInput, also what the item refuses."""
    return with_value(item, field.name, read(field, item, words, book))


def refusal(act: Callable[[], object]) -> FacilitatorError | None:
    """Return why a change would be refused, or None."""
    try:
        act()
    except FacilitatorError as error:
        return error
    return None


# Forms


def specs_of(fields: Sequence[Field]) -> list[FieldSpec]:
    """Return fields as the specification of a form."""
    return [
        FieldSpec(each.name, each.head, _form_kind(each), row=each.row, hint=each.hint, lines=each.rows)
        for each in fields
    ]


def _form_kind(field: Field) -> FieldKind:
    if field.title:
        return "title"
    kinds: dict[str, FieldKind] = {
        "words": "area",
        "needed": "area",
        "lines": "area",
        "choice": "choice",
        "checks": "checks",
    }
    return kinds.get(field.kind, "line")


def form_values(fields: Sequence[Field], item: object, book: Casebook) -> dict[str, str]:
    """Return what the fields of a form show."""
    return {each.name: words_of(each, item, book) for each in fields}


def named(fields: Sequence[Field], name: str) -> Field:
    """Return a field by its name. Raises KeyError for another one."""
    return {each.name: each for each in fields}[name]


# Cells


def column_of(field: Field) -> Column:
    """Return a field as a column of a table."""
    right = field.kind in {"count", "figure"}
    return Column(
        key=field.name or "text",
        head=_(field.head),
        width=field.width,
        stretch=field.stretch,
        align="right" if right else "left",
        editor="choice" if field.kind == "choice" else "line",
        drop=field.drop,
    )


def cell_of(field: Field, item: object, book: Casebook, items: Sequence[tuple[str, str]] = ()) -> Cell:
    """Return what a cell shows and edits of an item; `items` are what its choice offers."""
    words = " ".join(words_of(field, item, book).split())
    label = words
    if field.kind == "choice":
        label = dict(items).get(words, words) or "–"
    return Cell(shown=label, edit=words, strong=field.strong)


def figure(value: Decimal | None, book: Casebook) -> str:
    """Return a figure as it is written here, or a dash."""
    return "–" if value is None else book.formats.number(value)
