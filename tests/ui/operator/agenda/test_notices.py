"""What the Agenda page says: times that collide, hostile words, nothing there yet, another language."""

import datetime as dt
from dataclasses import replace

from facilitator import i18n
from facilitator.domain.agenda import Session

DAY = [
    "12:00 45 Improving the cycle",
    "12:45 15 Coffee",
    "13:00 60 Double loop",
    "14:00 60 Next phase",
    "15:00 15 Close of the day",
]


def test_what_collides_is_said_in_one_sentence_and_solved_with_one_button(hand):
    hand.choose("Improving the cycle")
    hand.field("minutes").setValue(60)

    banner = hand.page.view.banner
    hand.qtbot.waitUntil(lambda: banner.sentence != "")
    said, fix = banner.sentence, banner.button.text()
    banner.button.click()

    hand.until(*DAY)
    assert said == "Thursday 6 has a conflict. “Improving the cycle” runs 15 min into “Coffee”."
    assert fix == "Shorten “Improving the cycle” by 15 min"
    assert banner.sentence == ""


def test_hostile_words_are_shown_as_they_are(hand):
    wild = "<b>x</b> & \u202e مرحبا 👩🏽‍🌾"
    session = hand.session("Next phase")
    hand.page.editing.edit(session.id, "title", wild)

    hand.qtbot.waitUntil(lambda: hand.page._days[0].blocks[3].title == wild)
    hand.page.editing.set_locked(session.id, locked=True)
    hand.page.editing.set_minutes(hand.session("Double loop").id, 80)

    hand.qtbot.waitUntil(lambda: wild in hand.page.view.banner.sentence)
    assert "&lt;b&gt;x&lt;/b&gt; &amp;" in hand.page.view.banner._words.text()


def test_a_title_of_ten_thousand_letters_does_not_break_the_page(hand):
    long = "word " * 2000
    hand.page.editing.edit(hand.session("Next phase").id, "title", long)

    hand.qtbot.waitUntil(lambda: len(hand.page._days[0].blocks[3].title) > 9000)
    assert not hand.page.grab().isNull()


def test_the_language_is_switched_live(hand):
    i18n.use("es")
    hand.page.retranslate()

    assert hand.page._days[0].title == "Jueves 6"
    assert (
        hand.page.title() == "Workshop 2: Mantener el impulso" or "Mantener el impulso" in hand.page.title()
    )


def test_without_a_workshop_the_page_leads_home(show_agenda, open_desk):
    hand = show_agenda(open_desk())

    with hand.qtbot.waitSignal(hand.page.page_wanted) as asked:
        hand.page.empty.button.click()

    assert asked.args == ["home"]


def test_a_workshop_without_days_gets_its_first_one_with_one_button(show_agenda, open_desk, afternoon):
    bare = replace(afternoon.workshop, start=None, end=None)
    hand = show_agenda(open_desk([afternoon.cycle, bare]))
    hand.desk.open_workshop(bare.id)
    hand.qtbot.waitUntil(lambda: hand.desk.workshop is not None)

    hand.page.empty.button.click()
    hand.qtbot.waitUntil(lambda: len(hand.page._days) == 1)
    hand.page.view.toolbar.session.click()

    hand.until("08:30 30 New session")
    assert hand.desk.records.where(Session)[0].date == dt.date(2014, 2, 6)
