"""Read from the last row: every word has seven to one against the very ground it is painted on."""

import pytest

from tests.ui.stage import samples
from ui.stage.items import Box, Stroke, Words
from ui.stage.palette import palette

THEMES = ["default", "bright_room", "dark"]


def brightness(colour):
    def linear(value):
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(value) for value in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def on_their_ground(scene):
    """Yield each line of words with the colour of what was painted below it last."""
    for page in scene.pages:
        grounds = []
        for item in page:
            if isinstance(item, Box) and item.fill is not None:
                grounds.append((item.rect, item.fill))
            elif isinstance(item, Stroke) and item.fill is not None:
                grounds.append((item.path.boundingRect(), item.fill))
            elif isinstance(item, Words) and item.text.strip():
                below = [fill for rect, fill in grounds if rect.intersects(item.rect)]
                yield item, below[-1] if below else scene.ground


@pytest.mark.parametrize("width", [1440.0, 1728.0, 1920.0])
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", samples.VIEWS)
def test_every_painted_word_has_seven_to_one_on_the_ground_below_it(painter, name, theme, width):
    view = samples.every("both", theme)[name]

    scene = painter.scene(view, width)

    weak = [
        (item.text, round(contrast(item.line.colour, ground), 1))
        for item, ground in on_their_ground(scene)
        if contrast(item.line.colour, ground) < 7
    ]
    assert weak == []


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_on_its_ground_has_seven_to_one(theme):
    colours = palette(theme)

    pairs = [
        (text, ground)
        for text in (colours.ink, colours.ink_2, colours.primary, colours.over)
        for ground in (colours.bg, colours.plane)
    ]
    pairs += [(card.text, card.paper) for card in colours.cards.values()]
    pairs += [
        (colours.on_now, colours.now),
        (colours.break_ink, colours.break_bg),
        (colours.break_now, colours.break_bg),
    ]

    assert min(contrast(text, ground) for text, ground in pairs) >= 7
