"""Who is to share the time: so many groups, every organisation, or speakers one by one."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from facilitator.domain.turns import TimeShared
from facilitator.i18n import _
from ui.presenters.capture import Who, matches
from ui.presenters.talk import LONGEST_NAME, meant
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import label
from ui.widgets.switches import SegmentedControl

MOST_GROUPS = 20


class ShareForm(QWidget):
    """Two choices and two buttons."""

    groups_wanted = Signal(int)
    organisations_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = label(theme, role="body_strong")
        self._of = SegmentedControl("")
        self.count = QSpinBox(minimum=2, maximum=MOST_GROUPS, value=4)
        self.count.setFixedWidth(104)
        self.groups = Button(theme, " ", icon="users", size="small")
        self.organisations = Button(theme, " ", size="small")
        for button in (self.groups, self.organisations):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.groups.clicked.connect(lambda: self.groups_wanted.emit(self.count.value()))
        self.organisations.clicked.connect(self.organisations_wanted)
        among = QWidget()
        row = FlowLayout(among, gap=6)
        for part in (self.count, self.groups, self.organisations):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._of)
        column.addWidget(among)

    @property
    def shares(self) -> TimeShared:
        """Whose remaining time is to be shared."""
        key = self._of.current_key()
        return TimeShared(key) if key else TimeShared.SESSION

    def offer(self, items: Sequence[tuple[str, str]]) -> None:
        """Offer whose time can be shared; the only one needs no choice."""
        self._of.set_items(items)
        self._of.setVisible(len(items) > 1)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self._title.setText(_("Share the time that is left among"))
        self._of.setAccessibleName(_("Whose time is shared"))
        self.count.setAccessibleName(_("Number of groups"))
        self.groups.setText(_("Groups"))
        self.groups.setAccessibleName(_("Share it among so many groups"))
        self.organisations.setText(_("Organisations"))
        self.organisations.setAccessibleName(_("Share it among the organisations"))


class SpeakerLine(QLineEdit):
    """A name is begun; what it may become is listed below, anything else is the name of a group."""

    named = Signal(str, object)
    """What was typed, and the Who that it means or None."""

    def __init__(self) -> None:
        super().__init__()
        self._known: Sequence[Who] = ()
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.activated.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self.setCompleter(self._completer)
        self.setMaxLength(LONGEST_NAME)
        self.textEdited.connect(self._look)

    def set_known(self, known: Sequence[Who]) -> None:
        """Offer these people and organisations."""
        self._known = known

    def retranslate(self) -> None:
        """Say what belongs here."""
        self.setPlaceholderText(_("Add a group or speaker"))
        self.setAccessibleName(_("Add a group or speaker"))

    @Slot(str)
    def _look(self, typed: str) -> None:
        self._names.setStringList([each.shown for each in matches(typed, self._known, 6)])

    @Slot(str)
    def _take(self, shown: str) -> None:
        self._name(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds who is named."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._name(self.text())
        else:
            super().keyPressEvent(event)

    def _name(self, typed: str) -> None:
        if words := " ".join(typed.split()):
            self.named.emit(words, meant(words, self._known))
        self.clear()
