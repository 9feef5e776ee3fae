"""The line above the agenda: how it is shown, what can be added, which day."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.i18n import _
from ui.actions import key_hint
from ui.presenters.agenda import DayColumn
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.icon import IconLabel
from ui.widgets.labels import ElidedLabel
from ui.widgets.switches import SegmentedControl

_BESIDE: Final = 2
"""Days that have room side by side."""

_MOST: Final = 7
"""Days that have room in the toolbar."""


class AgendaToolbar(QWidget):
    """Buttons only; what they mean is told by signals."""

    view_chosen = Signal(str)
    """"timeline", "table" or "steps"."""

    day_chosen = Signal(object)
    """The date of a day."""

    session_wanted = Signal()
    break_wanted = Signal()
    day_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.view = SegmentedControl("")
        self.view.chosen.connect(self.view_chosen)
        self.days = SegmentedControl("")
        self.days.chosen.connect(lambda key: self.day_chosen.emit(dt.date.fromisoformat(key)))
        self.session = Button(theme, " ", icon="plus")
        self.pause = Button(theme, " ", icon="coffee")
        self.day = Button(theme, " ", icon="plus", kind="quiet")
        self.session.clicked.connect(self.session_wanted)
        self.pause.clicked.connect(self.break_wanted)
        self.day.clicked.connect(self.day_wanted)
        self._hint = ElidedLabel(theme, "meta", "ink_2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for part in (self.view, self.session, self.pause, self.days, self.day):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self._pin = IconLabel(theme, "pin", "ink_2", 15)
        row.addWidget(self._pin)
        row.addWidget(self._hint, 2)
        self._shown_days: tuple[tuple[str, str], ...] = ()
        self._always = self._compact = False

    def show_days(self, days: Sequence[DayColumn], current: dt.date | None) -> None:
        """Offer these days, the current one chosen; a single day needs no choice."""
        items = tuple((day.date.isoformat(), day.short) for day in days)
        if items != self._shown_days:
            self._shown_days = items
            self.days.set_items(items)
        self.offer_days(always=self._always)
        if current is not None and current.isoformat() in {key for key, _label in items}:
            self.days.set_key(current.isoformat())

    def offer_days(self, *, always: bool) -> None:
        """Offer the choice of a day always, or only where not all days are in sight side by side."""
        self._always = always
        count = len(self._shown_days)
        self.days.setVisible((1 if always else _BESIDE) < count <= _MOST)
        self._show_hint()

    def set_compact(self, *, compact: bool) -> None:
        """Leave the hint out where there is no room."""
        self._compact = compact
        self._show_hint()

    def _show_hint(self) -> None:
        room = not self._compact and self.days.isHidden()
        self._hint.setVisible(room)
        self._pin.setVisible(room)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.view.setAccessibleName(_("How the agenda is shown"))
        self.view.set_items([("timeline", _("Timeline")), ("table", _("Table")), ("steps", _("Steps"))])
        self.days.setAccessibleName(_("Day"))
        self.session.setText(_("Session"))
        self.session.setAccessibleName(_("Add a session"))
        self.session.set_keys(key_hint("item.add"))
        self.pause.setText(_("Break"))
        self.pause.setAccessibleName(_("Add a break"))
        self.day.setText(_("Day"))
        self.day.setAccessibleName(_("Add a day"))
        self.day.setToolTip(_("Add a day"))
        self._hint.set_text(_("fixed start. The rest flow from durations"))
