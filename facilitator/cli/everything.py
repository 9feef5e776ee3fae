"""The command that fills a folder: every document in every edition and format, and the data beside them."""

import json
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.cli.document_commands import PICTURES, TABLES
from facilitator.cli.documents import register, tell_gaps
from facilitator.cli.editions import Source, kind_of, read_source
from facilitator.cli.ending import ending_well
from facilitator.cli.exporting import write_data
from facilitator.cli.output import Progress, progress_bar, say, warn
from facilitator.domain.documents import Disclosure, DocumentKind, MinutesDocument
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import WorkshopId
from facilitator.domain.minutes import Minutes
from facilitator.domain.records import Records
from facilitator.i18n import LANGUAGES, _, ngettext, translations
from facilitator.i18n import language as screen_language
from facilitator.messages import one_line, sentence
from facilitator.words import word

if TYPE_CHECKING:
    from uuid import UUID

    from ui.runtime.drawings import Drawing

Job = Callable[[], object]
"""Writes one file; False where there was nothing to write."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EverythingOrder:
    """Whose documents, where to; an empty choice means all there is."""

    workshop: str
    output: Path
    languages: tuple[str, ...]
    disclosures: tuple[str, ...]
    formats: tuple[str, ...]
    kinds: tuple[str, ...]
    paper: str
    by_line: bool


def export_everything(target: str, order: EverythingOrder) -> int:
    """Fill the folder and say so. Raises NotFound, CannotOpen, CannotWrite.

    Documents in which nothing would be recorded are left out, and named. By line, another program is told
    `part N of M` after each file; at the end `empty WORDS` for each kind left out, `files N` and `done PATH`,
    or `details {...}` and `error KEY`.
    """
    if order.by_line:
        return _filled_by_line(target, order)
    with progress_bar(_("Writing everything")) as progress, ending_well():
        plan = _filled(target, order, progress, say_gaps=tell_gaps)
    words = ngettext("Wrote {count} file: {path}", "Wrote {count} files: {path}", plan.written)
    say(one_line(words.format(count=plan.written, path=order.output)))
    if plan.empty:
        words = _("Left out, because nothing is recorded for them: {documents}")
        warn(one_line(words.format(documents=", ".join(plan.empty))))
    return 0


def _filled_by_line(target: str, order: EverythingOrder) -> int:
    try:
        with ending_well():
            plan = _filled(target, order, lambda done, total: say(f"part {done} of {total}"))
    except FacilitatorError as error:
        warn(sentence(error))
        say(f"details {json.dumps(error.details, default=str)}")
        say(f"error {error.key}")
        return 1
    for words in plan.empty:
        say(f"empty {one_line(words)}")
    say(f"files {plan.written}")
    say(f"done {order.output}")
    return 0


def _filled(
    target: str,
    order: EverythingOrder,
    progress: Progress | None,
    *,
    say_gaps: Callable[[Records, WorkshopId], None] | None = None,
) -> "_Plan":
    from exports.folders import whole_folder  # noqa: PLC0415 - only when needed

    source = read_source(target, order.workshop, order.output, carrying=True)
    if say_gaps is not None:
        say_gaps(source.records, source.workshop.id)
    with whole_folder(order.output) as folder:
        plan = _Plan(source, order, folder)
        jobs = [*plan.jobs()]
        for done, job in enumerate(jobs, start=1):
            plan.written += job() is not False
            if progress is not None:
                progress(done, len(jobs))
    if plan.issued:
        register(target, plan.issued)
    return plan


class _Plan:
    """Every file to write: a folder for each level of disclosure, in it each document and the data."""

    def __init__(self, source: Source, order: EverythingOrder, folder: Path) -> None:
        self._source = source
        self._order = order
        self._folder = folder
        self.issued: list[tuple[UUID, str]] = []
        """Documents that were final, with the hash of each file."""
        self.written = 0
        self.empty: dict[str, None] = {}
        """What was left out because nothing is recorded for it, in the screen's language."""
        self._stored = source.records.where(MinutesDocument, workshop=source.workshop.id)
        self._edition = lru_cache(maxsize=1)(source.edition)  # the files of one edition follow each other
        self._carried = lru_cache(maxsize=1)(source.carried)  # and those of one level too

    def jobs(self) -> Iterator[Job]:
        """Give what is to be done, file by file."""
        for name in self._order.disclosures or tuple(Disclosure):
            disclosure = Disclosure(name)
            for language in self._languages():
                for kind in self._order.kinds:
                    yield from self._documents(kind_of(kind), disclosure, language)
            yield from self._data(disclosure)
            yield from self._pictures(disclosure)

    def _languages(self) -> tuple[str, ...]:
        """Return the languages asked for, else the workshop's and those of its stored documents."""
        stored = (each.language for each in self._stored if each.language in LANGUAGES)
        return tuple(dict.fromkeys(self._order.languages or (self._source.language, *stored)))

    def _documents(self, kind: DocumentKind, disclosure: Disclosure, language: str) -> Iterator[Job]:
        from exports.registry import FORMATS  # noqa: PLC0415 - only when needed

        stored = self._stored_one(kind, disclosure, language)
        version = stored.version if stored else ""
        for name in FORMATS:
            if self._wants(name):
                path = self._path(disclosure, language, (word(translations(language), kind), version), name)
                document = stored.id if stored else None
                minutes = partial(self._edition, kind, disclosure, language, document)
                carried = partial(self._carried, disclosure)
                yield partial(self._write, minutes, path, name, carried)

    def _stored_one(
        self, kind: DocumentKind, disclosure: Disclosure, language: str
    ) -> MinutesDocument | None:
        """Return the stored document of an edition: the one for the same people, else one of its kind."""
        alike = [each for each in self._stored if (each.kind, each.language) == (kind, language)]
        return next((each for each in alike if each.disclosure is disclosure), alike[0] if alike else None)

    def _write(
        self, minutes: Callable[[], Minutes], path: Path, name: str, carried: Callable[[], bytes | None]
    ) -> bool:
        from exports.recorded import is_recorded  # noqa: PLC0415 - only when needed
        from exports.registry import CARRYING, writer  # noqa: PLC0415 - only when needed

        said = minutes()
        if not is_recorded(said):
            self.empty.setdefault(word(translations(screen_language()), said.kind))
            return False
        report = writer(name, carried() if name in CARRYING else None)(said, path, paper=self._order.paper)
        if report.seal is not None and said.document is not None:
            self.issued.append((said.document, report.seal))
        return True

    def _data(self, disclosure: Disclosure) -> Iterator[Job]:
        """Give the data in the first language."""
        language = self._languages()[0]
        minutes = partial(self._edition, DocumentKind.MEMORIA, disclosure, language, None)
        t = translations(language)
        if self._wants("xlsx"):
            yield self._table(minutes, disclosure, (t.gettext("Data of the workshop"),), "xlsx")
        if self._wants("csv"):
            for table in TABLES:
                yield self._table(
                    minutes, disclosure, (t.gettext("Data of the workshop"), table), "csv", table
                )
        if self._wants("ics"):
            yield self._table(minutes, disclosure, (t.gettext("Calendar"),), "ics")
        if self._wants("json"):
            path = self._path(disclosure, language, (t.gettext("Data of the workshop"),), "json")
            yield partial(_write_interchange, partial(self._carried, disclosure), path)

    def _pictures(self, disclosure: Disclosure) -> Iterator[Job]:
        """Draw every wall, and what the stage shows of what is recorded, in the first language."""
        forms = [name for name in PICTURES if self._wants(name)]
        if not forms:
            return
        from facilitator.cli.picturing import Pictures  # noqa: PLC0415 - Qt

        language = self._languages()[0]
        t = translations(language)
        pictures = Pictures(self._source, disclosure, language)
        found = [((t.gettext("Wall"), number), draw) for number, draw in pictures.all_walls()]
        for view, place, draw in pictures.all_views():
            found.append(((t.gettext("On stage, {view}").format(view=t.gettext(view)), place), draw))
        for facts, draw in found:
            for form in forms:
                yield partial(_draw, draw, self._path(disclosure, language, facts, form), form)

    def _table(
        self,
        minutes: Callable[[], Minutes],
        disclosure: Disclosure,
        facts: tuple[str, ...],
        ending: str,
        table: str = "",
    ) -> Job:
        path = self._path(disclosure, self._languages()[0], facts, ending)
        return partial(_write_table, minutes, path, ending, table)

    def _wants(self, name: str) -> bool:
        return not self._order.formats or name in self._order.formats

    def _path(self, disclosure: Disclosure, language: str, facts: tuple[str, ...], ending: str) -> Path:
        """Return the place of a file; the folder of its level is made when it is first needed."""
        from exports.names import edition_name  # noqa: PLC0415 - only when needed

        t = translations(language)
        home = translations(self._source.language)
        told = (*facts[:1], language, word(t, disclosure), *facts[1:])
        folder = self._folder / word(home, disclosure)
        folder.mkdir(exist_ok=True)
        title = self._source.workshop.title.best(language)
        return folder / edition_name(title, told, otherwise=t.gettext("Minutes"), ending=ending)


def _write_interchange(carried: Callable[[], bytes | None], path: Path) -> None:
    from exports.files import whole_file  # noqa: PLC0415 - only when needed

    with whole_file(path) as stream:
        stream.write(carried() or b"")


def _draw(draw: "Callable[[], Drawing]", path: Path, form: str) -> None:
    from ui.runtime.drawings import write_drawing  # noqa: PLC0415 - Qt

    write_drawing(draw(), path, form)


def _write_table(minutes: Callable[[], Minutes], path: Path, ending: str, table: str) -> None:
    write_data(minutes(), path, ending, table, None)
