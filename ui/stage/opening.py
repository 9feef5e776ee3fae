"""Makes the stage's window and the operator's pictures of it, and joins them to the director.

The painter behind them is loaded only now: the operator's window was painted before.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from ui.stage.preview import StagePreview
from ui.stage.window import StageWindow

if TYPE_CHECKING:
    from ui.stage.director import StageDirector
    from ui.stage.prepared import Prepared


def made_window(director: "StageDirector", *, reduced_motion: bool) -> StageWindow:
    """Return the stage's window, not yet open, that tells the director what happens to it."""
    windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMainWindow)]
    window = StageWindow(next((each for each in windows if each.isVisible()), None))
    window.resize(1280, 720)  # until a display gives it its size, the preview has the usual shape
    window.widget.resize(1280, 720)
    window.widget.set_reduced_motion(reduced_motion)
    window.widget.page_changed.connect(director.page_changed)
    window.appeared.connect(director.state_changed)
    window.closed.connect(director.stage_closed)
    window.lost.connect(director.display_lost)
    window.returned.connect(director.display_returned)
    window.mirroring.connect(director.mirroring)
    return window


def made_preview(window: StageWindow, parent: QWidget | None, prepared: "Prepared | None") -> StagePreview:
    """Return a small live picture of the stage, which shows what is prepared as long as something is."""
    preview = StagePreview(window.widget, window.painter, parent)
    preview.set_live(window.isVisible())
    if prepared is not None:
        preview.follow_next(prepared)
    window.appeared.connect(preview.set_live)
    return preview
