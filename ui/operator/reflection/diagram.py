"""The diagram that is the form: assumptions, actions, results, and the two loops that lead back."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.operator.reflection.chips import EvidenceZone
from ui.operator.reflection.form import Form
from ui.operator.reflection.loop_painter import Loop, paint_arrow, paint_inner, paint_outer
from ui.operator.reflection.node import ChangeBox, Node
from ui.operator.reflection.rows import EffectRow, RowStack
from ui.operator.reflection.sections import beside
from ui.presenters.reflection_choices import Items
from ui.presenters.reflection_rows import SIDES, EffectLine, EvidenceLine, Side
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.fields import InlineError
from ui.widgets.labels import label
from ui.widgets.menu import Menu

GAP: Final = 36
"""px between two boxes, in which the arrow stands."""

_SHARES: Final = (9, 8, 13)
"""How the width is shared among the boxes: results hold what was expected beside what happened."""

_LIFT: Final = 14
"""px from the boxes down to the words of the inner loop."""

_INNER: Final = (0.16, 0.7)
"""Where the inner loop enters actions and leaves results, as shares of their widths."""

_OUTER: Final = (0.16, 0.89)
"""Where the outer loop enters assumptions and leaves results."""

_CLEAR: Final = (32, 40)
"""px between a loop's lines and its boxes: inner and outer loop."""


def _headed(title: QWidget, part: QWidget) -> QHBoxLayout:
    """Return a title with what belongs to it at its right."""
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(title)
    row.addWidget(part)
    return row


