"""Ratings of the cards and clusters of a board, from 1 to 5."""

import sqlalchemy as sa
from alembic import op

revision = "s0005"
down_revision = "s0004"


def upgrade() -> None:
    """Add the column of ratings to boards; nothing was rated before."""
    op.add_column("boards", sa.Column("ratings", sa.Text, nullable=False, server_default="[]"))
