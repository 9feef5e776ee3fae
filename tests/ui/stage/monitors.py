"""Monitors of an X server that has no screen: made, moved and taken away while a program runs."""

import ctypes
import ctypes.util
from typing import Any, Final

_NEEDED: Final = ("X11", "Xrandr")


def available() -> bool:
    """Say whether the libraries are here that change monitors."""
    return all(ctypes.util.find_library(name) for name in _NEEDED)


class _Monitor(ctypes.Structure):
    """RandR's own description of a monitor."""

    _fields_ = (
        ("name", ctypes.c_ulong),
        ("primary", ctypes.c_int),
        ("automatic", ctypes.c_int),
        ("outputs_count", ctypes.c_int),
        ("x", ctypes.c_int),
        ("y", ctypes.c_int),
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("width_mm", ctypes.c_int),
        ("height_mm", ctypes.c_int),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )


class Monitors:
    """The monitors of the display that DISPLAY names."""

    def __init__(self) -> None:
        x11, randr = (ctypes.CDLL(str(ctypes.util.find_library(name))) for name in _NEEDED)
        x11.XOpenDisplay.restype = ctypes.c_void_p
        x11.XDefaultRootWindow.restype = ctypes.c_ulong
        x11.XInternAtom.restype = ctypes.c_ulong
        randr.XRRGetScreenResources.restype = ctypes.c_void_p
        self._x11: Any = x11
        self._randr: Any = randr
        self._display = ctypes.c_void_p(x11.XOpenDisplay(None))
        assert self._display.value
        self._root = ctypes.c_ulong(x11.XDefaultRootWindow(self._display))

    def put(self, name: str, x: int, y: int, width: int, height: int) -> None:
        """Plug a monitor in, or give one that is there another place and resolution, in px."""
        first = name == "operator"
        outputs = (ctypes.c_ulong * 1)(self._first_output() if first else 0)
        at = ctypes.cast(outputs, ctypes.POINTER(ctypes.c_ulong))
        monitor = _Monitor(
            self._atom(name), first, 0, int(first), x, y, width, height, width // 4, height // 4, at
        )
        self._randr.XRRSetMonitor(self._display, self._root, ctypes.byref(monitor))
        self._x11.XSync(self._display, 0)

    def take(self, name: str) -> None:
        """Unplug a monitor."""
        self._randr.XRRDeleteMonitor(self._display, self._root, ctypes.c_ulong(self._atom(name)))
        self._x11.XSync(self._display, 0)

    def _atom(self, name: str) -> int:
        return int(self._x11.XInternAtom(self._display, name.encode(), 0))

    def _first_output(self) -> int:
        resources = self._randr.XRRGetScreenResources(self._display, self._root)
        # struct XRRScreenResources: two timestamps, ncrtc, crtcs, noutput, outputs
        outputs = ctypes.cast(resources + 8 * 5, ctypes.POINTER(ctypes.POINTER(ctypes.c_ulong)))
        return int(outputs.contents[0])
