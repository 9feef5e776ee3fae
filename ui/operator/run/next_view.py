"""The row below the picture while something is prepared: the button that shows it to the room."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.i18n import _
from ui.actions import BY_ID, key_hint
from ui.stage.director import StageDirector
from ui.theme.theme import Theme
from ui.widgets.buttons import Button


class NextView(QWidget):
    """Puts the prepared view on the stage, or drops it."""

    def __init__(self, theme: Theme, stage: StageDirector) -> None:
        super().__init__()
        self._stage = stage
        self.put = Button(theme, " ", icon="projector", size="small")
        self.drop = Button(theme, icon="x", kind="quiet", size="small")
        for button in (self.put, self.drop):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.put.clicked.connect(stage.put_next)
        self.drop.clicked.connect(stage.next.drop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.put, 1)
        row.addWidget(self.drop)
        self.follow()

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.put.setText(_("Put on stage"))
        self.put.set_keys(key_hint("stage.put"))
        put = BY_ID["stage.put"]
        self.put.setToolTip(_(put.help))
        self.drop.setAccessibleName(_("Do not show it"))
        self.drop.setToolTip(_("Do not show it"))
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Be there while something is prepared."""
        name = self._stage.next.label()
        self.put.setAccessibleName(_("Put on stage: {view}").format(view=name))
        self.setVisible(bool(name))
