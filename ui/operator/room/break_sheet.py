"""The break: how long, when everybody is back, and while it lasts more or fewer minutes."""

import datetime as dt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.domain.agenda import Session
from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.places import zone_of
from facilitator.domain.timer import current_session, face
from facilitator.i18n import _, language
from facilitator.messages import sentence
from ui.operator.voting.rule_bar import Spin
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.fields import FieldRow, InlineError
from ui.widgets.labels import heading, label
from ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.bootstrap import Workspace
    from facilitator.services.pausing import Pausing
    from ui.runtime.desk import Desk
    from ui.stage.director import StageDirector

USUAL: Final = (5, 10, 15, 20, 30)
"""Minutes that are one press away."""

_FIRST: Final = 15
_LONGEST: Final = 240
_STEPS: Final = (-5, -1, 1, 5)


class BreakSheet(Sheet):
    """Enter gives the break; while one lasts, the same key opens it to change or to end it."""

    def __init__(self, theme: Theme, over: QWidget, desk: "Desk", stage: "StageDirector") -> None:
        super().__init__(theme, over, width=560)
        self._desk, self._stage = desk, stage
        self.said = label(theme, role="body", tone="ink_2", wrap=True)
        self.digits = heading(theme, role="display")
        self.minutes = Spin(1, _LONGEST)
        self.minutes.setKeyboardTracking(True)
        self.minutes.setValue(_FIRST)
        self._row = FieldRow(theme, "", self.minutes)
        self.usual = {each: Button(theme, str(each), size="small") for each in USUAL}
        self.steps = {each: Button(theme, _signed(each), size="small") for each in _STEPS}
        self.error = InlineError(theme)
        self.back = heading(theme)
        self.go = Button(theme, " ", kind="primary", icon="coffee")
        self.show_stage = Button(theme, " ", icon="projector")
        self.end = Button(theme, " ")
        self._chooser, self._changer = QWidget(), QWidget()
        self._lay_out()
        self.minutes.valueChanged.connect(self.follow)
        for minutes, button in self.usual.items():
            button.clicked.connect(lambda _on=False, minutes=minutes: self.minutes.setValue(minutes))
        for minutes, button in self.steps.items():
            button.clicked.connect(lambda _on=False, minutes=minutes: self._change(minutes))
        self.go.clicked.connect(self._begin)
        self.end.clicked.connect(self._end)
        self.show_stage.clicked.connect(self._show)
        stage.ticker.ticked.connect(self._ticked)
        desk.changed.connect(self._changed)
        desk.opened.connect(self.close_sheet)

    def _lay_out(self) -> None:
        for holder, parts in (
            (self._chooser, (self._row, *self.usual.values())),
            (self._changer, tuple(self.steps.values())),
        ):
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            for part in parts:
                row.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)
            row.addStretch(1)
        for part in (self.said, self.digits, self._chooser, self._changer, self.back, self.error):
            self.body.addWidget(part)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        for button in (self.show_stage, self.end, self.go):
            foot.addWidget(button)
        self.foot.addLayout(foot)

    # Showing

    def open_break(self) -> None:
        """Open for the session that runs."""
        self.error.say("")
        self.follow()
        first = self.minutes if not self._chooser.isHidden() else self.steps[1]
        self.open_sheet(first if not first.isHidden() and first.isVisibleTo(self) else self.show_stage)
        self.minutes.selectAll()

    @property
    def _live(self) -> Session | None:
        return current_session(self._desk.records.where(Session, workshop=self._desk.workshop_id))

    @Slot()
    def follow(self) -> None:
        """Show what can be done now."""
        live, clock = self._live, self._stage.clock
        back = clock.back_at if clock is not None else None
        planned = live is not None and live.type.is_break
        choosing = live is not None and back is None and not planned
        self._chooser.setVisible(choosing)
        self.go.setVisible(choosing)
        self._changer.setVisible(back is not None or planned)
        self.digits.setVisible(back is not None)
        self.end.setVisible(back is not None)
        self.show_stage.setVisible(back is not None or planned or live is None)
        title = " ".join(live.title.best(language()).split()) if live is not None else ""
        self.set_words(_("Break"), title)
        self._row.set_words(_("Minutes"))
        self.go.setText(_("Give the break"))
        self.end.setText(_("End the break"))
        self.show_stage.setText(_("Show the break on stage"))
        names = {
            -5: _("Five minutes less"),
            -1: _("One minute less"),
            1: _("One minute more"),
            5: _("Five minutes more"),
        }
        for minutes, button in self.steps.items():
            button.setAccessibleName(names[minutes])
            button.setToolTip(names[minutes])
        self._say(choosing=choosing, planned=planned)

    def _say(self, *, choosing: bool, planned: bool) -> None:
        now, clock = self._desk.now(), self._stage.clock
        if clock is not None and clock.back_at is not None and clock.of_break is not None:
            self.said.setText(_("The session's clock stands still and goes on by itself after the break."))
            self.digits.setText(face(clock.of_break, min(now, clock.back_at)))
            self.back.setText(_("Back at {time}").format(time=self._local(clock.back_at)))
        elif choosing:
            self.said.setText(_("The session's clock stands still until everybody is back."))
            back = now + dt.timedelta(minutes=self.minutes.value())
            self.back.setText(_("Back at {time}").format(time=self._local(back)))
        elif planned and clock is not None:
            self.said.setText(_("This break is in the agenda. Give it more minutes, or fewer."))
            self.back.setText(_("Back at {time}").format(time=self._local(clock.ends(now))))
        else:
            self.said.setText(_("No session runs: the stage can show a break, without a countdown."))
            self.back.setText("")
        self.back.setVisible(bool(self.back.text()))

    def _local(self, instant: dt.datetime) -> str:
        workshop = self._desk.workshop
        zone = zone_of(workshop) if workshop is not None else None
        return f"{instant.astimezone(zone):%H:%M}"

    @Slot()
    def _ticked(self) -> None:
        if self.isVisible():
            self.follow()

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        if self.isVisible() and changes.touches(Session):
            self.follow()

    # What a person does

    @Slot()
    def _begin(self) -> None:
        minutes = self.minutes.value()
        if (live := self._live) is not None:
            self._perform(lambda w: pausing(w).take_break(live.id, minutes), close=True)

    def _change(self, minutes: int) -> None:
        live, clock = self._live, self._stage.clock
        if live is None:
            return
        if clock is not None and clock.back_at is not None:
            self._perform(lambda w: pausing(w).change_break(live.id, minutes))
        else:
            self._perform(lambda w: w.running.extend(live.id, minutes))

    @Slot()
    def _end(self) -> None:
        if (live := self._live) is not None:
            self._perform(lambda w: w.running.resume(live.id), close=True)

    @Slot()
    def _show(self) -> None:
        self._stage.show("break")
        self.close_sheet()

    def _perform(self, change: "Callable[[Workspace], ChangeSet]", *, close: bool = False) -> None:
        def done(_changes: ChangeSet) -> None:
            if close:
                self.close_sheet()

        def refused(error: FacilitatorError) -> None:
            self.error.say(sentence(error))

        self.error.say("")
        self._desk.perform(change, done=done, refused=refused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives the break."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self.go.isHidden():
            self.minutes.interpretText()
            self._begin()
            event.accept()
            return
        super().keyPressEvent(event)


def pausing(workspace: "Workspace") -> "Pausing":
    """Return what is done with breaks in a workspace."""
    from facilitator.services.pausing import Pausing  # noqa: PLC0415 - with the database behind it

    return Pausing(workspace.operations)


def _signed(minutes: int) -> str:
    return f"+{minutes}" if minutes > 0 else f"−{-minutes}"
