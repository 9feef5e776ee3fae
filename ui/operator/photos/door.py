"""Lets pictures in on a page: pasted, dropped, or chosen from a file. Small, because Run loads at once.

What a picture needs is imported when the first one comes.
"""

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from ui.runtime.desk import Desk
from ui.theme.theme import Theme
from ui.widgets.buttons import page_action

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from facilitator.domain.agenda import Session
    from facilitator.domain.ids import SessionId
    from ui.operator.photos.panel import PhotoPanel

ENDINGS: Final = (".jpg", ".jpeg", ".jpe", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".heif")
"""Names that pictures have; those that the program cannot read are refused with a sentence."""


class PhotoGround(Protocol):
    """Where pictures land on a page: what the panel of photos lies over, and the cards there."""

    @property
    def over(self) -> QWidget:
        """What the panel of photos lies over."""

    @property
    def keyed(self) -> QWidget:
        """What has the keyboard while one is on a card."""

    def current(self) -> "UUID | None":
        """Return the card that the keyboard is on."""

    def card_at(self, watched: QWidget, at: QPoint) -> "UUID | None":
        """Return the card under a point of a widget."""


class PhotoDoor(QObject):
    """Watches the page for pictures that are pasted or dropped, and opens the panel of photos.

    A picture goes on the session that `session` tells; on a card when it is dropped there, or pasted while
    the keyboard is on one.
    """

    closed = Signal()
    """The panel was closed: typing goes back to the cards."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        page: QWidget,
        ground: PhotoGround,
        session: "Callable[[], Session | None]",
    ) -> None:
        super().__init__(page)
        self._theme, self._desk, self._ground = theme, desk, ground
        self._session = session
        self._panel: PhotoPanel | None = None
        self.action = page_action("", self.toggle, icon="camera")
        page.setAcceptDrops(True)
        self.watch(page, ground.keyed)

    def watch(self, *widgets: QWidget) -> None:
        """Take pictures that are pasted into or dropped on these widgets."""
        for widget in widgets:
            widget.installEventFilter(self)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.action.setText(_("Photos"))
        self.action.setToolTip(_("Photos of this session. Ctrl+V pastes one, and a file can be dropped here"))
        if self._panel is not None:
            self._panel.retranslate()

    def follow(self) -> None:
        """Follow the session that runs or is selected."""
        if self._panel is not None and self._panel.isVisible():
            self._panel.show_session(self._session_id())

    def toggle(self) -> None:
        """Open the panel of photos, or close it."""
        panel = self.panel
        if panel.isVisible():
            panel.close_panel()
        else:
            panel.open_panel(self._session_id())

    @property
    def panel(self) -> "PhotoPanel":
        """The panel, made when it is first wanted."""
        if self._panel is None:
            from ui.operator.photos.panel import PhotoPanel  # noqa: PLC0415 - not before a picture

            self._panel = PhotoPanel(self._theme, self._desk, self._ground.over)
            self._panel.closed.connect(self.closed)
            self._panel.retranslate()
        return self._panel

    # What comes in

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take pictures; everything else goes on as if nobody watched."""
        kind = event.type()
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return event.matches(QKeySequence.StandardKey.Paste) and self._pasted()
        drop = kind in {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop}
        if drop and isinstance(event, QDropEvent) and holds_picture(event.mimeData()):
            event.acceptProposedAction()
            if kind is QEvent.Type.Drop and isinstance(watched, QWidget):
                self._take(event.mimeData(), self._ground.card_at(watched, event.position().toPoint()))
            return True
        return False

    def _pasted(self) -> bool:
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the class is loaded already

        data = QApplication.clipboard().mimeData()
        if data is None or not holds_picture(data):
            return False
        ground = self._ground
        self._take(data, ground.current() if ground.keyed.hasFocus() else None)
        return True

    def _session_id(self) -> "SessionId | None":
        session = self._session()
        return None if session is None else session.id

    def _take(self, data: QMimeData, card: "UUID | None") -> None:
        self.panel.intake.take(data, self._session_id(), card)


def picture_files(data: QMimeData) -> list[str]:
    """Return the files in what was pasted or dropped that are named like pictures."""
    paths = [url.toLocalFile() for url in data.urls()] if data.hasUrls() else []
    return [path for path in paths if path.lower().endswith(ENDINGS)]


def holds_picture(data: QMimeData) -> bool:
    """Whether something is a picture: files named so, or an image that no text stands beside."""
    return bool(picture_files(data)) or (data.hasImage() and not data.hasText())
