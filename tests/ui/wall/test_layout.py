"""Where cards lie: every card once, none over another, rows that read from left to right."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF

from tests.ui.wall.conftest import a_card, a_cluster, a_view, cards
from ui.wall.blocks import MOST_LINES, card_height
from ui.wall.index import Area, Grid
from ui.wall.layout import Words, board_width, lay_board, lay_tray
from ui.wall.wrap import Wrapper


@pytest.fixture
def words(worn, theme):
    written = Wrapper(theme.font("card"))
    return Words(written.lines, Wrapper(theme.font("heading")).lines, written.counts)


def laid(view, words, width=1100.0, *, loose=False):
    return lay_board(view, width, words, loose=loose)


def boxes_of(layout):
    return [box for region in layout.regions for box in region.boxes]


def test_every_card_of_every_cluster_lies_on_the_wall_once(words):
    view = a_view(clusters=[a_cluster("One", *cards(17)), a_cluster("Two", *cards(3)), a_cluster("Three")])

    layout = laid(view, words)

    laid_down = [box.card.id for box in boxes_of(layout)]
    assert sorted(laid_down) == sorted(card.id for card in view.cards())


def test_no_card_lies_over_another_and_each_is_inside_its_cluster(words):
    view = a_view(clusters=[a_cluster(str(n), *cards(n)) for n in (1, 4, 9, 23)])

    layout = laid(view, words)

    boxes = [Area(*box[1:5]) for box in boxes_of(layout)]
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    for region in layout.regions:
        for box in region.boxes:
            assert region.x < box.x
            assert box.x + box.w < region.x + region.w
            assert region.y < box.y
            assert box.y + box.h < region.y + region.h


def test_clusters_do_not_lie_over_each_other_and_the_place_for_a_new_one_comes_last(words):
    view = a_view(clusters=[a_cluster(str(n), *cards(n)) for n in (5, 5, 3, 3, 12, 1)])

    layout = laid(view, words)

    areas = [region.area for region in layout.regions]
    assert not any(one.meets(other) for one, other in combinations(areas, 2))
    assert layout.regions[-1].kind == "new"
    assert [region.title for region in layout.regions[:-1]] == ["5", "5", "3", "3", "12", "1"]


def test_a_cluster_wider_than_the_wall_gets_fewer_columns(words):
    layout = laid(a_view(clusters=[a_cluster("Many", *cards(90))]), words, width=520)

    [many, _new] = layout.regions
    assert many.x + many.w <= 520


def test_cards_in_one_row_are_equally_high(words):
    view = a_view(clusters=[a_cluster("One", a_card("short"), a_card("long " * 40), *cards(4))])

    [first, second, *_] = laid(view, words).regions[0].boxes

    assert (first.y, first.h) == (second.y, second.h)


def test_without_clusters_the_loose_cards_have_the_whole_wall(words):
    layout = laid(a_view(loose=cards(20)), words, width=1300, loose=True)

    assert [region.kind for region in layout.regions] == ["loose", "new"]
    assert layout.regions[0].columns > 3
    assert layout.regions[1].y == layout.regions[0].y


def test_a_wide_tray_has_two_columns(words):
    narrow = lay_tray(a_view(loose=cards(6)), 236, words)
    wide = lay_tray(a_view(loose=cards(6)), 434, words)

    assert (narrow.regions[0].columns, wide.regions[0].columns) == (1, 2)


def test_a_few_cards_are_as_wide_as_the_window_and_many_take_its_shape(words):
    few = board_width(a_view(clusters=[a_cluster("One", *cards(12))]), 1100, 760, words)
    many = board_width(a_view(clusters=[a_cluster("One", *cards(900))]), 1100, 760, words)

    assert few == 1100
    assert many > 3000


def test_a_card_of_ten_thousand_characters_is_no_higher_than_eight_lines(words):
    longest = card_height("word " * 2000, 187, words.counted)

    assert longest == card_height("\n".join("abcdefgh"), 187, words.counted)


def test_a_long_name_takes_two_lines_and_its_cards_make_room(words):
    short, long = a_cluster("Short", a_card()), a_cluster("A name that is too long for one line", a_card())

    layout = laid(a_view(clusters=[short, long]), words)

    assert layout.regions[1].boxes[0].y > layout.regions[0].boxes[0].y


@pytest.mark.parametrize(
    "text",
    [
        "More follow-up and long-distance support, so we can evaluate each other's advances",
        "<b>bold</b> & 'quoted'",
        "مرحبا بالجميع كيف حالكم اليوم في هذه الورشة الطويلة",
        "👩🏽‍🌾 coffee ☕ " * 10,
        "日本語日本語日本語日本語日本語日本語日本語日本語",
        "x" * 10_000,
        "first line\nsecond line\n\nfourth",
        "https://example.org/a/very/long/address/that/has/no/space/in/it?at=all",
    ],
)
def test_no_line_is_wider_than_the_card_and_no_word_is_lost_before_the_ellipsis(worn, theme, text):
    font = theme.font("card")

    lines = Wrapper(font).lines(text, 134, MOST_LINES)

    metrics = QFontMetricsF(font)
    assert 1 <= len(lines) <= MOST_LINES
    assert all(metrics.horizontalAdvance(line) <= 134.5 for line in lines)
    said = "".join("".join(lines).split()).removesuffix("…")
    assert "".join(text.split()).startswith(said)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(st.sampled_from("aáñ il MW日\n\u2028\u00a0\t—"), max_size=260),
    width=st.integers(20, 190),
    most=st.integers(1, 9),
)
def test_lines_are_counted_as_they_are_broken(worn, theme, text, width, most):
    wrapper = Wrapper(theme.font("card"))

    assert wrapper.counts((text,), width, most) == [len(wrapper.lines(text, width, most))]


def test_an_ellipsis_stands_only_where_something_is_missing(worn, theme):
    wrapper = Wrapper(theme.font("card"))

    assert wrapper.lines("One two three", 134, 8)[-1] == "One two three"
    assert wrapper.lines("word " * 100, 134, 3)[-1].endswith("…")


def test_the_grid_finds_what_a_look_at_everything_finds(words):
    layout = laid(a_view(clusters=[a_cluster(str(n), *cards(n)) for n in (40, 25, 60)]), words)
    area = Area(333, 222, 700, 500)

    found = {box.card.id for box in layout.within(area)}

    assert found == {box.card.id for box in boxes_of(layout) if area.meets(box)}
    assert found


def test_an_empty_grid_finds_nothing():
    grid: Grid[Area] = Grid()

    assert grid.within(Area(0, 0, 1000, 1000)) == []
    assert grid.at(5, 5) is None


def test_a_cluster_inside_another_lies_within_it_below_its_cards(words):
    view = a_view(
        clusters=[
            a_cluster("Follow-up", *cards(3)),
            a_cluster("By phone", *cards(2), depth=1, inside="Follow-up"),
            a_cluster("On paper", depth=1, inside="Follow-up"),
            a_cluster("Indicators", *cards(2)),
        ]
    )

    layout = laid(view, words)

    outer, phone, paper, other, _new = layout.regions
    for inner in (phone, paper):
        assert outer.x < inner.x
        assert inner.x + inner.w < outer.x + outer.w
        assert inner.y + inner.h < outer.y + outer.h
    assert max(box.y + box.h for box in outer.boxes) < phone.y
    assert phone.y + phone.h < paper.y
    assert not outer.area.meets(other.area)
    found = layout.areas.at(phone.x + 20, phone.y + 10)
    assert found is phone
    boxes = [Area(*box[1:5]) for box in boxes_of(layout)]
    assert not any(one.meets(another) for one, another in combinations(boxes, 2))


def test_words_in_another_language_stand_below_a_cards_own_and_make_it_higher(words):
    own = a_card("A call a month between the four cases, " * 2)
    both = replace(own, second="Una llamada al mes entre los cuatro casos, " * 2)

    boxes = [boxes_of(laid(a_view(loose=[card]), words, loose=True))[0] for card in (own, both)]

    assert boxes[1].h > boxes[0].h
    assert words.card(both.said, 600, 5)[0].startswith("A call a month")
    assert words.card(both.said, 600, 5)[-1].startswith("Una llamada")
