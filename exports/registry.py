"""Which formats the minutes can be written in; the writer's library is imported when it is asked for."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final, Protocol

from exports.report import Report
from facilitator.domain.errors import InvalidInput
from facilitator.domain.minutes import Minutes

Progress = Callable[[int, int], None]
"""Told after each page, or section: how many are written, and how many are expected (never fewer)."""


class Writer(Protocol):
    """Writes minutes to a file, whole or not at all."""

    def __call__(
        self, minutes: Minutes, target: Path, *, paper: str, progress: Progress | None = None
    ) -> Report:
        """Raise CannotWrite when the target refuses; nothing half written stays."""


def _pdf() -> Writer:
    from exports.pdf import write_minutes  # noqa: PLC0415 - ReportLab is loaded only to print

    return write_minutes


def _docx() -> Writer:
    from exports.docx import write_minutes  # noqa: PLC0415 - only when needed

    return write_minutes


def _html() -> Writer:
    from exports.html import write_minutes  # noqa: PLC0415 - only when needed

    return write_minutes


def _markdown() -> Writer:
    from exports.markdown import write_minutes  # noqa: PLC0415 - only when needed

    return write_minutes


_WRITERS: Final[dict[str, Callable[[], Writer]]] = {
    "pdf": _pdf,
    "docx": _docx,
    "html": _html,
    "md": _markdown,
}

FORMATS: Final = tuple(_WRITERS)
"""Names of the formats, which are also the file endings."""


CARRYING: Final = frozenset({"pdf"})
"""Formats that can carry the workshop's interchange file."""


def writer(name: str, carried: bytes | None = None) -> Writer:
    """Return the writer of a format. Raises InvalidInput ("format-unknown") for any other name.

    `carried` is the interchange file that the document takes with it, in a format that can.
    """
    if name not in _WRITERS:
        raise InvalidInput("format-unknown", format=name, known=", ".join(FORMATS))
    if name in CARRYING and carried is not None:
        from exports.pdf import write_minutes  # noqa: PLC0415 - ReportLab is loaded only to print

        return partial(write_minutes, carried=carried)
    return _WRITERS[name]()
