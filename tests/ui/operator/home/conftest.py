"""The Home page on a real desk, shown and driven like a person does."""

import pytest

from facilitator.bootstrap import open_workspace
from tests.ui.hands import Hand
from ui.operator.pages.home import HomePage


class HomeHand(Hand):
    """What a person can do with the page, and what they see."""

    def titles(self):
        """Return the titles of the outline, from top to bottom."""
        return [row.title for row in self.page.view.shelf.list.shelf.rows]

    def on(self, title):
        """Put the keyboard on a row of the outline."""
        shelf = self.page.view.shelf.list
        row = next(row for row in shelf.shelf.rows if row.title == title)
        shelf.choose(row.key)
        shelf.setFocus()

    def loops(self):
        """Return the workshops of the thread with their state."""
        return [(loop.title, loop.state) for loop in self.page.view.cycle.band.loops]

    def commitments(self):
        """Return the rows of the commitments table as output, owner, due and status."""
        rows = self.page.view.commitments.table.commitments.rows
        return [(row.output, row.owner, row.due, row.status) for row in rows]

    def detail(self, name):
        """Return a field of the details."""
        return self.page.view.details.rows[name].field


@pytest.fixture
def show_home(qtbot, theme, worn):
    """Show the page for a desk and return a hand on it."""

    def show(desk):
        page = HomePage(theme, desk)
        qtbot.addWidget(page)
        page.resize(1356, 840)
        page.retranslate()
        page.show()
        page.activateWindow()
        page.activated()
        return HomeHand(qtbot, page, desk)

    return show


@pytest.fixture
def example(show_home, open_desk, desk_file, desk_clock):
    """A hand on Home with the example workshop, at noon of its first day."""
    with open_workspace(desk_file, desk_clock) as workspace:
        workspace.exchange.import_example()
    hand = show_home(open_desk())
    hand.qtbot.waitUntil(lambda: len(hand.loops()) == 3)
    return hand


@pytest.fixture
def bare(show_home, open_desk):
    """A hand on Home with nothing in the database."""
    return show_home(open_desk())
