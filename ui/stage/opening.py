"""Makes the stage's window and the operator's pictures of it.

The painter behind them is loaded only now: the operator's window was painted before.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from ui.stage.preview import StagePreview
from ui.stage.window import StageWindow

if TYPE_CHECKING:
    from ui.stage.prepared import Prepared
    from ui.stage.screens import ScreenFacts


def made_window(last: "ScreenFacts | None", *, reduced_motion: bool) -> StageWindow:
    """Return the stage's window, not yet open; `last` is the display that it filled last."""
    windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMainWindow)]
    window = StageWindow(next((each for each in windows if each.isVisible()), None), last)
    window.resize(1280, 720)  # until a display gives it its size, the preview has the usual shape
    window.widget.resize(1280, 720)
    window.widget.set_reduced_motion(reduced_motion)
    return window


def made_preview(window: StageWindow, parent: QWidget | None, prepared: "Prepared | None") -> StagePreview:
    """Return a small live picture of the stage, which shows what is prepared as long as something is."""
    preview = StagePreview(window.widget, window.painter, parent)
    preview.set_live(window.isVisible())
    if prepared is not None:
        preview.follow_next(prepared)
    window.appeared.connect(preview.set_live)
    return preview
