"""The operator's window: rail, header, banners and the pages, each built at its first visit.

What an empty window does without (keys, banners, undo bar) may be added behind its first paint.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Signal, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.operator.shell.header import Header
from ui.operator.shell.page import Page
from ui.operator.shell.rail import KEYS, Rail
from ui.operator.shell.stage_chip import VIEWS, StageState
from ui.theme.keyboard import types_a_sign
from ui.theme.theme import Theme
from ui.widgets.pills import SavedState

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QAction

    from ui.actions.sheet import KeySheet
    from ui.operator.shell.banner import BannerArea
    from ui.operator.shell.foot_room import FootRoom
    from ui.operator.shell.regions import Regions
    from ui.operator.shell.undo_bar import UndoBar

PageFactory = Callable[[], Page]


class _Stack(QStackedWidget):
    """The pages; it says when its size changes, because the undo bar lies on it."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Resize the page and tell."""
        super().resizeEvent(event)
        self.resized.emit()


class OperatorWindow(QMainWindow):
    """The shell around the pages. It knows no workshop: what it says is told by signals and slots."""

    page_requested = Signal(str)
    """A person asked for the page with this key; it is shown already."""

    stage_view_chosen = Signal(str)
    """A person wants the room to see this view: one of `stage_chip.VIEWS`."""

    undo_requested = Signal()
    redo_requested = Signal()

    unsaved_for_long = Signal()
    """Changes could not be saved for five seconds: time for an error that says what is safe."""

    closing = Signal()
    """The window is about to close."""

    def __init__(self, theme: Theme, pages: Mapping[str, PageFactory], *, complete: bool = True) -> None:
        """Take the pages as makers by key ("home", "agenda", ...); pages without one have no item.

        Whoever makes it not complete calls `complete()` once the window has been seen.
        """
        super().__init__()
        self.theme = theme
        self._factories = dict(pages)
        self._pages: dict[str, Page] = {}
        self._actions: dict[str, QAction] = {}
        self.rail = Rail(theme, self._factories)
        self.header = Header(theme)
        self._stack = _Stack()
        self._right = QVBoxLayout()
        self.setMinimumSize(*theme.tokens.layout.min_window)
        self.resize(1440, 900)
        self._centre = self._arrange()
        self.key_sheet: KeySheet | None = None
        self.rail.chosen.connect(self._choose)
        self.header.stage_view_chosen.connect(self.stage_view_chosen)
        self.header.unsaved_for_long.connect(self.unsaved_for_long)
        theme.metrics_changed.connect(self._metrics_changed)
        self._fit_layout()
        if complete:
            self.complete()
        self.retranslate()

    def complete(self) -> None:
        """Add the keys, the banners and the undo bar. Once is enough."""
        if self._actions:
            return
        from ui.actions import install_actions  # noqa: PLC0415 - behind the first paint

        self._actions = install_actions(self, self._callbacks())
        self.header.chip.complete()
        self.banners.retranslate()
        self.undo_bar.retranslate()

    @cached_property
    def _foot_room(self) -> "FootRoom":
        from ui.operator.shell.foot_room import FootRoom  # noqa: PLC0415 - behind the first paint

        return FootRoom()

    @cached_property
    def _regions(self) -> "Regions":
        from ui.operator.shell.regions import Regions  # noqa: PLC0415 - not before somebody moves

        return Regions()

    @cached_property
    def banners(self) -> "BannerArea":
        """The notices under the header."""
        from ui.operator.shell.banner import BannerArea  # noqa: PLC0415 - behind the first paint

        made = BannerArea(self.theme)
        self._right.insertWidget(1, made)
        return made

    @cached_property
    def undo_bar(self) -> "UndoBar":
        """The bar that offers to take back what was just done."""
        from ui.operator.shell.undo_bar import UndoBar  # noqa: PLC0415 - behind the first paint

        made = UndoBar(self.theme, self._stack)
        made.undo.connect(self.undo_requested)
        made.gone.connect(self._foot_room.take_back)
        self._stack.resized.connect(self._place_undo_bar)
        return made

    def _arrange(self) -> QWidget:
        self._right.setSpacing(0)
        self._right.addWidget(self.header)
        self._right.addWidget(self._stack, 1)
        centre = QWidget()
        whole = QHBoxLayout(centre)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        whole.addLayout(self._right, 1)
        self.setCentralWidget(centre)
        return centre

    def _callbacks(self) -> dict[str, Callable[[], None]]:
        callbacks: dict[str, Callable[[], None]] = {
            f"stage.{view}": partial(self.stage_view_chosen.emit, view) for view in VIEWS
        }
        return callbacks | {
            "edit.undo": self.undo_requested.emit,
            "edit.redo": self.redo_requested.emit,
            "window.next_page": partial(self._turn, 1),
            "window.previous_page": partial(self._turn, -1),
            "window.next_region": partial(self._move_region, 1),
            "window.previous_region": partial(self._move_region, -1),
            "help.keys": self.show_keys,
        }

    # Pages

    @property
    def current_page(self) -> Page | None:
        """The page that is shown."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def page(self, key: str) -> Page:
        """Return a page, built now if it never was. Raises KeyError for a key without one."""
        if key not in self._pages:
            page = self._factories[key]()
            page.header_changed.connect(partial(self._header_changed, page))
            page.page_wanted.connect(self._choose)
            page.record_wanted.connect(self.show_record)
            page.set_compact(compact=self.theme.metrics.compact)
            page.retranslate()
            self._pages[key] = page
            self._stack.addWidget(page)
        return self._pages[key]

    @Slot(str)
    def show_page(self, key: str) -> None:
        """Show a page. Raises KeyError for a key without one."""
        page = self.page(key)
        if page is not self.current_page:
            self._stack.setCurrentWidget(page)
        self.rail.set_current(key)
        self._show_header(page)
        self.undo_bar.raise_()
        self._place_undo_bar()
        page.activated()

    @Slot(str, object, str)
    def show_record(self, key: str, record: "UUID", field: str = "") -> None:
        """Show a record on the page with this key: a link to it was followed."""
        self._choose(key)
        self.page(key).show_record(record, field)

    def _choose(self, key: str) -> None:
        if key == KEYS.key:
            self.show_keys()
            return
        self.show_page(key)
        self.page_requested.emit(key)

    def _turn(self, by: int) -> None:
        """Go to the page below or above in the rail, round and round."""
        pages = [each for each in self.rail.items if each.destination is not KEYS]
        here = next((n for n, each in enumerate(pages) if each.isChecked()), 0)
        self._choose(pages[(here + by) % len(pages)].destination.key)

    def _header_changed(self, page: Page) -> None:
        if page is self.current_page:
            self._show_header(page)
            if self.undo_bar.isVisible():
                self._place_undo_bar()

    def _show_header(self, page: Page) -> None:
        self.header.show_page(page.title(), page.context(), page.header_actions())

    # What the application tells

    def set_saved(self, state: SavedState, time_text: str = "") -> None:
        """Say whether the last change is on disk; "saved" only after the commit has returned."""
        self.header.set_saved(state, time_text)

    def set_stage_state(self, view_label: str, state: StageState) -> None:
        """Say what the room sees, by the view's translated name."""
        self.header.set_stage_state(view_label, state)

    def set_stage_actions(self, actions: "Sequence[QAction]") -> None:
        """Put further actions, such as opening or freezing the stage, into the chip's list."""
        self.header.chip.set_further_actions(actions)

    @Slot(str)
    def set_clock(self, text: str) -> None:
        """Show the time of day."""
        self.header.set_clock(text)

    def set_running(self, running: bool) -> None:
        """Show whether a session runs."""
        self.rail.set_running(running=running)

    def announce_undo(self, label: str) -> None:
        """Say for eight seconds what was done, in a translated sentence without a full stop."""
        self.undo_bar.offer(label)
        self._place_undo_bar()

    def show_error(self, sentence: str, details: str = "", cause: str = "error") -> None:
        """Say under the header what happened, what is safe and what to do."""
        from ui.operator.shell.banner import Notice  # noqa: PLC0415 - behind the first paint

        self.banners.show_notice(Notice(sentence, cause, details=details))

    def retranslate(self) -> None:
        """Say everything in the screen's language; the pages too."""
        self.setWindowTitle(_("Facilitator"))
        self.rail.retranslate()
        self.header.retranslate()
        if self._actions:
            self._retranslate_rest()
        for page in self._pages.values():
            page.retranslate()
        shown = self.current_page
        if shown is not None:
            self._show_header(shown)

    def _retranslate_rest(self) -> None:
        from ui.actions import retranslate_actions  # noqa: PLC0415 - behind the first paint

        self.banners.retranslate()
        self.undo_bar.retranslate()
        retranslate_actions(self._actions.values())

    @Slot()
    def show_keys(self) -> None:
        """Show the sheet of keys over the window."""
        from ui.actions.qt import installed  # noqa: PLC0415 - not before somebody asks
        from ui.actions.sheet import KeySheet  # noqa: PLC0415 - not before somebody asks

        if self.key_sheet is None:
            self.key_sheet = KeySheet(self.theme, self._centre)
        if self.key_sheet.isVisible():
            self.key_sheet.close_sheet()
        else:
            self.key_sheet.open_sheet(installed(self))

    # Layout and focus

    def _move_region(self, step: int) -> None:
        page = self.current_page
        parts: list[QWidget] = [self.rail, self.header, self.banners]
        parts += page.regions() if page is not None else ()
        parts.append(self.undo_bar)
        self._regions.move([part for part in parts if part.isVisible()], step)

    @Slot()
    def _place_undo_bar(self) -> None:
        page = self.current_page
        area = page.undo_area() if page is not None else self._stack.rect()
        self.undo_bar.place(area if area.isValid() else QRect(self._stack.rect()))
        if page is not None and self.undo_bar.isVisible():
            self._foot_room.give(page, self.undo_bar.geometry())

    @Slot()
    def _metrics_changed(self) -> None:
        compact = self.theme.metrics.compact
        for page in self._pages.values():
            page.set_compact(compact=compact)

    def _fit_layout(self) -> None:
        self.theme.set_metrics(self.theme.tokens.layout.metrics(self.width(), self.height()))

    def event(self, event: QEvent) -> bool:
        """Leave signs that are typed with AltGr to the field that they are typed into."""
        if types_a_sign(event):
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn compact or regular with the room there is."""
        super().resizeEvent(event)
        self._fit_layout()
        if self.key_sheet is not None and self.key_sheet.isVisible():
            self.key_sheet.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window closes, so that what is being typed can be saved."""
        self.closing.emit()
        super().closeEvent(event)
