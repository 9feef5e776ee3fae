"""The sections of a document as its own outline tells them, and what it lacks, with the way to mend it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol

from facilitator.domain.frozen import dataclass
from facilitator.i18n import _, language, ngettext, translations

_TOP: Final = 0.12
"""Share of a page's height above which a section begins the page: its upper margin and running head."""

_LONGEST: Final = 60
"""Characters of a record's own words in a line."""

_MENDED_ON: Final[Mapping[str, str]] = {
    "agreement-without-owner": "work_plan",
    "agreement-without-date": "work_plan",
    "agreement-without-source": "work_plan",
    "session-without-times": "agenda",
    "parking-undecided": "work_plan",
    "person-without-consent": "people",
    "work-item-without-owner": "work_plan",
    "work-item-without-date": "work_plan",
    "reflection-without-revision": "reflection",
    "reflection-without-effects": "reflection",
}
"""The page on which each kind of gap is mended."""


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
    """A section: its first and last page from 0, and how far down the first page it begins, 0 to 1."""

    key: int
    title: str
    level: int
    first: int
    top: float
    last: int

    @property
    def pages(self) -> str:
        """The pages as people count them: "5 – 10"."""
        return f"{self.first + 1}" if self.first == self.last else f"{self.first + 1}\u00a0– {self.last + 1}"

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        words = ngettext("{title}, page {pages}", "{title}, pages {pages}", self.last - self.first + 1)
        return words.format(title=self.title, pages=self.pages)


def section_rows(outline: Sequence[Place], pages: int) -> list[SectionRow]:
    """Return the outline's two upper levels with the pages that each takes."""
    rows = []
    for place, entry in enumerate(outline):
        if entry.level > 1:
            continue
        after = next((each for each in outline[place + 1 :] if each.level <= entry.level), None)
        last = pages - 1
        if after is not None:
            # A section that begins at the top of a page leaves nothing of this one on it.
            last = after.page - (after.top < _TOP)
        rows.append(SectionRow(place, entry.title, entry.level, entry.page, entry.top, max(last, entry.page)))
    return rows


def section_of(rows: Sequence[SectionRow], page: int, down: float) -> int:
    """Return the row in which a place is, -1 when it is in none: the last that begins at or above it."""
    return max((n for n, row in enumerate(rows) if (row.first, row.top) <= (page, down)), default=-1)


# What is missing


@dataclass(frozen=True, slots=True)
class GapRow:
    """What is missing, said once for all records that lack it; `names` are those records."""

    words: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GapGroup:
    """What is mended on one page, with the words of the link that leads there."""

    page: str
    link: str
    rows: tuple[GapRow, ...]


def gap_groups(gaps: Iterable[tuple[str, str]]) -> list[GapGroup]:
    """Return what is missing, by the page that mends it; given are keys of gaps and the records' words."""
    by_key: dict[str, list[str]] = {}
    for key, what in gaps:
        by_key.setdefault(key, []).append(_excerpt(what))
    by_page: dict[str, list[GapRow]] = {}
    for key, names in by_key.items():
        by_page.setdefault(_MENDED_ON[key], []).append(GapRow(_gap_words(key, names), tuple(names)))
    links = {
        "work_plan": _("Open the work plan"),
        "agenda": _("Open the agenda"),
        "reflection": _("Open the reflection"),
        "people": _("Open people"),
    }
    return [GapGroup(page, links[page], tuple(rows)) for page, rows in by_page.items()]


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
