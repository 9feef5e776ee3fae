"""The first page: the thread, what and when, the figures, the summary, what was agreed, who took part."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Final

from exports.pdf import ink
from exports.pdf.badges import Agreed
from exports.pdf.blocks import Block, Space, Stack
from exports.pdf.ink import Style
from exports.pdf.page import BOTTOM, LEFT, PAPERS, RIGHT, TOP
from exports.pdf.setter import Setter, excerpt
from exports.pdf.table import BARE, Grid, Look, Part, Row
from exports.pdf.tags import Element, alternative
from exports.pdf.text import Text
from exports.pdf.thread import draw_thread
from exports.phrases import capital, credit
from facilitator.domain.frozen import dataclass
from facilitator.domain.minutes import AgreementLine, ParticipantRow, Tally, ThreadPlace, ThreadStop
from facilitator.domain.values import LooseDate

if TYPE_CHECKING:
    from exports.pdf.page import Page

_THREAD_FROM_TOP: Final = 178.0
_TITLE_FROM_THREAD: Final = 38.0
_SHORT_PAPER: Final = 800.0
"""A page lower than this, as Letter is, gives the thread less of its height."""
_SHORTER: Final = 20.0
_COLUMNS_BEFORE: Final = 20.0
_CREDITS_BEFORE: Final = 14.0
_NAMED_SHOWN: Final = 24
_COLUMNS: Final = Grid((-0.655, -0.345), gap=30.0)
_MARKED: Final = Grid((10.0, -1.0), gap=9.0)
_AGREED: Final = Look(above=5.0, below=5.0, part=Part.ITEM)
_STRONG_10: Final = Style("bold", 10, 14)


@dataclass(frozen=True, slots=True)
class Share:
    """How much of the later sections the first page tells already."""

    agreed: int
    dates: int
    named: bool = True
    groups: int = 12


_SHARES: Final = (
    Share(6, 3),
    Share(6, 2),
    Share(6, 1),
    Share(6, 3, named=False),
    Share(6, 2, named=False),
    Share(6, 1, named=False),
    Share(4, 1, named=False, groups=7),
    Share(3, 1, named=False, groups=5),
    Share(3, 0, named=False, groups=4),
)
"""From much to little, in the order in which detail gives way."""


class Thread(Block):
    """The thread over the whole width of the page; the title follows under it."""

    def __init__(self, setter: Setter, page_height: float) -> None:
        self.setter = setter
        self.down = _THREAD_FROM_TOP - (_SHORTER if page_height < _SHORT_PAPER else 0.0)

    def wrap(self, width: float) -> float:  # noqa: ARG002 - as wide as the page
        """Return how far down the title begins."""
        self.height = self.down + _TITLE_FROM_THREAD - TOP
        return self.height

    def draw(self, page: "Page", x: float, top: float) -> None:  # noqa: ARG002 - placed on the page itself
        """Draw it from edge to edge."""
        cover = self.setter.minutes.cover
        start, end = (
            day if isinstance(day, LooseDate) else LooseDate.of(day) for day in (cover.start, cover.end)
        )
        stops = cover.thread or (ThreadStop(ThreadPlace.THIS, start, end),)
        with page.tags.marked(Element("Figure", alternative(_thread_in_words(self.setter, stops)))):
            draw_thread(page.canvas, page.width, page.height - self.down, stops, self.setter.formats)
        page.anchor("cover", page.height)
        page.outline(self.setter.t.gettext("Summary"), "cover", 0)


def _thread_in_words(setter: Setter, stops: tuple[ThreadStop, ...]) -> str:
    """Say which workshops the thread goes through, and when they are."""
    t = setter.t
    forms = {
        ThreadPlace.BEFORE: t.gettext("The workshop before: {when}."),
        ThreadPlace.THIS: t.gettext("This workshop: {when}."),
        ThreadPlace.AFTER: t.gettext("The next workshop: {when}."),
    }
    known = [
        forms[stop.place].format(when=setter.formats.span(stop.start, stop.end))
        for stop in stops
        if stop.start is not None
    ]
    return " ".join([t.gettext("The thread through the workshops of the cycle."), *known])


class Figures(Block):
    """The workshop in a few counts, between a strong rule and a thin one."""

    before = 20.0

    def __init__(self, setter: Setter, figures: tuple[Tally, ...]) -> None:
        self.counts = [setter.text(setter.formats.number(each.count), ink.COUNT) for each in figures]
        self.labels = [setter.text(each.label, ink.CAPTION) for each in figures]

    def wrap(self, width: float) -> float:
        """Share the width out in fifths, or more parts when there are more."""
        self._width = width
        self._step = width / max(5, len(self.counts))
        for count in self.counts:
            count.wrap(self._step)
        self._labels = max(label.wrap(self._step - 8) for label in self.labels)
        self.height = 9.0 + ink.COUNT.leading + 2.0 + self._labels + 10.0
        return self.height

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw rules, counts and labels."""
        page.rule(x, top, self._width, ink.RULE, ink.INK)
        tags = page.tags
        with tags.inside(Element("L")):
            for n, (count, label) in enumerate(zip(self.counts, self.labels, strict=True)):
                count.tag, label.tag = Element("Lbl"), Element("LBody")
                with tags.inside(Element("LI")):
                    count.draw(page, x + n * self._step, top - 7.0)
                    label.draw(page, x + n * self._step, top - 9.0 - ink.COUNT.leading)
        page.rule(x, top - self.height, self._width, ink.HAIR, ink.LINE_STRONG)


