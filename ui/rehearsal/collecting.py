"""The scenes of cards: typed through the capture bar, sorted, named and counted on the wall."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Board, Card, Cluster, Kind, Vote, Voting
from facilitator.domain.ids import CardId
from facilitator.domain.notes import Agreement, ParkingItem
from facilitator.domain.people import Person
from facilitator.i18n import N_, _
from ui.operator.pages.cards import CardsPage
from ui.operator.pages.run import RunPage
from ui.rehearsal.company import Company
from ui.rehearsal.hands import LETTER
from ui.rehearsal.player import Pause, Play, Stopped, Until
from ui.wall.state import Spot

_SIGNS: Final = {Kind.WORKS: "+", Kind.DIFFICULTY: "-", Kind.QUESTION: "?", Kind.SUGGESTION: "!"}
_ARROWS: Final = ("Right", "Down", "Left", "Up")


def collect(company: Company, session: Session) -> Play:
    """Type what the room says in this session, sort it, and vote where the score does."""
    for board in company.score.boards_of(session):
        cards = company.score.cards(board)
        if not cards:
            continue
        yield from company.settle()
        company.camera.stage("escenario pregunta")
        yield from company.hands.press("Alt+3")
        yield from company.hands.press("Esc")
        for card in cards:
            yield from _type_card(company, board, card)
        yield from company.both("tarjetas escritas")
        yield from _sort(company, board)
        voting = board.voting
        if voting is not None:
            yield from _vote(company, board, voting)
        yield from company.settle()
        company.camera.console("cards agrupadas")
        company.camera.stage("escenario tarjetas agrupadas")


def write_down(company: Company, keys: str, said: ParkingItem | Agreement) -> Play:
    """Type something that is no card into the capture bar of the Run page."""
    bar = company.page(RunPage).capture
    words = company.score.said(said.text)
    yield from company.hands.press("Esc")
    yield from company.hands.press(keys)
    yield from company.hands.type(words)
    yield from company.hands.press("Return")
    yield Until(
        lambda: not bar.outbox.waiting and _is_there(company, type(said), words),
        _("“{words}” was stored").format(words=words),
    )
    company.count(N_("parked") if isinstance(said, ParkingItem) else N_("agreements"))


def _is_there(company: Company, kind: type[ParkingItem | Agreement], words: str) -> bool:
    return any(company.score.said(each.text) == words for each in company.records.where(kind))


def _type_card(company: Company, board: Board, card: Card) -> Play:
    """Type one card: its sign or its digit, its words, who said it."""
    bar, words = company.page(RunPage).capture, company.score.said(card.text)
    count = len(company.records.where(Card, board=board.id))
    if card.kind in _SIGNS:
        yield from company.hands.type(_SIGNS[card.kind])
    else:
        yield from company.hands.press("Ctrl+5")
    yield from company.hands.type(words)
    author = company.score.records.get(Person, card.author)
    if author is not None:
        yield from company.hands.press("Tab")
        yield from company.hands.type(author.full_name)
    if bar.choice.kind is not card.kind:
        raise Stopped(_("The sign of the card “{words}” was not understood").format(words=words))
    yield from company.hands.press("Return")
    yield Until(
        lambda: not bar.outbox.waiting and len(company.records.where(Card, board=board.id)) > count,
        _("The card “{words}” was stored").format(words=words),
    )
    company.count(N_("cards"))


# On the wall


def _sort(company: Company, board: Board) -> Play:
    """Put the cards into the clusters of the score, each named as it is made."""
    yield from company.open_page("cards")
    page = company.page(CardsPage)
    yield from company.hands.choose(page.board_bar.chooser, str(board.id))
    yield Until(lambda: page.board is not None and page.board.id == board.id, _("The board was shown"))
    company.camera.console("cards sin agrupar")
    page.wall.setFocus(Qt.FocusReason.ShortcutFocusReason)
    for cluster in company.score.clusters(board):
        name = company.score.said(cluster.title)
        inside = [each for each in company.score.cards(board) if each.cluster == cluster.id]
        yield from company.hands.press("Esc")
        for scored in inside:
            yield from _go_to(company, page, _on_wall(company, board, scored))
            yield from company.hands.press("Ctrl+Space")
        yield from company.hands.press("M")
        yield Until(page.area.picker.search.hasFocus, _("The list of clusters"))
        yield from company.hands.type(name)
        yield from company.hands.press("Return")
        yield Until(
            partial(_is_sorted, company, board, name, len(inside)),
            _("The cluster “{name}” was stored").format(name=name),
        )
        yield from company.settle()
        company.count(N_("clusters"))
    yield from company.hands.press("Esc")


def _on_wall(company: Company, board: Board, scored: Card) -> CardId:
    """Return the card on the wall that says what a card of the score says."""
    words = company.score.said(scored.text)
    for card in company.records.where(Card, board=board.id):
        if company.score.said(card.text) == words:
            return card.id
    raise Stopped(_("There is no card “{words}” on the wall").format(words=words))


def _is_sorted(company: Company, board: Board, name: str, count: int) -> bool:
    """Whether a cluster of this name holds so many cards."""
    for cluster in company.records.where(Cluster, board=board.id):
        if company.score.said(cluster.title) == name:
            return len(company.records.where(Card, cluster=cluster.id)) == count
    return False


def _go_to(company: Company, page: CardsPage, card: CardId) -> Play:
    """Go to a card with Ctrl and the arrow keys, the shortest way over the wall."""
    wall, target = page.wall, Spot("card", card)
    seen: set[Spot | None] = set()
    while wall.surface.state.current != target:
        now = wall.surface.state.current
        if now in seen:
            raise Stopped(_("The arrow keys do not lead to a card"))
        seen.add(now)
        yield from company.hands.press(f"Ctrl+{way(page, now, target)}")


def way(page: CardsPage, now: Spot | None, target: Spot) -> str:
    """Return the arrow key of the shortest way over the wall."""
    from ui.wall.surface import DIRECTIONS  # noqa: PLC0415 - beside its only use

    keys = {getattr(Qt.Key, f"Key_{name}"): name for name in _ARROWS}
    ways: list[tuple[Spot | None, str]] = [(now, "")]
    known = {now}
    for spot, first in ways:
        if spot == target:
            return first
        for key, direction in DIRECTIONS.items():
            beside = page.wall.surface.beside(spot, direction)
            if beside is not None and beside not in known:
                known.add(beside)
                ways.append((beside, first or keys[key]))
    raise Stopped(_("The arrow keys do not lead to a card"))


# The vote


def _vote(company: Company, board: Board, rule: Voting) -> Play:
    """Open the vote, count every card's dots, close the vote."""
    page = company.page(CardsPage)
    panel = page.panels.vote
    yield from company.hands.click(page.board_bar.vote)
    yield from company.hands.click(panel.start)
    yield Until(lambda: _rule(company, board) is not None, _("The vote was started"))
    for spin, value in (
        (panel.per_person, rule.dots_per_person),
        (panel.voters, rule.voters),
        (panel.most, rule.max_per_card or 0),
    ):
        yield from _turn(company, spin, value)
    yield from company.settle()
    yield from company.hands.press("F6")
    page.wall.setFocus(Qt.FocusReason.ShortcutFocusReason)
    for scored in company.score.cards(board):
        yield from _count(company, page, board, scored)
    yield from company.settle()
    company.camera.console("cards votación abierta")
    company.camera.stage("escenario votación abierta")
    yield from company.hands.click(panel.close_vote)
    yield Until(lambda: _rule(company, board) == rule, _("The vote was closed"))


