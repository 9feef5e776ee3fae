"""The cards of the example typed, grouped, named, voted and concluded by keys alone; the minutes agree."""

from dataclasses import replace

import pytest
from pypdf import PdfReader

from exports.registry import writer
from facilitator.bootstrap import open_workspace
from facilitator.domain.cards import Board, BoardMode, Card, Cluster, Kind, Vote, VoteMethod
from facilitator.domain.documents import Disclosure, DocumentKind
from facilitator.domain.people import Person
from facilitator.domain.records import Records
from facilitator.services.minutes import gather
from tests.e2e.keyboard import Keyboard
from tests.services.gathering import TODAY, accounts
from ui.rehearsal.collecting import way
from ui.rehearsal.proof import bare
from ui.rehearsal.score import Score, read_score
from ui.wall.state import Spot

SIGNS = {Kind.WORKS: "+", Kind.DIFFICULTY: "-", Kind.QUESTION: "?", Kind.SUGGESTION: "!"}
DIGITS = {Kind.WORKS: "Ctrl+1", Kind.DIFFICULTY: "Ctrl+2", Kind.SUGGESTION: "Ctrl+4", Kind.NOTE: "Ctrl+5"}
CONCLUSIONS = (
    "Seguimiento e indicadores quedan empatados; se trabajará en ambos",
    "Cuidar el tiempo y las letras en pantalla",
)


@pytest.fixture
def score():
    """The example; those who gave the feedback of the second board are named, in turn."""
    known = read_score()
    people = [each for each in known.of(Person) if each.organisation is not None]
    second = known.of(Board)[1]
    named = {card.id: people[place % len(people)].id for place, card in enumerate(known.cards(second))}
    changed = [replace(second, mode=BoardMode.OPEN)]
    changed += [replace(card, author=named[card.id]) for card in known.cards(second)]
    keys = {each.id for each in changed}
    return Score(
        Records([*(each for each in known.records if each.id not in keys), *changed]), known.workshop
    )


@pytest.fixture
def program(qtbot, start, score, desk_file, desk_clock, tmp_path):
    """The program on the eve's workshop, the session of the first board running; closed by the fixture."""
    boards = score.of(Board)
    eve = tmp_path / "eve.json"
    eve.write_bytes(score.prepared(desk_clock.now()))
    with open_workspace(desk_file, desk_clock) as workspace:
        workspace.exchange.import_files([eve])
        workspace.running.start_session(boards[0].session)
    program = start()
    program.window.resize(1440, 900)
    qtbot.waitUntil(lambda: program.window.current_page is not None and program.desk.ready)
    qtbot.waitUntil(lambda: program.workings.wiring.room.care is not None)  # what F3 opens is loaded last
    assert program.window.current_page.key == "run"
    return program


class Facilitator:
    """Who sits at the keyboard, and looks at what is stored."""

    def __init__(self, qtbot, program, score):
        self.qtbot, self.program, self.score = qtbot, program, score
        self.desk, self.window = program.desk, program.window
        self.keys = Keyboard(qtbot, program.window)

    def settle(self):
        """Wait until everything is on disk."""
        self.qtbot.waitUntil(lambda: self.desk.all_stored)

    def cards(self, board):
        """Return the cards of a board as they are stored."""
        return self.desk.records.where(Card, board=board.id)

    def open_page(self, key):
        """Go to a page by the rail."""
        rail = self.window.rail
        self.keys.go_into(rail)
        self.keys.press("Home")
        while not rail.item(key).hasFocus():
            self.keys.press("Down")
        self.keys.press("Return")
        self.qtbot.waitUntil(lambda: self.window.current_page.key == key)
        return self.window.page(key)

    def go_on_to(self, board):
        """End one session after the other until the board's own runs."""
        self.open_page("run")
        for _session in self.score.sessions():
            if self.window.page("run").capture._session == board.session:
                return
            self.keys.press("F9")
            self.settle()
        raise AssertionError("F9 does not lead to the session")

    # Capture

    def write(self, board, card, *, by_sign):
        """Type one card: its sign or its key, its words with accents, who said it."""
        capture = self.window.page("run").capture
        count = len(self.cards(board))
        self.qtbot.waitUntil(lambda: self.keys.target() is capture.frame.text)
        if by_sign and card.kind in SIGNS:
            self.keys.type(SIGNS[card.kind])
        elif card.kind is not Kind.NOTE or not by_sign:
            self.keys.press(DIGITS.get(card.kind, "Ctrl+3"))
        self.keys.type(self.score.said(card.text))
        if card.author is not None:
            self.keys.press("Tab")
            self.keys.type(self.score.records.get(Person, card.author).full_name)
        self.keys.press("Return")
        self.qtbot.waitUntil(lambda: len(self.cards(board)) == count + 1)
        self.settle()

    # The wall

    def group(self, page, board):
        """Put the cards into clusters, each named as it is made."""
        self.keys.choose(page.board_bar.chooser, str(board.id))
        self.qtbot.waitUntil(lambda: page.board.id == board.id)
        self.keys.reach(page.wall)
        for cluster in self.score.clusters(board):
            self.keys.press("Esc")
            inside = [each for each in self.score.cards(board) if each.cluster == cluster.id]
            for scored in inside:
                self.go_to(page, self.on_wall(board, scored))
                self.keys.press("Ctrl+Space")
            self.keys.press("M")
            self.qtbot.waitUntil(lambda: self.keys.target() is page.area.picker.search)
            self.keys.type(self.score.said(cluster.title))
            self.keys.press("Return")
            self.settle()
            self.qtbot.waitUntil(lambda: self.keys.target() is page.wall)

    def on_wall(self, board, scored):
        """Return the stored card that says what one of the example says."""
        words = self.score.said(scored.text)
        return next(each.id for each in self.cards(board) if self.score.said(each.text) == words)

    def go_to(self, page, card):
        """Walk over the wall to a card, selecting nothing on the way."""
        state, target = page.wall.surface.state, Spot("card", card)
        while state.current != target:
            self.keys.press(f"Ctrl+{way(page, state.current, target)}")

    # The vote

    def vote(self, board):
        """Count the dots on paper in the sheet of the session's vote."""
        self.keys.press("F3")
        sheet = self.program.workings.wiring.room.let_in().vote
        self.qtbot.waitUntil(lambda: self.keys.target() is sheet.start)
        rule = sheet.rule
        self.keys.choose(rule.method, VoteMethod.PAPER_COUNT.value)
        self.keys.reach(sheet.start)
        self.keys.press("Space")
        self.settle()
        for spin, value in (
            (rule.per_person, board.voting.dots_per_person),
            (rule.most, board.voting.max_per_card),
            (rule.voters, board.voting.voters),
        ):
            self.keys.put(spin, str(value))
            self.settle()
        self.keys.reach(sheet.ballots.view)
        by_words = {self.score.said(each.text): each for each in self.score.cards(board)}
        self.keys.press("Home")
        for row in list(sheet.ballots.view.rows.rows):
            self.keys.type(str(self.score.dots(by_words[row.title])))
            self.keys.press("Return")
            self.settle()
        assert sheet.close_vote.hasFocus()
        self.keys.press("Space")
        self.settle()
        self.keys.press("Esc")

    def conclude(self, page, words):
        """Write what the room concluded beside the wall."""
        if not page.panels.vote.isVisible():
            self.keys.reach(page.board_bar.vote)
            self.keys.press("Space")
            self.qtbot.waitUntil(page.panels.vote.isVisible)
        self.keys.put(page.panels.vote.conclusion, words)
        self.settle()


