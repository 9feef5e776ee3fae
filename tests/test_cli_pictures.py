"""Walls and stage views as pictures, from the command line, read back with other eyes."""

import datetime as dt
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PIL import Image

from facilitator.bootstrap import open_workspace
from facilitator.domain.cards import Board, BoardMode, Card, CardStatus
from facilitator.domain.ids import new_id
from facilitator.domain.people import Consent, ConsentKind, Person
from facilitator.domain.ratings import Mark, Rating
from facilitator.domain.values import Text
from facilitator.services.library import find
from tests.fixtures.workspaces import FrozenClock

SVG = "{http://www.w3.org/2000/svg}"


def words_of(file):
    """Every line of text of a drawing, as one."""
    return " ".join(each.text or "" for each in ET.parse(file).getroot().iter(f"{SVG}text"))


@pytest.fixture
def wall(run, held, tmp_path):
    """Draw the first wall of the example, and give its file."""

    def draw(name="wall.svg", *more):
        assert run(*held, "picture", "ws-2", "-o", tmp_path / name, *more)[::2] == (0, "")
        return tmp_path / name

    return draw


def change(held, deed):
    """Change the example as somebody would at the wall."""
    with open_workspace(held[1], FrozenClock()) as workspace:
        with workspace.database.work.reading() as reading:
            workshop = find(reading, "ws-2").id
        deed(workspace, workspace.records(workshop))


def test_the_whole_wall_is_drawn_with_its_question_every_card_and_every_total(wall):
    file = wall()

    root, words = ET.parse(file).getroot(), words_of(file)
    for said in (
        "¿Qué mejoraría el Ciclo del Prototipo?",
        "Seguimiento y apoyo a",
        "Llamada mensual entre",
        "Buscar lo pragmático y lo",
        "13",
        "Sugerencia",
    ):
        assert said in words
    assert not [*root.iter(f"{SVG}image")]


def test_a_drawing_says_in_words_what_it_shows(wall):
    root = ET.parse(wall()).getroot()

    title, told = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert (root.get("role"), root.get("lang")) == ("img", "es")
    assert root.get("aria-labelledby").split() == [title.get("id"), told.get("id")]
    assert title.text == "¿Qué mejoraría el Ciclo del Prototipo?"
    assert "Sugerencia: Llamada mensual entre organizaciones" in told.text


def test_a_drawing_brings_its_letters_and_how_long_its_lines_are(wall):
    text = wall().read_text(encoding="utf-8")

    assert set(re.findall(r'font-weight="(\d+)"', text)) == set(re.findall(r"font-weight: (\d+);", text))
    assert len(re.findall("<text ", text)) == len(re.findall(' textLength="', text)) > 20


def test_a_picture_is_sharp_enough_for_print_and_carries_its_words(wall):
    with Image.open(wall("wall.png")) as image:
        shape, said = image.size, image.text

    drawn = [float(each) for each in ET.parse(wall()).getroot().get("viewBox").split()[2:]]
    assert shape == tuple(round(2 * each) for each in drawn)
    assert said["Title"] == "¿Qué mejoraría el Ciclo del Prototipo?"


