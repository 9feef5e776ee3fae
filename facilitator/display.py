"""Whether this machine has a screen to open a window on, asked without loading Qt."""

import os
import sys
from collections.abc import Mapping


def has_screen(environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether a window could be opened: always on Windows and macOS, else where a display is named.

    A platform chosen for Qt by name counts as a screen, except those that draw nowhere.
    """
    platform = environment.get("QT_QPA_PLATFORM", "")
    if platform:
        return platform.split(":")[0] not in {"offscreen", "minimal"}
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
