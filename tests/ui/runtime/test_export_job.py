"""Minutes written by a real child process from a real database."""

import os
import stat
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from facilitator import i18n
from facilitator.bootstrap import open_workspace
from facilitator.domain.cards import Card
from facilitator.domain.documents import Disclosure, DocumentKind, DocumentStatus, MinutesDocument, Paper
from facilitator.domain.ids import AgreementId, new_id
from facilitator.domain.notes import Agreement
from facilitator.domain.values import Text
from tests.afternoon import Afternoon
from ui.runtime.export_job import ExportJob, ExportOrder

SECONDS = 60_000


class Ending:
    """Everything that a job told, in its order."""

    def __init__(self, job):
        self.pages: list[tuple[int, int]] = []
        self.told: list[tuple[str, Any]] = []
        job.progress.connect(lambda page, pages: self.pages.append((page, pages)))
        job.finished.connect(lambda written: self.told.append(("finished", written)))
        job.failed.connect(lambda error: self.told.append(("failed", error)))
        job.cancelled.connect(lambda: self.told.append(("cancelled", None)))


@pytest.fixture(autouse=True)
def _english():
    i18n.use("en")
    yield
    i18n.use("en")


@pytest.fixture
def job(desk_file):
    made = ExportJob(str(desk_file))
    yield made
    made.stop()


@pytest.fixture
def ending(job):
    return Ending(job)


@pytest.fixture
def store(desk_file, desk_clock, afternoon):
    """Store the small workshop and further records; return a maker of orders for its minutes."""

    def stored(*more):
        with open_workspace(desk_file, desk_clock) as workspace:
            workspace.books.add(*afternoon.records(), *more)

        def order(target, **changes):
            choices = {
                "kind": DocumentKind.MEMORIA,
                "language": "en",
                "disclosure": Disclosure.INTERNAL,
                "paper": Paper.LETTER,
            }
            return ExportOrder(workshop=afternoon.workshop.id, target=target, **{**choices, **changes})

        return order

    return stored


def many_cards(afternoon: Afternoon) -> list[Card]:
    """Return so many cards that their minutes take a while."""
    return [afternoon.card(f"What we heard in the villages, number {n}", position=n) for n in range(6000)]


def text_of(path):
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_the_minutes_are_written_page_by_page_and_then_complete(qtbot, job, ending, store, tmp_path):
    target = tmp_path / "memoria.pdf"

    job.start(store()(target))
    qtbot.waitUntil(lambda: bool(ending.told), timeout=SECONDS)

    (how, written), *more = ending.told
    assert (how, more) == ("finished", [])
    assert written.path == target
    assert written.pages == len(PdfReader(target).pages) == ending.pages[-1][0]
    assert [page for page, _pages in ending.pages] == sorted(page for page, _pages in ending.pages)
    assert [each.name for each in tmp_path.iterdir() if "memoria" in each.name] == ["memoria.pdf"]


def test_a_title_with_signs_of_markup_is_printed_as_it_was_typed(
    qtbot, job, ending, store, afternoon, tmp_path
):
    title = "Cost < 5 & <b>not bold</b>"
    afternoon.round = afternoon.session("12:00", 45, title, afternoon.round.type)
    afternoon.board = replace(afternoon.board, session=afternoon.round.id)

    job.start(store(afternoon.card("A card"))(tmp_path / "m.pdf"))
    qtbot.waitUntil(lambda: bool(ending.told), timeout=SECONDS)

    assert title in text_of(tmp_path / "m.pdf")


def test_the_stored_document_that_was_asked_for_is_the_one_that_is_printed(
    qtbot, job, ending, store, afternoon, tmp_path
):
    def version(number, status):
        return MinutesDocument(
            id=new_id(), workshop=afternoon.workshop.id, language="en", version=number, status=status
        )

    older, newer = version("1.0", DocumentStatus.FINAL), version("2.0", DocumentStatus.DRAFT)

    job.start(store(older, newer)(tmp_path / "m.pdf", document=older.id))
    qtbot.waitUntil(lambda: bool(ending.told), timeout=SECONDS)

    printed = text_of(tmp_path / "m.pdf")
    assert "1.0" in printed
    assert "Draft" not in printed


