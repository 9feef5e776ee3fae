"""The steps of the selected session: a table to write them in, one line below it for the next one.

Each change is asked of the desk at once: one intention, one change.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.domain.agenda import Session
from facilitator.domain.errors import FacilitatorError
from facilitator.i18n import _, language, ngettext
from ui.operator.run.offer import Offer
from ui.presenters import steps as presenter
from ui.presenters.capture import pasted
from ui.runtime.desk import Desk
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.cell_table import CellTable
from ui.widgets.choice import Choice
from ui.widgets.fields import InlineError
from ui.widgets.labels import label
from ui.widgets.pills import Pill

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.bootstrap import Workspace
    from facilitator.domain.changes import ChangeSet
    from facilitator.domain.ids import SessionId
    from facilitator.domain.steps import Step

ROW = 44


class NextLine(QLineEdit):
    """Enter adds what is typed; several pasted lines are told instead of being put on one."""

    entered = Signal(str)
    lines_pasted = Signal(tuple)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add, ask about lines, or leave."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.text().strip():
                self.entered.emit(self.text())
        elif event.key() == Qt.Key.Key_Escape and not self.text():
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and len(lines := clipboard_lines()) > 1:
            self.lines_pasted.emit(lines)
        else:
            super().keyPressEvent(event)


def clipboard_lines() -> tuple[str, ...]:
    """Return the lines of the clipboard that say something."""
    return pasted(QGuiApplication.clipboard().text())


class StepsTable(CellTable):
    """The table; Ctrl+V adds what the clipboard holds."""

    lines_pasted = Signal(tuple)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste rows."""
        if event.matches(QKeySequence.StandardKey.Paste) and not self.is_editing():
            if lines := clipboard_lines():
                self.lines_pasted.emit(lines)
        else:
            super().keyPressEvent(event)


