"""Articles with their briefings, readers' choices, seed files."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the first tables."""
    op.create_table(
        "articles",
        sa.Column("owner", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("added", sa.DateTime(timezone=True), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("published", sa.Date, nullable=True),
        sa.Column("engine", sa.String(64), nullable=False),
        sa.Column("briefing", sa.Text, nullable=False),
    )
    op.create_index("articles_by_owner", "articles", ["owner", "added"])
    op.create_table(
        "readers",
        sa.Column("chat", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("language", sa.String(16), nullable=True),
        sa.Column("article", sa.String(32), nullable=True),
    )
    op.create_table(
        "seeds",
        sa.Column("name", sa.String(255), primary_key=True),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("article", sa.String(32), nullable=False),
    )
