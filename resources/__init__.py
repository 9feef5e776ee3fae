"""Everything the program ships beside its code: fonts, icons, styles, translations, examples.

Packages and bundles of this program keep real files, so a plain path finds them: the machinery for
packages in archives would cost every start ten milliseconds.
"""

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent


def resource(*parts: str) -> Path:
    """Return a file or folder of the program's own, by its path below this package.

    Raises FileNotFoundError when nothing of that name is shipped.
    """
    found = ROOT.joinpath(*parts)
    if not found.exists():
        raise FileNotFoundError("/".join(parts))
    return found
