"""What a section says in words of its own: its title, text before and after."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.presenters.minutes_contents import FIELDS, begin_items
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.field_form import FieldForm
from ui.widgets.labels import heading, rule


class SectionForm(QWidget):
    """A drawer at the foot of the sections; what is typed is stored as each field is left."""

    edited = Signal(str, str, str)
    """Key of the section, name of the field, and its new words."""

    closed = Signal()
    shown_changed = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.key = ""
        self._of: object = None
        self.form = FieldForm(theme, FIELDS)
        self.form.edited.connect(self._left)
        self._heading = heading(theme)
        self._heading.setFont(theme.font("body", weight=700))
        self.close_button = Button(theme, icon="x", kind="quiet", size="small")
        self.close_button.clicked.connect(self.leave)
        head = QHBoxLayout()
        head.setContentsMargins(16, 6, 8, 0)
        head.addWidget(self._heading, 1)
        head.addWidget(self.close_button)
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(16, 2, 16, 10)
        inner.addWidget(self.form)
        scroll = QScrollArea()
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setProperty("ground", "canvas")
        body.setProperty("scrolled", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        column.addLayout(head)
        column.addWidget(scroll, 1)
        self.setMinimumHeight(250)
        self.hide()

    def open(self, of: object, key: str, values: Mapping[str, str]) -> None:
        """Show a section's words, with its title ready to be typed over."""
        self.show_section(of, key, values)
        self.show()
        self.form.focus_field("title")

    def show_section(self, of: object, key: str, values: Mapping[str, str]) -> None:
        """Show a section's words; what is being typed for another one is stored before."""
        self.key, self._of = key, of
        self.form.show_values((of, key), values)

    def _left(self, shown: tuple[object, str], name: str, value: str) -> None:
        of, key = shown
        if of == self._of:  # what was typed for another document is not this one's
            self.edited.emit(key, name, value)

    def leave(self) -> None:
        """Store what is typed and close."""
        self.form.commit()
        self.hide()
        self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that it takes room."""
        super().showEvent(event)
        self.shown_changed.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it gives the room back, unless only the page is left for a while."""
        super().hideEvent(event)
        if self.isHidden():
            self.shown_changed.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape close it."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self._heading.setText(_("Words of the section"))
        self.close_button.setToolTip(_("Close"))
        self.close_button.setAccessibleName(_("Close the words of the section"))
        self.form.retranslate()
        self.form.set_choices({"new_page": begin_items()})
