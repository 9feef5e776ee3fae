"""Where each sentence came from can be followed in the PDF, both ways, and no link leads nowhere."""

from collections import defaultdict

import pytest
from pypdf import PdfReader

from exports.pdf import write_minutes
from exports.pdf.anchors import known_anchors
from exports.referring import referring
from facilitator.domain.cards import Voting
from facilitator.domain.cycles import Workshop
from facilitator.domain.documents import Disclosure
from facilitator.domain.records import Records
from facilitator.domain.sections import USUAL
from facilitator.interchange.reader import read
from facilitator.services.minutes import gaps
from tests import builders as make
from tests.fixtures.workspaces import EXAMPLE
from tests.services.gathering import minutes_of


def example():
    """The records of the example, its workshop with an agenda first."""
    records = read(EXAMPLE.read_bytes()).records
    of = defaultdict(int)
    for record in records:
        of[getattr(record, "workshop", None)] += 1
    return sorted(records, key=lambda each: -of[each.id] if isinstance(each, Workshop) else 0)


class Graph:
    """Places of a PDF by name, and which of them lead to which, read with another library."""

    def __init__(self, path):
        reader = PdfReader(path)
        number = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages)}
        self.places = {
            name.lstrip("/"): (number[place.raw_get("/Page").idnum], float(place["/Top"]))
            for name, place in reader.named_destinations.items()
        }
        self.by_place = defaultdict(set)
        for name, place in self.places.items():
            self.by_place[place].add(name)
        self.dangling = []
        self.edges = set()
        for n, page in enumerate(reader.pages):
            for annotation in page.get("/Annots") or ():
                link = annotation.get_object()
                if link.get("/Subtype") == "/Link":
                    self._add(n, link, number)

    def _add(self, page, link, number):
        target = link["/Dest"] if "/Dest" in link else link["/A"]["/D"]
        to = (
            number.get(target.raw_get(0).idnum)
            if hasattr(target, "raw_get")
            else number.get(target[0].idnum),
            float(target[3]),
        )
        names = self.by_place.get(to) if to[0] is not None else None
        if names is None:
            self.dangling.append((page, to))
            return
        top = float(link["/Rect"][3])
        for start in self._around(page, top):
            self.edges |= {(start, name) for name in names}

    def _around(self, page, top):
        """The places in which something stands: the last that begins above it, and those that hold that one."""
        order = sorted(self.by_place, key=lambda place: (place[0], -place[1]))
        before = [place for place in order if place[0] < page or (place[0] == page and place[1] >= top - 1)]
        found = set(self.by_place[before[-1]]) if before else set()
        for inner, outer in (("card", "board"), ("board", "session")):
            if any(name.startswith(inner) for name in found):
                held = [name for place in before for name in self.by_place[place] if name.startswith(outer)]
                found |= {*held[-1:]}
        return found


@pytest.fixture(scope="module", params=list(Disclosure))
def written(request, tmp_path_factory):
    """The example's memoria at a level: its values, and the graph of its file."""
    minutes = minutes_of(example(), disclosure=request.param)
    path = tmp_path_factory.mktemp("links") / "m.pdf"
    write_minutes(minutes, path)
    return minutes, Graph(path)


def test_no_link_leads_nowhere(written):
    _, graph = written

    assert graph.dangling == []
    assert len(graph.edges) > 50


def test_every_agreement_action_card_and_indicator_has_a_place(written):
    minutes, graph = written

    assert {*known_anchors(minutes, USUAL[minutes.kind])} <= {*graph.places}


def test_what_came_from_something_leads_there_and_back(written):
    minutes, graph = written
    pairs = [(anchor, back.anchor) for anchor, backs in referring(minutes).items() for back in backs]

    missing = [pair for pair in pairs for way in (pair, pair[::-1]) if way not in graph.edges]

    assert missing == []
    assert pairs


def test_agreement_card_vote_session_action_and_indicator_lead_to_each_other(tmp_path):
    workshop = make.a_workshop()
    session = make.a_session(workshop, actual_start=make.at(9), actual_end=make.at(10))
    board = make.a_board(session, voting=Voting(3, 12))
    card = make.a_card(board)
    indicator = make.an_indicator()
    agreement = make.an_agreement(workshop, session=session.id, source=card.id)
    item = make.a_work_item(workshop, agreement=agreement.id, indicator=indicator.id)
    records = [workshop, session, board, card, make.a_vote(card, 4), indicator, agreement, item]
    write_minutes(minutes_of(records), tmp_path / "m.pdf")

    graph = Graph(tmp_path / "m.pdf")

    both_ways = {("agreement-1", each) for each in ("card-1.1", "board-1", "session-1", "action-1")}
    both_ways |= {("action-1", "indicator-1")}
    missing = [pair for pair in both_ways for way in (pair, pair[::-1]) if way not in graph.edges]
    assert missing == []
    assert graph.dangling == []


def test_no_agreement_and_no_action_stands_alone(written):
    minutes, graph = written
    anchors = [each.anchor for each in (*minutes.agreements, *minutes.work_plan.rows)]

    reached = {to for start, to in graph.edges if start != to}

    assert [anchor for anchor in anchors if anchor not in reached] == []


def test_an_agreement_without_a_source_is_named_before_the_export():
    workshop = make.a_workshop()
    agreement = make.an_agreement(workshop, "Sin origen")

    found = gaps(Records([workshop, agreement]), workshop.id)

    assert "agreement-without-source" in {each.key for each in found if each.record == agreement.id}
