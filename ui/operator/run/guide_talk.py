"""Who speaks: the turn that is on, who waits, and how long everybody has spoken. For the operator alone."""

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facilitator.domain.agenda import Session
from facilitator.domain.turns import SpeakingTurn, TimeShared
from facilitator.i18n import _
from ui.operator.run.leading import Leading
from ui.operator.run.talk_form import ShareForm, SpeakerLine
from ui.operator.run.talk_lists import SpokenList, TurnList
from ui.presenters import talk as presenter
from ui.presenters.capture import Who, everybody
from ui.presenters.talk import Key, TurnFaceWords
from ui.runtime.desk import Desk
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import ElidedLabel, label, rule, set_tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.bootstrap import Workspace
    from facilitator.domain.changes import ChangeSet
    from facilitator.services.talking import Speaker


class TurnHead(QWidget):
    """Whose turn it is, what is left of it, and what can be done."""

    def __init__(self, theme: Theme, leading: Leading) -> None:
        super().__init__()
        self._name = ElidedLabel(theme, "heading")
        self._digits = label(theme, role="title")
        self._digits.setFont(theme.font("title", tabular=True))
        self._note = label(theme, role="meta", tone="ink_2", wrap=True)
        self.next = Button(theme, " ", icon="arrow-right", size="small")
        self.hold = Button(theme, " ", icon="pause", size="small")
        self.end = Button(theme, icon="x", kind="quiet", size="small")
        for button in (self.next, self.hold, self.end):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.next.clicked.connect(leading.next_turn)
        self.hold.clicked.connect(leading.hold_turn)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._name, 1)
        top.addWidget(self._digits)
        row = QWidget()
        keys = FlowLayout(row, gap=6)
        for button in (self.next, self.hold):
            keys.addWidget(button)
        middle = QHBoxLayout()
        middle.setSpacing(6)
        middle.addWidget(self._note, 1)
        middle.addWidget(self.end)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addLayout(middle)
        column.addWidget(row)

    def show_turn(self, words: TurnFaceWords) -> None:
        """Show the turn that is on, or that the first one can begin."""
        waiting = not words.name
        self._name.set_text(_("Ready to begin") if waiting else words.name)
        self._digits.setText(words.digits)
        set_tone(self._digits, "over" if words.over else "ink_3" if words.held or waiting else "ink")
        self._note.setText(_("Held. {note}").format(note=words.note) if words.held else words.note)
        said = _("Begin") if waiting else _("Next") if words.has_next else _("Finish")
        self.next.setText(said)
        self.next.set_icon("circle-play" if waiting else "arrow-right" if words.has_next else "check")
        self.hold.setVisible(not waiting)
        self.hold.setText(_("Go on") if words.held else _("Hold"))
        self.hold.set_icon("circle-play" if words.held else "pause")
        self.end.setAccessibleName(_("End the row of turns"))
        self.end.setToolTip(_("End the row of turns"))


