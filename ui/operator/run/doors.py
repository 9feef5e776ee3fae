"""What the Run page leads to beside cards: photos of the session, and the forms of a closing evaluation."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from facilitator.domain.agenda import SessionType
from facilitator.i18n import _
from ui.operator.photos.door import PhotoDoor
from ui.runtime.desk import Desk
from ui.theme.theme import Theme
from ui.widgets.buttons import page_action

if TYPE_CHECKING:
    from ui.operator.pages.run import RunPage


class RunDoors(QObject):
    """The header's actions of the Run page."""

    def __init__(self, theme: Theme, desk: Desk, page: "RunPage") -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self.photos = PhotoDoor(theme, desk, page, page.stream, lambda: page.session)
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
