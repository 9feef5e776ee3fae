"""Agenda: the days true to time or as a table, and everything about the selected session."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Board
from facilitator.domain.changes import ChangeSet
from facilitator.domain.cycles import Workshop
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.ids import SessionId
from facilitator.domain.people import Person
from facilitator.domain.places import zone_of
from facilitator.domain.timer import current_session
from facilitator.i18n import _, language
from ui.actions import install_actions, retranslate_actions
from ui.operator.agenda.editing import AgendaEditing
from ui.operator.agenda.view import AgendaView
from ui.operator.shell.page import Page
from ui.presenters import agenda as presenter
from ui.presenters import session_fields as fields
from ui.presenters.clashes import clash
from ui.presenters.session_rows import rows_of
from ui.runtime.desk import Desk
from ui.theme.theme import Theme
from ui.widgets.empty_state import EmptyState


class AgendaPage(Page):
    """The plan of the workshop's days."""

    key = "agenda"

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._desk = desk
        self._selected: SessionId | None = None
        self._date: dt.date | None = None
        self._fresh: SessionId | None = None
        self._days: tuple[presenter.DayColumn, ...] = ()
        self.editing = AgendaEditing(desk, self)
        self.view = AgendaView(theme, desk)
        self.empty = EmptyState(theme, icon="plus")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.view)
        whole.addWidget(self.empty)
        self._connect()
        steps, either = self.view.steps, self.view.either
        self._actions = install_actions(
            self,
            {
                "item.edit": self._edit,
                "item.add": partial(either, steps.begin_step, self.add_session),
                "item.delete": partial(either, steps.delete_current, self._delete),
                "item.move_up": partial(either, partial(steps.move_current, -1), partial(self._move, -1)),
                "item.move_down": partial(either, partial(steps.move_current, 1), partial(self._move, 1)),
            },
        )

    def _connect(self) -> None:
        self._desk.opened.connect(self._opened)
        self._desk.changed.connect(self._changed)
        view = self.view
        bar, line, table, panel = view.toolbar, view.timeline, view.table, view.panel
        bar.view_chosen.connect(view.show_view)
        bar.day_chosen.connect(self._go_to_day)
        bar.session_wanted.connect(self.add_session)
        bar.break_wanted.connect(self._add_break)
        bar.day_wanted.connect(self._add_day)
        view.banner.fix_wanted.connect(self.editing.repair)
        self.empty.acted.connect(self._begin)
        line.selected.connect(self._select)
        line.edit_wanted.connect(self._edit)
        line.length_wanted.connect(self.editing.set_minutes)
        line.span_wanted.connect(self.editing.set_span)
        line.moved.connect(self.editing.drag_to)
        table.selected.connect(self._select)
        table.sessions.edited.connect(self.editing.edit)
        table.sessions.locked_edited.connect(lambda key, on: self.editing.set_locked(key, locked=on))
        table.sessions.titled.connect(self._add_titled)
        view.steps.session_chosen.connect(self._select)
        view.steps.escaped.connect(self.view.focus_agenda)
        panel.escaped.connect(self.view.focus_agenda)
        panel.edited.connect(lambda name, value: self._with_selected(self.editing.edit, name, value))
        panel.minutes_edited.connect(lambda value: self._with_selected(self.editing.set_minutes, value))
        panel.locked_edited.connect(lambda on: self._with_selected(self.editing.set_locked, locked=on))
        panel.duplicate_wanted.connect(self._duplicate)
        panel.delete_wanted.connect(self._delete)
        panel.question_language_chosen.connect(self._ask_in)
        self.editing.refused.connect(self._say)
        self.editing.accepted.connect(self._be_quiet)

    # The page

    def title(self) -> str:
        """Return the workshop's number and title."""
        workshop = self._desk.workshop
        return _("Agenda") if workshop is None else presenter.workshop_title(workshop, language())

    def context(self) -> str:
        """Return where, when and how many sessions."""
        return presenter.context(self._desk.records, self._desk.workshop, language())

    def regions(self) -> Sequence[QWidget]:
        """Return toolbar, agenda and panel."""
        parts = (self.view.toolbar, self.view.views, self.view.panel)
        return parts if self.view.isVisible() else (self.empty,)

    def undo_area(self) -> QRect:
        """Leave the panel free."""
        panel = self.view.panel
        return self.rect().adjusted(0, 0, -panel.width() if panel.isVisible() else 0, 0)

    def activated(self) -> None:
        """Follow what was stored meanwhile, and put the focus on the agenda."""
        self._refresh()
        if self.view.isVisible():
            self.view.focus_agenda()
        else:
            self.empty.button.setFocus()

    def set_compact(self, *, compact: bool) -> None:
        """Leave out what only explains."""
        self.view.toolbar.set_compact(compact=compact)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.view.retranslate(_("Agenda"))
        retranslate_actions(self._actions.values())
        self._refresh()

    # Following what is stored

    def _opened(self) -> None:
        self._selected = self._date = None
        self._refresh()
        self.header_changed.emit()
        if self.isVisible():
            self.activated()

    def _changed(self, changes: ChangeSet) -> None:
        if self.isVisible() and changes.touches(Session, Workshop, Person, Board):
            self._refresh()
            self.header_changed.emit()

    def _refresh(self) -> None:
        records, workshop, now = self._desk.records, self._desk.workshop_id, language()
        self._days = presenter.columns(records, workshop, now)
        self._show_empty()
        self._keep_selection()
        self.view.toolbar.show_days(self._days, self._date)
        self.view.banner.show_clash(clash(records, workshop, now))
        self.view.timeline.show_days(self._days)
        self._show_choices()
        self.view.table.show_rows(rows_of(records, workshop, self._date, now))
        self._show_selected()

    def _show_empty(self) -> None:
        workshop = self._desk.workshop
        self.view.setVisible(bool(self._days))
        self.empty.setVisible(not self._days)
        self.empty.button.set_icon("house" if workshop is None else "plus")
        if workshop is None:
            self.empty.set_words(
                _("No workshop is open"), _("Open a workshop on Home, or make a new one."), _("Go to Home")
            )
        else:
            self.empty.set_words(
                _("No days yet"), _("Sessions lie on the days of the workshop."), _("Add the first day")
            )

    def _keep_selection(self) -> None:
        dates = [day.date for day in self._days]
        session = self._desk.records.get(Session, self._fresh or self._selected)
        if session is None and self._date is None:  # looked at for the first time: begin with what runs
            session = current_session(self._desk.records.where(Session, workshop=self._desk.workshop_id))
            self._selected = session.id if session is not None else None
        if self._fresh is not None and session is not None:
            self._selected = self._fresh
        if session is not None:
            self._date = session.date
        if self._date not in dates:
            self._date = dates[0] if dates else None
        if session is None:
            day = next((each for each in self._days if each.date == self._date), None)
            self._selected = day.blocks[0].id if day is not None and day.blocks else None

    def _show_choices(self) -> None:
        choices = fields.choices(self._desk.records, [day.date for day in self._days], language())
        self.view.panel.set_choices(choices)
        self.view.table.set_choices(choices)

    def _show_selected(self) -> None:
        session = self._desk.records.get(Session, self._selected)
        self.view.panel.setVisible(session is not None)
        self.view.timeline.choose(self._selected)
        self.view.table.choose(self._selected)
        self.view.steps.show_session(session)
        if session is None:
            return
        board = fields.board_of(self._desk.records, session.id)
        spoken = fields.question_languages(self._desk.workshop, board)
        self.view.panel.set_question_languages(spoken)
        asked_in = self.editing.ask_in([key for key, _name in spoken])
        shown = fields.fields_of(self._desk.records, session, language(), asked_in)
        self.view.panel.show_session(shown, presenter.overline(self._desk.records, session))
        if self._fresh == session.id:
            self._fresh = None
            if not self.view.shows_table:
                self.view.panel.edit_title()

    # What a person does

    def _select(self, session: SessionId | None) -> None:
        if session == self._selected:
            return
        self.view.panel.commit()
        self._selected = session
        self._say("", None)
        found = self._desk.records.get(Session, session)
        if found is not None and found.date != self._date:
            self._date = found.date
            self._refresh()
        self._show_selected()

    def show_record(self, record: UUID, field: str = "") -> None:
        """Show a session, with the focus on the agenda, in one of its fields, or on its steps."""
        self._select(SessionId(record))
        if field == "steps":
            self.view.show_view("steps")
            return
        self.view.timeline.choose(self._selected)  # into sight again, also where it was chosen before
        self.view.table.choose(self._selected)
        self.view.focus_agenda()
        if field in self.view.panel.fields:
            self.view.panel.fields[field].setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_day(self, date: dt.date) -> None:
        self.view.panel.commit()
        self._date = date
        day = next(each for each in self._days if each.date == date)
        self._selected = day.blocks[0].id if day.blocks else None
        self._refresh()

    def _with_selected(self, act: Callable[..., None], *arguments: object, **named: object) -> None:
        if self._selected is not None:
            act(self._selected, *arguments, **named)

    def add_session(self) -> None:
        """Add a session behind the selected one, and let its title be typed."""
        if self._date is not None:
            self.view.panel.commit()
            self._fresh = self.editing.add(self._selected, self._date)

    def _add_titled(self, title: str) -> None:
        if self._date is not None:
            self._fresh = self.editing.add(None, self._date, title)

    def _add_break(self) -> None:
        if self._date is not None:
            self.view.panel.commit()
            self._selected = self.editing.add_break(self._selected, self._date) or self._selected

    def _add_day(self) -> None:
        workshop = self._desk.workshop
        if workshop is not None:
            self.editing.add_day(self._desk.now().astimezone(zone_of(workshop)).date())

    def _begin(self) -> None:
        if self._desk.workshop is None:
            self.page_wanted.emit("home")
        else:
            self._add_day()

    def _duplicate(self) -> None:
        if self._selected is not None:
            self.view.panel.commit()
            self._fresh = self.editing.duplicate(self._selected)

    def _delete(self) -> None:
        ids = [block.id for day in self._days for block in day.blocks]
        if self._selected is None or self._selected not in ids:  # it is just coming, or gone already
            return
        gone, place = self._selected, ids.index(self._selected)
        self._selected = next(iter([*ids[place + 1 :], *reversed(ids[:place])]), None)
        self.editing.delete(gone)

    def _move(self, steps: int) -> None:
        if self._selected is not None:
            self.editing.move(self._selected, steps)

    def _edit(self) -> None:
        if self.view.shows_steps and not self.view.panel.isAncestorOf(self.focusWidget()):
            self.view.steps.edit_current()
        elif self.view.shows_table and not self.view.panel.isAncestorOf(self.focusWidget()):
            self.view.table.edit_current()
        elif self._selected is not None:
            self.view.panel.edit_title()

    def _ask_in(self, wanted: str) -> None:
        self.view.panel.commit()
        self.editing.question_language = wanted
        self._show_selected()

    # What was refused

    def _say(self, field: str, error: FacilitatorError | None) -> None:
        from facilitator.messages import sentence  # noqa: PLC0415 - after the first paint

        words = "" if error is None else sentence(error)
        at_field = field in self.view.panel.rows and self.view.panel.isVisible()
        self.view.trouble.say("" if at_field else words)
        if at_field:
            self.view.panel.say(field, words)

    def _be_quiet(self, field: str) -> None:
        self.view.trouble.say("")
        self.view.panel.say(field, "")
