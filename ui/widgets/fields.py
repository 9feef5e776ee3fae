"""A field with its label above, and the line below it that says what is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.icon import IconLabel
from ui.widgets.labels import label, restyle, set_tone


class InlineError(QWidget):
    """What is wrong, beside where it is wrong: an icon and one sentence, tied to its field."""

    def __init__(self, theme: Theme, field: QWidget | None = None) -> None:
        super().__init__()
        self._field = field
        self._line = label(theme, role="meta", tone="over", wrap=True)
        self._line.setFont(theme.font("meta", weight=600))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel(theme, "triangle-alert", "over", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._line, 1)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said now, empty when nothing is wrong."""
        return self._line.text()

    def say(self, sentence: str) -> None:
        """Say what is wrong, or with an empty sentence that nothing is."""
        self._line.setText(sentence)
        self.setVisible(bool(sentence))
        field = self._field
        if field is None:
            return
        field.setProperty("wrong", bool(sentence))
        field.setAccessibleDescription(sentence)
        restyle(field)
        event = QAccessible.Event.DescriptionChanged
        QAccessible.updateAccessibility(QAccessibleEvent(field, event))


class FieldRow(QWidget):
    """A label (13/600) above a field of 36 px, a hint below if there is one, and the error line."""

    def __init__(self, theme: Theme, text: str, field: QWidget, *, hint: str = "") -> None:
        super().__init__()
        self.field = field
        self._label = label(theme, role="meta", tone="ink_2")
        self._label.setFont(theme.font("meta", weight=600))
        self._label.setBuddy(field)
        self._hint = label(theme, role="meta", tone="ink_3", wrap=True)
        self.error = InlineError(theme, field)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._label, field, self._hint, self.error):
            column.addWidget(part)
        self.set_words(text, hint)

    @property
    def label(self) -> QLabel:
        """The label above the field."""
        return self._label

    def set_words(self, text: str, hint: str = "") -> None:
        """Name the field and give its hint, also to screen readers."""
        self._label.setText(text)
        self.field.setAccessibleName(text)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def set_error(self, sentence: str) -> None:
        """Say what is wrong with the value, or with an empty sentence that nothing is."""
        self.error.say(sentence)
        set_tone(self._label, "over" if sentence else "ink_2")