class TalkPart(QWidget):
    """The word is given here, and counted."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session: Session | None = None
        self._before: Counter[Key] = Counter()
        self._idle = label(theme, role="body", tone="ink_2", wrap=True)
        self.head = TurnHead(theme, Leading(desk))
        self.turns = TurnList(theme)
        self.form = ShareForm(theme)
        self.line = SpeakerLine()
        self._rule, self._foot_rule = rule(), rule()
        self._title = label(theme, role="body_strong")
        self._heads = label(theme, role="caption", tone="ink_2")
        self._hint = label(theme, role="meta", tone="ink_3", wrap=True)
        self.spoken = SpokenList(theme)
        self._arrange()
        self.head.end.clicked.connect(self._end)
        self.form.groups_wanted.connect(self._share_groups)
        self.form.organisations_wanted.connect(self._share_organisations)
        self.line.named.connect(self._add_speaker)
        self.turns.taken.connect(self._take)
        self.turns.left_out.connect(self._leave_out)
        self.turns.moved.connect(self._move)
        self.spoken.pressed_key.connect(self._speak_or_stop)

    def _arrange(self) -> None:
        inner = QWidget()
        inner.setProperty("scrolled", True)
        box = QVBoxLayout(inner)
        box.setContentsMargins(0, 0, 8, 0)
        box.setSpacing(8)
        for part in (self._idle, self.head, self.turns, self._rule):
            box.addWidget(part)
        heads = QHBoxLayout()
        heads.setSpacing(6)
        heads.addWidget(self._title, 1)
        heads.addWidget(self._heads)
        box.addLayout(heads)
        box.addWidget(self._hint)
        box.addWidget(self.spoken)
        box.addWidget(self._foot_rule)
        box.addWidget(self.form)
        box.addWidget(self.line)
        box.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)

    # What is shown

    def show_session(self, session: Session | None) -> None:
        """Show who speaks in a session."""
        self._session = session
        self.form.offer(presenter.shares_offered(session))
        self.line.set_known(everybody(self._desk.records) if session is not None else ())
        self.read()

    def read(self) -> None:
        """Read everything anew: somebody was given the word, or it was taken."""
        desk = self._desk
        if not desk.ready:
            return
        self._before = presenter.spoken_before(desk.records, desk.workshop_id, self._session, desk.now())
        self.show_time()

    @Slot()
    def show_time(self) -> None:
        """Show what is left, and how long everybody has spoken by now."""
        desk, session = self._desk, self._session
        talk = presenter.talk_of(desk.records, session, desk.now()) if session is not None else None
        live = presenter.can_speak(session)
        words = presenter.turn_words(desk.records, talk) if talk is not None and live else None
        self.head.setVisible(words is not None)
        self.form.setVisible(live and words is None)
        self.line.setVisible(live)
        self._foot_rule.setVisible(live)
        self._rule.setVisible(words is not None or not live)
        self._idle.setVisible(not live)
        if words is not None:
            self.head.show_turn(words)
        self.turns.show_lines(words.coming if words is not None else ())
        self.spoken.setEnabled(live)
        rows = presenter.spoken_rows(desk.records, desk.workshop_id, talk, self._before)
        self.spoken.show_lines(rows)
        self._hint.setVisible(live and not any(each.times for each in rows))

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self._idle.setText(_("The word is given once the session runs."))
        self._title.setText(_("Who has spoken"))
        self._heads.setText(_("here, in all"))
        self._hint.setText(_("Choose who speaks now, and again when they stop. Only you see this."))
        self.spoken.setAccessibleName(_("Who has spoken, by organisation"))
        self.spoken.setToolTip(_("Choose who speaks now, and again when they stop. Only you see this."))
        self.turns.retranslate()
        self.area.setAccessibleName(_("Who speaks"))
        self.form.retranslate()
        self.form.offer(presenter.shares_offered(self._session))
        self.line.retranslate()
        self.read()

    # What a person does

    def _perform(self, change: "Callable[[Workspace, Session], ChangeSet]") -> None:
        if (session := self._session) is not None:
            self._desk.perform(lambda work: change(work, session))

    def _share(self, speakers: "list[Speaker]", shares: TimeShared) -> None:
        if speakers:
            self._perform(lambda work, session: work.talking.share(session.id, speakers, shares))

    @Slot(int)
    def _share_groups(self, count: int) -> None:
        from facilitator.services.talking import Speaker  # noqa: PLC0415 - storage's side

        session = self._session
        taken = [each.name or "" for each in self._turns_here()] if session is not None else []
        names = presenter.group_names(count, taken, self._desk.language)
        self._share([Speaker(name=each) for each in names], self.form.shares)

    @Slot()
    def _share_organisations(self) -> None:
        from facilitator.services.talking import Speaker  # noqa: PLC0415 - storage's side

        there = presenter.organisations_there(self._desk.records, self._desk.workshop_id)
        self._share([Speaker(each.id) for each in there], self.form.shares)

    @Slot(str, object)
    def _add_speaker(self, name: str, who: Who | None) -> None:
        from facilitator.services.talking import Speaker  # noqa: PLC0415 - storage's side

        speaker = Speaker(who.organisation, who.person) if who is not None else Speaker(name=name)
        waiting = [each for each in self._turns_here() if each.shares and not each.done]
        shares = waiting[0].shares if waiting else self.form.shares
        self._share([speaker], shares or TimeShared.SESSION)

    def _turns_here(self) -> list[SpeakingTurn]:
        session = self._session
        return self._desk.records.where(SpeakingTurn, session=session.id) if session is not None else []

    @Slot()
    def _end(self) -> None:
        self._perform(lambda work, session: work.talking.end_sharing(session.id))

    def _with_turn(self, key: object, change: "Callable[[Workspace, SpeakingTurn], ChangeSet]") -> None:
        turn = next((each for each in self._turns_here() if each.id == key), None)
        if turn is not None:
            found = turn
            self._desk.perform(lambda work: change(work, found))

    def _take(self, key: object) -> None:
        self._with_turn(key, lambda work, turn: work.talking.take(turn))

    def _leave_out(self, key: object) -> None:
        self._with_turn(key, lambda work, turn: work.talking.leave_out(turn))

    def _move(self, key: object, steps: int) -> None:
        self._with_turn(key, lambda work, turn: work.talking.move(turn, steps))

    @Slot(object)
    def _speak_or_stop(self, key: Key) -> None:
        from facilitator.services.talking import Speaker  # noqa: PLC0415 - storage's side

        row = next((each for each in self.spoken.lines.rows if each.key == key), None)
        if row is None:
            return
        if row.speaking:
            self._perform(lambda work, session: work.talking.stop(session.id))
            return
        known = next((each for each in self._turns_here() if presenter.key_of(each) == key), None)
        if isinstance(key, str):
            speaker = Speaker(name=key)
        elif known is not None and known.organisation is None:
            speaker = Speaker(person=known.person)
        else:
            speaker = Speaker(organisation=key)  # type: ignore[arg-type]  # every other key is an organisation's
        self._perform(lambda work, session: work.talking.speak(session.id, speaker))
