"""How a vote stands and who may give dots to what: for the sheet on which dots are entered. No Qt."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final, Literal
from uuid import UUID

from facilitator.domain.boards import dots_by_option
from facilitator.domain.cards import Board, Card, Vote, VoteMethod, Voting, default_dots
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import OrganisationId, PersonId
from facilitator.domain.people import Attendance, Organisation, Person
from facilitator.domain.records import Records
from facilitator.domain.votes import Turnout, places, turnout, voters_in
from facilitator.i18n import _, language, ngettext, translations
from facilitator.words import word
from ui.presenters.cards import WallView, folded

Kind = Literal["cards", "clusters"]

FEW_VOTERS: Final = 10
"""Voters of a first rule where nobody has taken attendance."""


@dataclass(frozen=True, slots=True)
class BallotRow:
    """Something that dots can be given to. `look` is the paper of a card, empty for a cluster.

    `secret` keeps its dots from whoever looks on; `most` is how many it can get at most.
    """

    key: UUID
    title: str
    look: str = ""
    inside: str = ""
    dots: int = 0
    most: int = 0
    secret: bool = False
    points: bool = False
    """Whether it gets marks from 1 to 5 instead of dots."""
    entry: str | None = None
    """What is typed on the line where words are, and not a number that grows by one: a sum or a mean."""
    wrong: bool = False
    """Whether that could not be stored."""

    @property
    def spoken(self) -> str:
        """Return what a screen reader says."""
        parts = [self.title, self.inside]
        if self.secret:
            parts.append(_("points hidden") if self.points else _("dots hidden"))
        elif self.points:
            parts.append(ngettext("{n} point", "{n} points", self.dots).format(n=self.dots))
        else:
            parts.append(ngettext("{n} dot", "{n} dots", self.dots).format(n=self.dots))
        return ". ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class VoterRow:
    """Who may hand in a ballot: a person, or an organisation by its delegate."""

    key: UUID
    title: str
    detail: str = ""
    voted: bool = False

    @property
    def spoken(self) -> str:
        """Return what a screen reader says; who gave what is told nowhere."""
        said = _("has voted") if self.voted else _("has not voted")
        return ". ".join(part for part in (self.title, self.detail, said) if part)


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the result; more than one title share it."""

    dots: int
    titles: tuple[str, ...]

    @property
    def tied(self) -> bool:
        """Whether several share the place."""
        return len(self.titles) > 1

    def head(self) -> str:
        """Return "7 dots", or "7 dots, a tie of 3"."""
        dots = ngettext("{n} dot", "{n} dots", self.dots).format(n=self.dots)
        if not self.tied:
            return dots
        return _("{dots}, a tie of {n}").format(dots=dots, n=len(self.titles))


def kind_at_first(records: Records, board: Board) -> Kind:
    """Return what is voted on: clusters where they have dots already, else cards."""
    cards = {card.id for card in records.where(Card, board=board.id)}
    votes = records.where(Vote, board=board.id)
    return "clusters" if votes and not any(vote.on in cards for vote in votes) else "cards"


def options(view: WallView, kind: Kind, rule: Voting | None, *, secret: bool = False) -> list[BallotRow]:
    """Return the cards of a board in the order of its wall, or its clusters, with the dots counted so far."""
    most = 0 if rule is None else most_on_one(rule)
    if kind == "clusters":
        return [
            BallotRow(each.id, one_line(each.title), "", "", each.own_dots, most, secret)
            for each in view.clusters
        ]
    rows = [
        BallotRow(
            card.id, one_line(card.text), card.look, one_line(cluster.title), card.dots or 0, most, secret
        )
        for cluster in view.clusters
        for card in cluster.cards
    ]
    rows += [
        BallotRow(card.id, one_line(card.text), card.look, "", card.dots or 0, most, secret)
        for card in view.loose
    ]
    return rows


def most_on_one(rule: Voting) -> int:
    """Return how many dots one line of the ballot can get: of all voters together, or of the one."""
    if rule.method.by_ballot:
        return min(rule.max_per_card or rule.dots_per_person, rule.dots_per_person)
    return rule.possible_per_card


def given_at_most(rule: Voting, elsewhere: int = 0) -> int:
    """Return how many dots the ballot can hold in all; `elsewhere` are given to what it does not list."""
    return rule.dots_per_person if rule.method.by_ballot else rule.possible - elsewhere


# Who votes


def voters(records: Records, board: Board) -> list[VoterRow]:
    """Return who may hand in a ballot under the board's rule, by name."""
    rule = board.voting
    if rule is None or not rule.method.by_ballot:
        return []
    done = voters_in(rule, records.where(Vote, board=board.id))
    here = _present(records, board)
    if rule.method is VoteMethod.BY_ORGANISATION:
        return _organisations(records, here, done)
    people = [
        person
        for person in records.where(Person)
        if not person.anonymised and (person.id in here or person.id in done or not here)
    ]
    known = {each.id: each.known_as for each in records.where(Organisation)}
    return [
        VoterRow(
            person.id,
            person.full_name,
            known.get(person.organisation, "") if person.organisation else "",
            person.id in done,
        )
        for person in sorted(people, key=lambda each: folded(each.full_name))
    ]


