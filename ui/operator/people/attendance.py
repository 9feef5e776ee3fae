"""A person's attendance with every code of the legend, one choice a half day."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from facilitator.domain.ids import PersonId
from facilitator.domain.people import AttendanceCode
from facilitator.i18n import _, translations
from facilitator.words import word
from ui.presenters.dates import brief_day_name
from ui.presenters.people import HalfDayOf, Room
from ui.presenters.people_fields import code_items
from ui.theme.theme import Theme
from ui.widgets.choice import Choice
from ui.widgets.labels import heading, label


class AttendanceList(QWidget):
    """One choice a half day; the table's click knows only the usual codes."""

    marked = Signal(object, object)
    """HalfDayOf and AttendanceCode, or None when it was not taken."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._halves: tuple[HalfDayOf, ...] = ()
        self.choices: dict[HalfDayOf, Choice] = {}
        self._title = heading(theme, role="body_strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)

    def show_person(self, room: Room, person: PersonId) -> None:
        """Show a person's marks."""
        if room.halves != self._halves:
            self._build(room.halves)
        t = translations(room.language)
        for place, (half, choice) in enumerate(self.choices.items()):
            name = f"{brief_day_name(half.date, room.language)}, {word(t, half.half)}"
            item = self._grid.itemAtPosition(place, 0)
            words = item.widget() if item is not None else None
            if words is not None:
                words.setProperty("text", name)
            choice.setAccessibleName(name)
            choice.set_items(code_items(room.language))
            code = room.mark(person, half)
            choice.set_key(code.value if code else "")

    def _build(self, halves: tuple[HalfDayOf, ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._halves, self.choices = halves, {}
        for place, half in enumerate(halves):
            choice = Choice()
            choice.setMinimumContentsLength(6)
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.chosen.connect(partial(self._tell, half))
            self._grid.addWidget(label(self._theme, role="meta", tone="ink_2"), place, 0)
            self._grid.addWidget(choice, place, 1)
            self.choices[half] = choice

    def _tell(self, half: HalfDayOf, code: str) -> None:
        self.marked.emit(half, AttendanceCode(code) if code else None)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self._title.setText(_("Attendance"))
