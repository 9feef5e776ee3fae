"""How the Minutes page names files and folders, and what it says of the last export."""

import datetime as dt
from pathlib import PurePath

from exports import names
from exports.names import edition_name
from facilitator.domain.cycles import Workshop
from facilitator.domain.documents import MinutesDocument, Paper
from facilitator.domain.places import zone_of
from facilitator.formats import formats
from facilitator.i18n import LANGUAGES, _, language, ngettext, translations
from facilitator.words import word


def file_name(workshop: Workshop, document: MinutesDocument, ending: str = "pdf") -> str:
    """Return the proposed name, in the document's language: title, kind, for whom, version."""
    spoken = document.language if document.language in LANGUAGES else language()
    t = translations(spoken)
    facts = (word(t, document.kind), spoken, word(t, document.disclosure), document.version)
    return edition_name(workshop.title.best(spoken), facts, otherwise=t.gettext("Minutes"), ending=ending)


def safe_name(words: str, ending: str = "pdf") -> str:
    """Return words as a name that every system takes for a document with that ending."""
    return names.safe_name(words, otherwise=_("Minutes"), ending=ending)


def folder_words(folder: PurePath, home: PurePath) -> str:
    """Return a folder as people read it: "Documents / Facilitator" when it is their own."""
    own = folder.is_relative_to(home) and folder != home
    parts = folder.relative_to(home).parts if own else folder.parts
    return " / ".join(part for part in parts if part.strip("/\\")) or str(folder)


def last_export(at: dt.datetime, pages: int, workshop: Workshop, now: dt.datetime) -> str:
    """Return "Last export today 16:20, 17 pages". Both moments are instants."""
    zone = zone_of(workshop)
    then, today = at.astimezone(zone), now.astimezone(zone).date()
    written = formats(language())
    time = written.time(then)
    if then.date() == today:
        words = ngettext("Last export today {time}, {n} page", "Last export today {time}, {n} pages", pages)
        return words.format(time=time, n=pages)
    words = ngettext("Last export {day} {time}, {n} page", "Last export {day} {time}, {n} pages", pages)
    return words.format(day=written.short_day(then.date()), time=time, n=pages)


def wrote(name: str, pages: int) -> str:
    """Return that a file was written."""
    words = ngettext("Wrote {n} page: {name}", "Wrote {n} pages: {name}", pages)
    return words.format(name=name, n=pages)


def context(workshop: Workshop | None, pages: int, paper: Paper) -> str:
    """Return what the header says below the title: the workshop, its pages and their size."""
    if workshop is None:
        return ""
    title = " ".join(workshop.title.best(language()).split())
    if not pages:
        return title
    words = ngettext("{title}. {n} page, {paper}", "{title}. {n} pages, {paper}", pages)
    return words.format(title=title, n=pages, paper=word(translations(language()), paper))
