"""The parts of the Agenda page: the agenda at the left, the selected session at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.operator.agenda.clash_banner import ClashBanner
from ui.operator.agenda.panel import SessionPanel
from ui.operator.agenda.scroller import TimelineScroller
from ui.operator.agenda.table import SessionTable
from ui.operator.agenda.timeline import Timeline
from ui.operator.agenda.toolbar import AgendaToolbar
from ui.theme.theme import Theme
from ui.widgets.fields import InlineError


class AgendaView(QWidget):
    """Toolbar, banner, timeline or table, and the panel."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.toolbar = AgendaToolbar(theme)
        self.banner = ClashBanner(theme)
        self.trouble = InlineError(theme)
        self.timeline = Timeline(theme)
        self.table = SessionTable(theme)
        self.panel = SessionPanel(theme)
        self.views = QStackedWidget()
        self._scroller = TimelineScroller(self.timeline)
        self.views.addWidget(self._scroller)
        self.views.addWidget(self.table)
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

    def show_view(self, name: str) -> None:
        """Show the agenda as "timeline" or as "table", with the focus on it."""
        self.views.setCurrentWidget(self.table if name == "table" else self._scroller)
        self.toolbar.view.set_key(name)
        self.toolbar.offer_days(always=self.shows_table)
        self.focus_agenda()

    def focus_agenda(self) -> None:
        """Put the focus on the timeline or the table."""
        shown = self.table if self.shows_table else self.timeline
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self, timeline: str) -> None:
        """Say everything in the screen's language; `timeline` names the columns."""
        self.timeline.setAccessibleName(timeline)
        self.toolbar.retranslate()
        self.table.retranslate()
        self.panel.retranslate()