class StepsView(QWidget):
    """Which session, how long its steps take, the steps, and the next one."""

    session_chosen = Signal(object)
    """The SessionId that a person chose here."""

    escaped = Signal()

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session: SessionId | None = None
        self._wanted: int | None = None
        self.sessions = Choice()
        self.total = Pill(theme)
        self.table = StepsTable(theme, row=ROW)
        self.empty = label(theme, role="body", tone="ink_2", wrap=True)
        self.offer = Offer(theme, icon="layers")
        self.trouble = InlineError(theme)
        self.line = NextLine()
        self.add = Button(theme, " ", icon="plus", size="small")
        self.delete = Button(theme, icon="trash-2", kind="quiet", size="small")
        self.up = Button(theme, icon="chevron-up", kind="quiet", size="small")
        self.down = Button(theme, icon="chevron-down", kind="quiet", size="small")
        self._arrange()
        self.sessions.chosen.connect(self._choose_session)
        self.table.cells.edited.connect(self._edited)
        self.table.cells.check = self._check
        self.table.trouble.connect(self.trouble.say)
        self.table.opened.connect(lambda _key: self.table.edit_cell(self.table.chosen_key(), "instruction"))
        self.table.lines_pasted.connect(self._ask_lines)
        self.line.lines_pasted.connect(self._ask_lines)
        self.line.entered.connect(self._add)
        self.line.left.connect(self.escaped)
        self.add.clicked.connect(lambda: self._add(self.line.text()))
        self.delete.clicked.connect(self.delete_current)
        self.up.clicked.connect(lambda: self.move_current(-1))
        self.down.clicked.connect(lambda: self.move_current(1))

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.sessions, 1)
        top.addWidget(self.total)
        for button in (self.up, self.down, self.delete):
            top.addWidget(button)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.line, 1)
        foot.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.addWidget(self.offer)
        column.addWidget(self.trouble)
        column.addLayout(foot)
        column.addStretch(0)

    # What is shown

    def show_session(self, session: Session | None) -> None:
        """Show a session's steps."""
        other = (session.id if session else None) != self._session
        self._session = session.id if session else None
        records, spoken = self._desk.records, language()
        others = records.where(Session, workshop=self._desk.workshop_id)
        self.sessions.set_items(presenter.session_items(others, spoken))
        if session is not None:
            self.sessions.set_key(str(session.id))
        self.table.set_choices(presenter.choices(records, self._desk.workshop_id, spoken))
        rows = presenter.rows(records, session, spoken)
        self.table.show_table(presenter.columns(), rows)
        if self._wanted is not None and self._wanted < len(rows):
            self.table.choose(self._wanted)
            self._wanted = None
        words = presenter.total(session)
        self.total.setVisible(words is not None)
        if words is not None:
            self.total.show_state(words.text, words.tone, words.icon)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        for button in (self.up, self.down, self.delete):
            button.setEnabled(bool(rows))
        if other:
            self._say(None)
            self.offer.decline()

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.sessions.setAccessibleName(_("Session"))
        self.table.setAccessibleName(_("Steps of the session"))
        self.empty.setText(
            _("Write what the room does, step by step. A step can have a private tip, and choose the stage.")
        )
        self.line.setPlaceholderText(_("Next step: what the room does. Pasted lines become steps."))
        self.line.setAccessibleName(_("Next step"))
        self.add.setText(_("Add step"))
        for button, words in (
            (self.delete, _("Delete step")),
            (self.up, _("Move step up")),
            (self.down, _("Move step down")),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)

    # What a person does

    def take_focus(self) -> None:
        """Let typing begin: in the table, or in the line while there is no step."""
        part = self.table if self.table.cells.rows else self.line
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_step(self) -> None:
        """Let the next step be typed."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit_current(self) -> None:
        """Edit the cell that the keyboard is on."""
        self.table.edit_current()

    def delete_current(self) -> None:
        """Take the chosen step away."""
        if (place := self._place()) is not None:
            self._perform(lambda work, key: work.guiding.delete_steps(key, [place]))

    def move_current(self, by: int) -> None:
        """Move the chosen step up or down."""
        place = self._place()
        if place is not None and 0 <= (to := place + by) < len(self.table.cells.rows):
            self._wanted = to
            self._perform(lambda work, key: work.guiding.move_step(key, place, to))

    def _place(self) -> int | None:
        key = self.table.chosen_key()
        return key if isinstance(key, int) else None

    def _perform(self, change: "Callable[[Workspace, SessionId], ChangeSet]") -> None:
        key = self._session
        if key is not None:
            self._desk.perform(
                lambda work: change(work, key), done=lambda _changes: self._say(None), refused=self._say
            )

    def _step(self, place: object) -> "Step | None":
        session = self._desk.records.get(Session, self._session)
        if session is None or not isinstance(place, int) or not 0 <= place < len(session.steps):
            return None
        return session.steps[place]

    def _check(self, place: object, column: str, words: str) -> str:
        from facilitator.messages import sentence  # noqa: PLC0415 - after the first paint

        step = self._step(place)
        if step is None:
            return ""
        error = presenter.wrong(self._desk.records, step, (column, words), language(), self._desk.text)
        return "" if error is None else sentence(error)

    def _edited(self, place: int, column: str, words: str) -> None:
        step = self._step(place)
        if step is None:
            return
        try:
            fields = presenter.changed(self._desk.records, step, (column, words), language(), self._desk.text)
        except FacilitatorError as error:
            self._say(error)
            return
        self._perform(lambda work, key: work.guiding.edit_step(key, place, **fields))

    @Slot(str)
    def _add(self, words: str) -> None:
        if not words.strip():
            self.line.setFocus()
            return
        count = len(self.table.cells.rows)
        try:
            step = presenter.new_step(words, self._step(count - 1), self._desk.text)
        except FacilitatorError as error:
            self._say(error)
            return
        self._add_all([step])
        self.line.clear()

    def _add_all(self, steps: "list[Step]") -> None:
        count = len(self.table.cells.rows)
        self._wanted = count + len(steps) - 1
        self._perform(lambda work, key: work.guiding.add_steps(key, count, steps))

    @Slot(tuple)
    def _ask_lines(self, lines: tuple[str, ...]) -> None:
        """Ask what pasted lines are; a single one is a step."""
        if len(lines) == 1:
            self._add_lines(lines)
            return
        count = len(lines)
        self.offer.ask(
            ngettext("You pasted {n} line.", "You pasted {n} lines.", count).format(n=count),
            (ngettext("Make {n} step", "Make {n} steps", count).format(n=count), _("Keep as one step")),
            lambda: self._add_lines(lines),
            lambda: self._add_lines((" ".join(lines),)),
        )

    def _add_lines(self, lines: tuple[str, ...]) -> None:
        try:
            self._add_all(presenter.read_lines(lines, self._desk.text))
        except FacilitatorError as error:
            self._say(error)

    def _choose_session(self, key: str) -> None:
        session = next((each for each in self._desk.records.where(Session) if str(each.id) == key), None)
        if session is not None:
            self.session_chosen.emit(session.id)

    def _say(self, error: FacilitatorError | None) -> None:
        from facilitator.messages import sentence  # noqa: PLC0415 - after the first paint

        self.trouble.say("" if error is None else sentence(error))
