"""The sections of a document as its own outline tells them, and what it lacks, with the way to mend it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol
from uuid import UUID

from facilitator.domain.frozen import dataclass
from facilitator.i18n import _, language, ngettext, translations

_TOP: Final = 0.12
"""Share of a page's height above which a section begins the page: its upper margin and running head."""

_LONGEST: Final = 60
"""Characters of a record's own words in a line."""

_MENDED_ON: Final[Mapping[str, tuple[str, str]]] = {
    "agreement-without-owner": ("work_plan", "responsible"),
    "agreement-without-date": ("work_plan", "due"),
    "agreement-without-source": ("work_plan", "source"),
    "session-without-times": ("agenda", "held"),
    "evaluation-without-forms": ("evaluation", ""),
    "parking-undecided": ("work_plan", "outcome"),
    "person-without-consent": ("people", "name_in_minutes"),
    "work-item-without-owner": ("work_plan", "responsible"),
    "work-item-without-date": ("work_plan", "dates"),
    "reflection-without-revision": ("reflection", "second_loop.revised_assumption"),
    "reflection-without-effects": ("reflection", "effects"),
}
"""The page on which each kind of gap is mended, and the field or column there."""


class Place(Protocol):
    """A place of the document's own outline."""

    @property
    def title(self) -> str:
        """Its words."""

    @property
    def level(self) -> int:
        """How deep it lies, from 0."""

    @property
    def page(self) -> int:
        """Its page, from 0."""

    @property
    def top(self) -> float:
        """How far down the page it is, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A section: its first and last page from 0, and how far down the first page it begins, 0 to 1.

    `checked` says whether it is to be written, None where that is no choice. Without pages, because it is
    left out or has nothing to say, `first` is -1.
    """

    key: object
    title: str
    level: int
    first: int
    top: float
    last: int
    checked: bool | None = None

    @property
    def is_placed(self) -> bool:
        """Whether it has pages."""
        return self.first >= 0

    @property
    def pages(self) -> str:
        """The pages as people count them: "5 – 10"."""
        if not self.is_placed:
            return ""
        return f"{self.first + 1}" if self.first == self.last else f"{self.first + 1}\u00a0– {self.last + 1}"

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        if self.checked is False:
            return _("{title}, left out").format(title=self.title)
        if not self.is_placed:
            return _("{title}, nothing to say yet").format(title=self.title)
        words = ngettext("{title}, page {pages}", "{title}, pages {pages}", self.last - self.first + 1)
        return words.format(title=self.title, pages=self.pages)


def section_rows(outline: Sequence[Place], pages: int) -> list[SectionRow]:
    """Return the outline's two upper levels with the pages that each takes."""
    rows = []
    section: Place | None = None
    part: Place | None = None  # the next of the first level, and of either, seen from the end
    for place, entry in reversed([*enumerate(outline)]):
        if entry.level > 1:
            continue
        after = section if entry.level == 0 else part
        part = entry
        section = entry if entry.level == 0 else section
        last = pages - 1
        if after is not None:
            # A section that begins at the top of a page leaves nothing of this one on it.
            last = after.page - (after.top < _TOP)
        rows.append(SectionRow(place, entry.title, entry.level, entry.page, entry.top, max(last, entry.page)))
    return rows[::-1]


def section_of(rows: Sequence[SectionRow], page: int, down: float) -> int:
    """Return the row in which a place is, -1 when it is in none: the last that begins at or above it."""
    above = (n for n, row in enumerate(rows) if row.is_placed and (row.first, row.top) <= (page, down))
    return max(above, key=lambda n: (rows[n].first, rows[n].top, n), default=-1)


# What is missing


class Missing(Protocol):
    """Something that a record lacks."""

    @property
    def key(self) -> str:
        """The kind of gap."""

    @property
    def record(self) -> UUID:
        """The record that lacks it."""

    @property
    def what(self) -> str:
        """The record in its own words."""


@dataclass(frozen=True, slots=True)
class GapRow:
    """What is missing, said once for all records that lack it, and the way to the first of them.

    `names` are those records; `page`, `record` and `field` say where the first is mended.
    """

    words: str
    names: tuple[str, ...]
    link: str
    page: str
    record: UUID
    field: str


def gap_rows(gaps: Iterable[Missing]) -> list[GapRow]:
    """Return what is missing, one row for each kind, in the order told."""
    by_key: dict[str, list[Missing]] = {}
    for gap in gaps:
        by_key.setdefault(gap.key, []).append(gap)
    return [_gap_row(key, found) for key, found in by_key.items()]


def _gap_row(key: str, found: Sequence[Missing]) -> GapRow:
    names = [_excerpt(each.what) for each in found]
    page, field = _MENDED_ON[key]
    link = _("Open it") if len(found) == 1 else _("Open the first")
    return GapRow(_gap_words(key, names), tuple(names), link, page, found[0].record, field)


def _gap_words(key: str, names: list[str]) -> str:
    from facilitator.services.minutes.gaps import SENTENCES  # noqa: PLC0415 - after the first paint

    count = len(names)
    if count == 1:
        return translations(language()).gettext(SENTENCES[key]).format(what=names[0])
    return _counted(count)[key].format(n=count)


def _counted(n: int) -> Mapping[str, str]:
    return {
        "agreement-without-owner": ngettext(
            "{n} agreement without a responsible person", "{n} agreements without a responsible person", n
        ),
        "agreement-without-date": ngettext(
            "{n} agreement without a date", "{n} agreements without a date", n
        ),
        "agreement-without-source": ngettext(
            "{n} agreement does not say where it came from",
            "{n} agreements do not say where they came from",
            n,
        ),
        "session-without-times": ngettext(
            "{n} session without the times at which it was held",
            "{n} sessions without the times at which they were held",
            n,
        ),
        "evaluation-without-forms": ngettext(
            "{n} evaluation without forms typed in", "{n} evaluations without forms typed in", n
        ),
        "parking-undecided": ngettext("{n} parked matter undecided", "{n} parked matters undecided", n),
        "person-without-consent": ngettext(
            "{n} person was not asked about names, photos and quotes",
            "{n} people were not asked about names, photos and quotes",
            n,
        ),
        "work-item-without-owner": ngettext(
            "{n} activity without a responsible person", "{n} activities without a responsible person", n
        ),
        "work-item-without-date": ngettext("{n} activity without a date", "{n} activities without a date", n),
        "reflection-without-revision": ngettext(
            "{n} reflection without the new wording of its assumption",
            "{n} reflections without the new wording of their assumption",
            n,
        ),
        "reflection-without-effects": ngettext(
            "{n} reflection does not say what changes because of it",
            "{n} reflections do not say what changes because of them",
            n,
        ),
    }


def _excerpt(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
