"""Both languages at once on an old projector (4:3, 1024 × 768), with Spanish twice as long as usual."""

from dataclasses import fields, replace

import pytest
from PySide6.QtCore import QRectF

from facilitator.domain.stage import StageText
from tests.ui.stage import samples
from tests.ui.stage.test_painter import missing, words
from ui.stage.items import Words
from ui.stage.painter import placed
from ui.stage.sheet import HEIGHT, SAFE, logical_width

SIZE = (1024, 768)
MORE = "con la participación de las organizaciones de productores y de sus equipos de campo"


def at_length(value):
    """Return a view that says in Spanish twice as much, word for word."""
    match value:
        case StageText() if value.second and len(value.text) > 12:
            return StageText(
                f"{value.text}, {MORE[: max(12, len(value.text))].rsplit(' ', 1)[0]}", value.second
            )
        case StageText():
            return value
        case tuple():
            return tuple(map(at_length, value))
        case _ if hasattr(value, "texts"):
            changed = {field.name: at_length(getattr(value, field.name)) for field in fields(value)}
            return replace(value, **changed)
    return value


@pytest.fixture(params=samples.VIEWS)
def view(request):
    shown = samples.every("both")[request.param]
    return replace(at_length(shown), frame=shown.frame)


@pytest.fixture
def scene(painter, view):
    return painter.scene(view, logical_width(*SIZE))


def test_all_of_it_is_painted_and_nothing_is_elided(view, scene):
    assert missing(view, scene) == []
    assert not [item.text for item in words(scene) if "…" in item.text]


def test_no_words_lie_on_other_words_and_none_at_the_edge(scene):
    safe = QRectF(SAFE, SAFE, scene.width - 2 * SAFE, HEIGHT - 2 * SAFE)

    for page in scene.pages:
        placed_words = [item for item in page if isinstance(item, Words) and item.text.strip()]
        for count, one in enumerate(placed_words):
            assert safe.contains(one.rect), one.text
            for other in placed_words[count + 1 :]:
                shared = one.rect.intersected(other.rect)
                assert shared.height() < 1 or shared.width() < 1, (one.text, other.text)


def test_none_of_it_is_smaller_than_three_per_cent_of_the_height(scene):
    scale = placed(QRectF(0, 0, *SIZE), scene.width).m11()

    assert min((item.line.style.px * scale / SIZE[1] for item in words(scene)), default=1) >= 0.0296
