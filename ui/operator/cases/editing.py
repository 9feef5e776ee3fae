"""What a person changes on the Cases page, asked of the desk: one intention, one change."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.ids import IterationId, TheoryId
from facilitator.domain.prototypes import Hypothesis
from facilitator.messages import sentence
from ui.presenters.cases_tables import Add, Change, Remove
from ui.runtime.desk import Desk, Task

if TYPE_CHECKING:
    from facilitator.bootstrap import Workspace
    from ui.presenters.cases import Casebook

Say = Callable[[str], None]
"""Says at the place of a change what was refused; an empty sentence when it was not."""


class CaseEditing(QObject):
    """Has changes made and tells their place how it went."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.book: Casebook | None = None

    def perform(self, task: Task, say: Say | None = None) -> None:
        """Have something done; without a place of its own the window says what was refused."""
        if say is None:
            self.desk.perform(task)
            return
        self.desk.perform(task, done=lambda _changes: say(""), refused=lambda error: say(sentence(error)))

    def make(self, change: Change | None, say: Say | None = None) -> None:
        """Have a change made; None changes nothing."""
        if change is not None:
            self.perform(partial(_apply, change), say)

    def attempt(self, change: Callable[[], Change | None], say: Say) -> None:
        """Make a change that may be refused before anything is asked of the desk."""
        try:
            found = change()
        except FacilitatorError as error:
            say(sentence(error))
            return
        if found is None:
            say("")
        self.make(found, say)

    # What takes more than one record

    def next_iteration(self, key: IterationId, say: Say) -> None:
        """Begin the next round of the open case's prototype."""
        book = self.book
        if book is not None and book.case is not None:
            case, today = book.case.id, book.today
            self.perform(lambda work: work.prototyping.next_iteration(case, key, today), say)

    def new_version(self, kind: str, old: UUID, key: UUID, say: Say) -> None:
        """Begin the next version of a "canvas", a "map" or a "theory"."""
        book = self.book
        if book is None:
            return
        today = book.today

        def task(work: "Workspace") -> ChangeSet:
            match kind:
                case "canvas":
                    return work.prototyping.new_canvas_version(old, key, today)
                case "map":
                    return work.prototyping.new_map_version(old, key, today)
                case _:
                    return work.prototyping.new_theory_version(TheoryId(old), TheoryId(key), today)

        self.perform(task, say)


def _apply(change: Change, work: "Workspace") -> ChangeSet:
    match change:
        case Add(record=Hypothesis() as hypothesis):
            return work.prototyping.add_hypothesis(hypothesis)
        case Add(record=record):
            return work.books.add(record)
        case Remove(kind=kind, key=key):
            return work.books.delete(kind, key)
        case _:
            return work.prototyping.revise(change.kind, change.key, change.change)