def cover(setter: Setter, agreements_section: str, paper: str) -> Iterator[Block]:
    """Set the first page: as much detail as it holds; only a long summary goes on to the next."""
    minutes, t = setter.minutes, setter.t
    setter.at(t.gettext("Summary"))
    width, height = PAPERS[paper][0] - LEFT - RIGHT, PAPERS[paper][1]
    head: list[Block] = [
        Thread(setter, height),
        _title(setter, width),
        setter.text(_lead(setter), ink.LEAD, before=10.0),
    ]
    standing = " · ".join(part for part in (_version(setter), minutes.cover.status) if part)
    if standing:
        head.append(setter.text(standing, ink.CAPTION, before=6.0))
    if minutes.summary.figures:
        head.append(Figures(setter, minutes.summary.figures))
    yield from head
    room = height - TOP - BOTTOM - sum(block.wrap(width) + block.before for block in head)
    words = credit(setter, minutes.cover)
    foot = setter.text(words, ink.CAPTION) if words else None
    if foot is not None:
        room -= foot.wrap(width) + _CREDITS_BEFORE
    columns = _columns(setter, agreements_section, width, room - _COLUMNS_BEFORE)
    if columns is not None:
        columns.before = _COLUMNS_BEFORE
        room -= columns.wrap(width) + columns.before
        yield columns
    if foot is not None:
        foot.before = _CREDITS_BEFORE + max(0.0, room)
        yield foot


def _columns(setter: Setter, section: str, width: float, room: float) -> Row | None:
    """Return the two columns with the most detail that fits, else with all of it."""
    for share in _SHARES:
        for left, right in _divided(setter, section, share):
            if not left:
                return None
            row = Row(_COLUMNS, (_stack(left), _stack(right)), BARE)
            if row.wrap(width) <= room:
                return row
    left, right = _divided(setter, section, _SHARES[0])[0]
    return Row(_COLUMNS, (_stack(left), _stack(right)), BARE)


def _divided(setter: Setter, section: str, share: Share) -> list[tuple[list[Block], list[Block]]]:
    """Return the ways to fill the columns: dates go under the shorter one, the left one is never empty."""
    left = [*_summary(setter), *_agreed(setter, section, share.agreed)]
    right = [*_participants(setter, share)]
    dates = [*_next_dates(setter, share.dates)]
    if not left:
        return [([*right, *dates], [])]
    return [(left, [*right, *dates]), ([*left, *dates], right)]


def _stack(blocks: list[Block]) -> Stack | None:
    return Stack(blocks) if blocks else None


def _title(setter: Setter, width: float) -> Text:
    title = setter.minutes.cover.title
    for style, lines in ((ink.COVER, 3), (ink.COVER_LONG, 5)):
        block = setter.text(title, style)
        block.wrap(width)
        if len(block.lines) <= lines and all(len(word) < 40 for word in title.split()):
            return block
    return setter.text(title, ink.COVER_ENDLESS)


def _lead(setter: Setter) -> str:
    cover = setter.minutes.cover
    when = setter.formats.span(cover.start, cover.end)
    where = capital(", ".join(part for part in (cover.place, when) if part))
    return f"{cover.lead}\n{where}" if cover.lead else where


