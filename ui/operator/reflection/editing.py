"""Every change a person makes to a reflection, as one intention each, evaluated on what is stored."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.ids import ReflectionId
from facilitator.domain.reflections import EffectOn, Evidence, Reflection
from facilitator.i18n import language
from ui.presenters import reflection_rows as rows
from ui.presenters.reflection import new_reflection
from ui.presenters.reflection_fields import Tongue, changed
from ui.presenters.reflection_rows import EffectLine, EvidenceLine, Side
from ui.runtime.desk import Desk

Change = Callable[[Reflection], Reflection]


class ReflectionEditing(QObject):
    """Asks the desk for changes; `refused` and `accepted` say what became of a field."""

    refused = Signal(str, object)
    """Name of the field, empty for a row, and the FacilitatorError."""

    accepted = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def _tongue(self) -> Tongue:
        return Tongue(language(), self._desk.language)

    def _edit(self, key: ReflectionId, name: str, change: Change) -> None:
        self._desk.perform(
            lambda workspace: workspace.reflecting.edit(key, change),
            done=lambda _changes: self.accepted.emit(name),
            refused=lambda error: self.refused.emit(name, error),
        )

    def begin(self, key: ReflectionId, action: str) -> None:
        """Store a new reflection whose action was written."""
        workshop = self._desk.workshop_id
        if workshop is None:
            return
        try:
            made = new_reflection(self._desk.records, workshop, key, self._desk.text(action))
        except FacilitatorError as error:
            self.refused.emit("action", error)
            return
        self._desk.perform(
            lambda workspace: workspace.reflecting.begin(made),
            done=lambda _changes: self.accepted.emit("action"),
            refused=lambda error: self.refused.emit("action", error),
        )

    def field(self, key: ReflectionId, name: str, typed: str) -> None:
        """Store what a field was left with."""
        self._edit(key, name, partial(_changed, name, typed, self._tongue()))

    def add_evidence(self, key: ReflectionId, side: Side, words: str) -> None:
        """Add what was seen, in words."""
        try:
            evidence = Evidence(self._desk.text(words))
        except FacilitatorError as error:
            self.refused.emit("", error)
            return
        self._edit(key, "", lambda newest: rows.add_evidence(newest, side, evidence))

    def link_evidence(self, key: ReflectionId, side: Side, ref: UUID) -> None:
        """Link a card or an indicator to a side."""
        self._edit(key, "", lambda newest: rows.add_evidence(newest, side, Evidence(ref=ref)))

    def edit_evidence(self, key: ReflectionId, line: EvidenceLine, name: str, typed: str) -> None:
        """Store text, source or link of one observation."""
        tongue = self._tongue()
        self._edit(key, "", lambda newest: rows.edit_evidence(newest, line, name, typed, tongue))

    def remove_evidence(self, key: ReflectionId, line: EvidenceLine) -> None:
        """Take one piece of evidence away."""
        self._edit(key, "", lambda newest: rows.remove_evidence(newest, line))

    def add_effect(self, key: ReflectionId, on: str) -> None:
        """Add something that changes."""
        self._edit(key, "", lambda newest: rows.add_effect(newest, EffectOn(on)))

    def edit_effect(self, key: ReflectionId, line: EffectLine, name: str, typed: str) -> None:
        """Store target, text or link of something that changes."""
        tongue = self._tongue()
        self._edit(key, "", lambda newest: rows.edit_effect(newest, line, name, typed, tongue))

    def remove_effect(self, key: ReflectionId, line: EffectLine) -> None:
        """Take something that changes away."""
        self._edit(key, "", lambda newest: rows.remove_effect(newest, line))

    def to_work_plan(self, key: ReflectionId, refused: Callable[[FacilitatorError], None]) -> None:
        """Make the correction a work-plan item, once."""
        self._desk.perform(
            lambda workspace: workspace.reflecting.correction_to_work_plan(key), refused=refused
        )

    def delete(self, key: ReflectionId, done: Callable[[ChangeSet], None] | None = None) -> None:
        """Delete a reflection; it can be undone."""
        self._desk.perform(lambda workspace: workspace.books.delete(Reflection, key), done=done)


def _changed(name: str, typed: str, tongue: Tongue, newest: Reflection) -> Reflection:
    return changed(newest, name, typed, tongue)
