"""How deep the reflection has come, and in one line what the next loop still misses."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.domain.reflections import Level
from facilitator.i18n import _
from ui.presenters.reflection import LevelView, StepState
from ui.theme.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.labels import label
from ui.widgets.pills import Pill, Tone

_LOOK: Final[dict[StepState, tuple[Tone, str]]] = {
    "reached": ("ok", "check"),
    "next": ("progress", "circle-dashed"),
    "later": ("neutral", "circle-dashed"),
}


class LevelBar(QWidget):
    """Three pills and a sentence; reaching a level is said to screen readers."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._level = -1
        self._compact = False
        self.pills = tuple(Pill(theme) for _step in range(3))
        self.sentence = label(theme, role="meta", tone="ink_2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(6)
        for pill in self.pills:
            row.addWidget(pill)
        row.addSpacing(8)
        row.addWidget(self.sentence, 1)

    def set_compact(self, *, compact: bool) -> None:
        """Leave to the row above, which shows the level too, what can be left where height is dear."""
        self._compact = compact
        self._fit()

    def _fit(self) -> None:
        for pill in self.pills:
            pill.setVisible(not self._compact)
        # From the double loop on, the sentence only says that a third one is optional.
        self.setVisible(not self._compact or self._level < Level.DOUBLE)

    def show_level(self, view: LevelView, *, other: bool) -> None:
        """Show the level; `other` when it is another reflection's, which is no news."""
        for pill, (words, state) in zip(self.pills, view.steps, strict=True):
            tone, icon = _LOOK[state]
            pill.show_state(words, tone, icon)
            if state == "reached":
                pill.setAccessibleName(_("{level}, reached").format(level=words))
        self.sentence.setText(view.sentence)
        if not other and view.level > self._level >= 0:
            announce(self, _("{level} reached").format(level=view.steps[view.level - 1][0]))
        self._level = int(view.level)
        self._fit()