class Diagram(QWidget):
    """Boxes and loops. What is typed goes through the form; effects and evidence through signals."""

    effect_wanted = Signal(str)
    effect_edited = Signal(object, str, str)
    effect_removed = Signal(object)

    def __init__(self, theme: Theme, form: Form) -> None:
        super().__init__()
        self._theme = theme
        self._form = form
        self._written = (False, False)
        self._effect_items: Items = ()
        self.zones: dict[Side, EvidenceZone] = {side: EvidenceZone(theme, side) for side in SIDES}
        self._nodes = (Node(theme), Node(theme), Node(theme))
        self._inner, self._revised, self._changes = ChangeBox(theme), ChangeBox(theme), ChangeBox(theme)
        self._context = label(theme, role="meta", tone="ink_2", wrap=True)
        self._inner_words = label(theme, role="body_strong", tone="primary", wrap=True)
        self._outer_words = label(theme, role="body_strong", tone="primary", wrap=True)
        names = ("causes", "action", "verdict", "assumption", "effects")
        self._titles = {name: label(theme, role="meta", tone="now") for name in names}
        for title in self._titles.values():
            title.setFont(theme.font("meta", weight=700))
        self._gap_title = label(theme, role="meta", tone="ink_2")
        self._gap_title.setFont(theme.font("meta", weight=600))
        self.due = InlineError(theme)
        self.add_effect = Button(theme, icon="plus", kind="quiet", size="small")
        self._menu = Menu(self)
        self.add_effect.clicked.connect(self._offer_effects)
        self._arrange()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _arrange(self) -> None:
        self._fill_nodes()
        self._fill_changes()
        boxes = QHBoxLayout()
        boxes.setSpacing(GAP)
        for node, share in zip(self._nodes, _SHARES, strict=True):
            boxes.addWidget(node, share)
        outer = QHBoxLayout()
        self._inner_name, self._inner_row, self._outer_row = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._inner_name.addWidget(self._inner_words)
        self._inner_row.addWidget(self._inner)
        outer.setSpacing(20)
        outer.addWidget(self._revised, 1, Qt.AlignmentFlag.AlignTop)
        outer.addWidget(self._changes, 1, Qt.AlignmentFlag.AlignTop)
        self._outer_row.setSpacing(6)
        self._outer_row.addWidget(self._outer_words)
        self._outer_row.addLayout(outer)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 8)
        column.setSpacing(0)
        column.addLayout(boxes)
        column.addSpacing(_LIFT)
        column.addLayout(self._inner_name)
        column.addSpacing(6)
        column.addLayout(self._inner_row)
        column.addSpacing(10)
        column.addLayout(self._outer_row)

    def _fill_nodes(self) -> None:
        form, (assumptions, actions, results) = self._form, self._nodes
        assumptions.body.addWidget(form.bare("second_loop.governing_assumption"))
        assumptions.foot.addWidget(self.zones["for"])
        assumptions.foot.addWidget(self.zones["against"])
        actions.body.addWidget(form.bare("action"))
        actions.foot.addWidget(self._context)
        # The boxes are as high as this one: side by side, both loops come into sight.
        results.body.addLayout(beside(form.rows["expected_result"], form.rows["actual_result"]))
        results.body.addWidget(self._gap_title)
        results.body.addLayout(beside(form.bare("gap.kind"), form.bare("gap.text")))
        results.foot.addWidget(self.zones["result"])

    def _fill_changes(self) -> None:
        form = self._form
        both = QHBoxLayout()
        both.setSpacing(16)
        for title, name in (("causes", "first_loop.causes"), ("action", "first_loop.correction")):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(self._titles[title])
            column.addWidget(form.bare(name))
            column.addStretch(1)
            both.addLayout(column, 1)
        self._inner.column.addLayout(both)
        revised = self._revised.column
        verdict = _headed(self._titles["verdict"], form.bare("second_loop.verdict"))
        verdict.setStretch(1, 1)
        revised.addLayout(verdict)
        revised.addWidget(self.due)
        revised.addWidget(self._titles["assumption"])
        revised.addWidget(form.bare("second_loop.revised_assumption"))
        what = _headed(self._titles["effects"], self.add_effect)
        what.insertStretch(1, 1)
        self._changes.column.addLayout(what)
        self._effects = RowStack(self._changes.column, self._make_effect, first=1)

    def _make_effect(self) -> EffectRow:
        row = EffectRow(self._theme)
        row.edited.connect(self.effect_edited)
        row.removed.connect(self.effect_removed)
        return row

    @property
    def effects(self) -> Sequence[EffectRow]:
        """The rows of what else changes."""
        return self._effects.rows

    # What is shown

    def show_evidence(self, side: Side, lines: Sequence[EvidenceLine]) -> None:
        """Show the chips of one side."""
        self.zones[side].show_lines(lines)

    def show_effects(self, lines: Sequence[tuple[EffectLine, Items]], *, other: bool) -> None:
        """Show what else changes, each with what it can point to."""
        self._effects.resize(len(lines))
        for row, (line, references) in zip(self._effects.rows, lines, strict=True):
            row.show_line(line, self._effect_items, references, other=other)

    def show_written(self, *, inner: bool, outer: bool) -> None:
        """Say of each loop whether a change is written on it."""
        self._written = (inner, outer)
        self._inner.set_written(written=inner)
        for box in (self._revised, self._changes):
            box.set_written(written=outer)
        self.update()

    def show_context(self, words: str) -> None:
        """Say where and when the action was, at the foot of its box."""
        self._context.setText(words)

    def say_due(self, sentence: str) -> None:
        """Say what the verdict asks for."""
        self.due.say(sentence)

    def set_begun(self, *, begun: bool) -> None:
        """Allow everything, or before anything is written only the action."""
        assumptions, _actions, results = self._nodes
        for part in (assumptions, results, self._inner, self._revised, self._changes):
            part.setEnabled(begun)

    def retranslate(self, effects: Items) -> None:
        """Say everything in the screen's language."""
        self._effect_items = effects
        for node, name in zip(self._nodes, (_("Assumptions"), _("Actions"), _("Results")), strict=True):
            node.set_name(name)
        self._inner_words.setText(_("Inner loop: are we doing things right?"))
        self._outer_words.setText(_("Outer loop: are we doing the right things?"))
        self._gap_title.setText(_("Difference"))
        self._titles["causes"].setText(_("Causes"))
        self._titles["action"].setText(_("Change to the action"))
        self._titles["verdict"].setText(_("Verdict"))
        self._titles["assumption"].setText(_("Change to the assumption"))
        self._titles["effects"].setText(_("What else changes"))
        link = _("Link a card")
        self.zones["for"].set_words(_("Evidence for"), link)
        self.zones["against"].set_words(_("Evidence against"), link)
        self.zones["result"].set_words(_("Evidence"), link)
        self.add_effect.setText(_("Add a change"))
        self.setAccessibleName(_("Diagram of the reflection"))

    def _offer_effects(self) -> None:
        self._menu.clear()
        for key, words in self._effect_items:
            action = self._menu.addAction(words)
            action.triggered.connect(lambda _on=False, key=key: self.effect_wanted.emit(key))
        self._menu.popup(self.add_effect.mapToGlobal(QPoint(0, self.add_effect.height())))

    # The loops

    def loops(self) -> QRect:
        """Return where the changes of both loops lie, with their names."""
        return self._inner_name.geometry().united(self._outer_row.geometry())

    def in_loops(self, part: QWidget | None) -> bool:
        """Whether a part belongs to a change on one of the loops."""
        boxes = (self._inner, self._revised, self._changes)
        return part is not None and any(box.isAncestorOf(part) for box in boxes)

    def _stations(self) -> tuple[float, float, float, float]:
        """Return where the loops stand: inner up and down, outer up and down, in px."""
        first, second, third = (node.geometry() for node in self._nodes)
        return (
            second.left() + second.width() * _INNER[0],
            third.left() + third.width() * _INNER[1],
            first.left() + first.width() * _OUTER[0],
            third.left() + third.width() * _OUTER[1],
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the changes within their loops."""
        super().resizeEvent(event)
        up, down, outer_up, outer_down = self._stations()
        inside = self.contentsRect().adjusted(4, 0, -4, 0)
        for row, left, right in (
            (self._inner_name, up + _CLEAR[0], down - 10),
            (self._inner_row, up + _CLEAR[0], down - _CLEAR[0]),
            (self._outer_row, outer_up + _CLEAR[1], outer_down - _CLEAR[1]),
        ):
            row.setContentsMargins(round(left - inside.left()), 0, round(inside.right() - right), 0)

    def event(self, event: QEvent) -> bool:
        """Paint the loops anew when the boxes grow."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint arrows and loops between the boxes."""
        del event
        theme, (first, second, third) = self._theme, self._nodes
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for one in (first, second):
            start = QPointF(one.geometry().right() + 7, one.geometry().center().y())
            paint_arrow(painter, start, GAP - 13, theme.colour("ink_2"))
        up, down, outer_up, outer_down = self._stations()
        bottom = float(third.geometry().bottom() + 1)
        colour, ground = theme.colour("primary"), theme.colour("surface")
        revised, changes = QRectF(self._revised.geometry()), QRectF(self._changes.geometry())
        low = min(revised.bottom(), changes.bottom())
        outer_y = max(min(revised.center().y() + 14, low - 20), revised.top() + 40)
        outer = Loop(outer_down, bottom, outer_up, bottom, (revised, changes), outer_y)
        paint_outer(painter, outer, colour, ground, written=self._written[1])
        box = QRectF(self._inner.geometry())
        inner = Loop(down, bottom, up, bottom, (box,), max(box.center().y() + 8, bottom + 70))
        paint_inner(painter, inner, colour, written=self._written[0])
        painter.end()
