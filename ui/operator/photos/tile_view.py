"""The list of a session's photos: small pictures side by side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView


class PhotoView(QListView):
    """Small pictures side by side."""

    delete_wanted = Signal()
    large_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("ground", "canvas")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the chosen photo large, or delete it; all else moves among them."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Delete and not event.modifiers():
            self.delete_wanted.emit()
        elif key in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.large_wanted.emit()
        else:
            super().keyPressEvent(event)
