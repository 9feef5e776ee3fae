"""The places of a document that references may lead to."""

from collections.abc import Iterator

from facilitator.domain.minutes import Minutes, SessionAccount


def known_anchors(minutes: Minutes) -> Iterator[str]:
    """Name every record of the document that has a place in it."""
    for day in minutes.proceedings:
        for session in day.sessions:
            yield from _session(session)
    yield from (reflection.anchor for reflection in minutes.reflections)
    yield from (case.anchor for case in minutes.cases)
    yield from (agreement.anchor for agreement in minutes.agreements)
    yield from (row.anchor for row in (minutes.work_plan.rows if minutes.work_plan else ()))
    yield from (sheet.anchor for sheet in minutes.annexes.indicator_sheets)


def _session(session: SessionAccount) -> Iterator[str]:
    yield session.anchor
    for board in session.boards:
        if board.anchor is not None:
            yield board.anchor
        for cluster in board.clusters:
            yield from (card.anchor for card in cluster.cards if card.anchor is not None)
