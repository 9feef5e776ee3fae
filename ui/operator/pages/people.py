"""People: organisations and their people, who was in the room, and what each agreed to."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Card
from facilitator.domain.changes import ChangeSet
from facilitator.domain.cycles import Workshop
from facilitator.domain.errors import FacilitatorError, InvalidInput
from facilitator.domain.people import Attendance, Consent, Organisation, Person
from facilitator.domain.places import zone_of
from facilitator.i18n import _, language
from ui.actions import install_actions, key_hint, retranslate_actions
from ui.operator.people.editing import PeopleEditing
from ui.operator.people.forgetting import Forgetting
from ui.operator.people.panel import PeoplePanel
from ui.operator.shell.page import Page
from ui.presenters import people as presenter
from ui.presenters import people_fields, people_rows
from ui.runtime.desk import Desk
from ui.theme.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.buttons import page_action
from ui.widgets.cell_table import CellTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import InlineError
from ui.widgets.labels import label

if TYPE_CHECKING:
    from facilitator.domain.ids import OrganisationId
    from ui.presenters.people import Room

SHOWN = (Person, Organisation, Attendance, Consent, Workshop, Session, Card)
"""Records whose change may change what the page says."""


class PeoplePage(Page):
    """Everybody in the room, by organisation."""

    key = "people"

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._desk = desk
        self._room: Room | None = None
        self._fresh: UUID | None = None
        self.editing = PeopleEditing(desk, self)
        self.table = CellTable(theme, row=45)
        self.panel = PeoplePanel(theme)
        self.summary = label(theme, role="meta", tone="ink_2", wrap=True)
        self.hint = label(theme, role="meta", tone="now", wrap=True)
        self.trouble = InlineError(theme)
        self.empty = EmptyState(theme, icon="plus")
        self.forgetting = Forgetting(theme, self)
        self._work = QWidget()
        self._arrange()
        self._connect()
        self._add = page_action("", self.add_person, icon="plus", kind="primary")
        self._add_home = page_action("", self.add_organisation, icon="plus")
        self._actions = install_actions(
            self,
            {
                "item.edit": self._edit,
                "item.add": self.add_person,
                "item.delete": self._delete,
            },
        )

    def _arrange(self) -> None:
        above = QVBoxLayout()
        above.setContentsMargins(12, 10, 12, 8)
        above.setSpacing(2)
        for part in (self.summary, self.hint, self.trouble):
            above.addWidget(part)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(above)
        left.addWidget(self.table, 1)
        both = QHBoxLayout(self._work)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addLayout(left, 1)
        both.addWidget(self.panel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._work)
        whole.addWidget(self.empty)

    def _connect(self) -> None:
        self._desk.opened.connect(self._opened)
        self._desk.changed.connect(self._changed)
        table, panel, editing = self.table, self.panel, self.editing
        table.cells.check = self._check
        table.cells.edited.connect(editing.edit)
        table.selected.connect(self._selected)
        table.toggled.connect(editing.toggle)
        table.typed.connect(editing.type_mark)
        table.opened.connect(lambda _key: panel.edit_name())
        table.trouble.connect(self.trouble.say)
        panel.escaped.connect(table.setFocus)
        panel.edited.connect(editing.edit)
        panel.consents.given.connect(lambda kind, given: editing.answer(table.chosen_key(), kind, given))
        panel.consents.edited.connect(editing.edit_answer)
        panel.attendance.marked.connect(lambda half, code: editing.mark(table.chosen_key(), half, code))
        panel.delete_wanted.connect(self._delete_chosen)
        panel.forget_wanted.connect(self._ask_to_forget)
        panel.person_wanted.connect(self.add_person)
        editing.refused.connect(self._say)
        editing.accepted.connect(self._be_quiet)
        self.empty.acted.connect(self._begin)
        self.forgetting.confirmed.connect(editing.anonymise)

    # The page

    def title(self) -> str:
        """Return the page's name."""
        return _("People")

    def context(self) -> str:
        """Return how many take part, from where."""
        return presenter.context(self._desk.records)

    def header_actions(self) -> Sequence[QAction]:
        """Return what adds an organisation and what adds a person."""
        return () if self._room is None else (self._add_home, self._add)

    def regions(self) -> Sequence[QWidget]:
        """Return table and panel."""
        return (self.table, self.panel) if self._work.isVisible() else (self.empty,)

    def undo_area(self) -> QRect:
        """Leave the panel free."""
        return self.rect().adjusted(0, 0, -self.panel.width() if self.panel.isVisible() else 0, 0)

    def activated(self) -> None:
        """Put the focus on the table."""
        self._refresh()
        self.header_changed.emit()
        part = self.table if self._work.isVisible() else self.empty.button
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self._add.setText(_("Person"))
        self._add.setProperty("key_hint", key_hint("item.add"))
        self._add_home.setText(_("Organisation"))
        self.table.setAccessibleName(_("People by organisation"))
        self.panel.retranslate()
        retranslate_actions(self._actions.values())
        self._refresh()

    # Following what is stored

    def _opened(self) -> None:
        if self.isVisible():
            self._refresh()
            self.header_changed.emit()

    def _changed(self, changes: ChangeSet) -> None:
        if self.isVisible() and changes.touches(*SHOWN):  # else it is read again when it is shown
            self._refresh()
            self.header_changed.emit()

    def _refresh(self) -> None:
        workshop, records = self._desk.workshop, self._desk.records
        self._room = None
        if workshop is not None:
            now = self._desk.now().astimezone(zone_of(workshop))
            self._room = presenter.room_of(records, workshop, now, language())
        self.editing.room = room = self._room
        somebody = bool(records.where(Person) or records.where(Organisation))
        self._work.setVisible(room is not None and somebody)
        self.empty.setVisible(room is None or not somebody)
        self._show_empty()
        if room is None:
            return
        self.table.show_table(people_rows.columns(room), people_rows.rows_of(room))
        self.summary.setText(presenter.present_now(room))
        hint = presenter.few_hint(room)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self._show_chosen()
        self._edit_fresh()

    def _show_empty(self) -> None:
        self.empty.button.set_icon("house" if self._room is None else "plus")
        if self._room is None:
            self.empty.set_words(
                _("No workshop is open"), _("Open a workshop on Home, or make a new one."), _("Go to Home")
            )
        else:
            self.empty.set_words(
                _("Nobody yet"),
                _("People and their organisations stand here, with attendance and what they agree to."),
                _("Add a person"),
            )

    def _show_chosen(self) -> None:
        key, room = self.table.chosen_key(), self._room
        person, home = self.editing.person(key), self.editing.organisation(key)
        self.panel.setVisible(person is not None or home is not None)
        if room is None:
            return
        if person is not None:
            self.panel.show_person(room, person, unfinished=person.id in self.editing.unfinished)
        elif home is not None:
            self.panel.show_organisation(room, home)

    def _edit_fresh(self) -> None:
        if self._fresh is not None and self.table.cells.place_of(self._fresh) >= 0:
            key, self._fresh = self._fresh, None
            self.table.choose(key, "full_name")
            self._show_chosen()
            if self.editing.person(key) is not None:
                self.table.setFocus()
                self.table.edit_cell(key, "full_name")
            else:
                self.panel.edit_name()

    # What a person does

    def _selected(self, key: object) -> None:
        del key
        self.panel.commit()
        self.trouble.say("")
        self._show_chosen()

    def show_record(self, record: UUID, field: str = "") -> None:
        """Show a person or an organisation, with the keyboard in one of the columns."""
        self.table.choose(record, field)
        self._show_chosen()

    def add_person(self) -> None:
        """Add a person to the organisation that is chosen, or whose person is, and let the name be typed."""
        if self._room is None:
            return
        self.panel.commit()
        key = self.table.chosen_key()
        person, home = self.editing.person(key), self.editing.organisation(key)
        organisation: OrganisationId | None = home.id if home is not None else None
        if person is not None:
            organisation = person.organisation
        self._fresh = self.editing.add_person(organisation)

    def add_organisation(self) -> None:
        """Add an organisation, and let its name be typed."""
        if self._room is not None:
            self.panel.commit()
            self._fresh = self.editing.add_organisation()

    def _begin(self) -> None:
        if self._room is None:
            self.page_wanted.emit("home")
        else:
            self.add_person()

    def _edit(self) -> None:
        if self.table.hasFocus():
            self.table.edit_current()

    def _delete(self) -> None:
        if self.table.hasFocus():
            self._delete_chosen()

    def _delete_chosen(self) -> None:
        self.editing.delete(self.table.chosen_key())

    def _ask_to_forget(self) -> None:
        person = self.editing.person(self.panel.shown)
        if person is not None and person.id in self.editing.unfinished:
            self.editing.anonymise(person.id)  # it was asked before
        elif person is not None:
            self.panel.commit()
            self.forgetting.ask(person, people_fields.cards_written(self._desk.records, person))

    def _check(self, key: object, column: str, words: str) -> str:
        del key
        if column == "full_name" and not words.strip():
            return _sentence(InvalidInput("person-name-empty"))
        return ""

    # What was refused

    def _say(self, field: str, error: FacilitatorError) -> None:
        words = _sentence(error)
        if not self.panel.say(field, words):
            self.trouble.say(words)
        announce(self, words)

    def _be_quiet(self, field: str) -> None:
        self.trouble.say("")
        self.panel.say(field, "")
        self._show_chosen()


def _sentence(error: FacilitatorError) -> str:
    from facilitator.messages import sentence  # noqa: PLC0415 - after the first paint

    return sentence(error)
