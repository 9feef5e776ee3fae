"""The People page: attendance and consents by key and click, people added, changed, deleted and forgotten."""

import datetime as dt
import sqlite3

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit

from facilitator.domain.ids import OrganisationId, PersonId, new_id
from facilitator.domain.people import (
    Attendance,
    AttendanceCode,
    Consent,
    ConsentKind,
    HalfDay,
    Organisation,
    Person,
    Sex,
    WorkshopRole,
)
from facilitator.services.privacy import answers
from tests.afternoon import DAY
from ui.operator.pages.people import PeoplePage
from ui.presenters.people import HalfDayOf

MORNING, AFTERNOON = HalfDayOf(DAY, HalfDay.AM), HalfDayOf(DAY, HalfDay.PM)


@pytest.fixture
def wilmer(afternoon):
    person = Person(
        id=PersonId(new_id()), full_name="Wilmer Ejemplo", organisation=afternoon.network.id, sex=Sex.M
    )
    afternoon.others += [person, afternoon.card("Visits come too late", author=afternoon.marisol.id)]
    return person


@pytest.fixture
def page(qtbot, worn, theme, wilmer, desk):
    page = PeoplePage(theme, desk)
    qtbot.addWidget(page)
    page.resize(1300, 760)
    page.retranslate()
    with qtbot.waitActive(page):
        page.show()
    page.activated()
    QAbstractItemModelTester(page.table.cells, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    return page


def code(page, person, half=MORNING):
    found = page._desk.records.where(Attendance, person=person.id)
    return next((each.code for each in found if (each.date, each.half_day) == (half.date, half.half)), None)


def cell_centre(page, key, column):
    cells = page.table.cells
    index = cells.index(cells.place_of(key), cells.column_of(column))
    page.table.scrollTo(index)
    return page.table.visualRect(index).center()


def editor_of(page):
    return page.table.viewport().findChild(QLineEdit)


def press(widget, text):
    QApplication.sendEvent(
        widget, QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, text)
    )


def test_people_stand_below_their_organisation(page, afternoon, wilmer):
    kinds = [(row.kind, row.title or row.cell("full_name").shown) for row in page.table.cells.rows]

    assert kinds == [
        ("group", "Red Surco Ejemplo"),
        ("row", "Marisol Ejemplo"),
        ("row", "Wilmer Ejemplo"),
        ("totals", "Present, of 2 participants"),
    ]


def test_space_goes_from_present_to_late_to_absent_to_not_taken(page, qtbot, afternoon):
    page.table.choose(afternoon.marisol.id, MORNING.key)
    seen = []

    for expected in (AttendanceCode.PRESENT, AttendanceCode.LATE, AttendanceCode.ABSENT, None):
        qtbot.keyClick(page.table, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda expected=expected: code(page, afternoon.marisol) is expected)
        seen.append(expected)

    assert len(seen) == 4


def test_a_letter_of_the_legend_marks_at_once(page, qtbot, wilmer):
    page.table.choose(wilmer.id, AFTERNOON.key)

    qtbot.keyClick(page.table, Qt.Key.Key_E)

    qtbot.waitUntil(lambda: code(page, wilmer, AFTERNOON) is AttendanceCode.EXCUSED)


def test_a_click_marks_and_the_totals_and_the_line_above_count(page, qtbot, afternoon, wilmer):
    for person in (afternoon.marisol, wilmer):
        place = cell_centre(page, person.id, MORNING.key)
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.waitUntil(lambda person=person: code(page, person) is AttendanceCode.PRESENT)

    totals = page.table.cells.rows[-1]
    assert totals.cell(MORNING.key).shown == "2"
    assert totals.cell(AFTERNOON.key).shown == "–"
    assert "2 of 2" in page.summary.text()
    assert "1 man" in page.summary.text()


def test_with_fewer_than_three_present_the_page_says_whose_name_is_left_out(page, qtbot, afternoon):
    page.table.choose(afternoon.marisol.id, MORNING.key)

    qtbot.keyClick(page.table, Qt.Key.Key_Space)

    qtbot.waitUntil(page.hint.isVisible)
    assert "Fewer than 3 people of RS" in page.hint.text()


def test_a_consent_goes_from_not_asked_to_yes_to_no_with_todays_date(page, qtbot, afternoon):
    photo, marisol = ConsentKind.PHOTO, afternoon.marisol.id
    page.table.choose(marisol, photo.value)

    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: answers(page._desk.records, marisol) == {photo: True})
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: answers(page._desk.records, marisol) == {photo: False})

    [consent] = page._desk.records.where(Consent, person=marisol)
    assert consent.on == DAY