def _version(setter: Setter) -> str:
    version = setter.minutes.cover.version
    return setter.t.gettext("Version {number}").format(number=version) if version else ""


def _summary(setter: Setter) -> Iterator[Block]:
    paragraphs, objectives = setter.minutes.summary.paragraphs, setter.minutes.objectives
    if paragraphs:
        yield _heading(setter, setter.t.gettext("Summary"), 0.0)
    elif objectives:
        yield _heading(setter, setter.t.gettext("Objectives"), 0.0)
        yield Space(4.0)
        yield from setter.bullets(objectives)
    for n, paragraph in enumerate(paragraphs):
        yield setter.said(paragraph, before=7.0 if n else 4.0)


def _heading(setter: Setter, title: str, before: float) -> Text:
    block = setter.text(title, ink.HEADING, before=before)
    block.keep = True
    return block


def _agreed(setter: Setter, section: str, most: int) -> Iterator[Block]:
    agreements, t = setter.minutes.agreements, setter.t
    if not agreements:
        return
    yield _heading(setter, t.gettext("What was agreed"), 18.0)
    for line in agreements[:most]:
        yield _agreement(setter, line)
    rest = len(agreements) - most
    if rest > 0:
        more = t.ngettext("{n} more in section {section}", "{n} more in section {section}", rest)
        words = more.format(n=rest, section=section)
        link = setter.linked(words, "agreements", ink.CAPTION)
        link.before = 5.0
        yield link


def _agreement(setter: Setter, line: AgreementLine) -> Row:
    words: list[Block] = [setter.linked(excerpt(line.text.text, 180), line.anchor, ink.BODY_STRONG)]
    when = setter.formats.day(line.when) if line.when else ""
    who = ", ".join(part for part in (line.responsible, when) if part)
    if who:
        words.append(setter.text(who, ink.CAPTION))
    return Row(_MARKED, (Agreed(), Stack(words)), _AGREED)


def _participants(setter: Setter, share: Share) -> Iterator[Block]:
    people, t = setter.minutes.participants, setter.t
    if people is None or not people.rows:
        return
    yield _heading(setter, t.gettext("Participants"), 0.0)
    named = share.named and len(people.rows) <= _NAMED_SHOWN
    groups = _groups(people.rows)
    for n, (organisation, rows) in enumerate(groups[: share.groups]):
        title = setter.text(organisation, _STRONG_10, before=7.0 if n else 4.0)
        title.keep = True
        yield title
        yield setter.text(_who(setter, rows, named=named), ink.CAPTION)
    rest = len(groups) - share.groups
    if rest > 0:
        more = t.ngettext("{n} more organisation", "{n} more organisations", rest).format(n=rest)
        yield setter.text(more, ink.CAPTION, before=7.0)
    team = [row.name for row in people.rows if row.facilitation_team]
    if team and named:
        title = setter.text(t.gettext("Facilitation team"), _STRONG_10, before=9.0)
        title.keep = True
        yield title
        yield setter.text(", ".join(team), ink.CAPTION)


def _groups(rows: tuple[ParticipantRow, ...]) -> list[tuple[str, list[ParticipantRow]]]:
    others = [row for row in rows if not row.facilitation_team]
    return [(name, list(group)) for name, group in groupby(others, key=lambda row: row.organisation)]


def _who(setter: Setter, rows: list[ParticipantRow], *, named: bool) -> str:
    country = next((row.country for row in rows if row.country), None)
    count = setter.t.ngettext("{n} participant", "{n} participants", len(rows)).format(n=len(rows))
    who = ", ".join(row.name for row in rows) if named else count
    return f"{who}. {country}" if country else who


def _next_dates(setter: Setter, most: int) -> Iterator[Block]:
    steps = setter.minutes.next_steps[:most]
    if not steps:
        return
    yield _heading(setter, setter.t.gettext("What comes next"), 18.0)
    for n, step in enumerate(steps):
        when = setter.formats.day(step.when) if step.when else setter.t.gettext("No date yet")
        title = setter.text(when, _STRONG_10, before=7.0 if n else 4.0)
        title.keep = True
        yield title
        yield setter.text(excerpt(step.text, 140), ink.CAPTION)
