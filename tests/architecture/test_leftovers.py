"""The watch over all tests: one that leaves a window, a timer or a thread behind fails, and its neighbours do not."""

import subprocess
import sys

from tests.architecture.tree import ROOT

CARELESS = """
import threading

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

kept = []


def test_tidy(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    timer = QTimer(window)
    timer.start(1000)
    thread = threading.Thread(target=int)
    thread.start()


def test_window(qapp):
    kept.append(QWidget())
    kept[-1].show()


def test_timer(qapp):
    kept.append(QTimer())
    kept[-1].start(1000)


def test_thread():
    threading.Thread(target=threading.Event().wait, daemon=True).start()


def test_tidy_afterwards(qapp):
    assert kept
"""


def test_what_a_test_leaves_behind_fails_it(tmp_path):
    (tmp_path / "test_careless.py").write_text(CARELESS, encoding="utf-8")
    options = [
        "-p",
        "tests.leftovers",
        "-p",
        "no:cacheprovider",
        "-c",
        "pyproject.toml",
        "-rE",
        "--tb=no",
        "-q",
    ]

    ran = subprocess.run(
        [sys.executable, "-m", "pytest", *options, tmp_path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    failed = [
        line.partition("::")[2].split()[0] for line in ran.stdout.splitlines() if line.startswith("ERROR")
    ]
    assert failed == ["test_window", "test_timer", "test_thread"]
    assert "5 passed, 3 errors" in ran.stdout