def test_without_consent_the_panel_says_how_the_person_appears(page, qtbot, afternoon):
    row = page.panel.consents.rows[ConsentKind.NAME_IN_MINUTES]
    assert "Marisol Ejemplo" in page.panel.appears.text()

    qtbot.mouseClick(row.choice.button("no"), Qt.MouseButton.LeftButton)

    qtbot.waitUntil(page.panel.warning.isVisible)
    assert "In minutes and exports: Participant." in page.panel.appears.text()


def test_when_and_how_a_consent_was_given_is_kept_and_nonsense_stays_in_its_field(page, qtbot, afternoon):
    marisol = afternoon.marisol.id
    row = page.panel.consents.rows[ConsentKind.PHOTO]
    qtbot.mouseClick(row.choice.button("yes"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(row.on.isVisible)

    row.how.setFocus()
    qtbot.keyClicks(row.how, "signed sheet")
    row.on.setFocus()
    row.on.selectAll()
    qtbot.keyClicks(row.on, "someday")
    qtbot.keyClick(row.on, Qt.Key.Key_Return)
    assert row.on.text() == "someday"
    assert "someday" in row.error.sentence

    row.on.selectAll()
    qtbot.keyClicks(row.on, "5 feb 2014")
    qtbot.keyClick(row.on, Qt.Key.Key_Return)

    def told():
        [consent] = page._desk.records.where(Consent, person=marisol)
        return (consent.on, consent.how) == (dt.date(2014, 2, 5), "signed sheet")

    qtbot.waitUntil(told)
    qtbot.waitUntil(lambda: row.error.sentence == "")


def test_ins_adds_a_person_of_the_same_organisation_and_lets_the_name_be_typed(page, qtbot, afternoon):
    qtbot.keyClick(page.table, Qt.Key.Key_Insert)
    qtbot.waitUntil(lambda: editor_of(page) is not None)
    line = editor_of(page)
    qtbot.keyClicks(line, "Yadira Ejemplo")
    qtbot.keyClick(line, Qt.Key.Key_Return)

    def there():
        return [
            each.organisation
            for each in page._desk.records.where(Person)
            if each.full_name == "Yadira Ejemplo"
        ]

    qtbot.waitUntil(lambda: there() == [afternoon.network.id])


def test_a_name_is_changed_in_place_with_f2_and_hostile_words_are_kept_as_written(page, qtbot, afternoon):
    page.table.choose(afternoon.marisol.id, "full_name")
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    line = editor_of(page)
    line.selectAll()
    for sign in "<b>Zoë</b> & Ñu":
        press(line, sign)
    qtbot.keyClick(line, Qt.Key.Key_Return)

    marisol = afternoon.marisol.id
    qtbot.waitUntil(lambda: page._desk.records.get(Person, marisol).full_name == "<b>Zoë</b> & Ñu")


def test_a_person_without_a_name_is_refused_in_place(page, qtbot, afternoon):
    page.table.choose(afternoon.marisol.id, "full_name")
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    line = editor_of(page)
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)

    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert page.trouble.sentence == "A person needs a name."
    assert page._desk.records.get(Person, afternoon.marisol.id).full_name == "Marisol Ejemplo"


def test_fields_of_the_panel_save_as_they_are_left(page, qtbot, afternoon):
    form = page.panel.person_form
    form.fields["phone"].setFocus()
    qtbot.keyClicks(form.fields["phone"], "8888 0000")
    qtbot.keyClick(form.fields["phone"], Qt.Key.Key_Tab)
    form.fields["workshop_roles"].chosen.emit([WorkshopRole.PARTICIPANT.value, WorkshopRole.TIMEKEEPER.value])

    def stored():
        person = page._desk.records.get(Person, afternoon.marisol.id)
        return (person.phone, len(person.workshop_roles)) == ("8888 0000", 2)

    qtbot.waitUntil(stored)


def test_del_deletes_a_person_and_undo_brings_everything_back(page, qtbot, afternoon):
    marisol = afternoon.marisol
    page.table.choose(marisol.id, MORNING.key)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: code(page, marisol) is AttendanceCode.PRESENT)

    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.table.cells.place_of(marisol.id) < 0)
    page._desk.undo()

    qtbot.waitUntil(lambda: page.table.cells.place_of(marisol.id) >= 0)
    assert code(page, marisol) is AttendanceCode.PRESENT


def test_an_organisation_is_changed_in_the_panel_and_stays_while_people_belong_to_it(page, qtbot, afternoon):
    page.table.choose(afternoon.network.id)
    page._show_chosen()
    short = page.panel.organisation_form.fields["short"]
    short.setFocus()
    short.selectAll()
    qtbot.keyClicks(short, "RSE")
    qtbot.keyClick(short, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page._desk.records.get(Organisation, afternoon.network.id).short == "RSE")

    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)

    qtbot.waitUntil(lambda: "still belong" in page.trouble.sentence)
    assert page._desk.records.get(Organisation, afternoon.network.id) is not None


