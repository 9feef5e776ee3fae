"""What should be mended before a document goes out: gaps with a way to mend them, signs it cannot print."""

from collections.abc import Sequence
from functools import partial
from html import escape

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.presenters.minutes_sections import GapRow
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.icon import IconLabel
from ui.widgets.labels import label

_MOST = 190
"""px of the list; more of it scrolls."""


class _Lines(QWidget):
    """The lines, on the ground of what deserves attention."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("scrolled", True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("now_tint"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        painter.end()


class Notices(QScrollArea):
    """One line for each kind of gap, and one for each sign that is in no font."""

    record_wanted = Signal(str, object, str)
    """The page on which a gap is mended, the record there and its field."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[tuple[GapRow, ...], tuple[str, ...]] = ((), ())
        self._lines = _Lines(theme)
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(12, 8, 8, 8)
        self._column.setSpacing(4)
        self.setWidget(self._lines)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.links: list[Button] = []
        self.hide()

    @property
    def sentences(self) -> tuple[str, ...]:
        """Everything that is said."""
        gaps, warnings = self._shown
        return (*(row.words for row in gaps), *warnings)

    def show_lines(self, gaps: Sequence[GapRow], warnings: Sequence[str]) -> None:
        """Say what is missing and what cannot be printed as written; nothing said hides it."""
        if (tuple(gaps), tuple(warnings)) == self._shown:
            return
        self._shown = (tuple(gaps), tuple(warnings))
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.links = []
        for row in gaps:
            self._column.addWidget(self._line(row.words, "\n".join(row.names), self._link(row)))
        for words in warnings:
            self._column.addWidget(self._line(words))
        self.setVisible(bool(gaps or warnings))
        self._fit()

    def _line(self, words: str, more: str = "", link: Button | None = None) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 2, 4, 0)
        row.setSpacing(8)
        said = label(self._theme, words, role="meta", wrap=True)
        said.setToolTip(escape(more).replace("\n", "<br>") if more else "")
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(said)
        if link is not None:
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(IconLabel(self._theme, "triangle-alert", "now_ink", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        return line

    def _link(self, gap: GapRow) -> Button:
        button = Button(self._theme, gap.link, kind="quiet", size="small", icon="arrow-right")
        button.set_icon("arrow-right", behind=True)
        button.setAccessibleName(_("{link}: {gap}").format(link=gap.link, gap=gap.words))
        button.setAccessibleDescription("\n".join(gap.names))
        button.clicked.connect(partial(self.record_wanted.emit, gap.page, gap.record, gap.field))
        self.links.append(button)
        return button

    def _fit(self) -> None:
        width = max(120, self.viewport().width())
        self.setFixedHeight(max(0, min(_MOST, self._column.totalHeightForWidth(width))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the lines are at this width."""
        super().resizeEvent(event)
        self._fit()

    def retranslate(self) -> None:
        """Say its own words in the screen's language."""
        self.setAccessibleName(_("To mend before it goes out"))
