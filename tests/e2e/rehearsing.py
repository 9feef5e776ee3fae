"""Starts rehearsals as a person does, in a process of its own, and looks at what one leaves when it is killed."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from facilitator.bootstrap import open_workspace
from facilitator.domain.cards import Card
from facilitator.domain.notes import Agreement, Note, ParkingItem
from facilitator.domain.record import Record
from ui.rehearsal.journal import digest, stamp

KINDS: dict[str, type[Any]] = {"card": Card, "parking_lot": ParkingItem, "agreement": Agreement, "note": Note}
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


def until(program: "subprocess.Popen[str]", folder: Path, lines: int) -> None:
    """Wait until a rehearsal said of so many records that they are stored, or has ended."""
    place = folder / "journal.jsonl"
    while not place.is_file() or place.read_bytes().count(b"\n") < lines:
        if ended_within(program, 0.02):
            return


def ended_within(program: "subprocess.Popen[str]", seconds: float) -> bool:
    """Wait for a program so long, and say whether it has ended."""
    try:
        program.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


def copied_as_killed(program: "subprocess.Popen[str]", folder: Path, copy: Path) -> Path:
    """Stop a rehearsal for a moment and copy what it would leave if it were killed now."""
    assert program.poll() is None, program.communicate()
    os.kill(program.pid, signal.SIGSTOP)
    os.waitpid(program.pid, os.WUNTRACED)  # until it stands still
    copy.mkdir()
    for each in (*folder.glob("rehearsal.sqlite*"), folder / "journal.jsonl"):
        shutil.copy(each, copy)
    os.kill(program.pid, signal.SIGCONT)
    return copy


def lost(folder: Path) -> list[dict[str, Any]]:
    """Return what was accepted and is not in the database, or says there what it said before."""
    accepted = journal(folder)
    with closing(sqlite3.connect(folder / "rehearsal.sqlite")) as bare:
        assert bare.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with open_workspace(folder / "rehearsal.sqlite") as workspace:
        assert workspace.database.problems() == []
        records = workspace.records(workspace.latest_workshop())
    newest = {line["id"]: line for line in accepted if "id" in line}
    stored = {str(each.id): each for each in records}
    gone = [line for key, line in newest.items() if key not in stored or _is_older(stored[key], line)]
    for line in accepted:
        if "entry" in line:
            kind = KINDS[line["target"]]
            texts = {each.text.text for each in stored.values() if isinstance(each, kind)}
            gone += [] if line["entry"] in texts else [line]
    return gone


def _is_older(record: Record, line: dict[str, Any]) -> bool:
    """Whether a record says something else than was accepted last, and nothing newer."""
    said_at = stamp(record.changed_at)
    return bool(said_at < line["changed_at"]) or (
        said_at == line["changed_at"] and digest(record) != line["digest"]
    )
