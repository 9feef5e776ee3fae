"""Sections of a document: left out, moved, renamed, worded, kept as a template, and seen at once in the pages."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from facilitator.domain.documents import DocumentKind, DocumentTemplate
from facilitator.domain.sections import written_sections
from tests.ui.operator.minutes.conftest import text_of


@pytest.fixture
def sections(hand):
    """The list of sections, with the keyboard on "Agenda"."""
    hand.pages_ready()
    hand.view.left.sections.go_to("agenda")
    return hand.view.left.sections


def keys_of(sections):
    return [row.key for row in sections.sections.rows if row.checked is not None]


def row_of(sections, key):
    return sections.sections.rows[sections.sections.place_of(key)]


def printed(hand):
    hand.pages_ready()
    return text_of(hand.page.preview._folder.name + "/preview.pdf")


def test_every_section_is_listed_with_its_pages_and_empty_ones_without(hand, sections):
    agenda, budget = row_of(sections, "agenda"), row_of(sections, "budget")

    assert (agenda.checked, agenda.pages != "") == (True, True)
    assert (budget.checked, budget.pages) == (True, "")
    assert budget.spoken == "Budget revision, nothing to say yet"


def test_space_leaves_a_section_out_and_takes_it_in_again(hand, sections):
    QTest.keyClick(sections, Qt.Key.Key_Space)
    hand.stored(lambda document: document.left_out == ("agenda",))
    assert "Agenda, planned and held" not in printed(hand)
    assert row_of(sections, "agenda").spoken == "Agenda, planned and held, left out"

    QTest.keyClick(sections, Qt.Key.Key_Space)
    hand.stored(lambda document: document.left_out == ())
    assert "Agenda, planned and held" in printed(hand)


def test_a_click_on_the_check_leaves_a_section_out_and_undo_takes_it_back(hand, sections):
    rect = sections.visualRect(sections.sections.index(sections.sections.place_of("agenda"), 0))

    QTest.mouseClick(sections.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(38, rect.center().y()))
    hand.stored(lambda document: document.left_out == ("agenda",))
    hand.desk.undo()

    hand.until(lambda: hand.documents == [] or hand.documents[0].left_out == ())
    hand.until(lambda: row_of(sections, "agenda").checked)


def test_alt_and_an_arrow_move_a_section_as_far_as_its_kind_goes(hand, sections):
    hand.page.sections.move(-1)
    hand.stored(lambda document: written_sections(document)[3:5] == ("agenda", "participants"))
    hand.until(lambda: keys_of(sections)[3] == "agenda")

    for _n in range(6):
        hand.page.sections.move(-1)
        hand.qtbot.wait(20)

    hand.until(lambda: keys_of(sections)[1] == "agenda")
    assert keys_of(sections)[0] == "cover"


def test_a_section_is_carried_by_its_grip(hand, sections):
    index = sections.sections.index
    start = sections.visualRect(index(sections.sections.place_of("agenda"), 0)).center().y()
    end = sections.visualRect(index(sections.sections.place_of("background"), 0)).top() + 4
    ground = sections.viewport()

    QTest.mousePress(ground, Qt.MouseButton.LeftButton, pos=QPoint(14, start))
    QTest.mouseMove(ground, QPoint(14, end))
    QTest.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=QPoint(14, end))

    hand.stored(lambda document: written_sections(document)[1] == "agenda")


def test_a_section_is_renamed_and_given_free_text(hand, sections):
    hand.page.sections.edit_words()
    hand.type("What we did when")
    form = hand.view.left.words.form
    form.fields["before"].setFocus()
    hand.type("Read this first.")
    hand.view.left.words.leave()

    hand.stored(lambda document: document.section_words and document.section_words[0].before is not None)
    text = printed(hand)

    assert "What we did when" in text
    assert "Read this first." in text
    assert row_of(sections, "agenda").title == "What we did when"


def test_a_section_of_free_text_is_added_named_and_deleted(hand, sections):
    hand.page.sections.add_text()
    hand.type("Thanks")
    hand.view.left.words.form.fields["before"].setFocus()
    hand.type("To our hosts.")
    hand.view.left.words.leave()
    hand.stored(lambda document: document.section_words and document.section_words[0].before is not None)
    assert "To our hosts." in printed(hand)

    key = hand.documents[0].section_words[0].key
    sections.go_to(key)
    hand.page.sections.delete()

    hand.stored(lambda document: document.section_words == ())
    assert key not in keys_of(sections)


def test_a_template_is_kept_by_name_and_applied_to_another_document(hand, sections):
    QTest.keyClick(sections, Qt.Key.Key_Space)
    hand.stored(lambda document: document.left_out == ("agenda",))
    tools = hand.view.left.tools
    tools.choose("Keep these sections as a template")
    hand.type("Our donor's memoria")
    hand.key(Qt.Key.Key_Return)
    hand.until(lambda: hand.desk.records.where(DocumentTemplate))
    sections.go_to("agenda")
    QTest.keyClick(sections, Qt.Key.Key_Space)
    hand.stored(lambda document: document.left_out == ())

    hand.until(lambda: "Our donor's memoria" in tools.menu_words())
    tools.choose("Our donor's memoria")

    hand.stored(lambda document: document.left_out == ("agenda",))


@pytest.mark.parametrize("kind", [DocumentKind.ACTA, DocumentKind.SIGN_IN_SHEET, DocumentKind.FOLLOW_UP])
def test_every_kind_of_document_is_chosen_on_the_page(hand, kind):
    hand.pages_ready()

    hand.choose("kind", kind.value)
    hand.stored(lambda document: document.kind is kind)
    hand.pages_ready()

    assert hand.view.pages.pages >= 1
    assert all(row.checked for row in hand.view.left.sections.sections.rows)


def test_the_same_page_and_place_are_kept_while_sections_change(hand, sections):
    hand.view.pages.go_to(1, 0.4)
    place = hand.view.pages.anchor

    hand.view.left.sections.check_wanted.emit("glossary")
    hand.stored(lambda document: "glossary" in document.left_out)
    hand.pages_ready()

    assert hand.view.pages.anchor == place
