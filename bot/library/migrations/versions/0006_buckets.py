"""Rename the table of flood limits from turns to buckets."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Recreate the table: its rows are worthless after a minute."""
    op.drop_table("turns")
    op.create_table(
        "buckets",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("free", sa.Double(), nullable=False),
    )
