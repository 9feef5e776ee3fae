"""The places of a document that references may lead to."""

from collections.abc import Collection, Iterator

from facilitator.domain.minutes import CaseResults, Minutes, SessionAccount


def known_anchors(minutes: Minutes, sections: Collection[str]) -> Iterator[str]:
    """Name every record that has a place in a document of these sections, given by key."""
    if "proceedings" in sections:
        for day in minutes.proceedings:
            for session in day.sessions:
                yield from _session(session)
    rows = minutes.work_plan.rows if minutes.work_plan else ()
    for key, records in (
        ("reflections", minutes.reflections),
        ("cases", minutes.cases),
        ("agreements", minutes.agreements),
        ("work_plan", rows),
        ("follow_up", rows),
        ("indicator_sheets", minutes.annexes.indicator_sheets),
    ):
        if key in sections:
            yield from (record.anchor for record in records)
    if "cases" in sections:
        for case in minutes.cases:
            yield from _made_of(case)
    products = minutes.annexes.group_products
    if "group_products" in sections and products is not None:
        yield from (line.anchor for line in products.lines)
        yield from (found.anchor for found in products.earlier_maps)


def _made_of(case: CaseResults) -> Iterator[str]:
    anchors = (
        case.chain_map_anchor,
        *(canvas.anchor for canvas in case.canvases),
        *(scores.anchor for scores in case.principles),
        *(turn.anchor for turn in case.iterations),
    )
    yield from (anchor for anchor in anchors if anchor)


def _session(session: SessionAccount) -> Iterator[str]:
    yield session.anchor
    for board in session.boards:
        if board.anchor is not None:
            yield board.anchor
        for cluster in board.clusters:
            yield from (card.anchor for card in cluster.cards if card.anchor is not None)
