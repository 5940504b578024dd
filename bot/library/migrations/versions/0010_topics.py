"""What a chat asked last: a follow-up goes on from it."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "topics",
        sa.Column("chat", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("asked", sa.DateTime(timezone=True), nullable=False),
        sa.Column("article", sa.String(32), nullable=False),
        sa.Column("view", sa.String(16), nullable=False),
        sa.Column("argument", sa.Text(), nullable=False),
    )
