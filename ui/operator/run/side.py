"""The right column of the Run page: what the room sees, the switcher, notes, what comes next."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.actions import BY_ID, key_hint
from ui.operator.run.fitted_label import FittedLabel
from ui.operator.run.next_view import NextView
from ui.operator.run.room_row import RoomRow
from ui.operator.run.view_button import ViewButton
from ui.stage.director import StageDirector
from ui.stage.following import view_name
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import heading, label, rule

if TYPE_CHECKING:
    from ui.stage.preview import StagePreview

_COMING: Final = ((15, 1), (14, 1), (14, 2), (13, 2))
_VIEWS: Final = ("agenda", "question", "cards", "reflection", "work_plan", "break")


class LiveDot(QWidget):
    """Marigold while the room sees the stage, hollow while it is off."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._live = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_live(self, live: bool) -> None:
        """Follow the stage."""
        self._live = live
        self.update()

    def sizeHint(self) -> QSize:
        """Return the dot's square."""
        return QSize(14, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dot."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("now_ink" if self._live else "line_strong"), 1.5))
            painter.setBrush(self._theme.colour("now" if self._live else "canvas"))
            painter.drawEllipse(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5))


class PreviewPlace(QWidget):
    """Where the stage's small picture will be: its painter is loaded once the rest of the page was seen."""

    def __init__(self, theme: Theme, stage: StageDirector) -> None:
        super().__init__()
        self._theme = theme
        self._stage = stage
        self._preview: StagePreview | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._put)

    def follow(self) -> None:
        """Take the stage's shape, and name the picture in the screen's language."""
        if self._preview is not None:
            self._preview.retranslate()
            self._preview.updateGeometry()
        self.updateGeometry()

    @Slot()
    def _put(self) -> None:
        if self._preview is None:
            self._preview = self._stage.preview(self, ahead=True)
            self._preview.setGeometry(self.rect())
            self._preview.show()
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Keep the stage's shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width, both in px; that of a usual screen before the picture is there."""
        return round(width * 9 / 16) if self._preview is None else self._preview.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """Return a size that fits the side panel."""
        return QSize(324, self.heightForWidth(324))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the picture fill its place."""
        super().resizeEvent(event)
        if self._preview is not None:
            self._preview.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a flat block until the picture lies over it."""
        del event
        if self._preview is not None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("sunken"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        self._soon.start()


class StagePanel(QFrame):
    """Everything about the projector that the operator needs while running."""

    def __init__(self, theme: Theme, stage: StageDirector) -> None:
        super().__init__()
        self._theme = theme
        self._stage = stage
        self.setProperty("ground", "canvas")
        self._dot = LiveDot(theme)
        self._title = heading(theme, wrap=True)  # "Frozen: Reflection" beside its button
        self._open = Button(theme, " ", icon="projector", size="small")
        self._freeze = Button(theme, " ", icon="snowflake", size="small")
        self._freeze.setCheckable(True)
        self.preview = PreviewPlace(theme, stage)
        self._show = label(theme, role="body_strong")
        self._hint = label(theme, role="meta", tone="ink_3")
        self.next = NextView(theme, stage)
        self.first = Button(theme, " ", icon="monitor", size="small")
        self.first.setCheckable(True)
        self.first.clicked.connect(stage.preview_first)
        self.buttons = {key: self._button(key) for key in (*_VIEWS, "blank")}
        self.room = RoomRow(theme)
        self._when = label(theme, role="meta", tone="ink_3")
        self._next = FittedLabel(theme, "heading", _COMING)
        self._spare = False
        for button in (self._open, self._freeze, self.first):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._open.clicked.connect(stage.toggle_stage)
        self._freeze.clicked.connect(stage.freeze)
        self._arrange()
        stage.state_changed.connect(self.follow)
        theme.metrics_changed.connect(self._fit)
        self._fit()

    def _button(self, key: str) -> ViewButton:
        keys = BY_ID[f"stage.{key}"].keys[0]
        shown = key_hint(f"stage.{key}") if key == "blank" else keys.rpartition("+")[2]
        button = ViewButton(self._theme, BY_ID[f"stage.{key}"].icon, shown)
        button.clicked.connect(lambda _on=False: self._stage.press(key))  # type: ignore[arg-type]  # keys of views
        return button

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._dot)
        head.addWidget(self._title, 1)
        head.addWidget(self._open)
        head.addWidget(self._freeze)
        show = QHBoxLayout()
        show.addWidget(self._show)
        show.addWidget(self._hint, 1)
        show.addWidget(self.first)
        grid = QGridLayout()
        grid.setSpacing(5)
        for place, key in enumerate(_VIEWS):
            grid.addWidget(self.buttons[key], place // 2, place % 2)
        grid.addWidget(self.buttons["blank"], len(_VIEWS) // 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._column = QVBoxLayout(self)
        for part in (head, self.preview, self.next, show, grid, self.room):
            if isinstance(part, QWidget):
                self._column.addWidget(part)
            else:
                self._column.addLayout(part)
        self._column.addWidget(rule())
        self._foot_rule = rule()
        self._column.addWidget(self._foot_rule)
        foot = QVBoxLayout()
        foot.setSpacing(2)
        foot.addWidget(self._when)
        foot.addWidget(self._next)
        self._column.addLayout(foot)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        for key, button in self.buttons.items():
            name = _("Blank the stage") if key == "blank" else view_name(key)
            button.setText(name)
            button.setAccessibleName(name)
            button.setToolTip(_help_of(f"stage.{key}"))
        self._show.setText(_("Show"))
        self._hint.setText(_("Alt + number"))
        self.first.setText(_("Preview first"))
        self.first.setToolTip(f"{_help_of('stage.preview_first')} ({key_hint('stage.preview_first')})")
        self.next.retranslate()
        self.room.retranslate()
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Say what the room sees."""
        stage = self._stage
        off = stage.state == "off"
        self._dot.set_live(not off and not stage.next.key)
        frozen = _("Frozen: {view}").format(view=stage.view_label())
        seen = _("Stage is off") if off else frozen if stage.is_frozen else _("On stage now")
        coming = stage.next.label()
        self._title.setText(_("Next: {title}").format(title=coming) if coming else seen)
        self._open.setText(_("Open"))
        self._open.setToolTip(_help_of("stage.toggle"))
        self._open.set_keys(key_hint("stage.toggle"))
        self._open.setVisible(off)
        self._freeze.setText(_("Let go") if stage.is_frozen else _("Freeze"))
        self._freeze.setToolTip(_help_of("stage.freeze"))
        self._freeze.setChecked(stage.is_frozen)
        self._freeze.setVisible(not off or stage.is_frozen)
        self.next.follow()
        self.first.setChecked(stage.next.first)
        self.preview.follow()  # the stage may have another shape now
        for key, button in self.buttons.items():
            button.setChecked(key == stage.key)
            button.set_coming(key == stage.next.key)

    def set_lower(self, part: QWidget) -> None:
        """Put a part between the switcher and what comes next; it takes what room there is."""
        self._column.insertWidget(self._column.indexOf(self._foot_rule), part, 1)

    def show_next(self, when: str, title: str, *, spare: bool = False) -> None:
        """Say what comes next and when; nothing at the end.

        With `spare` it gives way to the part above where height is dear: the agenda says it too.
        """
        self._when.setText(when)
        self._next.set_text(title)
        self._spare = spare
        self._show_foot()

    def _show_foot(self) -> None:
        shown = bool(self._next.text()) and not (self._spare and self._theme.metrics.compact)
        for part in (self._foot_rule, self._when, self._next):
            part.setVisible(shown)

    @Slot()
    def _fit(self) -> None:
        self._show_foot()
        compact = self._theme.metrics.compact
        self.setFixedWidth(self._theme.metrics.side_panel)
        side = 14 if compact else 16
        self._column.setContentsMargins(side, 10 if compact else 12, side, 10 if compact else 12)
        self._column.setSpacing(8 if compact else 10)


def _help_of(action: str) -> str:
    """Return what an action does, in the screen's language."""
    return _(BY_ID[action].help)
