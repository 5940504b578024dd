"""Web pages: what belongs to the article, what the page says of it, and whether it holds one."""
