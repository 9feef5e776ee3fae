"""What a file says about itself is told to whoever opens it, in their language."""

import pytest

from facilitator import i18n
from facilitator.messages import sentence_of
from tests.interchange.files import found, read_all, smallest, warned


@pytest.fixture(params=i18n.LANGUAGES)
def screen_language(request):
    i18n.use(request.param)
    yield request.param
    i18n.use(i18n.SOURCE_LANGUAGE)


def test_the_note_of_a_file_is_told_in_the_readers_language(screen_language):
    words = {"es": "Inventado.", "en": "Invented."}

    content = read_all(smallest(note=words))
    told = [sentence_of(each.key, each.details) for each in content.warnings]

    assert warned(content) == [("/note", "note-told")]
    assert told[0].endswith(words[screen_language])


@pytest.mark.parametrize("note", [None, "", {"es": " "}])
def test_a_note_without_words_is_no_note(note):
    content = read_all(smallest(note=note))

    assert warned(content) == found(content) == []


def test_a_note_that_is_no_text_is_refused_like_any_other():
    wrong = ({"original": "en", "es": "Miel"}, 5, "x" * 20_001)

    problems = [found(read_all(smallest(note=each))) for each in wrong]

    assert problems == [
        [("/note", "original-missing")],
        [("/note", "must-be-text-or-languages")],
        [("/note", "text-too-long")],
    ]
