"""The header of every page: where one is, what one can do, whether it is saved, what the room sees."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.operator.shell.stage_chip import StageChip, StageState
from ui.theme.theme import Theme, fill
from ui.widgets.labels import ElidedLabel
from ui.widgets.pills import SavedPill, SavedState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from ui.widgets.buttons import ActionButton

MOST_ACTIONS = 2

CLOCK_WIDTH = 57
"""Room for "00:00" in px, so that nothing moves when the time comes; measuring costs the first paint."""


class Header(QWidget):
    """Title and one line of context, at most two actions, saved pill, stage chip and clock."""

    stage_view_chosen = Signal(str)
    unsaved_for_long = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title = ElidedLabel(theme, "lead", "ink")
        self._title.setFont(theme.font("lead", weight=700))
        self._context = ElidedLabel(theme, "meta", "ink_3")
        for words in (self._title, self._context):
            words.hide()  # measuring a font for no words would cost the first paint a millisecond
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        self._buttons: list[ActionButton] = []
        self.saved = SavedPill(theme)
        self.saved.unsaved_for_long.connect(self.unsaved_for_long)
        self.chip = StageChip(theme)
        self.chip.view_chosen.connect(self.stage_view_chosen)
        self._clock = QLabel()
        self._clock.setTextFormat(Qt.TextFormat.PlainText)
        self._clock.setFont(theme.font("capture", tabular=True, weight=700))
        self._clock.setMinimumWidth(CLOCK_WIDTH)
        self._clock.setProperty("tone", "ink")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._arrange()
        theme.metrics_changed.connect(self._follow_metrics)
        self._follow_metrics()
        self.retranslate()

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._context)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(12)
        self._row.addLayout(words, 1)
        self._row.addLayout(self._actions)
        self._row.addWidget(self.saved)
        self._row.addWidget(self.chip)
        self._row.addSpacing(2)
        self._row.addWidget(self._clock)

    @property
    def buttons(self) -> "tuple[ActionButton, ...]":
        """The buttons of the page's actions."""
        return tuple(self._buttons)

    @property
    def title(self) -> str:
        """What the first line says."""
        return self._title.text()

    @property
    def context(self) -> str:
        """What the second line says."""
        return self._context.text()

    @property
    def clock_text(self) -> str:
        """The time of day as it is shown."""
        return self._clock.text()

    def show_page(self, title: str, context: str, actions: "Sequence[QAction]") -> None:
        """Say which page is shown and offer its actions. Raises ValueError for more than two."""
        if len(actions) > MOST_ACTIONS:
            raise ValueError(len(actions))
        self._title.set_text(title)
        self._title.show()
        self._context.set_text(context)
        self._context.setVisible(bool(context))
        if [button.action for button in self._buttons] == list(actions):
            return
        from ui.widgets.buttons import ActionButton  # noqa: PLC0415 - comes with the first page that has actions

        for button in self._buttons:
            self._actions.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [ActionButton(self._theme, action) for action in actions]
        for button in self._buttons:
            self._actions.addWidget(button)

    def set_stage_state(self, view: str, state: StageState) -> None:
        """Say what the room sees."""
        self.chip.set_state(view, state)

    def set_saved(self, state: SavedState, time: str = "") -> None:
        """Say whether the last change is on disk, and since when."""
        self.saved.set_state(state, time)

    def set_clock(self, text: str) -> None:
        """Show the time of day."""
        if self._clock.text() != text:
            self._clock.setText(text)

    def retranslate(self) -> None:
        """Say the header's own words in the screen's language."""
        self.setAccessibleName(_("Header"))
        self._clock.setAccessibleName(_("Time of day"))
        self.saved.retranslate()
        self.chip.retranslate()

    @Slot()
    def _follow_metrics(self) -> None:
        metrics = self._theme.metrics
        self.setFixedHeight(metrics.header)
        side = 18 if metrics.compact else 24
        self._row.setContentsMargins(side, 0, 16 if metrics.compact else 20, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line below."""
        del event
        painter = QPainter(self)
        fill(painter, self.rect(), self._theme.colour("surface"))
        fill(painter, QRect(0, self.height() - 1, self.width(), 1), self._theme.colour("line"))
        painter.end()
