"""The check as a sheet over the window: a line for each thing, its state in words, and how to mend it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from facilitator.i18n import _
from ui.presenters.preflight import lines, look, summary
from ui.presenters.preflight_facts import Line, Repair
from ui.theme.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.icon import IconLabel
from ui.widgets.labels import label, rule
from ui.widgets.pills import Pill
from ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from ui.operator.preflight.check import PreflightCheck


WATCHER: Final = "card"


class CheckRow(QWidget):
    """One line: icon, title, what is so, what to do, and the state at the right."""

    def __init__(self, theme: Theme, check: "PreflightCheck") -> None:
        super().__init__()
        self._theme = theme
        self._check = check
        self._repairs: tuple[Repair, ...] = ()
        self._icon = IconLabel(theme, "hourglass", "ink_2", 20)
        self._title = label(theme, role="body_strong")
        self._sentence = label(theme, role="body", tone="ink", wrap=True)
        self._advice = label(theme, role="meta", tone="ink_2", wrap=True)
        self._pill = Pill(theme)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._icon, 0, 0, top)
        grid.addWidget(self._title, 0, 1, top)
        grid.addWidget(self._sentence, 0, 2, top)
        grid.addWidget(self._pill, 0, 3, top | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._advice, 1, 2)
        grid.addLayout(self._buttons, 2, 2)
        grid.setColumnMinimumWidth(1, 104)
        grid.setColumnMinimumWidth(3, 132)
        grid.setColumnStretch(2, 1)

    def show_line(self, line: Line) -> None:
        """Say what is known of it now."""
        seen = look(line.state)
        self._icon.set_icon(line.icon, "ink_2")
        self._title.setText(line.title)
        self._sentence.setText(line.sentence)
        self._advice.setText(line.advice)
        self._advice.setVisible(bool(line.advice))
        self._pill.show_state(seen.word, seen.tone, seen.icon)
        self.setAccessibleName(f"{line.title}: {seen.word}. {line.sentence} {line.advice}".strip())
        if line.repairs != self._repairs:
            self._offer(line.repairs)

    def _offer(self, repairs: tuple[Repair, ...]) -> None:
        had = any(button.hasFocus() for button in self.buttons)
        self._repairs = repairs
        while (item := self._buttons.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for repair in repairs:
            button = Button(self._theme, repair.words, size="small")
            button.clicked.connect(lambda _on=False, key=repair.key: self._check.repair(key))
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._buttons.setContentsMargins(0, 4 if repairs else 0, 0, 4 if repairs else 0)
        if had and repairs:
            self.buttons[0].setFocus()

    @property
    def buttons(self) -> Sequence[Button]:
        """The buttons that mend it."""
        found = (self._buttons.itemAt(place) for place in range(self._buttons.count()))
        return [part for item in found if item is not None and isinstance(part := item.widget(), Button)]


class PreflightCard(Sheet):
    """Opened by a key, by the reminder before a session, or from Settings."""

    def __init__(self, theme: Theme, over: QWidget, check: "PreflightCheck") -> None:
        super().__init__(theme, over, width=820)
        self._check = check
        self._rows: dict[str, CheckRow] = {}
        self._said = ""
        self.again = Button(theme, " ", icon="refresh-cw", size="small")
        self.again.clicked.connect(lambda: check.begin(WATCHER))
        self.tools.addWidget(self.again, 0, Qt.AlignmentFlag.AlignTop)
        check.changed.connect(self.follow)
        self.closed.connect(lambda: check.end(WATCHER))

    def look(self) -> None:
        """Open, and look at everything."""
        self._said = ""
        self._check.begin(WATCHER)
        self.open_sheet(self.again)

    @Slot()
    def follow(self) -> None:
        """Say what is known now."""
        found = lines(self._check.facts())
        state, sentence = summary(found)
        self.set_words(_("Before the session"), sentence)
        self.again.setText(_("Look again"))
        for line in found:
            if line.key not in self._rows:
                if self._rows:
                    self.body.addWidget(rule())
                self._rows[line.key] = row = CheckRow(self._theme, self._check)
                self.body.addWidget(row)
            self._rows[line.key].show_line(line)
        if state != "checking" and sentence != self._said and self.isVisible():
            self._said = sentence
            announce(self, sentence)

    @property
    def rows(self) -> dict[str, CheckRow]:
        """The lines by key."""
        return self._rows
