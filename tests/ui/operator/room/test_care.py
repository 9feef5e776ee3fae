"""What looks after the room: awake, copies, the check before a session, the chime."""

import datetime as dt

from PySide6.QtCore import Qt

from facilitator import settings as store
from facilitator.machine import Grip
from facilitator.services.backups import Backups
from ui.operator.room.care import SESSION
from ui.runtime import chime
from ui.runtime.awake import Awake, ChildMeans


class Means:
    """A system that keeps awake whatever is asked of it, and remembers it."""

    def __init__(self):
        self.grip = Grip.NONE
        self.asked = []

    def take(self):
        self.grip = Grip.HELD
        self.asked.append("take")

    def let_go(self):
        self.grip = Grip.NONE
        self.asked.append("let go")


def choose(folder):
    store.save(store.load().changed(backup_folder=str(folder)))


def about_copies(window):
    return [each.notice.sentence for each in window.banners.banners if each.notice.cause == "backup"]


# Awake


def test_the_laptop_is_kept_awake_from_the_first_reason_to_the_last():
    means = Means()
    awake = Awake(means=means)

    awake.hold("session")
    awake.hold("check")
    awake.release("session")
    before = awake.grip
    awake.release("check")

    assert (before, awake.grip) == (Grip.HELD, Grip.NONE)
    assert means.asked == ["take", "let go"]


def test_the_laptop_is_kept_awake_while_a_session_runs_and_not_after_it(care, desk, do, afternoon):
    before = SESSION in care.awake.reasons

    do(lambda w: w.running.start_session(afternoon.round.id))
    running = SESSION in care.awake.reasons
    do(lambda w: w.running.finish_session(afternoon.round.id))

    assert (before, running, SESSION in care.awake.reasons) == (False, True, False)


def test_a_program_of_the_system_keeps_awake_for_as_long_as_it_is_asked_to(qtbot):
    awake = Awake(means=Means())
    child = ChildMeans(awake, "cat", [], Grip.HELD)

    child.take()
    qtbot.waitUntil(lambda: child.grip is Grip.HELD)
    child.let_go()

    assert child.grip is Grip.NONE


def test_a_program_that_ends_by_itself_has_refused(qtbot):
    awake = Awake(means=Means())
    child = ChildMeans(awake, "false", [], Grip.HELD)

    with qtbot.waitSignal(awake.changed, check_params_cb=lambda: child.grip is Grip.REFUSED):
        child.take()

    child.let_go()


def test_a_system_without_such_a_program_is_said_to_refuse():
    child = ChildMeans(Awake(means=Means()), "no-such-program-anywhere", [], Grip.HELD)

    child.take()

    assert child.grip is Grip.REFUSED


# Copies


def test_the_end_of_a_session_makes_a_copy_in_the_folder_that_was_chosen(
    qtbot, care, desk, do, afternoon, tmp_path
):
    choose(tmp_path)
    do(lambda w: w.running.start_session(afternoon.round.id))

    with qtbot.waitSignal(care.backups.made):
        do(lambda w: w.running.next_session(afternoon.workshop.id))

    assert len(Backups(desk.place, str(tmp_path)).copies()) == 1


def test_without_a_folder_nothing_is_copied_and_nothing_is_said(care, window, do, afternoon):
    do(lambda w: w.running.start_session(afternoon.round.id))
    do(lambda w: w.running.next_session(afternoon.workshop.id))

    assert not care.backups.copying
    assert about_copies(window) == []


def test_a_copy_that_cannot_be_made_is_said_on_the_window_until_one_can(qtbot, care, window, tmp_path):
    choose(tmp_path / "unplugged")
    with qtbot.waitSignal(care.backups.failed):
        care.backups.copy()
    said = about_copies(window)

    (tmp_path / "unplugged").mkdir()
    with qtbot.waitSignal(care.backups.made):
        care.backups.copy()

    assert "unplugged" in said[0]
    assert about_copies(window) == []


# The check


