"""The days as they went: sessions, notes, boards with cards by cluster, what was agreed or left open."""

import re
from collections import Counter
from collections.abc import Iterator

from exports.outline.pen import Pen, facts
from exports.outline.pieces import Column, Heading, Listing, Piece, Question, Role, Row, Table, Words
from exports.outline.ratings import ratings
from exports.phrases import DASH, day_title, standing, vote
from facilitator.domain.minutes import (
    BoardRecord,
    CardLine,
    ClusterRecord,
    NoteLine,
    Said,
    SessionAccount,
    Source,
)


def proceedings(pen: Pen) -> Iterator[Piece]:
    """Write all days."""
    for day in pen.minutes.proceedings:
        yield Heading(day_title(pen, day), 2, f"day-{day.number}")
        yield from _notes(pen, day.notes, level=3)
        for session in day.sessions:
            yield from _session(pen, session)


def _session(pen: Pen, session: SessionAccount) -> Iterator[Piece]:
    line, t = session.line, pen.t
    number = "" if line.number is None else str(line.number)
    yield Heading(line.title, 3, session.anchor, number)
    yield from pen.note(standing(pen, session))
    yield from facts(
        (t.gettext("Objective"), pen.words(session.objective)), (t.gettext("How"), pen.words(session.how))
    )
    yield from _notes(pen, session.notes, level=4)
    for board in session.boards:
        yield from _board(pen, board)
    yield from _outcomes(pen, t.gettext("Agreed in the session"), session.agreed)
    yield from _outcomes(pen, t.gettext("Left open"), session.left_open)


def _notes(pen: Pen, notes: tuple[NoteLine, ...], *, level: int) -> Iterator[Piece]:
    heading: str | None = None
    for note in notes:
        if note.heading and note.heading != heading:
            yield Heading(note.heading, level)
        heading = note.heading
        yield from pen.said(note.text)
        yield from pen.note(note.author)


def _outcomes(pen: Pen, title: str, outcomes: tuple[tuple[Said, Source | None], ...]) -> Iterator[Piece]:
    if outcomes:
        yield Heading(title, 4)
        yield Listing(tuple((*pen.said(said), *pen.sources([source])) for said, source in outcomes))


def _board(pen: Pen, board: BoardRecord) -> Iterator[Piece]:
    cards = [card for cluster in board.clusters for card in cluster.cards]
    yield Question(pen.said(board.question, strong=True), _counts(pen, cards), board.anchor)
    columns = _columns(pen, cards)
    alone = len(board.clusters) == 1
    for cluster in board.clusters:
        if cluster.cards:
            yield from _cluster(pen, cluster, columns, alone=alone)
    if board.vote is not None:
        yield from pen.note(vote(pen, board.vote))
    yield from ratings(pen, board)
    if board.conclusion is not None:
        yield Heading(pen.t.gettext("Conclusion"), 4)
        yield from pen.said(board.conclusion)


def _counts(pen: Pen, cards: list[CardLine]) -> str:
    """Return how many cards of each kind answered: "Works 4, Difficulty 3"."""
    counted = Counter(card.kind for card in cards)
    order = [*pen.kinds, *(kind for kind in counted if kind not in pen.kinds)]
    return ", ".join(
        f"{pen.kinds.get(kind, kind)} {pen.formats.number(counted[kind])}"
        for kind in order
        if kind in counted
    )


def _columns(pen: Pen, cards: list[CardLine], *, numbered: bool = False) -> tuple[Column, ...]:
    t = pen.t
    columns = [Column(t.gettext("Card"), 0.5)] if numbered else []
    columns += [Column(t.gettext("Kind"), 0.8), Column(t.gettext("What it says"), 3.4)]
    if any(card.author for card in cards):
        columns.append(Column(t.gettext("By"), 1.1))
    if any(card.dots is not None for card in cards):
        columns.append(Column(t.gettext("Dots"), 0.5, "right"))
    return tuple(columns)


def _cluster(
    pen: Pen, cluster: ClusterRecord, columns: tuple[Column, ...], *, alone: bool
) -> Iterator[Piece]:
    t = pen.t
    title = t.gettext("Answers") if alone else t.gettext("Outside any group")
    language = None
    translation: Words = ()
    if cluster.title is not None:
        title, language = cluster.title.text, cluster.title.language
        translation = pen.said(cluster.title)[1:]
    own = language if language and language != pen.minutes.language else None
    yield Heading(title, 4, language=own)
    yield from translation
    if cluster.dots is not None:
        yield from pen.note(t.ngettext("{n} dot", "{n} dots", cluster.dots).format(n=cluster.dots))
    yield from pen.said(cluster.summary)
    top = max((card.dots or 0 for card in cluster.cards), default=0)
    rows = tuple(
        _card(pen, card, columns, strong=bool(card.dots) and card.dots == top) for card in cluster.cards
    )
    yield Table(t.gettext("Cards: {title}").format(title=title), columns, rows, key=1)


def _card(
    pen: Pen, card: CardLine, columns: tuple[Column, ...], *, strong: bool = False, numbered: bool = False
) -> Row:
    titles = {column.title for column in columns}
    cells = [pen.words(card.number)] if numbered else []
    cells += [pen.words(pen.kinds.get(card.kind, card.kind)), _card_words(pen, card, strong=strong)]
    if pen.t.gettext("By") in titles:
        cells.append(pen.words(card.author))
    if pen.t.gettext("Dots") in titles:
        cells.append(pen.words(pen.formats.number(card.dots) if card.dots else DASH))
    return Row(tuple(cells), None if numbered else card.anchor)


def _card_words(pen: Pen, card: CardLine, *, strong: bool) -> Words:
    """Write a card's words, what its author added, and the cards merged into it."""
    words = pen.said(card.text, strong=strong)
    words += pen.said(card.clarification, Role.NOTE, lead=pen.t.gettext("Meaning:"))
    if card.merged:
        merged = pen.t.ngettext("{n} card merged", "{n} cards merged", card.merged)
        words += pen.note(merged.format(n=card.merged))
    for text in card.merged_texts:
        words += pen.said(text, Role.NOTE)
    return words


def transcript(pen: Pen) -> Iterator[Piece]:
    """Write every card once more, board by board, in the order written."""
    t = pen.t
    for day in pen.minutes.proceedings:
        for session in day.sessions:
            line = session.line
            title = line.title
            if line.number is not None:
                title = t.gettext("Session {n}, {title}").format(n=line.number, title=line.title)
            for board in session.boards:
                yield from _written(pen, board, title)


def _written(pen: Pen, board: BoardRecord, title: str) -> Iterator[Piece]:
    cards = sorted((card for cluster in board.clusters for card in cluster.cards), key=_place)
    if not cards:
        return
    yield Heading(title, 2)
    yield from pen.said(board.question)
    columns = _columns(pen, cards, numbered=True)
    rows = tuple(_card(pen, card, columns, numbered=True) for card in cards)
    name = pen.t.gettext("Card transcript: {title}").format(title=title)
    yield Table(name, columns, rows)


def _place(card: CardLine) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", card.number))