def test_hidden_and_withdrawn_cards_are_on_no_picture(held, wall):
    def hide(workspace, records):
        cards = sorted(records.where(Card), key=lambda each: each.id.int)
        workspace.books.edit(Card, cards[0].id, hidden_on_stage=True, text=Text("zz-hidden", "es"))
        workspace.books.edit(Card, cards[1].id, status=CardStatus.WITHDRAWN, text=Text("zz-gone", "es"))

    change(held, hide)

    drawings = [wall(f"{n}.svg", "--of", of, "--number", n) for of in ("wall", "cards") for n in (1, 2)]
    assert [each for each in drawings if re.search("zz-", each.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("given", "mode", "level", "there"),
    [
        (True, BoardMode.OPEN, "internal", True),
        (True, BoardMode.OPEN, "public", False),
        (True, BoardMode.ANONYMOUS, "internal", False),
        (False, BoardMode.OPEN, "internal", False),
    ],
)
def test_a_name_stands_on_a_card_with_leave_to_be_quoted_only(held, wall, given, mode, level, there):
    def quote(workspace, records):
        person = records.where(Person)[0]
        consent = Consent(
            id=new_id(),
            person=person.id,
            kind=ConsentKind.QUOTE_WITH_NAME,
            given=given,
            on=dt.date(2014, 9, 9),
        )
        workspace.books.add(consent)
        card = next(each for each in records.where(Card) if each.text.text.startswith("Llamada"))
        workspace.books.edit(Person, person.id, full_name="Zzoila Prueba")
        workspace.books.edit(Board, card.board, mode=mode)
        workspace.books.edit(Card, card.id, author=person.id)

    change(held, quote)

    assert ("Zzoila" in wall("wall.svg", "--disclosure", level).read_text(encoding="utf-8")) == there


@pytest.mark.parametrize("shown", ["agenda", "question", "cards", "reflection", "work-plan", "agreements"])
def test_the_stage_is_drawn_as_the_projector_shows_it(wall, shown):
    drawing, picture = wall("stage.svg", "--of", shown), wall("stage.png", "--of", shown)

    root = ET.parse(drawing).getroot()
    assert root.get("viewBox") == "0 0 1920 1080"
    assert len(words_of(drawing)) > 20
    assert not [*root.iter(f"{SVG}image")]
    with Image.open(picture) as image:
        assert image.size == (1920, 1080)
        assert len(image.getcolors(1 << 24)) > 20


@pytest.fixture
def rated(held):
    """The second board of the example rated by two criteria, the second rating open unless told."""

    def rate(*, closed=True, words="Buen equilibrio"):
        def deed(workspace, records):
            board = next(each for each in records.where(Board) if each.question.text.startswith("¿Qué le ay"))
            cards = records.where(Card, board=board.id)
            workspace.books.edit(Card, cards[0].id, text=Text(words, "es"))
            for criterion, sums in (("Efecto", (46, 11, 23)), ("Esfuerzo", (18, 21, 30))):
                marks = tuple(Mark(card.id, points, 10) for card, points in zip(cards, sums, strict=False))
                done = closed or criterion == "Efecto"
                rating = Rating(Text(criterion, "es"), 12, closed=done, rated=10, marks=marks)
                workspace.wall.ratings.add(board.id, rating)

        change(held, deed)

    return rate


def test_the_matrix_of_a_board_is_drawn_as_the_projector_shows_it(wall, rated):
    rated()

    drawing, picture = wall("m.svg", "--of", "matrix"), wall("m.png", "--of", "matrix")

    said = words_of(drawing)
    for each in ("¿Qué le ayudó", "Efecto", "Esfuerzo", "Buen equilibrio", "4.6", "1.8", "10 de 12"):
        assert each in said
    with Image.open(picture) as image:
        assert image.size == (1920, 1080)
        assert image.text["Title"] == "Matriz"
        assert "Buen equilibrio" in image.text["Description"]


def test_no_matrix_is_drawn_of_a_board_of_which_a_rating_is_open(run, held, tmp_path, rated):
    rated(closed=False)

    said = run(*held, "picture", "ws-2", "-o", tmp_path / "x.png", "--of", "matrix")

    assert said == (1, "", "There is no number 1 to draw here; there are 0.\n")


def test_everything_brings_the_matrix_too(run, held, tmp_path, rated):
    rated()

    run(*held, "export-all", "ws-2", "-o", tmp_path / "all", "--format", "svg", "--disclosure", "public")

    assert len([*(tmp_path / "all").rglob("*Matriz*.svg")]) == 1


def test_figures_below_each_other_stay_so_in_a_drawing(wall, rated):
    rated()

    lines = re.findall(r"<text ([^>]*)>(\d\.\d)</text>", wall("m.svg", "--of", "matrix").read_text("utf-8"))

    assert len(lines) == 6
    assert {"'tnum'" in facts for facts, _mean in lines} == {True}
    assert len({re.search('textLength="([^"]*)"', facts)[1] for facts, _mean in lines}) == 1


def test_a_break_in_the_agenda_brings_its_slanted_letters(wall):
    text = wall("agenda.svg", "--of", "agenda").read_text(encoding="utf-8")

    assert 'font-style="italic"' in text
    assert "font-style: italic; src: url(data:font/ttf" in text


def test_a_long_card_is_on_the_wall_in_one_ink_to_its_end(held, wall):
    def talk(workspace, records):
        card = next(each for each in records.where(Card) if each.text.text.startswith("Llamada"))
        workspace.books.edit(Card, card.id, text=Text("hablar " * 80, "es"))

    change(held, talk)

    inks = re.findall(r'<text fill="(#\w+)" [^>]*>hablar ', wall().read_text(encoding="utf-8"))
    assert len(inks) > 20
    assert len(set(inks)) == 1


def test_nothing_that_is_not_there_is_drawn(run, held, tmp_path):
    board = run(*held, "picture", "ws-2", "-o", tmp_path / "x.png", "--number", 9)
    page = run(*held, "picture", "ws-2", "-o", tmp_path / "x.png", "--of", "agenda", "--page", 9)
    ending = run(*held, "picture", "ws-2", "-o", tmp_path / "x.gif")

    assert board[2] == "There is no number 9 to draw here; there are 2.\n"
    assert page[2] == "There is no number 9 to draw here; there are 1.\n"
    assert ending[0] == 1
    assert "png, svg" in ending[2]
    assert [each for each in tmp_path.iterdir() if each.name.startswith("x.")] == []


def test_everything_brings_every_wall_and_what_the_stage_shows(run, held, tmp_path):
    target = tmp_path / "all"
    chosen = ("--format", "png", "--format", "svg", "--disclosure", "public")

    status, said, complained = run(*held, "export-all", "ws-2", "-o", target, *chosen)

    files = [each for each in target.rglob("*") if each.is_file()]
    assert (status, complained) == (0, "")
    assert said.startswith(f"Wrote {len(files)} files")
    assert {each.suffix for each in files} == {".png", ".svg"}
    assert len([each for each in files if ", Interna" not in each.name]) == len(files) > 20
    assert not [each for each in files if "Marisol" in Path(each).read_bytes().decode("utf-8", "replace")]


def test_documents_in_which_nothing_is_recorded_are_left_out_and_named(run, held, tmp_path):
    target = tmp_path / "all"
    chosen = ("--format", "md", "--format", "csv", "--disclosure", "internal")

    status, said, complained = run(*held, "export-all", "ws-1", "-o", target, *chosen)
    by_line = run(*held, "export-all", "ws-1", "-o", target, *chosen, "--progress")[1].splitlines()

    files = sorted(each.name for each in target.rglob("*.md"))
    assert status == 0
    assert said.startswith(f"Wrote {len([*target.rglob('*.*')])} files")
    assert complained.startswith("Left out, because nothing is recorded for them: ")
    assert "Card transcript" in complained
    assert not [each for each in files if "Transcripción" in each]
    assert [each for each in files if "Memoria" in each]
    assert "empty Card transcript" in by_line
    assert f"files {len([*target.rglob('*.*')])}" in by_line
