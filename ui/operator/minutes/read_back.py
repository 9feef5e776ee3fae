"""Reading the agreements back: what the room sees of them, and the way from page to page."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.stage.director import Shown, StageDirector
from ui.theme.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.labels import label, rule

if TYPE_CHECKING:
    from facilitator.services.stage import ViewKey

VIEW: "Final[ViewKey]" = "agreements"
_PICTURE: Final = 214
"""Width of the picture in px: the room's page can be told, a line of it read."""
_HIGHEST: Final = 124


class ReadBack(QWidget):
    """Stands over the pages while the agreements are on stage. Page down and up turn the room's page."""

    ended = Signal()

    def __init__(self, theme: Theme, stage: StageDirector) -> None:
        super().__init__()
        self._theme = theme
        self._stage = stage
        self._before: tuple[Shown, bool] | None = None
        self._picture: QWidget | None = None
        self._title = label(theme, role="body_strong", wrap=True)
        self._where = label(theme, role="body", tone="ink_2")
        self._where.setFont(theme.font("body", tabular=True))
        self._hint = label(theme, role="meta", tone="ink_2", wrap=True)
        self.previous = Button(theme, " ", icon="chevron-up")
        self.next = Button(theme, " ", icon="chevron-down")
        self.end = Button(theme, " ", kind="quiet")
        self.previous.clicked.connect(stage.previous_page)
        self.next.clicked.connect(stage.next_page)
        self.end.clicked.connect(self._end)
        self._arrange()
        stage.state_changed.connect(self.follow)
        stage.page_changed.connect(self._say_page)
        self.hide()

    def _arrange(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addStretch(1)
        for part in (self._title, self._where, self._hint):
            said.addWidget(part)
        said.addStretch(1)
        inner = QFrame()
        inner.setProperty("ground", "canvas")
        self._row = QHBoxLayout(inner)
        self._row.setContentsMargins(16, 10, 16, 10)
        self._row.setSpacing(12)
        self._row.addLayout(said, 1)
        for button in (self.previous, self.next, self.end):
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(inner)
        column.addWidget(rule())

    def begin(self) -> None:
        """Show the agreements to the room from their first page, and let the keys turn them."""
        stage = self._stage
        if stage.key != VIEW:
            self._before = (stage.shown, stage.is_open)
        stage.show(VIEW)
        if not stage.is_open:
            stage.toggle_stage()
        self.window().activateWindow()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _end(self) -> None:
        """Put back what the room saw before."""
        stage = self._stage
        if self._before is not None:
            shown, was_open = self._before
            stage.show_again(shown)
            if stage.is_open and not was_open:
                stage.toggle_stage()
        self.ended.emit()

    @Slot()
    def follow(self) -> None:
        """Be there while the room sees the agreements, and say when it does not see the newest."""
        stage = self._stage
        shown = stage.key == VIEW and stage.is_open
        if shown and self._picture is None:
            self._picture = stage.preview()
            self._row.insertWidget(0, self._picture)
        self.setVisible(shown)
        if shown:
            self._fit_picture()
            frozen = _("Frozen: {view}").format(view=stage.view_label())
            self._title.setText(frozen if stage.is_frozen else _("The room reads the agreements"))
            self._say_page(*stage.page)

    def _fit_picture(self) -> None:
        """Keep the picture small enough for a low window, whatever shape the projector has."""
        if self._picture is not None:
            high = self._picture.heightForWidth(_PICTURE)
            self._picture.setFixedWidth(round(_PICTURE * min(1.0, _HIGHEST / high)))

    @Slot(int, int)
    def _say_page(self, page: int, pages: int) -> None:
        if self._stage.key != VIEW:
            return
        words = _("Page {page} of {pages}").format(page=page, pages=pages)
        if words != self._where.text():
            self._where.setText(words)
            announce(self, words)
        self._hint.setVisible(pages > 1)
        for button in (self.previous, self.next):
            button.setVisible(pages > 1)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.setAccessibleName(_("Reading the agreements back"))
        self.previous.setText(_("Previous"))
        self.previous.setAccessibleName(_("Previous stage page"))
        self.next.setText(_("Next"))
        self.next.setAccessibleName(_("Next stage page"))
        self.end.setText(_("Done"))
        self.end.setToolTip(_("Show the room what it saw before"))
        self._hint.setText(_("Page down and page up turn the room’s page, here and on a presenter remote."))
        self.follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the room's page while the focus is here; Esc is done."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_PageDown:
            self._stage.next_page()
        elif key == Qt.Key.Key_PageUp:
            self._stage.previous_page()
        elif key == Qt.Key.Key_Escape:
            self._end()
        else:
            super().keyPressEvent(event)
