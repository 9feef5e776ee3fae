"""The days as they went: sessions, notes, boards with cards by cluster, what was agreed or left open."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from exports.pdf import ink
from exports.pdf.badges import Badge
from exports.pdf.blocks import Block, Stack
from exports.pdf.ink import Style
from exports.pdf.question import QuestionBox
from exports.pdf.sections.ratings import matrix, ratings
from exports.pdf.setter import Setter, carried
from exports.pdf.table import BARE, HEAD, Grid, Look, Part, Row
from exports.phrases import day_title, standing, vote
from facilitator.domain.minutes import (
    BoardRecord,
    CardLine,
    ClusterRecord,
    DayAccount,
    NoteLine,
    Said,
    SessionAccount,
    Source,
)

_QUESTION: Final = Style("bold", 15, 20, level=3)
_CARDS: Final = {
    (True, True): Grid((12.0, -1.0, 118.0, 22.0), gap=8.0),
    (True, False): Grid((12.0, -1.0, 118.0), gap=8.0),
    (False, True): Grid((12.0, -1.0, 22.0), gap=8.0),
    (False, False): Grid((12.0, -1.0), gap=8.0),
}
"""Columns of a card row, by whether authors and dots are shown."""
_CARD: Final = Look(above=3.5, below=3.5, part=Part.ITEM)
_GROUP_HEAD: Final = replace(HEAD, part=Part.LAYOUT)
_AUTHOR: Final = Style("regular", 8, 14, ink.INK_2, "right")
_GROUP: Final = Grid((-1.0, 70.0))
_OPENING: Final = 3
"""Lines of a session's account that stay with its title."""
_CLOSING: Final = Grid((-1.0, -1.0), gap=40.0)


def proceedings(setter: Setter) -> Iterator[Block]:
    """Set all days."""
    lines = [line for day in setter.minutes.agenda for line in day.lines]
    lines += [session.line for day in setter.minutes.proceedings for session in day.sessions]
    total = max((line.number or 0 for line in lines), default=0)
    boards = any(session.boards for day in setter.minutes.proceedings for session in day.sessions)
    legend = setter.legend() if boards else None
    if legend is not None:
        yield legend
    for day in setter.minutes.proceedings:
        title = day_title(setter, day)
        heading = setter.heading(title, 1, day_anchor(day), mark=title)
        heading.before = 30.0 if day.number > 1 else 14.0 if legend is not None else 2.0
        yield heading
        for n, note in enumerate(day.notes):
            yield from _note(setter, note, before=5.0 if n else 6.0)
        for session in day.sessions:
            yield from _session(setter, session, total, title)


def day_anchor(day: DayAccount) -> str:
    """Return the name of the place where a day begins."""
    return f"day-{day.number}"


def _session(setter: Setter, session: SessionAccount, total: int, day: str) -> Iterator[Block]:
    line, t = session.line, setter.t
    number, mark = "", day
    setter.at(line.title)
    if line.number is not None:
        which = t.gettext("Session {n} of {total}").format(n=line.number, total=total)
        setter.at(f"{which}, {line.title}")
        number, mark = str(line.number), f"{day}. {which}"
    heading = setter.heading(line.title, 2, session.anchor, number=number, mark=mark)
    heading.depth = 2
    yield heading
    about = setter.text(standing(setter, session), ink.CAPTION, before=2.0)
    content = [*_account(setter, session)]
    about.keep = bool(content or session.boards)
    yield about
    for n, block in enumerate(content, start=1):
        opens = n < min(_OPENING, len(content))
        block.near = block.near or opens or (n == len(content) and bool(session.boards))
    yield from content
    for board in session.boards:
        yield from _board(setter, board)
    yield from _closing(setter, session)


def _account(setter: Setter, session: SessionAccount) -> Iterator[Block]:
    t = setter.t
    facts = [
        *setter.fact(t.gettext("Objective"), session.objective),
        *setter.fact(t.gettext("How"), session.how),
    ]
    if facts:
        facts[0].before = 6.0
    yield from facts
    heading: str | None = None
    for n, note in enumerate(session.notes):
        if note.heading and note.heading != heading:
            yield setter.minor(note.heading)
        heading = note.heading
        yield from _note(setter, note, before=5.0 if n else 6.0)


def _note(setter: Setter, note: NoteLine, *, before: float) -> Iterator[Block]:
    words = setter.said(note.text, before=before)
    words.near = bool(note.author)
    yield words
    if note.author:
        yield setter.text(note.author, ink.CAPTION)


