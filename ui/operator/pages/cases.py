"""Cases: who sells to whom, and what their prototype, canvas, principles, chain and indicators say."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facilitator.domain.cases import Canvas, Case, ChainMap, PrincipleAssessment
from facilitator.domain.change_theory import Assumption, Indicator, Measurement, TheoryOfChange
from facilitator.domain.changes import ChangeSet
from facilitator.domain.cycles import Cycle, Workshop
from facilitator.domain.ids import CaseId, new_id
from facilitator.domain.people import Organisation, Person
from facilitator.domain.places import zone_of
from facilitator.domain.prototypes import Hypothesis, PrototypeIteration
from facilitator.domain.record import Record
from facilitator.domain.reflections import Reflection
from facilitator.domain.values import Text
from facilitator.i18n import _, language
from ui.actions import install_actions, key_hint, retranslate_actions
from ui.operator.cases.canvas import CanvasPart
from ui.operator.cases.case_list import CaseList
from ui.operator.cases.chain import ChainPart
from ui.operator.cases.editing import CaseEditing
from ui.operator.cases.indicators import IndicatorsPart
from ui.operator.cases.part import MARGIN, Part
from ui.operator.cases.principles import PrinciplesPart
from ui.operator.cases.prototype import PrototypePart
from ui.operator.cases.sheet import SheetPart
from ui.operator.cases.theory import TheoryPart
from ui.operator.shell.page import Page
from ui.presenters import cases as presenter
from ui.presenters.cases import Casebook
from ui.presenters.cases_tables import Add, Remove
from ui.runtime.desk import Desk
from ui.theme.theme import Theme
from ui.widgets.buttons import page_action
from ui.widgets.empty_state import EmptyState
from ui.widgets.switches import SegmentedControl

SHOWN = (
    Case, PrototypeIteration, Hypothesis, Canvas, PrincipleAssessment, ChainMap, Indicator, Measurement,
    TheoryOfChange, Assumption, Reflection, Organisation, Person, Workshop, Cycle,
)  # fmt: skip
"""Records whose change may change what the page says."""


PARTS: Final[Mapping[str, type[Part]]] = {
    "sheet": SheetPart,
    "prototype": PrototypePart,
    "canvas": CanvasPart,
    "principles": PrinciplesPart,
    "chain": ChainPart,
    "indicators": IndicatorsPart,
    "theory": TheoryPart,
}
"""The parts of a case in the order of their tabs; the theory of change is the cycle's."""


_PARTS_OF: Final[Mapping[type[Record], str]] = {
    PrototypeIteration: "prototype",
    Canvas: "canvas",
    PrincipleAssessment: "principles",
    ChainMap: "chain",
    Indicator: "indicators",
}
"""The part that shows each record of a case."""


