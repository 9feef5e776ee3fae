"""Starts rehearsals as a person does: the program's own command, in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

FAST = "1000"
"""So many times the speed of a person: no pause is left but what the program itself needs."""


def rehearsal(folder: Path, *more: str) -> "subprocess.Popen[str]":
    """Start a rehearsal that leaves everything in a folder."""
    command = [sys.executable, "-m", "facilitator", "--language", "es", "rehearse"]
    return subprocess.Popen(
        [*command, "-o", str(folder), "--speed", FAST, *more],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


def journal(folder: Path) -> list[dict[str, Any]]:
    """Return what the program said was stored; a line that was cut short by a kill says nothing."""
    place = folder / "journal.jsonl"
    lines = place.read_text(encoding="utf-8", errors="replace").split("\n") if place.is_file() else []
    return [json.loads(line) for line in lines[:-1]]
