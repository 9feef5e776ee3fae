"""The program's log: a small rotating file that never holds what people said."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from facilitator.paths import log_folder

_SIZE: Final = 512 * 1024
_KEPT: Final = 3


def start_log(folder: Path | None = None) -> Path | None:
    """Write warnings and errors to a rotating file and return it; None when the folder refuses.

    Once is enough: where that file is written already, nothing changes.
    """
    where = folder or log_folder()
    root = logging.getLogger()
    written = str((where / "facilitator.log").absolute())
    if any(getattr(each, "baseFilename", None) == written for each in root.handlers):
        return where / "facilitator.log"
    try:
        where.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            where / "facilitator.log", maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    return where / "facilitator.log"
