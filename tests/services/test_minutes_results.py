"""What was agreed, who does it by when, with which money, and what leads where."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from facilitator.domain.cards import Voting
from facilitator.domain.cases import BusinessPrinciple, Perspective, PrincipleAssessment, Score
from facilitator.domain.documents import DocumentKind
from facilitator.domain.evaluation import EvaluationQuestion, QuestionKind, Response
from facilitator.domain.ids import new_id
from facilitator.domain.minutes import Tone
from facilitator.domain.people import OrganisationRole
from facilitator.domain.plans import FollowUpKind, FollowUpPlan, Origin, OriginKind
from facilitator.domain.values import LooseDate, Money
from tests import builders as make
from tests.services.gathering import accounts, cards, minutes_of


@pytest.fixture
def workshop():
    return make.a_workshop()


@pytest.fixture
def session(workshop):
    return make.a_session(workshop)


@pytest.fixture
def board(session):
    return make.a_board(session)


def voted(board, **rule):
    return replace(board, voting=Voting(**({"dots_per_person": 3, "voters": 12} | rule)))


def test_agreements_keep_their_numbers_and_lead_to_card_vote_session_and_action(workshop, session, board):
    board = voted(board)
    card = make.a_card(board)
    second = make.an_agreement(workshop, "Segundo", number=2, source=card.id, session=session.id)
    first = make.an_agreement(workshop, "Primero", number=1, due=LooseDate(2014, 9))
    item = make.a_work_item(workshop, agreement=second.id)
    records = [workshop, session, board, card, make.a_vote(card), second, first, item]

    minutes = minutes_of(records, language="en")

    assert [(each.number, each.text.text, each.when) for each in minutes.agreements] == [
        (1, "Primero", LooseDate(2014, 9)), (2, "Segundo", None),
    ]  # fmt: skip
    linked = minutes.agreements[1]
    assert [source.label for source in (*linked.sources, *linked.actions)] == [
        "Card 1.1", "Vote on board 1", "Session 1", "Action 2.1",
    ]  # fmt: skip
    assert accounts(minutes)[0].agreed[0][0].text == "Segundo"


def test_two_agreements_with_one_number_are_counted_anew(workshop):
    agreed = [make.an_agreement(workshop, words, number=1) for words in ("uno", "dos")]

    minutes = minutes_of([workshop, *agreed])

    assert [each.number for each in minutes.agreements] == [1, 2]


def test_money_is_shared_out_by_organisation_and_the_rest_is_said_to_be_unfunded(workshop):
    partner = make.an_organisation("Socia", short="S", role=OrganisationRole.PARTNER)
    funder = make.an_organisation("Fondo", short="F", role=OrganisationRole.FUNDER)
    item = make.a_work_item(workshop, budget=Money(Decimal(1000), "USD"))
    given = [
        make.a_contribution(item, funder, Money(Decimal(600), "USD")),
        make.a_contribution(item, partner, Money(Decimal("150.50"), "USD")),
        make.a_contribution(item, partner, Money(Decimal(70), "NIO")),
    ]

    minutes = minutes_of([workshop, partner, funder, item, *given], language="en")

    plan = minutes.work_plan
    assert plan is not None
    assert [each.code for each in plan.contributors] == ["S", "F"]
    assert plan.rows[0].contributions == (Decimal("150.50"), Decimal(600))
    assert plan.rows[0].unfunded == Money(Decimal("249.50"), "USD")
    assert plan.rows[0].resources == "NIO\u00a070 from S"
    assert plan.contributed == (("USD", (Decimal("150.50"), Decimal(600))),)


@pytest.mark.parametrize(
    ("due", "tone"),
    [
        (LooseDate(2014, 2, 19), Tone.LATE),
        (LooseDate(2014, 2, 20), Tone.PLANNED),
        (LooseDate(2014, 2), Tone.PLANNED),
        (LooseDate(2014, 1), Tone.LATE),
    ],
)
def test_an_activity_is_late_once_its_day_or_its_whole_month_has_passed(workshop, due, tone):
    item = make.a_work_item(workshop, due=due)

    minutes = minutes_of([workshop, item], today=dt.date(2014, 2, 20))

    assert minutes.work_plan is not None
    state = minutes.work_plan.rows[0].status
    assert state is not None
    assert state.tone is tone


def test_an_action_leads_back_to_the_card_it_grew_from(workshop, session, board):
    card = make.a_card(board)
    item = make.a_work_item(workshop, origin=Origin(OriginKind.CARD, card.id))

    minutes = minutes_of([workshop, session, board, card, item])

    assert minutes.work_plan is not None
    assert [source.anchor for source in minutes.work_plan.rows[0].sources] == [cards(minutes)[0].anchor]


def test_the_two_page_kind_leads_nowhere_that_it_does_not_print(workshop, session, board):
    card = make.a_card(board)
    agreement = make.an_agreement(workshop, source=card.id, session=session.id)
    item = make.a_work_item(workshop, agreement=agreement.id)

    minutes = minutes_of([workshop, session, board, card, agreement, item], kind=DocumentKind.AYUDA_MEMORIA)

    (line,) = minutes.agreements
    assert minutes.proceedings == ()
    assert [source.anchor for source in line.sources] == [None, None]
    assert [source.anchor for source in line.actions] == ["action-1"]


def test_an_agreement_has_who_and_when_of_the_activity_that_carries_it_out_where_it_has_none(workshop):
    home, other = make.an_organisation(), make.an_organisation("Otra", short="OT")
    bare = make.an_agreement(workshop, "Sin nadie", number=1)
    own = make.an_agreement(workshop, "Con dueño", number=2, responsible=other.id)
    items = [
        make.a_work_item(workshop, agreement=bare.id, responsible=home.id, due=LooseDate(2014, 9)),
        make.a_work_item(workshop, agreement=own.id, responsible=home.id, due=LooseDate(2014, 10)),
    ]

    lines = minutes_of([workshop, home, other, bare, own, *items], language="en").agreements

    assert [(each.responsible, each.when) for each in lines] == [
        (home.known_as, LooseDate(2014, 9)), ("OT", LooseDate(2014, 10)),
    ]  # fmt: skip
    assert [each.taken_from and each.taken_from.label for each in lines] == ["Action 2.1", "Action 2.1"]


def test_an_agreement_that_names_who_and_when_takes_nothing_from_its_activity(workshop):
    home = make.an_organisation()
    whole = make.an_agreement(workshop, responsible=home.id, due=LooseDate(2014, 3))
    item = make.a_work_item(workshop, agreement=whole.id, due=LooseDate(2014, 9))

    (line,) = minutes_of([workshop, home, whole, item]).agreements

    assert line.when == LooseDate(2014, 3)
    assert line.taken_from is None


def test_a_score_of_a_principle_is_told_with_its_reason(workshop):
    case = make.a_case()
    governance = BusinessPrinciple.FAIR_TRANSPARENT_GOVERNANCE
    assessment = PrincipleAssessment(
        id=new_id(),
        case=case.id,
        scores={
            Perspective.SELLER: {governance: Score(Decimal(2), make.text("No hay contrato"))},
            Perspective.BUYER: {governance: Score(Decimal(4))},
        },
    )

    (told,) = minutes_of([workshop, case, assessment], language="es").cases[0].principles

    assert [mark for _, marks in told.rows for mark in marks] == [Decimal(2), Decimal(4)]
    assert [[(who, why.text) for who, why in reasons] for reasons in told.reasons] == [
        [("Vendedor", "No hay contrato")]
    ]


def test_what_was_due_before_a_workshop_planned_for_a_month_does_not_come_after_it(workshop):
    planned = replace(workshop, start=None, end=None, planned_month=LooseDate(2014, 9))
    past = make.a_work_item(planned, due=LooseDate(2014, 3, 12))
    coming = make.a_work_item(planned, due=LooseDate(2014, 10))

    steps = minutes_of([planned, past, coming]).next_steps

    assert [step.when for step in steps] == [LooseDate(2014, 10)]


def test_smileys_are_counted_on_the_scale_of_the_form_and_explained():
    workshop = make.a_workshop()
    faces = EvaluationQuestion("q1", make.text("El día"), QuestionKind.SMILEY)
    answers = tuple(Response(n, {"q1": mark}) for n, mark in enumerate((3, 3, 1), 1))
    form = make.an_evaluation(workshop, questions=(faces,), responses=answers)

    (rating,) = minutes_of([workshop, form]).evaluation.ratings

    assert rating.distribution == (1, 0, 2, 0, 0)
    assert rating.question.startswith("El día (")


def test_each_planned_visit_still_to_come_is_a_step_with_its_own_place_in_a_calendar(workshop):
    days = [LooseDate(2014, 1, 15), LooseDate(2014, 4, 9), LooseDate(2014, 3, 12)]
    item = make.a_work_item(
        workshop, follow_up=FollowUpPlan(kind=FollowUpKind.FIELD_VISIT, planned=tuple(days)), due=None
    )

    steps = minutes_of([workshop, item], language="en").next_steps

    visits = [step for step in steps if "visit-" in step.key]
    assert [step.when for step in visits] == [LooseDate(2014, 3, 12), LooseDate(2014, 4, 9)]
    assert {step.text for step in visits} == {"Field visit: Visitar los sitios"}
    assert len({step.key for step in visits}) == 2


def test_a_percentage_is_marked_as_one_and_what_tells_readings_apart_is_said_in_the_language():
    cycle = make.a_cycle()
    workshop = make.a_workshop(cycle=cycle.id)
    share = make.an_indicator(cycle=cycle.id, unit="percent", disaggregation=("sex", "comunidad"))

    (sheet,) = minutes_of([workshop, cycle, share], language="es").annexes.indicator_sheets

    assert sheet.reading.unit == "%"
    assert ("Desagregación", "sexo y comunidad") in sheet.fields


def test_planned_visits_repeat_the_year_only_where_the_activity_has_another(workshop):
    def visited(day):
        plan = FollowUpPlan(kind=FollowUpKind.FIELD_VISIT, planned=(day,))
        item = make.a_work_item(workshop, follow_up=plan, start=None, due=LooseDate(2014, 8, 29))
        gathered = minutes_of([workshop, item], language="en").work_plan
        return gathered and gathered.rows[0].follow_up

    assert visited(LooseDate(2014, 5, 15)) == "Field visit: 15 May"
    assert visited(LooseDate(2015, 5, 15)) == "Field visit: 15 May 2015"
