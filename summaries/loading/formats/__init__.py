"""One file a format: how it is told from the others, and how it becomes a draft."""
