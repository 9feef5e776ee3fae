"""Turns what a database driver says into errors that a person can act on."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from facilitator.domain.errors import CannotOpen, CannotWrite, Conflict, FacilitatorError, InvalidInput
from facilitator.persistence.addresses import name_of

_BY_WORDS: Final[tuple[tuple[str, type[FacilitatorError], str], ...]] = (
    ("database is locked", CannotWrite, "database-busy"),
    ("disk is full", CannotWrite, "disk-full"),
    ("no space left", CannotWrite, "disk-full"),
    ("readonly database", CannotWrite, "database-read-only"),
    ("read-only transaction", CannotWrite, "database-read-only"),
    ("disk i/o error", CannotWrite, "disk-failed"),
    ("unable to open", CannotOpen, "database-unreadable"),
    ("malformed", CannotOpen, "database-damaged"),
    ("no such table", CannotOpen, "database-damaged"),
    ("no such column", CannotOpen, "database-damaged"),
    ("could not decode", CannotOpen, "database-damaged"),
    ("not a database", CannotOpen, "database-is-no-database"),
)


@contextmanager
def told_plainly(engine: sa.Engine) -> Iterator[None]:
    """Raise the driver's errors as ours: full, busy, damaged, in use by something else.

    Raises CannotWrite, CannotOpen, Conflict or InvalidInput; anything unknown stays a bug.
    """
    driver = engine.dialect.loaded_dbapi
    try:
        yield
    except UnicodeEncodeError as error:
        raise InvalidInput("text-broken", place=error.start + 1) from error
    except OverflowError as error:
        raise InvalidInput("number-too-big") from error
    except (DBAPIError, driver.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        if (ours := _ours(cause, engine)) is None:
            raise
        raise ours from error


def _ours(cause: BaseException | None, engine: sa.Engine) -> FacilitatorError | None:
    driver = engine.dialect.loaded_dbapi
    words = str(cause).strip()
    if isinstance(cause, driver.IntegrityError):
        return Conflict("record-exists" if "unique" in words.lower() else "record-in-use")
    for needle, kind, key in _BY_WORDS:
        if needle in words.lower():
            return kind(key, database=name_of(engine.url), reason=words)
    if isinstance(cause, driver.DataError):
        return InvalidInput("number-too-big")
    if isinstance(cause, driver.OperationalError) and engine.dialect.name != "sqlite":
        return CannotOpen("database-unreachable", database=name_of(engine.url), reason=words)
    return None
