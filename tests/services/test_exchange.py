"""A workshop is taken in as one step that can be undone, and leaves with everything it needs."""

import json
from dataclasses import replace
from typing import Any

import pytest

from facilitator.bootstrap import open_workspace
from facilitator.domain.agenda import Session
from facilitator.domain.cards import Card, Cluster, Vote
from facilitator.domain.change_theory import Element, ElementLevel, Link
from facilitator.domain.cycles import Cycle, Workshop, WorkshopStatus
from facilitator.domain.errors import CannotWrite, NotFound
from facilitator.domain.ids import WorkshopId
from facilitator.domain.notes import Agreement
from facilitator.domain.people import Organisation, Person
from facilitator.domain.plans import WorkItem
from facilitator.domain.values import Text
from facilitator.interchange.problems import Refused
from facilitator.services.exchange import read_files
from facilitator.services.import_plan import plan_import
from facilitator.services.library import find
from tests.builders import a_theory, an_assumption
from tests.fixtures.workspaces import EXAMPLE, NOON, FrozenClock
from tests.interchange.files import fresh, smallest, written


def test_an_import_is_one_step_that_undo_takes_back_and_redo_brings_again(workspace):
    workspace.exchange.import_files([EXAMPLE])
    stored = len(workspace.records(find(workspace.records(None), "ws-2").id))

    workspace.operations.undo()
    left = len(workspace.records(None))
    workspace.operations.redo()

    assert (stored, left) == (245, 0)
    assert len(workspace.records(find(workspace.records(None), "ws-2").id)) == 245


def test_an_import_survives_the_next_start_and_can_be_undone_then(workspace, open_here, database_file):
    workspace.exchange.import_files([EXAMPLE])
    workspace.close()

    reopened = open_here(database_file)
    reopened.operations.undo()

    assert reopened.records(None).where(Workshop) == []


def test_progress_goes_from_nothing_to_everything_and_never_back(workspace):
    told = []

    workspace.exchange.import_files([EXAMPLE], progress=lambda done, total: told.append(done / total))

    assert told == sorted(told)
    assert told[-1] == 1


def test_the_example_is_stored_once_however_often_it_is_asked_for(workspace):
    first = workspace.exchange.import_example()

    second = workspace.exchange.import_example()

    assert first == second
    assert len(workspace.records(None).where(Workshop)) == 3


def test_a_file_with_names_of_its_own_makes_a_second_workshop_with_a_warning(workspace, tmp_path):
    file = written(tmp_path, smallest())
    workspace.exchange.import_files([file])

    again = workspace.exchange.import_files([file])

    assert [(each.key, each.place, each.file) for each in again.warnings] == [
        ("workshop-already-here", "/workshops/0", str(file))
    ]
    assert len(workspace.records(None).where(Workshop)) == 2


@pytest.fixture
def exported(example_workspace, example, tmp_path):
    path = tmp_path / "exported.json"
    path.write_bytes(example_workspace.exchange.export(example))
    return path


def test_what_is_there_with_the_same_content_is_skipped(example_workspace, exported):
    done = example_workspace.exchange.import_files([exported])

    assert (done.added, done.replaced, done.skipped) == ({}, 0, 245)
    assert done.changes.changes == ()


def edited(path, **fields):
    data = json.loads(path.read_text(encoding="utf-8"))
    data["cards"][0].update(fields)
    path.write_text(json.dumps(data), encoding="utf-8")
    return data["cards"][0]["id"]


def test_other_content_is_refused_at_its_record(example_workspace, example, exported):
    before = list(example_workspace.records(example))
    edited(exported, text="Otra cosa")

    with pytest.raises(Refused) as refused:
        example_workspace.exchange.import_files([exported])

    assert [(each.place, each.key) for each in refused.value.problems] == [("/cards/0", "record-differs")]
    assert list(example_workspace.records(example)) == before


def test_replacing_is_an_edit_that_keeps_who_made_it_and_can_be_undone(
    example_workspace, example, exported, clock
):
    key = edited(exported, text="Otra cosa", created_at="1999-01-01T00:00:00Z")
    clock.tick(60)

    done = example_workspace.exchange.import_files([exported], overwrite=True)

    cards = {str(card.id): card for card in example_workspace.records(example).where(Card)}
    assert (done.replaced, done.skipped) == (1, 244)
    assert cards[key].text == Text("Otra cosa", "es")
    assert (cards[key].created_at, cards[key].changed_at) == (NOON, clock.now())
    example_workspace.operations.undo()
    assert "Otra cosa" not in {card.text.text for card in example_workspace.records(example).where(Card)}


