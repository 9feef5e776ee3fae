"""The panel of an activity: every field, who gives what, and what was followed up."""

from PySide6.QtCore import Qt

from facilitator.domain.ids import OrganisationId, new_id
from facilitator.domain.people import Organisation
from facilitator.domain.plans import (
    Contribution,
    ContributionKind,
    FollowUp,
)
from facilitator.domain.values import LooseDate
from tests.afternoon import DAY
from tests.ui.work_plan.driving import item, usd


def test_the_panel_shows_every_field_and_saves_as_one_leaves(page, qtbot, plan):
    page.plan_tab.open_details()
    form, more = page.plan_tab.panel.form, page.plan_tab.panel.more
    for widget, words in (
        (form.fields["due"], "sep 2014"),
        (form.fields["progress"], "40 %"),
        (form.fields["status_reason"], "Rain"),
        (more.fields["means_of_verification"], "Photos"),
    ):
        widget.setFocus()
        widget.selectAll()
        qtbot.keyClicks(widget, words)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)

    def stored():
        found = item(page, plan)
        return (found.due, found.progress_percent, str(found.status_reason), len(found.means_of_verification))

    qtbot.waitUntil(lambda: stored() == (LooseDate(2014, 9), 40, "Rain", 1))
    assert form.fields["due"].text() == "Sep 2014"


def test_a_wrong_date_stays_in_its_field_with_the_reason_below(page, qtbot, plan):
    page.plan_tab.open_details()
    form = page.plan_tab.panel.form
    due = form.fields["due"]
    due.setFocus()
    due.selectAll()
    qtbot.keyClicks(due, "some day")
    qtbot.keyClick(due, Qt.Key.Key_Tab)

    qtbot.waitUntil(lambda: form.rows["due"].error.sentence != "")
    assert due.text() == "some day"
    assert item(page, plan).due == LooseDate(2014, 4, 30)

    due.setFocus()
    due.selectAll()
    qtbot.keyClicks(due, "05/2014")
    qtbot.keyClick(due, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: item(page, plan).due == LooseDate(2014, 5))
    qtbot.waitUntil(lambda: form.rows["due"].error.sentence == "")


def test_contributions_are_added_changed_to_kind_and_taken_out_in_the_panel(
    page, qtbot, plan, afternoon, desk
):
    donor = Organisation(id=OrganisationId(new_id()), name="Donor", short="DON")
    desk.perform(lambda work: work.books.add(donor))
    qtbot.waitUntil(lambda: desk.records.get(Organisation, donor.id) is not None)
    page.plan_tab.open_details()
    given = page.plan_tab.panel.contributions
    assert "USD 700" in given._rest.text().replace("\u00a0", " ")

    given.add.setCurrentIndex(given.add.findData(str(donor.id)))
    given.add.activated.emit(given.add.currentIndex())
    qtbot.waitUntil(lambda: len(given.lines) == 2)
    added = next(each for each in desk.records.where(Contribution) if each.organisation == donor.id)
    assert added.amount == usd(700)

    line = given.lines[added.id]
    line.kind.setCurrentIndex(line.kind.findData("in_kind"))
    line.kind.activated.emit(line.kind.currentIndex())
    line.amount.setFocus()
    line.amount.selectAll()
    qtbot.keyClicks(line.amount, "650")
    qtbot.keyClick(line.amount, Qt.Key.Key_Return)

    def stored():
        found = desk.records.get(Contribution, added.id)
        return found.amount == usd(650) and found.kind is ContributionKind.IN_KIND

    qtbot.waitUntil(stored)
    qtbot.mouseClick(line.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(given.lines) == 1)


def test_a_visit_is_written_down_in_the_panel(page, qtbot, plan, desk):
    page.plan_tab.open_details()
    follow_ups = page.plan_tab.panel.follow_ups

    qtbot.mouseClick(follow_ups.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(follow_ups.entries) == 1)
    [entry] = follow_ups.entries.values()
    place = entry.form.fields["place"]
    qtbot.waitUntil(place.isVisible)
    place.setFocus()
    qtbot.keyClicks(place, "Jinotega")
    qtbot.keyClick(place, Qt.Key.Key_Tab)

    def stored():
        return [(each.date, each.place) for each in desk.records.where(FollowUp)]

    qtbot.waitUntil(lambda: stored() == [(DAY, "Jinotega")])


def test_the_panel_leads_to_the_card_that_an_activity_comes_from(page, qtbot, plan):
    page.plan_tab.open_details()
    assert "Visits come too late" in page.plan_tab.panel._origin_words.text()

    with qtbot.waitSignal(page.record_wanted) as wanted:
        qtbot.mouseClick(page.plan_tab.panel.origin, Qt.MouseButton.LeftButton)

    assert wanted.args[0] == "cards"
    assert page._desk.records.find(wanted.args[1]).text.text == "Visits come too late"
