"""What the program is built from: exact, hashed, from nowhere in particular, and free of one known defect."""

import re
import subprocess
import sys
import tomllib

import PySide6
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.tree import ROOT

LOCK = ROOT / "requirements" / "lock.txt"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

CALLS = 1000
COUNT_NONE = f"""
import sys
from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

class Painted(QWidget):
    def paintEvent(self, event):
        return

app = QApplication([])
pixmap = QPixmap(200, 200)
painter = QPainter(pixmap)
red, place, label, field, timer = QColor("red"), QRectF(0, 0, 50, 50), QLabel(), QLineEdit(), QTimer()
painted = Painted()
painted.show()
calls = {{
    "QPainter.setPen": lambda: painter.setPen(red),
    "QPainter.fillRect": lambda: painter.fillRect(place, red),
    "QPainter.drawText": lambda: painter.drawText(place, Qt.TextFlag.TextWordWrap, "a"),
    "QLabel.setText": lambda: label.setText("a"),
    "QLineEdit.setText": lambda: field.setText("a"),
    "QWidget.update": lambda: label.update(),
    "QTimer.start": lambda: timer.start(1000),
    "paintEvent": lambda: painted.repaint(),
}}
reserve = [None] * 1_000_000  # lets the process live long enough to say what it counted
for name, call in calls.items():
    call()
    before = sys.getrefcount(None)
    for _ in range({CALLS}):
        call()
    if abs(sys.getrefcount(None) - before) > {CALLS} // 10:
        print(name)
painter.end()
sys.stdout.flush()
"""


def locked() -> dict[str, list[str]]:
    """Return the lines of each pinned package, by its name and version."""
    joined = LOCK.read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in joined.splitlines() if line and not line.lstrip().startswith("#")]
    return {line.split()[0]: line.split() for line in lines}


def test_a_thousand_calls_of_qt_keep_every_reference_to_none():
    """PySide6 6.12.0 loses one a call; Python 3.11 counts them and aborts at zero."""
    counted = subprocess.run(
        [sys.executable, "-c", COUNT_NONE], capture_output=True, text=True, timeout=120, check=True
    )

    assert counted.stdout.split() == []


def test_the_bindings_are_pinned_below_the_release_that_loses_references():
    (pin,) = [line for line in PROJECT["project"]["dependencies"] if line.startswith("PySide6")]

    assert pin == "PySide6-Essentials>=6.11.3,<6.12"
    assert Requirement(pin).specifier.contains(PySide6.__version__)


def test_every_package_is_exact_and_hashed():
    packages = locked()

    assert len(packages) > 20
    assert [name for name in packages if not re.fullmatch(r"[a-z0-9-]+==[\w.]+", name)] == []
    assert [name for name, words in packages.items() if "--hash=sha256:" not in " ".join(words)] == []


def test_the_lock_names_no_address():
    text = LOCK.read_text(encoding="utf-8")

    assert re.findall(r"\w+://\S*|^\s*--(?:index|extra|find|trusted)\S*", text, re.MULTILINE) == []


@pytest.mark.parametrize("group", ["dependencies", "dev", "build"])
def test_the_lock_has_a_version_that_the_build_file_admits(group):
    versions = dict(name.split("==") for name in locked())
    wanted = (
        PROJECT["project"]["dependencies"] if group == "dependencies" else PROJECT["dependency-groups"][group]
    )

    for line in wanted:
        requirement = Requirement(line)
        assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)]), line


def test_every_system_library_says_why_it_is_needed():
    lines = (ROOT / "requirements" / "debian.txt").read_text(encoding="utf-8").splitlines()
    libraries = [line for line in lines if line and not line.startswith("#")]

    assert len(libraries) > 10
    assert [line for line in libraries if not re.fullmatch(r"[a-z0-9.+-]+ +# \w.{10,}", line)] == []
