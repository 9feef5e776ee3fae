"""Keeps what is half typed, within a second, so that a power cut takes no more than that."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from facilitator.domain.drafts import Draft
from ui.runtime.desk import Desk

KEEP_MS: Final = 750
"""With the writing itself that stays within the second that may be lost."""
PLACE: Final = "capture"
ABOUT: Final = "capture.about"
"""What is known of the half-typed card besides its words: kind, who, the stored card that it changes."""


class DraftKeeper(QObject):
    """The half-typed card of the capture bar. `about` tells the rest of it when it is kept."""

    def __init__(self, desk: Desk, about: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._about = about
        self._text = self._kept = self._kept_about = ""
        self._timer = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._timer.timeout.connect(self._keep)

    def typed(self, text: str) -> None:
        """Follow the text; it is kept within a second."""
        self._text = text
        if text != self._kept and not self._timer.isActive():
            self._timer.start()

    def stored(self) -> None:
        """Forget at once what was kept: it is stored as a card now and must not be offered again."""
        if self._kept:
            self._text = ""
            self._keep()

    def found(self) -> tuple[str, str]:
        """Return what was half typed when the program last ended, and about it; empty for nothing.

        What came onto the disk as a card in the moment before that is not half typed any more.
        """
        mine = {each.place: each for each in self._desk.drafts if each.workshop == self._desk.workshop_id}
        draft, about = mine.get(PLACE), mine.get(ABOUT)
        self._kept, self._kept_about = (draft.text if draft else ""), (about.text if about else "")
        if draft is None:
            return "", ""
        from ui.presenters.drafts import still_half_typed  # noqa: PLC0415 - hardly ever is there something

        words, rest = still_half_typed(self._desk.records, draft, self._kept_about)
        if not words:
            self.stored()
        return words, rest

    def stop(self) -> None:
        """Keep what is there now and wait for no more."""
        if self._timer.isActive():
            self._timer.stop()
            self._keep()

    @Slot()
    def _keep(self) -> None:
        if not self._desk.ready:
            return
        about = self._about() if self._text else ""
        if self._text != self._kept:
            self._desk.keep_draft(Draft(PLACE, self._text, self._desk.workshop_id))
        if about != self._kept_about:
            self._desk.keep_draft(Draft(ABOUT, about, self._desk.workshop_id))
        self._kept, self._kept_about = self._text, about
