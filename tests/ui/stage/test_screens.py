"""Choosing the projector, and noticing mirrored displays, over plain values."""

from ui.stage.screens import ScreenFacts, mirrored, pick_stage_screen

LAPTOP = ScreenFacts("eDP-1", "BOE", "0x07A9", "", (0, 0, 1366, 768))
PROJECTOR = ScreenFacts("HDMI-1", "EPS", "EB-X41", "X1", (1366, 0, 1024, 768))
TELEVISION = ScreenFacts("DP-2", "SAM", "TV", "T9", (2390, 0, 1920, 1080))


def test_with_one_display_there_is_no_stage_screen():
    assert pick_stage_screen([LAPTOP], LAPTOP, None) is None


def test_the_second_display_is_the_stage():
    assert pick_stage_screen([LAPTOP, PROJECTOR], LAPTOP, None) == PROJECTOR


def test_when_the_operator_works_on_the_second_display_the_first_is_the_stage():
    assert pick_stage_screen([LAPTOP, PROJECTOR], PROJECTOR, None) == LAPTOP


def test_the_display_used_last_is_found_again_on_another_socket():
    moved = ScreenFacts("DP-3", "EPS", "EB-X41", "X1", (4310, 0, 1280, 800))

    assert pick_stage_screen([LAPTOP, TELEVISION, moved], LAPTOP, PROJECTOR) == moved


def test_a_display_without_a_serial_number_is_known_by_its_name():
    old = ScreenFacts("VGA-1", "", "", "", (1366, 0, 1024, 768))
    again = ScreenFacts("VGA-1", "", "", "", (1366, 0, 800, 600))

    assert pick_stage_screen([LAPTOP, TELEVISION, again], LAPTOP, old) == again


def test_two_of_one_make_are_told_apart_by_serial_number():
    twin = ScreenFacts("HDMI-2", "EPS", "EB-X41", "X2", (2390, 0, 1024, 768))

    assert pick_stage_screen([LAPTOP, twin, PROJECTOR], LAPTOP, PROJECTOR) == PROJECTOR


def test_a_remembered_display_that_is_not_here_does_not_stop_another():
    assert pick_stage_screen([LAPTOP, TELEVISION], LAPTOP, PROJECTOR) == TELEVISION


def test_a_mirrored_projector_is_no_stage_because_it_shows_the_operators_screen():
    mirror = ScreenFacts("HDMI-1", "EPS", "EB-X41", "X1", LAPTOP.geometry)

    assert mirrored([LAPTOP, mirror])
    assert not mirrored([LAPTOP, PROJECTOR])
    assert pick_stage_screen([LAPTOP, mirror], LAPTOP, PROJECTOR) is None


def test_a_projector_that_shows_a_part_of_the_operators_screen_is_mirrored_too():
    part = ScreenFacts("HDMI-1", "EPS", "EB-X41", "X1", (0, 0, 1024, 768))

    assert mirrored([LAPTOP, part])
    assert pick_stage_screen([LAPTOP, part], LAPTOP, PROJECTOR) is None


def test_of_twins_with_one_serial_number_the_one_on_the_same_socket_is_the_stage():
    twin = ScreenFacts("HDMI-2", "EPS", "EB-X41", "X1", (2390, 0, 1024, 768))

    assert pick_stage_screen([LAPTOP, twin, PROJECTOR], LAPTOP, PROJECTOR) == PROJECTOR