def test_a_record_in_the_bin_comes_back_as_the_file_has_it(example_workspace, example, exported):
    card = example_workspace.records(example).where(Card)[0]
    example_workspace.books.delete(Card, card.id)

    done = example_workspace.exchange.import_files([exported])

    assert done.replaced == 1
    assert example_workspace.records(example).get(Card, card.id).text == card.text


def test_a_file_may_add_to_what_the_database_has(example_workspace, example, exported):
    board = example_workspace.records(example).where(Card)[0].board
    data: dict[str, Any] = {"format": "facilitator", "version": 1, "language": "es"}
    data["cards"] = [{"workshop": str(example), "board": str(board), "text": "Una más", "votes": 1}]

    with pytest.raises(Refused) as refused:
        example_workspace.exchange.import_files([written(exported.parent, data)])

    assert [(each.place, each.key) for each in refused.value.problems] == [("", "votes-exceed-board")]
    del data["cards"][0]["votes"]
    done = example_workspace.exchange.import_files([written(exported.parent, data)])
    assert done.added == {"cards": 1}


def test_several_files_are_one_step_and_may_refer_to_each_other(workspace, tmp_path):
    organisation = str(fresh())
    first = written(tmp_path, smallest(organisations=[{"id": organisation, "name": "Semilla"}]), "1.json")
    second = written(
        tmp_path, smallest(people=[{"full_name": "Ana", "organisation": organisation}]), "2.json"
    )

    done = workspace.exchange.import_files([first, second])

    assert done.added["people"] == done.added["organisations"] == 1
    workspace.operations.undo()
    assert len(workspace.records(None)) == 0


def test_a_trial_tells_the_same_and_stores_nothing(workspace, tmp_path):
    with workspace.database.work.reading() as reading:
        done = plan_import(read_files([EXAMPLE]), reading).told()

    assert sum(done.added.values()) == 245
    assert len(workspace.records(None)) == 0


def test_files_that_contradict_each_other_are_refused_before_there_is_a_database(exported, tmp_path):
    other = tmp_path / "other.json"
    other.write_bytes(exported.read_bytes())
    edited(other, text="Otra cosa")

    with pytest.raises(Refused) as refused:
        plan_import(read_files([exported, other]), None)

    assert [(each.key, each.place, each.file) for each in refused.value.problems] == [
        ("record-differs-before", "/cards/0", str(other))
    ]


@pytest.mark.parametrize("in_one_command", [True, False])
def test_a_key_means_one_record_in_all_lists(workspace, tmp_path, in_one_command):
    key = str(fresh())
    first = written(tmp_path, smallest(organisations=[{"id": key, "name": "Org"}]), "1.json")
    second = written(tmp_path, smallest(people=[{"id": key, "full_name": "Person"}]), "2.json")
    if not in_one_command:
        workspace.exchange.import_files([first])

    with pytest.raises(Refused) as refused:
        workspace.exchange.import_files([first, second] if in_one_command else [second], overwrite=True)

    (problem,) = refused.value.problems
    assert (problem.key, problem.place) == ("id-of-another-list", "/people/0")
    assert problem.details == {"id": key, "list": "organisations"}


def test_of_files_that_contradict_each_other_the_last_replaces_and_keeps_when_the_record_was_made(
    workspace, tmp_path, clock
):
    key = str(fresh())
    first = written(tmp_path, smallest(organisations=[{"id": key, "name": "First"}]), "1.json")
    second = written(tmp_path, smallest(organisations=[{"id": key, "name": "Second"}]), "2.json")

    workspace.exchange.import_files([first, second], overwrite=True)

    (organisation,) = workspace.records(None).where(Organisation)
    assert (organisation.name, organisation.created_at) == ("Second", clock.now())


def test_replacing_a_workshop_that_runs_is_told_as_a_warning(example_workspace, example, exported):
    edited(exported, text="Otra cosa")
    example_workspace.books.edit(Workshop, example, status=WorkshopStatus.RUNNING)

    done = example_workspace.exchange.import_files([exported], overwrite=True)

    assert [(each.key, each.place) for each in done.warnings] == [("workshop-runs", "/workshops/1")]


def test_a_plan_for_a_new_database_is_made_again_where_another_program_came_first(
    example_workspace, exported
):
    files = read_files([exported])
    plan = plan_import(files, None)

    done = example_workspace.exchange.store(files, plan=plan)

    assert (plan.told().skipped, done.added) == (0, {})
    assert done.skipped == sum(plan.told().added.values())


