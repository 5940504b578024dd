"""Where a part of a text comes from: only parts of one origin belong together."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the column."""
    op.add_column("parts", sa.Column("origin", sa.String(255), nullable=False, server_default=""))
