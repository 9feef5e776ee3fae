"""Evidence in a box of the diagram: one chip for each card or observation, and the place to link more."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.models.evidence_list import MIME
from ui.presenters.reflection_rows import EvidenceLine, Side
from ui.theme.badges import paint_badge
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme
from ui.widgets.labels import label

HEIGHT: Final = 27
_MOST: Final = 4
"""Chips that a box shows; the section below the diagram lists all."""

_CLOSE: Final = 26


def dragged_key(mime: QMimeData) -> UUID | None:
    """Return the key of the card or indicator that is dragged, or None."""
    if not mime.hasFormat(MIME):
        return None
    return UUID(bytes=bytes(mime.data(MIME).data()))


class EvidenceChip(QAbstractButton):
    """One piece of evidence. A click shows its row; Del, or the cross under the pointer, removes it."""

    removed = Signal(object)
    """The EvidenceLine that is no evidence any more."""

    def __init__(self, theme: Theme, line: EvidenceLine) -> None:
        super().__init__()
        self._theme = theme
        self.line = line
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.show_line(line)

    def show_line(self, line: EvidenceLine) -> None:
        """Show another piece of evidence."""
        self.line = line
        words = " ".join(line.said.split())
        self.setAccessibleName(_("Evidence: {words}").format(words=words))
        self.setToolTip("")
        self.update()

    def retranslate(self) -> None:
        """Say in the screen's language what can be done."""
        self.setAccessibleDescription(_("Del removes it"))
        self.show_line(self.line)

    def sizeHint(self) -> QSize:
        """Take the width that there is."""
        return QSize(120, HEIGHT)

    def remove(self) -> None:
        """Ask that this is no evidence any more."""
        self.removed.emit(self.line)

    def _cross(self) -> QRectF:
        return QRectF(self.width() - _CLOSE, 0, _CLOSE, self.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remove by the cross, show the row elsewhere."""
        if self._cross().contains(event.position()) and event.button() == Qt.MouseButton.LeftButton:
            self.setDown(False)
            self.remove()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove by Backspace; Del is the page's."""
        if event.key() == Qt.Key.Key_Backspace:
            self.remove()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper of a card, or a plain ground for what was only said."""
        del event
        theme, line = self._theme, self.line
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        is_card = line.look not in {"", "indicator"}
        paper = theme.card(line.look).paper if is_card else theme.colour("canvas")
        ink = theme.card(line.look).ink if is_card else theme.colour("ink")
        edge = theme.card(line.look).solid if is_card else theme.colour("line_strong")
        edge.setAlphaF(0.4 if is_card else 0.6)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(paper)
        painter.drawRoundedRect(box, 3, 3)
        sign = QRectF(6, (self.height() - 16) / 2, 16, 16)
        if is_card:
            solid, glyph = theme.badge(line.look, on_card=True)
            paint_badge(painter, sign, line.look, solid=solid, glyph=glyph)
        else:
            paint_icon(painter, sign, "trending-up" if line.look else "quote", theme.colour("ink_2"))
        open_ = self.underMouse() or self.hasFocus()
        font = theme.font("meta", weight=600)
        painter.setFont(font)
        painter.setPen(ink)
        room = QRectF(28, 0, self.width() - 28 - (_CLOSE if open_ else 8), self.height())
        words = QFontMetricsF(font).elidedText(
            " ".join(line.said.split()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        if open_:
            cross = self._cross()
            paint_icon(painter, cross.adjusted(5, 6, -7, -6), "x", ink)
        painter.end()


class LinkButton(QAbstractButton):
    """The dashed place where a card is dropped, or linked by a click."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.hot = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Fit the words."""
        width = QFontMetricsF(self._theme.font("meta")).horizontalAdvance(self.text())
        return QSize(round(width + 34), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Give way to a narrow box."""
        return QSize(40, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dashes, the plus and the words; under a dragged card it is filled."""
        del event
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("line_strong"), 1)
        pen.setDashPattern([3, 2.5])
        lit = self.hot or (self.underMouse() and self.isEnabled())
        painter.setPen(pen)
        painter.setBrush(theme.colour("primary_tint") if lit else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        ink = theme.colour("ink_2")
        if self.width() < self.sizeHint().width() - 1:  # no half words: the tip and the plus say it
            paint_icon(painter, QRectF((self.width() - 14) / 2, 0, 14, self.height()), "plus", ink)
            painter.end()
            return
        paint_icon(painter, QRectF(6, 0, 14, self.height()), "plus", ink)
        painter.setPen(ink)
        painter.setFont(theme.font("meta"))
        room = QRectF(25, 0, self.width() - 25, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.end()


class EvidenceZone(QWidget):
    """The evidence of one side: its name, its chips, and the place to drop or link a card."""

    dropped = Signal(str, object)
    """Side, and key of what was dropped."""

    link_wanted = Signal(str)
    removed = Signal(object)
    opened = Signal(str)
    """A chip was clicked, or the rest of the evidence is wanted: the side."""

    def __init__(self, theme: Theme, side: Side) -> None:
        super().__init__()
        self._theme = theme
        self.side: Side = side
        self.chips: list[EvidenceChip] = []
        self._caption = label(theme, role="caption", tone="ink_2")
        self._more = label(theme, role="caption", tone="ink_2")
        self.link = LinkButton(theme)
        self.link.clicked.connect(lambda: self.link_wanted.emit(self.side))
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._caption)
        top.addStretch(1)
        top.addWidget(self.link)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(5)
        self._column.addLayout(top)
        self._column.addWidget(self._more)
        self._more.hide()
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_words(self, caption: str, link: str) -> None:
        """Name the side, also to screen readers."""
        self._caption.setText(caption)
        self.link.setText(link)
        self.link.setAccessibleName(f"{caption}: {link}")
        self.link.setToolTip(link)
        self.link.updateGeometry()
        self.setAccessibleName(caption)
        for chip in self.chips:
            chip.retranslate()

    def show_lines(self, lines: Sequence[EvidenceLine]) -> None:
        """Show the first few pieces of evidence and say how many more there are."""
        shown = lines[:_MOST]
        while len(self.chips) > len(shown):
            chip = self.chips.pop()
            self._column.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for place, line in enumerate(shown):
            if place < len(self.chips):
                self.chips[place].show_line(line)
                continue
            chip = EvidenceChip(self._theme, line)
            chip.retranslate()
            chip.removed.connect(self.removed)
            chip.clicked.connect(lambda: self.opened.emit(self.side))
            self.chips.append(chip)
            self._column.insertWidget(1 + place, chip)
        rest = len(lines) - len(shown)
        self._more.setText(_("and {n} more below").format(n=rest))
        self._more.setVisible(rest > 0)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a card or an indicator."""
        if self.isEnabled() and dragged_key(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._heat(hot=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Cool down."""
        super().dragLeaveEvent(event)
        self._heat(hot=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped."""
        key = dragged_key(event.mimeData())
        self._heat(hot=False)
        if key is not None:
            event.acceptProposedAction()
            self.dropped.emit(self.side, key)

    def _heat(self, *, hot: bool) -> None:
        self.link.hot = hot
        self.link.update()
