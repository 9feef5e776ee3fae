"""Turns what a database driver says into errors that a person can act on."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from facilitator.domain.errors import CannotOpen, CannotWrite, Conflict, FacilitatorError, InvalidInput

_BY_WORDS: Final[tuple[tuple[str, type[FacilitatorError], str], ...]] = (
    ("database is locked", CannotWrite, "database-busy"),
    ("disk is full", CannotWrite, "disk-full"),
    ("readonly database", CannotWrite, "database-read-only"),
    ("disk i/o error", CannotWrite, "disk-failed"),
    ("unable to open", CannotOpen, "database-unreadable"),
    ("malformed", CannotOpen, "database-damaged"),
    ("not a database", CannotOpen, "database-is-no-database"),
)


@contextmanager
def told_plainly(database: str) -> Iterator[None]:
    """Raise the driver's errors as ours: full, busy, damaged, in use by something else.

    Raises CannotWrite, CannotOpen, Conflict or InvalidInput; anything unknown stays a bug.
    """
    try:
        yield
    except UnicodeEncodeError as error:
        raise InvalidInput("text-broken", place=error.start + 1) from error
    except IntegrityError as error:
        raise Conflict("record-in-use") from error
    except (OperationalError, DBAPIError) as error:
        words = str(error.orig).lower()
        for needle, kind, key in _BY_WORDS:
            if needle in words:
                raise kind(key, database=database, reason=str(error.orig)) from error
        raise
