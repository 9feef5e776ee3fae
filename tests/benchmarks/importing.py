"""How long the enlarged example takes to import, and how much memory at its peak.

Measured in a process of its own, from its start: what a person waits for at the command line. The
yardstick is the same file read by Python's json and its text stored, line by line, by bare sqlite3.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tests.benchmarks._enlarged import write_enlarged
from tests.benchmarks.report import Figure, compared, in_turns, timed

ROUNDS: Final = 5
BAR: Final = 12.0
"""Times the yardstick: every record is checked, stored with its history, and can be undone."""

_PEAK: Final = """
import sys
from facilitator.cli import main
status = main(sys.argv[1:])
try:
    with open("/proc/self/status") as lines:
        print(next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024)
except OSError:
    try:
        import resource
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / (1024 if sys.platform == "darwin" else 1))
    except ImportError:
        print(0)
sys.exit(status)
"""
"""The command, and its own peak in megabytes: Linux counts into `ru_maxrss` what the process was forked from."""

_BARE: Final = """
import json, sqlite3, sys
data = json.load(open(sys.argv[1], encoding="utf-8"))
connection = sqlite3.connect(sys.argv[2])
connection.execute("PRAGMA journal_mode=WAL")
connection.execute("PRAGMA synchronous=FULL")
connection.execute("CREATE TABLE records (list TEXT, record TEXT)")
with connection:
    for name, items in data.items():
        if isinstance(items, list):
            connection.executemany("INSERT INTO records VALUES (?, ?)", [(name, json.dumps(item)) for item in items])
connection.close()
"""


def figures() -> Iterable[Figure]:
    """Tell seconds against the yardstick, and megabytes for the record."""
    with tempfile.TemporaryDirectory() as folder:
        file = write_enlarged(Path(folder, "enlarged.json"))
        peaks: list[float] = []
        turns = iter(range(10_000))

        def ours() -> float:
            database = Path(folder, f"ours-{next(turns)}.sqlite")
            return timed(lambda: peaks.append(_import(file, database)))

        def bare() -> float:
            database = Path(folder, f"bare-{next(turns)}.sqlite")
            return timed(lambda: _run([sys.executable, "-c", _BARE, str(file), str(database)]))

        measured = in_turns(ours, bare, rounds=ROUNDS)
        yield compared("import of 3,000 cards and 300 people, whole command", *measured, bar=BAR)
        yield Figure(name="  its peak memory", median=max(peaks), unit="MB")


def _import(file: Path, database: Path) -> float:
    said = _run([sys.executable, "-c", _PEAK, "--database", str(database), "import", str(file)])
    return float(said.splitlines()[-1])


def _run(command: list[str]) -> str:
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2], env=os.environ
    )
    return done.stdout