class CasesPage(Page):
    """The cases of the cycle on the left, one part of the open one on the right."""

    key = "cases"

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._desk = desk
        self._book: Casebook | None = None
        self._open: CaseId | None = None
        self._fresh: CaseId | None = None
        self.editing = CaseEditing(desk, self)
        self.list = CaseList(theme)
        self.tabs = SegmentedControl("")
        self.parts: dict[str, Part] = {}
        """The parts that were shown so far."""
        self._shown = "prototype"
        self.no_case = EmptyState(theme, icon="plus")
        self.empty = EmptyState(theme, icon="house")
        self._views = QStackedWidget()
        self._right = QWidget()
        self._arrange()
        self._add = page_action("", self._add_here, icon="plus", kind="primary")
        self._actions = install_actions(
            self,
            {
                "item.edit": self._edit,
                "item.add": self._insert,
                "item.delete": self._delete,
                "item.move_up": lambda: self.part.move_row(-1),
                "item.move_down": lambda: self.part.move_row(1),
            },
        )
        self._connect()

    def _arrange(self) -> None:
        self._views.addWidget(self.no_case)
        bar = QHBoxLayout()
        bar.setContentsMargins(MARGIN, 10, MARGIN, 10)
        bar.addWidget(self.tabs)
        bar.addStretch(1)
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._views, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self._right, 1)
        row.addWidget(self.empty, 1)

    def _connect(self) -> None:
        self._desk.opened.connect(self._opened)
        self._desk.changed.connect(self._changed)
        self.tabs.chosen.connect(self.show_part)
        self.list.chosen.connect(self.open_case)
        self.list.opened.connect(partial(self.show_part, "sheet"))
        self.list.add_wanted.connect(self.add_case)
        self.no_case.acted.connect(self.add_case)
        self.empty.acted.connect(lambda: self.page_wanted.emit("home"))

    @property
    def part(self) -> Part:
        """The part that is shown, or would be if there were a case."""
        return self.part_of(self._shown)

    def part_of(self, key: str) -> Part:
        """Return a part by its key, made when it is first asked for. Raises KeyError."""
        if key not in self.parts:
            part = self.parts[key] = PARTS[key](self.theme, self.editing)
            self._views.addWidget(part)
            part.retranslate()
        return self.parts[key]

    # The page

    def title(self) -> str:
        """Return the open case's chain and country."""
        return presenter.title(self._book)

    def context(self) -> str:
        """Return seller and buyer."""
        return presenter.context(self._book)

    def header_actions(self) -> Sequence[QAction]:
        """Return adding a case, and what the part adds."""
        if self._book is None:
            return ()
        words = self.part.add_words() if self._is_shown() else ""
        self._add.setText(words)
        self._add.setProperty("key_hint", key_hint("item.add") if self.part.insert_adds else "")
        return (self._add,) if words else ()

    def regions(self) -> Sequence[QWidget]:
        """Return list, tabs and part."""
        if self._book is None:
            return (self.empty,)
        inside = self.part.regions() if self._is_shown() else (self.no_case,)
        return (self.list, self.tabs, *inside)

    def activated(self) -> None:
        """Put the focus on the list of cases."""
        self._refresh()
        if self._book is None:
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._book.case is None:
            self.no_case.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_compact(self, *, compact: bool) -> None:
        """Follow the window's layout."""
        self.list.set_compact(compact=compact)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.tabs.setAccessibleName(_("What is shown of the case"))
        self.tabs.set_items(
            [
                ("sheet", _("Sheet")),
                ("prototype", _("Prototype")),
                ("canvas", _("Canvas")),
                ("principles", _("Principles")),
                ("chain", _("Chain map")),
                ("indicators", _("Indicators")),
                ("theory", _("Theory of change")),
            ]
        )
        self.tabs.set_key(self._shown)
        self.list.retranslate()
        for part in self.parts.values():
            part.retranslate()
        self.no_case.set_words(
            _("No cases yet"),
            _("A case is a seller and a buyer whose business model a partner tries to improve."),
            _("Add a case"),
        )
        self.empty.set_words(
            _("No workshop is open"), _("Open a workshop on Home, or make a new one."), _("Go to Home")
        )
        retranslate_actions(self._actions.values())
        self._refresh()

    # Following what is stored

    def _opened(self) -> None:
        self._open = None
        self._refresh()
        self.header_changed.emit()

    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(*SHOWN):
            self._refresh()
            self.header_changed.emit()

    def _refresh(self) -> None:
        book = self._book = self.editing.book = self._gather()
        for part in (self.list, self._right):
            part.setVisible(book is not None)
        self.empty.setVisible(book is None)
        if book is None:
            return
        self.list.refresh(book)
        self._views.setCurrentWidget(self.part if self._is_shown() else self.no_case)
        if self._is_shown():
            self.part.refresh(book)
        self._focus_fresh(book)

    def _gather(self) -> Casebook | None:
        workshop = self._desk.workshop
        if workshop is None:
            return None
        spoken = workshop.language
        book = Casebook(
            records=self._desk.records,
            workshop=workshop,
            today=self._desk.now().astimezone(zone_of(workshop)).date(),
            language=language(),
            new_text=lambda words: Text(words.strip(), spoken),
        )
        return presenter.opened(book, self._open)

    def _is_shown(self) -> bool:
        """Whether the part has something to show: a case, unless it is of the whole cycle."""
        case = None if self._book is None else self._book.case
        return case is not None or not self.part.needs_case

    def _focus_fresh(self, book: Casebook) -> None:
        """Let the chain of a case that was added just now be typed."""
        if self._fresh is not None and book.case is not None and book.case.id == self._fresh:
            self._fresh = None
            for form in self.part_of("sheet").forms:
                form.focus_field("chain")

    # What a person does

    def show_part(self, key: str) -> None:
        """Show a part: "sheet", "prototype", "canvas", "principles", "chain", "indicators" or "theory"."""
        self.part.commit()
        self._shown = key
        self.tabs.set_key(key)
        self._refresh()
        self.header_changed.emit()

    def open_case(self, key: CaseId) -> None:
        """Show another case."""
        if self._book is not None and self._book.case is not None and self._book.case.id == key:
            return
        self.part.commit()
        self._open = key
        self._refresh()
        self.header_changed.emit()

    def show_record(self, record: UUID, field: str = "") -> None:
        """Show a case, or the part of one that the record belongs to."""
        del field
        found = self._desk.records.find(record)
        case = record if isinstance(found, Case) else getattr(found, "case", None)
        if found is None or case is None:
            return
        self.open_case(CaseId(case))
        self.show_part(_PARTS_OF.get(type(found), "sheet"))
        self.part.part_for_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def add_case(self) -> None:
        """Add a case to the cycle and show its sheet."""
        book = self._book
        if book is None:
            return
        self.part.commit()
        key = self._open = self._fresh = CaseId(new_id())
        self._shown = "sheet"
        self.tabs.set_key("sheet")
        made = Case(id=key, cycle=book.workshop.cycle, chain=book.new_text(_("New case")))
        self.editing.make(Add(made))

    def _add_here(self) -> None:
        self.part.add()

    def _insert(self) -> None:
        if self.list.table.hasFocus() or not self._is_shown():
            self.add_case()
        else:
            self.part.insert()

    def _edit(self) -> None:
        if self.list.table.hasFocus():
            self.show_part("sheet")
            self.part.part_for_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.part.edit()

    def _delete(self) -> None:
        key = self.list.chosen_key()
        if self.list.table.hasFocus():
            if key is not None:
                self.editing.make(Remove(Case, key))
        elif self._is_shown():
            self.part.delete()
