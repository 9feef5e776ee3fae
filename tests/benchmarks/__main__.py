"""Measure every figure of this folder and print them as one table; status 1 when a bar was missed.

usage: python -m tests.benchmarks [MODULE…]
"""

import importlib
import math
import pkgutil
import platform
import sys
from collections.abc import Sequence

import PySide6

import tests.benchmarks
from tests.benchmarks.report import Figure, table


def measured(wanted: Sequence[str]) -> list[Figure]:
    """Return the figures of the named modules, or of all. Raises SystemExit for a name that is none."""
    found: list[Figure] = []
    names = sorted(module.name for module in pkgutil.iter_modules(tests.benchmarks.__path__))
    if unknown := set(wanted) - set(names):
        raise SystemExit(f"no benchmark of that name: {', '.join(sorted(unknown))}")
    for name in wanted or [name for name in names if not name.startswith("_")]:
        module = importlib.import_module(f"tests.benchmarks.{name}")
        if hasattr(module, "figures"):
            print(f"measuring {name} ...", file=sys.stderr, flush=True)
            found += module.figures()
    return found


def main() -> int:
    """Print the table and return the exit status."""
    found = measured(sys.argv[1:])
    print(f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, {platform.system()}\n")
    print(table(found))
    missed = [figure.name for figure in found if not figure.ok]
    lacking = sum(math.isnan(figure.median) for figure in found)
    unmeasured = f", {lacking} not measured" if lacking else ""
    print(f"\n{len(found)} figures, {len(missed)} over the bar{unmeasured}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
