"""What every test stands on: no screen, one look on every machine, nobody's own data, nothing left behind."""

import os
import shutil
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from facilitator.i18n import use

# All of this comes before the first QApplication, and holds for the processes that tests start.
_HOME = Path(tempfile.mkdtemp(prefix="facilitator-tests-"))
_HOME.chmod(0o700)
os.environ |= {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_QPA_PLATFORMTHEME": "",
    "QT_STYLE_OVERRIDE": "Fusion",
    "QT_SCALE_FACTOR": "1",
    "QT_FONT_DPI": "96",
    "LC_ALL": "C.UTF-8",
    "TZ": "America/Managua",
    "HOME": str(_HOME),
    "USERPROFILE": str(_HOME),
    "APPDATA": str(_HOME / "data"),
    "LOCALAPPDATA": str(_HOME / "data"),
    "XDG_DATA_HOME": str(_HOME / "data"),
    "XDG_CONFIG_HOME": str(_HOME / "config"),
    "XDG_CACHE_HOME": str(_HOME / "cache"),
    "XDG_STATE_HOME": str(_HOME / "state"),
    "XDG_RUNTIME_DIR": str(_HOME),
    "FACILITATOR_DICTIONARIES": "",
}
for name in ("FACILITATOR_DATABASE", "LANGUAGE", "LANG", "DISPLAY", "WAYLAND_DISPLAY", "QT_LOGGING_RULES"):
    os.environ.pop(name, None)
if hasattr(time, "tzset"):
    time.tzset()

# A shared machine is slow at times, and that is no defect: no deadline. The same examples are drawn every time,
# so that what failed once fails again; `--hypothesis-profile=anew` draws others.
settings.register_profile(
    "same", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("anew", settings.get_profile("same"), derandomize=False)
settings.load_profile("same")

# Each module in tests/fixtures is a set of fixtures for everyone.
pytest_plugins = [
    "tests.leftovers",
    *(f"tests.fixtures.{module.stem}" for module in sorted(Path(__file__).parent.glob("fixtures/[a-z]*.py"))),
]


def pytest_unconfigure(config: pytest.Config) -> None:
    """Take the tests' home folder away."""
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def qapp(qapp):
    """The application, without what differs from one run to the next: no blinking text cursor."""
    qapp.setCursorFlashTime(0)
    return qapp


@pytest.fixture(autouse=True)
def screen_speaks_english():
    """Every test begins with a screen in English, whatever the one before it has chosen."""
    use("en")
