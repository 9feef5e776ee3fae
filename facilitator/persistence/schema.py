"""Brings a database to the version that this program knows, or refuses it with a reason.

Alembic is imported only when there is a step to take: an open database costs one SELECT, and a new one
of a kind that we know is laid at once, as all the steps would make it.
"""

from collections.abc import Callable
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from facilitator.domain.errors import CannotOpen
from facilitator.domain.frozen import dataclass
from facilitator.persistence.addresses import file_of, name_of
from facilitator.persistence.engine import copy_database
from facilitator.persistence.failures import told_plainly

_MIGRATIONS: Final = files("facilitator.persistence").joinpath("migrations")


def known_versions() -> tuple[str, ...]:
    """Return the versions this program knows, oldest first (`s0001`, …)."""
    names = (path.name for path in _MIGRATIONS.joinpath("versions").iterdir())
    return tuple(sorted(name[:5] for name in names if name.startswith("s0") and name.endswith(".py")))


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What was done to a database before it could be used; `copy` is the older one kept aside."""

    before: str | None
    after: str
    copy: Path | None = None


def version_of(connection: sa.Connection) -> str | None:
    """Return the version a database is at; None for one without any table.

    Raises CannotOpen when it has tables but no version: it is another program's, or it lost its version.
    """
    tables = sa.inspect(connection).get_table_names()
    if not tables:
        return None
    name = name_of(connection.engine.url)
    if "alembic_version" not in tables:
        raise CannotOpen("database-of-another-program", database=name)
    found = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    if found is None and len(tables) > 1:
        raise CannotOpen("database-damaged", database=name)
    return None if found is None else str(found)


def is_current(engine: sa.Engine) -> bool:
    """Whether a database can be used as it is. Raises CannotOpen when it is newer or not ours."""
    with told_plainly(engine), engine.connect() as connection, connection.begin():
        return _step_needed(engine, version_of(connection)) is None


def is_laid(engine: sa.Engine) -> bool:
    """Whether a database has tables of ours in any version: one of a server may be there and empty."""
    with told_plainly(engine), engine.connect() as connection, connection.begin():
        return version_of(connection) is not None


def prepare(engine: sa.Engine, now: Callable[[], datetime]) -> Upgrade | None:
    """Create or upgrade the schema if it still has to be; None when it was current.

    An older file is copied aside first, named by its version and the time.
    Raises CannotOpen for a newer or foreign database, CannotWrite when it cannot be copied.
    """
    with told_plainly(engine), engine.connect() as connection:
        writing = connection.execution_options(writes=True)
        with writing.begin():
            before = version_of(writing)
            after = _step_needed(engine, before)
            if after is None:
                return None
            copy = _copy_aside(engine, before, now()) if before else None
            if before is None:
                lay(writing)
            if version_of(writing) != after:
                take_steps(writing, after)
    return Upgrade(before, after, copy)


def _step_needed(engine: sa.Engine, version: str | None) -> str | None:
    known = known_versions()
    if version == known[-1]:
        return None
    if version is not None and version not in known:
        raise CannotOpen("database-newer", database=name_of(engine.url), version=version, known=known[-1])
    return known[-1]


def _copy_aside(engine: sa.Engine, before: str, now: datetime) -> Path | None:
    path = file_of(engine.url)
    if path is None:
        return None
    aside = path.with_name(f"{path.stem}-{before}-{now:%Y-%m-%d-%H%M%S-%f}{path.suffix}")
    copy_database(path, aside)
    return aside


def lay(connection: sa.Connection) -> None:
    """Make what the steps make of an empty database, if it was written down for this kind of database.

    `python -m tests.migrations.fixtures` writes it down; a version behind is completed by the steps.
    """
    words = _MIGRATIONS.joinpath(f"{connection.dialect.name}.sql")
    if words.is_file():
        for statement in words.read_text(encoding="utf-8").split(";\n"):
            if statement.strip():
                connection.exec_driver_sql(statement)


def take_steps(connection: sa.Connection, version: str) -> None:
    """Bring a database to a version step by step, an empty one from the first."""
    from alembic import command  # noqa: PLC0415 - half a second that an open database must not cost
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, version)
