"""The list of cases and the sheet: added, changed, deleted and undone by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from facilitator import i18n
from facilitator.domain.cases import Case, CaseStatus, LegalForm
from facilitator.domain.cycles import Cycle
from facilitator.domain.ids import CaseId, CycleId, new_id
from facilitator.domain.values import LooseDate
from tests.afternoon import said
from ui.operator.pages.cases import PARTS


def test_the_list_names_chain_country_and_parties_and_the_header_says_the_rest(hand):
    (row,) = hand.page.list.table.cells.rows

    assert row.cell("case").shown == "Honey, Nicaragua"
    assert row.cell("case").under == "Panal de Muestra · Supermercado Ficticio"
    assert hand.page.title() == "Honey, Nicaragua"
    assert hand.page.context() == "Seller: Panal de Muestra, 84 members. Buyer: Supermercado Ficticio"


def test_cases_of_another_cycle_are_not_shown(show_cases, open_desk, afternoon, honey):
    other = Cycle(id=CycleId(new_id()), label="2015")
    elsewhere = replace(honey, id=CaseId(new_id()), cycle=other.id, chain=said("Cocoa"))

    hand = show_cases(open_desk([*afternoon.records(), other, honey, elsewhere]))

    assert [row.key for row in hand.page.list.table.cells.rows] == [honey.id]


def test_insert_adds_a_case_whose_chain_is_typed_at_once(bare):
    bare.key(Qt.Key.Key_Insert)
    bare.until(bare.page.part_of("sheet").form.fields["chain"].hasFocus)
    bare.type("Cacao y café")
    bare.key(Qt.Key.Key_Return)

    bare.until(lambda: bare.records(Case) and str(bare.one(Case).chain) == "Cacao y café")
    assert bare.one(Case).cycle == bare.desk.workshop.cycle


def test_delete_takes_a_case_away_and_undo_brings_it_back(hand, honey):
    hand.page.list.table.setFocus()
    hand.key(Qt.Key.Key_Delete)
    hand.until(lambda: not hand.records(Case))

    hand.desk.undo()

    hand.until(lambda: hand.records(Case))
    assert hand.one(Case).id == honey.id


def test_enter_on_a_case_leads_to_its_sheet(hand):
    hand.page.list.table.setFocus()
    hand.key(Qt.Key.Key_Return)

    assert hand.page.part is hand.page.part_of("sheet")


def test_a_relation_may_begin_in_a_month(hand):
    form = hand.part("sheet").form
    hand.write(form.fields["relation_since"], "sep 2011")

    hand.until(lambda: hand.one(Case).relation_since == LooseDate(2011, 9))


def test_what_is_no_date_is_said_below_and_stays(hand):
    form = hand.part("sheet").form
    hand.write(form.fields["relation_since"], "long ago")

    assert "long ago" in form.rows["relation_since"].error.sentence
    assert form.fields["relation_since"].text() == "long ago"
    hand.settled()
    assert hand.one(Case).relation_since is None


def test_figures_and_choices_of_the_seller_are_kept_beside_its_name(hand):
    form = hand.part("sheet").form
    hand.write(form.fields["seller.women"], "31")
    hand.pick(form.fields["seller.legal_form"], "cooperative")
    hand.pick(form.fields["seller.tier"], "2")

    hand.until(lambda: hand.one(Case).seller.tier == 2)
    seller = hand.one(Case).seller
    assert (seller.name, seller.women, seller.legal_form) == ("Panal de Muestra", 31, LegalForm.COOPERATIVE)


def test_a_buyer_of_whom_nothing_is_left_is_no_buyer(hand):
    hand.write(hand.part("sheet").form.fields["buyer.name"], "")

    hand.until(lambda: hand.one(Case).buyer is None)


def test_the_status_and_the_consent_are_chosen(hand):
    form = hand.part("sheet").form
    hand.pick(form.fields["status"], "paused")
    hand.pick(form.fields["consent_to_publish"], "no")

    hand.until(lambda: hand.one(Case).consent_to_publish is False)
    assert hand.one(Case).status is CaseStatus.PAUSED


def test_words_in_another_language_change_without_touching_the_original(hand):
    form = hand.part("sheet").form
    hand.write(form.fields["chain"], "Wild honey")

    hand.until(lambda: hand.one(Case).chain.best("en") == "Wild honey")
    assert hand.one(Case).chain.best("es") == "Miel"


@pytest.mark.parametrize("words", ["<b>Miel</b> & polen", "عسل 🍯", "x" * 10_000])
def test_hostile_words_are_shown_as_they_were_written(hand, words):
    hand.write(hand.part("sheet").form.fields["chain"], words)

    hand.until(lambda: hand.one(Case).chain.best("en") == words)
    assert hand.page.title() == f"{words}, Nicaragua"


def test_without_cases_there_is_one_sentence_and_one_action(bare):
    assert bare.page.no_case.isVisible()

    bare.page.no_case.button.click()

    bare.until(lambda: len(bare.records(Case)) == 1)


def test_indicators_and_theory_are_there_before_any_case(bare):
    for key in ("indicators", "theory"):
        part = bare.part(key)
        assert part.isVisible()


def test_the_page_speaks_the_other_language_at_once(hand):
    i18n.use("es")
    hand.page.retranslate()

    assert hand.page.title() == "Miel, Nicaragua"
    assert hand.page.list.table.cells.rows[0].cell("case").shown == "Miel, Nicaragua"


@pytest.mark.parametrize("key", list(PARTS))
def test_the_models_of_every_table_keep_qt_s_rules(hand, key):
    for ledger in hand.part(key).ledgers:
        QAbstractItemModelTester(ledger.table.cells, QAbstractItemModelTester.FailureReportingMode.Warning)
    i18n.use("es")
    hand.page.retranslate()

    assert all(ledger.table.accessibleName() for ledger in hand.page.part.ledgers)
