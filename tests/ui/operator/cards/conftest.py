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


@pytest.fixture
def kept(qtbot, page):
    """Wait until what is half typed was kept, or forgotten; return its words by their place."""

    def read_back(page=page):
        keepers = (page.half_typed.on_wall, page.half_typed.in_field)
        qtbot.waitUntil(lambda: not any(each._timer.isActive() for each in keepers), timeout=3000)
        with qtbot.waitCallback() as answer:
            page._desk.ask(lambda workspace: workspace.drafts(), answer)
        fields = {each.place.partition("/")[0]: each.text for each in answer.args[0]}
        return {field: words for field, words in fields.items() if not field.endswith(".about")}

    return read_back


@pytest.fixture
def come_back(qtbot, theme, kept, open_desk, page):
    """Have what is half typed kept, then open the records and the page anew, as after a crash."""
    directors = []

    def opened(before=page, *, then=None):
        kept(before)
        again = open_desk()
        if then is not None:
            with qtbot.waitSignal(again.changed):
                again.perform(then)
        director = StageDirector(again, theme)
        directors.append(director)
        fresh = CardsPage(theme, again, director)
        fresh.resize(1280, 800)
        fresh.retranslate()
        qtbot.addWidget(fresh)
        before.hide()
        with qtbot.waitActive(fresh):
            fresh.show()
        fresh.activated()
        return fresh

    yield opened
    for director in directors:
        director.close()


@pytest.fixture
def keep(qtbot):
    """Answer the offer with Keep, and wait until one can go on."""

    def answered(page):
        asked = page.half_typed._waiting[0]
        page.half_typed.offer.accept()
        qtbot.waitUntil(lambda: asked not in page.half_typed._waiting)

    return answered
