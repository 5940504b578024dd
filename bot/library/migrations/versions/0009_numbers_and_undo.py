"""Stable numbers for a chat's articles; removed articles can be restored for a while."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the columns, and number the existing articles of each owner from 1, oldest first."""
    op.add_column("articles", sa.Column("number", sa.Integer, nullable=False, server_default="0"))
    op.add_column("articles", sa.Column("removed", sa.DateTime(timezone=True), nullable=True))
    op.execute(
        "UPDATE articles SET number = (SELECT COUNT(*) FROM articles AS before WHERE before.owner = articles.owner"
        " AND (before.added < articles.added OR (before.added = articles.added AND before.id <= articles.id)))"
    )