@pytest.fixture
def held(qtbot, program, score):
    """Do all of it by keys, and return what is stored afterwards."""
    someone = Facilitator(qtbot, program, score)
    first, second = score.of(Board)
    for place, card in enumerate(score.cards(first)):
        someone.write(first, card, by_sign=place % 2 == 0)
    wall = someone.open_page("cards")
    someone.group(wall, first)
    someone.vote(first)
    someone.conclude(wall, CONCLUSIONS[0])
    someone.go_on_to(second)
    for place, card in enumerate(score.cards(second)):
        someone.write(second, card, by_sign=place % 2 == 0)
    someone.open_page("cards")
    someone.group(wall, second)
    someone.conclude(wall, CONCLUSIONS[1])
    return someone.desk.records


def stored(records, score):
    """Return what every card says: its words, kind, cluster, who said it, its dots; and every rule."""
    cards = set()
    for board in score.of(Board):
        for card in records.where(Card, board=board.id):
            cluster = records.get(Cluster, card.cluster)
            title = score.said(cluster.title) if cluster else ""
            dots = sum(vote.dots for vote in records.where(Vote, on=card.id))
            cards.add((board.id, score.said(card.text), card.kind, title, card.author, dots))
    return cards


def printed(board):
    """Return what the minutes' values say of a board's cards."""
    return {
        (card.text.text, line.title.text if line.title else "", card.dots or 0)
        for line in board.clusters
        for card in line.cards
    }


def test_fourteen_cards_come_into_the_minutes_by_keys_alone(held, score, desk_file, tmp_path):
    first, second = score.of(Board)

    with open_workspace(desk_file, read_only=True) as workspace:
        problems = workspace.database.problems()
        records = workspace.records(score.workshop.id)
    minutes = gather(
        records,
        score.workshop.id,
        language="es",
        disclosure=Disclosure.INTERNAL,
        kind=DocumentKind.MEMORIA,
        today=TODAY,
    )
    report = writer("pdf")(minutes, tmp_path / "memoria.pdf")

    cards = stored(records, score)
    assert problems == []
    assert len(cards) == 14
    assert cards == stored(score.records, score)
    assert records.get(Board, first.id).voting == first.voting
    one, two = (account.boards[0] for account in accounts(minutes) if account.boards)
    for board, told in ((first, one), (second, two)):
        assert printed(told) == {
            (words, title, dots) for key, words, _, title, _, dots in cards if key == board.id
        }
    assert [told.conclusion.text for told in (one, two)] == list(CONCLUSIONS)
    assert len(one.vote.winners) == 2
    assert report.pages
    text = bare("".join(page.extract_text() for page in PdfReader(tmp_path / "memoria.pdf").pages))
    said = [words for _, words, *_ in cards] + list(CONCLUSIONS)
    assert [words for words in said if bare(words) not in text] == []
