"""The parts of the Agenda page: the agenda at the left, the selected session at the right."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import key_hint
from ui.operator.agenda.clash_banner import ClashBanner
from ui.operator.agenda.panel import SessionPanel
from ui.operator.agenda.scroller import TimelineScroller
from ui.operator.agenda.steps import StepsView
from ui.operator.agenda.table import SessionTable
from ui.operator.agenda.timeline import Timeline
from ui.operator.agenda.toolbar import AgendaToolbar
from ui.runtime.desk import Desk
from ui.theme.theme import Theme
from ui.widgets.fields import InlineError


class AgendaView(QWidget):
    """Toolbar, banner, timeline, table or steps, and the panel."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__()
        self.toolbar = AgendaToolbar(theme)
        self.banner = ClashBanner(theme)
        self.trouble = InlineError(theme)
        self.timeline = Timeline(theme)
        self.table = SessionTable(theme)
        self.steps = StepsView(theme, desk)
        self.panel = SessionPanel(theme)
        self.views = QStackedWidget()
        self._scroller = TimelineScroller(self.timeline)
        self.views.addWidget(self._scroller)
        self.views.addWidget(self.table)
        self.views.addWidget(self.steps)
        self.panel.steps_wanted.connect(lambda: self.show_view("steps"))
        left = QVBoxLayout()
        left.setContentsMargins(20, 14, 12, 0)
        left.setSpacing(10)
        for part in (self.toolbar, self.banner, self.trouble):
            left.addWidget(part)
        left.addWidget(self.views, 1)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addLayout(left, 1)
        both.addWidget(self.panel)

    @property
    def shows_table(self) -> bool:
        """Whether the table is shown instead of the timeline."""
        return self.views.currentWidget() is self.table

    @property
    def shows_steps(self) -> bool:
        """Whether the steps of the selected session are shown."""
        return self.views.currentWidget() is self.steps

    def show_view(self, name: str) -> None:
        """Show the agenda as "timeline" or "table", or the "steps", with the focus on it."""
        shown = {"table": self.table, "steps": self.steps}.get(name, self._scroller)
        self.views.setCurrentWidget(shown)
        self.toolbar.view.set_key(name)
        self._say_keys()
        self.toolbar.offer_days(always=self.shows_table)
        self.focus_agenda()

    def either(self, with_steps: Callable[[], None], otherwise: Callable[[], None]) -> None:
        """Do the one while steps are shown and the keyboard is not in the panel, else the other."""
        in_panel = self.panel.isAncestorOf(self.focusWidget())
        (with_steps if self.shows_steps and not in_panel else otherwise)()

    def _say_keys(self) -> None:
        """Show Ins on the button that it presses now."""
        keys = key_hint("item.add")
        self.toolbar.session.set_keys("" if self.shows_steps else keys)
        self.steps.add.set_keys(keys if self.shows_steps else "")

    def focus_agenda(self) -> None:
        """Put the focus on the timeline, the table or the steps."""
        if self.shows_steps:
            self.steps.take_focus()
            return
        shown = self.table if self.shows_table else self.timeline
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self, timeline: str) -> None:
        """Say everything in the screen's language; `timeline` names the columns."""
        self.timeline.setAccessibleName(timeline)
        self.toolbar.retranslate()
        self.table.retranslate()
        self.steps.retranslate()
        self._say_keys()
        self.panel.retranslate()
