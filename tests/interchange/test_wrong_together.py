"""What records break together is refused: circles, votes, contributions; odd dates are warned of."""

from tests.interchange.files import found, read_all, smallest, warned


def test_clusters_inside_each_other_are_a_circle():
    clusters = [
        {"id": "a", "board": "b", "title": "A", "inside": "c"},
        {"id": "c", "board": "b", "title": "C", "inside": "a"},
        {"id": "d", "board": "b", "title": "D", "inside": "a"},
        {"id": "e", "board": "b", "title": "E", "inside": "e"},
    ]

    content = read_all(smallest(clusters=clusters))

    assert found(content) == [
        ("/clusters/0/inside", "reference-circle"),
        ("/clusters/3/inside", "reference-circle"),
    ]
    assert content.problems[0].details == {"ids": "a → c → a"}


def test_merged_cards_assumptions_hypotheses_and_carried_items_have_no_circles():
    data = smallest(
        cards=[
            {"id": "c1", "board": "b", "text": "1", "merged_into": "c2"},
            {"id": "c2", "board": "b", "text": "2", "merged_into": "c1"},
        ],
        assumptions=[
            {"id": "a1", "text": "1", "previous": "a2"},
            {"id": "a2", "text": "2", "previous": "a1"},
        ],
        cases=[{"id": "k", "chain": "Miel"}],
        prototypes=[{"id": "p", "case": "k", "hypotheses": [{"id": "h", "if": "x", "carried_from": "h"}]}],
        work_plan=[{"id": "w1", "activity": "x", "origin": {"kind": "carried_over", "ref": "w1"}}],
    )

    content = read_all(data)

    assert [key for _, key in found(content)] == ["reference-circle"] * 4
    assert [place for place, _ in found(content)] == [
        "/cards/0/merged_into",
        "/assumptions/0/previous",
        "/prototypes/0/hypotheses/0/carried_from",
        "/work_plan/0/origin",
    ]


def test_a_chain_of_thousands_of_merged_cards_is_followed_to_its_end():
    cards = [{"id": "c0", "board": "b", "text": "0"}]
    cards += [
        {"id": f"c{n}", "board": "b", "text": str(n), "merged_into": f"c{n - 1}"} for n in range(1, 3_000)
    ]

    content = read_all(smallest(cards=list(reversed(cards))))

    assert content.problems == []


def test_votes_are_for_cards_of_their_own_board():
    boards = [{"id": "b", "session": "s", "question": "¿?"}, {"id": "b2", "session": "s", "question": "¿Y?"}]
    cards = [{"id": "c", "board": "b2", "text": "Miel"}]

    content = read_all(smallest(boards=boards, cards=cards, votes=[{"board": "b", "on": "c", "dots": 1}]))

    assert found(content) == [("/votes/0/on", "vote-elsewhere")]


def test_one_voter_has_only_so_many_dots():
    boards = [{"id": "b", "session": "s", "question": "¿?", "voting": {"dots_per_person": 2, "voters": 9}}]
    cards = [{"id": "c1", "board": "b", "text": "1"}, {"id": "c2", "board": "b", "text": "2"}]
    votes = [{"board": "b", "on": card, "dots": 2, "voter": "p"} for card in ("c1", "c2")]

    content = read_all(
        smallest(boards=boards, cards=cards, votes=votes, people=[{"id": "p", "full_name": "Ana"}])
    )

    assert found(content) == [("/votes/1", "votes-exceed-voter")]


def test_contributions_are_in_the_budgets_currency():
    item = {
        "id": "1",
        "activity": "x",
        "budget": 10,
        "currency": "USD",
        "contributions": {"o": {"amount": 1, "currency": "NIO"}},
    }

    content = read_all(smallest(organisations=[{"id": "o", "name": "O"}], work_plan=[item]))

    assert found(content) == [("/work_plan/0/contributions/o", "currencies-differ")]


def test_a_session_outside_its_workshop_is_worth_a_warning():
    sessions = [{"id": "s", "workshop": "w", "date": "2015-02-06", "planned_minutes": 30, "title": "Uno"}]

    content = read_all(smallest(sessions=sessions))

    assert content.problems == []
    assert warned(content) == [("/sessions/0/date", "session-outside-workshop")]
