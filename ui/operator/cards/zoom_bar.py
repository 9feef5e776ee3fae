"""Smaller, how large, larger, all of it: the control at the wall's lower right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from facilitator.i18n import _
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import label, rule


class ZoomBar(QFrame):
    """One frame with two steps, the zoom in percent, and Fit."""

    stepped = Signal(int)
    fitted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("box", "panel")
        self.smaller = Button(theme, kind="quiet", icon="minus", size="small")
        self.larger = Button(theme, kind="quiet", icon="plus", size="small")
        self.all = Button(theme, kind="quiet", size="small")
        self._percent = label(theme, role="body_strong")
        self._percent.setFont(theme.font("meta", weight=600, tabular=True))
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._percent.setMinimumWidth(48)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for part in (self.smaller, self._percent, self.larger, rule(vertical=True), self.all):
            row.addWidget(part)
        self.smaller.clicked.connect(lambda: self.stepped.emit(-1))
        self.larger.clicked.connect(lambda: self.stepped.emit(1))
        self.all.clicked.connect(self.fitted)
        for button in (self.smaller, self.larger, self.all):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_zoom(1.0)

    def show_zoom(self, zoom: float) -> None:
        """Say how large the wall is shown."""
        self._percent.setText(_("{n}%").format(n=round(zoom * 100)))

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.setAccessibleName(_("Zoom"))
        self.smaller.setAccessibleName(_("Show smaller"))
        self.smaller.setToolTip(_("Show smaller (Ctrl −)"))
        self.larger.setAccessibleName(_("Show larger"))
        self.larger.setToolTip(_("Show larger (Ctrl +)"))
        self.all.setText(_("Fit"))
        self.all.setToolTip(_("Show the whole wall (Ctrl 9)"))
