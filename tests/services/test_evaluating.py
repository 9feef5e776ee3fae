"""Paper forms are typed in, corrected and undone; once sealed, nothing in the file tells whose was whose."""

from pathlib import Path

import pytest

from facilitator.domain.errors import InvalidInput, NotFound
from facilitator.domain.evaluation import Evaluation, Form
from facilitator.domain.values import Text
from facilitator.evaluation_forms import usual_questions, usual_scale
from facilitator.persistence import change_log
from tests import builders as make


class Typing:
    """A workspace with a workshop and the usual evaluation."""

    def __init__(self, workspace):
        self.workspace = workspace
        self.workshop = make.a_workshop(language="es")
        workspace.books.add(self.workshop)
        workspace.evaluating.set_up(self.workshop.id, None, usual_questions("es"), usual_scale("es"))
        self.key = self.stored.id

    @property
    def stored(self):
        (found,) = self.workspace.records(self.workshop.id).where(Evaluation)
        return found

    def type(self, *marks, words=""):
        form = a_form(*marks, words=words)
        self.workspace.evaluating.type_form(self.key, form)
        return form

    def marks(self):
        return [tuple(each.ratings.values()) for each in self.stored.responses]

    def told_by_log(self):
        """Return every set of forms that some step of the change log still knows."""
        with self.workspace.database.work.reading() as reading:
            steps = change_log.history(reading.connection, self.key)
        sides = [side for step in steps for change in step.changes for side in (change.before, change.after)]
        return [side.responses for side in sides if side is not None and side.responses]


def a_form(*marks, words=""):
    ratings = {f"q{n}": mark for n, mark in enumerate(marks, 1) if mark}
    return Form(ratings, {"q8": Text(words, "es")} if words else {})


@pytest.fixture
def typing(workspace):
    return Typing(workspace)


def everything_in(path: Path) -> bytes:
    return b"".join(each.read_bytes() for each in sorted(path.parent.glob(f"{path.name}*")))


def test_the_usual_form_asks_seven_ratings_and_three_open_questions(typing):
    kinds = [each.kind.value for each in typing.stored.questions]

    assert kinds == ["rating"] * 7 + ["open"] * 3
    assert typing.stored.anonymous
    assert {each.text.language for each in typing.stored.questions} == {"es"}
    assert (typing.stored.scale.min, typing.stored.scale.max) == (1, 5)


def test_a_form_is_undone_and_done_again(typing):
    typing.type(4, 5)
    typing.type(2, 3, words="Menos calor")

    typing.workspace.operations.undo()
    after_undo = typing.marks()
    typing.workspace.operations.redo()

    assert after_undo == [(4, 5)]
    assert typing.marks() == [(2, 3), (4, 5)]
    assert [each.text.text for each in typing.stored.open_answers] == ["Menos calor"]


def test_a_form_is_corrected_in_one_step(typing):
    wrong = typing.type(4, 5, words="Menos cafe")

    typing.workspace.evaluating.correct_form(typing.key, wrong, a_form(4, 4, words="Menos café"))

    assert typing.marks() == [(4, 4)]
    assert [each.text.text for each in typing.stored.open_answers] == ["Menos café"]


def test_a_mark_outside_the_scale_is_refused_and_nothing_is_stored(typing):
    with pytest.raises(InvalidInput, match="score-out-of-range"):
        typing.type(6)

    assert typing.stored.responses == ()


def test_an_answer_is_reworded_and_without_words_it_goes(typing):
    typing.type(4, words="Menos calor")
    typing.type(4, words="Otro")
    was = Text("Menos calor", "es")

    typing.workspace.evaluating.reword_answer(typing.key, "q8", was, Text("Más sombra", "es"))
    typing.workspace.evaluating.reword_answer(typing.key, "q8", Text("Otro", "es"), Text("", "es"))

    assert [each.text.text for each in typing.stored.open_answers] == ["Más sombra"]
    with pytest.raises(NotFound, match="form-not-found"):
        typing.workspace.evaluating.reword_answer(typing.key, "q8", was, Text("x", "es"))


def test_once_sealed_nothing_in_the_file_says_in_which_order_forms_came(typing, database_file):
    forms = [(5, 5, 4), (1, 2, 1), (3, 3, 3), (4, 4, 5)]
    for n, marks in enumerate(forms):
        typing.type(*marks, words=f"Respuesta número {n}")

    typing.workspace.evaluating.seal(typing.key)

    assert sorted(typing.marks()) == sorted(forms)
    assert typing.told_by_log() == [typing.stored.responses] * 2
    for n in range(len(forms)):  # the record itself, and before and after in the one step that sealed it
        assert everything_in(database_file).count(f"Respuesta número {n}".encode()) == 3


def test_forms_in_another_order_leave_the_same_rows(open_here, tmp_path):
    rows = []
    for name, forms in (("a", [(5, 4), (1, 2), (3, 3)]), ("b", [(3, 3), (5, 4), (1, 2)])):
        typing = Typing(open_here(tmp_path / f"{name}.sqlite"))
        for marks in forms:
            typing.type(*marks)
        typing.workspace.evaluating.seal(typing.key)
        rows.append((typing.stored.responses, typing.stored.changed_at))

    assert rows[0] == rows[1]


def test_sealing_ends_undo_of_forms_and_of_nothing_else(typing):
    typing.workspace.books.add(make.a_person("Marisol Ejemplo"))
    typing.type(4, 5)
    typing.type(2, 3)

    typing.workspace.evaluating.seal(typing.key)
    typing.workspace.operations.undo()

    assert typing.marks() == [(2, 3), (4, 5)]
    assert typing.workspace.operations.undo_state.redo == "add-person"


def test_another_program_sees_what_was_sealed(typing, open_here, database_file):
    other = open_here(database_file)
    told = []
    other.operations.listen(told.append)
    typing.type(4, 5)
    typing.type(2, 3)

    typing.workspace.evaluating.seal(typing.key)
    other.operations.poll()

    assert told[-1].changes[-1].after.responses == typing.stored.responses


def test_sealing_what_was_not_typed_changes_nothing(typing):
    before = typing.stored

    assert typing.workspace.evaluating.seal(typing.key) is None

    assert typing.stored == before


def test_forms_typed_after_sealing_are_sealed_with_those_before(typing):
    typing.type(5, 5)
    typing.workspace.evaluating.seal(typing.key)
    typing.type(1, 1)

    typing.workspace.evaluating.seal(typing.key)

    assert typing.marks() == [(1, 1), (5, 5)]
    assert typing.told_by_log() == [typing.stored.responses] * 2