def _organisations(records: Records, here: frozenset[PersonId], done: frozenset[UUID]) -> list[VoterRow]:
    members = Counter(
        person.organisation
        for person in records.where(Person)
        if person.organisation is not None and (not here or person.id in here)
    )
    found = [each for each in records.where(Organisation) if each.id in members or each.id in done]
    return [
        VoterRow(each.id, each.known_as, _people(members[each.id]), each.id in done)
        for each in sorted(found, key=lambda each: folded(each.known_as))
    ]


def _people(n: int) -> str:
    return ngettext("{n} person here", "{n} people here", n).format(n=n)


def _present(records: Records, board: Board) -> frozenset[PersonId]:
    taken = records.where(Attendance, workshop=board.workshop)
    return frozenset(each.person for each in taken if each.code.in_the_room)


def usual_voters(records: Records, board: Board, method: VoteMethod) -> int:
    """Return how many vote if nobody says otherwise: the people in the room, or their organisations."""
    here = _present(records, board)
    if method is not VoteMethod.BY_ORGANISATION:
        return len(here) or FEW_VOTERS
    homes: set[OrganisationId] = {
        person.organisation
        for person in records.where(Person)
        if person.organisation is not None and (not here or person.id in here)
    }
    return len(homes) or FEW_VOTERS


def first_rule(records: Records, board: Board, options_count: int) -> Voting:
    """Return the usual rule: a quarter of the options as dots, for the people in the room, on paper."""
    return Voting(
        dots_per_person=default_dots(options_count),
        voters=usual_voters(records, board, VoteMethod.PAPER_COUNT),
        closed=False,
    )


# How it stands


def came(records: Records, board: Board, rule: Voting) -> Turnout:
    """Return how many voted and how many dots they gave."""
    return turnout(rule, records.where(Vote, board=board.id))


def rule_line(rule: Voting, method: str) -> str:
    """Return the rule in one line: "Show of hands, 3 dots each, at most 2 on one"."""
    dots = ngettext("{n} dot each", "{n} dots each", rule.dots_per_person).format(n=rule.dots_per_person)
    if rule.max_per_card is None or rule.max_per_card >= rule.dots_per_person:
        return _("{method}, {dots}").format(method=method, dots=dots)
    return _("{method}, {dots}, at most {most} on one").format(
        method=method, dots=dots, most=rule.max_per_card
    )


def voted_line(rule: Voting, turned_out: Turnout) -> str:
    """Return how many voted of how many."""
    facts = {"voted": turned_out.voted, "of": turned_out.of}
    if rule.method is VoteMethod.BY_ORGANISATION:
        return _("{voted} of {of} organisations voted").format(**facts)
    return _("{voted} of {of} people voted").format(**facts)


def hint(rule: Voting | None, *, mirrored: bool, filling: bool) -> str:
    """Return what is to be done now, in one sentence."""
    if rule is None:
        return _("A usual rule is proposed; change it as agreed with the group.")
    if rule.closed:
        return rule_line(rule, word(translations(language()), rule.method))
    by_ballot = rule.method.by_ballot
    if mirrored and by_ballot:
        return _("The room sees this screen. Extend the displays before anybody votes here.")
    if mirrored:
        return _("The room sees this screen, so the numbers are hidden. Type them; they are counted.")
    return _doing(by_ballot=by_ballot, filling=filling)


def _doing(*, by_ballot: bool, filling: bool) -> str:
    if filling:
        return _("Digits, + and − give dots. Nobody sees them until the vote is closed.")
    if by_ballot:
        return _("Choose who votes; nothing of what they give is shown until the vote is closed.")
    return _("Type the number counted on each line, Enter goes on. The room sees it once the vote is closed.")


def cast_line(turned_out: Turnout) -> str:
    """Return "21 of 36 dots cast"."""
    return _("{cast} of {possible} dots cast").format(cast=turned_out.cast, possible=turned_out.possible)


def result(records: Records, board: Board, titles: Mapping[UUID, str]) -> list[Place]:
    """Return the places of a vote, ties as ties, in the words of `titles`."""
    dots = dots_by_option(records, board.id)
    listed = {key: dots[key] for key in titles if key in dots}
    return [Place(count, tuple(titles[key] for key in keys)) for count, keys in places(listed)]


def all_titles(view: WallView) -> dict[UUID, str]:
    """Return what cards and clusters are called in a result."""
    found: dict[UUID, str] = {each.id: one_line(each.title) for each in view.clusters}
    found |= {card.id: one_line(card.text) for card in view.cards()}
    return found


def one_line(text: str) -> str:
    """Return a text without its line breaks."""
    return " ".join(text.split())


def blank(rows: Iterable[BallotRow]) -> list[BallotRow]:
    """Return a ballot on which nothing is given yet."""
    return [replace(row, dots=0) for row in rows]
