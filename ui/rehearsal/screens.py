"""Two displays where there is none: the operator's, and beside it the projector."""

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Final

OPERATOR: Final = (1440, 900)
STAGE: Final = (1920, 1080)


def ensure_screens() -> None:
    """Before there is an application: where nobody can look, let Qt draw off the screen on two displays."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform == "offscreen" or (not platform and not _has_display()):
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_displays()}"


def _has_display() -> bool:
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _displays() -> Path:
    """Write down the two displays for Qt's offscreen platform, and return where."""
    left = 0
    screens = []
    for name, (width, height) in (("operator", OPERATOR), ("stage", STAGE)):
        shape = {"name": name, "x": left, "y": 0, "width": width, "height": height}
        screens.append(shape | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1})
        left += width
    place = Path(tempfile.mkdtemp(prefix="facilitator-")) / "screens.json"
    place.write_text(json.dumps({"synchronousWindowSystemEvents": False, "windowFrameMargins": False,
                                 "screens": screens}), encoding="utf-8")  # fmt: skip
    return place
