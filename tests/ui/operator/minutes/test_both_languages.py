"""One document in both languages at one go: two files, the same structure, one choice."""

from PySide6.QtCore import Qt

from tests.ui.operator.minutes.conftest import text_of


def test_both_languages_are_written_one_after_the_other(hand, tmp_path):
    hand.pages_ready()
    hand.page.output.exporting.set_folder(tmp_path)
    hand.choose("language", "both")

    hand.key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    hand.until(lambda: hand.foot.last != "" and hand.foot.writing == "")

    files = {each.name: text_of(each) for each in tmp_path.iterdir() if each.suffix == ".pdf"}
    assert sorted(files) == [
        "Maintaining momentum, Full minutes, en, Internal, 0.1.pdf",
        "Mantener el impulso, Memoria, es, Interna, 0.1.pdf",
    ]
    english, spanish = (files[name] for name in sorted(files))
    assert "Agenda, planned and held" in english
    assert "Agenda, prevista y realizada" in spanish


def test_a_name_that_somebody_typed_says_the_language_of_the_other_edition(hand, tmp_path):
    hand.pages_ready()
    hand.page.output.exporting.set_folder(tmp_path)
    hand.page.output.exporting.set_name("For the donor.pdf")
    hand.choose("language", "both")

    hand.page.export()
    hand.until(lambda: hand.foot.last != "" and hand.foot.writing == "")

    names = sorted(each.name for each in tmp_path.iterdir() if each.suffix == ".pdf")
    assert names == ["For the donor (es).pdf", "For the donor.pdf"]


def test_a_language_chosen_again_is_the_only_one(hand):
    hand.pages_ready()
    hand.choose("language", "both")

    hand.choose("language", "es")
    hand.stored(lambda document: document.language == "es")

    assert not hand.view.options.both
    assert hand.view.options.rows["language"].control.current_key() == "es"
