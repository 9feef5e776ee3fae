"""Minutes: real pages, choices that are stored and undone, gaps with a way to mend them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStackedWidget

from facilitator import i18n
from facilitator.domain.documents import (
    Disclosure,
    DocumentKind,
    DocumentStatus,
    MinutesDocument,
    Paper,
)
from facilitator.domain.ids import AgreementId, new_id
from facilitator.domain.notes import Agreement
from facilitator.domain.values import Text
from ui.operator.pages.minutes import MinutesPage
from ui.stage.director import StageDirector


@pytest.fixture
def agreed(afternoon):
    """Two agreements that nobody is responsible for."""
    afternoon.others += [
        Agreement(id=AgreementId(new_id()), workshop=afternoon.workshop.id, text=Text(words, "en"))
        for words in ("Visit the villages", "Write the cases")
    ]
    return afternoon


def test_the_pages_and_sections_of_the_workshop_are_shown_before_anything_is_chosen(hand):
    hand.pages_ready()

    assert hand.view.pages.pages > 1
    assert hand.view.bar.words.startswith("Page 1 of ")
    assert any("Proceedings" in title or "Agenda" in title for title in hand.sections())
    assert hand.page.context() == f"Maintaining momentum. {hand.view.pages.pages} pages, Letter"
    assert hand.documents == []


def test_a_choice_makes_the_document_and_undo_takes_it_back(hand):
    hand.pages_ready()

    hand.choose("language", "es")
    hand.stored(lambda document: document.language == "es")
    hand.choose("disclosure", "partners")
    hand.stored(lambda document: document.disclosure is Disclosure.PARTNERS)
    hand.desk.undo()
    hand.stored(lambda document: document.disclosure is Disclosure.INTERNAL)
    hand.desk.undo()
    hand.until(lambda: hand.documents == [])

    assert hand.view.options.rows["language"].control.current_key() == "en"


def test_two_choices_in_a_hurry_are_both_stored(hand):
    hand.choose("kind", "ayuda_memoria")
    hand.choose("paper", "a4")

    hand.stored(lambda document: (document.kind, document.paper) == (DocumentKind.AYUDA_MEMORIA, Paper.A4))


def test_the_two_page_minutes_have_two_pages_at_most(hand):
    hand.pages_ready()

    hand.choose("kind", "ayuda_memoria")
    hand.stored(lambda document: document.kind is DocumentKind.AYUDA_MEMORIA)
    hand.pages_ready()

    assert hand.view.pages.pages <= 2


def test_the_pages_follow_a_change_and_stay_where_they_were(hand, afternoon):
    hand.pages_ready()
    hand.view.pages.go_to(1)
    place = hand.view.pages.anchor

    hand.desk.perform(lambda workspace: workspace.books.add(afternoon.card("Fewer slides, more visits")))
    hand.until(lambda: hand.page.preview.busy)
    hand.pages_ready()

    assert "Fewer slides, more visits" in hand.preview_text()
    assert hand.view.pages.page == 1
    assert hand.view.pages.anchor.down == pytest.approx(place.down, abs=0.01)


def test_the_summary_that_is_typed_stands_in_the_pages(hand):
    hand.pages_ready()

    hand.type_into("summary", "We met & agreed on <b>three</b> things.")
    hand.stored(lambda document: document.summary is not None)
    hand.pages_ready()

    assert "We met & agreed on <b>three</b> things." in hand.preview_text()


def test_people_and_state_are_stored(hand, afternoon):
    form = hand.view.options.form.fields

    form["prepared_by"].chosen.emit(str(afternoon.marisol.id))
    form["status"].chosen.emit("draft_for_comments")
    hand.type_into("comments_until", "20 feb 2014")
    hand.type_into("version", " 0.3 ")

    hand.stored(lambda document: document.version == "0.3")
    document = hand.documents[0]
    assert document.prepared_by == afternoon.marisol.id
    assert document.status is DocumentStatus.DRAFT_FOR_COMMENTS
    assert document.comments_until.isoformat() == "2014-02-20"


def test_a_document_is_led_to_final_frozen_and_led_to_its_correction(hand):
    form = hand.view.options.form

    form.fields["status"].chosen.emit("final")
    hand.stored(lambda document: document.status is DocumentStatus.FINAL)
    final = hand.documents[0]
    hand.type_into("summary", "Something else")
    refused = form.rows["summary"].error.sentence
    form.fields["status"].chosen.emit("draft")
    hand.stored(lambda document: document.status is DocumentStatus.DRAFT)

    assert (final.version, len(final.content_hash)) == ("1.0", 64)
    assert "not changed any more" in refused
    draft = hand.documents[0]
    assert (draft.version, draft.summary, draft.is_correction) == ("1.1", final.summary, True)
    hand.pages_ready()
    assert "Draft 1.1" in hand.preview_text()


def test_a_date_that_is_none_is_said_under_its_field_and_stays_there(hand):
    hand.type_into("comments_until", "soon")

    row = hand.view.options.form.rows["comments_until"]
    assert "soon" in row.error.sentence
    assert row.field.text() == "soon"
    assert hand.documents == []


def test_comments_that_end_before_the_document_is_issued_are_refused(hand):
    hand.type_into("issued", "12 feb 2014")
    hand.stored(lambda document: document.issued is not None)

    hand.type_into("comments_until", "10 feb 2014")

    assert hand.view.options.form.rows["comments_until"].error.sentence
    assert hand.documents[0].comments_until is None


def test_a_document_is_added_chosen_and_deleted_by_keyboard(hand):
    hand.choose("paper", "a4")
    hand.stored(lambda document: document.paper is Paper.A4)
    documents = hand.view.left.documents
    documents.setFocus()

    hand.key(Qt.Key.Key_Insert)
    hand.until(lambda: len(hand.documents) == 2)
    added = hand.page.editing.current.kind
    hand.key(Qt.Key.Key_Up)
    above = hand.page.editing.current.kind
    hand.key(Qt.Key.Key_Delete)
    hand.until(lambda: len(hand.documents) == 1)
    hand.desk.undo()

    hand.until(lambda: len(documents.documents.rows) == 2)
    assert (added, above) == (DocumentKind.AYUDA_MEMORIA, DocumentKind.MEMORIA)


def test_delete_in_a_field_deletes_a_letter_and_no_document(hand):
    hand.choose("paper", "a4")
    hand.stored(lambda document: document.paper is Paper.A4)
    version = hand.view.options.form.fields["version"]
    version.setFocus()
    version.setCursorPosition(0)

    hand.key(Qt.Key.Key_Delete)

    assert version.text() == ".1"
    assert len(hand.documents) == 1


def test_what_is_missing_is_said_once_with_a_link_to_where_it_is_mended(agreed, open_desk, show_minutes):
    hand = show_minutes(open_desk(agreed.records()))
    hand.pages_ready()
    wanted: list[tuple[str, object, str]] = []
    hand.page.record_wanted.connect(lambda *link: wanted.append(link))

    link = next(each for each in hand.view.left.notices.links if "responsible" in each.accessibleName())
    link.click()

    assert "2 agreements without a responsible person" in hand.view.left.notices.sentences
    assert [(page, hand.desk.records.find(record).text.text, field) for page, record, field in wanted] == [
        ("work_plan", "Visit the villages", "responsible")
    ]


def test_a_sign_that_no_font_has_is_named(agreed, open_desk, show_minutes):
    agreed.workshop = replace(agreed.workshop, title=Text("Corn \U0001f33d", "en"))
    hand = show_minutes(open_desk(agreed.records()))

    hand.pages_ready()

    assert any("U+1F33D" in sentence for sentence in hand.view.left.notices.sentences)


def test_a_section_leads_to_its_page(hand):
    hand.pages_ready()
    sections = hand.view.left.sections
    row = next(each for each in sections.sections.rows if each.first > 1)

    sections.setFocus()
    sections.setCurrentIndex(sections.sections.index(sections.sections.place_of(row.key), 0))
    hand.key(Qt.Key.Key_Return)

    assert hand.view.pages.page == row.first


def test_keys_turn_the_pages_and_zoom(hand):
    hand.pages_ready()
    pages = hand.view.pages
    pages.setFocus()

    hand.key(Qt.Key.Key_PageDown)
    second = pages.page
    hand.key(Qt.Key.Key_End)
    last = pages.page
    hand.key(Qt.Key.Key_Home)
    fitted = pages.percent
    hand.key(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    larger = pages.percent
    hand.key(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)

    assert (second, last, pages.page) == (1, pages.pages - 1, 0)
    assert larger > fitted == pages.percent


def test_nothing_is_written_while_another_page_is_shown(qtbot, theme, worn, desk, afternoon):
    stage = StageDirector(desk, theme)
    pages = QStackedWidget()
    page = MinutesPage(theme, desk, stage)
    qtbot.addWidget(pages)
    pages.addWidget(page)
    pages.addWidget(QStackedWidget())
    pages.setCurrentIndex(1)
    pages.show()

    with qtbot.waitSignal(desk.changed):
        desk.perform(lambda workspace: workspace.books.add(afternoon.card("A card")))
    idle = page.preview._job.running, page.preview._rest.isActive()
    pages.setCurrentIndex(0)
    qtbot.waitUntil(lambda: page.view.pages.pages > 0, timeout=60_000)

    assert idle == (False, False)
    pages.close()
    stage.close()


def test_a_document_in_another_language_is_kept_and_says_that_it_cannot_be_written(
    afternoon, open_desk, show_minutes
):
    french = MinutesDocument(id=new_id(), workshop=afternoon.workshop.id, language="fr")
    afternoon.others.append(french)

    hand = show_minutes(open_desk(afternoon.records()))

    assert "fr" in hand.view.waiting.words
    assert not hand.foot.export.isEnabled()


def test_without_a_workshop_there_is_one_sentence_and_the_way_home(open_desk, show_minutes):
    hand = show_minutes(open_desk())
    wanted: list[str] = []
    hand.page.page_wanted.connect(wanted.append)

    hand.page.empty.button.click()

    assert not hand.view.isVisible()
    assert hand.page.header_actions() == ()
    assert wanted == ["home"]


def test_the_page_speaks_another_language_at_once(hand):
    hand.pages_ready()

    i18n.use("es")
    hand.page.retranslate()
    hand.pages_ready()

    assert hand.page.context().startswith("Mantener el impulso")


def test_the_lists_keep_the_rules_of_qt(hand):
    for model in (hand.view.left.documents.documents, hand.view.left.sections.sections):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    hand.pages_ready()
    hand.page.editing.add()
    hand.until(lambda: len(hand.documents) == 1)

    assert hand.view.left.documents.documents.rows[0].spoken.startswith("Full minutes, English")
