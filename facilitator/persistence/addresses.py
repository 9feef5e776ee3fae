"""Where a database is: a file on this laptop, or the address of a server."""

import os
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError

from facilitator.domain.errors import CannotOpen


def database_url(target: str | Path) -> sa.URL:
    """Return the address of a database given as a path or as an address. Raises CannotOpen.

    `~` is the home folder also where a shell leaves it as it is: after `--database=`, in a variable.
    """
    if "://" not in str(target):
        return sa.URL.create("sqlite", database=os.path.expanduser(target))  # noqa: PTH111 - never raises
    try:
        return sa.make_url(str(target))
    except ArgumentError:
        raise CannotOpen("database-url-unknown", database=str(target)) from None


def name_of(url: sa.URL) -> str:
    """Return what people call a database: its path, or its address without the password."""
    path = file_of(url)
    return url.render_as_string(hide_password=True) if path is None else str(path)


def file_of(url: sa.URL) -> Path | None:
    """Return the file of a SQLite database; None for a server, and for one in memory."""
    in_memory = not url.database or url.database == ":memory:"
    return None if url.get_backend_name() != "sqlite" or in_memory else Path(str(url.database))
