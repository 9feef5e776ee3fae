"""What the Minutes page says of a workshop's documents, and what may be chosen for each of them."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import product
from typing import Final
from uuid import UUID

from facilitator.domain.cycles import Workshop
from facilitator.domain.documents import (
    Disclosure,
    DocumentKind,
    DocumentStatus,
    MinutesDocument,
    Paper,
    next_number,
)
from facilitator.domain.errors import InvalidInput
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import PersonId, new_id
from facilitator.domain.people import Person
from facilitator.domain.records import Records
from facilitator.domain.typed import typed_date
from facilitator.formats import formats
from facilitator.i18n import LANGUAGES, N_, _, language, translations
from facilitator.words import word
from ui.presenters.forms import FieldSpec, Items
from ui.presenters.wording import NewText, language_name, reworded, shown

LETTER_COUNTRIES: Final = frozenset(
    ["NI", "HN", "GT", "SV", "CR", "PA", "MX", "BZ", "US", "CA", "CO", "VE", "CL", "DO", "PR"]
)
"""Where documents are printed on Letter, carta (domain.md 7.3); elsewhere on A4."""

WRITTEN_KINDS: Final = tuple(DocumentKind)

FIELDS: Final = (
    FieldSpec("status", N_("State"), "choice"),
    FieldSpec("comments_until", N_("Comments until"), row=1),
    FieldSpec("issued", N_("Issued on"), row=1),
    FieldSpec("version", N_("Version")),
    FieldSpec("prepared_by", N_("Prepared by"), "choice"),
    FieldSpec("reviewed_by", N_("Reviewed by"), "choice"),
    FieldSpec(
        "summary",
        N_("Summary"),
        "area",
        hint=N_("Without one, the minutes begin with the workshop's summary or its objectives."),
        lines=(3, 10),
    ),
)
"""The fields of a document below its choices."""


# Documents


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document of the list: its kind, and what tells it from others of that kind."""

    key: UUID
    title: str
    facts: str

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return f"{self.title}, {self.facts}"


def first_document(workshop: Workshop) -> MinutesDocument:
    """Return the choices of a document that nobody has made yet."""
    spoken = workshop.language if workshop.language in LANGUAGES else language()
    country = (workshop.country or "").upper()
    paper = Paper.LETTER if not country or country in LETTER_COUNTRIES else Paper.A4
    return MinutesDocument(id=new_id(), workshop=workshop.id, language=spoken, paper=paper)


def another_document(records: Records, shown_now: MinutesDocument) -> MinutesDocument:
    """Return a new document beside the one that is shown: the nearest edition that there is not yet."""
    there = {
        (each.kind, each.language, each.disclosure)
        for each in (*documents_of(records, shown_now.workshop), shown_now)
    }
    languages = sorted(LANGUAGES, key=lambda each: each != shown_now.language)
    kinds = sorted(WRITTEN_KINDS, key=lambda each: each is shown_now.kind)
    wanted = product(Disclosure, languages, kinds)
    start = (shown_now.kind, shown_now.language, shown_now.disclosure)
    chosen = next((each for each in wanted if (each[2], each[1], each[0]) not in there), None)
    kind, spoken, level = start if chosen is None else (chosen[2], chosen[1], chosen[0])
    return MinutesDocument(
        id=new_id(),
        workshop=shown_now.workshop,
        kind=kind,
        language=spoken,
        disclosure=level,
        paper=shown_now.paper,
        prepared_by=shown_now.prepared_by,
        reviewed_by=shown_now.reviewed_by,
    )


def documents_of(records: Records, workshop: UUID) -> list[MinutesDocument]:
    """Return a workshop's documents, the oldest first."""
    return records.where(MinutesDocument, workshop=workshop)


def document_rows(documents: Iterable[MinutesDocument]) -> list[DocumentRow]:
    """Return the list of documents in the screen's language."""
    return [_row(each) for each in documents]


def _row(document: MinutesDocument) -> DocumentRow:
    t = translations(language())
    facts = (
        language_name(document.language),
        word(t, document.disclosure),
        document.version.strip(),
        word(t, document.status),
    )
    return DocumentRow(document.id, word(t, document.kind), ", ".join(each for each in facts if each))


def is_written(document: MinutesDocument) -> bool:
    """Whether this version of the program can write such a document."""
    return document.kind in WRITTEN_KINDS and document.language in LANGUAGES


# Choices


