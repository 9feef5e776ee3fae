"""Settings: language, light or dark, motion, the stage's light, who is at the keyboard, the room."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from facilitator import settings as store
from facilitator.domain.changes import ChangeSet
from facilitator.domain.ids import PersonId
from facilitator.domain.people import Person
from facilitator.i18n import _
from facilitator.settings import Settings
from ui.operator.room.settings_part import RoomSettings
from ui.operator.shell.page import Page
from ui.runtime.desk import Desk
from ui.theme.theme import Theme
from ui.widgets.choice import Choice
from ui.widgets.fields import FieldRow, InlineError
from ui.widgets.labels import heading, label
from ui.widgets.switches import Toggle

WIDTH = 560


class SettingsPage(Page):
    """What a person chooses for this laptop; every choice takes effect at once."""

    key = "settings"
    chosen = Signal(object)
    """The Settings after a choice; they are kept already."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._desk = desk
        self.settings = store.load()
        self._language = Choice()
        self._scheme = Choice()
        self._stage_theme = Choice()
        self._operator = Choice()
        self._motion = Toggle(theme)
        self._rows = [FieldRow(theme, "", field) for field in self._fields()]
        self._kept = InlineError(theme)
        self.room = RoomSettings(theme)
        self._database_heading = heading(theme)
        self._database = label(theme, desk.place, role="body", tone="ink_2", wrap=True)
        self._database.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._arrange()
        self._language.chosen.connect(lambda key: self._choose(language=key or None))
        self._scheme.chosen.connect(lambda key: self._choose(scheme=key))
        self._stage_theme.chosen.connect(lambda key: self._choose(stage_theme=key))
        self._operator.chosen.connect(lambda key: self._choose(operator=key))
        self._motion.toggled.connect(lambda on: self._choose(reduced_motion=on))
        self.room.chime_toggled.connect(lambda on: self._choose(chime=on))
        desk.opened.connect(self._fill_people)
        desk.changed.connect(self._follow)

    def _fields(self) -> tuple[QWidget, ...]:
        return (self._language, self._scheme, self._motion, self._stage_theme, self._operator)

    def _arrange(self) -> None:
        inner = QWidget()
        inner.setProperty("scrolled", True)
        inner.setMaximumWidth(WIDTH)
        column = QVBoxLayout(inner)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(20)
        for row in self._rows:
            column.addWidget(row)
        column.addWidget(self._kept)
        column.addSpacing(8)
        column.addWidget(self.room)
        column.addSpacing(8)
        column.addWidget(self._database_heading)
        column.addWidget(self._database)
        column.addStretch(1)
        scroller = QScrollArea(self)
        scroller.setWidgetResizable(True)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroller)

    def title(self) -> str:
        """Return the page's name."""
        return _("Settings")

    def context(self) -> str:
        """Return whose settings these are."""
        return _("For this laptop")

    def retranslate(self) -> None:
        """Say everything in the screen's language, the choices too."""
        words = (
            (_("Language"), ""),
            (_("Light or dark"), ""),
            (_("Less motion"), _("Nothing fades or slides. Helps on a slow computer.")),
            (_("Light in the room"), _("How the stage is painted for the projector.")),
            (_("Who is at the keyboard"), _("Written on what is added and changed from now on.")),
        )
        for row, (name, hint) in zip(self._rows, words, strict=True):
            row.set_words(name, hint)
        self._language.set_items([("", _("As the computer")), ("en", "English"), ("es", "Español")])
        self._scheme.set_items([("system", _("As the computer")), ("light", _("Light")), ("dark", _("Dark"))])
        self._stage_theme.set_items(
            [("default", _("Usual room")), ("bright_room", _("Bright room")), ("dark", _("Dark room"))]
        )
        self.room.retranslate()
        self._database_heading.setText(_("Where the records are kept"))
        self._fill_people()
        self._show()

    def activated(self) -> None:
        """Show what is chosen now."""
        self.settings = store.load()
        self._show()
        self._language.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, changes: ChangeSet) -> None:
        if changes.touches(Person):
            self._fill_people()

    def _fill_people(self) -> None:
        people = sorted(self._desk.records.where(Person), key=lambda person: person.full_name.casefold())
        named = [(str(person.id), person.full_name) for person in people]
        self._operator.set_items([("", _("Nobody named")), *named])
        self._operator.set_key(self.settings.operator)

    def _show(self) -> None:
        self._language.set_key(self.settings.language or "")
        self._scheme.set_key(self.settings.scheme)
        self._stage_theme.set_key(self.settings.stage_theme)
        self._operator.set_key(self.settings.operator)
        self._motion.blockSignals(True)
        self._motion.setChecked(self.settings.reduced_motion)
        self._motion.blockSignals(False)
        self.room.show_chime(self.settings.chime)

    def _choose(self, **choice: object) -> None:
        kept = self.settings._replace(backup_folder=store.load().backup_folder)  # it is chosen elsewhere, too
        self.settings = kept.changed(**choice)
        try:
            store.save(self.settings)
        except OSError as error:
            reason = error.strerror or str(error)
            self._kept.say(_("This holds until you close the program: {reason}.").format(reason=reason))
        else:
            self._kept.say("")
        self.chosen.emit(self.settings)


def operator_of(settings: Settings) -> PersonId | None:
    """Return the person whose key is written on changes, or None."""
    try:
        return PersonId(UUID(settings.operator))
    except ValueError:
        return None
