"""What this laptop says of itself: mains or battery, when it goes to sleep, how to mend its settings.

Read by each system's own means, without a library. What a system does not tell is None, never a guess.
Some of it starts a small program: call it from a thread that nobody waits for.
"""

import ctypes
import re
import shutil
import subprocess
import sys
from enum import Enum, auto
from pathlib import Path
from typing import Final

from facilitator.domain.frozen import dataclass

SUPPLIES: Final = Path("/sys/class/power_supply")
_PATIENCE: Final = 5.0
"""Seconds that a program of the system may take to answer."""

_UNKNOWN_PERCENT: Final = 255
"""What Windows says of a battery that it does not know."""


@dataclass(frozen=True, slots=True)
class Power:
    """Where the current comes from; `percent` of the battery, None without one."""

    on_mains: bool | None = None
    percent: int | None = None


@dataclass(frozen=True, slots=True)
class Sleep:
    """Minutes of idleness after which the laptop sleeps as it is powered now; 0 is never."""

    minutes: int | None = None


class Grip(Enum):
    """How well the laptop is kept awake."""

    NONE = auto()
    """Nobody has a reason."""

    ASKED = auto()
    """The system was asked and has not answered yet."""

    HELD = auto()
    """Neither the laptop nor its screen goes to sleep."""

    SLEEP_ONLY = auto()
    """The laptop stays awake; its screen may still go dark."""

    REFUSED = auto()
    """This system offers no way."""


# Power


def power() -> Power:
    """Return where the current comes from now."""
    if sys.platform == "win32":
        return _power_of_windows()
    if sys.platform == "darwin":
        return power_of_pmset(_said("pmset", "-g", "batt"))
    return power_of_linux(SUPPLIES)


def power_of_linux(supplies: Path) -> Power:
    """Read the kernel's folder of power supplies; batteries of mice and keyboards do not count."""
    mains: list[bool] = []
    levels: list[int] = []
    charging = False
    for supply in sorted(supplies.iterdir()) if supplies.is_dir() else ():
        kind = _line(supply / "type")
        if kind in {"Mains", "USB", "Wireless"}:
            mains.append(_line(supply / "online") == "1")
        elif kind == "Battery" and _line(supply / "scope") != "Device":
            charging = charging or _line(supply / "status") in {"Charging", "Full", "Not charging"}
            if (level := _line(supply / "capacity")).isdigit():
                levels.append(int(level))
    percent = sum(levels) // len(levels) if levels else None
    if mains:
        return Power(any(mains) or charging, percent)
    return Power(charging if levels else None, percent)


def power_of_pmset(said: str) -> Power:
    """Understand what macOS says: "Now drawing from 'AC Power' … 87%; charging"."""
    percent = re.search(r"(\d+)%", said)
    drawing = re.search(r"drawing from '(\w+)", said)
    return Power(drawing.group(1) == "AC" if drawing else None, int(percent.group(1)) if percent else None)


class _PowerStatus(ctypes.Structure):
    """SYSTEM_POWER_STATUS of Windows."""

    _fields_ = (
        ("ac", ctypes.c_ubyte),
        ("flag", ctypes.c_ubyte),
        ("percent", ctypes.c_ubyte),
        ("saver", ctypes.c_ubyte),
        ("left", ctypes.c_uint),
        ("whole", ctypes.c_uint),
    )


def _power_of_windows() -> Power:
    status = _PowerStatus()
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - the stubs know it on Windows alone
    if not kernel.GetSystemPowerStatus(ctypes.byref(status)):
        return Power()
    mains = {0: False, 1: True}.get(status.ac)
    return Power(mains, None if status.percent == _UNKNOWN_PERCENT else status.percent)


# Sleep


def sleep(*, on_mains: bool | None) -> Sleep:
    """Return when the laptop sleeps if nobody touches it."""
    if sys.platform == "win32":
        return sleep_of_powercfg(
            _said("powercfg", "/query", "SCHEME_CURRENT", "SUB_SLEEP"), on_mains=on_mains
        )
    if sys.platform == "darwin":
        return sleep_of_pmset(_said("pmset", "-g"))
    schema = "org.gnome.settings-daemon.plugins.power"
    source = "battery" if on_mains is False else "ac"
    kind = _said("gsettings", "get", schema, f"sleep-inactive-{source}-type").strip("'")
    if kind in {"nothing", "blank"}:
        return Sleep(0)
    said = _said("gsettings", "get", schema, f"sleep-inactive-{source}-timeout")
    return Sleep(int(said) // 60) if kind and said.isdigit() else Sleep()


def sleep_of_pmset(said: str) -> Sleep:
    """Understand what macOS says: " sleep                10 (sleep prevented by …)"."""
    found = re.search(r"^\s*sleep\s+(\d+)", said, re.MULTILINE)
    return Sleep(int(found.group(1))) if found else Sleep()


def sleep_of_powercfg(said: str, *, on_mains: bool | None) -> Sleep:
    """Understand what Windows says of STANDBYIDLE in any language: its last two numbers, mains first."""
    part = said.partition("29f6c1db-86da-48c5-9fdb-f2b67b1f44da")[2].partition("GUID")[0]
    seconds = re.findall(r"0x([0-9a-f]{8})", part.replace("\r", ""))[-2:]
    if len(seconds) < 2:
        return Sleep()
    return Sleep(int(seconds[1 if on_mains is False else 0], 16) // 60)


# Mending


_PAGES: Final[dict[str, dict[str, tuple[tuple[str, ...], ...]]]] = {
    "win32": {
        "displays": (("DisplaySwitch.exe", "/extend"),),
        "clock": (("explorer.exe", "ms-settings:dateandtime"),),
        "sleep": (("explorer.exe", "ms-settings:powersleep"),),
    },
    "darwin": {
        "displays": (("open", "x-apple.systempreferences:com.apple.Displays-Settings.extension"),),
        "clock": (("open", "x-apple.systempreferences:com.apple.Date-Time-Settings.extension"),),
        "sleep": (("open", "x-apple.systempreferences:com.apple.Battery-Settings.extension"),),
    },
    "linux": {
        "displays": (
            ("gnome-control-center", "display"),
            ("systemsettings", "kcm_kscreen"),
            ("cinnamon-settings", "display"),
            ("xfce4-display-settings",),
            ("mate-display-properties",),
        ),
        "clock": (
            ("gnome-control-center", "datetime"),
            ("systemsettings", "kcm_clock"),
            ("cinnamon-settings", "calendar"),
        ),
        "sleep": (
            ("gnome-control-center", "power"),
            ("systemsettings", "kcm_powerdevilprofilesconfig"),
            ("cinnamon-settings", "power"),
            ("xfce4-power-manager-settings",),
            ("mate-power-preferences",),
        ),
    },
}


def settings_command(page: str) -> tuple[str, ...]:
    """Return the command that opens a page of the system's settings ("displays", "clock", "sleep").

    Empty where this system is not known to have one. On Windows that of the displays extends them.
    """
    for command in _PAGES.get(sys.platform, {}).get(page, ()):
        if shutil.which(command[0]):
            return command
    return ()


def _line(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


def _said(program: str, *arguments: str) -> str:
    """Return what a program of the system says; nothing when there is none, or when it takes too long."""
    found = shutil.which(program)
    if found is None:
        return ""
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        done = subprocess.run(  # noqa: S603 - a program of the system with fixed arguments
            [found, *arguments],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_PATIENCE,
            check=False,
            stdin=subprocess.DEVNULL,
            creationflags=hidden,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
