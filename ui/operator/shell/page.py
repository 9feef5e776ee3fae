"""What every page of the operator window is: a widget that tells the header what to say."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QAction


class Page(QWidget):
    """One page of the operator window, built at its first visit.

    A page sets `key`, says `title` and `context`, and emits `header_changed` when either or its
    actions change. Texts are set in `retranslate`, which the window calls once after building the
    page and again whenever the language changes.
    """

    key = ""
    header_changed = Signal()

    page_wanted = Signal(str)
    """A person asked, here, for the page with this key: a link to it was followed."""

    record_wanted = Signal(str, object, str)
    """The same, for one record on that page: the page's key, the record's, and a field of it or nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def title(self) -> str:
        """Return what the header says in its first line."""
        return ""

    def context(self) -> str:
        """Return what the header says in its second line: one line about where one is."""
        return ""

    def header_actions(self) -> "Sequence[QAction]":
        """Return at most two actions for the header; make them with `ui.widgets.buttons.page_action`."""
        return ()

    def retranslate(self) -> None:
        """Set every text of the page in the screen's language."""

    def activated(self) -> None:
        """Follow that the page is shown now: refresh what may be stale, put the focus where work begins."""

    def show_record(self, record: "UUID", field: str = "") -> None:
        """Choose a record, bring it into sight and put the focus on it, on that field where it has one."""

    def is_idle(self) -> bool:
        """Return whether nobody has begun anything here, so that another page may take its place."""
        return True

    def set_compact(self, *, compact: bool) -> None:
        """Follow the window into its compact layout or back; `theme.metrics` has the measures."""

    def regions(self) -> Sequence[QWidget]:
        """Return the parts that F6 goes through, in order; by default the page is one."""
        return (self,)

    def undo_area(self) -> QRect:
        """Return where the undo bar may lie, at the foot of this rectangle of the page.

        A page with something that must not be covered, such as the capture bar, returns another part.
        """
        return self.rect()
