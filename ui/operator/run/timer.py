"""The session that runs: its title, its clock, the fuse, and the buttons of time."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.timer import TimerPhase
from facilitator.i18n import _
from ui.actions import key_hint
from ui.operator.run.armed_line import ArmedLine
from ui.operator.run.clock_face import Digits, FuseBar
from ui.operator.run.fitted_label import FittedLabel
from ui.presenters.run import Role, Waiting
from ui.presenters.run_clock import ClockFace
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import ElidedLabel, set_tone

_TITLE: Final = ((24, 1), (20, 1), (18, 2), (16, 2))
_TITLE_HEIGHT: Final = 44
"""px, as high as the buttons beside it: the clock stands still whatever the next session is called."""
_LED_BY: Final = ((15, 1), (13, 1))
_LED_BY_HEIGHT: Final = 20
_STEPS: Final = ((-1, 1), (-5, 5))
"""Minutes that the buttons beside the clock give, row by row."""
_GAP: Final = 20
_LEAST_GAP: Final = 10
_SMALL: Final = 580
"""Width in px below which Pause is a sign alone, so that the title has its room."""


class TimerPanel(QWidget):
    """The upper middle of the Run page: one primary button."""

    primary_pressed = Signal()
    pause_pressed = Signal()
    close_pressed = Signal()
    minutes_pressed = Signal(int)

    by_itself_pressed = Signal(object, bool)
    """A session, by its key, is to start by itself at its planned time; or not, when false."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._role: Role = "nothing"
        self._paused = False
        self._title = FittedLabel(theme, "title", _TITLE)
        self._title.setFixedHeight(_TITLE_HEIGHT)
        self._led_by = FittedLabel(theme, "body", _LED_BY, "ink_2")
        self._led_by.setFixedHeight(_LED_BY_HEIGHT)
        self._pause = Button(theme, " ", icon="timer", size="large")
        self._close = Button(theme, " ", kind="quiet", size="large")
        self._primary = Button(theme, " ", kind="primary", size="large")
        self._by_itself = Button(theme, " ", icon="alarm-clock", size="large")
        self._waiting: Waiting | None = None
        self._armed = ArmedLine(theme)
        self._digits = Digits(theme)
        self._lead = ElidedLabel(theme, "heading")
        self._ends = ElidedLabel(theme, "body", "ink_2")
        self._minutes = {step: Button(theme, _steps(step), size="small") for row in _STEPS for step in row}
        self._fuse = FuseBar(theme)
        self._clock = QWidget()
        self._arrange()
        pressed = (self._pause, self._close, self._by_itself, self._primary)
        for button in (*pressed, *self._minutes.values()):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._primary.clicked.connect(self.primary_pressed)
        self._pause.clicked.connect(self.pause_pressed)
        self._close.clicked.connect(self.close_pressed)
        self._by_itself.clicked.connect(lambda: self._by_itself_clicked(on=True))
        self._armed.cancelled.connect(lambda: self._by_itself_clicked(on=False))
        for step, button in self._minutes.items():
            button.clicked.connect(lambda _on=False, step=step: self.minutes_pressed.emit(step))

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._title, 1)
        for button in (self._close, self._by_itself, self._pause, self._primary):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        beside = QVBoxLayout()
        beside.setSpacing(1)
        beside.addStretch(1)
        beside.addWidget(self._lead)
        beside.addWidget(self._ends)
        steps = self._steps = QGridLayout()
        steps.setSpacing(6)
        for row, pair in enumerate(_STEPS):
            for column, step in enumerate(pair):
                steps.addWidget(self._minutes[step], row, column)
        self._beside = clock = QHBoxLayout()
        clock.setSpacing(_GAP)
        clock.addWidget(self._digits, 0, Qt.AlignmentFlag.AlignBottom)
        clock.addLayout(beside, 1)
        clock.addLayout(steps)
        clock.setAlignment(steps, Qt.AlignmentFlag.AlignBottom)
        block = QVBoxLayout(self._clock)
        block.setContentsMargins(0, 0, 0, 0)
        block.setSpacing(12)
        block.addLayout(clock)
        block.addWidget(self._fuse)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        head = QVBoxLayout()
        head.setSpacing(1)
        head.addLayout(top)
        head.addWidget(self._led_by)
        self._column.addLayout(head)
        self._column.addWidget(self._clock)
        self._column.addWidget(self._armed)

    def set_compact(self, compact: bool) -> None:
        """Take the room of the compact layout, or of the regular one."""
        self._column.setSpacing(0 if compact else 6)
        self._digits.updateGeometry()

    def show_session(self, title: str, led_by: str, role: Role) -> None:
        """Say which session runs, or is ready to start, and what the primary button does."""
        self._title.set_text(title)
        self._led_by.set_text(led_by)
        self._fit()
        self._role = role
        words = {
            "start_workshop": _("Start the workshop"),
            "reopen_workshop": _("Reopen the workshop"),
            "start_session": _("Start session"),
            "next_session": _("Next session"),
            "end_session": _("End session"),
            "nothing": "",
        }
        self._primary.setText(words[role])
        self._primary.setAccessibleName(words[role])
        icons = {"next_session": "arrow-right", "end_session": "check"}
        self._primary.set_icon(icons.get(role, "circle-play"), behind=role == "next_session")
        self._primary.setVisible(role != "nothing")

    def _fit(self) -> None:
        """Let buttons and digits give way to words."""
        words = "" if self.width() < _SMALL else self._pause.accessibleName()
        if self._pause.text() != words:
            self._pause.setText(words)
        said = max(self._lead.sizeHint().width(), self._ends.sizeHint().width())
        taken = self._digits.full_width() + said + self._steps.sizeHint().width()
        gap = (self.width() - taken) // 2
        self._digits.set_narrow(gap < _LEAST_GAP)
        self._beside.setSpacing(max(_LEAST_GAP, min(gap, _GAP)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit title and digits."""
        super().resizeEvent(event)
        self._fit()

    def show_opening(self) -> None:
        """Say that the workshop is being opened, in the room that title and clock will take."""
        self.show_session(_("The workshop is being opened"), "", "nothing")
        for button in (self._pause, self._by_itself, *self._minutes.values()):
            button.hide()

    def show_close(self, shown: bool) -> None:
        """Offer to close the workshop while nothing runs."""
        self._close.setText(_("Close the workshop"))
        self._close.setVisible(shown)

    def show_face(self, face: ClockFace | None) -> None:
        """Show the clock, or none while nothing runs."""
        self._clock.setVisible(face is not None)
        runs = face is not None and face.phase is not TimerPhase.IDLE
        for part in (self._pause, self._fuse, *self._minutes.values()):
            part.setVisible(runs)
        if face is None:
            return
        self._digits.show_digits(face.digits, face.phase)
        if self._lead.text() != face.lead:
            self._lead.set_text(face.lead)
        set_tone(self._lead, "over" if face.phase is TimerPhase.OVER else "ink")
        if self._ends.text() != face.ends:
            self._ends.set_text(face.ends)
        self._fuse.show_face(face)
        self._fit()
        paused = face.phase is TimerPhase.PAUSED or face.on_break
        words = _("Go on") if paused else _("Pause")
        if self._pause.accessibleName() != words:
            self._pause.setAccessibleName(words)
            self._pause.setToolTip(f"{words} ({key_hint('run.pause')})")
            self._pause.set_icon("circle-play" if paused else "pause")
            self._fit()

    def show_waiting(self, waiting: Waiting | None) -> None:
        """Offer to let a session start by itself, or say that it will; nothing for None."""
        self._waiting = waiting
        armed = waiting is not None and waiting.armed
        self._by_itself.setVisible(waiting is not None and not armed)
        self._armed.setVisible(armed)
        if waiting is None:
            return
        name = _("Start by itself at {time}").format(time=waiting.time)
        running = self._role in {"next_session", "end_session"}
        if running:
            name = _("Start the next session by itself at {time}").format(time=waiting.time)
        self._by_itself.setText("" if running else _("At {time}").format(time=waiting.time))
        self._by_itself.setAccessibleName(name)
        self._by_itself.setToolTip(f"{name} ({key_hint('run.at_its_time')})")
        self._armed.say(waiting.words)

    def _by_itself_clicked(self, *, on: bool) -> None:
        if self._waiting is not None:
            self.by_itself_pressed.emit(self._waiting.session, on)

    def retranslate(self) -> None:
        """Name the buttons in the screen's language."""
        self._armed.retranslate()
        names = {
            -5: _("Five minutes less"),
            -1: _("One minute less"),
            1: _("One minute more"),
            5: _("Five minutes more"),
        }
        for step, button in self._minutes.items():
            button.setAccessibleName(names[step])
            button.setToolTip(names[step])
        self._pause.setAccessibleName("")
        self._digits.setAccessibleName(_("Time left"))


def _steps(minutes: int) -> str:
    return f"+{minutes}" if minutes > 0 else f"−{-minutes}"
