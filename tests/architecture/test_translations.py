"""Every sentence a user sees can be translated, is translated, and ships as it was translated."""

import re
from io import BytesIO
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_keywords
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from facilitator.i18n import DOMAIN, LANGUAGES, SOURCE_LANGUAGE
from tests.architecture.tree import PACKAGES, ROOT

TRANSLATED = [language for language in LANGUAGES if language != SOURCE_LANGUAGE]


def catalogue(language: str) -> Catalog:
    """Return what translators wrote."""
    with (ROOT / f"resources/translations/{language}/LC_MESSAGES/{DOMAIN}.po").open("rb") as file:
        return read_po(file, locale=language)


def texts(catalogue: Catalog) -> dict[tuple[tuple[str, ...], str | None], tuple[str, ...]]:
    """Return the translations by message and context: one form each, or two where something is counted."""

    def forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
        return (text or "",) if text is None or isinstance(text, str) else tuple(text)

    return {
        (forms(message.id), message.context): forms(message.string) for message in catalogue if message.id
    }


@pytest.fixture(scope="module")
def source():
    """The messages of the source, found with the marks that `make translations` uses."""
    marks = re.search(r"^KEYWORDS := (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert marks is not None
    keywords = parse_keywords(marks.group(1).split())
    found = Catalog()
    for package in PACKAGES:
        for _, _, message, _, context in extract_from_dir(ROOT / package, keywords=keywords):
            found.add(message, context=context)
    return set(texts(found))


def test_the_source_has_messages(source):
    assert len(source) > 100


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_of_the_source_is_translated(source, language):
    translated = {key for key, forms in texts(catalogue(language)).items() if all(forms)}

    assert source - translated == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_catalogue_has_no_message_that_the_source_lost(source, language):
    assert set(texts(catalogue(language))) - source == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_is_a_guess(language):
    assert [message.id for message in catalogue(language) if message.id and message.fuzzy] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_placeholders_of_its_message(language):
    def placeholders(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}

    different = []
    for (message, _), translation in texts(catalogue(language)).items():
        # "One card" may leave the number out that "{count} cards" has.
        allowed = [placeholders(form) for form in message]
        if any(placeholders(text) not in allowed for text in translation if text):
            different.append(message)

    assert different == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_shipped_catalogue_is_what_the_translators_wrote(language):
    folder = ROOT / "resources" / "translations" / language / "LC_MESSAGES"
    expected = BytesIO()
    write_mo(expected, catalogue(language))
    expected.seek(0)

    with (folder / f"{DOMAIN}.mo").open("rb") as shipped:
        assert texts(read_mo(shipped)) == texts(read_mo(expected))
