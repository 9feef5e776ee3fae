"""Asks before a person is forgotten for good: one of the few dialogs, because it cannot be undone."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.domain.people import Person
from facilitator.i18n import _, ngettext
from ui.theme.theme import Theme
from ui.widgets.dialog import Dialog

if TYPE_CHECKING:
    from facilitator.domain.ids import PersonId


class Forgetting(QObject):
    """Lays the dialog over the window of a page."""

    confirmed = Signal(object)
    """PersonId of who is to be forgotten."""

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self._page = page
        self._person: PersonId | None = None
        self.dialog: Dialog | None = None

    def ask(self, person: Person, cards: int) -> None:
        """Ask whether a person, who wrote so many cards, is to be forgotten."""
        if self.dialog is None:
            self.dialog = Dialog(self._theme, self._page.window())
            self.dialog.confirmed.connect(self._confirm)
        self._person = person.id
        stays = ngettext("The {n} card stays, without a name.", "The {n} cards stay, without a name.", cards)
        kept = _("Attendance, sex and age stay counted.")
        end = _("Name and contact go for good, also from the history. This cannot be undone.")
        sentences = (stays.format(n=cards), kept, end) if cards else (kept, end)
        self.dialog.ask(
            _("Delete the personal data of {name}?").format(name=person.full_name),
            " ".join(sentences),
            safe=_("Keep"),
            confirm=_("Delete data"),
        )

    def _confirm(self) -> None:
        if self._person is not None:
            self.confirmed.emit(self._person)
