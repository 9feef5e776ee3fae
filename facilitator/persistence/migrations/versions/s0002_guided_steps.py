"""The guided steps of a session, and who spoke in it for how long."""

import sqlalchemy as sa
from alembic import op

revision = "s0002"
down_revision = "s0001"

_POINTS = {
    "workshop": "workshops",
    "session": "sessions",
    "organisation": "organisations",
    "person": "people",
}


def upgrade() -> None:
    """Add the columns of steps to sessions, and the table of turns."""
    op.add_column("sessions", sa.Column("steps", sa.Text, nullable=False, server_default="[]"))
    op.add_column("sessions", sa.Column("current_step", sa.Integer))
    op.add_column("sessions", sa.Column("step_started", sa.Text))
    op.create_table(
        "speaking_turns",
        sa.Column("id", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("created_at", "created_by", "changed_at", "changed_by")),
        sa.Column("deleted_at", sa.Text),
        sa.Column("workshop", sa.Text, nullable=False),
        sa.Column("session", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("organisation", "person", "name", "shares")),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("spoken", sa.Text, nullable=False),
        sa.Column("done", sa.Boolean, nullable=False),
        *(_points_to(name, table) for name, table in _POINTS.items()),
        sa.PrimaryKeyConstraint("id", name="pk_speaking_turns"),
    )
    _index("workshop", ["workshop"], None)
    _index("session", ["session", "position"], None)
    for name in ("organisation", "person"):
        _index(name, [name], sa.column(name).is_not(None))


def _points_to(name: str, table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [name], [f"{table}.id"], name=f"fk_speaking_turns_{name}", deferrable=True, initially="DEFERRED"
    )


def _index(name: str, columns: list[str], given: sa.ColumnElement[bool] | None) -> None:
    op.create_index(
        f"ix_speaking_turns_{name}", "speaking_turns", columns, sqlite_where=given, postgresql_where=given
    )
