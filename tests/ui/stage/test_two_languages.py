"""Two languages for one room: together where there is room, in turns where there is not."""

from dataclasses import replace

import pytest

from facilitator.domain.stage import StageText
from tests.ui.stage import samples
from ui.stage.items import Words
from ui.stage.picture import stage_drawing


@pytest.mark.parametrize("width", [1440, 1920])
def test_a_reflection_in_two_languages_takes_turns_rather_than_being_cut(painter, width):
    view = samples.empty_reflection("both")

    pages = painter.scene(view, width).pages

    said = [" ".join(item.text.strip() for item in page if isinstance(item, Words)) for page in pages]
    assert len(said) == 2
    assert "Si el plan es correcto, ¿qué hacemos mejor la próxima vez?" in said[0]
    assert "If the plan is right, what do we do better next time?" in said[1]


def test_a_reflection_named_like_its_level_is_named_once(painter):
    said = StageText("Reflexión de doble ciclo")
    view = replace(samples.reflection("es"), subject=said, level="double")

    page = painter.scene(view, 1920).pages[0]

    headings = [item.text for item in page if isinstance(item, Words) and said.text in item.text]
    assert headings == [said.text]


def test_a_session_title_in_two_languages_stays_together_on_an_old_projector(painter):
    title = StageText(
        "Posibles mejoras al Ciclo del Prototipo", "Possible improvements to the Prototype Cycle"
    )
    view = replace(samples.question("both"), session=title)

    assert len(painter.scene(view, 1440).pages) == 1


def test_a_reflection_that_nobody_translated_is_not_read_twice(painter):
    spanish = samples.reflection("es")
    view = replace(spanish, frame=samples.frame("both", timer=None))

    assert len(painter.scene(view, 1440).pages) == len(painter.scene(spanish, 1440).pages)


def test_a_programme_in_two_languages_keeps_each_in_its_column(painter):
    page = painter.scene(samples.agenda("both"), 1920).pages[0]

    left = {item.text: round(item.x) for item in page if isinstance(item, Words)}
    assert left["Llegada y registro"] == left["Resultados de septiembre"]
    assert left["Arrival and registration"] == left["Outputs of September"] == left["Lunch"]
    assert left["Arrival and registration"] > left["Llegada y registro"]


def test_the_current_session_says_its_time_once_for_both_languages(painter):
    page = painter.scene(samples.agenda("both"), 1920).pages[0]

    said = [item.text for item in page if isinstance(item, Words)]
    assert [text for text in said if "16:27" in text and text != "16:27"] == ["\u2013 16:27"]
    assert said.count("Estamos aquí") == said.count("We are here") == 1


def test_where_a_cluster_goes_on_its_name_stands_again_without_its_number(painter):
    page = painter.scene(samples.cards("both"), 1920).pages[0]

    names = [item for item in page if isinstance(item, Words) and item.text == "Seguimiento a distancia"]
    numbers = [item for item in page if isinstance(item, Words) and item.text == "5"]
    assert len({round(item.x) for item in names}) == 2
    assert len(numbers) == 3  # two clusters of five, and a card with five dots


def test_the_pages_of_a_long_day_are_shared_evenly_so_that_the_last_session_is_not_alone(painter):
    view = samples.agenda("both")
    long = replace(view, rows=(*view.rows, *view.rows[:4]))

    pages = painter.scene(long, 1440).pages

    times = [sum(1 for item in page if isinstance(item, Words) and item.x < 250) for page in pages]
    assert len(pages) == 2
    assert min(times) >= 6


def test_a_picture_of_a_workshop_in_a_language_the_program_does_not_speak_is_named_in_english(qapp):
    spanish = samples.agenda("es")

    drawing = stage_drawing(replace(spanish, frame=replace(spanish.frame, language="quc")))

    assert (drawing.title, drawing.language) == ("Agenda", "quc")
