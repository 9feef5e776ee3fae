"""Keeps what is half typed, within a second, so that a power cut takes no more than that."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from facilitator.domain.drafts import Draft
from facilitator.domain.records import Records
from ui.runtime.desk import Desk

KEEP_MS: Final = 750
"""With the writing itself that stays within the second that may be lost."""
PLACE: Final = "capture"

Check = Callable[[Records, Draft, str], tuple[str, str]]
"""Tells of a draft, and of the line about it, what is still half typed, and what is known about that."""


class DraftKeeper(QObject):
    """What is half typed at one place: in the capture bar unless told.

    `about` tells the rest when it is kept: of a card its kind, who said it, the stored one that it changes.
    """

    def __init__(
        self, desk: Desk, about: Callable[[], str], parent: QObject | None = None, place: str = PLACE
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._about = about
        self._place, self._beside = place, f"{place}.about"
        self._text = self._kept = self._kept_about = ""
        self._timer = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._timer.timeout.connect(self._keep)

    def typed(self, text: str) -> None:
        """Follow the text; it is kept within a second."""
        self._text = text
        if text != self._kept and not self._timer.isActive():
            self._timer.start()

    def stored(self) -> None:
        """Forget at once what was kept: it is stored as a record now and must not be offered again."""
        if self._kept:
            self._text = ""
            self._keep()

    def found(self, check: Check | None = None) -> tuple[str, str]:
        """Return what was half typed when the program last ended, and about it; empty for nothing.

        What came onto the disk as a record in the moment before that is not half typed any more: `check`
        knows, which is for the cards of the capture bar unless told.
        """
        mine = {each.place: each for each in self._desk.drafts if each.workshop == self._desk.workshop_id}
        draft, about = mine.get(self._place), mine.get(self._beside)
        self._kept, self._kept_about = (draft.text if draft else ""), (about.text if about else "")
        if draft is None:
            return "", ""
        from ui.presenters.drafts import still_half_typed  # noqa: PLC0415 - hardly ever is there something

        words, rest = (check or still_half_typed)(self._desk.records, draft, self._kept_about)
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
            self._desk.keep_draft(Draft(self._place, self._text, self._desk.workshop_id))
        if about != self._kept_about:
            self._desk.keep_draft(Draft(self._beside, about, self._desk.workshop_id))
        self._kept, self._kept_about = self._text, about
