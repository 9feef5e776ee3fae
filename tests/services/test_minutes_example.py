"""The minutes of the example workshop hold everything the example holds."""

import datetime as dt
from decimal import Decimal

import pytest

from facilitator.domain.cards import Card
from facilitator.domain.cycles import Workshop
from facilitator.domain.documents import Disclosure, DocumentKind
from facilitator.domain.evaluation import Evaluation
from facilitator.domain.notes import Agreement
from facilitator.domain.people import Person
from facilitator.domain.plans import WorkItem
from facilitator.domain.records import Records
from facilitator.domain.reflections import Reflection
from facilitator.interchange.reader import read
from facilitator.services.minutes import gaps, gather
from resources import resource
from tests.services.gathering import accounts, cards, strings


@pytest.fixture(scope="module")
def example():
    """The records of the example, as they are read from its file."""
    content = read(resource("examples", "managua-2014.json").read_bytes())
    assert content.problems == []
    return Records(content.records)


@pytest.fixture(scope="module")
def gathered(example):
    """The example's minutes in any edition."""
    workshop = next(each for each in example.where(Workshop) if each.number == 2)

    def edition(language="es", disclosure=Disclosure.INTERNAL, kind=DocumentKind.MEMORIA):
        return gather(
            example,
            workshop.id,
            language=language,
            disclosure=disclosure,
            kind=kind,
            today=dt.date(2014, 2, 12),
        )

    return edition


@pytest.mark.parametrize("disclosure", Disclosure)
@pytest.mark.parametrize("language", ["es", "en"])
def test_every_card_reflection_agreement_and_activity_is_there_in_its_own_words(
    example, gathered, language, disclosure
):
    minutes = gathered(language, disclosure)

    assert {card.text.text for card in cards(minutes)} == {card.text.text for card in example.where(Card)}
    assert {each.action.text for each in minutes.reflections if each.action} == {
        each.action.text for each in example.where(Reflection)
    }
    assert [each.text.text for each in minutes.agreements] == [
        each.text.text for each in example.where(Agreement)
    ]
    assert minutes.work_plan is not None
    assert {row.activity.text for row in minutes.work_plan.rows} == {
        each.activity.best(language) for each in example.where(WorkItem)
    }


def test_the_tie_of_the_example_is_told_with_its_turnout(gathered):
    vote = next(board.vote for account in accounts(gathered()) for board in account.boards if board.vote)

    assert vote.winners == ("Seguimiento y apoyo a distancia", "Indicadores más concretos")
    assert (vote.voters, vote.present, vote.cast, vote.possible) == (12, 12, 36, 36)


def test_the_money_of_the_example_adds_up(gathered):
    plan = gathered().work_plan

    assert plan is not None
    assert [(each.amount, each.currency) for each in plan.totals] == [(Decimal(24000), "USD")]
    assert sum(plan.contributed[0][1]) == Decimal(24000)
    assert plan.unfunded == ()


def test_the_day_of_the_example_started_late_and_both_times_are_told(gathered):
    first = gathered().agenda[0].lines[0]

    assert (first.planned_start, first.actual_start, first.actual_end) == (
        dt.time(8), dt.time(8, 5), dt.time(8, 40),
    )  # fmt: skip


def test_spanish_and_english_editions_have_the_same_structure_and_places(gathered):
    def outline(minutes):
        return (
            [(account.anchor, account.line.number) for account in accounts(minutes)],
            [(card.number, card.anchor, card.dots) for card in cards(minutes)],
            [(each.number, each.anchor) for each in minutes.agreements],
            [(row.code, row.anchor) for row in minutes.work_plan.rows],
            [(each.number, each.anchor) for each in minutes.reflections],
            [each.anchor for each in minutes.cases],
        )

    assert outline(gathered("es")) == outline(gathered("en"))


def test_the_evaluation_has_means_to_two_decimals_and_answers_out_of_their_order(example, gathered):
    results = gathered().evaluation

    assert results is not None
    assert (results.forms, [str(each.mean) for each in results.ratings]) == (
        12, ["4.33", "4.58", "4.67", "3.67", "3.00", "4.33"],
    )  # fmt: skip
    entered = example.where(Evaluation)[0].open_answers
    for question, answers in results.answers[:2]:
        written = [each.text.text for each in entered if each.text.text in {said.text for said in answers}]
        assert [said.text for said in answers] != written, question
        assert sorted(said.text for said in answers) == sorted(written)


def test_the_public_edition_names_nobody_and_no_firm_without_consent(example, gathered):
    said = "\n".join(strings(gathered("es", Disclosure.PUBLIC)))

    assert [each.full_name for each in example.where(Person) if each.full_name in said] == []
    assert "Supermercado Ficticio" not in said
    assert "Panal de Muestra" not in said


def test_gathering_twice_gives_equal_minutes(gathered):
    assert gathered() == gathered()


def test_every_reference_leads_to_a_place_that_is_there(gathered):
    minutes = gathered()
    places = {account.anchor for account in accounts(minutes)} | {card.anchor for card in cards(minutes)}
    places |= {board.anchor for account in accounts(minutes) for board in account.boards}
    places |= {each.anchor for each in (*minutes.reflections, *minutes.cases, *minutes.agreements)}
    places |= {row.anchor for row in minutes.work_plan.rows}
    places |= {sheet.anchor for sheet in minutes.annexes.indicator_sheets}

    sources = [
        *(source for each in minutes.agreements for source in (*each.sources, *each.actions)),
        *(source for row in minutes.work_plan.rows for source in row.sources),
        *(each.session for each in minutes.reflections),
        *(each.source for each in minutes.next_steps if each.source),
        *(each.target for each in minutes.parking_lot if each.target),
    ]

    assert sources
    assert {source.anchor for source in sources} - places == set()
    assert {line.anchor for day in minutes.agenda for line in day.lines} - places == {None}


def test_only_the_agreement_of_the_example_that_no_activity_carries_out_lacks_owner_and_date(example):
    workshop = next(each for each in example.where(Workshop) if each.number == 2)

    found = [gap.key for gap in gaps(example, workshop.id)]

    assert found.count("agreement-without-owner") == found.count("agreement-without-date") == 1
    assert not any(key.startswith(("session", "person", "work-item", "parking")) for key in found)


def test_whoever_puts_money_into_the_plan_is_explained_in_the_glossary(gathered):
    minutes = gathered("en")

    explained = {short for short, _ in minutes.annexes.glossary}

    assert {each.code for each in minutes.work_plan.contributors} <= explained


def test_several_roles_of_a_person_read_as_one_phrase(gathered):
    minutes = gathered("en")

    roles = {row.role for row in minutes.participants.rows}

    assert "Co-facilitator and timekeeper" in roles
