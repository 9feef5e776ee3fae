"""The agenda beside the clock: what was, where we are, what comes, and how late the day is."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QSizePolicy, QVBoxLayout, QWidget

from facilitator.domain.ids import SessionId
from facilitator.i18n import _
from ui.actions import key_hint
from ui.models.agenda_thread import AgendaThreadModel, ThreadRole
from ui.operator.run.thread_delegate import FIGURES, TIME, TITLE, ThreadDelegate
from ui.presenters.run import AgendaLine
from ui.presenters.run_drift import Drift
from ui.theme.focus import OWN_RING
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import heading, label
from ui.widgets.pills import Pill
from ui.widgets.switches import SegmentedControl

if TYPE_CHECKING:
    from facilitator.domain.late_day import Plan


class ThreadView(QListView):
    """The list; it lays its rows out anew when its width changes, and keeps what runs in sight."""

    room_changed = Signal()
    """The rows have another width or height: a scroll bar came or went, or the panel changed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("ground", "canvas")
        self.setProperty(OWN_RING, True)
        self.setItemDelegate(ThreadDelegate(theme, self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._kept = QPersistentModelIndex()

    def keep_in_sight(self, index: QModelIndex) -> None:
        """Scroll to a row, and keep it whole when the list gets lower, as long as nobody scrolls it away."""
        self._kept = QPersistentModelIndex(index)
        self.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the row that is to stay in sight."""
        index = self._kept
        seen = index.isValid() and self.visualRect(index).intersects(QRect(QPoint(), event.oldSize()))
        super().resizeEvent(event)
        if seen:
            self.scrollTo(index)
        self.room_changed.emit()


class Heads(QWidget):
    """The heads of the thread's columns."""

    def __init__(self, theme: Theme, view: ThreadView) -> None:
        super().__init__()
        self._theme = theme
        self._view = view
        self.setFixedHeight(20)
        view.room_changed.connect(self.update)

    def right(self) -> int:
        """Return where the last head ends, in px: with the figures below it, also beside a scroll bar."""
        return self._view.viewport().width() - FIGURES

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the three heads where their columns stand."""
        del event
        with QPainter(self) as painter:
            painter.setPen(self._theme.colour("ink_2"))
            painter.setFont(self._theme.font("caption"))
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(TIME, 0, 60, self.height()), middle, _("Start"))
            left = TITLE - 8 if self._theme.metrics.compact else TITLE
            painter.drawText(QRectF(left, 0, 200, self.height()), middle, _("Session"))
            right = QRectF(0, 0, self.right(), self.height())
            painter.drawText(right, middle | Qt.AlignmentFlag.AlignRight, _("vs. plan"))


class AgendaPanel(QFrame):
    """The left column of the Run page."""

    chosen = Signal()
    """Another session was selected, or none."""

    activated = Signal(object)
    """Enter or a double click on the session with this key."""

    day_changed = Signal()
    """Another day of the agenda is looked at."""

    apply_wanted = Signal(object)
    """The Plan that the drift card offers is to be applied."""

    ways_wanted = Signal()
    """Somebody wants to see the other ways to end on time."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._dates: list[dt.date] = []
        self.setProperty("ground", "canvas")
        self._title = heading(theme)
        self._days = SegmentedControl("")
        self.model = AgendaThreadModel(self)
        self.view = ThreadView(theme)
        self.view.setModel(self.model)
        self._heads = Heads(theme, self.view)
        self._pill = Pill(theme)
        self._pill.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._pill.setMinimumWidth(1)  # one that asks for more than there is takes lines from the sentence
        self._sentence = label(theme, role="body", tone="ink_2", wrap=True)
        self._plan: Plan | None = None
        self._apply = Button(theme, " ", size="small")
        self._ways = Button(theme, " ", kind="quiet", size="small")
        self._card = QFrame()
        self._card.setProperty("box", "panel")
        self._arrange()
        self._days.chosen.connect(self._day_chosen)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self.view.activated.connect(lambda index: self.activated.emit(index.data(ThreadRole.LINE).session))
        for button in (self._apply, self._ways):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._apply.clicked.connect(lambda: self.apply_wanted.emit(self._plan))
        self._ways.clicked.connect(self.ways_wanted)
        theme.metrics_changed.connect(self._fit)
        theme.changed.connect(self.view.viewport().update)
        self._fit()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(16, 14, 16, 4)
        top.addWidget(self._title, 1)
        top.addWidget(self._days)
        drift = self._drift = QVBoxLayout(self._card)
        drift.setSpacing(8)
        drift.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignLeft)
        drift.addWidget(self._sentence)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self._apply)
        buttons.addWidget(self._ways)
        buttons.addStretch(1)
        drift.addLayout(buttons)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 8, 12, 12)
        foot.addWidget(self._card)
        thread = QVBoxLayout()
        thread.setContentsMargins(8, 0, 6, 0)
        thread.setSpacing(2)
        thread.addWidget(self._heads)
        thread.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(thread, 1)
        column.addLayout(foot)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self._title.setText(_("Agenda"))
        self.view.setAccessibleName(_("Agenda"))
        self._days.setAccessibleName(_("Day"))
        self._apply.setText(_("Apply"))
        self._ways.setText(_("Other ways"))
        self._ways.setToolTip(key_hint("run.catch_up"))
        self._name_days()
        self._heads.update()

    @property
    def date(self) -> dt.date | None:
        """The day looked at."""
        key = self._days.current_key()
        return dt.date.fromisoformat(key) if key else None

    @property
    def session(self) -> SessionId | None:
        """The session that is selected."""
        row = self.view.currentIndex().row()
        return self.model.lines[row].session if 0 <= row < len(self.model.lines) else None

    def set_dates(self, dates: Sequence[dt.date], current: dt.date | None) -> None:
        """Offer these days and look at one of them."""
        if list(dates) != self._dates:
            self._dates = list(dates)
            self._name_days()
        if current is not None:
            self._days.set_key(current.isoformat())

    def show_lines(self, lines: Sequence[AgendaLine]) -> None:
        """Show the day's sessions; what runs is scrolled to once it starts."""
        self._heads.setVisible(bool(lines))
        before = [line.session for line in self.model.lines if line.state == "now"]
        self.model.show_lines(lines)
        now = [row for row, line in enumerate(lines) if line.state == "now"]
        if now and [lines[now[0]].session] != before:
            self.view.keep_in_sight(self.model.index(now[0]))

    def show_nothing(self) -> None:
        """Show that there is no workshop, no day and no session."""
        self.set_dates((), None)
        self.show_lines(())
        self.show_drift(None)

    def show_drift(self, drift: Drift | None) -> None:
        """Say how late the day is."""
        self._card.setVisible(drift is not None)
        if drift is not None:
            self._pill.show_state(drift.text, drift.tone, "alarm-clock")
            self._sentence.setText(drift.sentence)
            self._sentence.setVisible(bool(drift.sentence))
            self._plan = drift.plan
            self._apply.setVisible(drift.plan is not None)
            self._ways.setVisible(drift.ways)

    def _name_days(self) -> None:
        self._days.set_items(
            [
                (date.isoformat(), _("Day {n}").format(n=number))
                for number, date in enumerate(self._dates, start=1)
            ]
        )
        self._days.setVisible(len(self._dates) > 1)

    @Slot(str)
    def _day_chosen(self, _key: str) -> None:
        self.day_changed.emit()
        self.chosen.emit()

    @Slot()
    def _current_changed(self) -> None:
        self.chosen.emit()

    @Slot()
    def _fit(self) -> None:
        side = 10 if self._theme.metrics.compact else 14
        self._drift.setContentsMargins(side, 12, side, 12)
        self.setFixedWidth(self._theme.metrics.agenda_panel)
        self.view.scheduleDelayedItemsLayout()
