"""The Cards page at a real desk: a small workshop with a board of five cards and two clusters."""

import pytest

from facilitator.domain.cards import Card, CardStatus, Cluster, Kind
from facilitator.domain.ids import ClusterId, new_id
from facilitator.i18n import use
from tests.afternoon import said
from ui.operator.pages.cards import CardsPage
from ui.stage.director import StageDirector


@pytest.fixture
def afternoon(afternoon):
    """The afternoon with cards: A and B in a cluster, C in another, D and E loose."""
    board = afternoon.board
    one, two = (
        Cluster(
            id=ClusterId(new_id()), workshop=board.workshop, board=board.id, title=said(title), position=n
        )
        for n, title in enumerate(("Follow-up", "Indicators"))
    )
    homes = (one.id, one.id, two.id, None, None)
    words = (
        "One call a month",
        "Visits every quarter",
        "Three indicators",
        "Who calls?",
        "A photo of each slip",
    )
    cards = [
        afternoon.card(text, Kind.SUGGESTION, cluster=home, position=n)
        for n, (text, home) in enumerate(zip(words, homes, strict=True))
    ]
    afternoon.others += [one, two, *cards]
    afternoon.clusters, afternoon.cards = [one, two], cards
    return afternoon


@pytest.fixture
def stage(desk, theme):
    director = StageDirector(desk, theme)
    desk.opened.emit()
    yield director
    director.close()


@pytest.fixture
def page(qtbot, worn, theme, desk, stage):
    """The page as the window shows it, with the keyboard at the wall."""
    page = CardsPage(theme, desk, stage)
    page.resize(1280, 800)
    page.retranslate()
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    page.activated()
    yield page
    use("en")


@pytest.fixture
def stored(desk):
    """Read the cards that stand for themselves, as they are stored, by what they say."""

    def read():
        found = desk.records.where(Card, status=CardStatus.ACTIVE)
        return {card.text.text: card for card in found}

    return read


@pytest.fixture
def after(qtbot, desk):
    """Do something, and wait until the desk has taken it in."""

    def do(act, *args, **kwargs):
        with qtbot.waitSignal(desk.changed):
            act(*args, **kwargs)
        qtbot.waitUntil(lambda: not desk._pending)

    return do
