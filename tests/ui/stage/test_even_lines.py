"""What is looked at from afar holds together: no word alone on its line, and no page half empty for nothing."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from tests.ui.stage import samples
from ui.stage.fit import Style, lay, width_of
from ui.stage.items import Words
from ui.stage.painter import StagePainter

STYLE = Style(40, 48, 600)
INK = QColor("black")
WORDS = st.lists(
    st.sampled_from(["la", "de", "y", "reflexión", "organizaciones", "seguimiento", "caso", "2014", "¿qué?"]),
    min_size=2,
)


def width(line):
    return line.line.naturalTextWidth()


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("What would improve the Prototype Cycle?", 640, ["What would improve", "the Prototype Cycle?"]),
        ("Visitas cruzadas entre casos", 440, ["Visitas cruzadas", "entre casos"]),
        ("¿Qué le ayudó en este taller y qué cambiaría?", 400, None),
    ],
)
def test_no_word_is_left_alone_on_the_last_line(text, room, lines):
    laid = lay(text, STYLE, room, INK).lines

    assert lines is None or [line.text.strip() for line in laid] == lines
    assert width(laid[-1]) >= 0.4 * max(map(width, laid))


@given(words=WORDS, room=st.integers(200, 900))
def test_even_lines_are_no_more_lines_and_break_no_word(words, room):
    assume(max(width_of(word, STYLE) for word in words) < room)
    text = " ".join(words)

    laid = lay(text, STYLE, room, INK).lines

    assert len(laid) == len(lay(text, STYLE, room, INK, align="centre").lines)
    assert [word for line in laid for word in line.text.split()] == words


def test_a_day_on_two_pages_is_set_as_large_as_two_pages_allow(qapp):
    rows = samples.agenda("both").rows
    twice = (*rows, *(replace(each, state="next") for each in rows[:6]))
    view = replace(samples.agenda("both"), rows=twice)

    scene = StagePainter().scene(view, 1920)

    words = [[item for item in page if isinstance(item, Words)] for page in scene.pages]
    assert len(words) == 2
    for page in words:
        said = {item.text.strip(): item.line.style.px for item in page}
        assert max(item.y for item in page if "ágina" not in item.text) > 700, said
