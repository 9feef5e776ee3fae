"""What can be done with the selected cards: one bar at the wall's foot, each action with its key."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.i18n import N_, _, ngettext
from ui.actions import key_hint
from ui.actions.table import BY_ID
from ui.operator.cards.ink_bar import SHADOW, InkButton, paint_ink
from ui.presenters.card_boards import Possible
from ui.theme.theme import Theme
from ui.widgets.labels import label

_SHORT: Final[Mapping[str, str]] = {
    "wall.merge": "merge",
    "wall.move": "move",
    "wall.type": "type",
    "wall.to_work_plan": "to_work_plan",
    "wall.hide": "hide",
}
_SHOW_AGAIN: Final = N_("Show on stage")
_HEIGHT: Final = 52


class ActionBar(QWidget):
    """Shown while cards are selected; it says how many."""

    acted = Signal(str)
    """The id of an action of the wall."""

    more_wanted = Signal(QPoint)
    cleared = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = 0
        self._possible = Possible()
        self._words = label(theme, role="body_strong", tone="on_ink")
        self.buttons = {key: InkButton(theme, BY_ID[key].icon, key_hint(key)) for key in _SHORT}
        self.more = InkButton(theme, "ellipsis")
        self.close_button = InkButton(theme, "x")
        row = QHBoxLayout(self)
        row.setContentsMargins(16 + SHADOW, 0, 8 + SHADOW, SHADOW)
        row.setSpacing(2)
        row.addWidget(self._words)
        row.addSpacing(8)
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, key=key: self.acted.emit(key))
            row.addWidget(button)
        row.addWidget(self.more)
        row.addWidget(self.close_button)
        self.more.clicked.connect(lambda: self.more_wanted.emit(self.more.mapToGlobal(QPoint(0, 0))))
        self.close_button.clicked.connect(self.cleared)
        self.hide()

    def show_selection(self, count: int, possible: Possible) -> None:
        """Say how many cards are selected and what can be done with them; nothing for none."""
        self._count, self._possible = count, possible
        self.retranslate()
        self.setVisible(count > 0)

    def place(self, room: QSize, left: int) -> None:
        """Lie at the foot of `room`, in the middle right of `left`; say less where it is narrow."""
        buttons = [*self.buttons.values(), self.more, self.close_button]
        available = room.width() - 24
        for brief in (0, 1, 2):
            for button in self.buttons.values():
                button.set_brief(brief)
            self.more.set_brief(max(1, brief))
            needed = sum(button.sizeHint().width() + 2 for button in buttons)
            needed += self._words.sizeHint().width() + 32 + 2 * SHADOW
            if needed <= available:
                break
        width = min(needed, available)
        middle = (left + room.width()) // 2 if width <= room.width() - left - 24 else room.width() // 2
        self.setGeometry(middle - width // 2, room.height() - _HEIGHT - 16, width, _HEIGHT + SHADOW)
        self.raise_()

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self._words.setText(ngettext("{n} selected", "{n} selected", self._count).format(n=self._count))
        self.setAccessibleName(self._words.text())
        for key, button in self.buttons.items():
            spec = BY_ID[key]
            name = _SHOW_AGAIN if key == "wall.hide" and self._possible.show_again else spec.label
            button.set_words(_(name), _(spec.help))
            button.suggested = _SHORT[key] == self._possible.first
        self.buttons["wall.merge"].setEnabled(self._possible.merge)
        self.more.set_words("", _("More"))
        self.more.setAccessibleName(_("More for the selected cards"))
        self.close_button.set_words("", _("Select none"))
        self.close_button.setAccessibleName(_("Select none"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        del event
        paint_ink(self, self._theme)
