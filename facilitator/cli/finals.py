"""The command that checks whether PDFs are the finals that they say to be."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from facilitator.bootstrap import open_workspace
from facilitator.cli.output import say, warn
from facilitator.cli.status import CANNOT, DONE
from facilitator.domain.errors import CannotOpen
from facilitator.i18n import N_, _
from facilitator.interchange.json_text import read_bytes
from facilitator.messages import one_line
from facilitator.services.sealed_files import Verdict, check_file

_SENTENCES: Final = {
    Verdict.REGISTERED: N_("{path}: unchanged, the registered final {version} of “{title}”."),
    Verdict.UNKNOWN_HERE: N_("{path}: unchanged since it was issued. Its workshop is not in this database."),
    Verdict.NOT_REGISTERED: N_("{path}: no final of this database, although it says so and is unbroken."),
    Verdict.CHANGED: N_("{path}: changed after it was issued. Ask for the file once more."),
    Verdict.NEVER_SEALED: N_("{path}: no final, so there is no hash to check."),
}
_WELL: Final = frozenset({Verdict.REGISTERED, Verdict.UNKNOWN_HERE})


def check_finals(target: str, files: Sequence[Path]) -> int:
    """Say of each file whether it is as it was issued. Raises InvalidInput for one that cannot be read."""
    status = DONE
    with ExitStack() as stack:
        reading = None
        try:
            workspace = stack.enter_context(open_workspace(target, read_only=True))
            reading = stack.enter_context(workspace.database.work.reading())
        except CannotOpen as error:
            if error.key not in {"database-missing", "database-older"}:
                raise
        for path in files:
            found = check_file(read_bytes(path), reading)
            words = one_line(
                _(_SENTENCES[found.verdict]).format(path=path, version=found.version, title=found.title)
            )
            if found.verdict in _WELL:
                say(words)
                say(f"SHA-256 {found.digest}")
            else:
                warn(words)
                status = CANNOT
    return status
