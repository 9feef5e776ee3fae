"""Joins the Settings page's part about the room to what looks after it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from facilitator.i18n import _
from ui.presenters.preflight_lines import age

if TYPE_CHECKING:
    from ui.operator.room.care import RoomCare
    from ui.operator.room.settings_part import RoomSettings
    from ui.runtime.desk import Desk


class RoomSettling(QObject):
    """Shows on Settings what is known of the copies, and does what is asked for there."""

    def __init__(self, part: "RoomSettings", care: "RoomCare", desk: "Desk") -> None:
        super().__init__(part)
        self._part = part
        self._care = care
        self._desk = desk
        part.chime_wanted.connect(care.chimer.hear)
        part.folder_wanted.connect(care.check.choose_folder)
        part.copy_wanted.connect(care.backups.copy)
        part.check_wanted.connect(care.open_check)
        care.backups.changed.connect(self.follow)
        care.backups.look()

    @Slot()
    def follow(self) -> None:
        """Show what is known of the copies now."""
        backups = self._care.backups
        where = backups.where
        last = where.last if where is not None else None
        said = ""
        if last is not None:
            said = _("The last copy was made {age}.").format(age=age(self._desk.now() - last.at))
        elif where is not None and where.folder:
            said = _("No copy of the records was made yet.")
        self._part.show_copies(where, copying=backups.copying, age=said)