def _board(setter: Setter, board: BoardRecord) -> Iterator[Block]:
    cards = [card for cluster in board.clusters for card in cluster.cards]
    counted = Counter(card.kind for card in cards)
    order = [*setter.kinds, *(kind for kind in counted if kind not in setter.kinds)]
    counts = [(setter.kinds.get(kind, kind), counted[kind]) for kind in order if kind in counted]
    says = ", ".join(f"{setter.word(kind)}: {counted[kind]}" for kind in order if kind in counted)
    box = QuestionBox(setter.said(board.question, _QUESTION), counts if len(counts) <= 8 else (), says)
    box.anchor = board.anchor
    box.keep = bool(cards)
    yield box
    shows_authors = any(card.author for card in cards)
    shows_dots = any(card.dots is not None for card in cards)
    grid = _CARDS[shows_authors, shows_dots]
    alone = len(board.clusters) == 1
    last = next((each for each in reversed(board.clusters) if each.cards), None)
    for cluster in board.clusters:
        on = board.vote is not None and cluster is last
        yield from _cluster(setter, cluster, grid, alone=alone, on=on)
    if board.vote is not None:
        yield setter.text(vote(setter, board.vote), ink.CAPTION, before=6.0)
    yield from ratings(setter, board.ratings)
    yield from matrix(setter, board.matrix)
    yield from setter.led_to(board.anchor)
    if board.conclusion is not None:
        yield setter.minor(setter.t.gettext("Conclusion"), before=12.0)
        yield setter.said(board.conclusion)


def _cluster(setter: Setter, cluster: ClusterRecord, grid: Grid, *, alone: bool, on: bool) -> Iterator[Block]:
    """Set a group's cards under its title; with `on` the last one stays with what follows."""
    t = setter.t
    if not cluster.cards:
        return
    loose = Said(t.gettext("Answers") if alone else t.gettext("Outside any group"), setter.minutes.language)
    title = cluster.title or loose
    dots = ""
    if cluster.dots is not None:
        dots = t.ngettext("{n} dot", "{n} dots", cluster.dots).format(n=cluster.dots)
    head = _cluster_head(setter, title, dots)
    yield head
    if cluster.summary is not None:
        summary = setter.said(cluster.summary, ink.BODY_QUIET, before=4.0)
        summary.near = True
        yield summary
    again = _cluster_head(setter, Said(t.gettext("{title} (continued)").format(title=title.text), ""), "")
    top = max((card.dots or 0 for card in cluster.cards), default=0)
    yield from carried((_card(setter, card, grid, top) for card in cluster.cards), again, on=on)


def _cluster_head(setter: Setter, title: Said, dots: str) -> Row:
    count = setter.text(dots, Style("tabular", 8.6, 16, ink.INK_2, "right")) if dots else None
    row = Row(_GROUP, (setter.said(title, ink.SUBHEADING), count), _GROUP_HEAD)
    row.before = 12.0
    row.keep = True
    return row


def _card(setter: Setter, card: CardLine, grid: Grid, top: int) -> Row:
    style = ink.BODY_STRONG if card.dots and card.dots == top else ink.BODY
    words = card_words(setter, card, style)
    if led_to := setter.led_to(card.anchor):
        words = Stack([words, *led_to])
    cells: list[Block | None] = [Badge(setter.kinds.get(card.kind, card.kind), setter.word(card.kind)), words]
    if grid in (_CARDS[True, True], _CARDS[True, False]):
        cells.append(setter.text(card.author, _AUTHOR) if card.author else None)
    if grid in (_CARDS[True, True], _CARDS[False, True]):
        cells.append(setter.text(str(card.dots) if card.dots else "–", ink.DOTS))
    return Row(grid, cells, _CARD, anchor=card.anchor)


def card_words(setter: Setter, card: CardLine, style: Style) -> Block:
    """Set a card's words, what its author added, and the cards merged into it."""
    blocks: list[Block] = [setter.said(card.text, style)]
    if card.kind in setter.own_kinds:
        blocks.append(setter.text(setter.own_kinds[card.kind], ink.CAPTION))
    if card.clarification is not None:
        blocks.append(setter.said(card.clarification, ink.CAPTION, lead=setter.t.gettext("Meaning:")))
    if card.merged:
        merged = setter.t.ngettext("{n} card merged", "{n} cards merged", card.merged)
        blocks.append(setter.text(merged.format(n=card.merged), ink.CAPTION))
    blocks += [setter.said(text, ink.CAPTION) for text in card.merged_texts]
    return blocks[0] if len(blocks) == 1 else Stack(blocks)


def _closing(setter: Setter, session: SessionAccount) -> Iterator[Block]:
    t = setter.t
    columns = [
        Stack([setter.minor(title, before=0.0), *_outcomes(setter, outcomes)])
        for title, outcomes in (
            (t.gettext("Agreed in the session"), session.agreed),
            (t.gettext("Left open"), session.left_open),
        )
        if outcomes
    ]
    if columns:
        grid = _CLOSING if len(columns) > 1 else Grid((-1.0,))
        row = Row(grid, columns, BARE)
        row.before = 16.0
        yield row


def _outcomes(setter: Setter, outcomes: Iterable[tuple[Said, Source | None]]) -> Iterator[Block]:
    for n, (said, source) in enumerate(outcomes):
        yield setter.said(said, before=4.0 if n else 0.0)
        if source is not None:
            yield setter.linked(source.label, source.anchor, ink.CAPTION)
