"""A title or a question longer than a page is still a place that bookmarks and references lead to."""

from dataclasses import replace

import pytest
from pypdf import PdfReader

from exports.pdf import write_minutes
from facilitator.domain.minutes import BoardRecord, Minutes, Said, Source
from tests.exports.minutes_sizes import one_card

LONG = "x" * 9_000


def leading_to(title: str, question: str) -> Minutes:
    """Return minutes of one session, without cards, whose agreements lead to it and to its board."""
    minutes = one_card("A card")
    (day,) = minutes.proceedings
    (session,) = day.sessions
    agreed = tuple((Said("Agreed", "en"), Source("See", anchor)) for anchor in ("session-1", "board-1"))
    session = replace(
        session,
        line=replace(session.line, title=title),
        anchor="session-1",
        boards=(BoardRecord(number=1, question=Said(question, "en"), clusters=(), anchor="board-1"),),
        agreed=agreed,
    )
    return replace(minutes, proceedings=(replace(day, sessions=(session,)),))


@pytest.mark.parametrize(("title", "question"), [(LONG, "Why?"), ("Session", LONG), (LONG, LONG)])
def test_what_leads_to_a_place_with_a_title_longer_than_a_page_leads_to_its_beginning(
    tmp_path, title, question
):
    report = write_minutes(leading_to(title, question), tmp_path / "m.pdf", paper="letter")

    reader = PdfReader(tmp_path / "m.pdf")
    number = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages)}
    links = [link.get_object() for page in reader.pages for link in page.get("/Annots", ())]
    targets = [number[link["/Dest"].get_object()[0].idnum] for link in links]
    to_session, to_board = targets[-2:]
    assert report.pages == len(reader.pages)
    assert ("x" * 60 if title == LONG else title) in reader.pages[to_session].extract_text()
    assert to_session <= to_board < len(reader.pages) - 1 or question != LONG
    assert "".join(page.extract_text() for page in reader.pages).count("x") >= (title + question).count("x")
