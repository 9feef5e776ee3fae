"""The ways to end a late day on time, in the place of the stream: the day before and after each."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from facilitator.domain.late_day import Plan, Recovery
from facilitator.i18n import _
from ui.models.catch_up_rows import CatchUpRows
from ui.operator.run.catch_up_delegate import CatchUpDelegate, columns
from ui.presenters.catch_up import WaysView, WayView
from ui.presenters.run_drift import Drift
from ui.theme.focus import OWN_RING
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import heading, label
from ui.widgets.pills import Pill
from ui.widgets.switches import SegmentedControl

_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_CHOICES: Final = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)
_WIDEST: Final = 860
"""Width in px that the two agendas take at most."""
_NARROW: Final = 620
"""Width in px below which the outcome stands within the sentence."""
_APPLY: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Heads(QWidget):
    """The heads of the two agendas."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__()
        self._theme = theme
        self._view = view
        self._words = ("", "")
        self.setFixedHeight(20)

    def show_ends(self, before: str, after: str) -> None:
        """Say when the day ends now and then."""
        self._words = (_("Now, to {time}").format(time=before), _("Then, to {time}").format(time=after))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the heads where their columns stand."""
        del event
        with QPainter(self) as painter:
            painter.setPen(self._theme.colour("ink_2"))
            painter.setFont(self._theme.font("caption", tabular=True, weight=600))
            for left, words in zip(columns(self._view.viewport().width()), self._words, strict=False):
                room = QRectF(left, 0, self.width() - left, self.height())
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


class CatchUpPanel(QFrame):
    """Choose a way with 1 to 4 or the arrows, apply it with Enter, leave with Escape."""

    applied = Signal(object)
    """Somebody wants this Plan."""

    left = Signal()
    """Somebody is done here."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: WaysView | None = None
        self._chosen = Recovery.SHORTEN
        self.setProperty("ground", "canvas")
        self._title = heading(theme)
        self._pill = Pill(theme)
        self._close = Button(theme, " ", kind="quiet", icon="x", size="small")
        self.tabs = SegmentedControl("")
        self._sentence = label(theme, role="body_strong", wrap=True)
        self._outcome = Pill(theme)
        self.model = CatchUpRows(self)
        self.view = QListView()
        self._heads = _Heads(theme, self.view)
        self._apply = Button(theme, " ", icon="check")
        self._prepare_view()
        self._arrange()
        self.tabs.chosen.connect(self._tab_chosen)
        self._apply.clicked.connect(self.apply)
        self._close.clicked.connect(self.left)
        theme.changed.connect(self.view.viewport().update)
        self.retranslate()

    def _prepare_view(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setItemDelegate(CatchUpDelegate(self._theme, view))
        view.setProperty("ground", "canvas")
        view.setProperty(OWN_RING, True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setUniformItemSizes(True)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.installEventFilter(self)

    def _arrange(self) -> None:
        head = self._head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._pill)
        head.addStretch(1)
        head.addWidget(self._close)
        what = QHBoxLayout()
        what.setSpacing(12)
        what.addWidget(self._sentence, 1)
        what.addWidget(self._outcome)
        what.addWidget(self._apply)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._tabs_row = QHBoxLayout()
        self._column.addLayout(self._tabs_row)
        self._column.addLayout(what)
        self._column.addWidget(self._heads)
        self._column.addWidget(self.view, 1)
        self._column.addStretch(0)
        self.set_compact(compact=False)

    def set_compact(self, *, compact: bool) -> None:
        """Take the room of the compact layout, or of the regular one."""
        self._side, self._top = (20, 8) if compact else (28, 12)
        self._fit()
        self._column.setSpacing(6 if compact else 8)
        self._title.setVisible(not compact)
        if compact:
            self._head.insertWidget(0, self.tabs)
        else:
            self._tabs_row.insertWidget(0, self.tabs, 0, Qt.AlignmentFlag.AlignLeft)

    def _fit(self) -> None:
        """Keep times near to their titles in a wide window."""
        right = max(self._side, self.width() - self._side - _WIDEST)
        self._column.setContentsMargins(self._side, self._top, right, 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the width."""
        super().resizeEvent(event)
        self._fit()
        self._follow()

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self._title.setText(_("Ways to end on time"))
        self.setAccessibleName(_("Ways to end on time"))
        self.tabs.setAccessibleName(_("Ways to end on time"))
        self.view.setAccessibleName(_("The agenda now and then"))
        self._apply.setText(_("Apply"))
        self._apply.set_keys(_("Enter"))
        self._close.setText("")
        self._close.setAccessibleName(_("Back to the cards"))
        self._close.setToolTip(_("Back to the cards (Esc)"))

    @property
    def shown(self) -> WayView | None:
        """The way that is looked at."""
        if self._shown is None:
            return None
        return next((each for each in self._shown.ways if each.way is self._chosen), None)

    def show_ways(self, ways: WaysView, drift: Drift | None, *, anew: bool) -> None:
        """Show the ways there are now; `anew` looks at the best of them."""
        self._shown = ways
        if anew:
            self._chosen = ways.first
        labels = [
            (each.way.value, _("{n} {way}").format(n=number, way=each.label))
            for number, each in enumerate(ways.ways, start=1)
        ]
        self.tabs.set_items(labels)
        self._pill.setVisible(drift is not None and not self._title.isHidden())
        if drift is not None:
            self._pill.show_state(drift.text, drift.tone, "alarm-clock")
        self._follow()

    def _follow(self) -> None:
        view, ways = self.shown, self._shown
        if view is None or ways is None:
            return
        self.tabs.setVisible(not ways.calm)
        self.tabs.set_key(view.way.value)
        there = view.plan is not None
        narrow = self.width() < _NARROW
        said = f"{view.sentence} {view.outcome}" if narrow else view.sentence
        self._sentence.setText(ways.calm or said)
        self._outcome.setVisible(there and not narrow)
        self._outcome.show_state(
            view.outcome, "ok" if view.is_enough else "warn", "check" if view.is_enough else "alarm-clock"
        )
        self._apply.setVisible(there)
        self._heads.setVisible(there)
        self.view.setVisible(there)
        self._heads.show_ends(view.ends_before, view.ends_after)
        self.model.show_rows(view.rows)
        self._heads.update()
        changed = next((place for place, row in enumerate(view.rows) if row.changes), 0)
        if there and not self.view.currentIndex().isValid():
            self.view.scrollTo(self.model.index(changed))

    # What a person does

    def take_focus(self) -> None:
        """Put the keyboard here."""
        there = self.view if self.view.isVisibleTo(self) else self._close
        there.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def apply(self) -> None:
        """Want the way that is looked at."""
        shown = self.shown
        if shown is not None and isinstance(shown.plan, Plan):
            self.applied.emit(shown.plan)

    @Slot(str)
    def _tab_chosen(self, key: str) -> None:
        self._choose(Recovery(key))

    def _choose(self, way: Recovery) -> None:
        focused = self.view.hasFocus()
        self._chosen = way
        self.view.clearSelection()
        self._follow()
        if focused:
            self.take_focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the panel's keys reach the panel from the list; Qt would take them for shortcuts."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and self._knows(event)
        ):
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._knows(event):
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Take the panel's keys from buttons and tabs too."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and self._knows(event)
        ):
            event.accept()
            return True
        return super().event(event)

    @staticmethod
    def _knows(event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        return plain and (key in _STEPS or key in _CHOICES or key in _APPLY or key is Qt.Key.Key_Escape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, apply or leave."""
        key, ways = Qt.Key(event.key()), list(Recovery)
        if not self._knows(event):
            super().keyPressEvent(event)
        elif key is Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _APPLY:
            self.apply()
        elif key in _CHOICES:
            self._choose(ways[_CHOICES.index(key)])
        else:
            self._choose(ways[(ways.index(self._chosen) + _STEPS[key]) % len(ways)])
