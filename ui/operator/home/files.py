"""Opens workshop files and saves workshops to files, in the background, telling what happened."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from facilitator.domain.agenda import Session
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.ids import WorkshopId
from facilitator.i18n import _, language, ngettext
from ui.operator.home.file_news import FileNews
from ui.runtime.desk import Desk
from ui.widgets.file_choice import FileChoice

if TYPE_CHECKING:
    from facilitator.bootstrap import Workspace
    from facilitator.interchange.problems import Problem

MOST_LINES = 200
"""Problems listed on the page; the rest is counted."""


class WorkshopFiles(QObject):
    """Import, export and the example."""

    brought = Signal(object)
    """The WorkshopId that a file brought, to be opened."""

    def __init__(self, desk: Desk, news: FileNews, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk = desk
        self._news = news
        self.choice = FileChoice(owner)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._folder = Path(documents or Path.home())

    def open_example(self) -> None:
        """Store the example unless it is there, and open it."""

        def answered(found: object) -> None:
            self.brought.emit(found)

        self._desk.ask(lambda workspace: workspace.exchange.import_example(), answered, self._refused_example)

    def ask_for_file(self) -> None:
        """Let a person choose a file, and open it."""
        kinds = _("Workshop files (*.json *.pdf);;All files (*)")
        self.choice.ask("open", _("Open a file"), self._folder, self.open_file, kinds=kinds)

    def open_file(self, path: Path) -> None:
        """Store what a file holds, all or nothing; every problem is listed on the page."""
        self._folder = path.parent
        self._news.tell(_("Opening {file}").format(file=path.name))

        def take_in(workspace: "Workspace") -> tuple[WorkshopId | None, int, Sequence["Problem"]]:
            done = workspace.exchange.import_files([path])
            held = {each.id: len(workspace.records(each.id).where(Session)) for each in done.workshops}
            return (
                max(held, key=lambda each: held[each], default=None),
                sum(done.added.values()),
                done.warnings,
            )

        def answered(result: object) -> None:
            assert isinstance(result, tuple)  # noqa: S101 - what `take_in` returns
            self._told(path, *result)

        def refused(error: FacilitatorError) -> None:
            self._refused(path, error)

        self._desk.ask(take_in, answered, refused)

    def _told(
        self, path: Path, workshop: WorkshopId | None, count: int, warnings: Sequence["Problem"]
    ) -> None:
        words = ngettext(
            "{file} is open: {count} record was added.", "{file} is open: {count} records were added.", count
        )
        self._news.tell(words.format(file=path.name, count=count), _lines(warnings))
        if workshop is not None:
            self.brought.emit(workshop)

    def _refused(self, path: Path, error: FacilitatorError) -> None:
        from facilitator.interchange.problems import Refused  # noqa: PLC0415 - after the first paint
        from facilitator.messages import sentence  # noqa: PLC0415 - after the first paint

        if not isinstance(error, Refused):
            self._news.tell(sentence(error), wrong=True)
            return
        words = _("{file} was not opened. Nothing was stored.").format(file=path.name)
        self._news.tell(words, _lines(error.problems), wrong=True)

    def _refused_example(self, error: FacilitatorError) -> None:
        from facilitator.messages import sentence  # noqa: PLC0415 - after the first paint

        self._news.tell(sentence(error), wrong=True)

    def ask_where_to_save(self) -> None:
        """Let a person say where, and save the open workshop there."""
        workshop = self._desk.workshop
        if workshop is None:
            return
        from exports.names import safe_name  # noqa: PLC0415 - after the first paint

        name = safe_name(workshop.title.best(language()), otherwise=_("Workshop"), ending="json")
        kinds = _("Workshop files (*.json)")
        self.choice.ask("save", _("Save the workshop"), self._folder / name, self.save, kinds=kinds)

    def save(self, path: Path) -> None:
        """Write the open workshop with everything it needs into a file, whole or not at all."""
        self._folder = path.parent
        workshop = self._desk.workshop_id
        if workshop is None:
            return

        def written(workspace: "Workspace") -> None:
            from exports.files import whole_file  # noqa: PLC0415 - after the first paint

            content = workspace.exchange.export(workshop)
            with whole_file(path) as stream:
                stream.write(content)

        self._desk.ask(
            written,
            lambda _nothing: self._news.tell(_("The workshop is in {file}.").format(file=path)),
            lambda error: self._refused(path, error),
        )


def _lines(problems: Sequence["Problem"]) -> list[str]:
    """Return one line for each problem or warning, where it is and what to do, as many as can be read."""
    from facilitator.messages import sentence_of  # noqa: PLC0415 - after the first paint

    lines = [
        _("{place}: {problem}").format(place=each.place or "/", problem=sentence_of(each.key, each.details))
        for each in problems[:MOST_LINES]
    ]
    if (more := len(problems) - MOST_LINES) > 0:
        lines.append(ngettext("and {count} more", "and {count} more", more).format(count=more))
    return lines
