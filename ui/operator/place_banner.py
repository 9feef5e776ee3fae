"""Says on the window that the database's file is gone from its place, and that it is back."""

from typing import Final

from PySide6.QtCore import QObject

from facilitator.i18n import _
from ui.operator.shell.banner import Notice
from ui.operator.shell.window import OperatorWindow
from ui.runtime.desk import Desk
from ui.widgets.announce import announce

GONE: Final = "database-gone"
"""The banner's cause: the key of the error that every change meets meanwhile."""


class PlaceBanner(QObject):
    """One banner, said once; it goes when the file is back."""

    def __init__(self, window: OperatorWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk

    def tell(self, *, there: bool) -> None:
        """Say that the file is gone, what is safe and what to do; or that it is back."""
        if there:
            self._window.banners.close_cause(GONE)
            announce(self._window, _("The database is back. Everything is stored again."))
            return
        sentence = _(
            "{database} was moved or deleted. What you type stays here, but nothing can be stored until "
            "the file is back in its place. Save the workshop to another file to be safe."
        )
        save = (_("Save to a file"), self._save)
        notice = Notice(
            sentence.format(database=self._desk.place),
            GONE,
            lead=_("The database is gone."),
            actions=(save,) if self._desk.workshop is not None else (),
        )
        self._window.banners.show_notice(notice)

    def _save(self) -> None:
        """Ask on Home where to; what is open can still be read."""
        from ui.operator.pages.home import HomePage  # noqa: PLC0415 - it was imported to be shown

        self._window.show_page("home")
        page = self._window.current_page
        if isinstance(page, HomePage):
            page.files.ask_where_to_save()