def test_the_check_opens_by_key_over_any_page_and_gives_the_focus_back(qtbot, care, window):
    field = window.current_page.field
    field.setFocus()

    qtbot.keyClick(window, Qt.Key.Key_F10)
    qtbot.waitUntil(lambda: len(care.card.rows) == 8)
    qtbot.keyClick(care.card, Qt.Key.Key_Escape)

    assert not care.card.isVisible()
    assert field.hasFocus()


def test_every_line_of_the_check_comes_to_an_end_and_is_said_in_words(qtbot, care):
    care.open_check()

    qtbot.waitUntil(lambda: "Checking" not in str(names(care)))
    assert names(care)[-1] == "Database: Good. The database is whole."
    care.card.close_sheet()


def names(care):
    return [row.accessibleName() for row in care.card.rows.values()]


def test_a_folder_chosen_in_the_check_is_kept_and_gets_its_first_copy(qtbot, care, desk, tmp_path):
    care.open_check()

    with qtbot.waitSignal(care.backups.made):
        care.check.copy_into(str(tmp_path))

    assert store.load().backup_folder == str(tmp_path)
    qtbot.waitUntil(lambda: "just now" in care.card.rows["backup"].accessibleName())
    assert [button.text() for button in care.card.rows["backup"].buttons][-1] == "Copy now"
    care.card.close_sheet()


def test_the_stage_is_opened_from_its_line(qtbot, care, director):
    care.check.repair("stage")

    assert director.is_open


def test_tab_stays_on_the_sheet(qtbot, care, window):
    care.open_check()
    qtbot.waitUntil(lambda: len(care.card.rows) == 8)

    for _press in range(12):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)

        assert care.card.isAncestorOf(window.focusWidget())
    care.card.close_sheet()


def test_two_minutes_before_the_first_session_the_window_says_what_to_look_at(
    qtbot, care, window, desk, desk_clock, do, afternoon
):
    desk_clock.instant -= dt.timedelta(minutes=3)
    care.reminder.look_at_clock()
    early = list(window.banners.banners)

    desk_clock.pass_by(minutes=1)
    care.reminder.look_at_clock()

    qtbot.waitUntil(lambda: bool(window.banners.banners))
    assert not early
    assert window.banners.banners[0].notice.lead == "Improving the cycle is planned for 12:00."
    assert window.current_page.field.hasFocus()


def test_the_reminder_goes_when_the_session_begins_and_does_not_come_back(
    qtbot, care, window, desk_clock, do, afternoon
):
    care.reminder.look_at_clock()
    qtbot.waitUntil(lambda: bool(window.banners.banners))

    do(lambda w: w.running.start_session(afternoon.round.id))
    desk_clock.pass_by(minutes=2)
    care.reminder.look_at_clock()

    assert not window.banners.banners


# The chime


def test_the_chime_is_soft_and_ends_in_silence(tmp_path):
    sound = chime.samples()

    loudest = max(abs(each) for each in sound)
    assert 0.1 < loudest / 32_767 < 0.35
    assert max(abs(each) for each in sound[-50:]) < 30


def ticking(care, director, desk_clock, minutes):
    rung = []
    care.chimer.hear = lambda: rung.append(desk_clock.now())
    for _minute in range(minutes):
        desk_clock.pass_by(minutes=1)
        director.ticker.ticked.emit()
    return rung


def test_the_chime_is_silent_unless_it_was_wanted(care, director, desk_clock, do, afternoon):
    do(lambda w: w.running.start_session(afternoon.round.id))

    assert ticking(care, director, desk_clock, 50) == []


def test_the_chime_sounds_once_when_five_minutes_are_left(care, director, desk_clock, do, afternoon):
    store.save(store.load().changed(chime=True))
    begun = desk_clock.now()
    do(lambda w: w.running.start_session(afternoon.round.id))

    rung = ticking(care, director, desk_clock, 50)

    assert rung == [begun + dt.timedelta(minutes=40)]


def test_the_chime_calls_back_from_a_break_when_it_is_over(care, director, desk_clock, do, afternoon):
    store.save(store.load().changed(chime=True))
    begun = desk_clock.now()
    do(lambda w: w.running.start_session(afternoon.coffee.id))

    rung = ticking(care, director, desk_clock, 20)

    assert rung == [begun + dt.timedelta(minutes=16)]
