"""Flood limits, heartbeats of replicas, parts of texts, readings in progress; the length last shown in a chat."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0002"


def upgrade() -> None:
    """Add the tables and the column."""
    op.create_table(
        "turns",
        sa.Column("line", sa.String(64), primary_key=True),
        sa.Column("free", sa.Double(), nullable=False),
    )
    op.create_table(
        "replicas",
        sa.Column("name", sa.String(255), primary_key=True),
        sa.Column("beats", sa.BigInteger(), nullable=False),
    )
    op.create_table(
        "parts",
        sa.Column("chat", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("number", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("text", sa.Text(), nullable=False),
    )
    op.create_table(
        "readings",
        sa.Column("chat", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("stopped", sa.Boolean(), nullable=False),
    )
    op.add_column("readers", sa.Column("shown", sa.String(16), nullable=True))
