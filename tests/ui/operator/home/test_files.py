"""Workshop files on Home: opened all or nothing, every problem told on the page, saved whole."""

import json

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from facilitator.domain.agenda import Session
from facilitator.domain.cycles import Workshop
from resources import resource


def example_file(tmp_path):
    path = tmp_path / "managua.json"
    path.write_bytes(resource("examples", "managua-2014.json").read_bytes())
    return path


def test_a_file_brings_its_workshops_and_opens_the_one_with_an_agenda(bare, tmp_path):
    bare.page.files.open_file(example_file(tmp_path))

    bare.qtbot.waitUntil(lambda: len(bare.loops()) == 3)
    assert len(bare.desk.records.where(Session)) == 24
    assert "managua.json is open" in bare.page.news.sentence
    assert "The note of the file" in bare.page.news.problems.toPlainText()


def test_every_problem_of_a_file_is_told_and_nothing_is_stored(bare, tmp_path):
    content = json.loads(example_file(tmp_path).read_text(encoding="utf-8"))
    content["sessions"][0]["responsible"] = "nobody"
    content["sessions"][1]["planned_minutes"] = "thirty"
    broken = tmp_path / "broken.json"
    broken.write_text(json.dumps(content), encoding="utf-8")

    bare.page.files.open_file(broken)

    bare.qtbot.waitUntil(lambda: "Nothing was stored" in bare.page.news.sentence)
    told = bare.page.news.problems.toPlainText()
    assert "/sessions/0/responsible" in told
    assert "/sessions/1/planned_minutes" in told
    assert bare.desk.records.where(Workshop) == []
    assert bare.page.first.isVisible()


def test_a_file_that_is_not_there_is_said_in_a_sentence(bare, tmp_path):
    bare.page.files.open_file(tmp_path / "nowhere.json")

    bare.qtbot.waitUntil(lambda: "Nothing was stored" in bare.page.news.sentence)
    assert bare.page.news.problems.toPlainText() != ""


def test_the_news_is_closed_by_a_person(bare, tmp_path):
    bare.page.files.open_file(tmp_path / "nowhere.json")
    bare.qtbot.waitUntil(lambda: bare.page.news.problems.toPlainText() != "")

    bare.page.news.close_button.click()

    assert bare.page.news.sentence == ""


def test_a_saved_workshop_can_be_opened_on_another_laptop(example, tmp_path):
    target = tmp_path / "saved.json"

    example.page.files.save(target)

    example.qtbot.waitUntil(lambda: str(target) in example.page.news.sentence)
    saved = json.loads(target.read_text(encoding="utf-8"))
    assert len(saved["sessions"]) == 24


def test_a_folder_that_is_not_there_leaves_a_sentence_and_no_file(example, tmp_path):
    target = tmp_path / "missing" / "saved.json"

    example.page.files.save(target)

    example.qtbot.waitUntil(lambda: example.page.news.sentence != "")
    assert "folder" in example.page.news.sentence.casefold()
    assert not target.exists()


def name_field(files):
    """Where a path is typed in the dialog that asks for a file."""
    return files.choice.dialog.findChild(QLineEdit, "fileNameEdit")


def test_a_path_is_typed_while_everything_else_goes_on(bare, tmp_path):
    path = example_file(tmp_path)

    bare.page.first.import_wanted.emit()
    name_field(bare.page.files).setText(str(path))
    QTest.keyClick(name_field(bare.page.files), Qt.Key.Key_Return)

    bare.qtbot.waitUntil(lambda: len(bare.loops()) == 3)
    assert bare.page.files.choice.dialog is None


def test_a_workshop_is_saved_under_its_own_name_in_the_folder_used_last(example, tmp_path):
    example.page.files.save(tmp_path / "before.json")
    example.qtbot.waitUntil(lambda: example.page.news.sentence != "")

    example.page.files.ask_where_to_save()
    field = name_field(example.page.files)
    proposed = field.text()
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert proposed == "Second regional workshop Maintaining Momentum.json"
    example.qtbot.waitUntil((tmp_path / proposed).exists)


def test_a_choice_that_is_given_up_changes_nothing(example):
    example.page.files.ask_where_to_save()

    QTest.keyClick(example.page.files.choice.dialog, Qt.Key.Key_Escape)

    assert example.page.files.choice.dialog is None
    assert example.page.news.sentence == ""
