"""What people do with evidence and effects, wherever they stand, as changes of the open reflection."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt

from facilitator.domain.ids import ReflectionId
from ui.operator.reflection.editing import ReflectionEditing
from ui.operator.reflection.view import ReflectionView
from ui.presenters.reflection_rows import EvidenceLine, Side

Current = Callable[[], ReflectionId | None]


class RowEditing(QObject):
    """Joins rows, chips and the list of evidence to the changes they mean."""

    def __init__(self, view: ReflectionView, editing: ReflectionEditing, current: Current) -> None:
        super().__init__(view)
        self._view = view
        self._editing = editing
        self._current = current
        diagram, panel = view.diagram, view.panel.evidence
        for zone in diagram.zones.values():
            zone.dropped.connect(self._link)
            zone.link_wanted.connect(panel.aim_at)
            zone.removed.connect(self._remove)
            zone.opened.connect(self._open)
        diagram.effect_wanted.connect(lambda on: self._with(editing.add_effect, on))
        diagram.effect_edited.connect(lambda *what: self._with(editing.edit_effect, *what))
        diagram.effect_removed.connect(lambda line: self._with(editing.remove_effect, line))
        for rows in view.sections.evidence.values():
            rows.added.connect(lambda side, words: self._with(editing.add_evidence, side, words))
            rows.edited.connect(lambda *what: self._with(editing.edit_evidence, *what))
            rows.removed.connect(self._remove)
            rows.link_wanted.connect(self._aim_at_line)
        panel.linked.connect(self._link)
        panel.line_linked.connect(lambda line, key: self._with(editing.edit_evidence, line, "ref", str(key)))

    def _with(self, act: Callable[..., None], *what: Any) -> None:
        current = self._current()
        if current is not None:
            act(current, *what)

    def _link(self, side: Side, key: UUID) -> None:
        self._with(self._editing.link_evidence, side, key)

    def _remove(self, line: EvidenceLine) -> None:
        self._with(self._editing.remove_evidence, line)

    def _aim_at_line(self, line: EvidenceLine) -> None:
        panel = self._view.panel.evidence
        panel.aim_at("against" if line.side == "against" else "for")
        panel.aim_at_line(line)

    def _open(self, side: Side) -> None:
        """Show the rows of a side whose chip was clicked."""
        if side == "result":
            return
        sections = self._view.sections
        sections.assumption.open_()
        rows = sections.evidence[side]
        self._view.scroller.ensureWidgetVisible(rows)
        rows.editors()[-1].setFocus(Qt.FocusReason.OtherFocusReason)
