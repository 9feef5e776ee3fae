"""Runs the program's command line in this process and says how much memory it took at most, in megabytes.

usage: python -m tests.benchmarks._peak ARGUMENTS…

The last line on standard output is the figure, or nothing where the system does not tell (Windows). Linux
counts since this program was loaded; `getrusage` would count the memory of whoever started it, too.
"""

import sys
from pathlib import Path
from typing import Final

from facilitator.cli import main

_STATUS: Final = Path("/proc/self/status")


def peak() -> float | None:
    """Return the most memory that this process had at once, in megabytes."""
    if _STATUS.exists():
        lines = _STATUS.read_text(encoding="ascii", errors="replace").splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
    if sys.platform == "darwin":
        import resource  # noqa: PLC0415 - there is none on Windows

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    return None


if __name__ == "__main__":
    status = main(sys.argv[1:])
    print("" if peak() is None else peak())
    sys.exit(status)
