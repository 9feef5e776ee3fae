"""What a person has chosen for this laptop: one value, kept in a small TOML file.

A broken or older file never stops the program: what cannot be read is as if it were not chosen.
"""

import os
from pathlib import Path
from typing import Any, Final, NamedTuple

from facilitator.i18n import LANGUAGES
from facilitator.paths import settings_folder

VERSION: Final = 1
SCHEMES: Final = ("system", "light", "dark")
STAGE_THEMES: Final = ("default", "bright_room", "dark")


class Settings(NamedTuple):
    """Choices for this laptop. `language` None follows the system; `operator` is a person's key.

    `chime` lets one soft chime be heard; copies of the database go into `backup_folder`.

    A named tuple, because it is read before the first paint and a dataclass takes longer to declare.
    """

    language: str | None = None
    scheme: str = "system"
    reduced_motion: bool = False
    stage_theme: str = "default"
    operator: str = ""
    chime: bool = False
    backup_folder: str = ""

    def changed(self, **choices: object) -> "Settings":
        """Return the settings after further choices; those that are unknown are left at their default."""
        return self._replace(**choices).checked()  # type: ignore[arg-type]  # checked() mends

    def checked(self) -> "Settings":
        """Return the settings with everything unknown left at its default."""
        return Settings(
            language=self.language if self.language in LANGUAGES else None,
            scheme=self.scheme if self.scheme in SCHEMES else "system",
            reduced_motion=self.reduced_motion is True,
            stage_theme=self.stage_theme if self.stage_theme in STAGE_THEMES else "default",
            operator=str(self.operator),
            chime=self.chime is True,
            backup_folder=str(self.backup_folder),
        )


def settings_file() -> Path:
    """Return the file that settings are kept in; it may not exist."""
    return settings_folder() / "settings.toml"


def load(path: Path | None = None) -> Settings:
    """Return what was chosen, defaults where nothing was or where it cannot be read."""
    try:
        written = (path or settings_file()).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return Settings()
    import tomllib  # noqa: PLC0415 - who has chosen nothing starts without it

    try:
        found: dict[str, Any] = tomllib.loads(written)
    except tomllib.TOMLDecodeError:
        return Settings()
    return Settings().changed(**{name: value for name, value in found.items() if name in Settings._fields})


def save(settings: Settings, path: Path | None = None) -> None:
    """Keep what was chosen: written beside the file, then put in its place. Raises OSError."""
    import tomli_w  # noqa: PLC0415 - not needed to start

    target = path or settings_file()
    target.parent.mkdir(parents=True, exist_ok=True)
    chosen = {name: value for name, value in settings._asdict().items() if value is not None}
    part = target.with_suffix(".part")
    with part.open("wb") as file:
        tomli_w.dump({"version": VERSION, **chosen}, file)
        file.flush()
        os.fsync(file.fileno())
    part.replace(target)
