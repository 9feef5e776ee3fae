"""The foot of the options: where the file goes, the export and how far it is, and the last one."""

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.actions.qt import key_hint
from ui.operator.minutes.format_choice import FormatChoice
from ui.presenters.minutes_files import FORMATS
from ui.theme.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.editors import InPlaceEdit
from ui.widgets.fields import FieldRow
from ui.widgets.figures import ProgressBar
from ui.widgets.icon import IconLabel
from ui.widgets.labels import ElidedLabel, label, rule

Tone = Literal["plain", "ok"]


class ExportFoot(QWidget):
    """What is below the options and never scrolls away."""

    export_wanted = Signal()
    cancel_wanted = Signal()
    folder_wanted = Signal()
    open_wanted = Signal()
    show_wanted = Signal()
    all_wanted = Signal()
    """A person wants every document of the workshop."""
    renamed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.name = InPlaceEdit()
        self.name.committed.connect(self.renamed)
        self._name_row = FieldRow(theme, "", self.name)
        self._folder = ElidedLabel(theme, "meta", "ink_2")
        self.change_folder = Button(theme, " ", kind="quiet", size="small")
        self.format = FormatChoice()
        self.export = Button(theme, " ", kind="primary", icon="download", size="large")
        self.export_all = Button(theme, " ", size="large")
        self._writing = label(theme)
        self._writing.setFont(theme.font("body_strong", tabular=True))
        self._share = label(theme, role="meta", tone="ink_2")
        self._share.setFont(theme.font("meta", tabular=True))
        self._bar = ProgressBar(theme)
        self._going_on = label(theme, role="meta", tone="ink_2", wrap=True)
        self.cancel = Button(theme, " ")
        self._last_icon = IconLabel(theme, "check", "ok", 16)
        self._last = ElidedLabel(theme, "meta", "ink_2")
        self.open = Button(theme, " ", kind="quiet", size="small")
        self.show_in_folder = Button(theme, " ", kind="quiet", size="small")
        for button, signal in (
            (self.change_folder, self.folder_wanted),
            (self.export, self.export_wanted),
            (self.export_all, self.all_wanted),
            (self.cancel, self.cancel_wanted),
            (self.open, self.open_wanted),
            (self.show_in_folder, self.show_wanted),
        ):
            button.clicked.connect(signal)
        self._states = QStackedWidget()
        self._arrange()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.tell_last("", "plain")

    def _arrange(self) -> None:
        self._states.addWidget(self._idle())
        self._states.addWidget(self._busy())
        told = _row(self._last, spacing=6)
        told.insertWidget(0, self._last_icon, 0, Qt.AlignmentFlag.AlignTop)
        links = QHBoxLayout()
        links.setContentsMargins(
            8, 2, 8, 0
        )  # so that the words of quiet buttons stand in line with the others
        links.setSpacing(0)
        links.addWidget(self.open)
        links.addWidget(self.show_in_folder)
        links.addStretch(1)
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 12, 20, 0)
        inner.setSpacing(6)
        inner.addWidget(self._states)
        inner.addLayout(told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        column.addLayout(inner)
        column.addLayout(links)

    def _idle(self) -> QWidget:
        idle = QWidget()
        column = QVBoxLayout(idle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.format)
        column.addWidget(self._name_row)
        column.addLayout(_row(self._folder, self.change_folder))
        column.addSpacing(4)
        column.addLayout(_row(self.export, self.export_all))
        return idle

    def _busy(self) -> QWidget:
        busy = QWidget()
        column = QVBoxLayout(busy)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addStretch(1)
        column.addLayout(_row(self._writing, self._share))
        column.addWidget(self._bar)
        column.addLayout(_row(self._going_on, self.cancel, spacing=12))
        return busy

    @property
    def last(self) -> str:
        """What is said of the last export."""
        return self._last.text()

    @property
    def writing(self) -> str:
        """What is said of the export that goes on, empty while none does."""
        return self._writing.text() if self._states.currentIndex() == 1 else ""

    def show_target(self, name: str, folder: str, ending: str) -> None:
        """Show where the file goes, and in which format."""
        self.name.set_value(name)
        self.format.show_format(ending)
        self.export.setText(_("Export {format}").format(format=dict(FORMATS)[ending]))
        self._folder.set_text(folder)
        self._going_on.setText(_("You can keep working. The file appears in {folder}").format(folder=folder))

    def set_possible(self, *, possible: bool) -> None:
        """Say whether there is a document to write."""
        self.export.setEnabled(possible)

    def show_writing(self, *, on: bool) -> None:
        """Show how far the export is, or the button that begins one; the focus goes with it."""
        had_focus = self.export.hasFocus() or self.cancel.hasFocus()
        if on and self._states.currentIndex() == 0:
            self._writing.setText(_("Beginning to write"))
            self._share.setText("")
            self._bar.setRange(0, 1)
            self._bar.setValue(0)
        self._states.setCurrentIndex(1 if on else 0)
        if had_focus:
            (self.cancel if on else self.export).setFocus()

    def tell_progress(self, words: str, done: int, total: int) -> None:
        """Say in words how far it is, and show what share is written."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._writing.setText(words)
        self._share.setText(_("{percent}%").format(percent=done * 100 // total))

    def tell_last(self, words: str, tone: Tone) -> None:
        """Say what was exported last; no words say that nothing was."""
        self._last.set_text(words)
        for part in (self._last, self.open, self.show_in_folder):
            part.setVisible(bool(words))
        self._last_icon.setVisible(tone == "ok" and bool(words))
        if tone == "ok":
            announce(self, words)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self._name_row.set_words(_("File"))
        self.change_folder.setText(_("Change folder"))
        self.format.retranslate()
        self.export_all.setText(_("Export all"))
        self.export_all.setToolTip(
            _(
                "Every document, the data and pictures of walls and stage, in every format and for each "
                "circle of readers, into one folder"
            )
        )
        self.export.set_keys(key_hint("file.export"))
        self.cancel.setText(_("Cancel"))
        self.open.setText(_("Open"))
        self.show_in_folder.setText(_("Show in folder"))
        self._bar.setAccessibleName(_("How far the export is"))


def _row(first: QWidget, *others: QWidget, spacing: int = 8) -> QHBoxLayout:
    """Return parts side by side, the first one with the room that is left."""
    row = QHBoxLayout()
    row.setSpacing(spacing)
    row.addWidget(first, 1)
    for part in others:
        row.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
    return row
