"""The Cases page in a window, on the small workshop with a honey case in its first round."""

import datetime as dt
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.domain.cases import Buyer, Case, Seller
from facilitator.domain.change_theory import Indicator, Measurement, Reading
from facilitator.domain.ids import CaseId, IndicatorId, IterationId, new_id
from facilitator.domain.prototypes import Hypothesis, PrototypeAnswers, PrototypeIteration, Stage
from facilitator.domain.values import LooseDate
from tests.afternoon import said
from tests.ui.hands import Hand
from ui.operator.pages.cases import CasesPage


class CasesHand(Hand):
    """What a person does with the page, and what is stored."""

    def add(self, *records):
        """Have somebody else store records."""
        for record in records:
            self.desk.perform(lambda work, record=record: work.books.add(record))
        self.settled()

    def part(self, key):
        """Show a part and return it."""
        self.page.show_part(key)
        return self.page.part

    def records(self, kind, **fields):
        """Return the records of a kind as they are stored, in memory."""
        return self.desk.records.where(kind, **fields)

    def one(self, kind, **fields):
        """Return the only record of a kind."""
        (found,) = self.records(kind, **fields)
        return found

    def write(self, field, words):
        """Replace what stands in a field and leave it by Tab."""
        field.setFocus()
        field.selectAll()
        self.key(Qt.Key.Key_Backspace)
        self.type(words)
        self.key(Qt.Key.Key_Tab)

    def write_cell(self, ledger, key, column, words):
        """Edit a cell of a table by keyboard and press Enter."""
        ledger.table.setFocus()
        assert ledger.table.choose(key, column)
        self.key(Qt.Key.Key_Return)
        self.until(lambda: QApplication.focusWidget() is not ledger.table)
        self.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.key(Qt.Key.Key_Backspace)
        self.type(words)
        self.key(Qt.Key.Key_Return)

    def pick(self, choice, key):
        """Choose in a field by arrow keys."""
        choice.setFocus()
        steps = choice.findData(key) - choice.currentIndex()
        for _step in range(abs(steps)):
            QTest.keyClick(choice, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)

    def pick_cell(self, ledger, key, column, wanted):
        """Choose in a cell of a table by keyboard."""
        ledger.table.setFocus()
        assert ledger.table.choose(key, column)
        self.key(Qt.Key.Key_Return)
        self.until(lambda: QApplication.focusWidget() is not ledger.table)
        self.pick(QApplication.focusWidget(), wanted)
        self.key(Qt.Key.Key_Return)

    def on(self, ledger, key):
        """Put the keyboard on a row, by arrow keys."""
        ledger.table.setFocus()
        cells = ledger.table.cells
        steps = cells.place_of(key) - ledger.table.currentIndex().row()
        for _step in range(abs(steps)):
            self.key(Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
            if ledger.table.chosen_key() == key:
                break
        assert ledger.table.chosen_key() == key

    def rows(self, ledger):
        """Return what the first column of each row shows, headings of groups too."""
        first = ledger.table.cells.columns[0].key
        return [row.title or row.cell(first).shown for row in ledger.table.cells.rows]

    def until(self, check):
        """Wait until something is stored and shown."""
        self.qtbot.waitUntil(lambda: bool(check()), timeout=5000)

    def settled(self):
        """Wait until everything asked for so far was answered."""
        with self.qtbot.waitCallback() as answered:
            self.desk.ask(lambda workspace: None, answered)


@pytest.fixture
def honey(afternoon):
    """A case of the cycle."""
    return Case(
        id=CaseId(new_id()),
        cycle=afternoon.cycle.id,
        partner=afternoon.network.id,
        chain=said("Honey", "Miel"),
        country="NI",
        seller=Seller("Panal de Muestra", members=84),
        buyer=Buyer("Supermercado Ficticio"),
    )


@pytest.fixture
def first_round(honey):
    """Its first round, being tested."""
    return PrototypeIteration(
        id=IterationId(new_id()),
        case=honey.id,
        stage=Stage.TESTING,
        started=dt.date(2013, 11, 4),
        answers=PrototypeAnswers(baseline=said("Paid at 45 days", "Paga a 45 días")),
    )


@pytest.fixture
def days():
    """The common indicator of days to payment, which should go down."""
    return Indicator(
        id=IndicatorId(new_id()),
        name=said("Days to payment"),
        unit="days",
        baseline=Reading(Decimal(45), LooseDate(2013, 9)),
        target=Reading(Decimal(15), LooseDate(2014, 9)),
    )


@pytest.fixture
def meeting(first_round, days):
    """The hypothesis that meetings shorten the days to payment."""
    return Hypothesis(
        id=new_id(),
        iteration=first_round.id,
        if_=said("both sides meet every quarter"),
        then=said("payment takes 15 days"),
        indicator=days.id,
    )


@pytest.fixture
def reading(days, honey):
    """A reading of a week ago."""
    return Measurement(
        id=new_id(), indicator=days.id, case=honey.id, date=dt.date(2014, 1, 31), value=Decimal(41)
    )


@pytest.fixture
def show_cases(qtbot, theme, worn):
    """Show the page for a desk and return a hand on it."""

    def show(desk):
        page = CasesPage(theme, desk)
        qtbot.addWidget(page)
        page.resize(1356, 900)
        page.retranslate()
        with qtbot.waitActive(page):
            page.show()
        page.activated()
        return CasesHand(qtbot, page, desk)

    return show


@pytest.fixture
def hand(show_cases, open_desk, afternoon, honey, first_round, days, meeting, reading):
    """A hand on the page with the honey case."""
    return show_cases(open_desk([*afternoon.records(), honey, days, first_round, meeting, reading]))


@pytest.fixture
def bare(show_cases, open_desk, afternoon):
    """A hand on the page of a workshop without cases."""
    return show_cases(open_desk(afternoon.records()))