def kind_items(document: MinutesDocument) -> Items:
    """Return the kinds to choose from; one that came from elsewhere stays visible."""
    kinds = [*WRITTEN_KINDS, *({document.kind} - {*WRITTEN_KINDS})]
    return [(each.value, word(translations(language()), each)) for each in kinds]


def language_items(document: MinutesDocument) -> Items:
    """Return the languages of documents, each by its own name."""
    return [(each, language_name(each)) for each in (*LANGUAGES, *({document.language} - {*LANGUAGES}))]


def disclosure_items() -> Items:
    """Return for whom a document can be."""
    return [(each.value, word(translations(language()), each)) for each in Disclosure]


def disclosure_hint(level: Disclosure) -> str:
    """Return what a document for these readers leaves out (domain.md 6.8)."""
    return {
        Disclosure.INTERNAL: _("Names and contacts as far as each person agreed."),
        Disclosure.PARTNERS: _("Names as far as each person agreed, no contacts."),
        Disclosure.PUBLIC: _("No names of people and no contacts."),
    }[level]


def paper_items() -> Items:
    """Return the sizes of paper."""
    return [(each.value, word(translations(language()), each)) for each in Paper]


def field_choices(records: Records, document: MinutesDocument) -> dict[str, Items]:
    """Return what can be chosen in the fields."""
    chosen = {document.prepared_by, document.reviewed_by}
    people = [each for each in records.where(Person) if not each.anonymised or each.id in chosen]
    items = [("", _("Nobody"))]
    items += [(str(each.id), each.full_name) for each in sorted(people, key=lambda each: each.full_name)]
    return {
        "status": status_items(document),
        "prepared_by": items,
        "reviewed_by": items,
    }


def status_items(document: MinutesDocument) -> Items:
    """Return the states that a document can be led to; a final leads to its correction only."""
    t = translations(language())
    if document.status is not DocumentStatus.FINAL:
        return [(each.value, word(t, each)) for each in DocumentStatus]
    correct = _("Correct it, as draft {number}").format(number=next_number(document.version))
    return [
        (DocumentStatus.FINAL.value, word(t, DocumentStatus.FINAL)),
        (DocumentStatus.DRAFT.value, correct),
    ]


def require_open(document: MinutesDocument, fields: dict[str, object]) -> None:
    """Refuse to change a final; only its paper stays free. Raises InvalidInput."""
    if document.status is DocumentStatus.FINAL and not {*fields} <= {"paper"}:
        raise InvalidInput("document-is-final", next=next_number(document.version))


def field_values(document: MinutesDocument) -> dict[str, str]:
    """Return the values of the fields as they are shown and typed."""
    written = formats(language())

    def day(value: dt.date | None) -> str:
        return "" if value is None else written.short_day(value)

    return {
        "status": document.status.value,
        "version": document.version,
        "issued": day(document.issued),
        "comments_until": day(document.comments_until),
        "prepared_by": str(document.prepared_by or ""),
        "reviewed_by": str(document.reviewed_by or ""),
        "summary": shown(document.summary, language()),
    }


def changed(
    document: MinutesDocument, name: str, value: str, today: dt.date, new_text: NewText
) -> dict[str, object]:
    """Return the fields of the record that follow from what was typed or chosen. Raises InvalidInput."""
    readers: dict[str, Callable[[], object]] = {
        "kind": lambda: DocumentKind(value),
        "language": lambda: value,
        "disclosure": lambda: Disclosure(value),
        "paper": lambda: Paper(value),
        "status": lambda: DocumentStatus(value),
        "version": value.strip,
        "issued": lambda: _day(value, today),
        "comments_until": lambda: _day(value, today),
        "prepared_by": lambda: PersonId(UUID(value)) if value else None,
        "reviewed_by": lambda: PersonId(UUID(value)) if value else None,
        "summary": lambda: reworded(document.summary, value, language(), new_text),
    }
    return {name: readers[name]()}


def _day(words: str, today: dt.date) -> dt.date | None:
    found = typed_date(words, today)
    if found is not None and found.day is None:
        raise InvalidInput("date-unknown", text=words)
    return None if found is None else found.first_day()


def with_choice(document: MinutesDocument, fields: dict[str, object]) -> MinutesDocument:
    """Return a document with some fields changed. Raises InvalidInput."""
    return replace(document, **fields)  # type: ignore[arg-type]  # names of fields with values of their types
