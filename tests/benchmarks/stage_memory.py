"""How much more memory the console and the stage hold after eight simulated hours more.

The day runs in a process of its own, so that nothing else measured here has its part in it.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tests.benchmarks._stage_day import WARM_UP
from tests.benchmarks.report import Figure

BAR: Final = 1.05
_MEGABYTE: Final = 1024 * 1024


def figures() -> Iterable[Figure]:
    """Return the growth over the day; none where the system does not tell what a process holds."""
    if not Path("/proc/self/statm").exists():
        return
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks._stage_day"],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    used = json.loads(done.stdout)
    first, last = used[WARM_UP - 1] / _MEGABYTE, used[-1] / _MEGABYTE
    yield Figure(
        name="stage: memory after eight hours more",
        median=last,
        unit="MB",
        yardstick=first,
        ratio=last / first,
        bar=BAR,
    )