def test_a_trial_needs_no_database():
    assert sum(plan_import(read_files([EXAMPLE]), None).told().added.values()) == 245


def test_a_database_opened_for_reading_refuses_an_import(example_file):
    with open_workspace(example_file, FrozenClock(), read_only=True) as reading, pytest.raises(CannotWrite):
        reading.exchange.import_files([EXAMPLE])


def test_an_export_of_nothing_is_refused(workspace):
    with pytest.raises(NotFound):
        workspace.exchange.export(WorkshopId(fresh()))


def lists_of(workspace, workshop):
    return json.loads(workspace.exchange.export(workshop))


def test_another_cycles_workshop_stays_at_home_with_its_people(example_workspace, example):
    cycle, workshop, organisation, person = (fresh() for _ in range(4))
    example_workspace.books.add(Organisation(id=organisation, name="Ajena"))
    example_workspace.books.add(Person(id=person, full_name="Persona Ajena", organisation=organisation))
    example_workspace.books.add(Cycle(id=cycle, label="Ciclo ajeno", funder=organisation))
    example_workspace.books.add(Workshop(id=workshop, cycle=cycle, title=Text("Otro taller", "es")))
    example_workspace.books.add(WorkItem(id=fresh(), cycle=cycle, activity=Text("Otra cosa", "es")))

    sent = json.dumps(lists_of(example_workspace, example), ensure_ascii=False)

    assert not any(words in sent for words in ("Ajena", "Ciclo ajeno", "Otro taller", "Otra cosa"))


def test_whoever_was_just_entered_travels_although_nothing_refers_to_them_yet(example_workspace, example):
    example_workspace.books.add(Person(id=fresh(), full_name="Recién Llegada"))

    sent = lists_of(example_workspace, example)

    assert "Recién Llegada" in {person["full_name"] for person in sent["people"]}


def test_a_theory_of_no_cycle_travels_although_it_and_its_assumption_name_each_other(
    example_workspace, example
):
    theory = a_theory()
    assumption = an_assumption(theory)
    doing, change = (
        Element(id=fresh(), level=ElementLevel.OUTPUT, text=Text("Una guía", "es")),
        Element(id=fresh(), level=ElementLevel.OUTCOME_SHORT, text=Text("La usan", "es")),
    )
    link = Link(from_=doing.id, to=change.id, assumptions=(assumption.id,))
    example_workspace.books.add(replace(theory, elements=(doing, change), links=(link,)), assumption)

    sent = lists_of(example_workspace, example)

    assert str(theory.id) in {each["id"] for each in sent["theories_of_change"]}
    assert str(assumption.id) in {each["id"] for each in sent["assumptions"]}


def test_the_cycles_other_workshops_travel_as_records_without_their_content(example_workspace, example):
    first = find(example_workspace.records(None), "ws-1")
    day = first.start
    assert day is not None
    example_workspace.books.add(
        Session(id=fresh(), workshop=first.id, date=day, planned_minutes=10, title=Text("De antes", "es"))
    )

    sent = lists_of(example_workspace, example)

    assert len(sent["workshops"]) == 3
    assert "De antes" not in json.dumps(sent["sessions"], ensure_ascii=False)


def test_what_is_deleted_stays_at_home_and_so_do_references_to_it(
    example_workspace, example, open_here, tmp_path
):
    records = example_workspace.records(example)
    cluster = records.where(Cluster)[0]
    agreement = records.where(Agreement)[1]
    example_workspace.operations.perform(
        "x", lambda operation: operation.edit(Cluster, cluster.id, deleted_at=NOON)
    )
    example_workspace.operations.perform(
        "x", lambda operation: operation.edit(Agreement, agreement.id, deleted_at=NOON)
    )
    file = tmp_path / "file.json"
    file.write_bytes(example_workspace.exchange.export(example))

    open_here(tmp_path / "other.sqlite").exchange.import_files([file])

    sent = file.read_text(encoding="utf-8")
    assert str(cluster.id) not in sent
    assert str(agreement.id) not in sent
    assert len(json.loads(sent)["cards"]) == 14


def test_what_cannot_stand_without_something_deleted_stays_at_home_too(example_workspace, example):
    card = next(
        each
        for each in example_workspace.records(example).where(Card)
        if each.text.text.startswith("Más seg")
    )
    example_workspace.operations.perform(
        "x", lambda operation: operation.edit(Card, card.id, deleted_at=NOON)
    )
    votes = [vote for vote in example_workspace.records(example).where(Vote) if vote.on == card.id]

    sent = example_workspace.exchange.export(example).decode()

    assert len(votes) == 1
    assert str(votes[0].id) not in sent
