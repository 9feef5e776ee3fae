"""Colours that everyone can read, type, icons and the signs that are drawn by hand."""

import itertools

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from resources import resource
from ui.theme import Theme
from ui.theme.badges import LOOKS, paint_badge
from ui.theme.install import palette, style_sheet
from ui.theme.thread import LIFT, loop_fill, loop_path, paint_mark
from ui.theme.tokens import tokens

TEXT_PAIRS = [
    ("ink", "surface"), ("ink", "canvas"), ("ink", "board"), ("ink", "primary_tint"), ("ink", "now_tint"),
    ("ink", "over_tint"), ("ink", "select"), ("ink_2", "surface"), ("ink_2", "canvas"), ("ink_2", "sunken"),
    ("ink_3", "surface"), ("ink_3", "canvas"), ("ink_3", "sunken"), ("primary", "surface"), ("primary", "canvas"),
    ("primary", "primary_tint"), ("primary", "now_tint"), ("primary", "over_tint"), ("on_primary", "primary"), ("on_primary", "primary_hover"),
    ("on_primary", "primary_pressed"), ("rail_ink", "rail"), ("rail_active_ink", "rail_active"),
    ("on_now", "now"), ("now_ink", "now_tint"), ("over", "surface"), ("over", "canvas"), ("over", "over_tint"),
    ("on_over", "over"), ("ok", "ok_tint"), ("ok", "surface"),
]  # fmt: skip
STAGE_PAIRS = [
    ("ink", "bg"), ("ink", "plane"), ("ink_2", "bg"), ("ink_2", "plane"), ("primary", "bg"), ("on_now", "now"),
    ("over", "bg"), ("over", "plane"), ("break_ink", "break_bg"),
]  # fmt: skip


def luminance(colour):
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    bright, dim = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def painted(size, paint):
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    try:
        paint(painter)
    finally:
        painter.end()
    return image


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_every_text_can_be_read_on_its_ground(scheme, text, ground):
    colours = tokens().colour[scheme]

    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["stage", "stage_dark", "stage_bright_room"])
@pytest.mark.parametrize(("text", "ground"), STAGE_PAIRS)
def test_the_room_can_read_every_text_on_the_stage(scheme, text, ground):
    colours = tokens().colour[scheme]

    assert contrast(colours[text], colours[ground]) >= 7


@pytest.mark.parametrize("look", LOOKS)
def test_text_and_badge_stand_out_on_every_card(theme, look):
    for scheme in ("light", "dark"):
        theme.set_scheme(scheme)
        card = theme.card(look)

        assert contrast(card.ink, card.paper) >= 7
        assert contrast(card.solid, card.paper) >= 3
        assert contrast(card.glyph, card.solid) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("look", LOOKS)
def test_a_badge_outside_a_card_stands_out_in_both_schemes(theme, scheme, look):
    theme.set_scheme(scheme)

    solid, glyph = theme.badge(look)

    assert contrast(solid, theme.colour("surface")) >= 3
    assert contrast(glyph, solid) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_borders_and_focus_stand_out(scheme):
    colours = tokens().colour[scheme]

    for sign, ground in itertools.product(("line_strong", "focus"), ("surface", "canvas")):
        assert contrast(colours[sign], colours[ground]) >= 3


def test_changing_the_scheme_is_announced_once_and_changes_the_colours(qtbot, theme):
    before = theme.colour("canvas")

    with qtbot.waitSignal(theme.changed):
        theme.set_scheme("dark")

    assert theme.dark
    assert theme.colour("canvas") != before
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_scheme("dark")


def test_an_unknown_scheme_is_refused(theme):
    with pytest.raises(ValueError):
        theme.set_scheme("sepia")


def test_the_desktop_decides_while_nothing_is_chosen(qapp):
    theme = Theme("system")

    assert theme.dark == (qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark)


def test_every_scheme_fills_the_whole_style_sheet(theme):
    for scheme in ("light", "dark"):
        theme.set_scheme(scheme)

        sheet = style_sheet(theme)

        assert "$" not in sheet
        assert theme.colour("primary").name() in sheet.lower()


def test_words_that_qt_itself_writes_take_the_colours_too(theme):
    theme.set_scheme("dark")

    colours = palette(theme)

    assert colours.windowText().color() == theme.colour("ink")
    assert colours.placeholderText().color() == theme.colour("ink_3")


def test_the_bundled_typeface_is_used_with_its_weights(theme):
    heading, body = theme.font("heading"), theme.font("body")

    assert heading.family() == "Atkinson Hyperlegible Next"
    assert (heading.pixelSize(), heading.weight()) == (18, QFont.Weight.Bold)
    assert QFontMetricsF(heading).horizontalAdvance("Memoria") > QFontMetricsF(body).horizontalAdvance(
        "Memoria"
    )


