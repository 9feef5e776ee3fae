"""Reflection: the diagram of both loops is the form, and its next step goes to the work plan."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from facilitator.domain.cards import Card
from facilitator.domain.change_theory import Indicator, Measurement
from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.ids import ReflectionId, new_id
from facilitator.domain.reflections import Reflection
from facilitator.i18n import _, language
from ui.actions import install_actions, retranslate_actions
from ui.operator.reflection.chips import EvidenceChip
from ui.operator.reflection.editing import ReflectionEditing
from ui.operator.reflection.row_editing import RowEditing
from ui.operator.reflection.showing import ReflectionShowing
from ui.operator.reflection.view import ReflectionView
from ui.operator.shell.page import Page
from ui.presenters import reflection as presenter
from ui.runtime.desk import Desk
from ui.stage.director import StageDirector
from ui.theme.theme import Theme
from ui.widgets.buttons import page_action
from ui.widgets.empty_state import EmptyState


class ReflectionPage(Page):
    """The workshop's reflections, one of them open."""

    key = "reflection"

    def __init__(self, theme: Theme, desk: Desk, stage: StageDirector, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._desk = desk
        self._stage = stage
        self._chosen: ReflectionId | None = None
        self._before: ReflectionId | None = None
        self._begun = True
        self._storing = False
        self.editing = ReflectionEditing(desk, self)
        self.view = ReflectionView(theme)
        self._showing = ReflectionShowing(desk, self.view)
        self._rows = RowEditing(self.view, self.editing, lambda: self._chosen)
        self.empty = EmptyState(theme, icon="plus")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.view)
        whole.addWidget(self.empty)
        self._on_stage = page_action("", self.show_on_stage, icon="projector", kind="primary")
        self._actions = install_actions(
            self,
            {
                "item.add": self.begin,
                "item.edit": self.view.edit_action,
                "item.delete": self._delete,
                "item.to_work_plan": self._to_work_plan,
                "evidence.link": self.view.panel.evidence.link_current,
            },
        )
        self._connect()

    def _connect(self) -> None:
        desk, view, editing = self._desk, self.view, self.editing
        desk.opened.connect(self._opened)
        desk.changed.connect(self._changed)
        editing.refused.connect(self._say)
        editing.accepted.connect(self._be_quiet)
        self.empty.acted.connect(self._begin_or_leave)
        view.strip.chosen.connect(self._choose)
        view.strip.new_wanted.connect(self.begin)
        view.form.edited.connect(self._field_left)
        view.form.text("action").textChanged.connect(self._action_typed)
        next_step = view.panel.next_step
        next_step.send_wanted.connect(self._to_work_plan)
        next_step.open_wanted.connect(self._open_in_plan)

    # The page

    def title(self) -> str:
        """Return the page's name."""
        return _("Double-loop reflection")

    def context(self) -> str:
        """Return session, day and case of the open reflection."""
        return presenter.context_of(self._desk.records, self._record(), language())

    def header_actions(self) -> Sequence[QAction]:
        """Offer to show the open reflection to the room."""
        return (self._on_stage,)

    def regions(self) -> Sequence[QWidget]:
        """Return the row of reflections, the diagram and the panel."""
        if not self.view.isVisible():
            return (self.empty,)
        return (self.view.strip, self.view.scroller, self.view.panel)

    def undo_area(self) -> QRect:
        """Leave the panel free."""
        panel = self.view.panel
        return self.rect().adjusted(0, 0, -panel.width() if panel.isVisible() else 0, 0)

    def activated(self) -> None:
        """Show what is stored, and put the focus on the row of reflections."""
        self._refresh()
        if self.view.isVisible():
            self.view.strip.view.setFocus()
        else:
            self.empty.button.setFocus()

    def set_compact(self, *, compact: bool) -> None:
        """Leave out what is said elsewhere too, where there is little room."""
        self.view.hints.setVisible(not compact)
        self.view.levels.set_compact(compact=compact)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.view.retranslate()
        self._on_stage.setText(_("Show on stage"))
        retranslate_actions(self._actions.values())
        self._refresh(other=True)

    # Following what is stored

    def _record(self) -> Reflection | None:
        return self._desk.records.get(Reflection, self._chosen)

    def _opened(self) -> None:
        self._chosen = self._before = None
        self._begun = True
        self._refresh(other=True)
        self.header_changed.emit()
        if self.isVisible():
            self.activated()

    def _changed(self, changes: ChangeSet) -> None:
        if not self.isVisible():
            return  # what is stale is shown anew when the page is
        if changes.touches(*ReflectionShowing.FOLLOWS):
            self._refresh(evidence=changes.touches(Card, Indicator, Measurement, Reflection))
            self.header_changed.emit()

    def _refresh(self, *, other: bool = False, evidence: bool = True) -> None:
        reflections = presenter.workshop_reflections(self._desk.records, self._desk.workshop_id)
        record = self._record()
        if record is not None:
            self._begun, self._storing = True, False
        elif self._begun:
            record = reflections[-1] if reflections else None
            self._chosen = record.id if record is not None else None
            other = True
        there = bool(reflections) or not self._begun
        self.view.setVisible(there)
        self.empty.setVisible(not there)
        self._on_stage.setEnabled(record is not None)
        self._showing.show_empty(self.empty)
        if there:
            self._showing.show(record, self._chosen, other=other)
            self.view.set_begun(begun=record is not None or self._action_written())
            if evidence or other:
                self._showing.show_evidence(record)

    def _action_written(self) -> bool:
        return bool(self.view.form.text("action").toPlainText().strip())

    # What a person does

    def _choose(self, key: ReflectionId | None) -> None:
        if key == self._chosen:
            return
        self._commit()
        self._chosen, self._begun = key, True
        self.view.show_top()
        self._refresh(other=True)
        self.header_changed.emit()

    def show_record(self, record: UUID, field: str = "") -> None:
        """Open a reflection, with the focus in one of its fields."""
        self._choose(ReflectionId(record))
        self.view.focus_field(field)

    def begin(self) -> None:
        """Begin another reflection: it is stored once its action is written."""
        if self._desk.workshop_id is None:
            return
        if not self._begun:
            self.view.edit_action()
            return
        self._commit()
        self._before, self._chosen, self._begun = self._chosen, ReflectionId(new_id()), False
        self._refresh(other=True)
        self.header_changed.emit()
        self.view.edit_action()

    def _begin_or_leave(self) -> None:
        if self._desk.workshop is None:
            self.page_wanted.emit("home")
        else:
            self.begin()

    def _commit(self) -> None:
        self.view.form.commit()
        for editor in self._showing.row_editors():
            editor.commit()

    def _action_typed(self) -> None:
        if not self._begun:
            self.view.set_begun(begun=self._action_written())

    def _field_left(self, name: str, typed: str) -> None:
        if self._chosen is None:
            return
        if self._begun or self._storing:
            self.editing.field(self._chosen, name, typed)
        elif name == "action" and typed.strip():
            self._storing = True
            self.editing.begin(self._chosen, typed)

    def _to_work_plan(self) -> None:
        if self._chosen is not None:
            self._commit()
            self.editing.to_work_plan(self._chosen, self._say_next_step)

    def _open_in_plan(self) -> None:
        record = self._record()
        if record is not None and record.first_loop.work_item is not None:
            self.record_wanted.emit("work_plan", record.first_loop.work_item, "")

    def _delete(self) -> None:
        """Delete what has the focus: a piece of evidence, or the reflection chosen in the row."""
        focused = QApplication.focusWidget()
        if isinstance(focused, EvidenceChip):
            focused.remove()
        elif self._chosen is not None and self.view.strip.isAncestorOf(focused or self):
            self._delete_chosen(self._chosen)

    def _delete_chosen(self, gone: ReflectionId) -> None:
        keys = [
            each.id for each in presenter.workshop_reflections(self._desk.records, self._desk.workshop_id)
        ]
        if gone not in keys:
            self._give_up()
            return
        place = keys.index(gone)
        self._chosen = next(iter([*keys[place + 1 :], *reversed(keys[:place])]), None)
        self.editing.delete(gone)

    def _give_up(self) -> None:
        self._chosen, self._begun = self._before, True
        self._refresh(other=True)
        self.header_changed.emit()
        self.view.strip.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives a reflection up of which nothing is written."""
        if event.key() == Qt.Key.Key_Escape and not self._begun and not self._action_written():
            self._give_up()
            return
        super().keyPressEvent(event)

    def show_on_stage(self) -> None:
        """Show the open reflection to the room; it fills in as fields are left."""
        self._commit()
        record = self._record()
        if record is not None:
            self._stage.show("reflection", reflection=record.id)

    # What was refused

    def _say(self, name: str, error: FacilitatorError) -> None:
        from facilitator.messages import sentence  # noqa: PLC0415 - after the first paint

        if name == "action":
            self._storing = False
        if name:
            self.view.form.say(name, sentence(error))
        else:
            self.view.trouble.say(sentence(error))

    def _say_next_step(self, error: FacilitatorError) -> None:
        from facilitator.messages import sentence  # noqa: PLC0415 - after the first paint

        self.view.panel.next_step.trouble.say(sentence(error))

    def _be_quiet(self, name: str) -> None:
        self.view.trouble.say("")
        if name:
            self.view.form.say(name, "")
