"""Two languages for one room: together where there is room, in turns where there is not."""

from dataclasses import replace

import pytest

from facilitator.domain.stage import StageText
from tests.ui.stage import samples
from ui.stage.items import Words


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
