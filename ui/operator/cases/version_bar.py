"""The line above what has versions: which one is shown, a new one, and taking one away."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.i18n import _
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.choice import Choice


class VersionBar(QWidget):
    """Versions by key and words; a part says what each is."""

    chosen = Signal()
    """A person chose another version; `wanted` says which."""

    new_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.wanted: UUID | None = None
        self.choice = Choice()
        self.choice.chosen.connect(self._choose)
        self.new = Button(theme, " ", icon="plus", size="small")
        self.new.clicked.connect(self.new_wanted)
        self.delete = Button(theme, icon="trash-2", kind="quiet", size="small")
        self.delete.clicked.connect(self.delete_wanted)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(24, 12, 24, 8)
        self.row.setSpacing(8)
        self.row.addWidget(self.choice)
        self.row.addWidget(self.new)
        self.row.addWidget(self.delete)
        self.row.addStretch(1)

    def offer(self, items: Sequence[tuple[UUID, str]]) -> UUID | None:
        """Offer these versions, oldest first, and return the one to show: the wanted, else the newest."""
        known = [key for key, _words in items]
        shown = self.wanted if self.wanted in known else (known[-1] if known else None)
        self.choice.set_items([(str(key), words) for key, words in items])
        if shown is not None:
            self.choice.set_key(str(shown))
        self.setVisible(bool(known))
        return shown

    def _choose(self, key: str) -> None:
        self.wanted = UUID(key)
        self.chosen.emit()

    def set_words(self, name: str, new: str, delete: str) -> None:
        """Say what the versions are of, and what the buttons do."""
        self.choice.setAccessibleName(name)
        self.new.setText(_("New version"))
        self.new.setAccessibleName(new)
        self.new.setToolTip(new)
        self.delete.setAccessibleName(delete)
        self.delete.setToolTip(delete)