def test_what_the_records_lack_is_told_with_the_document(qtbot, job, ending, store, afternoon, tmp_path):
    agreement = Agreement(
        id=AgreementId(new_id()), workshop=afternoon.workshop.id, text=Text("Visit Estelí", "es")
    )

    job.start(store(agreement)(tmp_path / "m.pdf"))
    qtbot.waitUntil(lambda: bool(ending.told), timeout=SECONDS)

    gaps = [each for each in ending.told[0][1].gaps if each.key == "agreement-without-owner"]
    assert [(gap.of, gap.record, gap.what) for gap in gaps] == [("agreements", agreement.id, "Visit Estelí")]


def test_a_character_that_no_font_has_is_told_with_its_place(qtbot, job, ending, store, afternoon, tmp_path):
    agreement = Agreement(
        id=AgreementId(new_id()), workshop=afternoon.workshop.id, text=Text("Corn \U0001f33d", "es")
    )

    job.start(store(agreement)(tmp_path / "m.pdf"))
    qtbot.waitUntil(lambda: bool(ending.told), timeout=SECONDS)

    assert "U+1F33D" in [warning.code_point for warning in ending.told[0][1].warnings]


def test_a_missing_folder_is_told_once_with_its_name(qtbot, job, ending, store, tmp_path):
    job.start(store()(tmp_path / "nowhere" / "m.pdf"))
    qtbot.waitUntil(lambda: bool(ending.told), timeout=SECONDS)

    (how, error), *more = ending.told
    assert (how, more) == ("failed", [])
    assert error.key == "folder-missing"
    assert error.details["folder"] == str(tmp_path / "nowhere")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may write anywhere"
)
def test_a_folder_that_may_not_be_written_to_is_told(qtbot, job, ending, store, tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(stat.S_IRUSR | stat.S_IXUSR)

    job.start(store()(closed / "m.pdf"))
    qtbot.waitUntil(lambda: bool(ending.told), timeout=SECONDS)

    assert [(how, error.key) for how, error in ending.told] == [("failed", "no-permission")]


def test_cancelling_leaves_nothing_and_keeps_an_earlier_file(qtbot, job, ending, store, afternoon, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / "m.pdf"
    target.write_bytes(b"the earlier one")
    job.progress.connect(lambda _page, _pages: job.cancel())

    job.start(store(*many_cards(afternoon))(target))
    qtbot.waitUntil(lambda: bool(ending.told), timeout=SECONDS)

    assert [how for how, _what in ending.told] == ["cancelled"]
    assert [each.name for each in folder.iterdir()] == ["m.pdf"]
    assert target.read_bytes() == b"the earlier one"


def test_cancelling_before_the_first_page_leaves_nothing(qtbot, job, ending, store, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()

    job.start(store()(folder / "m.pdf"))
    job.cancel()
    qtbot.waitUntil(lambda: bool(ending.told), timeout=SECONDS)

    assert [how for how, _what in ending.told] == ["cancelled"]
    assert list(folder.iterdir()) == []


def test_the_child_has_ended_when_the_window_has_closed(qtbot, job, ending, store, afternoon, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    job.start(store(*many_cards(afternoon))(folder / "m.pdf"))
    qtbot.waitUntil(lambda: bool(ending.pages), timeout=SECONDS)
    child = job._pid

    job.stop()

    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
    assert not job.running
    assert list(folder.iterdir()) == []


def test_one_target_is_written_by_one_job_at_a_time(qtbot, job, ending, store, desk_file, tmp_path):
    order = store()(tmp_path / "m.pdf")
    other = ExportJob(str(desk_file))
    told = Ending(other)

    job.start(order)
    other.start(order)
    qtbot.waitUntil(lambda: bool(ending.told), timeout=SECONDS)

    assert [(how, error.key) for how, error in told.told] == [("failed", "target-busy")]
    assert ending.told[0][0] == "finished"


def test_a_database_in_memory_has_no_minutes_elsewhere(qtbot, store, tmp_path):
    job = ExportJob("")
    told = Ending(job)

    job.start(store()(tmp_path / "m.pdf"))

    assert [(how, error.key) for how, error in told.told] == [("failed", "database-missing")]


def test_the_child_stands_back_behind_the_window(qtbot, job, ending, store, tmp_path):
    job.start(store()(tmp_path / "m.pdf"))
    qtbot.waitUntil(lambda: bool(ending.pages), timeout=SECONDS)

    assert os.getpriority(os.PRIO_PROCESS, job._pid) == 10
    job.stop()
