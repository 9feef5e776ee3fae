"""Nothing private reaches the room: a mark stands in every word that it may not see, and is looked for everywhere.

Every place for words in every record is named below. A new field fails the first test until somebody
decides whether the room may see it.
"""

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Board, Card, CardStatus, Phase
from facilitator.domain.catalogue import ENTRIES
from facilitator.domain.cycles import Workshop
from facilitator.domain.ratings import Mark, Rating
from facilitator.domain.record import Record
from facilitator.domain.records import Records
from facilitator.domain.reflections import Reflection
from facilitator.services.stage import StageChoice, ViewKey, compose
from tests import builders as make
from tests.fixtures.desks import NOON
from tests.strategies import workshops
from tests.ui.stage.leaves import paths, written
from ui.stage.items import Words
from ui.stage.painter import StagePainter

MARK = "⚑"

SHOWN = """
Organisation: name short
Workshop: title
Session: title objective instructions steps.instruction
SpeakingTurn: name
CardKind: label
Board: question ratings.criterion conclusion
Cluster: title
Card: text
Case: chain
Reflection: action expected_result actual_result gap.text first_loop.causes first_loop.correction
Reflection: second_loop.governing_assumption second_loop.evidence_for.text second_loop.evidence_against.text
Reflection: second_loop.revised_assumption second_loop.effects.text
Agreement: text
WorkItem: code activity
"""
"""What the room may read, of a card only while it is on the wall, of a conclusion only at the board's end."""

CODES = """
Organisation: country
Person: country
Alliance: reach_claimed.countries
Workshop: language languages actual.country country time_zone
Case: country
PrincipleAssessment: scale.labels
WorkItem: budget.currency
Contribution: amount.currency spent.currency
BudgetRevision: currency
Evaluation: scale.labels questions.id responses.ratings open_answers.question
Photo: media_type
PhotoContent: content
MinutesDocument: language version sections left_out annexes section_words.key signatories.as_ content_hash
MinutesDocument: issued_files.hash issued_files.version
DocumentTemplate: sections left_out annexes section_words.key
"""
"""No words of anybody: codes that a record checks, which a mark would not pass."""

PRIVATE = """
Organisation: contact website
Person: full_name position municipality phone email
Consent: how
Alliance: name principles.label reach_claimed.source
Cycle: label topic learning_question aims steps.name
Workshop: actual.city city venue objectives expected_outputs developments summary file_id
PriorOutput: changed_since
Session: method facilitator_notes materials expected_outputs conclusion steps.tip
Note: text
Cluster: summary
Card: clarification
Case: seller.name buyer.name
ChainMap: links.actors links.losses links.name links.price_in links.price_out links.volume flows.kind
ChainMap: flows.note network.name network.service influences.text conclusions
Canvas: blocks.customer_segments blocks.value_propositions blocks.channels blocks.customer_relationships
Canvas: blocks.revenue_streams blocks.key_resources blocks.key_activities blocks.key_partnerships
Canvas: blocks.cost_structure
PrincipleAssessment: scores.justification
Indicator: code name definition unit formula.denominator formula.numerator disaggregation baseline.source
Indicator: target.source milestones.source means_of_verification method serves_decision limits
Measurement: no_data_reason disaggregated verification_file
PrototypeIteration: title answers.baseline answers.vision answers.change answers.action_and_measure
PrototypeIteration: answers.learning
Hypothesis: if_ then
Reflection: context expected_target actual_value actual_source second_loop.evidence_for.source
Reflection: second_loop.evidence_against.source second_loop.refer_to second_loop.how_we_will_know
Reflection: third_loop.about third_loop.change review.text
TheoryOfChange: narrative impact elements.actor elements.text risks
Assumption: text
ParkingItem: text
WorkItem: objective output status_reason resources means_of_verification notes
Contribution: valuation_note
FollowUp: place purpose advanced stuck suggestion agreements
BudgetRevision: reason lines.activity
Evaluation: questions.text open_answers.text
Photo: caption file_name
MinutesDocument: summary section_words.title section_words.before section_words.after
DocumentTemplate: name section_words.title section_words.before section_words.after
"""
"""What stays with the facilitator, the note-taker or the file."""


def listed(table: str) -> set[str]:
    """Return the paths of one of the tables above."""
    found = set()
    for line in table.strip().splitlines():
        name, _, rest = line.partition(": ")
        found.update(f"{name}.{field}" for field in rest.split())
    return found


def test_every_word_of_every_record_is_known_as_shown_or_private():
    there = {path for entry in ENTRIES for path in paths(entry.record)}

    shown, codes, private = listed(SHOWN), listed(CODES), listed(PRIVATE)

    assert shown | codes | private == there
    assert not shown & private
    assert not shown & codes
    assert not private & codes


OPEN = listed(SHOWN) | listed(CODES)


