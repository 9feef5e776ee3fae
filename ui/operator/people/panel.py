"""The panel of a person or an organisation."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.domain.people import Organisation, Person
from facilitator.i18n import _, language
from ui.operator.people.attendance import AttendanceList
from ui.operator.people.consents import ConsentList
from ui.presenters import people_fields as fields
from ui.presenters.people import Room, display_name
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.field_form import FieldForm
from ui.widgets.icon import IconLabel
from ui.widgets.labels import label, rule
from ui.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from uuid import UUID


class Caution(QWidget):
    """One sentence on marigold ground, with an icon that says it again."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme = theme
        self.words = label(theme, role="meta", tone="now", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(IconLabel(theme, icon, "now_ink", 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def say(self, sentence: str) -> None:
        """Say this, or nothing."""
        self.words.setText(sentence)
        self.setVisible(bool(sentence))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("now_tint"))
        radius = self._theme.radius("control")
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        painter.end()


class PeoplePanel(SidePanel):
    """Fields of what is chosen. It only tells what was changed; `say` shows what was refused."""

    edited = Signal(object, str, str)
    """Key of the person or organisation, name and new value of a field that was left."""

    forget_wanted = Signal()
    delete_wanted = Signal()
    person_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.shown: UUID | None = None
        """Key of the person or organisation whose fields are shown."""
        self._delete = Button(theme, icon="trash-2", kind="quiet", size="small")
        self._delete.clicked.connect(self.delete_wanted)
        self.tools.addWidget(self._delete)
        self.person_form = FieldForm(theme, fields.PERSON)
        self.organisation_form = FieldForm(theme, fields.ORGANISATION)
        self.consents = ConsentList(theme)
        self.attendance = AttendanceList(theme)
        self.appears = label(theme, role="meta", tone="ink_2", wrap=True)
        self.warning = Caution(theme, "eye-off")
        self.forget = Button(theme, " ", kind="quiet", size="small")
        self.forget.clicked.connect(self.forget_wanted)
        self.add_here = Button(theme, " ", icon="plus", size="small")
        self.add_here.clicked.connect(self.person_wanted)
        self._person_part = self._lay_person()
        self._organisation_part = self._lay_organisation()
        self.person_form.edited.connect(self.edited)
        self.organisation_form.edited.connect(self.edited)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def _lay_person(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        above = (self.appears, self.warning, self.consents, rule(), self.person_form)
        for each in (*above, rule(), self.attendance):
            column.addWidget(each)
        column.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(part)
        return part

    def _lay_organisation(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.organisation_form)
        column.addWidget(self.add_here, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(part)
        return part

    def show_person(self, room: Room, person: Person, *, unfinished: bool = False) -> None:
        """Show a person; words that are being typed stay. `unfinished` when traces may lie in the file."""
        self._organisation_part.hide()
        self._person_part.show()
        self.shown = person.id
        self.set_heading(display_name(person))
        self.person_form.set_choices(fields.choices_of(room.records, language()))
        self.person_form.show_values(person.id, fields.person_values(person))
        for spec in fields.PERSON:
            self.person_form.set_enabled(spec.name, enabled=not person.anonymised or spec.name in fields.KEPT)
        self._show_privacy(room, person, unfinished=unfinished)
        self.attendance.show_person(room, person.id)
        self._name_delete(_("Delete person"))

    def _show_privacy(self, room: Room, person: Person, *, unfinished: bool) -> None:
        name = fields.appears_as(room, person)
        cards = fields.cards_words(fields.cards_written(room.records, person))
        self.appears.setText(_("In minutes and exports: {name}. {cards}.").format(name=name, cards=cards))
        if unfinished:
            self.warning.say(_("The personal data was deleted, but the file could not be cleaned of it yet."))
        elif person.anonymised:
            self.warning.say(_("The personal data was deleted. What is counted is kept."))
        elif not fields.is_named(room, person):
            self.warning.say(
                _("The name is left out of the stage, the minutes and every export. It still stands here.")
            )
        else:
            self.warning.say("")
        self.consents.setVisible(not person.anonymised)
        self.consents.show_answers(person.id, fields.answers_of(room, person))
        self.forget.setVisible(unfinished or not person.anonymised)
        self.forget.setText(_("Clean the file") if unfinished else _("Delete personal data"))

    def show_organisation(self, room: Room, organisation: Organisation) -> None:
        """Show an organisation; words that are being typed stay."""
        self._person_part.hide()
        self._organisation_part.show()
        self.shown = organisation.id
        self.set_heading(organisation.known_as)
        self.organisation_form.set_choices(fields.choices_of(room.records, language()))
        self.organisation_form.show_values(organisation.id, fields.organisation_values(organisation))
        self._name_delete(_("Delete organisation"))

    def _name_delete(self, words: str) -> None:
        self._delete.setAccessibleName(words)
        self._delete.setToolTip(words)

    def say(self, name: str, sentence: str) -> bool:
        """Say at a field why it was refused, or that it was not; whether there is such a field."""
        if name.startswith("consent:"):
            self.consents.say(name.partition(":")[2], sentence)
            return True
        shown = self.person_form if self._person_part.isVisibleTo(self) else self.organisation_form
        return shown.say(name, sentence)

    def edit_name(self) -> None:
        """Put the focus into the name."""
        if self._person_part.isVisibleTo(self):
            self.person_form.focus_field("full_name")
        else:
            self.organisation_form.focus_field("name")

    def commit(self) -> None:
        """Store what is being typed, before somebody else is shown."""
        for part in (self.person_form, self.organisation_form, self.consents):
            part.commit()

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        for part in (self.person_form, self.organisation_form, self.consents, self.attendance):
            part.retranslate()
        self.add_here.setText(_("Person of this organisation"))
        self.add_here.setAccessibleName(_("Add a person of this organisation"))
