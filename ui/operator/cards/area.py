"""The wall with what floats over it: action bar, zoom, the list of clusters, one card in large letters."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.operator.cards.action_bar import ActionBar
from ui.operator.cards.cluster_picker import ClusterPicker
from ui.operator.cards.read_large import ReadLarge
from ui.operator.cards.zoom_bar import ZoomBar
from ui.presenters.card_boards import possible
from ui.theme.theme import Theme
from ui.wall.wall import CardWall
from ui.widgets.empty_state import EmptyState

_MARGIN = 14
_ACTIONS = 76
"""px from the lower edge to the bar of actions, with air."""


class WallArea(QWidget):
    """Keeps everything in its place as the window, the selection and the zoom change."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.wall = CardWall(theme, self)
        self.empty = EmptyState(theme, icon="circle-play")
        self.empty.setParent(self)
        self.zoom = ZoomBar(theme, self)
        self.actions_bar = ActionBar(theme, self)
        self.picker = ClusterPicker(self)
        self.large = ReadLarge(theme, self)
        self.empty.hide()
        self.zoom.stepped.connect(self.wall.zoom_by)
        self.zoom.fitted.connect(self.wall.fit)
        self.wall.zoom_changed.connect(self.zoom.show_zoom)
        self.wall.resized.connect(self.place)
        self.wall.selection_changed.connect(self.follow_selection)
        self.actions_bar.cleared.connect(lambda: self.wall.select(()))
        self.large.closed.connect(self._back_to_wall)
        self.picker.closed.connect(self._back_to_wall)

    def follow_selection(self) -> None:
        """Say what can be done with the cards that are selected now."""
        chosen = self.wall.selected
        view = self.wall.surface.view
        self.actions_bar.show_selection(0 if view.whole else len(chosen), possible(view, set(chosen)))
        self.place()

    def show_empty(self, *, is_empty: bool) -> None:
        """Show that there is nothing on the board yet, or the wall."""
        self.empty.setVisible(is_empty)
        self.wall.setVisible(not is_empty)
        self.zoom.setVisible(not is_empty)
        self.place()

    def free(self) -> QRect:
        """Return the part whose foot neither the actions nor the zoom take."""
        if not self.actions_bar.isHidden():
            return self.rect().adjusted(0, 0, 0, -_ACTIONS)
        return (
            self.rect()
            if self.zoom.isHidden()
            else self.rect().adjusted(0, 0, self.zoom.x() - self.width(), 0)
        )

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.wall.retranslate()
        self.zoom.retranslate()
        self.actions_bar.retranslate()
        self.place()

    def _back_to_wall(self) -> None:
        self.wall.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place(self) -> None:
        """Put everything in its place."""
        self.wall.setGeometry(self.rect())
        self.empty.setGeometry(self.rect())
        self.zoom.adjustSize()
        seen = self.wall.viewport().size()
        x = seen.width() - self.zoom.width() - _MARGIN
        y = seen.height() - self.zoom.height() - _MARGIN
        if not self.actions_bar.isHidden():
            surface = self.wall.surface
            self.actions_bar.place(seen, round(surface.tray.width) if surface.has_tray else 0)
            if self.actions_bar.geometry().right() > x - 8:
                y = self.actions_bar.y() - self.zoom.height() - 8
        self.zoom.move(x, y)
        self.zoom.raise_()
        if self.large.isVisible():
            self.large.setGeometry(self.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit."""
        super().resizeEvent(event)
        self.place()