def marked(record: Record) -> Record:
    """Return the record with a mark in every word that the room may not see."""
    closed = set()
    if isinstance(record, Card) and (record.hidden_on_stage or record.status is not CardStatus.ACTIVE):
        closed = {"Card.text"}
    if isinstance(record, Board) and record.phase is not Phase.CONCLUDE:
        closed = {"Board.conclusion"}

    def write(path: str, said: str) -> str:
        return said if path in OPEN and path not in closed else f"{MARK}{path}"

    return written(record, write)


def voting(record: Record) -> Record:
    """Return a board whose vote goes on; every other record as it is."""
    if isinstance(record, Board) and record.voting is not None:
        return replace(record, voting=replace(record.voting, closed=False))
    return record


def choices(told, theme):
    """Yield everything that an operator may ask the stage for."""
    for view in get_args(ViewKey):
        yield StageChoice(view, theme=theme)
    for session in told.where(Session):
        for view in ("agenda", "question", "cards", "reflection", "break"):
            yield StageChoice(view, session=session.id, theme=theme)
    for board in told.where(Board):
        yield StageChoice("question", board=board.id, theme=theme)
        yield StageChoice("cards", board=board.id, theme=theme)
        yield StageChoice("matrix", board=board.id, theme=theme)
    for reflection in told.where(Reflection):
        yield StageChoice("reflection", reflection=reflection.id, theme=theme)


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(workshops(), st.sampled_from(("default", "bright_room", "dark")), st.sampled_from((1440.0, 1920.0)))
def test_no_private_word_is_in_a_value_of_the_stage_or_painted_on_it(fonts, records, theme, width):
    told = Records(marked(voting(record)) for record in records)
    workshop = next(record for record in records if isinstance(record, Workshop))
    painter = StagePainter()

    for choice in choices(told, theme):
        view = compose(told, choice, workshop=workshop.id, now=NOON)
        scene = painter.scene(view, width)
        painted = [item.text for page in scene.pages for item in page if isinstance(item, Words)]

        assert not [text for text in (*view.texts(), *painted) if MARK in text], choice


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(workshops())
def test_no_dots_are_on_the_wall_while_a_vote_is_open(records):
    told = Records(voting(record) for record in records)
    workshop = next(record for record in records if isinstance(record, Workshop))
    for board in told.where(Board):
        view = compose(told, StageChoice("cards", board=board.id), workshop=workshop.id, now=NOON)

        dots = [card.dots for cluster in view.clusters for card in cluster.cards if card.dots is not None]
        assert dots == []


GONE = ({"hidden_on_stage": True}, {"status": CardStatus.WITHDRAWN}, {"status": CardStatus.MERGED})


@pytest.mark.parametrize("gone", GONE)
def test_no_card_that_the_room_may_not_see_stands_on_the_matrix(fonts, gone):
    workshop = make.a_workshop()
    board = make.a_board(make.a_session(workshop))
    shown, away = make.a_card(board, "A la vista"), make.a_card(board, f"{MARK} away", **gone)
    marks = (Mark(shown.id, 43, 10), Mark(away.id, 12, 10))
    rated = tuple(Rating(make.text(name), 12, rated=10, marks=marks) for name in ("Efecto", "Esfuerzo"))
    told = Records([workshop, replace(board, ratings=rated), shown, away])

    view = compose(told, StageChoice("matrix", board=board.id), workshop=workshop.id, now=NOON)

    scene = StagePainter().scene(view, 1920.0)
    painted = [item.text for page in scene.pages for item in page if isinstance(item, Words)]
    assert [each.text.text for each in view.marked] == ["A la vista"]
    assert not [text for text in (*view.texts(), *painted) if MARK in text or text == "1,2"]


def test_no_mark_of_an_open_rating_is_on_the_matrix(fonts):
    workshop = make.a_workshop()
    board = make.a_board(make.a_session(workshop))
    card = make.a_card(board, "A la vista")
    closed = Rating(make.text("Efecto"), 12, rated=10, marks=(Mark(card.id, 43, 10),))
    told = Records([workshop, replace(board, ratings=(closed, replace(closed, closed=False))), card])

    view = compose(told, StageChoice("matrix", board=board.id), workshop=workshop.id, now=NOON)

    assert view.marked == ()
    assert [*view.texts()] == [view.frame.clock, view.question.text]


def test_a_mark_in_what_the_room_may_see_would_be_found(fonts, afternoon):
    afternoon.others.append(afternoon.card(f"{MARK} seen"))
    told = Records([*afternoon.records(), *afternoon.others])

    view = compose(
        told,
        StageChoice("cards", session=afternoon.round.id),
        workshop=afternoon.workshop.id,
        now=NOON,
    )
    scene = StagePainter().scene(view, 1920.0)

    assert any(MARK in text for text in view.texts())
    assert any(MARK in item.text for item in scene.pages[0] if isinstance(item, Words))
