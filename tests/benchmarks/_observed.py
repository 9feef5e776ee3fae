"""Runs the `facilitator` command as it is and writes to standard output when the window was first painted,
and when a card can be typed. Nothing of the program knows of it.
"""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Final

PAINTED: Final = "painted"
"""The whole window was painted and handed to the screen for the first time."""

READY: Final = "ready"
"""A letter typed into the capture bar of the Run page was painted there."""

STORED: Final = "stored"
"""The card with that letter was accepted by Enter and is on disk."""


class AfterQt:
    """Puts the observed application in the place of Qt's when the program imports it, and no sooner.

    A finder of modules by its method alone: the class for finders loads what the program does not.
    """

    _module = "PySide6.QtWidgets"

    def find_spec(
        self, name: str, path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find the module as ever; what it holds is exchanged once it was loaded."""
        if name != self._module:
            return None
        sys.meta_path.remove(self)
        spec = PathFinder.find_spec(name, path)
        assert spec is not None
        assert spec.loader is not None
        load = spec.loader.exec_module

        def load_and_exchange(module: ModuleType) -> None:
            load(module)
            from tests.benchmarks._watch import Observed  # noqa: PLC0415 - it stands on what was just loaded

            vars(module)["QApplication"] = Observed

        spec.loader.exec_module = load_and_exchange  # type: ignore[method-assign]  # of this one loader
        return spec


def run(arguments: list[str]) -> None:
    """Run the command with these arguments under observation, and end with its status."""
    sys.meta_path.insert(0, AfterQt())
    from facilitator.cli import main  # noqa: PLC0415 - its import is part of the start

    sys.exit(main(arguments))
