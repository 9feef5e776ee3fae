"""Where the Hunspell dictionaries of this laptop lie: a person's own, LibreOffice's, the system's.

Nothing is read here: a dictionary is a pair of files, `.aff` and `.dic`, whose name says its language.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from facilitator.paths import data_folder

VARIABLE: Final = "FACILITATOR_DICTIONARIES"
"""Folders to look in instead of the usual ones, as in PATH; where it is set and empty, none."""

LARGEST: Final = 32 * 1024 * 1024
"""Bytes that one of the two files may have; the largest that are known have a fifth of it."""

_PREFERRED: Final = {"es": ("es_mx", "es_es"), "en": ("en_us", "en_gb")}
"""Where a country has no dictionary of its own: what is written nearest to it."""

_PACKAGES: Final = "4/user/uno_packages/cache/uno_packages/*/*"
_LIBREOFFICE: Final = "share/extensions/dict-*"


def dictionary(language: str, country: str | None = None) -> Path | None:
    """Return the `.aff` file of the best dictionary of a language ("es", "NI"), None where none is there."""
    wanted = language[:2].lower()
    best: tuple[int, str, Path] | None = None
    for folder in folders():
        for found in _pairs(folder, wanted):
            rank = _rank(_key(found), wanted, country)
            if best is None or (rank, _key(found)) < best[:2]:
                best = (rank, _key(found), found)
    return best[2] if best else None


def folders() -> Iterator[Path]:
    """Yield where to look, a person's own dictionaries first; each may be missing."""
    if (chosen := os.environ.get(VARIABLE)) is not None:
        yield from (Path(each) for each in chosen.split(os.pathsep) if each)
        return
    yield data_folder() / "dictionaries"
    yield from (Path(each) for each in os.environ.get("DICPATH", "").split(os.pathsep) if each)
    for pattern in _patterns():
        root = Path(pattern.anchor)
        yield from sorted(root.glob(str(pattern.relative_to(root))))
    library = find_spec("hunspell")  # finds it without loading it; it brings an English dictionary
    for place in (library.submodule_search_locations or ()) if library else ():
        yield Path(place) / "dictionaries"


def _patterns() -> Iterator[Path]:
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - never raises
    system: str = sys.platform  # a plain str: to mypy the other systems would be out of reach
    if system == "win32":
        for name in ("ProgramFiles", "ProgramFiles(x86)"):
            if programs := os.environ.get(name):
                yield Path(programs) / "LibreOffice*" / _LIBREOFFICE
        if data := os.environ.get("APPDATA"):
            yield Path(data) / "LibreOffice" / _PACKAGES
        return
    if system == "darwin":
        yield home / "Library/Spelling"
        yield Path("/Library/Spelling")
        yield home / "Library/Application Support/LibreOffice" / _PACKAGES
        yield Path("/Applications/LibreOffice*.app/Contents/Resources/extensions/dict-*")
        return
    shared = (os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    for data in (os.environ.get("XDG_DATA_HOME") or str(home / ".local/share"), *shared):
        if os.path.isabs(data):  # noqa: PTH117 - as the specification of these folders asks
            yield from (Path(data) / each for each in ("hunspell", "myspell", "myspell/dicts"))
    yield home / ".config/libreoffice" / _PACKAGES
    yield from (Path(each) / _LIBREOFFICE for each in ("/usr/lib*/libreoffice", "/opt/libreoffice*"))


def _pairs(folder: Path, language: str) -> list[Path]:
    """Return the `.aff` files of a language in a folder that have their `.dic`, and are no giants."""
    try:
        names = {
            each.name for each in os.scandir(folder) if each.is_file() and each.stat().st_size <= LARGEST
        }
    except OSError:  # it is not there, or not ours to read
        return []
    stems = [name.removesuffix(".aff") for name in names if name.endswith(".aff")]
    return [
        folder / f"{stem}.aff"
        for stem in sorted(stems)
        if f"{stem}.dic" in names and _parts(stem)[0] == language
    ]


def _parts(stem: str) -> list[str]:
    return stem.lower().replace("-", "_").split("_")


def _key(path: Path) -> str:
    return "_".join(_parts(path.stem))


def _rank(name: str, language: str, country: str | None) -> int:
    order: Iterable[str] = (
        f"{language}_{(country or 'none').lower()}",
        language,
        f"{language}_any",
        *_PREFERRED.get(language, ()),
    )
    return next((place for place, each in enumerate(order) if name == each), 99)
