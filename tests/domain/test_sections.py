"""The order of a document's sections: as somebody chose it, everything else in its usual place."""

from facilitator.domain.documents import DocumentKind, DocumentTemplate, MinutesDocument, SectionWords
from facilitator.domain.ids import WorkshopId, new_id
from facilitator.domain.sections import ANNEXES, USUAL, is_chosen, section_order, written_sections


def document(**chosen):
    return MinutesDocument(id=new_id(), workshop=WorkshopId(new_id()), **chosen)


def test_a_document_of_which_nothing_was_chosen_has_its_kind_s_sections():
    plain = document()

    assert not is_chosen(plain)
    assert section_order(plain) == USUAL[DocumentKind.MEMORIA]


def test_sections_that_are_not_named_stay_in_their_usual_place():
    order = section_order(document(sections=("cover", "agreements", "objectives")))

    assert order[:5] == ("cover", "background", "agreements", "work_plan", "visits")
    assert set(order) == set(USUAL[DocumentKind.MEMORIA])


def test_names_that_earlier_files_gave_to_sections_are_understood():
    order = section_order(document(sections=("prototype_by_case", "double_loop_reflections")))

    assert order.index("cases") < order.index("reflections")


def test_annexes_stand_after_the_sections_whatever_was_named_first():
    order = section_order(document(sections=("glossary", "evaluation"), annexes=("photographs",)))

    assert set(order[-len(ANNEXES) :]) == set(ANNEXES)
    assert order[0] == "cover"


def test_what_is_left_out_keeps_its_place_and_is_not_written():
    chosen = document(left_out=("agenda", "card_transcript"))

    assert {"agenda", "transcript"} <= set(section_order(chosen))
    assert not {"agenda", "transcript"} & set(written_sections(chosen))


def test_a_section_of_free_text_has_a_place_of_its_own():
    note = SectionWords(key="text-1")
    chosen = document(sections=("background", "text-1"), section_words=(note,))

    order = section_order(chosen)

    assert order[order.index("background") + 1] == "text-1"


def test_a_template_keeps_an_order_under_a_name_for_every_workshop():
    template = DocumentTemplate(id=new_id(), name="Our donor's memoria", sections=("work_plan", "agreements"))

    order = section_order(template)

    assert order.index("work_plan") < order.index("agreements")


def test_a_section_of_ones_own_that_a_file_brings_twice_stands_once():
    words = SectionWords(key="our-own")

    order = section_order(document(section_words=(words, words)))

    assert order.count("our-own") == 1
