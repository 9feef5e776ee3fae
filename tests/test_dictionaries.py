"""A dictionary is found where LibreOffice, the system or a person keeps it; words of one's own are kept in a file."""

import os
import stat

import pytest

from facilitator.dictionaries import LARGEST, dictionary, folders
from facilitator.domain.errors import CannotWrite
from facilitator.my_words import MyWords


@pytest.mark.parametrize(
    ("there", "country", "found"),
    [
        (("es_ES", "es_NI", "es_MX", "es"), "NI", "es_NI"),
        (("es-ES", "es-MX"), "NI", "es-MX"),
        (("es_ES", "es_AR"), "NI", "es_ES"),
        (("es_ANY", "es_AR"), None, "es_ANY"),
        (("es_AR", "es_CL"), "NI", "es_AR"),
        (("en_US", "fr"), "NI", None),
        ((), "NI", None),
    ],
)
def test_the_dictionary_of_the_workshops_country_comes_first(dictionaries, there, country, found):
    for name in there:
        dictionaries.write(name)

    chosen = dictionary("es", country)

    assert (chosen.stem if chosen else None) == found


def test_half_a_dictionary_and_a_giant_are_none(dictionaries):
    dictionaries.write("es_NI").unlink()
    giant = dictionaries.write("es_MX")
    os.truncate(giant, LARGEST + 1)

    assert dictionary("es", "NI") is None


def test_the_usual_places_are_looked_through_without_harm_where_they_are_missing(monkeypatch, tmp_path):
    monkeypatch.delenv("FACILITATOR_DICTIONARIES")
    monkeypatch.setenv("DICPATH", str(tmp_path))
    system = tmp_path / "share" / "hunspell"
    system.mkdir(parents=True)
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "share"))

    looked_in = list(folders())

    assert {tmp_path, system} <= set(looked_in)
    assert dictionary("xx") is None


def test_english_comes_with_the_program(monkeypatch):
    monkeypatch.delenv("FACILITATOR_DICTIONARIES")

    assert dictionary("en", "NI") is not None


def test_my_words_are_kept_and_taken_out_again(tmp_path):
    words = MyWords(tmp_path / "new" / "words.txt")

    words.add("bocashi")
    words.add("Ñandú")
    words.add("bocashi")
    words.remove("bocashi")

    assert MyWords(tmp_path / "new" / "words.txt").words == {"Ñandú"}


def test_a_file_that_is_no_list_of_words_does_no_harm(tmp_path):
    (tmp_path / "words.txt").write_bytes(bytes(range(256)) * 100)

    words = MyWords(tmp_path / "words.txt")
    words.add("bocashi")

    assert "bocashi" in MyWords(tmp_path / "words.txt").words


@pytest.mark.skipif(os.name == "nt", reason="folders are not closed by a mode there")
def test_words_that_cannot_be_kept_are_known_until_the_program_ends(tmp_path):
    (tmp_path / "words.txt").mkdir()
    words = MyWords(tmp_path / "words.txt")

    with pytest.raises(CannotWrite):
        words.add("bocashi")

    assert words.words == {"bocashi"}
    assert stat.S_ISDIR((tmp_path / "words.txt").stat().st_mode)
