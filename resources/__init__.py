"""Everything the program ships beside its code: fonts, icons, styles, translations, examples."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

ROOT: Final[Traversable] = files(__name__)


def resource(*parts: str) -> Traversable:
    """Return a file or folder of the program's own, by its path below this package.

    Raises FileNotFoundError when nothing of that name is shipped.
    """
    found = ROOT.joinpath(*parts)
    if not (found.is_file() or found.is_dir()):
        raise FileNotFoundError("/".join(parts))
    return found
