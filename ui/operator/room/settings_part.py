"""The part of Settings about the laptop in the room: the chime, the copies, the check before a session."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.runtime.chime import player
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.fields import FieldRow
from ui.widgets.labels import heading, label
from ui.widgets.switches import Toggle

if TYPE_CHECKING:
    from facilitator.services.backups import Whereabouts


class RoomSettings(QWidget):
    """What it offers is done by whoever looks after the room."""

    chime_toggled = Signal(bool)
    chime_wanted = Signal()
    folder_wanted = Signal()
    copy_wanted = Signal()
    check_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.chime = Toggle(theme)
        self.hear = Button(theme, " ", icon="bell", size="small")
        self.choose = Button(theme, " ", size="small")
        self.copy = Button(theme, " ", size="small")
        self.check = Button(theme, " ", icon="circle-check", size="small")
        self._where: Whereabouts | None = None
        self._copying = False
        self._heading = heading(theme)
        self._folder = label(theme, role="body", wrap=True)
        self._folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._age = label(theme, role="meta", tone="ink_2", wrap=True)
        self._rows = (
            FieldRow(theme, "", self._beside(self.chime, self.hear)),
            FieldRow(theme, "", self._copies()),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addWidget(self._heading)
        for row in self._rows:
            column.addWidget(row)
        column.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeft)
        self.chime.toggled.connect(self.chime_toggled)
        self.hear.clicked.connect(self.chime_wanted)
        self.choose.clicked.connect(self.folder_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self.check.clicked.connect(self.check_wanted)

    def _beside(self, *parts: QWidget) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for part in parts:
            row.addWidget(part)
        row.addStretch(1)
        return box

    def _copies(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._folder, self._age, self._beside(self.choose, self.copy)):
            column.addWidget(part)
        return box

    def show_chime(self, on: bool) -> None:
        """Show whether the chime sounds."""
        self.chime.blockSignals(True)
        self.chime.setChecked(on)
        self.chime.blockSignals(False)

    def show_copies(self, where: "Whereabouts | None", *, copying: bool, age: str) -> None:
        """Show where copies go and how old the newest is, in words."""
        self._where, self._copying = where, copying
        folder = where.folder if where is not None else ""
        self._folder.setText(folder or _("No folder chosen"))
        self.copy.setEnabled(bool(folder) and not copying)
        self._age.setText(_("A copy is being made.") if copying else age)
        self._age.setVisible(bool(self._age.text()))

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self._heading.setText(_("In the room"))
        if player():
            sounds = _("Once when five minutes are left, and once at the end of a break.")
        else:
            sounds = _(
                "This computer has no program that plays sounds: install pipewire, pulseaudio or alsa tools."
            )
        self._rows[0].set_words(_("One soft chime"), sounds)
        self.chime.setAccessibleName(_("One soft chime"))
        self.hear.setEnabled(bool(player()))
        self.hear.setText(_("Hear it"))
        copies = _(
            "Made at the end of each session. The newest ten are kept, and of each earlier day the last. "
            "A copy is a database: the program opens it like any other."
        )
        self._rows[1].set_words(_("Copies of the records"), copies)
        self.choose.setText(_("Choose a folder"))
        self.copy.setText(_("Copy now"))
        self.check.setText(_("Check the laptop"))
