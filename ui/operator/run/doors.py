"""What the Run page leads to beside cards: photos of the session, and the forms of a closing evaluation."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from facilitator.domain.agenda import SessionType
from facilitator.i18n import _
from ui.models.card_stream import StreamRole
from ui.operator.photos.door import PhotoDoor
from ui.operator.run.stream import StreamPanel
from ui.runtime.desk import Desk
from ui.theme.theme import Theme
from ui.widgets.buttons import page_action

if TYPE_CHECKING:
    from uuid import UUID

    from ui.operator.pages.run import RunPage


class StreamGround:
    """The stream of cards as the place where pictures land."""

    def __init__(self, stream: StreamPanel) -> None:
        self._stream = stream

    @property
    def over(self) -> QWidget:
        """What the panel of photos lies over."""
        return self._stream

    @property
    def keyed(self) -> QWidget:
        """What has the keyboard while one is on a card."""
        return self._stream.view

    def current(self) -> "UUID | None":
        """Return the card that is selected."""
        return _card(self._stream.view.currentIndex())

    def card_at(self, watched: QWidget, at: QPoint) -> "UUID | None":
        """Return the card under a point of a widget."""
        view = self._stream.view
        there = view.viewport().mapFromGlobal(watched.mapToGlobal(at))
        return _card(view.indexAt(there)) if view.viewport().rect().contains(there) else None


def _card(index: QModelIndex) -> "UUID | None":
    return index.data(StreamRole.CARD).id if index.isValid() else None


class RunDoors(QObject):
    """The header's actions of the Run page."""

    def __init__(self, theme: Theme, desk: Desk, page: "RunPage") -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self.photos = PhotoDoor(theme, desk, page, StreamGround(page.stream), lambda: page.session)
        text = page.capture.frame.text
        self.photos.watch(text, text.viewport())
        self.photos.closed.connect(page.capture.take_focus)
        wanted = partial(page.page_wanted.emit, "evaluation")
        self.evaluation = page_action("", wanted, icon="circle-check")

    def actions(self) -> Sequence[QAction]:
        """Return what can be done now: forms are typed in while the session is an evaluation."""
        session = self._page.session
        if self._desk.workshop is None or session is None:
            return ()
        forms = (self.evaluation,) if session.type is SessionType.EVALUATION else ()
        return (self.photos.action, *forms)

    def follow(self) -> None:
        """Follow the session that runs or is selected."""
        self.photos.follow()
        self._page.header_changed.emit()

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.photos.retranslate()
        self.evaluation.setText(_("Evaluation forms"))
        self.evaluation.setToolTip(_("Type in the paper forms of the evaluation"))
