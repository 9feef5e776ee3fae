"""Which sections a document leaves out and what it says of them; templates of that for other documents."""

import sqlalchemy as sa
from alembic import op

revision = "s0003"
down_revision = "s0002"

_STAMPS = ("created_at", "created_by", "changed_at", "changed_by", "deleted_at")


def upgrade() -> None:
    """Add the columns of sections to documents, and the table of templates."""
    for name in ("left_out", "section_words"):
        op.add_column("minutes", sa.Column(name, sa.Text, nullable=False, server_default="[]"))
    op.create_table(
        "document_templates",
        sa.Column("id", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in _STAMPS),
        *(
            sa.Column(name, sa.Text, nullable=False)
            for name in ("name", "kind", "sections", "annexes", "left_out", "section_words")
        ),
        sa.PrimaryKeyConstraint("id", name="pk_document_templates"),
    )
