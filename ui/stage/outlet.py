"""The director's way to the stage's window: made when it is first needed, told what it shows and holds."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme

if TYPE_CHECKING:
    from facilitator.domain.stage import StageView
    from ui.stage.prepared import Prepared
    from ui.stage.preview import StagePreview
    from ui.stage.screens import ScreenFacts
    from ui.stage.window import StageWindow


class StageOutlet(QObject):
    """Holds the window, and what it is to be told until there is one."""

    made = Signal(object)
    """The window was made just now, and knows nothing yet."""

    blanked = Signal(bool)
    """A presenter remote blanked the stage, or ended that."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.window: StageWindow | None = None
        self.remembers = False
        """Whether the display that the stage fills is known again when the program starts anew."""

    @property
    def is_open(self) -> bool:
        """Whether the stage's window is open."""
        return self.window is not None and self.window.isVisible()

    @property
    def is_here(self) -> bool:
        """Whether the stage is a window on the operator's screen, for want of a projector."""
        return self.window is not None and self.window.isVisible() and self.window.screen_in_use is None

    def expected(self) -> "ScreenFacts | None":
        """Return the display that the stage takes before any other: the one that it filled last."""
        if self.window is not None:
            return self.window.expected
        if not self.remembers:
            return None
        from ui.stage.last_display import last_display  # noqa: PLC0415 - after the first paint

        return last_display()

    def need(self) -> "StageWindow":
        """Return the window, made now if it was not there."""
        if self.window is None:
            from ui.stage.opening import made_window  # noqa: PLC0415 - the painter comes after the first paint

            self.window = made_window(self.expected(), reduced_motion=self._theme.reduced_motion)
            self.window.blanked.connect(self.blanked)
            self.window.escape_pressed.connect(self._escaped)
            self.window.appeared.connect(self._appeared)
            self.made.emit(self.window)
        return self.window

    def tell(self, view: "StageView", *, frozen: bool, blank: bool) -> None:
        """Let the window show a view; frozen it keeps what it shows, blank it shows nothing."""
        if (window := self.window) is None:
            return
        if frozen:
            window.freeze(True)
            window.show_view(view)
        else:
            window.show_view(view)
            window.freeze(False)
        window.blank(blank)

    def toggle(self) -> None:
        """Turn the stage on, on the projector when there is one, or off."""
        window = self.need()
        if window.isVisible():
            window.close()
        else:
            window.open()

    def preview(self, parent: QWidget | None, prepared: "Prepared | None") -> "StagePreview":
        """Return a small live picture of the stage, which shows what is prepared as long as something is."""
        from ui.stage.opening import made_preview  # noqa: PLC0415 - the painter comes after the first paint

        return made_preview(self.need(), parent, prepared)

    def close(self) -> None:
        """Turn the stage off for good."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None

    @Slot(bool)
    def _appeared(self, there: bool) -> None:
        used = self.window.screen_in_use if there and self.window is not None else None
        if used is not None and self.remembers:
            from ui.stage.last_display import keep_display  # noqa: PLC0415 - after the first paint

            keep_display(used)

    @Slot()
    def _escaped(self) -> None:
        """Come back to the operator's window where there is only one screen."""
        if self.window is not None and self.window.screen_in_use is None:
            self.window.close()
