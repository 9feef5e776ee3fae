"""The lower right of Run: the session's steps and notes, or who speaks. For the operator alone."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from facilitator.domain.agenda import Session, TimerTransition
from facilitator.domain.changes import ChangeSet
from facilitator.domain.guiding import minutes_of
from facilitator.domain.timer import current_session
from facilitator.domain.turns import SpeakingTurn
from facilitator.i18n import _, language
from ui.actions import key_hint
from ui.operator.run.guide_steps import StepHead, StepList, TipBox
from ui.operator.run.guide_talk import TalkPart
from ui.operator.run.leading import Leading
from ui.presenters.guide import StepFace, minutes_said, step_face, step_time
from ui.runtime.desk import Desk
from ui.stage.director import StageDirector
from ui.theme.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.icon import IconLabel
from ui.widgets.labels import ElidedLabel, heading, label, rule
from ui.widgets.switches import SegmentedControl


class StepsPart(QWidget):
    """Steps and notes of one session."""

    page_wanted = Signal(str)
    record_wanted = Signal(str, object, str)

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session: Session | None = None
        self._page = ""
        leading = Leading(desk)
        self.head = StepHead(theme)
        self.instruction = heading(theme, wrap=True)
        self._signs = [
            (IconLabel(theme, "projector", "ink_2", 15), ElidedLabel(theme, "meta", "ink_2"))
            for _sign in ("captures", "shows")
        ]
        self.lead = Button(theme, " ", icon="arrow-right", size="small")
        self.tip = TipBox(theme)
        self.list = StepList(theme)
        self._notes_title = label(theme, role="body_strong")
        self._notes = label(theme, role="body", tone="ink_2", wrap=True)
        self._empty = label(theme, role="body", tone="ink_2", wrap=True)
        self.plan = Button(theme, " ", icon="calendar-days", kind="quiet", size="small")
        for button in (self.lead, self.plan):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.head.next_pressed.connect(leading.next_step)
        self.head.previous_pressed.connect(leading.previous_step)
        self.list.activated.connect(lambda index: leading.go_to(self.list.lines.rows[index.row()].number))
        self.lead.clicked.connect(lambda: self.page_wanted.emit(self._page))
        self.plan.clicked.connect(self._plan)
        self._arrange()

    def _arrange(self) -> None:
        inner = QWidget()
        inner.setProperty("scrolled", True)
        box = self._box = QVBoxLayout(inner)
        box.setContentsMargins(0, 0, 8, 0)
        box.setSpacing(8)
        box.addWidget(self.instruction)
        box.addWidget(self.tip)
        for icon, words in self._signs:
            sign = QHBoxLayout()
            sign.setSpacing(7)
            sign.addWidget(icon)
            sign.addWidget(words, 1)
            box.addLayout(sign)
        box.addWidget(self.lead, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.list)
        self._rule = rule()
        box.addWidget(self._rule)
        box.addWidget(self._notes_title)
        box.addWidget(self._notes)
        box.addWidget(self._empty)
        box.addWidget(self.plan, 0, Qt.AlignmentFlag.AlignLeft)
        box.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.area, 1)

    def show_session(self, session: Session | None) -> None:
        """Show a session's steps and notes; another step is read from its beginning."""
        before = self._session
        self._session = session
        face = step_face(session, language())
        self._show_steps(session, face)
        notes = session.facilitator_notes.best(language()) if session and session.facilitator_notes else ""
        self._notes.setText(notes)
        self._notes.setVisible(bool(notes))
        self._notes_title.setVisible(bool(notes))
        self._rule.setVisible(bool(notes) and face is not None)
        self._empty.setVisible(session is not None and not notes and face is None)
        self.plan.setVisible(session is not None and face is None)
        self.show_time()
        if _place(before) != _place(session):
            if face is not None and face.live and before is not None:
                announce(self, f"{face.heading}: {face.instruction}")
            self.area.verticalScrollBar().setValue(0)

    def _show_steps(self, session: Session | None, face: StepFace | None) -> None:
        parts = (self.head, self.instruction, self.tip, self.list, self.lead)
        for part in parts:
            part.setVisible(face is not None)
        does = face.does if face is not None else ()
        for place, (icon, words) in enumerate(self._signs):
            shown = place < len(does)
            icon.setVisible(shown)
            words.setVisible(shown)
            if shown:
                icon.set_icon(does[place][0], "ink_2")
                words.set_text(does[place][1])
        if face is None or session is None:
            return
        self.head.show_step(face, minutes_said(session.steps[face.number - 1].minutes))
        self.instruction.setText(face.instruction)
        self.tip.show_tip(face.tip)
        self.list.show_lines(face.lines)
        self._page = face.page
        self.lead.setText(face.lead)
        self.lead.setVisible(bool(face.page))
        whole = minutes_said(minutes_of(session.steps))
        self.list.setAccessibleDescription(whole)

    @Slot()
    def _plan(self) -> None:
        """Lead to where the steps of this session are written."""
        if self._session is not None:
            self.record_wanted.emit("agenda", self._session.id, "steps")

    @Slot()
    def show_time(self) -> None:
        """Show what the step has left now."""
        session = self._session
        if session is None or not session.steps or current_session([session]) is None:
            return
        transitions = self._desk.records.where(TimerTransition, session=session.id)
        self.head.show_time(step_time(session, transitions, self._desk.now()))

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.head.retranslate(key_hint("run.next_step"), key_hint("run.previous_step"))
        self.tip.retranslate()
        self.list.setAccessibleName(_("The other steps"))
        self.area.setAccessibleName(_("Steps and notes"))
        self._notes_title.setText(_("Facilitation notes"))
        self._empty.setText(_("This session has no steps and no notes."))
        self.plan.setText(_("Plan its steps"))
        self.show_session(self._session)


def _place(session: Session | None) -> object:
    return None if session is None else (session.id, session.step_started, session.current_step)


class GuidePanel(QWidget):
    """Steps and notes, or who speaks."""

    page_wanted = Signal(str)
    record_wanted = Signal(str, object, str)

    def __init__(self, theme: Theme, desk: Desk, stage: StageDirector) -> None:
        super().__init__()
        self._desk = desk
        self._tabs = SegmentedControl("")
        self.steps = StepsPart(theme, desk)
        self.talk = TalkPart(theme, desk)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.steps)
        self._stack.addWidget(self.talk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._tabs)
        column.addWidget(self._stack, 1)
        self._tabs.chosen.connect(self.show_part)
        self.steps.page_wanted.connect(self.page_wanted)
        self.steps.record_wanted.connect(self.record_wanted)
        stage.ticker.ticked.connect(self._ticked)
        desk.changed.connect(self._changed)

    def show_part(self, key: str) -> None:
        """Show the "steps" or the "talk"."""
        self._tabs.set_key(key)
        self._stack.setCurrentWidget(self.talk if key == "talk" else self.steps)
        self._ticked()

    def show_session(self, session: Session | None) -> None:
        """Show the steps and notes of a session, and who speaks in it."""
        self.steps.show_session(session)
        self.talk.show_session(session)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self._tabs.setAccessibleName(_("Steps or who speaks"))
        self._tabs.set_items([("steps", _("Steps and notes")), ("talk", _("Who speaks"))])
        for button in (self._tabs.button("steps"), self._tabs.button("talk")):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.steps.retranslate()
        self.talk.retranslate()

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(SpeakingTurn):
            self.talk.read()

    @Slot()
    def _ticked(self) -> None:
        if self.isVisible() and self._desk.ready:
            (self.talk if self._stack.currentWidget() is self.talk else self.steps).show_time()
