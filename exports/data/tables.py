"""Every table of one edition, made from its minutes: what consents and levels withhold is in none."""

from collections.abc import Iterator
from typing import Final

from exports.data.results import (
    agreements,
    attendance,
    evaluation,
    indicators,
    open_answers,
    said_columns,
    said_values,
    work_plan,
    yes_or_no,
)
from exports.data.values import Column, DataTable, Kind, Value, text_value
from exports.outline.pen import Pen
from facilitator.domain.minutes import BoardRecord, CardLine, ClusterRecord, Minutes, SessionAccount

KEYS: Final = (
    "cards",
    "boards",
    "ratings",
    "agreements",
    "work-plan",
    "attendance",
    "evaluation",
    "answers",
    "indicators",
)
"""The names of all tables, in the order of a workbook."""


def tables(minutes: Minutes) -> tuple[DataTable, ...]:
    """Return every table, those without a row too."""
    pen = Pen(minutes)
    built = (
        cards,
        boards,
        ratings,
        agreements,
        work_plan,
        attendance,
        evaluation,
        open_answers,
        indicators,
    )
    return tuple(build(pen) for build in built)


def about(minutes: Minutes) -> DataTable:
    """Return what the data are of: which workshop, which edition, as of when."""
    pen, cover = Pen(minutes), minutes.cover
    t = pen.t
    pairs = (
        (t.gettext("Workshop"), cover.title),
        (t.gettext("Date"), pen.formats.span(cover.start, cover.end)),
        (t.gettext("Place"), cover.place),
        (t.gettext("Cycle"), cover.cycle),
        (t.gettext("Version"), cover.version),
        (t.gettext("State"), cover.status),
        (t.gettext("States as of"), f"{pen.formats.day(cover.as_of.date())} {pen.formats.time(cover.as_of)}"),
    )
    columns = (Column(t.gettext("What")), Column(t.gettext("Value"), Kind.LONG_TEXT))
    rows = tuple((label, text_value(value)) for label, value in pairs if value)
    return DataTable("about", t.gettext("About"), columns, rows)


def cards(pen: Pen) -> DataTable:
    """Return every card with its question, its group and its dots.

    What was merged into a card and worded otherwise has a row of its own, which names that card.
    """
    t = pen.t
    columns = (
        Column(t.gettext("Card")),
        Column(t.gettext("Session"), Kind.COUNT),
        Column(t.gettext("Title of the session")),
        Column(t.gettext("Question"), Kind.LONG_TEXT),
        Column(t.gettext("Group")),
        Column(t.gettext("Kind")),
        *said_columns(pen, t.gettext("What it says")),
        Column(t.gettext("Clarification"), Kind.LONG_TEXT),
        Column(t.gettext("By")),
        Column(t.gettext("Dots"), Kind.COUNT),
        Column(t.gettext("Merged into")),
    )
    rows = tuple(row for session, board in _boards(pen) for row in _cards_of(pen, session, board))
    return DataTable("cards", t.gettext("Cards"), columns, rows)


def _boards(pen: Pen) -> Iterator[tuple[SessionAccount, BoardRecord]]:
    for day in pen.minutes.proceedings:
        for session in day.sessions:
            yield from ((session, board) for board in session.boards)


def _cards_of(pen: Pen, session: SessionAccount, board: BoardRecord) -> Iterator[tuple[Value, ...]]:
    for cluster in board.clusters:
        for card in cluster.cards:
            yield from _card(pen, session, board, cluster, card)


def _card(
    pen: Pen, session: SessionAccount, board: BoardRecord, cluster: ClusterRecord, card: CardLine
) -> Iterator[tuple[Value, ...]]:
    place = (
        session.line.number,
        text_value(session.line.title),
        text_value(board.question.text),
        text_value(cluster.title.text if cluster.title else None),
        text_value(pen.kinds.get(card.kind, card.kind)),
    )
    clarified = card.clarification.text if card.clarification else None
    known = (text_value(clarified), text_value(card.author), card.dots, None)
    yield (text_value(card.number), *place, *said_values(card.text), *known)
    for merged in card.merged_texts:
        yield (None, *place, *said_values(merged), None, None, None, text_value(card.number))


def boards(pen: Pen) -> DataTable:
    """Return every question with how many cards answered it and how its vote went."""
    t = pen.t
    columns = (
        Column(t.gettext("Board"), Kind.COUNT),
        Column(t.gettext("Session"), Kind.COUNT),
        *said_columns(pen, t.gettext("Question")),
        Column(t.gettext("Cards"), Kind.COUNT),
        Column(t.gettext("Anonymous")),
        Column(t.gettext("Vote")),
        Column(t.gettext("Voters"), Kind.COUNT),
        Column(t.gettext("Present"), Kind.COUNT),
        Column(t.gettext("Dots placed"), Kind.COUNT),
        Column(t.gettext("Dots possible"), Kind.COUNT),
        Column(t.gettext("First")),
        Column(t.gettext("Conclusion"), Kind.LONG_TEXT),
    )
    rows = tuple(_board(pen, session, board) for session, board in _boards(pen))
    return DataTable("boards", t.gettext("Questions and votes"), columns, rows)


def _board(pen: Pen, session: SessionAccount, board: BoardRecord) -> tuple[Value, ...]:
    vote = board.vote
    counted: tuple[Value, ...] = (None, None, None, None, None, None)
    if vote is not None:
        first = text_value("; ".join(vote.winners))
        counted = (text_value(vote.method), vote.voters, vote.present, vote.cast, vote.possible, first)
    return (
        board.number,
        session.line.number,
        *said_values(board.question),
        sum(len(cluster.cards) for cluster in board.clusters),
        yes_or_no(pen, said=board.anonymous),
        *counted,
        text_value(board.conclusion.text if board.conclusion else None),
    )


def ratings(pen: Pen) -> DataTable:
    """Return what each card or group got in each rating that is closed; no number of a card is a group."""
    t = pen.t
    columns = (
        Column(t.gettext("Board"), Kind.COUNT),
        Column(t.gettext("Session"), Kind.COUNT),
        Column(t.gettext("Question"), Kind.LONG_TEXT),
        Column(t.gettext("Rated by")),
        Column(t.gettext("Method")),
        Column(t.gettext("Voters"), Kind.COUNT),
        Column(t.gettext("Rated"), Kind.COUNT),
        Column(t.gettext("Place"), Kind.COUNT),
        Column(t.gettext("Card")),
        *said_columns(pen, t.gettext("What was rated")),
        Column(t.gettext("Mean"), Kind.NUMBER),
        Column(t.gettext("Marks"), Kind.COUNT),
        Column(t.gettext("Sum"), Kind.COUNT),
    )
    rows = (
        (
            board.number,
            session.line.number,
            text_value(board.question.text),
            text_value(result.criterion.text),
            text_value(result.method),
            result.voters,
            result.rated,
            line.place,
            text_value(line.card),
            *said_values(line.title),
            line.mean,
            line.raters,
            line.points,
        )
        for session, board in _boards(pen)
        for result in board.ratings
        for line in result.lines
    )
    return DataTable("ratings", t.gettext("Ratings"), columns, tuple(rows))
