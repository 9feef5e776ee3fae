"""The page's parts together: the row of reflections, the diagram with its sections, and the panel."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facilitator.i18n import _, language
from ui.actions.qt import key_hint
from ui.operator.reflection.diagram import Diagram
from ui.operator.reflection.form import Form
from ui.operator.reflection.level_bar import LevelBar
from ui.operator.reflection.panel import ReflectionPanel
from ui.operator.reflection.sections import Sections
from ui.operator.reflection.strip import ReflectionStrip
from ui.presenters.reflection_rows import effect_items
from ui.theme.theme import Theme
from ui.widgets.fields import InlineError
from ui.widgets.keycap import KeyCap
from ui.widgets.labels import label


class KeyHints(QWidget):
    """The keys that help here, and who changed the reflection last."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = tuple(label(theme, role="meta", tone="ink_3") for _hint in range(3))
        self._edited = label(theme, role="meta", tone="ink_3")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 12, 4, 0)
        row.setSpacing(6)
        keys = ("Tab", key_hint("evidence.link"), key_hint("item.to_work_plan"))
        for cap, words in zip(keys, self._words, strict=True):
            row.addWidget(KeyCap(theme, cap))
            row.addWidget(words)
            row.addSpacing(10)
        row.addStretch(1)
        row.addWidget(self._edited)

    def show_edited(self, words: str) -> None:
        """Say who changed it last."""
        self._edited.setText(words)

    def retranslate(self) -> None:
        """Say the hints in the screen's language."""
        hints = (_("next box"), _("link evidence"), _("send to work plan"))
        for part, words in zip(self._words, hints, strict=True):
            part.setText(words)


class ReflectionView(QWidget):
    """Everything the page shows while there are reflections, or one is begun."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.form = Form(theme, self)
        self.strip = ReflectionStrip(theme)
        self.levels = LevelBar(theme)
        self.diagram = Diagram(theme, self.form)
        self.sections = Sections(theme, self.form)
        self.panel = ReflectionPanel(theme, self.form)
        self.trouble = InlineError(theme)
        self.hints = KeyHints(theme)
        self.scroller = QScrollArea()
        self._arrange()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def _arrange(self) -> None:
        inner = self._inner = QWidget()
        inner.setProperty("scrolled", True)
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(10)
        for part in (self.levels, self.trouble, self.diagram, self.sections, self.hints):
            column.addWidget(part)
        column.addStretch(1)
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidget(inner)
        ground = QFrame()
        ground.setProperty("ground", "surface")
        left = QVBoxLayout(ground)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.strip)
        left.addWidget(self.scroller, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(ground, 1)
        whole.addWidget(self.panel)

    def _follow_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        """Bring both loops into sight while somebody works on one, as far as there is room."""
        if self.diagram.in_loops(now) and not self.diagram.in_loops(before):
            self._show_loops(now)

    def _show_loops(self, now: QWidget | None) -> None:
        loops = self.diagram.loops()
        for corner in (loops.topLeft(), loops.bottomLeft()):
            place = self.diagram.mapTo(self._inner, corner)
            self.scroller.ensureVisible(place.x(), place.y(), 0, 12)
        if now is not None:
            self.scroller.ensureWidgetVisible(now)

    def edit_action(self) -> None:
        """Put the focus where a reflection begins."""
        text = self.form.text("action")
        self.show_top()
        text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        text.selectAll()

    def show_top(self) -> None:
        """Show a reflection from its beginning."""
        self.scroller.verticalScrollBar().setValue(0)

    def focus_field(self, name: str) -> None:
        """Put the focus into a field, opening the part that holds it; without one on the row above."""
        target: QWidget = self.form.fields.get(name, self.strip.view)
        if name == "effects":
            target = self.diagram.add_effect
        for part in self.sections.parts():
            if part.isAncestorOf(target):
                part.open_()
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.scroller.isAncestorOf(target):  # once the words of this reflection have taken their room
            QTimer.singleShot(0, self, lambda: self._reveal(target))

    def _reveal(self, part: QWidget) -> None:
        if self.diagram.in_loops(part):
            self._show_loops(part)
        else:
            self.scroller.ensureWidgetVisible(part)

    def set_begun(self, *, begun: bool) -> None:
        """Allow everything, or before anything is written only the action."""
        self.diagram.set_begun(begun=begun)
        self.panel.set_begun(begun=begun)
        self.sections.setEnabled(begun)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.form.retranslate()
        self.strip.retranslate()
        self.diagram.retranslate(effect_items(language()))
        self.sections.retranslate()
        self.panel.retranslate()
        self.hints.retranslate()
