"""The column at the right of the wall: the vote, the types of card, or one card; closed most of the time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from ui.operator.cards.card_panel import CardPanel
from ui.operator.cards.kinds_panel import KindsPanel
from ui.operator.cards.vote_panel import VotePanel
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.widgets.side_panel import SidePanel


class Panels(QStackedWidget):
    """One panel at a time."""

    opened = Signal(str)
    """Which panel is open now, empty when none is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.vote = VotePanel(theme)
        self.kinds = KindsPanel(theme)
        self.card = CardPanel(theme)
        self._by_key: dict[str, SidePanel] = {"vote": self.vote, "kinds": self.kinds, "card": self.card}
        for panel in self._by_key.values():
            self.addWidget(panel)
            panel.escaped.connect(lambda: self.open(""))
        for closed in (self.vote.closed, self.kinds.closed, self.card.closed):
            closed.connect(lambda: self.open(""))
        theme.metrics_changed.connect(self._follow_metrics)
        self._follow_metrics()
        self.hide()

    @property
    def key(self) -> str:
        """Which panel is open, empty when none is."""
        if self.isHidden():
            return ""
        return next((key for key, panel in self._by_key.items() if panel is self.currentWidget()), "")

    def open(self, key: str) -> None:
        """Open a panel, or close the one that is open."""
        if key:
            self.setCurrentWidget(self._by_key[key])
        self.setVisible(bool(key))
        self.opened.emit(key)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        for panel in (self.vote, self.kinds, self.card):
            panel.retranslate()

    def _follow_metrics(self) -> None:
        self.setFixedWidth(self._theme.metrics.side_panel)