def test_digits_of_a_clock_are_all_as_wide(theme):
    metrics = QFontMetricsF(theme.font("timer", tabular=True))

    widths = {round(metrics.horizontalAdvance(digit), 2) for digit in "0123456789"}

    assert len(widths) == 1


def test_reduced_motion_stops_every_movement(qapp):
    moving, still = Theme("light"), Theme("light", reduced_motion=True)

    assert (moving.motion("quick"), moving.motion("settle"), moving.motion("stage_change")) == (120, 200, 320)
    assert {still.motion(name) for name in ("quick", "settle", "stage_change")} == {0}


@pytest.mark.parametrize(
    "name", [entry.name[:-4] for entry in resource("icons").iterdir() if entry.name.endswith(".svg")]
)
def test_an_icon_takes_the_colour_it_is_asked_for(theme, name):
    picture = theme.pixmap(name, 24, 2.0, theme.colour("primary")).toImage()

    assert picture.width() == 48
    inked = [
        picture.pixelColor(x, y)
        for x in range(48)
        for y in range(48)
        if picture.pixelColor(x, y).alpha() == 255
    ]
    assert inked
    wanted = theme.colour("primary").getRgb()
    # Where two strokes of an icon overlap, their soft edges may differ by the last bit.
    assert all(
        abs(one - other) <= 1 for ink in inked for one, other in zip(ink.getRgb(), wanted, strict=True)
    )


def test_an_icon_for_a_button_is_fainter_when_the_button_cannot_be_pressed(theme):
    icon = theme.icon("house", "ink", 24)

    assert icon.pixmap(24).toImage() != icon.pixmap(24, icon.Mode.Disabled).toImage()


def test_the_five_badges_can_be_told_apart_without_colour():
    black, white = QColor("black"), QColor("white")
    pictures = {
        look: painted(
            24, lambda p, look=look: paint_badge(p, QRectF(0, 0, 24, 24), look, solid=black, glyph=white)
        )
        for look in LOOKS
    }

    for one, other in itertools.combinations(LOOKS, 2):
        different = sum(
            pictures[one].pixel(x, y) != pictures[other].pixel(x, y) for x in range(24) for y in range(24)
        )
        assert different > 24, (one, other)


def test_a_badge_stays_inside_the_square_in_the_middle_of_its_room():
    black, white = QColor("black"), QColor("white")
    for look in LOOKS:
        room = QRectF(10, 0, 30, 60)
        picture = painted(
            60, lambda p, look=look, room=room: paint_badge(p, room, look, solid=black, glyph=white)
        )
        inked = [(x, y) for x in range(60) for y in range(60) if picture.pixelColor(x, y).alpha() > 0]

        assert min(x for x, _ in inked) >= 10
        assert max(x for x, _ in inked) < 40
        assert min(y for _, y in inked) >= 15
        assert max(y for _, y in inked) < 45


def test_a_badge_leaves_the_painter_as_it_was():
    def paint(painter):
        painter.setPen(QColor("red"))
        paint_badge(painter, QRectF(0, 0, 20, 20), "question", solid=QColor("blue"), glyph=QColor("white"))
        assert painter.pen().color() == QColor("red")
        assert painter.transform().isIdentity()

    painted(24, paint)


def test_a_kind_of_card_that_does_not_exist_has_no_badge():
    with pytest.raises(KeyError):
        painted(
            24,
            lambda p: paint_badge(
                p, QRectF(0, 0, 24, 24), "joy", solid=QColor("blue"), glyph=QColor("white")
            ),
        )


def test_a_loop_starts_and_ends_on_the_thread():
    path = loop_path(100, 200, 40)

    start, end = path.elementAt(0), path.currentPosition()
    assert (start.x, start.y) == (40, 200)
    assert (end.x(), end.y()) == (160, 200)
    assert path.boundingRect().top() == pytest.approx(200 - 40 * (1 + LIFT), abs=0.5)


def test_the_fill_of_a_loop_is_the_part_above_its_crossing():
    fill = loop_fill(100, 200, 40)

    assert fill.contains(QPointF(100, 200 - 40 * LIFT))
    assert not fill.contains(QPointF(60, 198))
    assert fill.boundingRect().center().x() == pytest.approx(100, abs=0.5)


def test_the_mark_is_two_loops_in_two_colours():
    picture = painted(
        64, lambda p: paint_mark(p, QRectF(0, 0, 64, 64), outer=QColor("#0F5156"), inner=QColor("#F6B733"))
    )

    colours = {
        picture.pixelColor(x, y).name()
        for x in range(64)
        for y in range(64)
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert {"#0f5156", "#f6b733"} <= colours


def test_a_small_window_is_compact_and_a_large_one_is_not():
    layout = tokens().layout

    assert layout.metrics(1366, 768).compact
    assert layout.metrics(1440, 800).compact
    assert not layout.metrics(1440, 900).compact
    assert (layout.metrics(1366, 768).rail, layout.metrics(1920, 1080).rail) == (72, 84)
