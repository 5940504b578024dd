"""Updates retried in isolation; chats that are being forgotten."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "trials",
        sa.Column("key", sa.String(255), primary_key=True),
        sa.Column("begun", sa.Integer(), nullable=False),
    )
    op.create_table(
        "forgotten",
        sa.Column("chat", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("update", sa.BigInteger(), nullable=False),
    )
