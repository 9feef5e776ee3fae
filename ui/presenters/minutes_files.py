"""How the Minutes page names files and folders, and what it says of the last export."""

import datetime as dt
from collections.abc import Sequence
from pathlib import PurePath
from typing import Final

from exports import names
from exports.names import edition_name
from facilitator.domain.cycles import Workshop
from facilitator.domain.documents import MinutesDocument, Paper
from facilitator.domain.places import zone_of
from facilitator.formats import formats
from facilitator.i18n import LANGUAGES, _, language, ngettext, translations
from facilitator.words import word

FORMATS: Final = (("pdf", "PDF"), ("docx", "DOCX"), ("html", "HTML"), ("md", "MD"))
"""What a document is written as: the file's ending, and what people call it."""


def file_name(workshop: Workshop, document: MinutesDocument, ending: str = "pdf") -> str:
    """Return the proposed name, in the document's language: title, kind, for whom, version."""
    spoken = document.language if document.language in LANGUAGES else language()
    t = translations(spoken)
    facts = (word(t, document.kind), spoken, word(t, document.disclosure), document.version)
    return edition_name(workshop.title.best(spoken), facts, otherwise=t.gettext("Minutes"), ending=ending)


def safe_name(words: str, ending: str = "pdf") -> str:
    """Return words as a name that every system takes for a document with that ending."""
    return names.safe_name(words, otherwise=_("Minutes"), ending=ending)


def format_of(name: str) -> str | None:
    """Return the ending of a name where it is that of a format."""
    ending = name.strip().rpartition(".")[2].casefold()
    return ending if "." in name and ending in dict(FORMATS) else None


def ended(name: str, ending: str) -> str:
    """Return a document's name with another ending."""
    known = format_of(name)
    return f"{name[: -len(known) - 1] if known else name}.{ending}"


def everything_name(workshop: Workshop) -> str:
    """Return the proposed name of the folder for every document of a workshop."""
    spoken = workshop.language if workshop.language in LANGUAGES else language()
    otherwise = translations(spoken).gettext("Minutes")
    return edition_name(workshop.title.best(spoken), (), otherwise=otherwise).removesuffix(".pdf")


def folder_words(folder: PurePath, home: PurePath) -> str:
    """Return a folder as people read it: "Documents / Facilitator" when it is their own."""
    own = folder.is_relative_to(home) and folder != home
    parts = folder.relative_to(home).parts if own else folder.parts
    return " / ".join(part for part in parts if part.strip("/\\")) or str(folder)


def last_export(at: dt.datetime, pages: int, workshop: Workshop, now: dt.datetime) -> str:
    """Return "Last export today 16:20, 17 pages", without pages where it has none. Both are instants."""
    zone = zone_of(workshop)
    then, today = at.astimezone(zone), now.astimezone(zone).date()
    written = formats(language())
    time = written.time(then)
    if not pages:
        if then.date() == today:
            return _("Last export today {time}").format(time=time)
        return _("Last export {day} {time}").format(day=written.short_day(then.date()), time=time)
    if then.date() == today:
        words = ngettext("Last export today {time}, {n} page", "Last export today {time}, {n} pages", pages)
        return words.format(time=time, n=pages)
    words = ngettext("Last export {day} {time}, {n} page", "Last export {day} {time}, {n} pages", pages)
    return words.format(day=written.short_day(then.date()), time=time, n=pages)


def wrote(name: str, pages: int) -> str:
    """Return that a file was written, and with how many pages where it has any."""
    if not pages:
        return _("Wrote {name}").format(name=name)
    words = ngettext("Wrote {n} page: {name}", "Wrote {n} pages: {name}", pages)
    return words.format(name=name, n=pages)


def wrote_all(name: str, count: int, empty: Sequence[str] = ()) -> str:
    """Return that a folder was filled, and which documents are not in it because they would be empty."""
    words = ngettext("Wrote {n} file into {name}", "Wrote {n} files into {name}", count)
    words = words.format(n=count, name=name)
    if not empty:
        return words
    listed = formats(language()).listing(empty)
    return _("{done}. Nothing is recorded for: {documents}").format(done=words, documents=listed)


def step(ending: str, done: int, total: int) -> str:
    """Return how far an export is: in pages, in parts of what has none, in files where there is no ending."""
    if ending == "pdf":
        return _("Writing page {page} of {pages}").format(page=done, pages=total)
    if ending:
        return _("Writing part {part} of {parts}").format(part=done, parts=total)
    return _("Writing file {file} of {files}").format(file=done, files=total)


def context(workshop: Workshop | None, pages: int, paper: Paper) -> str:
    """Return what the header says below the title: the workshop, its pages and their size."""
    if workshop is None:
        return ""
    title = " ".join(workshop.title.best(language()).split())
    if not pages:
        return title
    words = ngettext("{title}. {n} page, {paper}", "{title}. {n} pages, {paper}", pages)
    return words.format(title=title, n=pages, paper=word(translations(language()), paper))
