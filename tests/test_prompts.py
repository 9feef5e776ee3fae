"""Every question belongs to a field that a record has."""

from dataclasses import fields

from facilitator.domain.cases import CanvasBlocks
from facilitator.domain.prototypes import PrototypeAnswers
from facilitator.domain.reflections import FirstLoop, Reflection, SecondLoop, ThirdLoop
from facilitator.i18n import translations
from facilitator.prompts import (
    CANVAS,
    PROTOTYPE,
    REFLECTION,
    canvas_block,
    prototype_question,
    reflection_prompts,
)

EN = translations("en")


def test_every_reflection_prompt_asks_for_a_field_of_the_reflection():
    known = {field.name for kind in (Reflection, FirstLoop, SecondLoop, ThirdLoop) for field in fields(kind)}

    assert set(REFLECTION) - known == set()


def test_the_assumption_is_asked_for_in_two_ways_and_a_case_in_none():
    assert len(reflection_prompts(EN, "governing_assumption")) == 2
    assert reflection_prompts(EN, "case") == ()


def test_the_five_key_questions_stand_in_their_order():
    assert list(PROTOTYPE) == [field.name for field in fields(PrototypeAnswers)]
    assert prototype_question(EN, "vision") == "Where do we want it to be?"


def test_every_block_of_the_canvas_has_name_area_and_question_in_reading_order():
    blocks = [canvas_block(EN, field) for field in CANVAS]

    assert list(CANVAS) == [field.name for field in fields(CanvasBlocks)]
    assert [block.area for block in blocks] == [
        "Who?",
        "What?",
        "Who?",
        "Who?",
        "How much?",
        "How?",
        "How?",
        "How?",
        "How much?",
    ]
    assert all(block.question.endswith("?") for block in blocks)
