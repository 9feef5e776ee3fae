"""Keeps what is half typed, within a second, so that a power cut takes no more than that.

Each keeper writes at a place of its own. What an earlier run of the program left there, or was left when
another workshop was opened, is never written over: it stays on disk until somebody decides about it.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from facilitator.domain.drafts import Draft
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import unordered_id
from facilitator.domain.records import Records
from ui.runtime.desk import Desk

KEEP_MS: Final = 750
"""With the writing itself that stays within the second that may be lost."""
PLACE: Final = "capture"

Check = Callable[[Records, Draft, str], tuple[str, str]]
"""Tells of a draft, and of the line about it, what is still half typed, and what is known about that."""


@dataclass(frozen=True, slots=True)
class Left:
    """Words that were left half typed: where they are kept, and the line about them."""

    place: str
    words: str
    about: str


class DraftKeeper(QObject):
    """What is half typed in one field: in the capture bar unless told.

    `about` tells the rest when it is kept: of a card its kind, who said it, the stored one that it changes.
    Whoever has a keeper calls `let_go` when the workshop leaves the desk.
    """

    def __init__(
        self, desk: Desk, about: Callable[[], str], parent: QObject | None = None, field: str = PLACE
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._about = about
        self._field = field
        self._timer = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._timer.timeout.connect(self.keep)
        self._begin()

    def _begin(self) -> None:
        self._place = f"{self._field}/{unordered_id()}"
        self.text = self._kept = self._kept_about = ""

    def typed(self, text: str) -> None:
        """Follow the text; it is kept within a second."""
        self.text = text
        if text != self._kept and not self._timer.isActive():
            self._timer.start()

    def stored(self) -> None:
        """Forget at once what was kept: it is stored as a record now and must not be offered again."""
        if self._kept:
            self.text = ""
            self.keep()

    @Slot()
    def keep(self) -> None:
        """Keep at once what is there now; before the records are there it waits."""
        self._timer.stop()
        if not self._desk.ready:
            return
        about = self._about() if self.text else ""
        if self.text != self._kept:
            self._put(self._place, self.text)
        if about != self._kept_about:
            self._put(_beside(self._place), about)
        self._kept, self._kept_about = self.text, about

    def let_go(self) -> None:
        """Keep what is there now, to be offered another time; what is typed from now on is something else."""
        self.keep()
        self._begin()

    def found(self, check: Check | None = None) -> list[Left]:
        """Return what was left half typed in the workshop on the desk, the oldest first.

        What came onto the disk as a record in the moment before that is not half typed any more, and is
        forgotten: `check` knows, which is for the cards of the capture bar unless told.
        """
        kept = {each.place: each for each in self._desk.drafts if each.workshop == self._desk.workshop_id}
        mine = [each for each in kept.values() if each.place.partition("/")[0] == self._field]
        found = [self._left(each, kept, check) for each in mine if each.place != self._place]
        for each in found:
            if not each.words:
                self.forget(each)
        return [each for each in found if each.words]

    def _left(self, draft: Draft, kept: dict[str, Draft], check: Check | None) -> Left:
        from ui.presenters.drafts import still_half_typed  # noqa: PLC0415 - hardly ever is there something

        beside = kept.get(_beside(draft.place))
        about = beside.text if beside else ""
        return Left(draft.place, *(check or still_half_typed)(self._desk.records, draft, about))

    def forget(self, left: Left) -> None:
        """Offer it never again: somebody went on with it, or wants it no more."""
        self._put(left.place, "")
        self._put(_beside(left.place), "")

    def _put(self, place: str, text: str) -> None:
        self._desk.keep_draft(Draft(place, text, self._desk.workshop_id))


def _beside(place: str) -> str:
    """Return where the line about the words at a place is kept."""
    field, mark, own = place.partition("/")
    return f"{field}.about{mark}{own}"
