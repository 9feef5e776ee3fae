"""Every view, at every shape of projector: all of it readable, inside the safe edge, the same in the preview."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPixmap

from facilitator.domain.stage import (
    AgendaRow,
    AgendaView,
    AgreementsView,
    BreakView,
    CardsView,
    FirstLoop,
    QuestionView,
    ReflectionView,
    SecondLoop,
    StageAgreement,
    StageCard,
    StageCluster,
    StageFrame,
    StageKind,
    StageText,
    StageTimer,
    WorkPlanRow,
    WorkPlanView,
)
from tests.ui.stage import samples
from ui.stage.items import Words
from ui.stage.painter import placed, still
from ui.stage.sheet import HEIGHT, SAFE, LazyPages, logical_width

SIZES = [(1024, 768), (1600, 1200), (1280, 800), (1920, 1200), (1366, 768), (1920, 1080), (3840, 2160)]
THEMES = ["default", "bright_room", "dark"]
LANGUAGES = ["en", "es", "both"]
LONG = "reflexión participativa " * 420
ARABIC = "مرحبا بالعالم " * 40
HOSTILE = [LONG, "p" * 5000, ARABIC, "👩🏽‍🌾🫘🇳🇮" * 60, "<b>&amp;</b>\n\n</html>"]


def words(scene):
    return [item for page in scene.pages for item in page if isinstance(item, Words)]


def paragraphs(scene):
    """Put every layout's lines together again, whatever page they went to."""
    whole = {}
    for item in words(scene):
        lines = whole.setdefault(id(item.line.layout), {})
        lines[item.line.line.lineNumber()] = item.text
    return ["".join(lines[number] for number in sorted(lines)) for lines in whole.values()]


