"""The left column: the documents, the sections of the one that is shown, what should be mended."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.operator.minutes.lists import DocumentList
from ui.operator.minutes.notices import Notices
from ui.operator.minutes.section_form import SectionForm
from ui.operator.minutes.section_list import SectionList
from ui.operator.minutes.section_tools import SectionTools
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import heading, label, rule


class LeftColumn(QWidget):
    """Documents above, sections below, notices at the foot."""

    add_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._documents_heading = heading(theme)
        self._documents_heading.setFont(theme.font("lead", weight=700))
        self._sections_heading = heading(theme)
        self._sections_heading.setFont(theme.font("lead", weight=700))
        self._waiting = label(theme, role="meta", tone="ink_3", wrap=True)
        self.documents = DocumentList(theme)
        self.sections = SectionList(theme)
        self._keys = label(theme, role="meta", tone="ink_3")
        self.tools = SectionTools(theme)
        self.words = SectionForm(theme)
        self.notices = Notices(theme)
        self.add = Button(theme, icon="plus", kind="quiet", size="small")
        self.delete = Button(theme, icon="trash-2", kind="quiet", size="small")
        self.add.clicked.connect(self.add_wanted)
        self.delete.clicked.connect(self.delete_wanted)
        self._arrange()
        theme.metrics_changed.connect(self._follow_metrics)
        self._follow_metrics()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(16, 0, 8, 0)
        top.setSpacing(0)
        top.addWidget(self._documents_heading, 1)
        top.addWidget(self.add)
        top.addWidget(self.delete)
        middle = QVBoxLayout()
        middle.setContentsMargins(16, 10, 12, 4)
        middle.setSpacing(2)
        named = QHBoxLayout()
        named.addWidget(self._sections_heading, 1)
        named.addWidget(self._keys)
        middle.addLayout(named)
        middle.addWidget(self._waiting)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 8, 12, 12)
        foot.addWidget(self.notices)
        self._foot = QWidget()
        self._foot.setLayout(foot)
        self.words.shown_changed.connect(self._make_room)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 1, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addSpacing(4)
        column.addWidget(self.documents)
        column.addSpacing(8)
        column.addWidget(rule())
        column.addLayout(middle)
        column.addWidget(self.sections, 1)
        column.addWidget(self.tools)
        column.addWidget(self.words)
        column.addWidget(self._foot)

    @Slot(bool)
    def _make_room(self, shown: bool) -> None:
        """Give the words of a section the place of the notices while they are open."""
        self.sections.stays = shown
        self._foot.setVisible(not shown)
        QTimer.singleShot(0, self.sections, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        self.sections.scrollTo(self.sections.currentIndex())

    def set_waiting(self, *, waiting: bool) -> None:
        """Say that the sections come with the first pages."""
        self._waiting.setVisible(waiting)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self._documents_heading.setText(_("Documents"))
        self._sections_heading.setText(_("Sections"))
        self._waiting.setText(_("They appear with the pages."))
        self.documents.setAccessibleName(_("Documents"))
        self.sections.setAccessibleName(_("Sections"))
        self._keys.setText(_("Alt + arrows to move"))
        self.sections.setToolTip(self._keys.text())
        self.tools.retranslate()
        self.words.retranslate()
        self.notices.retranslate()
        for button, words in ((self.add, _("Add a document")), (self.delete, _("Delete the document"))):
            button.setAccessibleName(words)
            button.setToolTip(words)

    @Slot()
    def _follow_metrics(self) -> None:
        metrics = self._theme.metrics
        self.setFixedWidth(244 if metrics.compact else 304)
        self._keys.setVisible(not metrics.compact)  # there is no room for it beside the heading

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line at the right."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("canvas"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._theme.colour("line"))
        painter.end()
