"""Evidence and effects as rows: words, source and link of each, edited in place."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.operator.reflection.prompt_text import PromptText
from ui.presenters.reflection_choices import Items
from ui.presenters.reflection_rows import EffectLine, EvidenceLine, Side
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.choice import Choice
from ui.widgets.editors import Editor, InPlaceEdit
from ui.widgets.labels import ElidedLabel, heading, label

R = TypeVar("R", bound="EvidenceRow | EffectRow")


class RowStack(Generic[R]):
    """As many row widgets as there are lines, in a box layout from `first` on."""

    def __init__(self, layout: QBoxLayout, make: Callable[[], R], first: int = 0) -> None:
        self._layout = layout
        self._make = make
        self._first = first
        self.rows: list[R] = []

    def resize(self, count: int) -> None:
        """Make or drop rows at the end."""
        while len(self.rows) > count:
            row = self.rows.pop()
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < count:
            row = self._make()
            self._layout.insertWidget(self._first + len(self.rows), row)
            self.rows.append(row)


class EvidenceRow(QWidget):
    """One observation: its words, where they come from, the card or indicator they are linked to."""

    edited = Signal(object, str, str)
    """The EvidenceLine, the name of the part ("text", "source", "ref") and its new value."""

    removed = Signal(object)
    link_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.line: EvidenceLine | None = None
        self._text = PromptText(theme, seamless=False)
        self._text.committed.connect(lambda words: self._tell("text", words))
        self._source = InPlaceEdit()
        self._source.committed.connect(lambda words: self._tell("source", words))
        self._linked = ElidedLabel(theme, "meta", "ink_2")
        self.link = Button(theme, icon="link", kind="quiet", size="small")
        self.link.clicked.connect(self._link_or_part)
        self.remove = Button(theme, icon="x", kind="quiet", size="small")
        self.remove.clicked.connect(lambda: self.removed.emit(self.line))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._text, 5, top)
        row.addWidget(self._source, 2, top)
        row.addWidget(self._linked, 2)
        row.addWidget(self.link, 0, top)
        row.addWidget(self.remove, 0, top)

    def editors(self) -> Sequence[Editor]:
        """Return where words are typed."""
        return (self._text, self._source)

    def show_line(self, line: EvidenceLine, *, other: bool) -> None:
        """Show a piece of evidence; words being typed stay, unless it is another reflection's."""
        self.line = line
        for field, value in ((self._text, line.text), (self._source, line.source)):
            (field.replace if other else field.set_value)(value)
        self._text.set_question(line.linked)
        self._linked.set_text(line.linked)
        self._linked.setVisible(bool(line.linked))
        self.retranslate()

    def retranslate(self) -> None:
        """Name the parts in the screen's language."""
        linked = self.line is not None and self.line.row.ref is not None
        self._text.setAccessibleName(_("What was seen"))
        self._source.setAccessibleName(_("Source"))
        self._source.setPlaceholderText(_("Source"))
        words = _("Take the link to the card away") if linked else _("Link a card or an indicator")
        self.link.setAccessibleName(words)
        self.link.setToolTip(words)
        self.link.setVisible(not (linked and self.line is not None and not self.line.text))
        self.link.set_icon("minus" if linked else "link")
        self.remove.setAccessibleName(_("Remove this evidence"))
        self.remove.setToolTip(_("Remove this evidence"))

    def _tell(self, name: str, words: str) -> None:
        self.edited.emit(self.line, name, words)

    def _link_or_part(self) -> None:
        if self.line is not None and self.line.row.ref is not None:
            self.edited.emit(self.line, "ref", "")
        else:
            self.link_wanted.emit(self.line)


class EvidenceRows(QWidget):
    """The evidence of one side in full, and the line that takes more."""

    edited = Signal(object, str, str)
    removed = Signal(object)
    link_wanted = Signal(object)
    added = Signal(str, str)
    """Side, and words typed into the last line."""

    def __init__(self, theme: Theme, side: Side) -> None:
        super().__init__()
        self._theme = theme
        self.side: Side = side
        self._name = heading(theme, role="body_strong")
        self._question = label(theme, role="meta", tone="ink_2", wrap=True)
        self.new = InPlaceEdit()
        self.new.committed.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._name, self._question, self.new):
            column.addWidget(part)
        self._stack = RowStack(column, self._make, first=2)

    @property
    def rows(self) -> Sequence[EvidenceRow]:
        """The rows, one for each piece of evidence."""
        return self._stack.rows

    def _make(self) -> EvidenceRow:
        row = EvidenceRow(self._theme)
        row.edited.connect(self.edited)
        row.removed.connect(self.removed)
        row.link_wanted.connect(self.link_wanted)
        return row

    def show_lines(self, lines: Sequence[EvidenceLine], *, other: bool) -> None:
        """Show the evidence."""
        self._stack.resize(len(lines))
        for row, line in zip(self._stack.rows, lines, strict=True):
            row.show_line(line, other=other)
        if other:
            self.new.set_value("")
            self.new.clear()

    def set_words(self, name: str, question: str) -> None:
        """Name the side and ask its question."""
        self._name.setText(name)
        self._question.setText(question)
        self.new.setPlaceholderText(_("Write what was seen, Enter adds it"))
        self.new.setAccessibleName(f"{name}. {question}")
        for row in self._stack.rows:
            row.retranslate()

    def editors(self) -> list[Editor]:
        """Return every place where words are typed."""
        return [self.new, *(field for row in self._stack.rows for field in row.editors())]

    def _add(self, words: str) -> None:
        if words.strip():
            self.added.emit(self.side, words)
            self.new.set_value("")


class EffectRow(QWidget):
    """One thing that changes: what kind of thing, in which words, and which record it is."""

    edited = Signal(object, str, str)
    removed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.line: EffectLine | None = None
        self._offered: tuple[Items, Items] = ((), ())
        self.on = Choice()
        self.on.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.on.chosen.connect(lambda key: self._tell("on", key))
        self.remove = Button(theme, icon="x", kind="quiet", size="small")
        self.remove.clicked.connect(lambda: self.removed.emit(self.line))
        self.text = PromptText(theme)
        self.text.committed.connect(lambda words: self._tell("text", words))
        self.ref = Choice()
        self.ref.setMinimumContentsLength(6)
        self.ref.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.ref.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.ref.chosen.connect(lambda key: self._tell("ref", key))
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.on, 1)
        top.addWidget(self.ref, 1)
        top.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.text)

    def editors(self) -> Sequence[Editor]:
        """Return where words are typed."""
        return (self.text,)

    def show_line(self, line: EffectLine, items: Items, references: Items, *, other: bool) -> None:
        """Show an effect, with what it can be on and what it can point to."""
        self.line = line
        if (items, references) != self._offered:
            self._offered = (items, references)
            self.on.set_items(items)
            self.ref.set_items(references)
        self.on.set_key(line.on)
        (self.text.replace if other else self.text.set_value)(line.text)
        self.ref.set_key(line.ref)
        self.ref.setToolTip(self.ref.currentText())
        self.ref.setVisible(bool(references))
        self.retranslate()

    def retranslate(self) -> None:
        """Name the parts in the screen's language."""
        self.on.setAccessibleName(_("What changes"))
        self.text.setAccessibleName(_("The change in words"))
        self.text.set_question(_("What changes in it?"))
        self.ref.setAccessibleName(_("Which one"))
        self.remove.setAccessibleName(_("Remove this change"))
        self.remove.setToolTip(_("Remove this change"))

    def _tell(self, name: str, value: str) -> None:
        self.edited.emit(self.line, name, value)
