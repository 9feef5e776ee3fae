"""When a session was held in fact, written afterwards."""

from dataclasses import replace

from PySide6.QtCore import Qt

from facilitator.domain.agenda import SessionStatus
from facilitator.domain.cycles import WorkshopStatus


def test_when_a_session_was_held_is_written_afterwards_and_it_counts_as_held(
    afternoon, open_desk, show_agenda
):
    afternoon.workshop = replace(afternoon.workshop, status=WorkshopStatus.CLOSED)
    hand = show_agenda(open_desk(afternoon.records()))
    hand.page.show_record(afternoon.round.id, "held")
    hand.qtbot.waitUntil(hand.field("held").hasFocus)

    hand.type("12:05 a 12:50")
    hand.key(Qt.Key.Key_Return)

    hand.qtbot.waitUntil(lambda: hand.session("Improving the cycle").status is SessionStatus.DONE)
    held = hand.session("Improving the cycle")
    assert (f"{held.actual_start:%H:%M}", f"{held.actual_end:%H:%M}") == ("18:05", "18:50")
    assert hand.field("held").text() == "12:05 – 12:50"


def test_what_is_no_span_of_time_stays_and_is_said(afternoon, open_desk, show_agenda):
    afternoon.workshop = replace(afternoon.workshop, status=WorkshopStatus.CLOSED)
    hand = show_agenda(open_desk(afternoon.records()))
    hand.page.show_record(afternoon.round.id, "held")
    hand.qtbot.waitUntil(hand.field("held").hasFocus)

    hand.type("all morning")
    hand.key(Qt.Key.Key_Return)

    hand.qtbot.waitUntil(lambda: "no span of time" in hand.page.view.panel.rows["held"].error.sentence)
    assert hand.field("held").text() == "all morning"


def test_a_session_to_come_has_no_time_at_which_it_was_held(hand):
    hand.choose("Improving the cycle")

    assert not hand.page.view.panel.rows["held"].isVisible()
