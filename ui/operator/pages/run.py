"""Run: the clock, what the room is asked and sees, and cards as fast as people speak."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.agenda import Session, SessionStatus, TimerTransition
from facilitator.domain.cards import Board, Card, CardKind
from facilitator.domain.changes import ChangeSet
from facilitator.domain.cycles import Workshop, WorkshopStatus
from facilitator.domain.notes import Agreement, Note, ParkingItem, Photo
from facilitator.domain.people import Organisation, Person
from facilitator.domain.plans import WorkItem
from facilitator.i18n import _, language
from ui.actions import install_actions, retranslate_actions
from ui.operator.run.agenda import AgendaPanel
from ui.operator.run.board import BoardFollower
from ui.operator.run.capture import CaptureBar
from ui.operator.run.catching_up import CatchingUp
from ui.operator.run.commands import DIGITS, RunCommands, ensure_commands
from ui.operator.run.doors import RunDoors
from ui.operator.run.guide_place import GuidePlace, rest_of
from ui.operator.run.nothing import NothingToRun
from ui.operator.run.phase_place import PhasePlace
from ui.operator.run.question import StageQuestion
from ui.operator.run.side import StagePanel
from ui.operator.run.stream import StreamPanel
from ui.operator.run.timer import TimerPanel
from ui.operator.shell.page import Page
from ui.presenters import run_header as header
from ui.presenters.run import Console
from ui.runtime.desk import Desk
from ui.stage.director import StageDirector
from ui.theme.theme import Theme
from ui.widgets.labels import rule

if TYPE_CHECKING:
    from ui.operator.run.noted import NotedLine


class RunPage(Page):
    """The console of a running workshop."""

    key = "run"

    def __init__(self, theme: Theme, desk: Desk, stage: StageDirector, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._desk = desk
        self._stage = stage
        self._session: Session | None = None
        self._minute = ""
        self._commands = RunCommands(desk, stage, self)
        self.agenda = AgendaPanel(theme)
        self.timer = TimerPanel(theme)
        self.question = StageQuestion(theme)
        self.phases = PhasePlace(theme, desk, stage)
        self.capture = CaptureBar(theme, desk)
        self.stream = StreamPanel(theme)
        self.side = StagePanel(theme, stage)
        self.guide = GuidePlace(theme, desk, stage)
        self.catching_up = CatchingUp(theme, desk, self.stream, self._console, self)
        self._cards = BoardFollower(desk, self.stream, self.question, self)
        self.doors = RunDoors(theme, desk, self)
        self._empty = NothingToRun(theme, desk)
        self._centre = QFrame()
        self._centre.setProperty("ground", "surface")
        self._noted: NotedLine | None = None
        self._behind = (self.agenda, self.question, self.stream, self.side)
        self._arrange()
        self._connect()
        self._install()
        if desk.ready:
            self._opened()
        else:
            self._wait()

    def _arrange(self) -> None:
        self._upper = [QVBoxLayout() for _part in range(3)]
        centre = QVBoxLayout(self._centre)
        centre.setContentsMargins(0, 0, 0, 0)
        centre.setSpacing(0)
        for layout, part in zip(self._upper, (self.timer, self.question, self.capture), strict=True):
            layout.addWidget(part)
            centre.addLayout(layout)
            centre.addWidget(rule())
        self._upper[1].addWidget(self.phases)
        centre.addWidget(self.stream, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.agenda)
        row.addWidget(rule(vertical=True))
        row.addWidget(self._empty, 1)
        row.addWidget(self._centre, 1)
        row.addWidget(rule(vertical=True))
        row.addWidget(self.side)
        self.side.set_lower(self.guide)
        self._empty.hide()
        QWidget.setTabOrder(self.capture, self.stream.view)
        self.stream.entry = self.capture.frame.who.line

    def _connect(self) -> None:
        desk, commands = self._desk, self._commands
        desk.opened.connect(self._opened)
        desk.changed.connect(self._changed)
        self._stage.ticker.ticked.connect(self._ticked)
        self.agenda.day_changed.connect(self._read_time)
        self.agenda.chosen.connect(self._session_chosen)
        self.timer.primary_pressed.connect(self._primary)
        self.timer.pause_pressed.connect(commands.pause_or_go_on)
        self.timer.close_pressed.connect(commands.close_workshop)
        self.timer.minutes_pressed.connect(commands.give)
        self.timer.by_itself_pressed.connect(commands.start_by_itself)
        self.agenda.apply_wanted.connect(self.catching_up.apply)
        self.agenda.ways_wanted.connect(self.catching_up.toggle)
        self.catching_up.left.connect(self.capture.take_focus)
        self._empty.page_wanted.connect(self.page_wanted)
        self.guide.page_wanted.connect(self.page_wanted)
        self.guide.record_wanted.connect(self.record_wanted)
        self.question.done.connect(self.capture.take_focus)
        self._cards.edit_wanted.connect(self.capture.edit)

    def _install(self) -> None:
        digits = {name: partial(self.capture.choose_digit, digit) for name, digit in DIGITS.items()}
        others = {
            "capture.focus": self.catching_up.close,
            "run.catch_up": self.catching_up.toggle,
            "board.next_phase": self.phases.next,
            "board.previous_phase": self.phases.back,
            "board.next_page": self.phases.next_page,
            "board.previous_page": self.phases.previous_page,
            "item.edit": self._edit,
            "item.to_work_plan": self._to_work_plan,
        }
        self._actions = install_actions(self, digits | others)

    # The shell asks

    def title(self) -> str:
        """Name the workshop."""
        return header.title(self._desk.workshop, language())

    def context(self) -> str:
        """Say where and on which day one is."""
        workshop, date = self._desk.workshop, self.agenda.date
        return (
            header.context(workshop, self._console().dates(), date, language()) if workshop and date else ""
        )

    @property
    def session(self) -> Session | None:
        """The session that cards go to: what runs, else what is selected."""
        return self._session

    def header_actions(self) -> Sequence[QAction]:
        """Return what the page leads to."""
        return self.doors.actions()

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        upper = (self.agenda, self.timer, self.question, self.capture)
        for part in (*upper, self.phases, self.stream, self.side, self.guide, self.doors):
            part.retranslate()
        self.catching_up.retranslate()
        if self._noted is not None:
            self._noted.retranslate()
        retranslate_actions(self._actions.values())
        self._empty.say()
        if self._desk.ready:
            self._opened()

    def activated(self) -> None:
        """Let typing begin at once."""
        if self._desk.ready:
            self._read_time()
        self.capture.take_focus()

    def is_idle(self) -> bool:
        """Return whether no card is being typed or stored."""
        return not self.capture.text and not self.capture.outbox.waiting

    def set_compact(self, *, compact: bool) -> None:
        """Take the measures of the compact layout, or of the regular one."""
        side, top = (20, 10) if compact else (28, 16)
        for layout, (above, below) in zip(
            self._upper, ((top, 8), (top - 4, top - 4), (top - 4, 8)), strict=True
        ):
            layout.setContentsMargins(side, above, side, below)
        self._upper[2].setContentsMargins(side - 4, top - 8, side - 4, 8)
        self.timer.set_compact(compact)
        self.stream.set_compact(compact)
        self.capture.frame.who.set_wide(not compact)

    def regions(self) -> Sequence[QWidget]:
        """Return the parts that F6 goes through."""
        return (self.capture, self.stream, self.side, self.agenda)

    def undo_area(self) -> QRect:
        """Let the undo bar lie above the stream's foot, never on the capture bar."""
        corner = self.stream.mapTo(self, QPoint(0, 0))
        return QRect(corner, self.stream.size())

    def showEvent(self, event: QShowEvent) -> None:
        """Give the window the keys of a running workshop."""
        super().showEvent(event)
        ensure_commands(self.window(), self._desk, self._stage)

    # Following the records

    def _wait(self) -> None:
        """Take cards while the workshop is being opened; what needs its records keeps its place unseen."""
        for part in self._behind:
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
            part.hide()
        self.timer.show_opening()

    @Slot()
    def _opened(self) -> None:
        for part in self._behind:
            part.show()
        self._session = None
        console = self._console() if self._desk.workshop else None
        if console is not None:
            self.agenda.set_dates(console.dates(), console.current_date())
        self.capture.read_kinds()
        self.capture.read_people()
        self._read_time()
        self._follow_session()
        self._cards.read()
        self.capture.offer_draft()

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(Session, TimerTransition, Workshop, Person):
            self._read_time()
        if changes.touches(Session, Board):
            self._follow_session()
        if changes.touches(CardKind):
            self.capture.read_kinds()
        if self._noted is None and changes.touches(Agreement, Note, ParkingItem):
            self._tell_noted(changes)
        if changes.touches(Person, Organisation):
            self.capture.read_people()
        if changes.touches(Card, Photo):
            self._cards.follow(changes)
        if changes.touches(WorkItem):
            self._cards.read_plan()

    def _tell_noted(self, changes: ChangeSet) -> None:
        """Say below the capture bar what is no card; from the first one on the line follows by itself."""
        from ui.operator.run.noted import NotedLine  # noqa: PLC0415 - not before there is one

        self._noted = NotedLine(self.theme, self._desk)
        self._upper[2].addWidget(self._noted)
        self._noted.record_wanted.connect(self.record_wanted)
        self._noted.page_wanted.connect(self.page_wanted)
        self._noted.follow(changes)

    def _console(self) -> Console:
        workshop = self._desk.workshop
        assert workshop is not None  # noqa: S101 - every caller looks first
        return Console(self._desk.records, workshop, self._stage.clock, self._desk.now())

    @Slot()
    def _read_time(self) -> None:
        """Show agenda, drift, clock and what comes next, as they are now."""
        if self._desk.workshop is None:
            self._show_nothing(nothing=True)
            self.agenda.show_nothing()
            self.guide.show_session(None)
            self.side.show_next("", "")
            return
        console = self._console()
        self._show_nothing(nothing=not console.sessions)
        live = console.live
        dates = console.dates()
        if self.agenda.date not in dates or (live is not None and live != self._session):
            self.agenda.set_dates(dates, console.current_date())
        else:
            self.agenda.set_dates(dates, self.agenda.date)
        date = self.agenda.date
        if date is not None:
            self.agenda.show_lines(console.lines(date, language()))
            self.agenda.show_drift(console.drift(live.date if live else date, language()))
        shown = live or self._chosen(console)
        self.timer.show_session(
            shown.title.best(language()) if shown else "",
            console.led_by(shown, language()) if shown else "",
            console.role(shown),
        )
        self.timer.show_close(live is None and console.workshop.status is WorkshopStatus.RUNNING)
        self.timer.show_face(console.face(shown))
        self.timer.show_waiting(console.waiting(shown))
        self.catching_up.read()
        self.guide.show_session(shown)
        when, coming = (live and console.next_words()) or ("", None)
        spare = shown is not None and bool(shown.steps)
        self.side.show_next(when, coming.title.best(language()) if coming else "", spare=spare)
        self._minute = console.local(console.now)
        self.header_changed.emit()

    @Slot()
    def _ticked(self) -> None:
        """Flip the digits; the rest of the page follows once a minute."""
        if not self.isVisible() or self._desk.workshop is None:
            return
        console = self._console()
        if console.local(console.now) != self._minute:
            self._read_time()
        else:
            self.timer.show_face(console.face(self._chosen(console)))

    def _chosen(self, console: Console) -> Session | None:
        """Return the session that would start now: the one selected, else the next, else the last."""
        selected = self._desk.records.get(Session, self.agenda.session)
        last = console.sessions[-1] if console.sessions else None
        return selected or console.coming or last

    def _show_nothing(self, *, nothing: bool) -> None:
        self._empty.say()
        self._empty.setVisible(nothing)
        self._centre.setVisible(not nothing)

    @Slot()
    def _session_chosen(self) -> None:
        self._read_time()
        self._follow_session()

    def _follow_session(self) -> None:
        """Put cards onto the board of what runs, else of what is selected, and say which that is."""
        if self._desk.workshop is None:
            return
        console = self._console()
        self._session = session = console.live or self._chosen(console)
        self.capture.set_session(session.id if session else None)
        self.capture.rest_on(rest_of(self._desk, session, self.capture.choices))
        self._cards.show_session(session)
        self.phases.show_session(session)
        self.doors.follow()
        self._say_where()

    def _say_where(self) -> None:
        session = self._session
        live = session is not None and session.status in {SessionStatus.RUNNING, SessionStatus.PAUSED}
        words = ""
        if session is not None and not live:
            words = _("Cards go to: {session}").format(session=session.title.best(language()))
        self.stream.tell(words)

    # What a person does

    @Slot()
    def _primary(self) -> None:
        console = self._console()
        chosen = self._chosen(console)
        match console.role(chosen):
            case "start_workshop" | "reopen_workshop":
                self._commands.start_workshop()
            case "start_session" if chosen is not None:
                self._commands.start(chosen.id)
            case "next_session" | "end_session":
                self._commands.next()

    def _edit(self) -> None:
        """F2: the card that the keyboard is on, else the stage question."""
        if self._desk.ready and not (self.stream.view.hasFocus() and self._cards.act_on_current("edit")):
            self.question.edit()

    def _to_work_plan(self) -> None:
        """Ctrl+Shift+W: the selected card, else the newest."""
        self._cards.act_on_current("plan", newest=True)
