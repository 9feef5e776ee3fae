"""The step that is on, large, with its private tip; the others small below it."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.i18n import _, pgettext
from ui.operator.run.short_list import ShortList, draw_elided
from ui.presenters.guide import StepFace, StepLine, StepTime
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.icon import IconLabel
from ui.widgets.labels import ElidedLabel, label, set_tone

ROW: Final = 28
_NUMBER: Final = 26.0


class StepList(ShortList[StepLine]):
    """The other steps, one line each. Enter or a double click goes there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, ROW, self._paint)
        self._theme = theme

    def _paint(self, painter: QPainter, rect: QRectF, line: StepLine, _place: int) -> None:
        theme, middle = self._theme, Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.colour("ink_3"))
        painter.setFont(theme.font("meta", tabular=True))
        if line.done:
            sign = QRectF(rect.left() + 4, rect.center().y() - 8, 16, 16)
            paint_icon(painter, sign, "check", theme.colour("ok"))
        else:
            painter.drawText(rect.adjusted(4, 0, 0, 0), middle, str(line.number))
        minutes = QFontMetricsF(painter.font()).horizontalAdvance(line.minutes)
        painter.drawText(rect.adjusted(0, 0, -6, 0), middle | Qt.AlignmentFlag.AlignRight, line.minutes)
        painter.setPen(theme.colour("ink_3" if line.done else "ink_2"))
        painter.setFont(theme.font("body"))
        draw_elided(painter, rect.adjusted(_NUMBER, 0, -(minutes + 14), 0), line.title)


class TipBox(QFrame):
    """The private tip: on a ground of its own, with the sign of what the room does not see."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._head = label(theme, role="caption", tone="ink_2")
        self._words = label(theme, role="body", tone="ink", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(7)
        head.addWidget(IconLabel(theme, "eye-off", "ink_2", 16))
        head.addWidget(self._head, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 7, 10, 8)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._words)
        theme.metrics_changed.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        """Write small what needs more than a line: below it are the steps to come."""
        body = self._theme.font("body")
        room = self.contentsRect().width() - 20
        short = QFontMetricsF(body).horizontalAdvance(self._words.text()) <= room
        font = body if short and not self._theme.metrics.compact else self._theme.font("meta")
        if font != self._words.font():
            self._words.setFont(font)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words to another width."""
        super().resizeEvent(event)
        self._fit()

    def show_tip(self, words: str) -> None:
        """Show a tip, or nothing."""
        self._words.setText(words)
        self._fit()
        self.setVisible(bool(words))

    def retranslate(self) -> None:
        """Say whom it is for."""
        self._head.setText(_("Only for you"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("sunken"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)


_OF_MOST: Final = 80
"""px that the words beside a step's digits are sure of: "más de 5 min"."""


class StepHead(QWidget):
    """Which step is on, what it has left, and the two buttons that lead on and back."""

    next_pressed = Signal()
    previous_pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._key = ""
        self._number = label(theme, role="body_strong")
        self._digits = label(theme, role="body_strong", tone="ink")
        self._digits.setFont(theme.font("body_strong", tabular=True))
        self._of = ElidedLabel(theme, "meta", "ink_2")
        self.previous = Button(theme, icon="chevron-up", size="small")
        self.next = Button(theme, " ", icon="chevron-down", size="small")
        for button in (self.previous, self.next):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.next.clicked.connect(self.next_pressed)
        self.previous.clicked.connect(self.previous_pressed)
        time = QHBoxLayout()
        time.setSpacing(5)
        time.addWidget(self._digits)
        time.addWidget(self._of, 1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._number)
        words.addLayout(time)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addLayout(words, 1)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        theme.metrics_changed.connect(self._fit)

    def show_step(self, face: StepFace, planned: str) -> None:
        """Say which step is on; `planned` is what it may take while nothing runs."""
        self._number.setText(face.heading)
        self.next.setEnabled(face.has_next)
        self.previous.setEnabled(face.has_previous)
        if not face.live:
            self._digits.setText("")
            self._of.set_text(planned)

    def show_time(self, time: StepTime | None) -> None:
        """Show what is left."""
        self._digits.setText(time.digits if time else "")
        self._digits.setVisible(time is not None)
        self._of.set_text(time.of if time else "")
        self._of.setMinimumWidth(min(self._of.sizeHint().width(), _OF_MOST))  # the button's key gives way
        if time is not None:
            set_tone(self._digits, "over" if time.over else "ink_3" if time.paused else "ink")

    def retranslate(self, next_key: str, previous_key: str) -> None:
        """Name the buttons in the screen's language."""
        following, before = _("Next step"), _("Previous step")
        self.next.setText(pgettext("step", "Next"))
        self.next.setAccessibleName(following)
        self.next.setToolTip(f"{following} ({next_key})")
        self.previous.setAccessibleName(before)
        self.previous.setToolTip(f"{before} ({previous_key})")
        self._key = next_key
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Show key and icon where there is room for them; the step's time comes first."""
        compact = self._theme.metrics.compact
        self.next.set_keys("" if compact else self._key)
        self.next.set_icon("" if compact else "chevron-down")
