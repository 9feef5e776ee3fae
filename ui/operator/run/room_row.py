"""What surrounds a session, for those who use the mouse: vote, break, and the check of the laptop."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from facilitator.i18n import N_, _
from ui.actions import BY_ID, key_hint
from ui.actions.qt import trigger
from ui.theme.theme import Theme
from ui.widgets.buttons import Button

_DEEDS: Final = {"run.vote": N_("Vote"), "run.break": N_("Break"), "run.preflight": N_("Check")}
_GAP: Final = 5
_TIGHT: Final = 6
"""px on either side of the words where room is dear."""


class RoomRow(QWidget):
    """Three buttons that do what the keys do. Where room is dear each is as wide as its own word needs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.buttons = {key: Button(theme, " ", icon=BY_ID[key].icon, size="small") for key in _DEEDS}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for key, button in self.buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _on=False, key=key: trigger(self, key))
            row.addWidget(button)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        for key, button in self.buttons.items():
            button.setAccessibleName(_(BY_ID[key].label))
            button.setToolTip(f"{_(BY_ID[key].help)} ({key_hint(key)})")
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Fit the icons at least."""
        return QSize(3 * 36 + 2 * _GAP, 36)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the words where there is room for all."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Share the width by what each needs; where the words do not fit at all, the icons stay alone."""
        for key, button in self.buttons.items():
            button.setText(_(_DEEDS[key]))
        room = self.width() - 2 * _GAP
        needs = [button.tight_width(_TIGHT) for button in self.buttons.values()]
        even = room // len(needs)
        if sum(needs) > room:
            for button in self.buttons.values():
                button.setText("")
        spare = max(0, room - sum(needs))
        for button, need in zip(self.buttons.values(), needs, strict=True):
            alike = max(needs) <= even or sum(needs) > room
            button.setFixedWidth(even if alike else need + spare // len(needs))
