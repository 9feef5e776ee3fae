"""What was just set aside, agreed or noted, said below the capture bar with the way to it."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.domain.cards import Card
from facilitator.domain.changes import ChangeSet, Origin
from facilitator.domain.notes import Agreement, Note, ParkingItem
from facilitator.i18n import _, language
from ui.operator.run.offer import quoted
from ui.presenters.capture import TARGET_ICONS, TARGET_WORDS, Target
from ui.runtime.desk import Desk
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.icon import IconLabel
from ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from uuid import UUID

_TARGETS: Final[dict[type, Target]] = {
    ParkingItem: Target.PARKING_LOT,
    Agreement: Target.AGREEMENT,
    Note: Target.NOTE,
}

Noted = ParkingItem | Agreement | Note


class NotedLine(QWidget):
    """One line: what kind, how many of it by now, its words. It goes with the next card."""

    record_wanted = Signal(str, object, str)
    """Somebody wants to see it: the page's key, the record's, no field."""

    page_wanted = Signal(str)
    """Somebody wants to see the page on which lines of the account end up."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: UUID | None = None
        self._icon = IconLabel(theme, "archive", "ink_2", 18)
        self._line = ElidedLabel(theme, "meta", "ink_2")
        self.open = Button(theme, " ", kind="quiet", size="small")
        self.open.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._line, 1)
        row.addWidget(self.open)
        self.open.clicked.connect(self._open)
        desk.changed.connect(self.follow)
        desk.opened.connect(self.forget)
        self.hide()

    @property
    def words(self) -> str:
        """What the line says."""
        return self._line.text()

    @Slot()
    def forget(self) -> None:
        """Say nothing any more."""
        self._shown = None
        self.hide()

    def retranslate(self) -> None:
        """Say it in the screen's language."""
        found = self._record()
        if found is None:
            self.forget()
            return
        target = _TARGETS[type(found)]
        count = len(self._desk.records.where(type(found), workshop=found.workshop))
        said = _("{kind} ({n}): “{text}”").format(
            kind=_(TARGET_WORDS[target]), n=count, text=quoted(found.text.best(language()))
        )
        self._icon.set_icon(TARGET_ICONS[target], "ink_2")
        self._line.set_text(said)
        self.open.setText(_("Open the minutes") if target is Target.NOTE else _("Open"))
        self.open.setAccessibleName(_("Open: {what}").format(what=said))
        self.setAccessibleName(said)
        self.show()

    def _record(self) -> Noted | None:
        if self._shown is None:
            return None
        lists = (partial(self._desk.records.get, kind) for kind in _TARGETS)
        return next((found for get in lists if (found := get(self._shown)) is not None), None)

    @Slot(object)
    def follow(self, changes: ChangeSet) -> None:
        """Say what was written down here just now; a card takes the line away."""
        if changes.origin is not Origin.HERE:
            return
        for change in changes.changes:
            if change.kind in _TARGETS and change.born:
                self._shown = change.record.id
            elif change.kind is Card and change.born:
                self._shown = None
        if self._shown is not None or self.isVisible():
            self.retranslate()

    @Slot()
    def _open(self) -> None:
        found = self._record()
        if isinstance(found, Note):
            self.page_wanted.emit("minutes")
        elif found is not None:
            self.record_wanted.emit("work_plan", found.id, "")
