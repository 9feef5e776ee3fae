"""Both loops of a reflection on a small laptop: in sight, or brought into sight as soon as one works there."""

import dataclasses

import pytest
from PySide6.QtCore import QPoint, QRect

from facilitator import i18n
from facilitator.domain.reflections import (
    Effect,
    EffectOn,
    Evidence,
    FirstLoop,
    Gap,
    GapKind,
    SecondLoop,
    Verdict,
)
from tests.afternoon import said


@pytest.fixture
def trained(trained):
    """A reflection with both loops written in sentences of the usual length."""
    return dataclasses.replace(
        trained,
        expected_result=said("Four cases testing a prototype by February"),
        actual_result=said("One case testing, three still describing their starting point"),
        gap=Gap(GapKind.BELOW, said("Three cases behind plan")),
        first_loop=FirstLoop(
            causes=(said("Doubts went unanswered between workshops"),),
            correction=said("Monthly remote session per case"),
        ),
        second_loop=SecondLoop(
            governing_assumption=said("Training plus a guide is enough to start a prototype"),
            verdict=Verdict.DOES_NOT_HOLD,
            evidence_against=(Evidence(said("Three of four teams stopped at the same step")),),
            revised_assumption=said("Teams start when training is followed by scheduled accompaniment"),
            effects=(Effect(EffectOn.METHOD, said("Add accompaniment as an output")),),
        ),
    )


def in_sight(room, part):
    """Whether a part lies within what the page shows of the diagram."""
    area = room.view.scroller.viewport()
    return area.rect().contains(
        QRect(part.mapTo(room.page, QPoint()) - area.mapTo(room.page, QPoint()), part.size())
    )


def shrink(room, theme, width, height, *, rail=72, header=54):
    """Give the page what a window of this size leaves it."""
    theme.set_metrics(theme.tokens.layout.metrics(width, height))
    room.page.set_compact(compact=True)
    room.page.resize(width - rail, height - header)
    room.page.show_record(room.key)
    room.until(lambda: room.view.diagram.width() < width)


@pytest.mark.parametrize("language", ["en", "es"])
def test_both_loops_are_in_sight_on_a_small_laptop(room, theme, language):
    i18n.use(language)
    room.page.retranslate()

    shrink(room, theme, 1366, 768)

    fields = room.form.fields
    parts = [fields["first_loop.correction"], fields["second_loop.verdict"], room.view.diagram.add_effect]
    room.until(lambda: in_sight(room, fields["second_loop.revised_assumption"]))
    assert all(in_sight(room, part) for part in parts)


def test_in_the_smallest_window_both_loops_come_into_sight_when_one_works_there(room, theme):
    shrink(room, theme, 1180, 680)

    room.page.show_record(room.key, "second_loop.revised_assumption")

    fields = room.form.fields
    room.until(lambda: in_sight(room, fields["second_loop.revised_assumption"]))
    assert in_sight(room, fields["first_loop.correction"])
    assert in_sight(room, fields["first_loop.causes"])
