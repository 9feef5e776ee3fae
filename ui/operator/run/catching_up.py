"""Opens the ways to end on time in the place of the stream, and applies what is chosen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QWidget

from facilitator.i18n import language
from ui.runtime.desk import Desk
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.changes import ChangeSet
    from facilitator.domain.late_day import Plan
    from ui.operator.run.catch_up import CatchUpPanel
    from ui.presenters.run import Console


class CatchingUp(QObject):
    """The panel is built when it is first wanted; the cards go on arriving behind it."""

    left = Signal()
    """Somebody is done here: typing goes on."""

    def __init__(
        self, theme: Theme, desk: Desk, stream: QWidget, console: "Callable[[], Console]", parent: QObject
    ) -> None:
        """Reckon from `console`, and take the place of `stream` while the ways are looked at."""
        super().__init__(parent)
        self._theme = theme
        self._desk = desk
        self._stream = stream
        self._console = console
        self.panel: CatchUpPanel | None = None

    @property
    def is_open(self) -> bool:
        """Whether the ways are looked at."""
        return self.panel is not None and not self.panel.isHidden()

    @Slot()
    def toggle(self) -> None:
        """Look at the ways, or leave them."""
        if self.is_open:
            self.close()
        elif self._desk.workshop is not None:
            self._open()

    @Slot()
    def close(self) -> None:
        """Go back to the cards."""
        if self.panel is not None and self.is_open:
            self.panel.hide()
            self._stream.show()
        self.left.emit()

    def read(self) -> None:
        """Follow the time and the records while the ways are looked at."""
        if self.panel is None or not self.is_open:
            return
        if self._desk.workshop is None:  # it is gone: there is no day to bring back
            self.close()
        else:
            self._show(self.panel, anew=False)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        if self.panel is not None:
            self.panel.retranslate()
            self.read()

    @Slot(object)
    def apply(self, plan: "Plan") -> None:
        """Have a way applied, as one change; the day then says how late it still is."""
        self._desk.perform(lambda workspace: workspace.timekeeping.catch_up(plan), done=self._applied)

    def _applied(self, _changes: "ChangeSet") -> None:
        if self.is_open:
            self.close()

    def _open(self) -> None:
        if self.panel is None:
            from ui.operator.run.catch_up import CatchUpPanel  # noqa: PLC0415 - not before a day is late

            panel = self.panel = CatchUpPanel(self._theme)
            self._theme.metrics_changed.connect(self._fit)
            panel.applied.connect(self.apply)
            panel.left.connect(self.close)
            centre = self._stream.parentWidget()
            layout = centre.layout() if centre is not None else None
            assert isinstance(layout, QBoxLayout)  # noqa: S101 - the page lays its centre out in one column
            layout.insertWidget(layout.indexOf(self._stream) + 1, panel, 1)
        self._fit()
        self._show(self.panel, anew=True)
        self._stream.hide()
        self.panel.show()
        self.panel.take_focus()

    def _show(self, panel: "CatchUpPanel", *, anew: bool) -> None:
        from ui.presenters.catch_up import ways  # noqa: PLC0415 - not before a day is late

        console = self._console()
        date = console.live.date if console.live is not None else console.current_date()
        if date is None:
            return
        panel.show_ways(ways(console.situation(date), language()), console.drift(date, language()), anew=anew)

    @Slot()
    def _fit(self) -> None:
        if self.panel is not None:
            self.panel.set_compact(compact=self._theme.metrics.compact)