def _rule(company: Company, board: Board) -> Voting | None:
    found = company.records.get(Board, board.id)
    return None if found is None else found.voting


def _turn(company: Company, spin: QSpinBox, value: int) -> Play:
    """Type a number into a field of the rule."""
    yield from company.hands.enter(spin)
    yield from company.hands.press("Ctrl+A")
    yield from company.hands.type(str(value))
    yield from company.hands.press("Tab")
    yield Until(lambda: spin.value() == value, _("The rule of the vote"))


def _count(company: Company, page: CardsPage, board: Board, scored: Card) -> Play:
    """Type the dots that a card got."""
    dots = company.score.dots(scored)
    if not dots:
        return
    card = _on_wall(company, board, scored)
    yield from _go_to(company, page, card)
    first, rest = str(dots)[0], str(dots)[1:]
    yield from company.hands.press(first)
    yield Until(lambda: page.wall.writing.what == "dots", _("The field for dots"))
    yield from company.hands.type(rest)
    yield from company.hands.press("Return")
    yield Until(
        lambda: sum(each.dots for each in company.records.where(Vote, on=card)) == dots,
        _("The dots of “{words}”").format(words=company.score.said(scored.text)),
    )
    yield Until(lambda: page.wall.writing.what == "nothing", _("The field for dots closed"))
    yield Pause(LETTER)
    company.count(N_("dots"), dots)
