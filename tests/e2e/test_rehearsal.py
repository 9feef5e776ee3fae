"""The whole chain on the example: opened, run, captured, reflected, planned, its minutes written."""

import json
import signal

import pytest
from pypdf import PdfReader

from facilitator.bootstrap import open_workspace
from facilitator.domain.agenda import Session, SessionStatus
from facilitator.domain.cards import Card
from facilitator.domain.cycles import Workshop, WorkshopStatus
from facilitator.domain.plans import WorkItem
from facilitator.domain.reflections import Level, Reflection
from facilitator.services.exchange import read_files
from facilitator.services.import_plan import plan_import
from tests.e2e.rehearsing import copied_as_killed, journal, lost, rehearsal, until
from ui.rehearsal.proof import bare, texts
from ui.rehearsal.score import read_score

LONGEST = 240
"""Seconds after which a rehearsal has got stuck."""

MOMENTS = (7, 40, 90, 140, 190, 240, 290, 340, 380)
"""Lines of the journal: the clock, cards, clusters, dots, reflections, the plan."""


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """A folder with everything that one rehearsal left, its status and what it printed."""
    folder = tmp_path_factory.mktemp("rehearsal") / "out"
    with rehearsal(folder) as program:
        for moment in MOMENTS if hasattr(signal, "SIGSTOP") else ():
            until(program, folder, moment)
            copied_as_killed(program, folder, folder.parent / f"killed-{moment}")
        said, complained = program.communicate(timeout=LONGEST)
    return folder, program.returncode, said, complained


@pytest.fixture(scope="module")
def report(played):
    return json.loads((played[0] / "report.json").read_text(encoding="utf-8"))


def test_everything_was_done_and_found_again(played, report):
    _folder, status, _said, complained = played

    assert status == 0, complained
    assert report["failure"] == ""
    assert report["missing"] == []
    assert report["warnings"] == []


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no program can be stopped for a moment here")
@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_at_any_moment_it_would_have_lost_nothing_that_was_accepted(played, moment):
    left = played[0].parent / f"killed-{moment}"

    assert len(journal(left)) >= moment
    assert lost(left) == []


def test_it_is_silent_in_a_pipe_but_for_where_things_lie(played):
    folder, _status, said, complained = played

    assert said.count("\n") == 1
    assert str(folder) in said
    assert complained == ""


def test_every_text_of_the_example_is_typed_into_the_memoria(played):
    score = read_score()
    printed = bare("".join(page.extract_text() for page in PdfReader(played[0] / "memoria.pdf").pages))

    missing = [words for _kind, words in texts(score) if bare(words) not in printed]

    assert missing == []


def test_the_ayuda_memoria_takes_two_pages(played):
    pages = len(PdfReader(played[0] / "ayuda-memoria.pdf").pages)

    assert pages == 2


def test_the_numbers_are_those_of_the_example(report):
    score = read_score()

    assert report["did"]["cards"] == len(score.of(Card)) == 14
    assert report["did"]["reflections"] == len(score.of(Reflection)) == 3
    assert report["did"]["work items"] == len(score.of(WorkItem)) == 8
    assert report["did"]["sessions"] == len(score.sessions()) == 24


def test_the_workshop_is_closed_with_every_session_held_and_every_level_reached(played):
    with open_workspace(played[0] / "rehearsal.sqlite", read_only=True) as workspace:
        key = workspace.latest_workshop()
        records = workspace.records(key)
        problems = workspace.database.problems()

    assert problems == []
    assert [each.status for each in records.where(Workshop, id=key)] == [WorkshopStatus.CLOSED]
    assert [each.status for each in records.where(Session, workshop=key)] == [SessionStatus.DONE] * 24
    levels = sorted(each.level for each in records.where(Reflection))
    assert levels == [Level.DOUBLE, Level.DOUBLE, Level.TRIPLE]


def test_a_correction_became_a_work_item_once(played):
    with open_workspace(played[0] / "rehearsal.sqlite", read_only=True) as workspace:
        records = workspace.records(workspace.latest_workshop())

    origins = [each.origin.ref for each in records.where(WorkItem) if each.origin is not None]

    assert len(origins) == len(set(origins))
    assert {each.id for each in records.where(Reflection)} <= set(origins)


def test_the_workshop_file_can_be_opened_on_another_laptop(played):
    files = read_files([played[0] / "workshop.json"])

    done = plan_import(files, None).told()

    assert done.added["cards"] == 14
    assert done.added["work_plan"] == 8


def test_there_is_a_picture_of_every_page_and_of_every_session(played, report):
    names = " ".join(report["pictures"])

    for page in (
        "home",
        "agenda",
        "cases",
        "people",
        "settings",
        "cards",
        "reflexion",
        "work-plan",
        "minutas",
    ):
        assert f"-{page}" in names or f"-consola-{page}" in names, page
    for session in range(1, 25):
        assert f"consola-sesion-{session:02d}" in names
        assert f"escenario-sesion-{session:02d}" in names
    assert all((played[0] / each).stat().st_size > 1000 for each in report["pictures"])
