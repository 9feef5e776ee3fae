"""The report of a rehearsal: what was done, how long each step took, what is missing."""

import json
import platform
from collections.abc import Sequence
from dataclasses import asdict, field
from pathlib import Path

from facilitator import __version__
from facilitator.domain.frozen import dataclass
from facilitator.i18n import _
from ui.rehearsal.player import Timed


@dataclass(slots=True)
class Report:
    """Everything that is told of a rehearsal."""

    failure: str = ""
    speed: float = 1.0
    seconds: float = 0.0
    steps: list[Timed] = field(default_factory=list)
    did: dict[str, int] = field(default_factory=dict)
    stored: dict[str, int] = field(default_factory=dict)
    printed: dict[str, int] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Whether everything was done and is there."""
        return not self.failure and not self.missing

    def write(self, folder: Path) -> None:
        """Write report.md and report.json. Raises OSError."""
        told = {"complete": self.complete, "version": __version__, "python": platform.python_version()}
        content = json.dumps({**told, **asdict(self)}, ensure_ascii=False, indent=2)
        (folder / "report.json").write_text(content + "\n", encoding="utf-8")
        (folder / "report.md").write_text("\n".join(self._lines()) + "\n", encoding="utf-8")

    def _lines(self) -> list[str]:
        seconds = _("{seconds} seconds, at {speed} times the speed of a person").format(
            seconds=round(self.seconds, 1), speed=round(self.speed, 1)
        )
        verdict = _("Everything was done, and all of it is in the database and in the memoria.")
        title = _("Rehearsal of the example")
        lines = [f"# {title}", "", self.failure or verdict, "", seconds, ""]
        steps = [(step.title, f"{step.seconds:.2f}", f"{step.played / 60:.1f}") for step in self.steps]
        lines += _table((_("Step"), _("Seconds"), _("Minutes of the play")), steps)
        tables = (
            (_("What was done"), self.did),
            (_("What is in the database"), self.stored),
            (_("What is in the memoria"), self.printed),
        )
        for title, counts in tables:
            lines += [f"## {title}", ""]
            lines += _table((_("What"), _("How many")), [(_(what), str(n)) for what, n in counts.items()])
        parts = ((_("What is missing"), self.missing), (_("Warnings"), self.warnings),
                 (_("Files"), self.files), (_("Pictures"), self.pictures))  # fmt: skip
        for title, found in parts:
            if found:
                lines += [f"## {title}", "", *(f"- {each}" for each in found), ""]
        return lines


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> list[str]:
    if not rows:
        return []
    cells = [
        [cell.replace("|", "\\|") for cell in row] for row in (head, tuple("---" for _cell in head), *rows)
    ]
    return [*(f"| {' | '.join(row)} |" for row in cells), ""]
