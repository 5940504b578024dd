"""A chat's preferred length and previews; briefings shared by a link."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns and the table."""
    op.add_column("readers", sa.Column("length", sa.String(16), nullable=True))
    op.add_column("readers", sa.Column("previews", sa.Boolean, nullable=True))
    op.create_table(
        "shares",
        sa.Column("token", sa.String(32), primary_key=True),
        sa.Column("owner", sa.BigInteger, nullable=False),
        sa.Column("article", sa.String(32), nullable=False),
    )
    op.create_index("shares_by_article", "shares", ["owner", "article"], unique=True)
