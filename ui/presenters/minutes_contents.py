"""The sections of a document to choose from, and what choosing, moving and wording them makes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from exports.arrangement import titles
from facilitator.domain.documents import DocumentKind, DocumentTemplate, MinutesDocument, SectionWords
from facilitator.domain.ids import new_id
from facilitator.domain.records import Records
from facilitator.domain.sections import (
    COVER,
    KNOWN,
    USUAL,
    is_annex,
    section_key,
    section_order,
    words_of,
)
from facilitator.i18n import LANGUAGES, N_, _, language, translations
from ui.presenters.forms import FieldSpec, Items
from ui.presenters.minutes_sections import Place, SectionRow, section_rows
from ui.presenters.wording import NewText, reworded, shown

FIELDS: Final = (
    FieldSpec("title", N_("Title of the section")),
    FieldSpec("before", N_("Text before"), "area", lines=(2, 6)),
    FieldSpec("after", N_("Text after"), "area", lines=(1, 6)),
    FieldSpec("new_page", N_("Begins"), "choice"),
)
"""What a section may say in words of its own, and where it begins."""


def begin_items() -> Items:
    """Return where a section can begin."""
    return [("", _("Where the one before ends")), ("page", _("On a new page"))]


Fields = dict[str, object]


def has_choice(kind: DocumentKind) -> bool:
    """Whether the sections of a kind can be chosen; two pages show what they hold."""
    return bool(USUAL[kind])


def contents_rows(document: MinutesDocument, outline: Sequence[Place], pages: int) -> list[SectionRow]:
    """Return every section of a document in its order, with the pages that it has in the newest file.

    Days and cases stand below their section; a kind without choice has what its outline tells.
    """
    plain = section_rows(outline, pages)
    if not has_choice(document.kind):
        return plain
    if document.kind is not DocumentKind.MEMORIA:
        plain = section_rows([_Flat(each) for each in outline], pages)
    out = set(map(section_key, document.left_out))
    found = _found(document, [key for key in section_order(document) if key not in out], plain)
    rows: list[SectionRow] = []
    for key in section_order(document):
        place = found.get(key)
        title = section_title(document, key)
        if place is None:
            rows.append(SectionRow(key, title, 0, -1, 0.0, -1, checked=key not in out))
            continue
        rows.append(replace(plain[place], key=key, title=title, level=0, checked=key not in out))
        if document.kind is DocumentKind.MEMORIA:
            rows += _within(plain, place)
    return rows


class _Flat:
    """A place of the outline of a short document, whose sections stand below its title."""

    level = 0

    def __init__(self, place: Place) -> None:
        self.title, self.page, self.top = place.title, place.page, place.top


def section_title(document: MinutesDocument, key: str) -> str:
    """Return what a section is called: its own title, else the usual one in the screen's language."""
    own = words_of(document, key)
    if own is not None and own.title:
        return " ".join(own.title.best(language()).split())
    return titles(translations(language()), document.kind).get(key) or _("Text of its own")


def _found(document: MinutesDocument, written: Sequence[str], plain: Sequence[SectionRow]) -> dict[str, int]:
    """Return the row of the outline in which each written section begins."""
    spoken = document.language if document.language in LANGUAGES else language()
    usual = titles(translations(spoken), document.kind)
    found: dict[str, int] = {}
    at = 0
    for key in written:
        own = words_of(document, key)
        title = own.title.best(spoken) if own is not None and own.title else usual.get(key, "")
        title = " ".join(title.split())
        if key == COVER and plain:
            found[key], at = 0, 1
            continue
        place = next((n for n in range(at, len(plain)) if title and _is_titled(plain[n].title, title)), None)
        if place is not None:
            found[key], at = place, place + 1
        elif key == USUAL[document.kind][0] and plain and document.kind is not DocumentKind.MEMORIA:
            found[key], at = 0, 1  # its title is the document's
    return found


def _is_titled(told: str, title: str) -> bool:
    number, _space, rest = told.partition(" ")
    return told == title or (rest == title and (number.isdigit() or len(number) == 1))


def _within(plain: Sequence[SectionRow], place: int) -> list[SectionRow]:
    rows = []
    for row in plain[place + 1 :]:
        if not row.level:
            break
        rows.append(row)
    return rows


# What somebody does


def checked(document: MinutesDocument, key: str) -> Fields:
    """Return the fields after a section was left out, or taken in again."""
    out = tuple(dict.fromkeys(map(section_key, document.left_out)))
    left = tuple(each for each in out if each != key) if key in out else (*out, key)
    return {"left_out": left}


