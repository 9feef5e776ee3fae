"""Which PDFs were written of a document's finals, by the hash in their footers."""

import sqlalchemy as sa
from alembic import op

revision = "s0004"
down_revision = "s0003"


def upgrade() -> None:
    """Add the column of files to documents; nothing was registered before."""
    op.add_column("minutes", sa.Column("issued_files", sa.Text, nullable=False, server_default="[]"))
