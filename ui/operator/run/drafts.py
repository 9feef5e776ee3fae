"""Keeps what is half typed, within a second, so that a power cut takes no more than that."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from ui.runtime.desk import Desk

KEEP_MS: Final = 750
"""With the writing itself that stays within the second that may be lost."""
PLACE: Final = "capture"


class DraftKeeper(QObject):
    """The half-typed card of the capture bar."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._text = self._kept = ""
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

    def found(self) -> str:
        """Return what was half typed when the program last ended, for the workshop on the desk."""
        mine = [
            draft.text
            for draft in self._desk.drafts
            if draft.place == PLACE and draft.workshop == self._desk.workshop_id and draft.text.strip()
        ]
        self._kept = mine[-1] if mine else ""
        return self._kept

    def stop(self) -> None:
        """Keep what is there now and wait for no more."""
        if self._timer.isActive():
            self._timer.stop()
            self._keep()

    @Slot()
    def _keep(self) -> None:
        if self._text == self._kept or not self._desk.ready:
            return
        from facilitator import bootstrap  # noqa: PLC0415 - behind the first paint, with the database

        self._kept = self._text
        draft = bootstrap.Draft(PLACE, self._text, self._desk.workshop_id)  # type: ignore[attr-defined]  # handed on
        self._desk.keep_draft(draft)