def moved(document: MinutesDocument, key: str, by: int) -> Fields | None:
    """Return the fields after a section went up or down; None beyond the cover and the annexes."""
    order = [*section_order(document)]
    place = order.index(key)
    to = place + by
    if key == COVER or not 0 <= to < len(order):
        return None
    beside = order[to]
    if beside == COVER or is_annex(beside) != is_annex(key):
        return None
    order.insert(to, order.pop(place))
    return _ordered(order)


def moved_to(document: MinutesDocument, key: str, beside: str, *, below: bool) -> Fields | None:
    """Return the fields after a section was dropped beside another; None where it cannot stand."""
    order = [*section_order(document)]
    if COVER in {key, beside if not below else ""} or beside not in order or key == beside:
        return None
    if is_annex(key) != is_annex(beside):
        return None
    order.remove(key)
    order.insert(order.index(beside) + below, key)
    return _ordered(order) if tuple(order) != section_order(document) else None


def _ordered(order: Sequence[str]) -> Fields:
    return {
        "sections": tuple(key for key in order if not is_annex(key)),
        "annexes": tuple(key for key in order if is_annex(key)),
    }


def field_values(document: MinutesDocument, key: str) -> Mapping[str, str]:
    """Return a section's own words as the fields show them; the usual title where it has none of its own."""
    words = words_of(document, key) or SectionWords(key=key)
    return {
        "title": section_title(document, key) if key in KNOWN or words.title else "",
        "before": shown(words.before, language()),
        "after": shown(words.after, language()),
        "new_page": "page" if words.new_page else "",
    }


def worded(document: MinutesDocument, key: str, name: str, value: str, new_text: NewText) -> Fields:
    """Return the fields after one of a section's own words was typed. Raises InvalidInput.

    The usual title, or none, is no title of its own.
    """
    words = words_of(document, key) or SectionWords(key=key)
    usual = titles(translations(language()), document.kind).get(key)
    if name == "title" and value.strip() == usual:
        value = ""
    if name == "new_page":
        new = replace(words, new_page=bool(value))
    else:
        old = {"title": words.title, "before": words.before, "after": words.after}
        old[name] = reworded(old[name], value, language(), new_text)
        new = SectionWords(key=key, **old, new_page=words.new_page)
    others = [each for each in document.section_words if each.key != key]
    says = key not in KNOWN or new.title or new.before or new.after or new.new_page
    return {"section_words": (*others, new) if says else tuple(others)}


def text_added(document: MinutesDocument, after: str | None, new_text: NewText) -> tuple[str, Fields]:
    """Return the key of a new section of free text, and the fields with it, below the section `after`."""
    key = f"text-{new_id().hex[:12]}"
    order = [*section_order(document)]
    last = next((n for n, each in enumerate(order) if is_annex(each)), len(order))
    place = order.index(after) + 1 if after in order and not is_annex(after or "") else last
    order.insert(place, key)
    words = SectionWords(key=key, title=new_text(_("New section")))
    return key, {**_ordered(order), "section_words": (*document.section_words, words)}


def text_removed(document: MinutesDocument, key: str) -> Fields | None:
    """Return the fields without a section of free text; None for any other: it is left out by its check."""
    if key in KNOWN:
        return None
    order = [each for each in section_order(document) if each != key]
    others = tuple(each for each in document.section_words if each.key != key)
    left = tuple(each for each in document.left_out if each != key)
    return {**_ordered(order), "section_words": others, "left_out": left}


# Templates


def templates_for(records: Records, kind: DocumentKind) -> list[DocumentTemplate]:
    """Return the templates of a kind of document, by name."""
    found = (each for each in records.where(DocumentTemplate) if each.kind is kind)
    return sorted(found, key=lambda each: (each.name.casefold(), each.id.int))


def applied(template: DocumentTemplate) -> Fields:
    """Return the fields of a document that follow from a template."""
    return {
        "sections": template.sections,
        "annexes": template.annexes,
        "left_out": template.left_out,
        "section_words": template.section_words,
    }


def as_template(document: MinutesDocument, name: str) -> DocumentTemplate:
    """Return a template of a document's sections under a name. Raises InvalidInput for no name."""
    return DocumentTemplate(
        id=new_id(),
        name=name.strip(),
        kind=document.kind,
        sections=document.sections,
        annexes=document.annexes,
        left_out=document.left_out,
        section_words=document.section_words,
    )


def same_name(records: Records, document: MinutesDocument, name: str) -> DocumentTemplate | None:
    """Return the template that already has this name: it is written anew."""
    wanted = name.strip().casefold()
    return next(
        (each for each in templates_for(records, document.kind) if each.name.casefold() == wanted), None
    )
