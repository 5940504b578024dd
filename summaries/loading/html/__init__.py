"""Web pages: what belongs to the article, the page's metadata, and whether it has an article at all."""