def missing(view, scene):
    """The texts of the view that no picture holds, the live parts apart."""
    painted = paragraphs(scene)
    alive = set(view.frame.texts())
    return [
        text
        for text in view.texts()
        if text not in alive and not any(text.replace("\r\n", "\n") in said for said in painted)
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", samples.VIEWS)
def test_all_that_the_room_is_given_is_painted_and_nothing_is_elided(painter, name, language, size):
    view = samples.every(language)[name]

    scene = painter.scene(view, logical_width(*size))

    assert missing(view, scene) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", samples.VIEWS)
def test_no_text_is_smaller_than_three_per_cent_of_the_height(painter, name, theme, size):
    view = samples.every("both", theme)[name]

    scene = painter.scene(view, logical_width(*size))

    scale = placed(QRectF(0, 0, *size), scene.width).m11()
    for item in words(scene):
        picture_height = HEIGHT * scale
        assert item.line.style.px * scale >= 0.0296 * picture_height


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", samples.VIEWS)
def test_words_keep_clear_of_the_edge_that_keystone_correction_crops(painter, name, language, size):
    view = samples.every(language)[name]

    scene = painter.scene(view, logical_width(*size))

    safe = QRectF(SAFE, SAFE, scene.width - 2 * SAFE, HEIGHT - 2 * SAFE)
    outside = [(item.text, item.rect) for item in words(scene) if not safe.contains(item.rect)]
    assert outside == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", samples.VIEWS)
def test_no_words_lie_on_other_words(painter, name, language):
    view = samples.every(language)[name]

    for width in (1440, 1920):
        for page in painter.scene(view, width).pages:
            rects = [(item, item.rect) for item in page if isinstance(item, Words) and item.text.strip()]
            for count, (one, rect) in enumerate(rects):
                for other, place in rects[count + 1 :]:
                    shared = rect.intersected(place)
                    assert shared.height() < 1 or shared.width() < 1, (one.text, other.text)


def hostile_views(text):
    frame = StageFrame("default", "es", "en", StageTimer("23:41", "running", 0.4, "16:27"), "16:03")
    said = StageText(text, text[:3000])
    card = StageCard("suggestion", "no-such-look", text, text[:2000], 12)
    return [
        AgendaView(frame=frame, title=said, rows=(AgendaRow("08:00", said), AgendaRow("09:00", said, "now"))),
        QuestionView(
            frame=frame,
            session=said,
            question=said,
            instruction=said,
            kinds=(StageKind("x", StageText(text[:300])),),
        ),
        CardsView(
            frame=frame,
            question=said,
            clusters=(StageCluster(said, (card, card)), StageCluster(StageText(""), (card,))),
        ),
        ReflectionView(
            frame=frame,
            subject=said,
            first=FirstLoop(said, said, said, said, (said, said), said),
            second=SecondLoop(said, (said,), (said,), said, said, (said,), said),
            level="triple",
        ),
        WorkPlanView(
            frame=frame, title=said, rows=(WorkPlanRow("1.1", said, text[:900], "hoy", said, "over", 250),)
        ),
        AgreementsView(frame=frame, title=said, agreements=(StageAgreement("1", said, text[:900], "hoy"),)),
        BreakView(frame=frame, name=said, back_at="15:42", next_title=said),
    ]


@pytest.mark.parametrize("text", HOSTILE, ids=["long", "one-word", "arabic", "emoji", "markup"])
@pytest.mark.parametrize("kind", range(7))
def test_ten_thousand_characters_a_word_without_end_arabic_and_emoji_are_all_readable(painter, text, kind):
    view = hostile_views(text)[kind]

    for width in (1440.0, 1920.0):
        scene = painter.scene(view, width)

        assert missing(view, scene) == []
        picture = QImage(480, 270, QImage.Format.Format_RGB32)
        for page in range(min(3, len(scene.pages))):
            with QPainter(picture) as brush:
                painter.paint(brush, QRectF(0, 0, 480, 270), view, width, page)
        for page in scene.pages:
            for item in page:
                if isinstance(item, Words):
                    assert item.rect.bottom() <= HEIGHT
                    assert item.rect.right() <= width + 1


def painted(painter, view, size, page=0, width=None):
    picture = QImage(*size, QImage.Format.Format_RGB32)
    with QPainter(picture) as brush:
        painter.paint(brush, QRectF(0, 0, *size), view, width or logical_width(*size), page)
    return picture


@pytest.mark.parametrize("size", [(1920, 1080), (1440, 1080)])
@pytest.mark.parametrize("name", samples.VIEWS)
def test_a_small_picture_breaks_lines_exactly_where_the_large_one_does(painter, name, size):
    view = samples.every("es")[name]

    large = painter.scene(view, logical_width(*size))
    small = painter.scene(view, logical_width(size[0] // 6, size[1] // 6))

    assert large is small


def test_only_the_clock_is_alive_so_a_tick_lays_nothing_out_again(painter):
    view = samples.question()
    scene = painter.scene(view, 1920)

    later = painter.scene(view.at(StageTimer("23:40", "running", 0.48, "16:27"), ""), 1920)
    longer = painter.scene(view.at(StageTimer("1:23:40", "running", 0.1, "17:27"), ""), 1920)

    assert later is scene
    assert longer is not scene


@pytest.mark.parametrize("timer", [samples.RUNNING, samples.CUE, samples.OVER, samples.PAUSED])
def test_each_phase_of_the_timer_looks_different(painter, timer):
    running = painted(painter, samples.question(), (960, 540))

    shown = painted(painter, samples.question(timer=timer), (960, 540))

    assert (shown == running) == (timer is samples.RUNNING)


def test_a_bright_room_gets_white_cards_with_a_thick_edge_and_no_grey_plane(painter):
    picture = painted(painter, samples.question(theme="bright_room"), (1920, 1080))
    wall = painted(painter, samples.cards(theme="bright_room"), (1920, 1080))

    assert picture.pixelColor(1900, 1000).name() == "#ffffff"
    assert wall.pixelColor(600, 370).name() == "#ffffff"


def test_a_blank_stage_is_one_calm_colour(painter):
    picture = painted(painter, samples.blank(), (320, 180))

    colours = {picture.pixelColor(x, y).name() for x in range(0, 320, 8) for y in range(0, 180, 8)}
    assert colours == {"#0a3a3e"}


def test_votes_stay_off_the_wall_until_they_are_closed(painter):
    open_vote = samples.cards()
    hidden = replace(
        open_vote,
        clusters=tuple(
            replace(cluster, cards=tuple(replace(card, dots=None) for card in cluster.cards))
            for cluster in open_vote.clusters
        ),
    )

    shown = {item.text for item in words(painter.scene(hidden, 1920))}

    assert {text for text in shown if re.fullmatch(r"\d+", text)} == {"5", "3"}


def test_a_single_cluster_spreads_over_the_whole_wall(painter):
    cards = tuple(StageCard("note", "note", f"Tarjeta número {count}") for count in range(24))
    view = CardsView(
        frame=StageFrame(), question=StageText("¿?"), clusters=(StageCluster(StageText(""), cards),)
    )

    scene = painter.scene(view, 1920)

    columns = {
        item.x for item in scene.pages[0] if isinstance(item, Words) and item.text.startswith("Tarjeta")
    }
    assert len(scene.pages) == 1
    assert len(columns) == 3


def test_cards_shrink_before_they_go_on_a_second_page_and_not_below_thirty_two(painter):
    def wall(count):
        cards = tuple(
            StageCard("note", "note", "Una tarjeta con unas pocas palabras más") for _ in range(count)
        )
        view = CardsView(
            frame=StageFrame(), question=StageText("¿?"), clusters=(StageCluster(StageText(""), cards),)
        )
        scene = painter.scene(view, 1920)
        sizes = {item.line.style.px for item in words(scene) if item.text.startswith("Una tarjeta")}
        return sizes, len(scene.pages)

    few, some, many = wall(6), wall(21), wall(60)

    assert few == ({40}, 1)
    assert some == ({32}, 1)
    assert many[0] == {32}
    assert many[1] > 1


def test_the_agenda_opens_on_the_page_where_we_are(painter):
    rows = tuple(
        AgendaRow(
            f"{8 + count // 4:02}:{count % 4 * 15:02}",
            StageText(f"Sesión {count}"),
            "now" if count == 30 else "done" if count < 30 else "next",
        )
        for count in range(40)
    )
    view = AgendaView(frame=StageFrame(), title=StageText("Jueves"), rows=rows)

    scene = painter.scene(view, 1920)

    first = [item.text for item in scene.pages[scene.first] if isinstance(item, Words)]
    assert scene.first > 0
    assert "Sesión 30" in first


def test_a_wall_that_grew_takes_the_place_of_the_one_before_and_other_views_are_kept(painter):
    agenda, wall = samples.agenda(), samples.cards()
    first = wall.clusters[0]
    grown = replace(wall, clusters=(replace(first, cards=first.cards[:-1]), *wall.clusters[1:]))
    width = logical_width(1920, 1080)
    scenes = [painter.scene(view, width) for view in (agenda, grown, wall)]

    again = [painter.scene(view, width) for view in (agenda, wall)]

    assert again[0] is scenes[0]
    assert again[1] is scenes[2]
    assert painter.scene(grown, width) is not scenes[1]


def test_a_page_that_is_looked_at_again_after_many_others_is_the_same(painter):
    wall = samples.cards()
    many = tuple(replace(wall.clusters[0].cards[0], text=f"Card {n}") for n in range(200))
    loose = replace(wall, clusters=(replace(wall.clusters[0], title=StageText(""), cards=many),))
    pages = painter.scene(loose, logical_width(1920, 1080)).pages

    first = pages[0]
    texts = [[item.text for item in page if isinstance(item, Words)] for page in pages]

    assert len(pages) > LazyPages.KEPT + 1
    assert [item.text for item in first if isinstance(item, Words)] == texts[0]
    assert [item.text for item in pages[0] if isinstance(item, Words)] == texts[0]


def test_an_empty_reflection_asks_one_question_a_place(painter):
    scene = painter.scene(samples.empty_reflection(), 1920)

    asked = [text for text in paragraphs(scene) if text.endswith("?") and not text.startswith("Are we")]
    assert asked == [
        *("What were we taking for granted?", "What did we do, concretely?"),
        *(
            "What did we expect to happen, and by when?",
            "If the plan is right, what do we do better next time?",
        ),
        "Do we still believe it: yes, under conditions, no, cannot tell yet?",
        "What changes: theory of change, rules, policies, method, budget?",
    ]


def test_the_heading_of_a_reflection_says_the_level_that_is_reached(painter):
    view = samples.reflection()

    for level, heading in (
        ("none", "Reflection"),
        ("single", "Single-loop reflection"),
        ("triple", "Triple-loop reflection"),
    ):
        said = paragraphs(painter.scene(replace(view, level=level), 1920))
        assert f"{heading}. Case: red beans, Honduras" in said


def test_the_same_view_without_its_clock_is_the_same_still_picture():
    view = samples.cards()

    assert still(view) == still(view.at(StageTimer("00:01", "cue", 0.99, "16:27"), ""))
    assert still(view) != still(view.at(None, ""))
    assert still(view) != still(view.themed("dark"))


def test_a_pixmap_of_the_widgets_size_holds_the_painters_picture(qtbot, stage, painter):
    stage.show_view(samples.cards())

    grabbed = stage.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)

    direct = QPixmap(1280, 720)
    with QPainter(direct) as brush:
        painter.paint(brush, QRectF(0, 0, 1280, 720), samples.cards(), logical_width(1280, 720))
    assert grabbed == direct.toImage().convertToFormat(QImage.Format.Format_RGB32)
