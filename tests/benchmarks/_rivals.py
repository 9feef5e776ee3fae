"""Other programs that make a PDF of the same content: LibreOffice from our DOCX, WeasyPrint from our HTML."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from tests.benchmarks.report import timed

WEASYPRINT_PYTHON: Final = "FACILITATOR_WEASYPRINT_PYTHON"
"""Names an interpreter that has WeasyPrint, which is no package of ours; else it is looked for in this one."""
_WEASYPRINT: Final = (
    "import sys, time; from weasyprint import HTML; start = time.perf_counter();"
    "HTML(filename=sys.argv[1]).write_pdf(sys.argv[2]); print((time.perf_counter() - start) * 1000)"
)


def libreoffice(document: Path) -> float | None:
    """Return how many milliseconds LibreOffice takes for the PDF, its start among them; None where it is not."""
    program = shutil.which("soffice")
    if program is None:
        return None
    out = document.parent / "libreoffice"
    profile = f"-env:UserInstallation={(document.parent / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(out), str(document)]
    took = timed(lambda: _run(command))
    assert (out / f"{document.stem}.pdf").is_file()
    return took


def weasyprint(document: Path) -> float | None:
    """Return how many milliseconds WeasyPrint takes for the PDF, once imported; None where it is not."""
    python = os.environ.get(WEASYPRINT_PYTHON)
    if python is None and importlib.util.find_spec("weasyprint") is None:
        return None
    command = [python or sys.executable, "-c", _WEASYPRINT, str(document), f"{document}.pdf"]
    return float(_run(command).splitlines()[-1])


def _run(command: list[str]) -> str:
    apart = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=apart)
    return done.stdout
