"""The next step: the correction with owner and due date, on its way to the work plan."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.actions.qt import key_hint
from ui.operator.reflection.form import Form
from ui.operator.reflection.sections import beside
from ui.presenters.reflection import NextStep
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.fields import InlineError
from ui.widgets.labels import label


class InPlan(QWidget):
    """That the correction is in the work plan, and the way there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = label(theme, role="meta", tone="ok", wrap=True)
        self._words.setFont(theme.font("meta", weight=600))
        self.open = Button(theme, " ", kind="quiet", size="small")
        row = QHBoxLayout(self)
        row.setContentsMargins(36, 4, 4, 4)
        row.addWidget(self._words, 1)
        row.addWidget(self.open)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        """Return the height of a field at least."""
        return super().sizeHint().expandedTo(QSize(0, 40))

    def say(self, words: str) -> None:
        """Say where it is."""
        self._words.setText(words)
        self.setAccessibleName(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the check."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("ok_tint"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        sign = QRectF(11, 0, 17, self.height())
        paint_icon(painter, sign, "circle-check", self._theme.colour("ok"))
        painter.end()


class NextStepPart(QWidget):
    """Correction, owner, due, and the button that makes a work-plan item of it, once."""

    send_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, theme: Theme, form: Form) -> None:
        super().__init__()
        self._correction = label(theme, wrap=True)
        self._correction.setMaximumHeight(3 * theme.line_height("body") + 2)
        self._correction.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.send = Button(theme, " ", icon="chart-no-axes-gantt")
        self.send.clicked.connect(self.send_wanted)
        self.in_plan = InPlan(theme)
        self.in_plan.open.clicked.connect(self.open_wanted)
        self.trouble = InlineError(theme)
        self._typed = form.text("first_loop.correction")
        self._typed.textChanged.connect(self._follow_typing)
        rows = form.rows
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._correction)
        column.addLayout(beside(rows["first_loop.owner"], rows["first_loop.due"]))
        column.addWidget(self.send)
        column.addWidget(self.in_plan)
        column.addWidget(self.trouble)

    def show_step(self, step: NextStep) -> None:
        """Show the correction and where it stands."""
        self._correction.setText(step.correction or _("The change to the action becomes the next step."))
        self._correction.setProperty("tone", "ink" if step.correction else "ink_3")
        self._correction.style().polish(self._correction)
        self.send.setVisible(not step.item)
        self._follow_typing()
        self.in_plan.setVisible(bool(step.item))
        self.in_plan.say(step.item)
        if step.can_send or step.item:
            self.trouble.say("")

    def _follow_typing(self) -> None:
        """Let a correction be sent while the cursor still stands in it: sending stores it first."""
        self.send.setEnabled(bool(self._typed.toPlainText().strip()))

    def retranslate(self) -> None:
        """Name the buttons in the screen's language."""
        self.send.setText(_("To the work plan"))
        self.send.set_keys(key_hint("item.to_work_plan"))
        self.in_plan.open.setText(_("Open"))
        self.in_plan.open.setAccessibleName(_("Open the work plan"))
