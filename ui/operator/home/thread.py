"""The upper part of Home: the cycle's name, its thread, and a column of words below each loop."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.operator.home.thread_band import ThreadBand
from ui.presenters.home import Loop, Thread
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import ElidedLabel, label
from ui.widgets.pills import Pill

_LONG: Final = 60
"""Characters above which the cycle's name is set smaller, so that a long topic is not cut."""


class WorkshopColumn(QWidget):
    """What is said of one workshop; the open one has the two buttons that work begins with."""

    run_wanted = Signal()
    agenda_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._low = self._open = False
        self._title = label(theme, role="lead", wrap=True)
        self._title.setFont(theme.font("lead", weight=700))
        self._pill = Pill(theme, tone="warn")
        self._facts = label(theme, role="meta", tone="ink_2", wrap=True)
        self._about = label(theme, tone="ink_2", wrap=True)
        self.run = Button(theme, " ", kind="primary", icon="circle-play", size="large")
        self.agenda = Button(theme, " ", size="large")
        self.run.clicked.connect(self.run_wanted)
        self.agenda.clicked.connect(self.agenda_wanted)
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.run)
        row.addWidget(self.agenda)
        row.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._title, 1)
        top.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 28, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._facts)
        column.addWidget(self._about)
        column.addWidget(self._buttons)
        column.addStretch(1)

    def show_loop(self, loop: Loop) -> None:
        """Say what is known of a workshop."""
        self._title.setText(loop.title)
        self._pill.setVisible(bool(loop.pill))
        self._pill.show_state(loop.pill, "warn")
        self._facts.setText(loop.facts)
        self._about.setText(loop.about)
        self._open = loop.is_open
        self._show_about()
        self._buttons.setVisible(loop.is_open)
        self.run.setText(_("Open the run console"))
        self.agenda.setText(_("Agenda"))

    def set_low(self, *, low: bool) -> None:
        """Leave out what the workshop was about where the window is low."""
        self._low = low
        self._show_about()

    def _show_about(self) -> None:
        self._about.setVisible(bool(self._about.text()) and not self._open and not self._low)


class ThreadView(QWidget):
    """The cycle as a thread; a loop that is chosen opens its workshop."""

    chosen = Signal(object)
    run_wanted = Signal()
    agenda_wanted = Signal()
    shelf_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._low = False
        self._heading = label(theme, role="title", wrap=True)
        self._sentence = ElidedLabel(theme, "body", "ink_2")
        self.band = ThreadBand(theme)
        self.columns: list[WorkshopColumn] = []
        self.all = Button(theme, " ", icon="layers")
        self.new = Button(theme, " ", icon="plus")
        self.new.set_menu_sign(shown=True)
        self.all.clicked.connect(self.shelf_wanted)
        self.band.chosen.connect(self.chosen)
        self._below = QHBoxLayout()
        self._below.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._arrange()

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._heading)
        words.addWidget(self._sentence)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(words, 1)
        top.addSpacing(16)
        top.addWidget(self.all, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.new, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 20, 32, 20)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.band)
        column.addSpacing(2)
        column.addLayout(self._below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the height that the words need at this width."""
        super().resizeEvent(event)
        self._hold_height()

    def set_low(self, *, low: bool) -> None:
        """Say less of each workshop and draw smaller loops: the window is low."""
        if low != self._low:
            self._low = low
            self.band.set_low(low=low)
            for column in self.columns:
                column.set_low(low=low)
            self._hold_height()

    def _hold_height(self) -> None:
        """Ask for the height of the wrapped words; the tables below scroll, words would lie on words."""
        column = self.layout()
        if column is not None and self.width() > 0:
            column.activate()
            self.setMinimumHeight(column.totalHeightForWidth(self.width()))

    def show_thread(self, thread: Thread, cycles: int) -> None:
        """Show a cycle; `cycles` is how many there are in all."""
        self._heading.setFont(self._theme.font("title" if len(thread.heading) <= _LONG else "heading"))
        self._heading.setText(thread.heading)
        self._sentence.set_text(thread.sentence)
        self.band.show_loops(thread.loops)
        self._show_columns(thread.loops)
        self.all.setText(_("All cycles ({count})").format(count=cycles))
        self.new.setText(_("New workshop"))
        self._hold_height()

    def _show_columns(self, loops: Sequence[Loop]) -> None:
        while len(self.columns) > len(loops):
            gone = self.columns.pop()
            self._below.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.columns) < len(loops):
            column = WorkshopColumn(self._theme)
            column.run_wanted.connect(self.run_wanted)
            column.agenda_wanted.connect(self.agenda_wanted)
            column.set_low(low=self._low)
            self.columns.append(column)
            self._below.addWidget(column, 1)
        for column, loop in zip(self.columns, loops, strict=True):
            column.show_loop(loop)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line below."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))
        painter.end()
