"""What fields and rows make of a reflection, as pure functions of what is stored at that moment."""

from dataclasses import replace

import pytest

from facilitator.domain.cards import Kind
from facilitator.domain.errors import Conflict, InvalidInput
from facilitator.domain.ids import ReflectionId, WorkshopId, new_id
from facilitator.domain.records import Records
from facilitator.domain.reflections import Effect, EffectOn, Evidence, Reflection
from facilitator.domain.values import LooseDate
from tests import builders
from tests.afternoon import said
from ui.presenters.evidence import Links, counted, evidence_items, matching
from ui.presenters.loose_dates import parse_day, parse_loose_date, shown_date
from ui.presenters.reflection_fields import FIELDS, Tongue, changed, values_of
from ui.presenters.reflection_rows import edit_evidence, effect_lines, evidence_lines, remove_effect

ENGLISH = Tongue("en", "en")


@pytest.fixture
def record():
    return Reflection(
        id=ReflectionId(new_id()), workshop=WorkshopId(new_id()), action=said("We trained", "Capacitamos")
    )


def with_evidence(record, *words):
    rows = tuple(Evidence(said(each)) for each in words)
    return replace(record, second_loop=replace(record.second_loop, evidence_for=rows))


def lines_of(record):
    return evidence_lines(Records(), record, "for", "en")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("30/6/2014", LooseDate(2014, 6, 30)),
        ("6/2014", LooseDate(2014, 6)),
        ("2014-06-30", LooseDate(2014, 6, 30)),
        ("2014-06", LooseDate(2014, 6)),
        ("30.06.2014", LooseDate(2014, 6, 30)),
        ("junio de 2014", LooseDate(2014, 6)),
        ("30 de junio de 2014", LooseDate(2014, 6, 30)),
        ("30 Jun 2014", LooseDate(2014, 6, 30)),
        ("  ", None),
    ],
)
def test_dates_are_read_as_people_write_them(typed, meant):
    assert parse_loose_date(typed) == meant


@pytest.mark.parametrize("typed", ["30/13/2014", "soon", "31 Feb 2014", "ju 2014", "2014"])
def test_what_is_no_date_is_refused(typed):
    with pytest.raises(InvalidInput):
        parse_loose_date(typed)


def test_a_review_needs_its_day():
    with pytest.raises(InvalidInput):
        parse_day("6/2014")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("day", [LooseDate(2014, 6, 30), LooseDate(2014, 9), LooseDate(2014, 5)])
def test_a_date_that_is_shown_can_be_read_back(day, language):
    assert parse_loose_date(shown_date(day, language)) == day


def test_leaving_every_field_as_it_is_changes_nothing(record):
    full = replace(record, group_size=3, context=said("Honduras"), expected_target="15 days")
    shown = values_of(full, "en")

    left = full
    for name in sorted(FIELDS):
        left = changed(left, name, shown[name], ENGLISH)

    assert left == full


def test_new_words_in_one_language_keep_the_other(record):
    left = changed(record, "action", "We trained teams", ENGLISH)

    assert (left.action.best("en"), left.action.best("es")) == ("We trained teams", "Capacitamos")


def test_a_review_of_which_nothing_is_left_is_no_review(record):
    reviewed = changed(record, "review.text", "All four test", ENGLISH)

    assert reviewed.review is not None
    assert changed(reviewed, "review.text", "", ENGLISH).review is None


@pytest.mark.parametrize("typed", ["0", "-1", "12.5", "many", "99999999999999999999"])
def test_a_group_has_a_whole_number_of_people(record, typed):
    with pytest.raises(InvalidInput):
        changed(record, "group_size", typed, ENGLISH)


def test_a_row_is_found_again_after_another_one_went_away(record):
    before = with_evidence(record, "first", "second")
    line = lines_of(before)[1]

    left = edit_evidence(with_evidence(record, "second"), line, "source", "Visit", ENGLISH)

    assert [row.source for row in left.second_loop.evidence_for] == ["Visit"]


def test_a_row_that_went_away_is_not_mistaken_for_its_neighbour(record):
    line = lines_of(with_evidence(record, "first", "second"))[0]

    with pytest.raises(Conflict):
        edit_evidence(with_evidence(record, "second"), line, "text", "other words", ENGLISH)


def test_removing_an_effect_leaves_the_others(record):
    effects = (Effect(EffectOn.NORM), Effect(EffectOn.POLICY))
    both = replace(record, second_loop=replace(record.second_loop, effects=effects))

    left = remove_effect(both, effect_lines(both, "en")[0])

    assert left.second_loop.effects == (Effect(EffectOn.POLICY),)


def test_evidence_is_found_without_accents_and_marked_where_it_is_linked(record):
    workshop = builders.a_workshop(id=record.workshop)
    board = builders.a_board(builders.a_session(workshop))
    card = builders.a_card(board, "Más señal telefónica", kind=Kind.DIFFICULTY)
    indicator = builders.an_indicator()
    records = Records([workshop, board, card, indicator])
    linked = replace(record, evidence=(card.id,))

    items = evidence_items(records, workshop.id, linked, "es")

    assert [item.key for item in matching(items, "senal mas")] == [card.id]
    assert counted(items) == "1 card, 1 indicator"
    assert Links.of(linked).by_key == {card.id: "result"}