def test_a_new_organisation_can_be_named_and_given_people(page, qtbot):
    page.add_organisation()
    name = page.panel.organisation_form.fields["name"]
    qtbot.waitUntil(name.hasFocus)
    name.selectAll()
    qtbot.keyClicks(name, "Donor")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Donor" in {each.name for each in page._desk.records.where(Organisation)})

    qtbot.mouseClick(page.panel.add_here, Qt.MouseButton.LeftButton)

    donor = next(each.id for each in page._desk.records.where(Organisation) if each.name == "Donor")
    qtbot.waitUntil(lambda: len(page._desk.records.where(Person, organisation=OrganisationId(donor))) == 1)


def test_forgetting_somebody_is_asked_about_and_escape_keeps(page, qtbot, afternoon):
    qtbot.mouseClick(page.panel.forget, Qt.MouseButton.LeftButton)
    dialog = page.forgetting.dialog
    assert dialog.safe.hasFocus()
    assert "The 1 card stays" in dialog.accessibleDescription()

    qtbot.keyClick(dialog.safe, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert page._desk.records.get(Person, afternoon.marisol.id).full_name == "Marisol Ejemplo"


def test_a_forgotten_person_stays_counted_without_a_name(page, qtbot, afternoon):
    marisol = afternoon.marisol.id
    qtbot.mouseClick(page.panel.forget, Qt.MouseButton.LeftButton)
    dialog = page.forgetting.dialog

    qtbot.keyClick(dialog.safe, Qt.Key.Key_Tab)
    assert dialog.confirm.hasFocus()
    qtbot.keyClick(dialog.confirm, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: page._desk.records.get(Person, marisol).anonymised)
    row = page.table.cells.rows[page.table.cells.place_of(marisol)]
    assert row.cell("full_name").shown == "Personal data deleted"
    assert page.table.cells.rows[-1].cell("full_name").shown == "Present, of 2 participants"
    qtbot.waitUntil(lambda: not page.panel.forget.isVisible())


def test_a_file_that_could_not_be_cleaned_can_be_cleaned_later(page, qtbot, afternoon, desk_file):
    marisol = afternoon.marisol.id
    reader = sqlite3.connect(desk_file)  # another program that just reads keeps the old pages in use
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM sqlite_master").fetchone()
    qtbot.mouseClick(page.panel.forget, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.forgetting.dialog.confirm, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.trouble.sentence != "", timeout=30_000)
    offered = page.panel.forget.text()

    reader.close()
    qtbot.mouseClick(page.panel.forget, Qt.MouseButton.LeftButton)

    assert offered == "Clean the file"
    qtbot.waitUntil(lambda: not page.panel.forget.isVisible(), timeout=30_000)
    assert page.trouble.sentence == ""
    assert page._desk.records.get(Person, marisol).anonymised


def test_another_program_adding_somebody_leaves_what_is_being_typed(
    page, qtbot, afternoon, open_here, desk_file
):
    page.table.choose(afternoon.marisol.id, "full_name")
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    line = editor_of(page)
    qtbot.keyClicks(line, "Marisol Per")
    other = open_here(desk_file)

    other.books.add(
        Person(id=PersonId(new_id()), full_name="Aura Ficticia", organisation=afternoon.network.id)
    )
    page._desk.ask(lambda workspace: workspace.operations.poll(), lambda _found: None)

    qtbot.waitUntil(lambda: len(page._desk.records.where(Person)) == 3)
    assert line.text() == "Marisol Per"
    assert page.table.is_editing()
    qtbot.keyClick(line, Qt.Key.Key_Escape)


def test_with_nobody_there_the_page_offers_to_add_a_person(qtbot, worn, theme, open_desk, afternoon):
    desk = open_desk([afternoon.cycle, afternoon.workshop])
    page = PeoplePage(theme, desk)
    qtbot.addWidget(page)
    page.retranslate()
    with qtbot.waitActive(page):
        page.show()

    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: len(desk.records.where(Person)) == 1)
    qtbot.waitUntil(lambda: editor_of(page) is not None)


def test_a_page_that_is_not_shown_reads_again_when_it_is(page, qtbot, afternoon):
    page.hide()
    with qtbot.waitCallback() as done:
        page._desk.perform(
            lambda work: work.books.edit(Person, afternoon.marisol.id, full_name="Marisol Peralta"), done=done
        )
    place = page.table.cells.place_of(afternoon.marisol.id)
    assert page.table.cells.rows[place].cell("full_name").shown == "Marisol Ejemplo"

    page.show()
    page.activated()

    assert page.table.cells.rows[place].cell("full_name").shown == "Marisol Peralta"
