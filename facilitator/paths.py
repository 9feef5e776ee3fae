"""Where things lie on this laptop: the database, the log, the settings."""

import os
import sys
from pathlib import Path
from typing import Final

APP: Final = "Facilitator"
DATABASE_VARIABLE: Final = "FACILITATOR_DATABASE"


def data_folder() -> Path:
    """Return the user's own data folder for this program; it may not exist yet."""
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed when a database is named

    return user_data_path(APP, appauthor=False)


def log_folder() -> Path:
    """Return where logs go; it may not exist yet."""
    from platformdirs import user_log_path  # noqa: PLC0415 - as above

    return user_log_path(APP, appauthor=False)


def settings_folder() -> Path:
    """Return where settings are kept; it may not exist yet.

    Settings are read before the first paint. On Linux the folder follows from the XDG base directory
    specification; platformdirs says the same there, and takes 4 ms to load.
    """
    system: str = sys.platform  # a plain str: to mypy the other systems would be out of reach
    if system == "linux":
        chosen = os.environ.get("XDG_CONFIG_HOME", "")
        absolute = chosen if os.path.isabs(chosen) else os.path.expanduser("~/.config")  # noqa: PTH111,PTH117 - never raise
        return Path(absolute) / APP
    from platformdirs import user_config_path  # noqa: PLC0415 - as above

    return user_config_path(APP, appauthor=False)


def database_target(chosen: str | None = None) -> str:
    """Return the database to open: the one chosen, else the variable's, else the user's own file."""
    return chosen or os.environ.get(DATABASE_VARIABLE) or str(data_folder() / "facilitator.sqlite")
