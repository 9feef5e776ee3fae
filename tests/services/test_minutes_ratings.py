"""The minutes tell of a rating: method, turnout, means; equal means share a place, an open one is not told."""

import datetime as dt
from dataclasses import replace
from types import SimpleNamespace

import pytest
from pypdf import PdfReader

from exports.phrases import rating as told
from exports.registry import writer
from facilitator.domain.cards import CardStatus, VoteMethod
from facilitator.domain.ratings import Mark, Rating
from facilitator.domain.records import Records
from facilitator.domain.stage import StageFrame
from facilitator.domain.values import Text
from facilitator.formats import formats
from facilitator.i18n import translations
from facilitator.services.stage_matrix import matrix_view
from facilitator.services.stage_room import Room
from tests import builders as make
from tests.services.gathering import accounts, minutes_of

ENGLISH = SimpleNamespace(t=translations("en"), formats=formats("en"))


@pytest.fixture
def tell():
    """What the minutes say of a board of three cards that were rated."""

    def minutes(dos=None, **fields):
        workshop = make.a_workshop()
        session = make.a_session(workshop)
        board = make.a_board(session)
        cards = [
            make.a_card(board, "uno"),
            make.a_card(board, "dos", **(dos or {})),
            make.a_card(board, "tres"),
        ]
        marks = tuple(Mark(card.id, points, 10) for card, points in zip(cards, (35, 42, 42), strict=True))
        rating = Rating(Text("Esfuerzo", "es"), 12, rated=10, marks=marks, **fields)
        records = [workshop, session, replace(board, ratings=(rating,)), *cards]
        return minutes_of(records, language="en")

    return minutes


def ratings(minutes):
    return accounts(minutes)[0].boards[0].ratings


def test_method_and_turnout_are_named_and_ties_are_ties(tell):
    [rating] = ratings(tell(method=VoteMethod.SHOW_OF_HANDS))

    assert told(ENGLISH, rating) == "Rating from 1 to 5, Esfuerzo: Show of hands. 10 of 12 people rated."
    assert [(line.place, line.title.text, str(line.mean), line.raters) for line in rating.lines] == [
        (1, "dos", "4.2", 10),
        (1, "tres", "4.2", 10),
        (3, "uno", "3.5", 10),
    ]


def test_an_open_rating_is_not_told(tell):
    assert ratings(tell(closed=False)) == ()


@pytest.mark.parametrize("gone", [{"status": CardStatus.WITHDRAWN}, {"hidden_on_stage": True}])
def test_a_card_that_was_withdrawn_or_hidden_is_not_told_and_holds_no_place(tell, gone):
    [rating] = ratings(tell(dos=gone))

    assert [(line.place, line.title.text) for line in rating.lines] == [(1, "tres"), (2, "uno")]


def test_the_matrix_has_the_numbers_that_it_has_on_stage_also_when_a_rated_card_was_merged():
    workshop = make.a_workshop()
    session = make.a_session(workshop)
    board = make.a_board(session)
    kept, other = make.a_card(board, "uno"), make.a_card(board, "tres")
    merged = make.a_card(board, "dos", status=CardStatus.MERGED, merged_into=kept.id)
    marks = tuple(Mark(each.id, points, 10) for each, points in ((merged, 48), (kept, 40), (other, 30)))
    rated = [Rating(Text(name, "es"), 12, rated=10, marks=marks) for name in ("Efecto", "Esfuerzo")]
    board = replace(board, ratings=tuple(rated))
    records = [workshop, session, board, kept, merged, other]

    [account] = accounts(minutes_of(records, language="en"))
    room = Room(Records(records), workshop, dt.datetime(2014, 2, 6, 15, 0, tzinfo=dt.UTC))
    on_stage = matrix_view(room, StageFrame("default"), board)

    in_minutes = [(str(each.number), each.title.text) for each in account.boards[0].matrix.points]
    assert in_minutes == [(each.number, each.text.text) for each in on_stage.marked]
    assert in_minutes == [("1", "uno"), ("2", "tres")]


@pytest.mark.parametrize("name", ["pdf", "html", "md"])
def test_documents_print_every_mean(tell, tmp_path, name):
    target = tmp_path / f"memoria.{name}"

    writer(name)(tell(), target)

    text = (
        target.read_text(encoding="utf-8")
        if name != "pdf"
        else "\n".join(page.extract_text() for page in PdfReader(target).pages)
    )
    assert "Rating from 1 to 5, Esfuerzo: Marks on paper. 10 of 12 people rated." in text.replace("\\", "")
    plain = text.replace("\\", "")  # Markdown escapes what could mean something
    assert all(mean in plain for mean in ("4.2", "3.5"))
