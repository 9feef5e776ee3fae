"""Turning the room's page while cards are read out: the pages wait for whoever reads."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.i18n import _
from ui.actions import key_hint
from ui.stage.director import StageDirector
from ui.theme.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.labels import label


class PageTurner(QWidget):
    """Which page of the cards the room sees, and two buttons; there only while cards are read out."""

    def __init__(self, theme: Theme, stage: StageDirector) -> None:
        super().__init__()
        self._stage = stage
        self._reading = False
        self.where = label(theme, role="meta", tone="ink")
        self.where.setFont(theme.font("meta", weight=600, tabular=True))
        self.previous = Button(theme, icon="chevron-up", size="small")
        self.next = Button(theme, " ", icon="chevron-down", size="small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 2)
        row.setSpacing(6)
        row.addWidget(self.where)
        row.addStretch(1)
        for button in (self.previous, self.next):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        self.previous.clicked.connect(self.turn_back)
        self.next.clicked.connect(self.turn)
        stage.state_changed.connect(self._follow)
        stage.page_changed.connect(self._say)
        self.hide()

    def show_reading(self, *, reading: bool) -> None:
        """Follow whether the board's cards are being read out."""
        self._reading = reading
        self._follow()

    @Slot()
    def turn(self) -> None:
        """Turn the room's page."""
        if not self.isHidden():
            self._stage.next_page()

    @Slot()
    def turn_back(self) -> None:
        """Turn the room's page back."""
        if not self.isHidden():
            self._stage.previous_page()

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.setAccessibleName(_("Pages that are read out"))
        self.next.setText(_("Next page"))
        for button, name, action in (
            (self.next, _("Next stage page"), "board.next_page"),
            (self.previous, _("Previous stage page"), "board.previous_page"),
        ):
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({key_hint(action)})")
        self.next.set_keys(key_hint("board.next_page"))
        self._follow()

    @Slot()
    def _follow(self) -> None:
        on = self._reading and self._stage.key == "cards"
        page, pages = self._stage.page if on else (1, 1)
        self.setVisible(on and pages > 1)
        if on:
            self._say(page, pages)

    @Slot(int, int)
    def _say(self, page: int, pages: int) -> None:
        if not self._reading or self._stage.key != "cards":
            return
        self.setVisible(pages > 1)
        words = _("The room sees page {page} of {pages}").format(page=page, pages=pages)
        if words != self.where.text():
            self.where.setText(words)
            announce(self, words)
