"""What the operator looks at before the room does: a view that is composed, and not on the stage yet.

While "preview first" is on, the switcher and its keys prepare a view instead of showing it; one key
then puts it on the stage. A prepared view follows its records and the clock like the one on show.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.domain.changes import ChangeSet
from facilitator.domain.stage import StageView, Theme
from ui.stage.composing import Composing
from ui.stage.following import shows, view_name

if TYPE_CHECKING:
    from facilitator.services.stage import StageChoice


class Prepared(QObject):
    """The next view, if there is one."""

    changed = Signal()
    """Another view is prepared, or none, or "preview first" was turned on or off."""

    repainted = Signal()
    """The prepared view itself is different now."""

    def __init__(self, composing: Composing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._composing = composing
        self._first = False
        self._choice: StageChoice | None = None
        self._view: StageView | None = None

    @property
    def first(self) -> bool:
        """Whether a view is prepared before the room sees it."""
        return self._first

    @property
    def view(self) -> StageView | None:
        """The prepared view; None while there is none."""
        return self._view

    @property
    def key(self) -> str:
        """Key of the prepared view; empty while there is none."""
        return self._choice.view if self._choice else ""

    def label(self) -> str:
        """Return the name of the prepared view in the screen's language; empty while there is none."""
        return view_name(self.key) if self._choice else ""

    def set_first(self, on: bool) -> None:
        """Prepare views before they are shown, or show them at once; then nothing stays prepared."""
        if on != self._first:
            self._first = on
            if not on:
                self._choice = self._view = None
            self.changed.emit()

    def prepare(self, choice: "StageChoice") -> None:
        """Compose a view for the operator alone."""
        self._choice, self._view = choice, self._composing.view(choice)
        self.changed.emit()

    def taken(self) -> "StageChoice | None":
        """Return what was prepared, and prepare nothing any more."""
        choice = self._choice
        self.drop()
        return choice

    def drop(self) -> None:
        """Prepare nothing any more."""
        if self._choice is not None:
            self._choice = self._view = None
            self.changed.emit()

    def themed(self, theme: Theme) -> None:
        """Follow the light of the room."""
        if self._choice is not None:
            self._choice = replace(self._choice, theme=theme)
            self._put(self._composing.view(self._choice))

    def follow(self, changes: ChangeSet) -> None:
        """Compose the prepared view anew when it is made from what changed."""
        if self._choice is not None and shows(self._choice.view, changes):
            self._put(self._composing.view(self._choice))

    def tick(self) -> None:
        """Put the clock's new face on the prepared view."""
        if self._choice is not None and self._view is not None:
            self._put(self._composing.ticked(self._choice, self._view))

    def _put(self, view: StageView) -> None:
        if view != self._view:
            self._view = view
            self.repainted.emit()
