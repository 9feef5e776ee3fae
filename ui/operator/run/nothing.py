"""What the Run page says while there is nothing to run, and where it leads then."""

from PySide6.QtCore import Signal, Slot

from facilitator.i18n import _
from ui.runtime.desk import Desk
from ui.theme.theme import Theme
from ui.widgets.empty_state import EmptyState


class NothingToRun(EmptyState):
    """No workshop is open, or it has no sessions yet."""

    page_wanted = Signal(str)

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(theme)
        self._desk = desk
        self.acted.connect(self._go)

    def say(self) -> None:
        """Say which of the two it is, in the screen's language."""
        if self._desk.ready and self._desk.workshop is None:
            sentence, action = _("Open a workshop on Home, or make a new one."), _("Go to Home")
            self.set_words(_("No workshop is open"), sentence, action)
        else:
            sentence = _("Add the sessions of the workshop on the Agenda page; then run them here.")
            self.set_words(_("No agenda yet"), sentence, _("Open the agenda"))

    @Slot()
    def _go(self) -> None:
        self.page_wanted.emit("home" if self._desk.workshop is None else "agenda")
