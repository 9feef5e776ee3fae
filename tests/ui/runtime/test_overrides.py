"""An error in one of our answers to Qt is an error of Python, on every Python."""

import os
import subprocess
import sys

import pytest


def ran(code, *arguments):
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )


def test_what_c_code_raises_in_an_answer_to_qt_does_not_end_the_program():
    told = ran("""
from ui.runtime.overrides import guard_overrides
guard_overrides()
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

class Shy(QWidget):
    def hideEvent(self, event):
        [].index("nothing")

    def keyPressEvent(self, event):
        [][0]

application = QApplication([])
shy = Shy()
shy.show()
for act in (lambda: QTest.keyClick(shy, Qt.Key.Key_A), shy.hide):
    try:
        act()
    except (IndexError, ValueError) as error:
        print(type(error).__name__)
""")

    assert (told.returncode, told.stdout.split()) == (0, ["IndexError", "ValueError"]), told.stderr


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="later Pythons need no guard")
@pytest.mark.parametrize(("words", "windows"), [((), "ui.app"), (("rehearse",), "ui.rehearsal")])
def test_the_guard_stands_before_the_first_window_is_loaded(tmp_path, words, windows):
    told = ran(
        """
import os, sys

def heard(event, said):
    if event == "import" and said[0] == sys.argv[1]:
        from shiboken6 import Shiboken
        print("__init_subclass__" in vars(Shiboken.Object), "ui.widgets" in sys.modules, flush=True)
        os._exit(0)

sys.addaudithook(heard)
from facilitator.cli import main
main(sys.argv[2:])
""",
        windows,
        "--database",
        str(tmp_path / "new.sqlite"),
        *words,
    )

    assert told.stdout.split() == ["True", "False"], told.stderr
